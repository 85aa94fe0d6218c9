"""The member's own look at a profile: a check-list of seconds, checked here and turned into facts."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from calabazas.sources.visible import clean
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calabazas.words import Sentence

PHOTOS = ("face", "none", "logo", "group", "stock_suspect", "ai_suspect", "elsewhere")
"""What the member may tick of a picture; nothing here ever looks at it."""

_YES = frozenset({"yes", "y", "true", "1", "sí", "si", "s", "on"})
_NO = frozenset({"no", "n", "false", "0", "off"})
_COUNT = re.compile(r"(\d{1,3}(?:[.,\s\u00a0]\d{3})+|\d{1,9})\s*(\+?)")


class LookError(ValueError):
    """An answer that cannot be understood.

    `field` is its key and `sentence` says what is expected.
    """

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence.id)
        self.field = field
        self.sentence = sentence


def look_facts(answers: Mapping[str, str], *, today: date | None = None) -> dict[str, object]:
    """Turn the ticked answers into facts by the keys of `Profile`.

    Keys: known, connections, followers, joined, verified, last_activity, photo, answer; an absent
    or empty answer was not seen and gives no fact. `last_activity` is "none" or days (needs `today`)
    or an ISO day. Counts may be "500+" or "15.850".

    Raises:
        LookError: for the first answer that cannot be understood.
    """
    facts: dict[str, object] = {}
    for field, given in answers.items():
        value = clean(given, 2000)
        if not value:
            continue
        if field == "last_activity":
            facts["activity"] = _activity(value, today)
        elif field == "answer":
            facts["answer"] = value
        elif field in _READERS:
            facts.update(_READERS[field](field, value, today))
        else:
            raise LookError(
                field, say("There is no such question in a look: {field}.", field=clean(field, 60))
            )
    return facts


def _flag(field: str, value: str, _today: date | None) -> dict[str, object]:
    folded = value.casefold()
    if folded not in _YES | _NO:
        raise LookError(field, say("The answer must be yes or no."))
    return {field: folded in _YES}


def _count(field: str, value: str, _today: date | None) -> dict[str, object]:
    found = _COUNT.fullmatch(value)
    if not found:
        raise LookError(field, say("Write a whole number, such as 340, 15.850 or 500+."))
    facts: dict[str, object] = {field: int(re.sub(r"\D", "", found[1]))}
    if field == "connections":
        facts["connections_open"] = bool(found[2])
    return facts


def _joined(field: str, value: str, today: date | None) -> dict[str, object]:
    latest = today.year if today else 2100
    # LinkedIn opened in May 2003: no account is older.
    if not re.fullmatch(r"\d{4}", value) or not 2003 <= int(value) <= latest:
        raise LookError(field, say("Write the year in which the account was opened, from 2003 on."))
    return {field: int(value)}


def _photo(field: str, value: str, _today: date | None) -> dict[str, object]:
    if value not in PHOTOS:
        raise LookError(field, say("Choose one of: {choices}.", choices=", ".join(PHOTOS)))
    return {field: value}


def _activity(value: str, today: date | None) -> list[dict[str, object]]:
    """Give the last piece of activity as one without text, or none at all."""
    if value.casefold() in {"none", "nothing", "nada", "ninguna"}:
        return []
    try:
        if value.isdigit() and today is not None:
            on = today - timedelta(days=int(value))
        else:
            on = date.fromisoformat(value)
    except (ValueError, OverflowError):
        on = None
    if on is None or (today is not None and on > today):
        raise LookError(
            "last_activity", say("Write how many days ago, the day as 2026-11-23, or that there is none.")
        )
    return [{"kind": "post", "text": "", "on": on.isoformat()}]


_READERS: Mapping[str, Callable[[str, str, date | None], dict[str, object]]] = {
    "known": _flag,
    "verified": _flag,
    "connections": _count,
    "followers": _count,
    "joined": _joined,
    "photo": _photo,
}
