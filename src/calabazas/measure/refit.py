"""Weights refitted to one person's decisions, held back by the weights they had.

Logistic regression with a Gaussian prior centred on the current weights: no weight moves far unless the
decisions insist. Newton on numpy, Laplace covariance, and an intercept from the person's own rate of yes.
Features times weights are natural log-odds (a deciban is ln(10)/10 of one). Outcomes are 1 (yes) and 0 (no).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from calabazas.measure.calibration import sigmoid

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats: TypeAlias = NDArray[np.float64]

FEWEST_EACH = 10
"""Decisions of each kind before anything is learned (fifty decisions in a student report still did harm)."""

SCALES = (0.125, 0.75, 1.5)
"""How far people may differ from the prior, in multiples of its spread: hardly, nearly as told, more than told.

The decisions say which (their marginal likelihood weighs the three fits), so that somebody who agrees
with the weights keeps them and somebody who does not is heard.
"""

INTERCEPT_SPREAD = 2.0
"""Prior standard deviation of the intercept around the person's own rate, in log-odds."""


@dataclass(frozen=True, slots=True, eq=False)
class Prior:
    """Weights before learning and how far each may be off (standard deviation), both in log-odds."""

    weights: Floats
    spread: Floats

    def __post_init__(self) -> None:
        if self.weights.shape != self.spread.shape or not np.all(self.spread > 0):
            raise ValueError("every weight needs one positive spread")


@dataclass(frozen=True, slots=True, eq=False)
class Decisions:
    """What was seen and what was decided, oldest first: one row of features per outcome.

    `counts` is how much each decision counts (1 unless it is old or half meant); `offset` is the part of
    its log-odds that is not up for learning.
    """

    features: Floats
    outcomes: Floats
    counts: Floats
    offset: Floats

    def __post_init__(self) -> None:
        lengths = {len(self.features), len(self.outcomes), len(self.counts), len(self.offset)}
        if len(lengths) > 1:
            raise ValueError(f"decisions of different lengths: {sorted(lengths)}")

    def __len__(self) -> int:
        return len(self.outcomes)

    @property
    def enough(self) -> bool:
        """Whether there are ten of each kind."""
        yes = int(self.outcomes.sum())
        return min(yes, len(self) - yes) >= FEWEST_EACH

    def part(self, start: int, stop: int) -> Decisions:
        """Decisions from `start` up to but without `stop`."""
        cut = slice(start, stop)
        return Decisions(self.features[cut], self.outcomes[cut], self.counts[cut], self.offset[cut])


def decisions(
    features: ArrayLike, outcomes: ArrayLike, counts: ArrayLike | None = None, offset: ArrayLike | None = None
) -> Decisions:
    """Decisions from plain lists, oldest first; each counts one and nothing is held fixed unless told.

    Raises:
        ValueError: lengths differ, or features are not one row per decision.
    """
    came = np.asarray(outcomes, dtype=np.float64)
    seen = np.asarray(features, dtype=np.float64)
    if seen.ndim != 2:
        raise ValueError("features come as one row per decision")
    each = np.ones(came.size) if counts is None else np.asarray(counts, dtype=np.float64)
    held = np.zeros(came.size) if offset is None else np.asarray(offset, dtype=np.float64)
    return Decisions(seen, came, each, held)


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Weights after learning, with the doubt that is left in them (last row and column: the intercept)."""

    weights: Floats
    intercept: float
    covariance: Floats
    learned_from: int

    @property
    def spread(self) -> Floats:
        """Standard deviation left in each weight, in log-odds."""
        return np.asarray(np.sqrt(np.diag(self.covariance)[:-1]))

    def log_odds(self, features: ArrayLike, offset: ArrayLike = 0.0) -> Floats:
        """Log-odds of a yes per row of features."""
        seen = np.asarray(features, dtype=np.float64)
        return np.asarray(seen @ self.weights + self.intercept + np.asarray(offset))

    def chances(self, features: ArrayLike, offset: ArrayLike = 0.0) -> Floats:
        """Chance of a yes per row, drawn towards one half by what is not known (MacKay 1992)."""
        seen = np.asarray(features, dtype=np.float64)
        rows = np.column_stack([seen, np.ones(len(seen))])
        doubt = np.einsum("ij,jk,ik->i", rows, self.covariance, rows)
        return sigmoid(self.log_odds(seen, offset) / np.sqrt(1 + math.pi * doubt / 8))


class Moved(NamedTuple):
    """Weight number `place` before and after, and the standard deviation left in it; log-odds."""

    place: int
    before: float
    after: float
    spread: float


def moved(prior: Prior, fit: Fit, at_least: float) -> tuple[Moved, ...]:
    """Weights that moved by `at_least` log-odds, furthest first."""
    shift = np.abs(fit.weights - prior.weights)
    order = np.argsort(-shift, kind="stable")
    return tuple(
        Moved(int(i), float(prior.weights[i]), float(fit.weights[i]), float(fit.spread[i]))
        for i in order
        if shift[i] >= at_least
    )


def own_intercept(log_odds: Floats, seen: Decisions) -> float:
    """Intercept at which the mean chance equals the person's own rate of yes.

    The rate is (k + 1) / (n + 2), so that a run of nothing but yeses does not become certainty.
    """
    total = float(seen.counts.sum())
    rate = (float(seen.counts @ seen.outcomes) + 1) / (total + 2)
    if total == 0:
        return 0.0
    share = seen.counts / total
    reach = float(np.abs(log_odds).max()) + 40
    low, high = -reach, reach
    for _ in range(44):
        middle = (low + high) / 2
        low, high = (middle, high) if float(share @ sigmoid(log_odds + middle)) < rate else (low, middle)
    return (low + high) / 2


def frozen(prior: Prior, seen: Decisions) -> Fit:
    """The weights as they were, with nothing from the person but their rate of yes."""
    size = len(prior.weights) + 1
    start = own_intercept(seen.features @ prior.weights + seen.offset, seen)
    return Fit(prior.weights, start, np.zeros((size, size)), len(seen))


def anchored(prior: Prior, seen: Decisions, scales: tuple[float, ...] = SCALES) -> Fit:
    """Weights learned from decisions, however few; see `refit` for what may be offered to a person."""
    start = own_intercept(seen.features @ prior.weights + seen.offset, seen)
    mean = np.append(prior.weights, start)
    rows = np.column_stack([seen.features, np.ones(len(seen))])
    fits = []
    for scale in scales:
        precision = np.append(1 / (scale * prior.spread) ** 2, 1 / INTERCEPT_SPREAD**2)
        fits.append(_newton(rows, seen, mean, precision))
    evidence = np.array([one[2] for one in fits])
    trust = np.exp(evidence - evidence.max())
    trust /= trust.sum()
    # The mixture is kept as the one Gaussian with its mean and covariance: a policy holds one set of weights.
    middle = np.asarray(sum(share * one[0] for share, one in zip(trust, fits, strict=True)))
    width = np.asarray(
        sum(
            share * (one[1] + np.outer(d, d))
            for share, one in zip(trust, fits, strict=True)
            for d in [one[0] - middle]
        )
    )
    return Fit(middle[:-1], float(middle[-1]), width, len(seen))


def refit(prior: Prior, seen: Decisions) -> Fit | None:
    """Weights learned from decisions; None before there are ten of each kind."""
    return anchored(prior, seen) if seen.enough else None


def _newton(rows: Floats, seen: Decisions, mean: Floats, precision: Floats) -> tuple[Floats, Floats, float]:
    """Most likely weights, their Laplace covariance, and the log evidence for this prior."""

    def height(at: Floats) -> float:
        log_odds = rows @ at + seen.offset
        fit = seen.counts @ (seen.outcomes * log_odds - np.logaddexp(0, log_odds))
        return float(fit - precision @ (at - mean) ** 2 / 2)

    at, best = mean, height(mean)
    for _ in range(100):
        slope, bend = _slope_and_bend(rows, seen, mean, precision, at)
        step, reach = np.linalg.solve(bend, slope), 1.0
        while (now := height(at + reach * step)) < best and reach > 1e-6:
            reach /= 2
        if now <= best + 1e-10:
            break
        at, best = at + reach * step, now
    bend = _slope_and_bend(rows, seen, mean, precision, at)[1]
    evidence = best + float(np.log(precision).sum() - np.linalg.slogdet(bend)[1]) / 2
    return at, np.asarray(np.linalg.inv(bend), dtype=np.float64), evidence


def _slope_and_bend(
    rows: Floats, seen: Decisions, mean: Floats, precision: Floats, at: Floats
) -> tuple[Floats, Floats]:
    chance = sigmoid(rows @ at + seen.offset)
    slope = rows.T @ (seen.counts * (seen.outcomes - chance)) - precision * (at - mean)
    bend = rows.T @ (rows * (seen.counts * chance * (1 - chance))[:, None]) + np.diag(precision)
    return slope, bend
