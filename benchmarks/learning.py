"""Do intervals hold what they promise, and does learning from a member's own acts help and never harm?

Usage: `uv run python benchmarks/learning.py [--json] [--members 600] [--acts 40]`. Members are
generated (`generator.py` says under which assumptions). The margin of the walk forward was chosen on other
members (seed 100) than those of the default seed. AUC and ECE are taken on 2,000 later invitations per
member. With 200 members the gain is known to 0.3 points and the share not worse to 2 points: use 600.
"""

from __future__ import annotations

import argparse
import json
from typing import NamedTuple

import numpy as np
from generator import NATS, received

from calabazas.measure.calibration import auc, expected_calibration_error
from calabazas.measure.forward import walk_forward
from calabazas.measure.intervals import Beta, Share, newcombe, wilson
from calabazas.measure.refit import Decisions, Prior, anchored, decisions, frozen

PRIOR_SPREAD = 4.0
"""Decibans by which a shipped weight may be off for one member; the refit looks at 1/8, 3/4 and 3/2 of it."""

HALF_A_POINT = 0.005


class Learned(NamedTuple):
    """One member who may learn: AUC before and after on later invitations, and ECE of what is then used."""

    taste: float
    before: float
    after: float
    adopted: bool
    ece_learned: float
    ece_used: float

    @property
    def gain(self) -> float:
        """AUC gained by what is used: nothing where the guard kept the old weights."""
        return self.after - self.before if self.adopted else 0.0


def coverage(runs: int, seed: int) -> dict[str, float]:
    """Share of runs in which 95 % intervals hold the truth, rates and sizes drawn as members have them."""
    dice = np.random.default_rng(seed)
    held = {"wilson": 0, "beta": 0, "newcombe": 0}
    for _ in range(runs):
        # Acceptance as the prior sees it, ten to three hundred cases: the shares a funnel shows in percent.
        p, q = dice.beta(3, 7, 2)
        n, m = dice.integers(10, 300, 2)
        one, two = Share(int(dice.binomial(n, p)), int(n)), Share(int(dice.binomial(m, q)), int(m))
        held["wilson"] += p in wilson(one.k, one.n)
        held["beta"] += p in Beta(3, 7).after(one).interval()
        held["newcombe"] += q - p in newcombe(one, two)
    return {name: count / runs for name, count in held.items()}


def learn(seed: int, number: int, acts: int) -> Learned | None:
    """One member's learning, or None before they have ten decisions of each kind."""
    truth = received(seed, number, acts=acts)
    seen: Decisions = decisions(truth.features, truth.accepted)
    if not seen.enough:
        return None
    prior = Prior(truth.shipped, np.full(len(truth.shipped), PRIOR_SPREAD * NATS))
    forward = walk_forward(prior, seen)
    old, new = frozen(prior, seen), anchored(prior, seen)
    later, came = truth.future_features, truth.future_accepted
    before, after = auc(old.log_odds(later), came), auc(new.log_odds(later), came)
    if forward is None or before is None or after is None:
        return None
    used = new if forward.adopt else old
    return Learned(
        truth.taste,
        before,
        after,
        forward.adopt,
        expected_calibration_error(new.chances(later), came),
        expected_calibration_error(used.chances(later), came),
    )


def summary(rows: list[Learned], members: int) -> dict[str, float]:
    """Figures of the gate, and those behind them."""
    n = len(rows)
    kept = Share(sum(row.gain >= 0 for row in rows), n)
    nearly = Share(sum(row.gain >= -HALF_A_POINT for row in rows), n)
    gains = [row.gain for row in rows]
    return {
        "members": members,
        "may_learn": n,
        "adopted": sum(row.adopted for row in rows) / n,
        "auc_frozen": float(np.mean([row.before for row in rows])),
        "auc_gain": float(np.mean(gains)),
        "auc_gain_se": float(np.std(gains) / n**0.5),
        "auc_gain_without_guard": float(np.mean([row.after - row.before for row in rows])),
        "not_worse": kept.k / n,
        "not_worse_low": kept.interval.low,
        "not_worse_by_half_a_point": nearly.k / n,
        "not_worse_without_guard": sum(row.after >= row.before for row in rows) / n,
        "worst_gain": min(gains),
        "ece_learned": float(np.mean([row.ece_learned for row in rows])),
        "ece_learned_p90": float(np.quantile([row.ece_learned for row in rows], 0.9)),
        "ece_used": float(np.mean([row.ece_used for row in rows])),
        "ece_used_within": sum(row.ece_used <= 0.08 for row in rows) / n,
    }


def bands(rows: list[Learned]) -> list[tuple[str, int, float, float, float, float]]:
    """Per band of taste: members, frozen AUC, gain, adopted, worse."""
    out = []
    for low in range(0, 10, 2):
        band = [row for row in rows if low <= row.taste < low + 2]
        if band:
            out.append(
                (
                    f"{low}-{low + 2} dB",
                    len(band),
                    float(np.mean([row.before for row in band])),
                    float(np.mean([row.gain for row in band])),
                    sum(row.adopted for row in band) / len(band),
                    sum(row.gain < 0 for row in band) / len(band),
                )
            )
    return out


def main() -> None:
    """Print the table, or the figures as JSON on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--members", type=int, default=600)
    parser.add_argument("--acts", type=int, default=40)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20261123)
    asked = parser.parse_args()
    covered = coverage(asked.runs, asked.seed)
    drawn = [learn(asked.seed, number, asked.acts) for number in range(asked.members)]
    rows = [row for row in drawn if row is not None]
    figures = summary(rows, asked.members)
    print(f"95 % intervals over {asked.runs} runs (gate 93-97 %)")
    for name, share in covered.items():
        print(f"  {name:<28}{share:8.1%}")
    print(f"Learning from {asked.acts} acts")
    for name, value in figures.items():
        print(f"  {name:<28}{value:8.3f}")
    print("  taste       members  AUC frozen    gain  adopted   worse")
    for name, count, before, gain, adopted, worse in bands(rows):
        print(f"  {name:<12}{count:7}{before:12.3f}{gain:8.3f}{adopted:9.0%}{worse:8.0%}")
    if asked.json:
        print(json.dumps({"coverage": covered, "learning": figures}))


if __name__ == "__main__":
    main()
