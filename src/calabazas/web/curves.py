"""The member's own curve of yeses as lines to draw, with the same numbers for the table beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from calabazas.desk.sent import Sent
    from calabazas.measure.survival import Curve

WIDTH, HEIGHT = 360, 170
LEFT, RIGHT, TOP, BOTTOM = 38, 8, 14, 26
"""Room for the numbers beside the axes, in the units of the drawing."""
FEWEST_DAYS = 21
ROWS = (0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120)
"""Days that the table tells."""


class Tick(NamedTuple):
    """A mark on an axis: where it stands, and its number."""

    at: float
    number: int


class Row(NamedTuple):
    """A day of the table, in percent: who has said yes by then, and the chance of a later yes."""

    day: int
    share: int
    low: int
    high: int
    hope: float | None


class Drawing(NamedTuple):
    """The curve as an SVG path, its band, its axes, and where the deadline stands; `sketch` when too few are known."""

    line: str
    band: str
    days: tuple[Tick, ...]
    shares: tuple[Tick, ...]
    deadline: float | None
    rows: tuple[Row, ...]
    sketch: bool


def drawing(s: Sent) -> Drawing | None:
    """Draw the curve; None while nothing has been followed."""
    curve = s.curve
    if len(curve.share) < 2 or not curve.ever:
        return None
    last = max(FEWEST_DAYS, len(curve.share) - 1, s.deadline.day)
    top = next(t for t in (0.2, 0.4, 0.6, 0.8, 1.0) if max(curve.high) <= t or t == 1.0)

    def x(day: float) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * day / last, 1)

    def y(share: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share / top, 1)

    upper = _steps([(x(d), y(v)) for d, v in enumerate(curve.high)])
    lower = _steps([(x(d), y(v)) for d, v in enumerate(curve.low)])
    return Drawing(
        "M" + " L".join(f"{a} {b}" for a, b in _steps([(x(d), y(v)) for d, v in enumerate(curve.share)])),
        "M" + " L".join(f"{a} {b}" for a, b in [*upper, *reversed(lower)]) + " Z",
        tuple(Tick(x(d), d) for d in range(0, last + 1, 7 if last <= 45 else 14 if last <= 90 else 30)),
        tuple(Tick(y(top * part), round(100 * top * part)) for part in (0, 0.5, 1)),
        x(s.deadline.day),
        tuple(_row(curve, day) for day in ROWS if day < len(curve.share)),
        s.deadline.why != "own",
    )


def _row(curve: Curve, day: int) -> Row:
    told = (curve.share[day], curve.low[day], curve.high[day])
    share, low, high = (round(100 * v) for v in told)
    return Row(day, share, low, high, curve.hope(day))


def _steps(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is known by the day stands still until the next: a stair, not a slope."""
    stair = points[:1]
    for (_, before), (x, y) in pairwise(points):
        stair += [(x, before), (x, y)] if before != y else [(x, y)]
    return stair
