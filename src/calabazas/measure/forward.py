"""Whether learned weights foresee better than the old ones, on decisions that neither had seen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from calabazas.measure.calibration import auc, log_loss
from calabazas.measure.refit import FEWEST_EACH, anchored, frozen

if TYPE_CHECKING:
    from calabazas.measure.calibration import Floats
    from calabazas.measure.refit import Decisions, Prior

MARGIN = 1.0
"""Nats the learned weights must save over the whole walk before they may be offered.

A likelihood ratio of e. Without it one member in twenty is offered weights that are worse in truth
(`benchmarks/learning.py`): over thirty decisions "not worse" is too often luck.
"""

MOST_REFITS = 60
"""Refits in one walk forward; with more decisions each fit serves a few of them."""


class Scores(NamedTuple):
    """How well one set of weights foresaw decisions: surprise in nats per decision, and ranking."""

    log_loss: float
    auc: float | None


@dataclass(frozen=True, slots=True)
class WalkForward:
    """Both sets of weights on decisions neither had seen, each foretold from the earlier ones alone."""

    frozen: Scores
    learned: Scores
    judged: int

    @property
    def adopt(self) -> bool:
        """Whether the learned weights may be offered: clearly less surprised, and ranking no worse."""
        if self.learned.auc is None or self.frozen.auc is None:
            return False
        return self.saved >= MARGIN and self.learned.auc >= self.frozen.auc

    @property
    def saved(self) -> float:
        """Nats of surprise the learned weights saved over all judged decisions; negative when they cost."""
        return (self.frozen.log_loss - self.learned.log_loss) * self.judged


def walk_forward(prior: Prior, seen: Decisions, first: int = FEWEST_EACH) -> WalkForward | None:
    """Foretell each decision after the first ten from those before it, frozen and learned side by side.

    None before there are ten of each kind.
    """
    if not seen.enough:
        return None
    step = math.ceil((len(seen) - first) / MOST_REFITS)
    said: dict[str, list[Floats]] = {"frozen": [], "learned": [], "before": [], "after": []}
    for start in range(first, len(seen), step):
        known, new = seen.part(0, start), seen.part(start, start + step)
        before, after = frozen(prior, known), anchored(prior, known)
        said["frozen"].append(before.chances(new.features, new.offset))
        said["learned"].append(after.chances(new.features, new.offset))
        # Ranked without the intercept: it moves with the rate of yes and would blur an order it has no part in.
        said["before"].append(before.log_odds(new.features, new.offset) - before.intercept)
        said["after"].append(after.log_odds(new.features, new.offset) - after.intercept)
    chance = {name: np.concatenate(parts) for name, parts in said.items()}
    came = seen.outcomes[first:]
    return WalkForward(
        Scores(log_loss(chance["frozen"], came), auc(chance["before"], came)),
        Scores(log_loss(chance["learned"], came), auc(chance["after"], came)),
        len(came),
    )
