"""Does the member's own delay curve find the truth: the median wait within a day, and a deadline to trust?

Usage: `uv run python benchmarks/delays.py [--json] [--members 200] [--sent 300]`. Members are
generated (`generator.py`): only whole days are known, and what is still pending is censored. The oracle row
takes the plain median of the exact waits that were answered in time: no estimator on so few can be surer.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from generator import Outbox, sent

from calabazas.measure.survival import Wait, answer_curve, median_interval, own_deadline

if TYPE_CHECKING:
    from calabazas.measure.intervals import Interval


SENT_AT = 14 / 24
"""Generated members send between 8 and 20; an archive tells the hour of each invitation too."""


class Found(NamedTuple):
    """One member: true median, estimates of it, and the deadline proposed."""

    yeses: int
    truth: float
    curve: float
    oracle: float
    between: Interval
    day: int
    own: bool
    missed: float
    """Share of the answered-in-the-end whose yes comes after the proposed day."""


def look(outbox: Outbox, seed: int) -> Found | None:
    """What is found for one member, or None when nobody answered."""
    waits = [Wait(row.known_days, row.known_yes) for row in outbox.sent]
    median = answer_curve(waits, sent_at=SENT_AT).median
    between = median_interval(waits, sent_at=SENT_AT, seed=seed)
    if median is None or between is None:
        return None
    exact = [row.true_wait for row in outbox.sent if row.known_yes and row.true_wait is not None]
    ever = [row.true_wait for row in outbox.sent if row.true_wait is not None]
    deadline = own_deadline(waits, seed=seed)
    missed = sum(wait > deadline.day + 0.5 for wait in ever) / len(ever)
    return Found(
        len(exact),
        outbox.median_wait,
        median,
        float(np.median(exact)),
        between,
        deadline.day,
        deadline.why == "own",
        missed,
    )


def summary(found: list[Found]) -> dict[str, float]:
    """Figures over members with at least a hundred yeses."""
    rows = [one for one in found if one.yeses >= 100]
    errors = np.array([one.curve - one.truth for one in rows])
    oracle = np.array([one.oracle - one.truth for one in rows])
    return {
        "members": len(found),
        "with_100_yeses": len(rows),
        "mean_error_days": float(errors.mean()),
        "mean_absolute_error_days": float(np.abs(errors).mean()),
        "within_one_day": float((np.abs(errors) <= 1).mean()),
        "within_one_day_oracle": float((np.abs(oracle) <= 1).mean()),
        "median_interval_coverage": sum(one.truth in one.between for one in rows) / len(rows),
        "own_deadline": sum(one.own for one in rows) / len(rows),
        "deadline_median": float(np.median([one.day for one in rows])),
        "deadline_p10": float(np.quantile([one.day for one in rows], 0.1)),
        "deadline_p90": float(np.quantile([one.day for one in rows], 0.9)),
        "yeses_after_own_day": float(np.mean([one.missed for one in rows])),
    }


def main() -> None:
    """Print the table, or the figures as JSON on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--members", type=int, default=200)
    parser.add_argument("--sent", type=int, default=300)
    parser.add_argument("--seed", type=int, default=20261123)
    asked = parser.parse_args()
    looked = [look(sent(asked.seed, number, n=asked.sent), number) for number in range(asked.members)]
    found = [one for one in looked if one is not None]
    figures = summary(found)
    print(f"Delays of {asked.sent} invitations each")
    for name, value in figures.items():
        print(f"  {name:<28}{value:8.3f}")
    print("  true median    members  within a day  mean error")
    for low, high in ((1, 2), (2, 4), (4, 8)):
        band = [one.curve - one.truth for one in found if one.yeses >= 100 and low <= one.truth < high]
        if band:
            near = float((np.abs(band) <= 1).mean())
            print(f"  {low}-{high} days{len(band):15}{near:14.0%}{float(np.mean(band)):12.2f}")
    if asked.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
