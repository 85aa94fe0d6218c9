"""Arithmetic of careers: years out of ISO text, overlaps, places that are the same. Dates only, never looks or age."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.people.profile import Role

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?")
_LEGAL = re.compile(
    r"\b(s\.?l\.?u?|s\.?a\.?u?|s\.?c|inc|ltd|llc|gmbh|ag|plc|b\.?v|limited|group|grupo|company|co|the|de|la|el)\b\.?"
)


def year(text: str | None) -> float | None:
    """Read `2019` or `2019-03` as a year with its fraction; None when unknown."""
    found = _DATE.match(str(text)) if text else None
    return (
        int(found[1]) + (int(found[2]) - 1) / 12 if found and found[2] else float(found[1]) if found else None
    )


def overlap(start: str, end: str | None, other_start: str, other_end: str | None, now: float) -> float | None:
    """Give the years two spans share; None when a start is unknown. An open end is now.

    Whole years are generous: a span given as `2014`–`2019` may share 2019 with one from `2019`.
    """
    a, b = year(start), year(other_start)
    if a is None or b is None:
        return None
    a_end, b_end = _end(end, now), _end(other_end, now)
    return max(0.0, min(a_end, b_end) - max(a, b))


def _end(text: str | None, now: float) -> float:
    if not text:
        return now + 1
    value = year(text)
    return now + 1 if value is None else value + (1.0 if "-" not in str(text) else 1 / 12)


@lru_cache(maxsize=16384)
def fold_place(name: str) -> str:
    """Fold an employer or school for comparing: no accents, case, legal form or filler."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", _LEGAL.sub(" ", plain)))


def same_place(one: str, other: str) -> bool:
    """Tell whether two names mean the same place: equal when folded, or one is the start of the other."""
    a, b = fold_place(one), fold_place(other)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) >= 5 and (long.startswith(short + " ") or long.endswith(" " + short)))


def months_together(one: Role, other: Role, now: float) -> float:
    """Give the months two roles ran at once, surely: whole years count from their end to their start."""
    starts = (year(one.start), year(other.start))
    if None in starts:
        return 0.0
    ends = [now if not r.end else (year(r.end) or now) for r in (one, other)]
    late_start = max(
        s + (0.99 if "-" not in str(r.start) else 0)
        for s, r in zip(starts, (one, other), strict=True)
        if s is not None
    )
    return max(0.0, (min(ends) - late_start) * 12)


def first_year(roles: Iterable[Role]) -> float | None:
    """Give the year the first role began."""
    return min((y for r in roles if (y := year(r.start)) is not None), default=None)
