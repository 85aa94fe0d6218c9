"""Whether chances mean what they say: reliability, Brier, log-loss, ECE, AUC, and Platt's correction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from calabazas.measure.intervals import Share

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats: TypeAlias = NDArray[np.float64]

CLOSEST = 1e-9
"""No chance is taken as nearer to 0 or 1 than this, so that one surprise costs much and not everything."""


def sigmoid(log_odds: ArrayLike) -> Floats:
    """Chance from log-odds (natural); safe at both ends."""
    return np.asarray(0.5 * (1 + np.tanh(np.asarray(log_odds, dtype=np.float64) / 2)))


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases with neighbouring chances: what was said on average, and what came of them."""

    said: float
    came: Share


def reliability(chances: ArrayLike, outcomes: ArrayLike, bins: int = 10) -> tuple[Bin, ...]:
    """Reliability curve over bins of equal mass, lowest chances first; fewer bins when there are fewer cases.

    Equal chances may fall into two bins: masses stay equal, and within a bin order does not matter.

    Raises:
        ValueError: lengths differ, or a chance lies outside 0 to 1.
    """
    said, came = _pair(chances, outcomes)
    if said.size == 0:
        return ()
    order = np.argsort(said, kind="stable")
    parts = np.array_split(order, min(bins, said.size))
    return tuple(Bin(float(said[part].mean()), Share(int(came[part].sum()), part.size)) for part in parts)


def expected_calibration_error(chances: ArrayLike, outcomes: ArrayLike, bins: int = 10) -> float:
    """Mean distance between said and come over equal-mass bins, from 0 (right) to 1; 0 without cases.

    Chance alone makes it about 0.8 * sqrt(p (1 - p) / cases per bin): with forty cases 0.16 means nothing.
    """
    curve = reliability(chances, outcomes, bins)
    total = sum(one.came.n for one in curve)
    return sum(abs(one.said * one.came.n - one.came.k) for one in curve) / total if total else 0.0


def brier(chances: ArrayLike, outcomes: ArrayLike) -> float:
    """Mean squared error of the chances (Brier 1950): 0 is perfect, 0.25 is always saying one half.

    Raises:
        ValueError: there are no cases, lengths differ, or a chance lies outside 0 to 1.
    """
    said, came = _pair(chances, outcomes, some=True)
    return float(np.mean((said - came) ** 2))


def log_loss(chances: ArrayLike, outcomes: ArrayLike) -> float:
    """Mean surprise in nats: 0 is perfect, 0.693 is always saying one half.

    Raises:
        ValueError: there are no cases, lengths differ, or a chance lies outside 0 to 1.
    """
    said, came = _pair(chances, outcomes, some=True)
    said = np.clip(said, CLOSEST, 1 - CLOSEST)
    return float(-np.mean(np.where(came == 1, np.log(said), np.log1p(-said))))


def auc(scores: ArrayLike, outcomes: ArrayLike) -> float | None:
    """Chance that a yes scores above a no, ties counting half (Mann-Whitney); None without both classes.

    Raises:
        ValueError: lengths differ.
    """
    score, came = np.asarray(scores, dtype=np.float64), np.asarray(outcomes, dtype=np.float64)
    if score.shape != came.shape:
        raise ValueError(f"{score.size} scores for {came.size} outcomes")
    yes = int(came.sum())
    no = came.size - yes
    if not (yes and no):
        return None
    _, place, sizes = np.unique(score, return_inverse=True, return_counts=True)
    ends = np.cumsum(sizes)
    ranks = (ends - (sizes - 1) / 2)[place]
    return float((ranks[came == 1].sum() - yes * (yes + 1) / 2) / (yes * no))


@dataclass(frozen=True, slots=True)
class Platt:
    """Correction of scores into chances: sigmoid(slope * score + offset)."""

    slope: float
    offset: float

    def __call__(self, scores: ArrayLike) -> Floats:
        """Corrected chances."""
        return sigmoid(self.slope * np.asarray(scores, dtype=np.float64) + self.offset)


def platt(scores: ArrayLike, outcomes: ArrayLike, *, fewest: int = 30, fewest_each: int = 8) -> Platt | None:
    """Fit Platt's correction to log-odds scores with his prior counts; None before there is enough to fit.

    One case is added to each class (Platt 1999), which keeps separable scores from running to infinity;
    Newton's steps as in Lin, Lin & Weng (Machine Learning 68, 2007). The slope is never negative: a
    correction stretches or flattens an order, it does not turn it round.

    Raises:
        ValueError: lengths differ.
    """
    score, came = np.asarray(scores, dtype=np.float64), np.asarray(outcomes, dtype=np.float64)
    if score.shape != came.shape:
        raise ValueError(f"{score.size} scores for {came.size} outcomes")
    yes = came.sum()
    no = came.size - yes
    if came.size < fewest or min(yes, no) < fewest_each:
        return None
    goal = np.where(came == 1, (yes + 1) / (yes + 2), 1 / (no + 2))
    line = np.column_stack([score, np.ones_like(score)])
    at = np.array([0.0, np.log((yes + 1) / (no + 1))])
    best = _surprise(line @ at, goal)
    for _ in range(100):
        chance = sigmoid(line @ at)
        slope = line.T @ (chance - goal)
        bend = line.T @ (line * (chance * (1 - chance))[:, None]) + 1e-12 * np.eye(2)
        step, reach = np.linalg.solve(bend, slope), 1.0
        while (now := _surprise(line @ (at - reach * step), goal)) > best and reach > 1e-10:
            reach /= 2
        at = at - reach * step
        if best - now < 1e-12:
            break
        best = now
    if at[0] < 0:
        return Platt(0.0, float(np.log((yes + 1) / (no + 1))))
    return Platt(float(at[0]), float(at[1]))


def _surprise(log_odds: Floats, goal: Floats) -> float:
    return float(np.sum(np.logaddexp(0, log_odds) - goal * log_odds))


def _pair(chances: ArrayLike, outcomes: ArrayLike, *, some: bool = False) -> tuple[Floats, Floats]:
    said, came = np.asarray(chances, dtype=np.float64), np.asarray(outcomes, dtype=np.float64)
    if said.shape != came.shape:
        raise ValueError(f"{said.size} chances for {came.size} outcomes")
    if said.size and not (said.min() >= 0 and said.max() <= 1):
        raise ValueError("a chance lies between 0 and 1")
    if some and said.size == 0:
        raise ValueError("no cases to score")
    return said, came
