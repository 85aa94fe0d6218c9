"""Does the sex that a title shows, or its language, change the fit? Pairs of labels of one occupation from ESCO.

Usage: `uv run python benchmarks/fit_pairs.py [--esco ../shared/data/esco] [--cases ../shared/cases/headlines] [--json]`.
Masculine/feminine labels of the Spanish file, and the Spanish and English label of every occupation,
for each target of the cases and of the project's own. The encoder has seen these labels: the language
figure flatters it, the gender figure does not depend on it (both forms are folded to one first).
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np
from fit_kit import Kit, cases, invented

from calabazas import shipped
from calabazas.reading.fit import PersonTexts, Weights


def pairs(folder: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Masculine/feminine pairs, and Spanish/English pairs."""
    with (folder / "occupations_en.csv").open(encoding="utf-8") as file:
        english = {row["conceptUri"]: row["preferredLabel"] for row in csv.DictReader(file)}
    gender, language = [], []
    with (folder / "occupations_es.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            forms = row["preferredLabel"].split("/")
            if len(forms) == 2 and len(forms[0].split()) == len(forms[1].split()):
                gender.append((forms[0], forms[1]))
            language.append((forms[0], english[row["conceptUri"]]))
    return gender, language


def main() -> None:
    """Print the table; with --json the figures as the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--esco", type=Path, default=Path("../shared/data/esco"))
    parser.add_argument("--cases", type=Path, default=Path("../shared/cases/headlines"))
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    kit, weights = Kit(), shipped.read("fit.toml")
    gender, language = pairs(args.esco)
    figures = {}
    print(f"{'target':18} gap p95   gap max   same grade es/en   ({len(gender)} and {len(language)} pairs)")
    for member in [*cases(args.cases)[1], *invented()]:
        reader = kit.reader(member.target, Weights.read(weights, member.name))
        one, two, three, four = (
            reader.fit_headline([PersonTexts(pair[side]) for pair in rows])
            for rows in (gender, language)
            for side in (0, 1)
        )
        gaps = np.array([abs(a.score - b.score) for a, b in zip(one, two, strict=True)])
        same = float(np.mean([a.grade == b.grade for a, b in zip(three, four, strict=True)]))
        figures[member.name] = {
            "gender_gap_p95": float(np.percentile(gaps, 95)),
            "gender_gap_max": float(gaps.max()),
            "same_grade_language": same,
        }
        row = figures[member.name]
        print(f"{member.name:18} {row['gender_gap_p95']:.4f}    {row['gender_gap_max']:.3f}     {same:.3f}")
    if args.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
