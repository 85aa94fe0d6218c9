"""From the facts of a sight, as its file wrote them, to a `Profile`: what has the wrong form was not seen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from calabazas.people.profile import Doing, Profile, Role, Study
from calabazas.store import known

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Thing = TypeVar("Thing")

_TEXTS = (
    "headline",
    "position",
    "company",
    "location",
    "photo",
    "about",
    "updated",
    "event",
    "shared_employer",
    "answer",
)
_COUNTS = ("mutual_connections", "followers", "joined", "recommendations", "commented_posts")
_FLAGS = ("verified", "known")
_NUMBER = re.compile(r"\d[\d.,\s]*")


def profile_of(facts: Mapping[str, object], observed: date) -> Profile:
    """Build the profile of one sight; `observed` dates the activity that only says how many days ago."""
    told = dict(facts)
    notes = told.pop("member_notes", None)
    if isinstance(notes, dict):
        told.update(
            {
                "commented_posts" if key == "commented_owner_posts" else key: value
                for key, value in notes.items()
            }
        )
    values: dict[str, object] = {name: _text(told[name]) for name in _TEXTS if name in told}
    values.update({name: _count(told[name]) for name in _COUNTS if name in told})
    values.update({name: told[name] for name in _FLAGS if isinstance(told.get(name), bool)})
    if "connections" in told:
        values["connections"] = _count(told["connections"])
        values["connections_open"] = told.get("connections_open") is True or "+" in str(told["connections"])
    if "mutual_names" in told:
        values["mutual_names"] = _texts(told["mutual_names"])
    if "skills" in told:
        values["skills"] = _texts(told["skills"])
    if "experience" in told:
        values["experience"] = _items(told["experience"], _role)
    if "education" in told:
        values["education"] = _items(told["education"], _study)
    if "activity" in told:
        values["activity"] = _items(told["activity"], lambda item: _doing(item, observed))
    return Profile(**values)  # type: ignore[arg-type]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else str(value) if isinstance(value, (int, float)) else None


def _count(value: object) -> int | None:
    """Read 1250, "1.250" and "500+"."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return int(value)
    found = _NUMBER.search(value) if isinstance(value, str) else None
    return int(re.sub(r"\D", "", found[0])) if found else None


def _texts(value: object) -> tuple[str, ...] | None:
    return (
        tuple(item for item in value if isinstance(item, str)) if isinstance(value, (list, tuple)) else None
    )


def _items(value: object, make: Callable[[dict[str, object]], Thing]) -> tuple[Thing, ...] | None:
    return (
        tuple(make(item) for item in value if isinstance(item, dict))
        if isinstance(value, (list, tuple))
        else None
    )


def _role(item: dict[str, object]) -> Role:
    end = item.get("end")
    return Role(
        _text(item.get("title")) or "",
        _text(item.get("company")) or "",
        _text(item.get("start")) or "",
        None if end is None or end == "" else _text(end),
        _text(item.get("text")) or "",
    )


def _study(item: dict[str, object]) -> Study:
    school, degree, start, end = (
        _text(item.get(name)) or "" for name in ("school", "degree", "start", "end")
    )
    return Study(school, degree, start, end)


def _doing(item: dict[str, object], observed: date) -> Doing:
    ago, on = item.get("days_ago"), item.get("on")
    day = None
    if isinstance(ago, int) and 0 <= ago < 20_000:
        day = observed - timedelta(days=ago)
    elif isinstance(on, str):
        day = known.day(on)
    return Doing(_text(item.get("kind")) or "", _text(item.get("text")) or "", day)
