"""Takes everything elsewhere: a copy of the file, or its rows for other programs."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from calabazas.store.engine import Store

_PRIVATE = frozenset({"reading", "forgotten"})


def backup(store: Store, target: Path) -> None:
    """Copy the member's file as it stands to `target`, a single file that only its owner reads.

    Raises:
        FileExistsError: there is something at `target` already.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    copy = sqlite3.connect(target)
    try:
        store.db.backup(copy)
        # A backup is one file: without this it would want a journal beside it wherever it is opened.
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def everything(store: Store) -> Iterator[tuple[str, dict[str, object]]]:
    """Give every row of every table, (table, row), from one state of the file; caches and erased people's hashes stay out."""
    with store.look() as db:
        tables = [
            row[0]
            for row in db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")
        ]
        for table in tables:
            if table in _PRIVATE or table.startswith("sqlite_"):
                continue
            rows = db.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in rows.description]
            for row in rows:
                if table != "setting" or not row[0].startswith("forgotten."):
                    yield table, dict(zip(columns, row, strict=True))
