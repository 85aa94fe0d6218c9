"""The member's ledger: what they decided, did and noted. Rows are only ever added; taking back is an act too."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Deed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from calabazas.store.engine import Store

KINDS = frozenset(
    {
        "decided", "done", "withdrawn", "met", "starred", "tagged", "noted", "overruled", "asked", "sent",
        "purged", "gone", "forgotten_who", "outcome", "answered", "undone",
    }
)  # fmt: skip
CHOICES = frozenset({"accept", "ignore", "follow", "later"})
PURGES = frozenset({"keep", "reconnect", "unfollow", "let_go"})
"""What the member may decide of somebody who is already in."""
_VALUES = {"decided": CHOICES, "purged": PURGES, "gone": frozenset({"closed", "duplicate"})}


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the ledger. `value` is its word (the choice, tag, note, code); `shown` what was advised, as shown."""

    person: int | None
    kind: str
    value: str = ""
    shown: Mapping[str, object] = field(default_factory=dict)
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An act as it stands in the ledger; `undone` when a later one takes it back."""

    id: int
    at: str
    batch: int
    act: Act
    undone: bool


@dataclass(frozen=True, slots=True)
class Deeds:
    """The acts that stand, by person; `until` gives the day to which those that put off do so."""

    by_person: Mapping[int, tuple[Deed, ...]]
    until: Mapping[int, date]


def record(store: Store, acts: Sequence[Act], at: datetime) -> int:
    """Write acts down as one batch, which is taken back as one; give the batch.

    Raises:
        ValueError: a kind that does not exist.
    """
    for act in acts:
        if act.kind not in KINDS - {"undone"} or act.value not in _VALUES.get(act.kind, {act.value}):
            raise ValueError(f"{act.kind} {act.value}")
    with store.write() as db:
        batch = int(db.execute("SELECT coalesce(max(batch), 0) + 1 FROM act").fetchone()[0])
        for act in acts:
            value: dict[str, object] = {"value": act.value}
            if act.shown:
                value["shown"] = act.shown
            if act.until:
                value["until"] = act.until.isoformat()
            db.execute(
                "INSERT INTO act (at, batch, person_id, kind, value) VALUES (?,?,?,?,?)",
                (
                    at.isoformat(timespec="seconds"),
                    batch,
                    act.person,
                    act.kind,
                    json.dumps(value, ensure_ascii=False),
                ),
            )
    return batch


def undo(store: Store, at: datetime) -> tuple[Kept, ...]:
    """Take the last batch back that stands; give what it held, nothing when there is none."""
    with store.write() as db:
        last = db.execute(f"SELECT max(batch) FROM act WHERE {_STANDS}").fetchone()[0]
        if last is None:
            return ()
        taken = tuple(
            _kept(row, undone=True)
            for row in db.execute(f"{_SELECT} WHERE batch = ? AND {_STANDS} ORDER BY id", (last,))
        )
        batch = db.execute("SELECT max(batch) + 1 FROM act").fetchone()[0]
        db.executemany(
            "INSERT INTO act (at, batch, person_id, kind, value, undoes) VALUES (?,?,?,'undone','{}',?)",
            [(at.isoformat(timespec="seconds"), batch, kept.act.person, kept.id) for kept in taken],
        )
    return taken


def journal(store: Store, person: int | None = None) -> list[Kept]:
    """Give the ledger, oldest first, with what was taken back; of one person when told."""
    where = (
        ""
        if person is None
        else " WHERE person_id IN (SELECT id FROM person WHERE root = (SELECT root FROM person WHERE id = ?))"
    )
    undone = {row[0] for row in store.db.execute("SELECT undoes FROM act WHERE undoes IS NOT NULL")}
    rows = store.db.execute(f"{_SELECT}{where} ORDER BY id", () if person is None else (person,))
    return [_kept(row, undone=row[0] in undone) for row in rows]


def last_days(store: Store, kind: str) -> dict[int, date]:
    """Give the day of everybody's latest act of one kind that stands."""
    return {
        root: date.fromisoformat(at[:10])
        for root, at in store.db.execute(
            f"SELECT p.root, max(act.at) FROM act JOIN person p ON p.id = act.person_id"
            f" WHERE kind = ? AND act.{_STANDS_OF_ANY} GROUP BY p.root",
            (kind,),
        )
    }


def of_asked(db: sqlite3.Connection, today: date) -> Deeds:
    """Give the acts that stood at the end of `today` about the people asked about."""
    tomorrow = today.isoformat() + "~"
    people: dict[int, list[Deed]] = {}
    until: dict[int, date] = {}
    for root, id, at, kind, value in db.execute(
        "SELECT a.root, k.id, k.at, k.kind, k.value FROM temp.asked a JOIN act k ON k.person_id = a.id"
        " WHERE k.at < :tomorrow AND k.kind <> 'undone' AND NOT EXISTS (SELECT 1 FROM act u WHERE u.undoes = k.id AND u.at < :tomorrow)"
        " ORDER BY k.id",
        {"tomorrow": tomorrow},
    ):
        content = json.loads(value)
        people.setdefault(root, []).append(
            Deed(id, date.fromisoformat(at[:10]), kind, str(content.get("value", "")))
        )
        if "until" in content:
            until[id] = date.fromisoformat(content["until"])
    return Deeds({root: tuple(deeds) for root, deeds in people.items()}, until)


_STANDS_OF_ANY = "id NOT IN (SELECT undoes FROM act WHERE undoes IS NOT NULL)"
_STANDS = f"kind <> 'undone' AND {_STANDS_OF_ANY}"
_SELECT = "SELECT id, at, batch, person_id, kind, value FROM act"


def _kept(row: Iterable[object], *, undone: bool) -> Kept:
    id, at, batch, person, kind, value = row
    content = json.loads(str(value))
    until = content.get("until")
    act = Act(
        person if isinstance(person, int) else None,
        str(kind),
        str(content.get("value", "")),
        content.get("shown", {}),
        date.fromisoformat(until) if until else None,
    )
    return Kept(int(str(id)), str(at), int(str(batch)), act, undone)
