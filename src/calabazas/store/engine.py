"""Opens a member's file: private, migrated, ready for several processes at once."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

BUSY_MS = 15_000
"""How long a process waits for another's short transaction."""


class StoreError(Exception):
    """The member's file cannot be used: made by a newer version, or not one of ours."""


class Store:
    """One member's file, open. Each process and thread opens its own."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self.db = db

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Hold the file for one short transaction: all of it happens or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    @contextmanager
    def look(self) -> Iterator[sqlite3.Connection]:
        """Read everything from one state of the file, whatever others write meanwhile."""
        self.db.execute("BEGIN")
        try:
            yield self.db
        finally:
            self.db.execute("COMMIT")


def member_path(home: Path, name: str = "member") -> Path:
    """Give the place of a member's file in a home folder."""
    return home / f"{name}.sqlite"


def members(home: Path) -> tuple[str, ...]:
    """Give the names of the members whose files lie in a home folder."""
    return tuple(sorted(path.stem for path in home.glob("*.sqlite") if not path.name.startswith(".")))


def open_member(path: Path) -> Store:
    """Open a member's file, making it and its folder when missing, and bring its tables up to date.

    Raises:
        StoreError: a newer version wrote it, or it is something else.
    """
    path = Path(path)
    _make_private(path)
    db = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA cache_size = -8000")
        db.execute("PRAGMA temp_store = FILE")
        _migrate(db)
    except sqlite3.DatabaseError as error:
        db.close()
        raise StoreError(f"{path.name}: {error}") from error
    except StoreError:
        db.close()
        raise
    return Store(path, db)


def _make_private(path: Path) -> None:
    """Nobody else on the machine reads a member's network: folder 0700, file 0600 before a byte is in it."""
    folder = path.parent
    made = not folder.exists()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A folder that the member points at is closed too, unless it holds other things.
    if made or all(path.name in entry.name or ".sqlite" in entry.name for entry in folder.iterdir()):
        folder.chmod(0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


def migrations() -> list[tuple[int, str]]:
    """Give the numbered SQL files, oldest first."""
    folder = files("calabazas.store").joinpath("migrations")
    found = [
        (int(entry.name[:4]), entry.read_text("utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".sql")
    ]
    return sorted(found)


def _migrate(db: sqlite3.Connection) -> None:
    steps = migrations()
    if _version(db) == steps[-1][0]:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have been faster.
        version = _check(_version(db), steps[-1][0])
        for number, sql in steps:
            if number > version:
                for statement in _statements(sql):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {number}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _check(version: int, newest: int) -> int:
    if version > newest:
        raise StoreError("written by a newer version of calabazas")
    return version


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _statements(sql: str) -> Iterator[str]:
    """Split a script; `executescript` would commit under our feet."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
