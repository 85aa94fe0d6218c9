"""Personalised notes are few a month: whom to spend them on, and how the rest may go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

PER_MONTH = 5
"""LinkedIn's free allowance differs by account and by source (3 to 10): a setting, never a truth."""
MAX_CHARS = 200


class Candidate(NamedTuple):
    """Somebody worth a note: `value` in the policy's own scale; whether a fact anchors a note, or mail reaches them."""

    key: str
    value: float
    anchored: bool
    mail: bool = False
    in_person: bool = False


class Planned(NamedTuple):
    """What to do with a candidate: `note`, `mail`, `in_person`, `look` (find an anchor first) or `queue`."""

    key: str
    way: str


def notes_left(sent: Iterable[date], today: date, per_month: int = PER_MONTH) -> int:
    """Count the notes left in today's calendar month; `sent` are the days notes went out."""
    used = sum(1 for day in sent if (day.year, day.month) == (today.year, today.month) and day <= today)
    return max(0, per_month - used)


def plan(candidates: Sequence[Candidate], left: int) -> tuple[Planned, ...]:
    """Spend `left` notes on the most valued who have an anchor and cannot be reached otherwise.

    Whoever can be met or written to by mail costs no note. The order is that of value; ties keep theirs.
    """
    planned = []
    for one in sorted(candidates, key=lambda c: -c.value):
        if one.in_person:
            way = "in_person"
        elif one.mail:
            way = "mail"
        elif not one.anchored:
            way = "look"
        elif left > 0:
            left -= 1
            way = "note"
        else:
            way = "queue"
        planned.append(Planned(one.key, way))
    return tuple(planned)
