"""Whom would be suggested: `suggest.py [--case DIR ...] [--json]`.

On labelled members: how many candidates there are, that nobody connected or invited is among those suggested
(checked against the files themselves, not through the product), that each anchor is true in them, and how the
suggestions of a week compare with taking candidates by chance, by the alphabet or the newest card first.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import re
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cases_kit import EVERYTHING, TODAY, Case

from calabazas.engine.suggest import Suggestion, chosen, suggestions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.engine.anchors import Anchor

CASES = Path(__file__).resolve().parent.parent.parent / "shared" / "cases"
WEEK = 5
DRAWS = 200
Row = dict[str, str]


class Files(NamedTuple):
    """A member's own files, read without the product."""

    connections: list[Row]
    invitations: list[Row]
    cards: list[Row]
    positions: list[Row]
    everything: str


def files_of(case: Case) -> Files:
    """Read a case's archive with nothing but the CSV reader."""
    with zipfile.ZipFile(next(case.folder.glob("*.zip"))) as archive:
        texts = {
            name: archive.read(name).decode("utf-8-sig")
            for name in archive.namelist()
            if name.endswith(".csv")
        }

    def rows(name: str) -> list[Row]:
        text = texts.get(name, "")
        start = text.find("First Name,") if name == "Connections.csv" else 0
        return list(csv.DictReader(io.StringIO(text[max(0, start) :])))

    profiles = (case.folder / "profiles.jsonl").read_text("utf-8")
    return Files(
        rows("Connections.csv"),
        rows("Invitations.csv"),
        rows("ImportedContacts.csv"),
        rows("Positions.csv"),
        plain(" ".join(texts.values()) + profiles),
    )


def plain(text: str) -> str:
    """Fold a text for comparing, in a way of this file's own."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare))


def in_network(one: Suggestion, files: Files) -> bool:
    """Tell whether somebody suggested is a contact or was invited, by address, by mail or by the same name."""
    person = one.answer.dossier.person
    addresses = {r["URL"].lower() for r in files.connections}
    addresses |= {r[k].lower() for r in files.invitations for k in ("inviterProfileUrl", "inviteeProfileUrl")}
    names = {plain(f"{r['First Name']} {r['Last Name']}") for r in files.connections}
    names |= {plain(r[k]) for r in files.invitations for k in ("From", "To")}
    mails = {r["Email Address"].lower() for r in files.connections if r["Email Address"]}
    own = {
        m.strip()
        for x in one.answer.dossier.links
        for m in x.detail.get("emails", "").split(",")
        if m.strip()
    }
    by_name = plain(person.name) in names and not person.slug
    return (bool(person.url) and person.url.lower() in addresses) or bool(own & mails) or by_name


def is_true(anchor: Anchor, one: Suggestion, files: Files) -> bool:
    """Tell whether an anchor stands in the files: a card with these words, a firm in both, or the words themselves."""
    fact, name = anchor.fact, plain(one.answer.dossier.person.name)
    cards = [r for r in files.cards if plain(f"{r['FirstName']} {r['LastName']}") == name]
    if fact.kind == "address":
        return any(plain(fact.what) == plain(f"{r['Title']} {r['Companies']}") for r in cards)
    if fact.kind == "employer" and cards:
        mine = {plain(r["Company Name"]) for r in files.positions}
        return plain(fact.what) in mine and any(plain(r["Companies"]) in mine for r in cards)
    if fact.kind in ("recommended", "recommends"):
        # Before the colon stand our own words for what it is.
        return plain(fact.text.partition(": ")[2]) in files.everything
    return plain(fact.what or fact.text) in files.everything


def fits(one: Suggestion) -> bool:
    """Tell whether somebody is of the sector, as the product reads it."""
    return one.answer.verdict.axes["worth"] >= 12


def measure(case: Case, home: Path) -> dict[str, Any]:
    """Give the figures of one member."""
    files = files_of(case)
    engine = case.engine(home, EVERYTHING)
    found, pool = suggestions(engine, TODAY)
    wanted = [s for s in found if s.answer.verdict.advice == "invite"]
    week = chosen(found, WEEK)
    held = [(a, s) for s in found for a in s.anchors]
    newest = sorted(
        found, key=lambda s: max((x.on for x in s.answer.dossier.links if x.on), default=TODAY), reverse=True
    )
    return {
        "member": case.name,
        "candidates": len(found),
        "left_out": len(pool.left_out),
        "invite": len(wanted),
        "week": len(week),
        "in_network": sum(in_network(s, files) for s in found),
        "anchors": len(held),
        "anchors_true": sum(is_true(a, s, files) for a, s in held),
        "anchored": sum(s.anchored for s in wanted),
        "fit": share(week),
        "fit_newest": share(newest[:WEEK]),
        "fit_alphabet": share(sorted(found, key=lambda s: s.answer.dossier.person.name)[:WEEK]),
        "fit_chance": by_chance(found),
        "shared_firm": sum(any(a.fact.kind == "employer" for a in s.anchors) for s in week),
        "shared_firm_all": sum(any(a.fact.kind == "employer" for a in s.anchors) for s in wanted),
    }


def share(people: Sequence[Suggestion]) -> float:
    """Give the share of people who fit; 0 of nobody."""
    return round(sum(map(fits, people)) / max(1, len(people)), 3)


def by_chance(found: Sequence[Suggestion]) -> float:
    """Give the mean share over weeks drawn by chance."""
    dice = random.Random(0)  # noqa: S311 - a benchmark's draw hides nothing
    return round(sum(share(dice.sample(list(found), min(WEEK, len(found)))) for _ in range(DRAWS)) / DRAWS, 3)


def main() -> None:
    """Print the table, or with --json the figures as the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", action="append", type=Path, default=[])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    folders = options.case or [CASES / name for name in ("es1", "en1", "es4")]
    with tempfile.TemporaryDirectory() as home:
        figures = [measure(Case(folder), Path(home)) for folder in folders]
    if options.json:
        sys.stdout.write(json.dumps(figures) + "\n")
        return
    for f in figures:
        sys.stdout.write(
            f"{f['member']}: {f['candidates']} candidates, {f['left_out']} left out as perhaps known, {f['invite']} to invite\n"
            f"  connected or invited among them: {f['in_network']}\n"
            f"  anchors true in the files: {f['anchors_true']} of {f['anchors']}; with an anchor that holds: {f['anchored']} of {f['invite']}\n"
            f"  a week of {f['week']}: of the sector {f['fit']:.0%} (newest first {f['fit_newest']:.0%}, alphabet {f['fit_alphabet']:.0%},"
            f" chance {f['fit_chance']:.0%}); from a shared firm {f['shared_firm']} of {f['shared_firm_all']}\n"
        )


if __name__ == "__main__":
    main()
