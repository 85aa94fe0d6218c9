"""Two weeks are reasonable: until when an answer is due, and what has gone stale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calabazas.verdict.policy import Deadline


@dataclass(frozen=True, slots=True)
class Due:
    """The time of one invitation on one day: `age` and `left` in days (`left` negative when overdue)."""

    age: int
    on: date
    left: int
    stale: bool


def due(sent_on: date, today: date, rule: Deadline, paused_days: int = 0) -> Due:
    """Reckon the deadline; days spent waiting for the inviter's answer do not count."""
    age = max(0, (today - sent_on).days)
    # A forged date at the end of the calendar has no day two weeks later.
    days = min(rule.days + paused_days, (date.max - sent_on).days)
    on = sent_on + timedelta(days=days)
    return Due(age, on, (on - today).days, today > on)
