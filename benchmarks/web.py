"""Measure the pages at 30,000 contacts and 2,000 open invitations: `web.py [--archive ZIP] [--json]`.

Server time of every page (median and 95th percentile over rounds), of the actions that change something, and the
size of the queue. The large archive is written by `../shared/bench/make_archive.py` unless one is given. The
yardstick: a page in at most 100 ms at the 95th percentile, the queue in at most 150 kB.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/web"))

from web_kit import Client  # noqa: E402 - the tests' client: a browser without a network

from calabazas.desk.take_in import take_in  # noqa: E402
from calabazas.sources.doors import find  # noqa: E402
from calabazas.store import open_member  # noqa: E402
from calabazas.web.site import Site  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 23)
MAKER = ROOT.parent / "shared/bench/make_archive.py"
ROUNDS = 25
PAGES = (
    "/",
    "/?from=1000",
    "/?advice=study",
    "/clicks",
    "/take-in",
    "/policy",
    "/settings",
    "/people?q=garcia",
    "/out-of-time",
)


def main() -> None:
    """Build, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="a large archive; else one is made")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        archive = arguments.archive or Path(work) / "Complete_LinkedInDataExport_11-23-2026.zip"
        if arguments.archive is None:
            subprocess.run([sys.executable, str(MAKER), str(archive)], check=True)
        path = Path(work) / "home" / "member.sqlite"
        with open_member(path) as store:
            take_in(store, find([archive]))
        figures = measure(path)
    if not arguments.json:
        for name, row in figures["times"].items():
            print(f"{name:32} {row['median_ms']:8.1f} ms  p95 {row['p95_ms']:8.1f} ms  {row['kb']:7.1f} kB")
        print(f"first judging of {figures['waiting']} invitations: {figures['warm_up_s']:.1f} s")
    else:
        print(json.dumps(figures))


def measure(path: Path) -> dict[str, object]:
    """Ask for every page and do every common step, `ROUNDS` times."""
    site = Site(path, today=lambda: TODAY, language="es")
    start = time.perf_counter()
    site.warm_up().join()
    warm = time.perf_counter() - start
    browser = Client(site)
    with open_member(path) as store:
        waiting = [a.dossier.person.id for a in site.memory.engine(store, TODAY).triage(TODAY)]
    times = {
        page: timed(lambda page=page: browser.get(page), 200) for page in (*PAGES, f"/people/{waiting[7]}")
    }
    ids = iter(waiting[20:])
    times["POST /decide, then /"] = timed(
        lambda: (browser.post("/decide", {"id": next(ids), "choice": "ignore"}), browser.get("/"))[1], 200
    )
    times["POST /undo, then /"] = timed(lambda: (browser.post("/undo"), browser.get("/"))[1], 200)
    times["POST look (a tick)"] = timed(
        lambda: browser.post(f"/people/{next(ids)}/look", {"known": "yes"}), 200
    )
    pages = [row["p95_ms"] for name, row in times.items() if not name.startswith("POST")]
    return {
        "waiting": len(waiting),
        "warm_up_s": round(warm, 2),
        "worst_page_p95_ms": max(pages),
        "queue_kb": times["/"]["kb"],
        "times": times,
    }


def timed(ask: Callable[[], object], status: int) -> dict[str, float]:
    """Give median and 95th percentile in milliseconds, and the size of the answer."""
    ask()
    taken = []
    answer = None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        answer = ask()
        taken.append((time.perf_counter() - start) * 1000)
    if getattr(answer, "status", None) != status:
        raise SystemExit(f"{answer}")
    return {
        "median_ms": round(statistics.median(taken), 1),
        "p95_ms": round(sorted(taken)[int(len(taken) * 0.95)], 1),
        "kb": round(len(getattr(answer, "text", "").encode()) / 1000, 1),
    }


if __name__ == "__main__":
    main()
