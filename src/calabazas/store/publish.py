"""The one short transaction that makes a staged import visible."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calabazas.store import same

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from calabazas.store.engine import Store
    from calabazas.store.staging import FileTaken, Whose

# The columns of each kind of fact beside id and digest, in the order of its table.
FACTS: dict[str, tuple[str, ...]] = {
    "connection": ("person_id", "name", "email", "company", "position", "connected_on"),
    "invitation": ("person_id", "incoming", "name", "sent_at", "exact", "note"),
    "trace": ("person_id", "kind", "name", "company", "on_day", "text", "detail"),
    "member_fact": ("kind", "detail"),
    "observation": ("person_id", "name", "observed_on", "source", "facts"),
}
_OTHERS: dict[str, str] = {
    "in_message": "fact INTEGER PRIMARY KEY, file, row, person_id, at, mine, opening, known",
    "in_person": "id INTEGER PRIMARY KEY, name, folded, slug, company",
    "in_alias": "kind, value, person_id",
    "in_imprint": "kind, value, fact, person_id",
    "in_state": "file, row, state",
}


def make_tables(db: sqlite3.Connection) -> None:
    """Make the staging tables, empty."""
    drop_tables(db)
    for kind, columns in FACTS.items():
        db.execute(
            f"CREATE TEMP TABLE in_{kind} (fact INTEGER PRIMARY KEY, file, row, digest, {', '.join(columns)})"
        )
    for name, layout in _OTHERS.items():
        db.execute(f"CREATE TEMP TABLE {name} ({layout})")


def drop_tables(db: sqlite3.Connection) -> None:
    """Take the staging tables away."""
    for name in (*(f"in_{kind}" for kind in FACTS), *_OTHERS):
        db.execute(f"DROP TABLE IF EXISTS temp.{name}")


def drop_file(db: sqlite3.Connection, file: int) -> None:
    """Take the staged rows of one file away."""
    for name in (*(f"in_{kind}" for kind in FACTS), "in_message"):
        db.execute(f"DELETE FROM temp.{name} WHERE file = ?", (file,))


def find_known(db: sqlite3.Connection, first: int) -> frozenset[int]:
    """Mark the staged messages from `first` on that an earlier import brought; give their staged ids."""
    db.execute(
        "UPDATE temp.in_message AS s SET known = (SELECT m.id FROM message m WHERE m.person_id = s.person_id"
        " AND m.at = s.at AND m.mine = s.mine AND m.opening = s.opening) WHERE fact >= ?",
        (first,),
    )
    return frozenset(
        row[0]
        for row in db.execute(
            "SELECT fact FROM temp.in_message WHERE fact >= ? AND known IS NOT NULL", (first,)
        )
    )


class _NothingNewError(Exception):
    """Every file was taken in before, as it is now."""


def publish(
    store: Store, made_at: str, whose: Whose, files: list[FileTaken], slugs: Mapping[str, int]
) -> int | None:
    """Merge what was staged; give the intake's id. The counts of `files` are filled in.

    A file that says nothing but what one of its kind and day said before is marked `again` and not kept;
    when all are such, nothing changes and None is given.
    """
    try:
        with store.write() as db:
            return _publish(db, made_at, whose, files, slugs)
    except _NothingNewError:
        return None


def _publish(
    db: sqlite3.Connection, made_at: str, whose: Whose, files: list[FileTaken], slugs: Mapping[str, int]
) -> int:
    intake = db.execute(
        "INSERT INTO intake (made_at, member_slug, member_name) VALUES (?, ?, ?) RETURNING id",
        (made_at, whose.told, whose.name),
    ).fetchone()[0]
    db.execute(
        "INSERT INTO person (id, name, folded, slug, company, root)"
        " SELECT id, name, folded, slug, company, id FROM temp.in_person ORDER BY id"
    )
    _messages(db)
    for kind, columns in FACTS.items():
        _facts(db, kind, ", ".join(columns))
    _count(db, {file.id: file for file in files})
    for file in files:
        file.again = _again(db, file)
        if file.again:
            db.execute("DELETE FROM sighting WHERE file = ?", (file.id,))
    kept = [file for file in files if not file.again]
    if not kept:
        raise _NothingNewError
    db.execute("INSERT OR IGNORE INTO alias SELECT kind, value, person_id FROM temp.in_alias")
    # Of facts that were known already the imprint is known too: only what became a fact leaves one.
    db.execute(
        "INSERT OR IGNORE INTO imprint SELECT kind, value, fact, person_id FROM temp.in_imprint"
        " WHERE fact IN (SELECT id FROM invitation UNION ALL SELECT id FROM observation)"
    )
    _keep_files(db, intake, kept)
    for file in kept:
        _lists(db, file, slugs)
    same.refresh_names(db)
    same.infer(db, made_at)
    return int(intake)


def _messages(db: sqlite3.Connection) -> None:
    fresh = db.execute(
        "INSERT OR IGNORE INTO message (id, person_id, at, mine, opening)"
        " SELECT fact, person_id, at, mine, opening FROM temp.in_message WHERE known IS NULL"
        " ORDER BY person_id, at, mine, opening"
    ).rowcount
    twice = db.execute("SELECT count(*) FROM temp.in_message WHERE known IS NULL").fetchone()[0] - fresh
    if twice:
        # The same message stood twice in what was read (pages overlap): the first one stays.
        db.execute(
            "UPDATE temp.in_message AS s SET known = (SELECT m.id FROM message m WHERE m.person_id = s.person_id"
            " AND m.at = s.at AND m.mine = s.mine AND m.opening = s.opening AND m.id <> s.fact)"
            " WHERE known IS NULL"
        )
        db.execute("DELETE FROM body WHERE id IN (SELECT fact FROM temp.in_message WHERE known IS NOT NULL)")
    db.execute(
        "INSERT OR IGNORE INTO sighting SELECT coalesce(known, fact), file, row FROM temp.in_message ORDER BY 1"
    )


def _facts(db: sqlite3.Connection, kind: str, columns: str) -> None:
    first = db.execute(f"SELECT min(fact) FROM temp.in_{kind}").fetchone()[0]
    if first is None:
        return
    db.execute(
        f"INSERT OR IGNORE INTO {kind} (id, digest, {columns})"
        f" SELECT fact, digest, {columns} FROM temp.in_{kind} ORDER BY fact"
    )
    db.execute(
        "INSERT OR IGNORE INTO sighting"
        f" SELECT k.id, s.file, s.row FROM temp.in_{kind} s JOIN {kind} k USING (digest) ORDER BY k.id"
    )
    earlier = _EARLIER.get(kind)
    changed = (
        f"WHEN EXISTS (SELECT 1 FROM {kind} e WHERE {earlier} AND e.id < :first) THEN 1" if earlier else ""
    )
    db.execute(
        f"INSERT INTO temp.in_state SELECT s.file, s.row, CASE WHEN k.id <> s.fact THEN 0 {changed} ELSE 2 END"
        f" FROM temp.in_{kind} s JOIN {kind} k USING (digest)",
        {"first": first} if earlier else {},
    )


# What joins an earlier word about the same thing is a change, not news.
_EARLIER = {
    "connection": "e.person_id = s.person_id",
    "invitation": "e.person_id = s.person_id AND e.incoming = s.incoming",
    "member_fact": "e.kind = s.kind AND e.kind = 'profile'",
    "observation": "e.person_id = s.person_id AND e.source = s.source",
}


def _count(db: sqlite3.Connection, files: Mapping[int, FileTaken]) -> None:
    """Count rows, not facts: a card of a list holds an invitation and a headline, and is one row."""
    for id, new, old, rows in db.execute(
        "SELECT file, sum(least = 2), sum(most = 0), count(*) FROM"
        " (SELECT file, min(state) AS least, max(state) AS most FROM temp.in_state GROUP BY file, row) GROUP BY file"
    ):
        files[id].new, files[id].unchanged, files[id].changed = new, old, rows - new - old
        files[id].read += rows
    for id, known in db.execute(
        "SELECT file, count(*) FROM temp.in_message WHERE known IS NOT NULL GROUP BY file"
    ):
        files[id].unchanged += known
    for file in files.values():
        if file.messages:
            file.new += file.messages - file.unchanged
            file.read += file.messages


def _again(db: sqlite3.Connection, file: FileTaken) -> bool:
    """Tell whether an earlier file of the same kind and day, that still stands, said all of this and no more."""
    if file.new or file.changed:
        return False
    facts = db.execute("SELECT count(*) FROM sighting WHERE file = ?", (file.id,)).fetchone()[0]
    for (other,) in db.execute(
        "SELECT f.id FROM intake_file f JOIN intake i ON i.id = f.intake_id WHERE i.undone_at IS NULL"
        " AND f.kind = ? AND f.as_of = ? AND f.read = ? AND f.complete = ? AND f.problems = ?",
        (file.kind, file.as_of, file.read, int(file.complete), file.problems),
    ).fetchall():
        both = db.execute(
            "SELECT count(*), sum(EXISTS (SELECT 1 FROM sighting t WHERE t.fact = s.fact AND t.file = :new))"
            " FROM sighting s WHERE s.file = :other",
            {"new": file.id, "other": other},
        ).fetchone()
        if both[0] == facts and (both[1] or 0) == facts:
            return True
    return False


def _keep_files(db: sqlite3.Connection, intake: int, files: Sequence[FileTaken]) -> None:
    db.executemany(
        "INSERT INTO intake_file VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            (f.id, intake, f.name, f.kind, f.digest, f.as_of, f.as_of_from, int(f.complete), *_counts(f))
            for f in files
        ),
    )
    db.executemany(
        "INSERT INTO problem VALUES (?,?,?,?)",
        (
            (file.id, problem.row, problem.reason.id, json.dumps(dict(problem.reason.args), default=str))
            for file in files
            for problem in file.kept_problems
        ),
    )


def _counts(file: FileTaken) -> tuple[int | str, ...]:
    return (file.read, file.new, file.changed, file.unchanged, file.problems, json.dumps(file.left_out))


def _lists(db: sqlite3.Connection, file: FileTaken, slugs: Mapping[str, int]) -> None:
    for taken in file.lists:
        number = db.execute(
            "INSERT INTO list_taken (file_id, kind, as_of, complete, left_out) VALUES (?,?,?,?,?) RETURNING id",
            (file.id, taken.kind, taken.as_of or file.as_of, int(taken.complete), taken.left_out),
        ).fetchone()[0]
        db.executemany(
            "INSERT OR IGNORE INTO list_entry VALUES (?, ?)",
            ((number, id) for slug in taken.slugs if (id := slugs.get(slug))),
        )
        # A page copied as plain text has names and no addresses: who stands in it is who its rows are about.
        db.execute(
            "INSERT OR IGNORE INTO list_entry SELECT ?, i.person_id FROM sighting s JOIN invitation i ON i.id = s.fact"
            " WHERE s.file = ?",
            (number, file.id),
        )
