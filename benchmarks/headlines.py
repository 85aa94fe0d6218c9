"""How well headlines are read: fit to a target, seniority, function, flags, on graded lines.

Usage: `uv run python benchmarks/headlines.py [--cases ../shared/cases/headlines] [--json] [--cost]`.
The target text is all that is known of a member. Members on whom the weights were fitted are scored
with weights fitted without them; any other folder is scored with the weights that ship.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from fit_kit import Graded, Kit, auc, auc_interval, cases, ndcg10
from headline_scores import score_rules

from calabazas import shipped
from calabazas.reading.fit import FitReader, PersonTexts, Weights
from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BATCH = 30_000


def grams(text: str) -> Counter[str]:
    """Character 2- to 5-grams inside words, as the baseline counts them."""
    found: Counter[str] = Counter()
    for word in fold(text).split():
        padded = f" {word} "
        found.update(padded[at : at + n] for n in (2, 3, 4, 5) for at in range(len(padded) - n + 1))
    return found


def baseline(member: Graded, phrases: Sequence[str]) -> list[float]:
    """Character TF-IDF: the best phrase of the target with the best segment of the headline, cosine."""
    texts = [[part for part in _parts(person) if part] for person in member.people]
    counted = [grams(part) for parts in texts for part in parts]
    spread = Counter(gram for counts in counted for gram in counts)
    rarity = {gram: log((1 + len(counted)) / (1 + n)) + 1 for gram, n in spread.items()}
    wanted = [_vector(grams(phrase), rarity) for phrase in phrases]
    return [
        max((_cosine(_vector(grams(part), rarity), want) for part in parts for want in wanted), default=0.0)
        for parts in texts
    ]


def _parts(person: PersonTexts) -> list[str]:
    return [
        person.position,
        *(part.strip() for part in person.headline.replace("·", "|").replace("/", "|").split("|")),
    ]


def _vector(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    values = {gram: n * rarity.get(gram, 0.0) for gram, n in counts.items()}
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    return {gram: value / length for gram, value in values.items()}


def _cosine(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    return sum(value * two.get(gram, 0.0) for gram, value in one.items())


def score_member(member: Graded, reader: FitReader) -> dict[str, Any]:
    """The figures of one member, with the baseline's beside them."""
    scores = [fit.score for fit in reader.fit_headline(member.people)]
    phrases = [wish.phrase for wish in reader.target.wanted] or [member.target]
    gain, gain_span = ndcg10(scores, member.grades)
    plain = baseline(member, phrases)
    return {
        "fit_auc": auc(scores, member.grades),
        "fit_auc_interval": auc_interval(scores, member.grades),
        "ndcg10": gain,
        "ndcg10_span": gain_span,
        "baseline_auc": auc(plain, member.grades),
        "baseline_ndcg10": ndcg10(plain, member.grades)[0],
        "lines": len(member.grades),
    }


def cost(reader: FitReader, people: Sequence[PersonTexts]) -> dict[str, float]:
    """Seconds for a batch of 30,000 distinct headlines and milliseconds for a new one (95th percentile)."""
    many = [
        PersonTexts(f"{people[n % len(people)].headline} {n}", people[(n * 7) % len(people)].position)
        for n in range(BATCH)
    ]
    start = time.perf_counter()
    reader.fit_headline(many)
    batch = time.perf_counter() - start
    single = []
    for person in many[:200]:
        start = time.perf_counter()
        reader.fit_headline([PersonTexts(person.headline + " x", person.position)])
        single.append(1000 * (time.perf_counter() - start))
    return {"batch_30000_seconds": batch, "single_p95_ms": float(np.percentile(single, 95))}


def main() -> None:
    """Print the table; with --json the figures as the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=Path("../shared/cases/headlines"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cost", action="store_true")
    args = parser.parse_args()
    kit = Kit()
    lines, members = cases(args.cases)
    weights = shipped.read("fit.toml")
    readers = {
        member.name: kit.reader(member.target, Weights.read(weights, member.name)) for member in members
    }
    found = {member.name: score_member(member, readers[member.name]) for member in members}
    rules = score_rules(lines, kit.headlines)
    print(f"{'member':10} {'fit AUC':8} {'95 %':15} {'nDCG@10':8} {'TF-IDF AUC':11} TF-IDF nDCG")
    for name, row in found.items():
        low, high = row["fit_auc_interval"]
        print(
            f"{name:10} {row['fit_auc']:.3f}    {low:.3f} - {high:.3f}   {row['ndcg10']:.3f}    {row['baseline_auc']:.3f}       {row['baseline_ndcg10']:.3f}"
        )
    aucs = [row["fit_auc"] for row in found.values()]
    gains = [row["ndcg10"] for row in found.values()]
    print(f"mean {np.mean(aucs):.3f}, worst {min(aucs):.3f}; nDCG@10 {np.mean(gains):.3f}")
    print(f"seniority {rules['seniority_accuracy']:.3f}, function {rules['function_accuracy']:.3f}")
    print(f"flags: precision {rules['flags']['precision']}, recall {rules['flags']['recall']}")
    figures: dict[str, Any] = {
        "fit_auc": {name: row["fit_auc"] for name, row in found.items()},
        "fit_auc_mean": float(np.mean(aucs)),
        "fit_auc_worst": min(aucs),
        "ndcg10": float(np.mean(gains)),
        "ndcg10_per_member": {name: row["ndcg10"] for name, row in found.items()},
        "members": found,
        **rules,
    }
    if args.cost:
        figures["cost"] = cost(readers[members[0].name], members[0].people)
        print(figures["cost"])
    if args.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
