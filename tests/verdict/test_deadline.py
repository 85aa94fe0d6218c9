"""Two weeks are reasonable; the member's own waiting for an answer does not count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from calabazas.verdict.deadline import due
from calabazas.verdict.policy import Deadline

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("age", "left", "stale"),
    [(0, 14, False), (9, 5, False), (14, 0, False), (15, -1, True), (105, -91, True)],
)
def test_the_deadline_runs_from_the_day_it_was_sent(age, left, stale):
    """Three and a half months is not an answer any more."""
    when = due(TODAY - timedelta(days=age), TODAY, Deadline())
    assert (when.age, when.left, when.stale) == (age, left, stale)


def test_waiting_for_the_inviter_stops_the_clock():
    """Who asked and waits is not late."""
    assert not due(TODAY - timedelta(days=20), TODAY, Deadline(), paused_days=8).stale


def test_an_invitation_from_tomorrow_has_age_nought():
    """Time zones put some invitations a few hours ahead."""
    assert due(TODAY + timedelta(days=1), TODAY, Deadline()).age == 0
