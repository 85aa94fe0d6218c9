"""The curve of yeses as drawn: inside its frame, climbing, with the numbers of the table."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from calabazas.desk.sent import Sent
from calabazas.measure.survival import Wait, answer_curve, own_deadline
from calabazas.web.curves import HEIGHT, WIDTH, drawing

TODAY = date(2026, 11, 23)


def sent(waits: list[Wait]) -> Sent:
    return Sent(TODAY, len(waits), 0, 0, 0, 0, 0, (), own_deadline(waits), answer_curve(waits))


def waits(yes: int, silent: int, followed: int = 90) -> list[Wait]:
    return [Wait(i % 12, answered=True) for i in range(yes)] + [Wait(followed, answered=False)] * silent


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", path)]


@pytest.mark.parametrize(("yes", "silent"), [(60, 90), (12, 12), (30, 0), (1, 40), (60, 2)])
def test_it_stays_in_its_frame_and_climbs(yes, silent):
    """A share above the whole, or a line outside the picture, is believed by whoever sees it."""
    drawn = drawing(sent(waits(yes, silent)))
    assert drawn is not None
    for path in (drawn.line, drawn.band):
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points(path)), path
    line = points(drawn.line)
    assert line == sorted(line, key=lambda p: (p[0], -p[1])), "a yes is never taken back"
    assert 0 <= drawn.deadline <= WIDTH
    assert all(r.low <= r.share <= r.high for r in drawn.rows)
    assert [r.share for r in drawn.rows] == sorted(r.share for r in drawn.rows)


def test_nothing_is_drawn_of_nothing():
    """An empty frame looks like a measurement of zero."""
    assert drawing(sent([])) is None
    assert drawing(sent(waits(0, 40))) is None
    assert drawing(sent(waits(2, 0))) is None


def test_a_sketch_is_called_one():
    """Below thirty yeses nothing is concluded, and the picture must not seem to."""
    assert drawing(sent(waits(12, 40))).sketch
    assert not drawing(sent(waits(60, 90))).sketch


def test_the_limit_stands_where_the_deadline_is():
    """The one line that people act on."""
    one = sent(waits(60, 90))
    early = drawing(replace(one, deadline=replace(one.deadline, day=7)))
    late = drawing(replace(one, deadline=replace(one.deadline, day=40)))
    assert early.deadline < late.deadline
    assert next(t.at for t in early.days if t.number == 14) > early.deadline
