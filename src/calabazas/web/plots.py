"""Shares and counts as drawings made on this side: coordinates for SVG, with what is unsure drawn as a band.

A share of fewer than ten cases has no point, only its band; a year without cases is a gap. Every drawing stands
beside a table of the same numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from calabazas.measure.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from calabazas.measure.intervals import Share
    from calabazas.words import Sentence

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 400, 200, 38, 8, 10, 24
"""Units of a drawing: about a pixel on a telephone, so that its letters can be read there too."""
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class Span:
    """One share on a line from nothing to all: `point` is None below ten cases."""

    low: float
    width: float
    point: float | None
    told: Sentence
    known: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line, and what it says to who rests on it."""

    x: float
    y: float
    name: str
    told: Sentence


@dataclass(frozen=True, slots=True)
class Course:
    """A share over the years: bands as polygons, lines between the points that may be drawn, dots."""

    bands: tuple[str, ...]
    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """Two counts over the years as areas, the second part of the first."""

    whole: str
    part: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


def span(share: Share) -> Span:
    """Draw one share."""
    known = share.n > 0
    low, high = (share.interval.low, share.interval.high) if known else (0.0, 0.0)
    rate = share.rate if share.percent_allowed else None
    return Span(
        round(100 * low, 1),
        round(max(1.0, 100 * (high - low)), 1) if known else 0.0,
        round(100 * rate, 1) if rate is not None else None,
        told(share),
        known,
    )


def course(shares: Sequence[tuple[str, Share]]) -> Course:
    """Draw a share over the years."""
    x = _across(len(shares))
    at = [(x(i), name, share) for i, (name, share) in enumerate(shares)]
    bands = []
    for band in _runs(at, lambda p: p[2].n > 0):
        # A year alone is a band with some width, or it would not be seen.
        edges = [(px + dx, s) for px, _, s in band for dx in ((-6, 6) if len(band) == 1 else (0,))]
        over = [f"{px:g},{_y(s.interval.high):g}" for px, s in edges]
        under = [f"{px:g},{_y(s.interval.low):g}" for px, s in reversed(edges)]
        bands.append(" ".join([*over, *under]))
    lines = [
        " ".join(f"{px:g},{_y(s.rate or 0):g}" for px, _, s in run)
        for run in _runs(at, lambda p: p[2].percent_allowed)
    ]
    dots = tuple(Dot(px, _y(s.rate or 0), name, told(s)) for px, name, s in at if s.percent_allowed)
    up = tuple(Tick(_y(p / 100), f"{p} %") for p in (0, 50, 100))
    return Course(tuple(bands), tuple(lines), dots, _labels(at), up)


def growth(counts: Sequence[tuple[str, int, int]], number: Callable[[int], str]) -> Growth:
    """Draw how a count and a part of it grew: (name, whole, part) each."""
    x = _across(len(counts))
    most = _round_up(max((whole for _, whole, _ in counts), default=1))

    def area(values: Iterable[int]) -> str:
        points = [f"{x(i):g},{_y(v / most):g}" for i, v in enumerate(values)]
        return " ".join([f"{x(0):g},{_y(0):g}", *points, f"{x(len(counts) - 1):g},{_y(0):g}"])

    return Growth(
        area(whole for _, whole, _ in counts),
        area(part for _, _, part in counts),
        _labels([(x(i), name, None) for i, (name, _, _) in enumerate(counts)]),
        tuple(Tick(_y(part), number(round(most * part))) for part in (0, 0.5, 1)),
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """Cases with neighbouring chances: where they lie, and how unsure that is."""

    x: float
    y: float
    low: float
    high: float
    said: int
    """Percent."""
    came: Sentence


@dataclass(frozen=True, slots=True)
class Reliability:
    """What was foretold against what came: on the diagonal the chances mean what they say."""

    marks: tuple[Mark, ...]
    diagonal: tuple[float, float, float, float]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


def reliability(bins: Sequence[tuple[float, Share]]) -> Reliability:
    """Draw (chance said, what came of it)."""

    def x(part: float) -> float:
        # Room for the last label, which stands under its mark.
        return round(LEFT + (WIDTH - LEFT - RIGHT - 14) * part, 1)

    marks = tuple(
        Mark(
            x(said),
            _y(came.rate or 0.0),
            _y(came.interval.low),
            _y(came.interval.high),
            round(100 * said),
            told(came),
        )
        for said, came in bins
        if came.n
    )
    percents = (0, 50, 100)
    return Reliability(
        marks,
        (x(0), _y(0), x(1), _y(1)),
        tuple(Tick(x(p / 100), f"{p} %") for p in percents),
        tuple(Tick(_y(p / 100), f"{p} %") for p in percents),
    )


def _across(count: int) -> Callable[[int], float]:
    room = WIDTH - LEFT - RIGHT - 20
    return lambda i: round(LEFT + 10 + (room * i / (count - 1) if count > 1 else room / 2), 1)


def _y(share: float) -> float:
    return round(TOP + (HEIGHT - TOP - FOOT) * (1 - share), 1)


def _runs(
    points: Sequence[tuple[float, str, Share]], there: Callable[[tuple[float, str, Share]], bool]
) -> list[list[tuple[float, str, Share]]]:
    """Cut where something is missing: a line across a gap would say what nobody knows."""
    return [list(run) for held, run in groupby(points, there) if held]


def _labels(at: Sequence[tuple[float, str, object]]) -> tuple[Tick, ...]:
    """Name as many as can be read, the last one always."""
    step = max(1, -(-len(at) // MOST_LABELS))
    return tuple(Tick(x, name) for i, (x, name, _) in enumerate(at) if (len(at) - 1 - i) % step == 0)


def _round_up(value: int) -> int:
    """Give the next number of the kind 1, 2, 5, 10, 20, ... whose half is whole too."""
    size = 10
    while True:
        for step in (1, 2, 4, 6, 8):
            if step * size >= value:
                return step * size
        size *= 10
