"""How long does a whole import take, and how much memory, beside the barest one that keeps no promise at all?

Usage: `uv run python benchmarks/import.py [--json] [--rounds 5] [--bench ../shared/bench]`. The archive is
generated (30,000 connections, 200,000 messages, 5,000 invitations); each round runs the barest import,
ours and, where pandas can be had, the usual route over data frames, one after the other in processes of
their own; medians are told. Memory is the peak above that of a bare interpreter. Last, the dossiers of
all open invitations are built from what was imported.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

_TAIL = """
import resource, time
print(json.dumps({"seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, **extra}))
"""
_HEAD = """
import json, sys, time
extra = {}
began, cpu = time.perf_counter(), time.process_time()
"""
OURS = (
    _HEAD
    + """
from pathlib import Path
from calabazas.desk.take_in import take_in
from calabazas.sources import doors
from calabazas.store import open_member
with open_member(Path(sys.argv[2])) as store:
    extra["new"] = take_in(store, doors.find([Path(sys.argv[1])])).total("new")
"""
    + _TAIL
)
DOSSIERS = (
    _HEAD
    + """
from datetime import date
from pathlib import Path
from calabazas.store import dossiers, open_member
with open_member(Path(sys.argv[2])) as store:
    store.db.execute("SELECT 1").fetchone()
    began, cpu = time.perf_counter(), time.process_time()
    extra["open"] = len(dossiers.open_invitations(store, date(2026, 11, 23)))
    extra["seconds_once"] = time.perf_counter() - began
"""
    + _TAIL
)
FRAMES = (
    _HEAD
    + """
import sqlite3, zipfile
import pandas as pd
with zipfile.ZipFile(sys.argv[1]) as archive, sqlite3.connect(sys.argv[2]) as db:
    people = pd.read_csv(archive.open("Connections.csv"), skiprows=3)
    people["Connected On"] = pd.to_datetime(people["Connected On"], format="%d %b %Y")
    asked = pd.read_csv(archive.open("Invitations.csv"))
    asked["Sent At"] = pd.to_datetime(asked["Sent At"], format="%m/%d/%y, %I:%M %p")
    said = pd.read_csv(archive.open("messages.csv"))
    said["DATE"] = pd.to_datetime(said["DATE"].str[:19])
    for name, frame in (("c", people), ("i", asked), ("m", said)):
        frame.to_sql(name, db, index=False)
"""
    + _TAIL
)


def run(command: list[str]) -> str:
    """Run one import in a process of its own and give what it printed; "" when it cannot run."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def figures(text: str) -> dict[str, float]:
    """Read the figures of one run."""
    return {key: float(value) for key, value in json.loads(text.splitlines()[-1]).items()}


def barest(text: str) -> dict[str, float]:
    """Read the line that the barest import prints: `3.00 s, peak 22 MB`."""
    words = text.split()
    return {"seconds": float(words[0]), "peak": float(words[3])}


def measure(bench: Path, rounds: int, folder: Path) -> dict[str, list[dict[str, float]]]:
    """Run all ways in turn, `rounds` times over."""
    archive = folder / "archive.zip"
    run([sys.executable, str(bench / "make_archive.py"), str(archive)])
    frames = ["uv", "run", "--no-project", "--with", "pandas", "python", "-c", FRAMES]
    has_frames = bool(run([*frames[:-2], "-c", "import pandas; print(1)"]))
    found: dict[str, list[dict[str, float]]] = {"barest": [], "ours": [], "frames": [], "dossiers": []}
    for number in range(rounds):
        place = {way: str(folder / f"{way}-{number}" / "member.sqlite") for way in found}
        for way in ("barest", "frames"):
            Path(place[way]).parent.mkdir()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        plain = barest(run([sys.executable, str(bench / "barest.py"), str(archive), place["barest"]]))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        plain["cpu"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found["barest"].append(plain)
        found["ours"].append(figures(run([sys.executable, "-c", OURS, str(archive), place["ours"]])))
        found["dossiers"].append(figures(run([sys.executable, "-c", DOSSIERS, str(archive), place["ours"]])))
        if has_frames and number < 2:
            found["frames"].append(figures(run([*frames, str(archive), place["frames"]])))
        for way in ("barest", "ours", "frames"):
            for path in Path(place[way]).parent.glob("*"):
                path.unlink()
    return found


def main() -> None:
    """Measure and tell."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--bench", type=Path, default=Path(__file__).parents[2] / "shared" / "bench")
    chosen = options.parse_args()
    empty = float(
        run(
            [
                sys.executable,
                "-c",
                "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)",
            ]
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        found = measure(chosen.bench, chosen.rounds, Path(folder))

    def middle(way: str, key: str) -> float:
        return statistics.median(one[key] for one in found[way]) if found[way] else float("nan")

    ratios = [
        ours["seconds"] / plain["seconds"] for ours, plain in zip(found["ours"], found["barest"], strict=True)
    ]
    result = {
        "barest_s": round(middle("barest", "seconds"), 2),
        "barest_cpu_s": round(middle("barest", "cpu"), 2),
        "ours_s": round(middle("ours", "seconds"), 2),
        "ours_cpu_s": round(middle("ours", "cpu"), 2),
        "ratio": round(statistics.median(ratios), 2),
        "cpu_ratio": round(middle("ours", "cpu") / middle("barest", "cpu"), 2),
        "above_interpreter_mb": round(middle("ours", "peak") - empty, 1),
        "frames_s": round(middle("frames", "seconds"), 2) if found["frames"] else None,
        "frames_above_mb": round(middle("frames", "peak") - empty, 1) if found["frames"] else None,
        "open": int(middle("dossiers", "open")),
        "dossiers_cpu_s": round(middle("dossiers", "cpu"), 2),
        "rounds": chosen.rounds,
    }
    print(f"{'':28}{'seconds':>9}{'MB above a bare interpreter':>30}")
    print(f"{'barest (csv to sqlite)':28}{result['barest_s']:>9}{middle('barest', 'peak') - empty:>30.1f}")
    print(f"{'ours':28}{result['ours_s']:>9}{result['above_interpreter_mb']:>30}")
    if found["frames"]:
        print(f"{'data frames':28}{result['frames_s']:>9}{result['frames_above_mb']:>30}")
    print(f"ours / barest, median of {chosen.rounds} rounds: {result['ratio']} (at most 2.0 wanted; 64 MB)")
    print(f"the same in CPU seconds, which a busy machine blurs less: {result['cpu_ratio']}")
    print(
        f"dossiers of {result['open']} open invitations: {result['dossiers_cpu_s']} s of CPU (at most 0.5 wanted)"
    )
    if chosen.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
