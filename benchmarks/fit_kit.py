"""What the benchmarks and the training of the fit share: readers from what ships, graded sets, the measures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from calabazas import shipped
from calabazas.reading.encoder import Encoder
from calabazas.reading.fields import Fields, read_fields
from calabazas.reading.fit import FitReader, PersonTexts, Weights
from calabazas.reading.places import Places
from calabazas.reading.target import TargetReader
from calabazas.reading.wishes import Cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from calabazas.people.target import Target

INVENTED = Path(__file__).parent.parent / "tests" / "data" / "targets"
DRAWS, DRAWN = 20, 60


@dataclass(frozen=True)
class Graded:
    """One member's target with people and their mean grades 0..3."""

    name: str
    target: str
    people: tuple[PersonTexts, ...]
    grades: tuple[float, ...]


class Kit:
    """Everything that reads, loaded once."""

    def __init__(self) -> None:
        from headline_scores import build_reader

        self.fields = Fields(read_fields(shipped.read(f"fields/{name}.toml") for name in shipped.FIELDS))
        self.places = Places(shipped.read("places.toml"))
        self.headlines = build_reader()
        self.encoder = Encoder(shipped.read("encoder.bin"))
        self.targets = TargetReader(Cues(shipped.read("wishes.toml")), self.fields, self.places)

    def reader(self, target: str | Target, weights: Weights) -> FitReader:
        """The reader of the fit to a target."""
        understood = self.targets.read(target) if isinstance(target, str) else target
        return FitReader(
            understood,
            self.fields,
            weights,
            encoder=self.encoder,
            headlines=self.headlines,
            places=self.places,
        )


def cases(folder: Path) -> tuple[list[dict[str, Any]], list[Graded]]:
    """The lines of a folder of graded headlines, and one graded set a member."""
    lines = [
        json.loads(line)
        for line in (folder / "headlines.jsonl").read_text("utf-8").splitlines()
        if line.strip()
    ]
    targets = json.loads((folder / "targets.json").read_text("utf-8"))
    people = tuple(
        PersonTexts(line["headline"], line["position"] or "", line["company"] or "") for line in lines
    )
    return lines, [
        Graded(name, text, people, tuple(float(np.mean(line["fit"][name])) for line in lines))
        for name, text in targets.items()
    ]


def invented(folder: Path = INVENTED) -> list[Graded]:
    """The project's own invented targets."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        head, *rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        people = tuple(PersonTexts(row["headline"], row["position"]) for row in rows)
        found.append(Graded(path.stem, head["target"], people, tuple(float(row["fit"]) for row in rows)))
    return found


def auc(scores: Sequence[float] | NDArray[np.float64], grades: Sequence[float]) -> float:
    """Chance that somebody graded 2 or more scores above somebody graded 1 or less; ties count half."""
    values, truth = np.asarray(scores, float), np.asarray(grades, float)
    high, low = values[truth >= 2], values[truth <= 1]
    if not len(high) or not len(low):
        return float("nan")
    return float((high[:, None] > low).mean() + 0.5 * (high[:, None] == low).mean())


def auc_interval(scores: Sequence[float], grades: Sequence[float], runs: int = 400) -> tuple[float, float]:
    """95 % bootstrap interval of the AUC over lines."""
    dice = np.random.default_rng(7)
    values, truth = np.asarray(scores, float), np.asarray(grades, float)
    drawn = [
        auc(values[rows], truth[rows].tolist()) for rows in dice.integers(0, len(values), (runs, len(values)))
    ]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def ndcg10(
    scores: Sequence[float], grades: Sequence[float], seed: int = 0
) -> tuple[float, tuple[float, float]]:
    """nDCG@10 with the grade as gain, mean over random draws of 60 lines, and the span of 95 % of draws."""
    dice = np.random.default_rng(seed)
    values, gains = np.asarray(scores, float), np.asarray(grades, float)
    found = []
    for _ in range(DRAWS):
        rows = dice.choice(len(values), min(DRAWN, len(values)), replace=False)
        order = rows[np.argsort(-values[rows], kind="stable")][:10]
        ideal = np.sort(gains[rows])[::-1][:10]
        falls = 1 / np.log2(np.arange(2, 12))
        best = float((ideal * falls[: len(ideal)]).sum())
        if best:
            found.append(float((gains[order] * falls[: len(order)]).sum()) / best)
    low, high = np.percentile(found, [2.5, 97.5])
    return float(np.mean(found)), (float(low), float(high))
