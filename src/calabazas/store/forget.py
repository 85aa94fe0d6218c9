"""Erases a person everywhere, free pages included, and sees to it that no later import brings them back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calabazas.people.identity import fold_name, profile_url
from calabazas.store import forgotten, intakes
from calabazas.store.lock import one_at_a_time

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from calabazas.store.engine import Store

_FACTS = ("connection", "invitation", "trace", "observation", "message")
_OF_THEM = "IN (SELECT id FROM temp.leaving)"


def forget(store: Store, person: int, at: str, waiting: Callable[[], None] = lambda: None) -> bool:
    """Erase a person and everybody found to be them; tell whether the old pages are overwritten too.

    False means that another process was still reading: the person is gone from the file, but the
    journal could not be emptied yet; closing the other process does that.
    """
    db = store.db
    with one_at_a_time(store.path, waiting):
        db.execute("PRAGMA secure_delete = ON")
        try:
            with store.write():
                _erase(db, person, at)
                intakes.sweep(store)
            # Deleting leaves shreds in half-full pages; writing the file anew does not.
            db.execute("VACUUM")
            busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            db.execute("PRAGMA secure_delete = OFF")
            db.execute("DROP TABLE IF EXISTS temp.leaving")
    return not busy


def _erase(db: sqlite3.Connection, person: int, at: str) -> None:
    db.execute("DROP TABLE IF EXISTS temp.leaving")
    db.execute(
        "CREATE TEMP TABLE leaving AS SELECT id FROM person WHERE root = (SELECT root FROM person WHERE id = ?)",
        (person,),
    )
    people = db.execute(f"SELECT name, folded, slug FROM person WHERE id {_OF_THEM}").fetchall()
    names = {
        name
        for table in ("connection", "invitation", "trace", "observation")
        for (name,) in db.execute(f"SELECT DISTINCT name FROM {table} WHERE person_id {_OF_THEM}")
    } | {name for name, _, _ in people}
    for name, folded, slug in people:
        forgotten.remember(db, slug or "", folded or fold_name(name), at)
    for table in _FACTS:
        db.execute(f"DELETE FROM sighting WHERE fact IN (SELECT id FROM {table} WHERE person_id {_OF_THEM})")
    for table in (*_FACTS, "imprint", "list_entry", "alias"):
        db.execute(f"DELETE FROM {table} WHERE person_id {_OF_THEM}")
    db.execute(f"DELETE FROM merge WHERE from_id {_OF_THEM} OR into_id {_OF_THEM}")
    # The ledger keeps that something was decided, for the member's own accounts, not about whom or in what words.
    db.execute(
        "UPDATE act SET person_id = NULL, value = CASE WHEN kind = 'decided'"
        f" THEN json_object('value', json_extract(value, '$.value')) ELSE '{{}}' END WHERE person_id {_OF_THEM}"
    )
    db.execute(f"DELETE FROM person WHERE id {_OF_THEM}")
    # Readings quote the texts they read and can all be made again.
    db.execute("DELETE FROM reading")
    traces = {
        *names,
        *(slug for _, _, slug in people if slug),
        *(profile_url(slug) for _, _, slug in people if slug),
    }
    _scrub(db, {trace for trace in traces if trace}, {fold_name(name) for name in names})


def _scrub(db: sqlite3.Connection, words: Iterable[str], folded: set[str]) -> None:
    """Take the person out of what is about others: reasons why rows would not read, lists of mutual contacts."""
    for word in words:
        db.execute(
            "DELETE FROM problem WHERE instr(args, ?) OR instr(args, ?)", (word, json.dumps(word)[1:-1])
        )
    for id, facts in db.execute(
        "SELECT id, facts FROM observation WHERE instr(facts, '\"mutual_names\"')"
    ).fetchall():
        told = json.loads(facts)
        kept = without(told.get("mutual_names"), folded.__contains__)
        if kept != told.get("mutual_names"):
            told["mutual_names"] = kept
            db.execute(
                "UPDATE observation SET facts = ? WHERE id = ?",
                (json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")), id),
            )


def without(names: object, hidden: Callable[[str], bool]) -> object:
    """Give a list of names without those whose folded form is hidden; anything else as it is."""
    if not isinstance(names, (list, tuple)):
        return names
    return [name for name in names if not (isinstance(name, str) and hidden(fold_name(name)))]
