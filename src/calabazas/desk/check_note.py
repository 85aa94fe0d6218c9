"""A note that the member would send, judged against a closed list of facts; nothing else of theirs is needed for it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from calabazas import shipped
from calabazas.people.facts import KINDS, Fact
from calabazas.reading.note_advice import LABELS
from calabazas.reading.notes import NoteReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.language import Language
    from calabazas.reading.notes import NoteCheck


@cache
def note_reader() -> NoteReader:
    """The one reader of notes, built once."""
    return NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))


def check(
    text: str, facts: Sequence[Fact], *, earlier: Iterable[str] = (), max_chars: int = 200
) -> NoteCheck:
    """Judge a note that the member would send, against the closed list of facts it may draw on."""
    return note_reader().check_note(text, facts, earlier_notes=earlier, max_chars=max_chars)


def held(checked: NoteCheck) -> list[str]:
    """What a note holds on to, as words that stand together: one entry for each fact."""
    by_fact: dict[str, list[str]] = {}
    for anchor in checked.anchors:
        words = by_fact.setdefault(anchor.fact_id, [])
        if anchor.word not in words:
            words.append(anchor.word)
    return list(dict.fromkeys(" ".join(words) for words in by_fact.values()))


def read_facts(text: str) -> tuple[Fact, ...]:
    """Read a list of facts: JSON (a list of texts or of {"id", "text"}), or one on each line.

    Raises:
        ValueError: it is JSON of another form.
    """
    stripped = text.strip().removeprefix("\ufeff").strip()
    if stripped[:1] in ("[", "{"):
        try:
            document: Any = json.loads(stripped)
        except RecursionError as error:
            raise ValueError("JSON") from error
        listed = document.get("facts") if isinstance(document, dict) else document
        if not isinstance(listed, list):
            raise ValueError("[{id, text}]")
        return tuple(_fact(item, i) for i, item in enumerate(listed, 1))
    lines = [line.strip(" \t-•*") for line in stripped.splitlines()]
    return tuple(Fact(f"f{i}", line) for i, line in enumerate((x for x in lines if x), 1))


def check_document(checked: NoteCheck, language: Language) -> dict[str, Any]:
    """Give a check as the JSON document that other programs read (a contract)."""
    return {
        "label": checked.label,
        "missing": list(checked.missing),
        "unsupported": list(checked.unsupported),
        "title": language.text(LABELS[checked.label]),
        "sentence": language.say(checked.sentence),
        "score": checked.score,
        "parts": dict(checked.parts),
        "length": checked.length,
        "anchors": [{"word": a.word, "fact": a.fact_id} for a in checked.anchors],
    }


def _fact(item: object, number: int) -> Fact:
    if isinstance(item, str):
        return Fact(f"f{number}", item)
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise ValueError("[{id, text}]")  # noqa: TRY004 - to the caller it is one thing: the list does not read
    kind = item.get("kind", "")
    return Fact(
        str(item.get("id", f"f{number}")),
        item["text"],
        kind if kind in KINDS else "",
        confirmed=item.get("confirmed") is not False,
        what=str(item.get("what", "")),
        where=str(item.get("where", "")),
        on=str(item.get("on", "")),
    )
