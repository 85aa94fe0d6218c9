"""How long a yes takes to come, from yeses with their delay and silences with their age.

Dates are known to the day, so a delay of d days lies anywhere between d - 1 and d + 1. Sent at moment u of a
day (0 to 1), a yes counted on day d came before d + 1 - u: the curve by days is the true curve read at
d + 1 - u, and `Curve.median` reads it there. Some never answer: the curve levels off below one (a cure
fraction, Maller & Zhou 1996), and hope is reckoned against that level.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from calabazas.measure.intervals import Interval, z_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

HORIZON = 120
"""Days looked at; a yes that comes later counts as never."""

FEWEST_AT_RISK = 10
"""The curve stops where fewer than this many waits are still followed: one late yes would move it by a tenth."""

DRAWS = 400
"""Resamples behind the confidence of a deadline."""


class Wait(NamedTuple):
    """One question put to somebody: whole days until the yes, or until it was last seen unanswered."""

    days: int
    answered: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """Kaplan-Meier share answered by the end of each day 0, 1, 2...; empty when too few were followed.

    `low` and `high` bound `share` day by day at 95 % (Greenwood on the log-log scale).
    """

    share: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    at_risk: tuple[float, ...]
    sent_at: float = 0.5
    """Mean moment of the day at which the questions were put: 0.5 is noon."""

    @property
    def ever(self) -> float:
        """Share that ever answers, as far as the curve goes."""
        return self.share[-1] if self.share else 0.0

    @property
    def median(self) -> float | None:
        """Days by which half of those who ever answer have done so; None when nobody has."""
        return None if self.ever == 0 else _median(np.array(self.share), self.sent_at)

    def hope(self, day: int) -> float | None:
        """Chance of a later yes from somebody still silent after `day`; None beyond the curve."""
        if not 0 <= day < len(self.share):
            return None
        return float(_hope(np.array(self.share))[day])


@dataclass(frozen=True, slots=True)
class Deadline:
    """Days after which waiting is idle, how sure that is, and whether it is the member's own number.

    `why`: "own" (measured), "few" (too few yeses yet) or "short" (not followed for long enough);
    in the last two `day` is the convention and `between` is None.
    """

    day: int
    why: Literal["own", "few", "short"]
    answered: int
    between: Interval | None
    hope_left: float | None
    """Chance of a yes after `day`, from the member's own curve."""


def answer_curve(waits: Iterable[Wait], *, sent_at: float = 0.5) -> Curve:
    """Share answered by day, silences counted as not yet rather than no.

    Raises:
        ValueError: a wait is negative.
    """
    answered, silent = _tally(waits)
    risk = _at_risk(answered, silent)
    kept = _followed(risk)
    answered, risk = answered[:kept], risk[:kept]
    left = _left(answered, risk)
    # Greenwood's sum; once nobody is left silent the variance has no value and the band is the point.
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(risk > answered, answered / (risk * (risk - answered)), 0.0)
        log_left = np.log(left)
        swing = z_of(0.95) * np.sqrt(np.cumsum(terms)) / np.abs(log_left)
        low = 1 - left ** np.exp(-swing)
        high = 1 - left ** np.exp(swing)
    certain = (left >= 1) | (left <= 0)
    share = 1 - left
    return Curve(
        tuple(share.tolist()),
        tuple(np.where(certain, share, low).tolist()),
        tuple(np.where(certain, share, high).tolist()),
        tuple(risk.tolist()),
        sent_at,
    )


def own_deadline(
    waits: Iterable[Wait],
    *,
    seed: int = 0,
    hope: float = 0.05,
    bounds: tuple[int, int] = (7, 45),
    convention: int = 14,
    fewest: int = 30,
) -> Deadline:
    """Last day on which waiting still pays: afterwards the chance of a yes is below `hope`.

    The convention stands until `fewest` yeses are known, and until enough silences were followed up to the
    upper bound: a curve cut short knows no late yeses and would always advise giving up early.
    `between` is the bootstrap 90 % range of the day, within the bounds.

    Raises:
        ValueError: a wait is negative.
    """
    answered, silent = _tally(waits)
    yeses = int(answered.sum())
    risk = _at_risk(answered, silent)
    kept = _followed(risk)
    long_enough = kept > bounds[1]
    if yeses < fewest or not long_enough:
        return Deadline(convention, "few" if yeses < fewest else "short", yeses, None, None)
    share = 1 - _left(answered[:kept], risk[:kept])
    day = _last_day_worth_it(share, hope, bounds)
    drawn = _redraw(answered, silent, seed)
    days = [_last_day_worth_it(one[:kept], hope, bounds) for one in drawn]
    low, high = np.quantile(days, [0.05, 0.95])
    return Deadline(day, "own", yeses, Interval(float(low), float(high)), float(_hope(share)[day]))


def median_interval(
    waits: Iterable[Wait], *, sent_at: float = 0.5, seed: int = 0, level: float = 0.95
) -> Interval | None:
    """Bootstrap range, in days, of the median wait of those who answer; None when nobody has."""
    answered, silent = _tally(waits)
    kept = _followed(_at_risk(answered, silent))
    if answered[:kept].sum() == 0:
        return None
    medians = [_median(one[:kept], sent_at) for one in _redraw(answered, silent, seed) if one[kept - 1] > 0]
    low, high = np.quantile(medians, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high))


def _tally(waits: Iterable[Wait]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Count yeses and silences per day; what lies past the horizon was followed all the way, and silent."""
    answered, silent = np.zeros(HORIZON + 1), np.zeros(HORIZON + 2)
    for days, yes in waits:
        if days < 0:
            raise ValueError(f"nobody answers {-days} days before being asked")
        if yes and days <= HORIZON:
            answered[days] += 1
        else:
            silent[min(days, HORIZON + 1)] += 1
    return answered, silent


def _at_risk(answered: NDArray[np.float64], silent: NDArray[np.float64]) -> NDArray[np.float64]:
    """Waits followed through each day: the last day of a silence was seen for half of it (life-table rule)."""
    still = answered[::-1].cumsum()[::-1]
    quiet = silent[::-1].cumsum()[::-1][:-1]
    return np.asarray(still + quiet - silent[:-1] / 2, dtype=np.float64)


def _followed(risk: NDArray[np.float64]) -> int:
    """How many days from the first have enough waits under observation."""
    thin = np.flatnonzero(risk < FEWEST_AT_RISK)
    return int(thin[0]) if thin.size else len(risk)


def _left(answered: NDArray[np.float64], risk: NDArray[np.float64]) -> NDArray[np.float64]:
    """Kaplan-Meier share still silent after each day."""
    with np.errstate(divide="ignore", invalid="ignore"):
        daily = np.where(risk > 0, answered / risk, 0.0)
    # Half-counted silences can leave the risk a hair below the yeses of the very last day.
    return np.asarray(np.cumprod(1 - np.minimum(daily, 1.0), axis=-1), dtype=np.float64)


def _hope(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """P(yes later | silent so far) per day, against the level the curve ends on."""
    left = 1 - share
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(left > 0, (share[-1] - share) / left, 0.0), dtype=np.float64)


def _last_day_worth_it(share: NDArray[np.float64], hope: float, bounds: tuple[int, int]) -> int:
    below = np.flatnonzero(_hope(share) < hope)
    return int(np.clip(below[0], *bounds))


def _median(share: NDArray[np.float64], sent_at: float) -> float:
    """Moment at which half of the final level is reached; day d of the curve stands at d + 1 - sent_at.

    Between two days those still to answer dwindle exponentially, as they did where it was measured (Hu & Wang,
    arXiv 1111.5417); a straight line would be late by a tenth of a day.
    """
    waiting = 1 - share / share[-1]
    day = int(np.argmax(waiting <= 0.5))
    before, after = (float(waiting[day - 1]) if day else 1.0), float(waiting[day])
    start, length = (day - sent_at, 1.0) if day else (0.0, 1.0 - sent_at)
    if after <= 0:
        return start + length * (before - 0.5) / before
    return start + length * math.log(before / 0.5) / math.log(before / after)


def _redraw(answered: NDArray[np.float64], silent: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
    """Curves of DRAWS samples drawn again from the waits, one a row: a multinomial over the day counts."""
    counts = np.concatenate([answered, silent])
    total = int(counts.sum())
    dice = np.random.default_rng(seed)
    drawn = dice.multinomial(total, counts / total, DRAWS).astype(np.float64)
    yes, no = drawn[:, : len(answered)], drawn[:, len(answered) :]
    still = yes[:, ::-1].cumsum(axis=1)[:, ::-1]
    quiet = no[:, ::-1].cumsum(axis=1)[:, ::-1][:, :-1]
    return 1 - _left(yes, still + quiet - no[:, :-1] / 2)
