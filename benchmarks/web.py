"""Measure the pages at 30,000 contacts and 2,000 open invitations: `web.py [--archive ZIP] [--keys] [--json]`.

Server time of every page (median and 95th percentile over rounds), of the actions that change something, and the
size of the queue. The large archive is written by `../shared/bench/make_archive.py` unless one is given. The
yardstick: a page in at most 100 ms at the 95th percentile, the queue in at most 150 kB. `--keys` also measures in
Debian's chromium how long after a key the decided card is painted as going, and the next queue as there.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
# The tests' client is found only from here on, so the imports behind it stand below (E402).
sys.path.insert(0, str(ROOT / "tests/web"))

import uvicorn  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from web_kit import Client  # noqa: E402 - the tests' client: a browser without a network

from calabazas.desk.sent import mark_sent  # noqa: E402
from calabazas.desk.suggest import week  # noqa: E402
from calabazas.desk.take_in import take_in  # noqa: E402
from calabazas.desk.target import set_target  # noqa: E402
from calabazas.sources.doors import find  # noqa: E402
from calabazas.store import open_member  # noqa: E402
from calabazas.web.serve import hosts, listen  # noqa: E402
from calabazas.web.site import Site  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from calabazas.store.engine import Store

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
    "/suggest",
    "/suggest?event=Feria+Grande",
    "/sent",
)
NETWORK = (
    "/purge",
    "/purge?show=reconnect",
    "/purge/under-way",
    "/mirror",
    "/mirror?names=yes",
    "/due",
    "/funnel",
    "/policy/learn",
    "/policy/backtest",
)
"""Pages of what takes seconds: worked out once beside the pages, then shown from memory."""
ATTENDEES, SENT = 500, 400
"""People on the list of an event, and invitations of the member's own, beside what the archive holds."""


def main() -> None:
    """Build, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="a large archive; else one is made")
    parser.add_argument("--keys", action="store_true", help="in a real browser too")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        archive = arguments.archive or Path(work) / "Complete_LinkedInDataExport_11-23-2026.zip"
        if arguments.archive is None:
            subprocess.run([sys.executable, str(MAKER), str(archive)], check=True)
        path = Path(work) / "home" / "member.sqlite"
        with open_member(path) as store:
            take_in(store, find([archive]))
            invite(store, Path(work))
        figures = measure(path)
        if arguments.keys:
            figures |= keys(path)
    if not arguments.json:
        for name, row in figures["times"].items():
            print(f"{name:32} {row['median_ms']:8.1f} ms  p95 {row['p95_ms']:8.1f} ms  {row['kb']:7.1f} kB")
        for name, seconds in figures["worked_out_s"].items():
            print(f"{name:32} worked out in {seconds:6.1f} s, beside the pages")
        print(
            f"first answer of a page that is being worked out: at most {figures['worst_first_answer_ms']} ms"
        )
        print(f"first judging of {figures['waiting']} invitations: {figures['warm_up_s']:.1f} s")
        if arguments.keys:
            print(
                f"key to paint: p95 {figures['key_to_paint_p95_ms']} ms; to the next queue: p95 {figures['key_to_queue_p95_ms']} ms"
            )
    else:
        print(json.dumps(figures))


def invite(store: Store, work: Path) -> None:
    """Hand over a list of attendees, and keep that the member invited many."""
    sheet = work / "attendees.csv"
    people = (
        f"Asistente Número{i} Feria;Data Engineer;Empresa {i % 90};Feria Grande" for i in range(ATTENDEES)
    )
    sheet.write_text("\n".join(("Nombre;Cargo;Empresa;Evento", *people)) + "\n", "utf-8")
    take_in(store, find([sheet], as_of=TODAY))
    set_target(store, "Quiero en mi red a ingenieros de datos.")
    contacts = [
        row[0] for row in store.db.execute("SELECT DISTINCT person_id FROM connection LIMIT ?", (SENT // 2,))
    ]
    others = [
        row[0] for row in store.db.execute("SELECT id FROM person WHERE slug IS NULL LIMIT ?", (SENT // 2,))
    ]
    for number, person in enumerate((*contacts, *others)):
        day = datetime(2026, 11, 23, 9, tzinfo=UTC) - timedelta(days=5 + number % 150)
        mark_sent(store, person, "Hola" * (number % 2), day)


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
    with open_member(path) as store:
        invited = [s.person.id for s in week(store, TODAY, site.memory.engine(store, TODAY)).suggested]
    note = f"/note/{invited[0]}"
    times["/note/{id}"] = timed(lambda: browser.get(note), 200)
    words = {
        "do": "check",
        "text": "Hola, coincidimos en la Feria Grande. ¿Qué te llevaste?",
        "language": "es",
    }
    times["POST /note/{id} (typing)"] = timed(lambda: browser.post(note, words), 200)
    times["POST /suggest/decline, undo"] = timed(
        lambda: (
            browser.post("/suggest/decline", {"id": invited[0], "how": "never"}),
            browser.get("/suggest"),
            browser.post("/undo"),
            browser.get("/suggest"),
        )[1],
        200,
    )
    ids = iter(waiting[20:])
    times["POST /decide, then /"] = timed(
        lambda: (browser.post("/decide", {"id": next(ids), "choice": "ignore"}), browser.get("/"))[1], 200
    )
    times["POST /undo, then /"] = timed(lambda: (browser.post("/undo"), browser.get("/"))[1], 200)
    times["POST look (a tick)"] = timed(
        lambda: browser.post(f"/people/{next(ids)}/look", {"known": "yes"}), 200
    )
    worked = {page: until_there(browser, page) for page in NETWORK}
    times |= {page: timed(lambda page=page: browser.get(page), 200) for page in NETWORK}
    contacts = [int(x) for x in re.findall(r'<article[^>]* id="p(\d+)"', browser.get("/purge").text)]
    times["/people/{id} of a contact"] = timed(lambda: browser.get(f"/people/{contacts[0]}"), 200)
    times["/due/{id}"] = timed(lambda: browser.get(f"/due/{contacts[0]}"), 200)
    times["POST /purge/decide, then /purge"] = timed(
        lambda: (
            browser.post("/purge/decide", {"id": contacts[0], "choice": "let_go"}),
            browser.get("/purge"),
        )[1],
        200,
    )
    times["POST star, then /purge"] = timed(
        lambda: (
            browser.post(f"/people/{contacts[1]}/remark", {"kind": "starred", "back": "/purge"}),
            browser.get("/purge"),
        )[1],
        200,
    )
    pages = [row["p95_ms"] for name, row in times.items() if not name.startswith("POST")]
    return {
        "worked_out_s": {page: seconds for page, (_, seconds) in worked.items()},
        "worst_first_answer_ms": max(ms for ms, _ in worked.values()),
        "waiting": len(waiting),
        "warm_up_s": round(warm, 2),
        "worst_page_p95_ms": max(pages),
        "queue_kb": times["/"]["kb"],
        "times": times,
    }


def until_there(browser: Client, page: str) -> tuple[float, float]:
    """Give the milliseconds of the first answer, and the seconds until the page is there in full."""
    start = time.perf_counter()
    answer = browser.get(page)
    first = (time.perf_counter() - start) * 1000
    while "<progress" in answer.text:
        time.sleep(0.5)
        answer = browser.get(page)
    return round(first, 1), round(time.perf_counter() - start, 1)


WATCH = """() => {
  window.took = {paint: [], queue: []};
  let at = 0;
  addEventListener("keydown", () => {
    at = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.took.paint.push(performance.now() - at)));
  }, true);
  document.addEventListener("htmx:after:swap", () => requestAnimationFrame(() => setTimeout(() => window.took.queue.push(performance.now() - at))));
}"""


def keys(path: Path) -> dict[str, object]:
    """Decide by keys in a browser; give milliseconds from the key to the paint, and to the next queue."""
    site = Site(path, today=lambda: TODAY, language="es")
    site.warm_up().join()
    listening = listen(0)
    port = listening.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(site.application(hosts(port)), log_level="warning", lifespan="off")
    )
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/enter?token={site.keys.token}")
        page.wait_for_selector("article[data-card]")
        page.evaluate(WATCH)
        for n in range(1, ROUNDS + 1):
            page.keyboard.press("i")
            while page.evaluate("window.took.queue.length") < n:
                page.wait_for_timeout(20)
        took = page.evaluate("window.took")
        browser.close()
    server.should_exit = True
    return {
        f"key_to_{name}_p95_ms": round(sorted(values)[int(len(values) * 0.95)], 1)
        for name, values in took.items()
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
