"""What do purge and mirror cost on a large network, with readings cold and kept?

Usage: `uv run python benchmarks/large.py [--json] [--bench ../shared/bench] [--connections 30000]`. An archive is
generated and taken in once (200,000 messages); each question is then asked twice in processes of their own, the
first time with nothing kept. Seconds are processor seconds of the whole process, interpreter and imports included;
`unit` is what ten million additions took in the same minute, to compare between machines and busy hours.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TARGET = "Busco gente de marketing y comunicación de empresas que venden a empresas, y periodistas que cubren el sector."
TAKE_IN = """
import sys
from datetime import datetime
from pathlib import Path
from calabazas.desk.take_in import take_in
from calabazas.sources import doors
from calabazas.store import open_member, settings
with open_member(Path(sys.argv[2])) as store:
    take_in(store, doors.find([Path(sys.argv[1])]))
    settings.put(store, "target", sys.argv[3], datetime.now())
"""
ASK = """
import json, sys, time
from datetime import date
from pathlib import Path
from calabazas.store import open_member
from calabazas.desk.{name} import {name}
with open_member(Path(sys.argv[1])) as store:
    found = {name}(store, date(2026, 11, 23))
print(json.dumps({{"cpu": time.process_time(), "wall": time.perf_counter()}}))
"""


def run(code: str, *words: str) -> str:
    """Run a program in a process of its own; give what it printed."""
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return done.stdout


def unit() -> float:
    """Processor seconds of ten million additions, here and now."""
    began, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - began


def main() -> None:
    """Print the table, or the figures as JSON on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--connections", type=int, default=30_000)
    asked = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        archive, home = Path(folder, "archive.zip"), Path(folder, "home", "member.sqlite")
        maker = [sys.executable, str(asked.bench / "make_archive.py"), str(archive)]
        subprocess.run([*maker, "--connections", str(asked.connections)], check=True, capture_output=True)
        run(TAKE_IN, str(archive), str(home), TARGET)
        print(f"{asked.connections} connections       first      kept      unit")
        for name in ("purge", "mirror"):
            program = ASK.format(name=name)
            first, kept = (json.loads(run(program, str(home)))["cpu"] for _ in range(2))
            figures[name] = {"first": first, "kept": kept, "unit": unit()}
            print(f"  {name:<20}{first:9.2f} {kept:9.2f} {figures[name]['unit']:9.2f}  (processor seconds)")
    if asked.json:
        print(json.dumps({"connections": asked.connections, **figures}))


if __name__ == "__main__":
    main()
