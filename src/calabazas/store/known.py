"""What was known by a day, and who is asked about: the two temporary tables that every question joins."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


def see(db: sqlite3.Connection, today: date) -> None:
    """Make `temp.visible`: the files that had been known by the end of `today`, those undone left out."""
    db.execute("DROP TABLE IF EXISTS temp.visible")
    db.execute("CREATE TEMP TABLE visible (file INTEGER PRIMARY KEY, as_of, kind, name, complete)")
    db.execute(
        "INSERT INTO temp.visible SELECT f.id, f.as_of, f.kind, f.name, f.complete"
        " FROM intake_file f JOIN intake i ON i.id = f.intake_id WHERE i.undone_at IS NULL AND f.as_of <= ?",
        (today.isoformat(),),
    )


def ask(db: sqlite3.Connection, people: Iterable[int]) -> None:
    """Make `temp.asked` (id, root): the people of a question and everybody found to be one of them.

    One statement whatever their number: a question costs the same handful of queries for ten and for thousands.
    """
    db.execute("DROP TABLE IF EXISTS temp.asked")
    db.execute("CREATE TEMP TABLE asked (id INTEGER PRIMARY KEY, root INTEGER NOT NULL)")
    db.execute(
        "INSERT OR IGNORE INTO temp.asked SELECT root, root FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (str(list(people)),),
    )
    db.execute(
        "INSERT OR IGNORE INTO temp.asked SELECT p.id, p.root FROM person p"
        " WHERE p.root <> p.id AND p.root IN (SELECT root FROM temp.asked)"
    )


def all_known(db: sqlite3.Connection, today: date) -> bool:
    """Tell whether nothing is hidden on that day, so that bulk questions may skip asking row by row."""
    row = db.execute(
        "SELECT EXISTS (SELECT 1 FROM intake_file f JOIN intake i ON i.id = f.intake_id"
        " WHERE i.undone_at IS NULL AND f.as_of > ?)",
        (today.isoformat(),),
    ).fetchone()
    return not row[0]


@lru_cache(maxsize=65536)
def day(text: str) -> date | None:
    """Read the day of an ISO text; of a month or year the first; None when it says nothing."""
    padded = text[:10] + "0001-01-01"[len(text) :] if 4 <= len(text) < 10 else text[:10]
    try:
        return date.fromisoformat(padded)
    except ValueError:
        return None
