"""What k of n allows one to say: intervals, shares too small for a percentage, comparisons, sample sizes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

FEWEST_FOR_PERCENT = 10
"""Below this many cases a share is shown as k of n only."""

FEWEST_PER_ARM = 20
"""Below this many cases on either side nothing is called better."""

SURE_ENOUGH = 0.95
"""Posterior chance from which one arm may be called better than the other."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A range on the scale of the quantity it bounds; `low` never exceeds `high`."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """Distance from end to end."""
        return self.high - self.low

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def z_of(level: float) -> float:
    """Two-sided normal quantile: 1.96 for 0.95.

    Raises:
        ValueError: `level` is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not {level}")
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(k: float, n: float, level: float = 0.95) -> Interval:
    """Score interval of a proportion (Wilson, JASA 22, 1927); the whole range for n = 0.

    `k` and `n` may be fractional, for weighted counts.

    Raises:
        ValueError: k is negative or exceeds n.
    """
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n} is no proportion")
    if n == 0:
        return Interval(0.0, 1.0)
    z2 = z_of(level) ** 2
    share = k / n
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = math.sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n * n))) / (1 + z2 / n)
    # At k = 0 and k = n the ends are exact; floating point would leave 1e-17.
    return Interval(0.0 if k == 0 else centre - half, 1.0 if k == n else centre + half)


@dataclass(frozen=True, slots=True)
class Share:
    """`k` successes of `n` cases, and what may be said about them."""

    k: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.k <= self.n:
            raise ValueError(f"{self.k} of {self.n} is no share")

    @property
    def percent_allowed(self) -> bool:
        """Whether the cases are enough for a percentage to mean something."""
        return self.n >= FEWEST_FOR_PERCENT

    @property
    def rate(self) -> float | None:
        """The share from 0 to 1, or None when there are no cases; for plots and sums, not for sentences."""
        return self.k / self.n if self.n else None

    @property
    def percent(self) -> int | None:
        """Whole percent, or None while a percentage is not allowed."""
        return round(100 * self.k / self.n) if self.percent_allowed else None

    @property
    def interval(self) -> Interval:
        """Wilson interval at 95 %."""
        return wilson(self.k, self.n)

    def __add__(self, other: Share) -> Share:
        return Share(self.k + other.k, self.n + other.n)


@dataclass(frozen=True, slots=True)
class Beta:
    """A belief about a proportion: Beta(a, b), worth a + b cases."""

    a: float
    b: float

    def __post_init__(self) -> None:
        if not (self.a > 0 and self.b > 0):
            raise ValueError(f"Beta({self.a}, {self.b}) is no distribution")

    @property
    def mean(self) -> float:
        """Expected proportion."""
        return self.a / (self.a + self.b)

    def after(self, share: Share) -> Beta:
        """Belief once the share has been seen."""
        return Beta(self.a + share.k, self.b + share.n - share.k)

    def interval(self, level: float = 0.95) -> Interval:
        """Central credible interval (numerical, error below 1e-4)."""
        grid = _grid(self)
        below = _cumulative(self, grid)
        tail = (1 - level) / 2
        ends = np.interp([tail, 1 - tail], below, grid)
        low, high = 1 / (1 + np.exp(-ends))
        return Interval(float(low), float(high))


def _grid(*beliefs: Beta, steps: int = 20_001) -> NDArray[np.float64]:
    """Log-odds that hold all the mass of the beliefs: on this scale a Beta has light tails on both sides."""
    lows, highs = [], []
    for one in beliefs:
        mode = math.log(one.a / one.b)
        bulk = 9 * math.sqrt(1 / one.a + 1 / one.b)
        lows.append(mode - bulk - 40 / one.a)
        highs.append(mode + bulk + 40 / one.b)
    return np.linspace(min(lows), max(highs), steps)


def _density(belief: Beta, grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mass at each grid point, summing to one."""
    log = -belief.a * np.logaddexp(0, -grid) - belief.b * np.logaddexp(0, grid)
    mass = np.exp(log - log.max())
    return np.asarray(mass / mass.sum(), dtype=np.float64)


def _cumulative(belief: Beta, grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """Chance of lying below each grid point; half of a point's own mass counts."""
    mass = _density(belief, grid)
    return np.asarray(np.cumsum(mass) - mass / 2, dtype=np.float64)


def chance_better(a: Beta, b: Beta) -> float:
    """P(B > A) for independent beliefs (numerical, error below 1e-4)."""
    grid = _grid(a, b)
    return float(np.clip(_density(b, grid) @ _cumulative(a, grid), 0.0, 1.0))


def may_call_better(a: Share, b: Share, prior: Beta) -> bool:
    """Whether b may be called better than a: enough cases on both sides and P(B > A) >= 0.95."""
    enough = min(a.n, b.n) >= FEWEST_PER_ARM
    return enough and chance_better(prior.after(a), prior.after(b)) >= SURE_ENOUGH


def shrunk(share: Share, towards: float, weight: float = 10.0) -> float:
    """Share pulled towards a common mean that counts as `weight` cases; the mean itself when n = 0."""
    return (share.k + weight * towards) / (share.n + weight)


def newcombe(a: Share, b: Share, level: float = 0.95) -> Interval:
    """Interval of b's proportion minus a's (Newcombe, Statistics in Medicine 17, 1998, method 10)."""
    if not (a.n and b.n):
        return Interval(-1.0, 1.0)
    of_a, of_b = wilson(a.k, a.n, level), wilson(b.k, b.n, level)
    rate_a, rate_b = a.k / a.n, b.k / b.n
    difference = rate_b - rate_a
    down = math.hypot(rate_b - of_b.low, of_a.high - rate_a)
    up = math.hypot(of_b.high - rate_b, rate_a - of_a.low)
    return Interval(max(-1.0, difference - down), min(1.0, difference + up))


def bootstrap(
    values: Sequence[float] | NDArray[np.float64],
    statistic: Callable[[NDArray[np.float64]], float],
    *,
    seed: int,
    level: float = 0.95,
    runs: int = 2000,
) -> Interval:
    """Percentile interval of any statistic of one sample (Efron 1979); the seed makes it repeatable.

    Below some 20 values it is too narrow: it holds the mean of ten about 90 % of the time, not 95 %.

    Raises:
        ValueError: there are no values.
    """
    sample = np.asarray(values, dtype=np.float64)
    if sample.size == 0:
        raise ValueError("nothing to draw from")
    dice = np.random.default_rng(seed)
    drawn = np.array([statistic(dice.choice(sample, sample.size)) for _ in range(runs)])
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high))


def needed_per_arm(p: float, q: float, *, power: float = 0.8, level: float = 0.95) -> int:
    """Cases per arm that tell proportion p from q (normal approximation, two-sided test).

    Raises:
        ValueError: p and q are equal or lie outside 0 to 1.
    """
    if p == q or not (0 <= p <= 1 and 0 <= q <= 1):
        raise ValueError(f"no number of cases tells {p} from {q}")
    mean = (p + q) / 2
    under_null = z_of(level) * math.sqrt(2 * mean * (1 - mean))
    under_truth = NormalDist().inv_cdf(power) * math.sqrt(p * (1 - p) + q * (1 - q))
    # Rounded before the ceiling: 356.0000000001 must not become 357.
    return math.ceil(round(((under_null + under_truth) / (p - q)) ** 2, 6))


def detectable(p: float, per_arm: int) -> float | None:
    """Smallest rise above p that `per_arm` cases would show, to the percentage point; None when none would."""
    for points in range(1, round(100 * (1 - p)) + 1):
        if needed_per_arm(p, min(1.0, p + points / 100)) <= per_arm:
            return points / 100
    return None
