"""Would a careful member decide the same? The labelled members, from the bare archive to everything in hand.

    uv run python benchmarks/cases.py [--cases DIR] [--looks 20] [--seeds 20] [--wrong] [--plot FILE.svg] [--json]

Does in-process what `judge.py` beside the cases does through the command line. What is fitted is taken as fitted without
the member it is shown on. `harms`: fakes, collectors, sellers accepted; `lost`: people to accept ignored.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cases_kit import EVERYTHING, LABELS, TODAY, Case, Openings, Score, advice_of, key
from cases_plot import svg

from calabazas.measure.intervals import wilson

if TYPE_CHECKING:
    from calabazas.engine.answers import Answer

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
NAMES = ("es1", "en1", "es4")
LIFELIKE = "es4"
"""The member whose invitations have life's proportions: headlines for all, notes for few, any profile to be opened."""
MARKS = (5, 10, 15)


def stages(case: Case, home: Path) -> dict[str, Score]:
    """Score one member from the archive alone to everything, the product's looks in between."""
    scores: dict[str, Score] = {"always ignore": case.score(dict.fromkeys(case.labels, "ignore"))}
    for name, upto in (("archive", 1), ("+ list", 2), ("+ mail", 3)):
        scores[name] = case.score(advice_of(case.engine(home, EVERYTHING[:upto]).triage(TODAY)))
    looks = home / "looks"
    looks.mkdir()
    answers: list[Answer] = []
    for taken, answers in case.looking(looks, EVERYTHING[:3], max(MARKS)):
        if len(taken) in MARKS:
            scores[f"+ {len(taken)} looks"] = case.score(advice_of(answers))
    for mark in MARKS:
        # Fewer looks than that were worth asking for: the rest of the budget buys nothing.
        scores.setdefault(f"+ {mark} looks", case.score(advice_of(answers)))
    everything = case.engine(home, EVERYTHING).triage(TODAY)
    scores["everything"] = case.score(advice_of(everything))
    return scores


def wrong(case: Case, home: Path) -> list[str]:
    """Tell each case in which the advice differs from the label with everything in hand."""
    lines = []
    for a in case.engine(home / "wrong", EVERYTHING).triage(TODAY):
        label = case.labels.get(key(a.dossier.person.url))
        if label and label.label != a.verdict.advice:
            axes = ", ".join(f"{axis} {value:.0f}" for axis, value in a.verdict.axes.items() if value)
            lines.append(
                f"  {case.name} {label.id} {label.kind}: {label.label}, said {a.verdict.advice} ({a.verdict.row}; {axes})\n"
                f"      {label.reason}"
            )
    return sorted(lines)


def curves(case: Case, home: Path, most: int, seeds: int) -> dict[str, dict[str, list[float]]]:
    """Accuracy against looks: the product's order, orders by chance (their mean), the oldest first.

    Twice: as the product advises, which waits with whoever is worth a look until a quarter have been opened, and
    as if the member had to answer everybody at once after each look.
    """
    folder = home / "curve"
    folder.mkdir()
    order = [asked for asked, _ in case.looking(folder, EVERYTHING[:2], most)][-1]
    before = case.engine(home / "before", EVERYTHING[:2])
    after = case.engine(home / "after", ("archive", "list", "profiles"))
    found = {}
    for way, decide in (("as advised", False), ("all answered at once", True)):
        openings = Openings(case, before, after, decide=decide)
        found[way] = {
            "the product's order": openings.curve(order, most),
            "at random": openings.mean_of_random(most, seeds),
            "the oldest first": openings.curve(openings.ordered(lambda d: -(d.age_days or 0)), most),
        }
    return found


def table(name: str, scores: dict[str, Score]) -> None:
    """Print the table of one member."""
    print(f"\n{name}{'':22}accuracy (95 %)    macro-F1  decided, right    harms  lost  needless study")
    for stage, s in scores.items():
        between = wilson(round(s.accuracy * s.total), s.total)
        print(
            f"  {stage:18} {s.accuracy:10.3f} ({between.low:.2f}-{between.high:.2f})"
            f"{s.macro_f1:10.3f} {s.decided:6}/{s.total} {s.right:6.3f} {len(s.harms):9} {len(s.lost):5} {s.needless:9}"
        )


def draw(way: str, found: dict[str, list[float]]) -> None:
    """Print the curves."""
    print(f"\n{LIFELIKE}: accuracy after n looks, archive and list in hand, {way}")
    print("  n   " + "".join(f"{name:>22}" for name in found))
    for n, row in enumerate(zip(*found.values(), strict=True)):
        print(f"  {n:<4}" + "".join(f"{value:22.3f}" for value in row))


def figures(scores: dict[str, Score]) -> dict[str, dict[str, Any]]:
    """Give the figures for machines."""
    return {
        stage: {
            "accuracy": round(s.accuracy, 3),
            "macro_f1": round(s.macro_f1, 3),
            "decided": s.decided,
            "right": round(s.right, 3),
            "harms": list(s.harms),
            "lost": list(s.lost),
            "needless": s.needless,
            "pairs": {f"{a}>{b}": n for (a, b), n in sorted(s.pairs.items()) if a in LABELS},
        }
        for stage, s in scores.items()
    }


def main() -> None:
    """Measure and tell."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--cases", type=Path, default=CASES)
    options.add_argument("--looks", type=int, default=20)
    options.add_argument("--seeds", type=int, default=20)
    options.add_argument("--wrong", action="store_true", help="tell each case that differs from its label")
    options.add_argument("--plot", type=Path, help="write the curve of looks as SVG")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    result: dict[str, Any] = {"members": {}}
    for name in NAMES:
        if not (chosen.cases / name).is_dir():
            continue
        case = Case(chosen.cases / name)
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            scores = stages(case, home)
            table(name, scores)
            result["members"][name] = figures(scores)
            if chosen.wrong:
                print("\n".join(wrong(case, home)))
            if name == LIFELIKE:
                found = curves(case, home, chosen.looks, chosen.seeds)
                for way, one in found.items():
                    draw(way, one)
                result["curves"] = {
                    way: {k: [round(v, 3) for v in c] for k, c in one.items()} for way, one in found.items()
                }
                if chosen.plot:
                    drawn = svg(
                        "Whose profile is worth opening?",
                        found["all answered at once"],
                        "profiles opened",
                        "advice as labelled",
                    )
                    chosen.plot.write_text(drawn, "utf-8")
    if chosen.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
