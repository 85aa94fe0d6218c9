"""Does the sex that a title shows, or its language, change the fit? Pairs of labels of one occupation from ESCO.

Usage: `uv run python benchmarks/fit_pairs.py [--esco ../shared/data/esco] [--cases ../shared/cases/headlines] [--json]`.
Masculine/feminine labels of the Spanish file, and the Spanish and English label of every occupation,
for each target of the cases and of the project's own. The gender figure does not depend on the encoder
(both forms are folded to one first); the language figure is taken on all occupations and, as the one to
trust, on those kept out of the encoder's training. "Graded" leaves out pairs where both are nothing or bland.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np
from fit_kit import Kit, cases, invented

from calabazas import shipped
from calabazas.reading.concepts import Concepts
from calabazas.reading.fit import Fit, PersonTexts, Weights


def pairs(
    folder: Path, kept_out: set[str]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[bool]]:
    """Masculine/feminine pairs, Spanish/English pairs, and which of these the encoder never saw."""
    with (folder / "occupations_en.csv").open(encoding="utf-8") as file:
        english = {row["conceptUri"]: row["preferredLabel"] for row in csv.DictReader(file)}
    gender, language, unseen = [], [], []
    with (folder / "occupations_es.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            forms = row["preferredLabel"].split("/")
            if len(forms) == 2 and len(forms[0].split()) == len(forms[1].split()):
                gender.append((forms[0], forms[1]))
            language.append((forms[0], english[row["conceptUri"]]))
            unseen.append(row["conceptUri"].rsplit("/", 1)[-1] in kept_out)
    return gender, language, unseen


def _word(fit: Fit) -> str:
    """Give the grade, a bland one as nothing: neither says that somebody fits."""
    return "nothing" if fit.grade in (None, "bland") else str(fit.grade)


def main() -> None:
    """Print the table; with --json the figures as the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--esco", type=Path, default=Path("../shared/data/esco"))
    parser.add_argument("--cases", type=Path, default=Path("../shared/cases/headlines"))
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    kit, weights = Kit(), shipped.read("fit.toml")
    known = Concepts(shipped.read("concepts.bin"), kit.encoder)
    gender, language, unseen = pairs(args.esco, {id.rsplit("/", 1)[-1] for id in known.kept_out})
    new = np.array(unseen)
    figures: dict[str, dict[str, float]] = {}
    print(
        f"{'target':18} gap p95   gap max   same grade es/en   unseen   unseen, graded   ({len(gender)}, {len(language)} and {new.sum()} pairs)"
    )
    for member in [*cases(args.cases)[1], *invented()]:
        reader = kit.reader(member.target, Weights.read(weights, member.name))
        one, two, three, four = (
            reader.fit_headline([PersonTexts(pair[side]) for pair in rows])
            for rows in (gender, language)
            for side in (0, 1)
        )
        gaps = np.array([abs(a.score - b.score) for a, b in zip(one, two, strict=True)])
        same = np.array([_word(a) == _word(b) for a, b in zip(three, four, strict=True)])
        some = np.array([{_word(a), _word(b)} != {"nothing"} for a, b in zip(three, four, strict=True)])
        figures[member.name] = {
            "gender_gap_p95": float(np.percentile(gaps, 95)),
            "gender_gap_max": float(gaps.max()),
            "same_grade_language": float(same.mean()),
            "same_grade_unseen": float(same[new].mean()),
            "same_grade_unseen_graded": float(same[new & some].mean()) if (new & some).any() else 1.0,
            "unseen_graded": int((new & some).sum()),
        }
        row = figures[member.name]
        print(
            f"{member.name:18} {row['gender_gap_p95']:.4f}    {row['gender_gap_max']:.3f}     {row['same_grade_language']:.3f}              {row['same_grade_unseen']:.3f}    {row['same_grade_unseen_graded']:.3f} of {row['unseen_graded']:.0f}"
        )
    rows = list(figures.values())
    graded = sum(row["unseen_graded"] for row in rows)
    held = sum(row["same_grade_unseen_graded"] * row["unseen_graded"] for row in rows)
    print(
        f"mean on unseen {np.mean([row['same_grade_unseen'] for row in rows]):.3f}, of those graded {held / max(graded, 1):.3f}"
    )
    if args.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
