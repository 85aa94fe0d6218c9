"""What was imported, when, and as of which day; any intake can be taken back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calabazas.store import publish, same

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calabazas.store.engine import Store


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose file this is, as the imports that stand told; `slugs` holds earlier addresses too."""

    slug: str = ""
    name: str = ""
    slugs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class IntakeFile:
    """One file of an intake."""

    name: str
    kind: str
    as_of: date
    as_of_from: str
    read: int
    new: int
    changed: int
    unchanged: int
    problems: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Intake:
    """One import; `undone` when it was taken back."""

    id: int
    made_at: str
    undone: bool
    files: tuple[IntakeFile, ...]


def member(store: Store) -> Owner:
    """Tell whose file this is: the newest import that knew."""
    rows = store.db.execute(
        "SELECT member_slug, member_name FROM intake WHERE undone_at IS NULL AND member_slug <> '' ORDER BY id DESC"
    ).fetchall()
    if not rows:
        return Owner()
    return Owner(
        rows[0][0], next((name for _, name in rows if name), ""), frozenset(slug for slug, _ in rows)
    )


def digests(store: Store) -> frozenset[tuple[str, str]]:
    """Give digest and kind of every file that stands taken in."""
    return frozenset(
        store.db.execute(
            "SELECT f.digest, f.kind FROM intake_file f JOIN intake i ON i.id = f.intake_id"
            " WHERE i.undone_at IS NULL AND f.digest <> ''"
        )
    )


def data_as_of(store: Store, today: date | None = None) -> date | None:
    """Give the newest day that any file taken in speaks of; None when there is none (by `today`)."""
    row = store.db.execute(
        "SELECT max(f.as_of) FROM intake_file f JOIN intake i ON i.id = f.intake_id WHERE i.undone_at IS NULL AND f.as_of <= ?",
        (today.isoformat() if today else "9999",),
    ).fetchone()
    return date.fromisoformat(row[0]) if row[0] else None


def every(store: Store) -> list[Intake]:
    """List the imports, newest first, undone ones too."""
    files: dict[int, list[IntakeFile]] = {}
    for intake, name, kind, as_of, source, read, new, changed, unchanged, problems, left in store.db.execute(
        "SELECT intake_id, name, kind, as_of, as_of_from, read, new, changed, unchanged, problems, left_out"
        " FROM intake_file ORDER BY id"
    ):
        day = date.fromisoformat(as_of)
        files.setdefault(intake, []).append(
            IntakeFile(name, kind, day, source, read, new, changed, unchanged, problems, json.loads(left))
        )
    return [
        Intake(id, made_at, undone is not None, tuple(files.get(id, ())))
        for id, made_at, undone in store.db.execute(
            "SELECT id, made_at, undone_at FROM intake ORDER BY id DESC"
        )
    ]


def undo(store: Store, intake: int | None, at: str) -> int | None:
    """Take an intake back, the newest unless told: what only it brought is gone; None when there is none."""
    with store.write() as db:
        row = db.execute(
            "SELECT max(id) FROM intake WHERE undone_at IS NULL AND id = coalesce(?, id)", (intake,)
        ).fetchone()
        if row[0] is None:
            return None
        db.execute("UPDATE intake SET undone_at = ? WHERE id = ?", (at, row[0]))
        gone = "(SELECT id FROM intake_file WHERE intake_id = ?)"
        touched: set[int] = set()
        for table in ("connection", "invitation", "observation"):
            touched.update(
                person
                for (person,) in db.execute(
                    f"SELECT DISTINCT k.person_id FROM {table} k JOIN sighting s ON s.fact = k.id WHERE s.file IN {gone}",
                    row,
                )
            )
        db.execute(
            f"DELETE FROM list_entry WHERE list_id IN (SELECT id FROM list_taken WHERE file_id IN {gone})",
            row,
        )
        db.execute(f"DELETE FROM list_taken WHERE file_id IN {gone}", row)
        db.execute(f"DELETE FROM sighting WHERE file IN {gone}", row)
        sweep(store)
        same.rename(db, sorted(touched))
        same.infer(db, at)
    return int(row[0])


def sweep(store: Store) -> None:
    """Drop the facts that no sighting holds up, and the people of whom nothing is left (inside a transaction)."""
    db = store.db
    unseen = "NOT IN (SELECT fact FROM sighting)"
    db.execute(f"DELETE FROM message WHERE id {unseen}")
    db.execute(f"DELETE FROM body WHERE id {unseen}")
    db.execute(f"DELETE FROM imprint WHERE fact {unseen}")
    for table in publish.FACTS:
        db.execute(f"DELETE FROM {table} WHERE id {unseen}")
    # Acts are the member's own words: whom they are about stays, though no file speaks of them any more.
    held = " ".join(
        f"AND NOT EXISTS (SELECT 1 FROM {table} k WHERE k.person_id = person.id)"
        for table in ("connection", "invitation", "trace", "observation", "message", "act")
    )
    db.execute(f"CREATE TEMP TABLE nobody AS SELECT id FROM person WHERE 1 {held}")
    db.execute("DELETE FROM alias WHERE person_id IN (SELECT id FROM temp.nobody)")
    db.execute(
        "DELETE FROM merge WHERE from_id IN (SELECT id FROM temp.nobody) OR into_id IN (SELECT id FROM temp.nobody)"
    )
    db.execute("DELETE FROM list_entry WHERE person_id IN (SELECT id FROM temp.nobody)")
    db.execute("DELETE FROM person WHERE id IN (SELECT id FROM temp.nobody)")
    db.execute("DROP TABLE temp.nobody")
