"""A profile saved with LinkedIn's "Save to PDF", read by its measured geometry.

Two columns; size and grey tell name, headline, place, employer, role and dates apart (18 files measured).
It holds no contacts, followers, mutual contacts, activity or verification: those stay unseen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.people.identity import slug_of
from calabazas.people.records import Observed, Problem
from calabazas.sources.pdf_lines import Document, Printed, UnreadableError, document, in_side
from calabazas.sources.spans import length, span
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from calabazas.people.records import Record

KIND = "profile_pdf"
"""What `Found.kind` calls this format."""

_MAIN = {
    "summary": re.compile(r"summary|extracto|resumen|acerca de|about", re.IGNORECASE),
    "experience": re.compile(r"experience|experiencia", re.IGNORECASE),
    "education": re.compile(r"education|educaci[oó]n|formaci[oó]n(?: acad[eé]mica)?", re.IGNORECASE),
}
_SIDE_SKILLS = re.compile(r"top skills|aptitudes principales|principales aptitudes", re.IGNORECASE)
_FOOTER = re.compile(r"(?:page|p[aá]gina)\s+\d+\s+(?:of|de)\s+\d+", re.IGNORECASE)
_STUDIED = re.compile(r"(?P<degree>.*?)\s*·?\s*\((?P<span>[^()]*\d{4}[^()]*)\)\s*$")
_PALE = 0.4
"""Grey above which a line is one of the pale ones (measured: 0.098 dark, 0.694 pale)."""


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - the door asks every format alike
    """Tell whether the first 64 kB begin a PDF; one that is no profile is reported when read."""
    return head[:1024].lstrip().startswith(b"%PDF-")


def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:
    """Give what the file shows, on the day it was made, or `as_of` when that is earlier or unknown."""
    try:
        held = document(data)
    except UnreadableError:
        yield Problem(name, 1, say("This PDF is damaged or locked and could not be read."))
        return
    lines = [line for line in held.lines if not _FOOTER.fullmatch(line.text)]
    main = [line for line in lines if not in_side(line)]
    who = " ".join(line.text for line in main if _is(line, 26, 2))
    facts = _main(main)
    if not who or not facts:
        yield Problem(name, 1, say("This PDF is not a profile saved with LinkedIn's “Save to PDF”."))
        return
    facts.update(_side(line for line in lines if in_side(line)))
    days = [day for day in (held.made_on, as_of) if day]
    yield Observed(1, who, _slug(held, lines), min(days).isoformat() if days else "", "pdf", facts)


def _is(line: Printed, size: float, within: float = 0.2) -> bool:
    return abs(line.size - size) <= within


def _slug(held: Document, lines: list[Printed]) -> str:
    """Take the address from the link, for its text is cut over lines; without one, join the text again."""
    for _page, x, uri in sorted(held.links, key=lambda link: (link[0], link[1])):
        if x < 215 and slug_of(uri):
            return slug_of(uri)
    joined = ""
    for line in lines:
        if not in_side(line):
            continue
        if "linkedin.com/in/" in line.text:
            joined = line.text
        elif joined and not joined.endswith(")"):
            joined += line.text
        if joined and "(LinkedIn)" in joined:
            break
    return slug_of(re.sub(r"\s|\(LinkedIn\).*", "", joined))


def _main(lines: list[Printed]) -> dict[str, object]:
    """Read the main column: what stands above the sections, then each of them."""
    facts: dict[str, object] = {}
    section = ""
    held: dict[str, list[Printed]] = {"": []}
    for line in lines:
        if _is(line, 15.75, 0.3):
            section = next((key for key, title in _MAIN.items() if title.fullmatch(line.text)), line.text)
            held.setdefault(section, [])
        else:
            held[section].append(line)
    top = [line for line in held[""] if _is(line, 12, 0.3)]
    headline = " ".join(line.text for line in top if line.grey < _PALE)
    place = " ".join(line.text for line in top if line.grey >= _PALE)
    if headline:
        facts["headline"] = "" if headline == "--" else headline
    if place:
        facts["location"] = place
    if "summary" in held:
        facts["about"] = "\n".join(line.text for line in held["summary"])
    if "experience" in held:
        roles = _experience(held["experience"])
        facts["experience"] = roles
        current = next((role for role in roles if role["end"] is None), None)
        if current:
            facts["position"], facts["company"] = current["title"], current["company"]
    if "education" in held:
        facts["education"] = _education(held["education"])
    return facts


def _experience(lines: list[Printed]) -> list[dict[str, object]]:
    """Read roles: an employer may hold several, and a page may end anywhere."""
    roles: list[dict[str, object]] = []
    company = ""
    before = 0.0
    text: list[str] = []
    dated = False
    for line in lines:
        if _is(line, 12):
            company = f"{company} {line.text}" if before == 12 else line.text
            before = 12
            continue
        if _is(line, 11.5):
            if before == 11.5 and roles:
                roles[-1]["title"] = f"{roles[-1]['title']} {line.text}"
            else:
                text = []
                dated = False
                roles.append({"title": line.text, "company": company, "start": "", "end": "", "text": ""})
            before = 11.5
            continue
        if before == 12 and length(line.text):
            continue  # the total at an employer with several roles
        if not roles:
            continue
        period = span(line.text) if not dated else None
        if period:
            roles[-1]["start"], roles[-1]["end"] = period
            dated = True
        elif not (line.grey >= _PALE and not text):  # a pale line before any text is the place
            text.append(line.text)
            roles[-1]["text"] = "\n".join(text)
        before = 10.5
    return roles


def _education(lines: list[Printed]) -> list[dict[str, object]]:
    studies: list[dict[str, object]] = []
    under: list[str] = []
    for line in [*lines, None]:
        if line is not None and not _is(line, 12):
            under.append(line.text)
            continue
        if under and studies:
            _studied(studies[-1], " ".join(under))
        if line is not None and studies and not under:
            studies[-1]["school"] = f"{studies[-1]['school']} {line.text}"  # a long name goes on
        elif line is not None:
            studies.append({"school": line.text, "degree": "", "start": "", "end": ""})
        under = []
    return studies


def _studied(study: dict[str, object], text: str) -> None:
    found = _STUDIED.fullmatch(text)
    period = span(found["span"]) if found else None
    study["degree"] = found["degree"] if found and period else text
    if period:
        study["start"], study["end"] = period.start, period.end or ""


def _side(lines: Iterable[Printed]) -> dict[str, object]:
    """Read the skills of the side column: LinkedIn prints three at most."""
    skills: list[str] | None = None
    inside = False
    for line in lines:
        if _is(line, 13, 0.3):
            inside = bool(_SIDE_SKILLS.fullmatch(line.text))
            skills = [] if inside and skills is None else skills
        elif inside and skills is not None:
            skills.append(line.text)
    return {} if skills is None else {"skills": skills}
