"""Drawings that say no more than the numbers do: no point below ten cases, no line across a gap, a band always."""

from __future__ import annotations

import pytest

from calabazas.measure.intervals import Share
from calabazas.web.plots import FOOT, HEIGHT, LEFT, MOST_LABELS, TOP, WIDTH, course, growth, span


def points(text):
    return [tuple(map(float, pair.split(","))) for pair in text.split()]


def test_a_share_of_few_has_a_band_and_no_point():
    """Two of three is not 67 %: what is drawn must not say so either."""
    few, many, none = span(Share(2, 3)), span(Share(20, 30)), span(Share(0, 0))
    assert (few.known, few.point) == (True, None)
    assert few.width > 60
    assert many.point == pytest.approx(66.7)
    assert many.low < many.point < many.low + many.width
    assert (none.known, none.width, none.point) == (False, 0, None)


def test_the_band_of_a_sure_share_can_still_be_seen():
    assert span(Share(30_000, 30_000)).width >= 1


def test_the_line_stops_where_nothing_is_known():
    """A line across a year without cases would say what nobody knows."""
    drawn = course(
        [("2019", Share(5, 10)), ("2020", Share(6, 12)), ("2021", Share(0, 0)), ("2022", Share(1, 3)), ("2023", Share(9, 20))]
    )  # fmt: skip
    assert [len(points(line)) for line in drawn.lines] == [2, 1]
    assert [len(points(band)) for band in drawn.bands] == [4, 4]
    assert [d.name for d in drawn.dots] == ["2019", "2020", "2023"]


def test_everything_stays_on_the_paper():
    drawn = course([(str(y), Share(y % 30, 30)) for y in range(2000, 2026)])
    for shape in (*drawn.bands, *drawn.lines):
        for x, y in points(shape):
            assert LEFT <= x <= WIDTH
            assert TOP <= y <= HEIGHT - FOOT
    assert len(drawn.across) <= MOST_LABELS
    assert drawn.across[-1].label == "2025", "the newest year is always named"


def test_one_year_alone_is_a_band_with_some_width():
    (band,) = course([("2026", Share(3, 4))]).bands
    assert len({x for x, _ in points(band)}) == 2


def test_growth_keeps_the_part_inside_the_whole():
    drawn = growth([("2024", 100, 30), ("2025", 230, 120)], str)
    whole, part = points(drawn.whole), points(drawn.part)
    assert all(w[1] <= p[1] for w, p in zip(whole, part, strict=True)), "up is a smaller number in a drawing"
    assert [t.label for t in drawn.up] == ["0", "200", "400"]


def test_a_network_of_one_is_drawn_too():
    assert growth([("2026", 1, 0)], str).up[-1].label == "10"
