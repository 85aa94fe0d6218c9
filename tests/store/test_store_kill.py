"""Killing an import anywhere leaves the last good state; a second one waits its turn."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import threading
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from store_rows import connection, message, take

from calabazas.store import dossiers, intakes, open_member
from calabazas.store.lock import one_at_a_time

if TYPE_CHECKING:
    from calabazas.store import Store

TODAY = date(2026, 11, 23)
SECOND = "2026-11-01"
IMPORT = """
    import os, signal, sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from store_rows import connection, invitation, message, take, NOON, ME, MY_NAME
    from calabazas.store import open_member, staging
    from calabazas.store.staging import FileTaken, Whose

    def die(*_): os.kill(os.getpid(), signal.SIGKILL)
    def watch(statement):
        if statement.startswith(sys.argv[3]):
            seen.append(statement)
            if len(seen) == int(sys.argv[4]): die()
    seen = []
    store = open_member(Path(sys.argv[2]))
    store.db.set_trace_callback(watch)
    rows = [message(f"Person Number{n % 50}", f"2026-01-01T10:{n // 60:02}:{n % 60:02}", "text " * 50, row=n) for n in range(1500)]
    with staging.staging(store, NOON, Whose({ME}, MY_NAME, ME)) as work:
        work.begin(FileTaken("Connections.csv", "connections", as_of="2026-11-01", complete=True))
        work.add([connection(f"Person Number{n}", row=n) for n in range(50)])
        work.begin(FileTaken("messages.csv", "messages", as_of="2026-11-01"))
        for at in range(0, 1500, 500):
            work.add(rows[at:at + 500])
        if sys.argv[3] == "before publish": die()
        work.publish()
        if sys.argv[3] == "after publish": die()
"""
POINTS = [
    ("INSERT INTO temp.in_connection", 20),
    ("INSERT INTO body", 1),
    ("INSERT INTO body", 700),
    ("before publish", 0),
    ("INSERT INTO intake ", 1),
    ("INSERT INTO person", 1),
    ("INSERT OR IGNORE INTO message", 1),
    ("INSERT OR IGNORE INTO sighting", 2),
    ("INSERT INTO intake_file", 2),
    ("after publish", 0),
]


def kill_at(store: Store, point: str, count: int) -> int:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            textwrap.dedent(IMPORT),
            str(Path(__file__).parent),
            str(store.path),
            point,
            str(count),
        ],
        check=False,
        capture_output=True,
    )
    return done.returncode


def picture(store: Store) -> tuple[object, ...]:
    names = store.db.execute("SELECT id, name FROM person ORDER BY name").fetchall()
    known = dossiers.dossiers(store, TODAY, [id for id, _ in names])
    return names, known, intakes.every(store), store.db.execute("SELECT * FROM sighting").fetchall()


@pytest.mark.parametrize(("point", "count"), POINTS)
def test_a_killed_import_leaves_the_last_good_state(store: Store, point: str, count: int) -> None:
    """Really killed, in the middle of each kind of work; then the import is simply made again."""
    take(
        store,
        {
            "connections": [connection("Ada One")],
            "messages": [message("Ada One", "2025-01-01T10:00:00", "Hola")],
        },
        "2025-02-01",
    )
    before = picture(store)
    assert kill_at(store, point, count) == -signal.SIGKILL
    with open_member(store.path) as after:
        assert after.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if point == "after publish":
            assert len(intakes.every(after)) == 2
        else:
            assert picture(after) == before
            assert kill_at(store, "after publish", 0) == -signal.SIGKILL
        assert len(dossiers.all_contacts(after, TODAY)) == 50
        counts = [
            after.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("message", "body")
        ]
        assert counts == [1501, 1501], "texts that the killed import left behind are swept"


def test_a_failing_source_stores_nothing(store: Store) -> None:
    """An error half-way, as of a zip that is damaged inside, is as if nothing had been handed over."""
    before = "\n".join(store.db.iterdump())
    files = {
        "connections": [connection("Ada One")],
        "messages": [message("Ada One", "2025-01-01T10:00:00", "Hola"), "not a row"],
    }
    with pytest.raises(KeyError):
        take(store, files)  # type: ignore[arg-type]
    assert "\n".join(store.db.iterdump()) == before
    assert take(store, {"connections": [connection("Ada One")]}) is not None


def test_the_second_import_waits_its_turn_and_says_so(store: Store) -> None:
    order: list[str] = []
    waits = threading.Event()

    def second() -> None:
        def waiting() -> None:
            order.append("second waits")
            waits.set()

        with one_at_a_time(store.path, waiting):
            order.append("second works")

    with one_at_a_time(store.path, lambda: order.append("first waits")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(10)
        order.append("first ends")
    thread.join(10)
    assert order == ["second waits", "first ends", "second works"]


def test_two_imports_at_once_are_one_after_the_other(store: Store) -> None:
    """Two processes start together; both networks are there in the end."""
    command = [
        sys.executable,
        "-c",
        textwrap.dedent(IMPORT),
        str(Path(__file__).parent),
        str(store.path),
        "nowhere",
        "0",
    ]
    running = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait(60) for process in running] == [0, 0]
    assert len(dossiers.all_contacts(store, TODAY)) == 50
    assert len(intakes.every(store)) == 1, "the second found nothing new"


def test_others_read_and_write_while_an_import_is_read(store: Store) -> None:
    """The web page stays alive during an import: until the end it sees the old state and can record acts."""
    from calabazas.store.staging import FileTaken, Whose, staging

    take(store, {"connections": [connection("Ada One")]}, "2025-02-01")
    with open_member(store.path) as other, staging(store, "now", Whose(set())) as work:
        work.begin(FileTaken("Connections.csv", "connections", as_of=SECOND, complete=True))
        work.add([connection("Bo Two")])
        began = time.monotonic()
        with other.write() as db:
            db.execute("INSERT INTO setting VALUES ('a', 'b', 'now')")
        assert time.monotonic() - began < 10, "it must not wait for the end of the import"
        assert [d.person.name for d in dossiers.all_contacts(other, TODAY)] == ["Ada One"]
        work.publish()
        assert [d.person.name for d in dossiers.all_contacts(other, TODAY)] == ["Bo Two"]
