"""Fits the few weights of the fit on graded headlines and writes shipped/fit.toml.

Usage: `uv run python training/fit_weights.py [--cases ../shared/cases/headlines] [--show]`.
Logistic regression with the sign of each weight fixed beforehand, every member weighing the root of
their lines. Beside the weights fitted on all stand those fitted without each graded member, so that
benchmarks never score a member on whom something was fitted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import tomli_w

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from fit_kit import Graded, Kit, auc, cases, invented, ndcg10

from calabazas.reading.fit import FEATURES, Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

AGAINST = {"foreign", "unwanted", "excluded", "bare"}
SHRINK, STEPS = 0.003, 4000
# A grade as the chance that the member would want to see this person.
CHANCE = ([0, 1, 2, 3], [0.01, 0.2, 0.8, 0.99])
BOUNDS = {"exact": 0.72, "useful": 0.5, "weak": 0.2}
OUT = Path(__file__).parent.parent / "src" / "calabazas" / "shipped" / "fit.toml"


def logistic(
    rows: NDArray[np.float64], chances: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Intercept and weights by projected gradient steps; a weight never takes the wrong sign."""
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in FEATURES])
    held = np.hstack([np.ones((len(rows), 1)), rows])
    steep = float(np.linalg.eigvalsh((held * weights[:, None]).T @ held / weights.sum()).max()) / 4 + SHRINK
    found = np.zeros(held.shape[1])
    for _ in range(STEPS):
        slope = held.T @ (weights * (1 / (1 + np.exp(-held @ found)) - chances)) / weights.sum()
        slope[1:] += SHRINK * found[1:]
        found -= slope / steep
        found[1:] = np.where(signs * found[1:] < 0, 0, found[1:])
    return found


def fitted(sets: Sequence[tuple[Graded, NDArray[np.float64]]]) -> NDArray[np.float64]:
    """Intercept and weights on these members."""
    rows = np.vstack([values for _, values in sets])
    chances = np.interp(np.concatenate([graded.grades for graded, _ in sets]), *CHANCE)
    weights = np.concatenate([np.full(len(graded.grades), len(graded.grades) ** -0.5) for graded, _ in sets])
    return logistic(rows, chances, weights)


def table(found: NDArray[np.float64]) -> dict[str, object]:
    """As it stands in the file."""
    weights = {name: round(float(value), 3) for name, value in zip(FEATURES, found[1:], strict=True)}
    return {"intercept": round(float(found[0]), 3), "weights": weights}


def main() -> None:
    """Fit on all, fit without each, say how those do on the one left out, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=Path("../shared/cases/headlines"))
    parser.add_argument("--show", action="store_true", help="only measure")
    args = parser.parse_args()
    kit = Kit()
    blank = Weights(0.0, (0.0,) * len(FEATURES), (0.7, 0.5, 0.2))
    members = [*cases(args.cases)[1], *invented()]
    sets = [(member, kit.reader(member.target, blank).rows(member.people)) for member in members]
    without = {}
    for member, rows in sets:
        left = fitted([pair for pair in sets if pair[0].name != member.name])
        without[member.name] = table(left)
        scores = (left[0] + rows @ left[1:]).tolist()
        print(
            f"{member.name:18} left out: AUC {auc(scores, member.grades):.3f}  nDCG@10 {ndcg10(scores, member.grades)[0]:.3f}"
        )
    whole = table(fitted(sets))
    print(whole)
    if not args.show:
        head = "# Weights of the fit: logistic regression by training/fit_weights.py on graded headlines (source: fitted).\n"
        OUT.write_text(head + tomli_w.dumps({**whole, "bounds": BOUNDS, "without": without}), "utf-8")


if __name__ == "__main__":
    main()
