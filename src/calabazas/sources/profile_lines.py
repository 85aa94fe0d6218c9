"""Profiles as JSON lines: one object a line with what was seen of one person on one day.

A key that is absent was not seen; an empty list or text was seen to be empty. Unknown keys are
left alone; a value that cannot be read is reported, and the good ones beside it are kept.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from calabazas.people.identity import slug_of
from calabazas.people.records import Observed, Problem
from calabazas.sources.look import PHOTOS
from calabazas.sources.visible import clean, decode
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from calabazas.people.records import Record

KIND = "profile_lines"
"""What `Found.kind` calls this format."""

_KNOWN = frozenset(
    {"headline", "experience", "connections", "followers", "activity", "about", "mutual_connections"}
)
_DOINGS = ("post", "comment", "reaction", "share", "article")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_WITHOUT_OPENING = re.compile(r"\s*\{")


class _UnreadError(Exception):
    """A value that is not of the shape its key promises."""


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - the door asks every format alike
    """Tell whether the first line is a JSON object about a profile."""
    text = decode(head)
    if not _WITHOUT_OPENING.match(text):
        return False
    line = text.lstrip().split("\n", 1)[0]
    try:
        held = json.loads(line)
    except (ValueError, RecursionError):
        # The first line alone may be longer than the head, or written over several lines.
        return '"profile_url"' in text[:2000] and any(f'"{key}"' in text for key in _KNOWN)
    return isinstance(held, dict) and (
        "profile_url" in held or ("name" in held and bool(_KNOWN & held.keys()))
    )


def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:
    """Give what was seen, a profile a line; `as_of` dates those that bear no date of their own."""
    text = decode(data)
    lines = text.split("\n")
    if text.lstrip()[:2] in ("{\n", "{\r"):  # one object, written over several lines
        with suppress(ValueError, RecursionError):
            lines = [json.dumps(json.loads(text))]
    for row, line in enumerate(lines, start=1):
        if line.strip():
            yield from _line(line, row, name, as_of)


def _line(line: str, row: int, name: str, as_of: date | None) -> Iterator[Record | Problem]:
    try:
        held = json.loads(line)
    except (ValueError, RecursionError):
        yield Problem(name, row, say("The line is not JSON."))
        return
    if not isinstance(held, dict):
        yield Problem(name, row, say("The line is not a JSON object with the facts of one profile."))
        return
    url = held.get("profile_url")
    slug = slug_of(url) if isinstance(url, str) else ""
    who = clean(held["name"], 200) if isinstance(held.get("name"), str) else ""
    if isinstance(url, str) and url.strip() and not slug:
        yield Problem(name, row, say("{url} is not the address of a LinkedIn profile.", url=clean(url, 200)))
        return
    if not (slug or who):
        yield Problem(name, row, say("The line says neither whose profile it is nor its address."))
        return
    seen_on = _date(held.get("observed_on")) or as_of
    facts, unread = _facts(held, seen_on)
    if unread:
        yield Problem(
            name,
            row,
            say("These values could not be read and were left out: {keys}.", keys=", ".join(unread)),
        )
    yield Observed(row, who, slug, seen_on.isoformat() if seen_on else "", "profile", facts)


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _facts(held: Mapping[str, Any], seen_on: date | None) -> tuple[dict[str, object], list[str]]:
    """Turn the keys of a line into those of `Profile`; also name the keys that would not read."""
    facts: dict[str, object] = {}
    unread: list[str] = []
    if "observed_on" in held and _date(held["observed_on"]) is None:
        unread.append("observed_on")
    for key, reader in _READERS.items():
        if held.get(key) is None:
            continue
        try:
            facts[key] = reader(held[key])
        except _UnreadError:
            unread.append(key)
    if str(held.get("connections", "")).strip().endswith("+") and "connections" in facts:
        facts["connections_open"] = True
    if held.get("activity") is not None:
        try:
            facts["activity"] = _activity(held["activity"], seen_on)
        except _UnreadError:
            unread.append("activity")
    notes = held.get("member_notes")
    if isinstance(notes, dict):
        for key, target, reader in _NOTES:
            if notes.get(key) is not None:
                try:
                    facts[target] = reader(notes[key])
                except _UnreadError:
                    unread.append(f"member_notes.{key}")
    elif notes is not None:
        unread.append("member_notes")
    return facts, unread


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _UnreadError
    return clean(value, 20_000)


def _count(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"\s*[\d.,\s]{1,15}\+?\s*", value) and re.search(r"\d", value):
        return int(re.sub(r"\D", "", value))
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**10:
        raise _UnreadError
    return value


def _year(value: object) -> int:
    found = re.search(r"(?:19|20)\d{2}", str(value)) if isinstance(value, (int, str)) else None
    if isinstance(value, bool) or not found:
        raise _UnreadError
    return int(found[0])


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _UnreadError
    return value


def _photo(value: object) -> str:
    if value not in PHOTOS:
        raise _UnreadError
    return str(value)


def _when(value: object) -> str:
    """Years come as numbers, months as text; anything else was not said."""
    found = _DAY.match(str(value)) if isinstance(value, (int, str)) and not isinstance(value, bool) else None
    return found[0] if found else ""


def _said(value: object) -> str:
    return clean(value, 20_000) if isinstance(value, str) else ""


def _objects(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise _UnreadError
    return value


def _texts(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _UnreadError
    return [clean(each, 500) for each in value]


def _roles(value: object) -> list[dict[str, object]]:
    return [
        {
            "title": _said(each.get("title")),
            "company": _said(each.get("company")),
            "start": _when(each.get("start")),
            "end": None if each.get("end") is None else _when(each["end"]),
            "text": _said(each.get("text")),
        }
        for each in _objects(value)
    ]


def _studies(value: object) -> list[dict[str, object]]:
    return [
        {
            "school": _said(each.get("school")),
            "degree": _said(each.get("degree")),
            "start": _when(each.get("start")),
            "end": _when(each.get("end")),
        }
        for each in _objects(value)
    ]


def _activity(value: object, seen_on: date | None) -> list[dict[str, object]]:
    return [
        {
            "kind": each["kind"] if each.get("kind") in _DOINGS else "post",
            "text": _said(each.get("text")),
            "on": _done_on(each, seen_on),
        }
        for each in _objects(value)
    ]


def _done_on(doing: Mapping[str, Any], seen_on: date | None) -> str | None:
    stated = _date(doing.get("on"))
    if stated:
        return stated.isoformat()
    days = doing.get("days_ago")
    if (
        seen_on is None
        or isinstance(days, bool)
        or not isinstance(days, (int, float))
        or not 0 <= days < 36_500
    ):
        return None
    return (seen_on - timedelta(days=int(days))).isoformat()


_READERS: Mapping[str, Callable[[object], object]] = {
    "headline": _text,
    "position": _text,
    "company": _text,
    "location": _text,
    "mutual_connections": _count,
    "mutual_names": _texts,
    "connections": _count,
    "followers": _count,
    "joined": _year,
    "verified": _flag,
    "photo": _photo,
    "about": _text,
    "experience": _roles,
    "education": _studies,
    "skills": _texts,
    "recommendations": _count,
    "updated": _text,
}
_NOTES: tuple[tuple[str, str, Callable[[object], object]], ...] = (
    ("commented_owner_posts", "commented_posts", _count),
    ("commented_posts", "commented_posts", _count),
    ("event", "event", _text),
    ("shared_employer", "shared_employer", _text),
    ("known", "known", _flag),
    ("answer", "answer", _text),
)
