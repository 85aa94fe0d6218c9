"""Conversations: counted in the database, their texts fetched only for whom they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Conversation, Said
from calabazas.evidence.finding import SourceRef
from calabazas.people.identity import fold_name
from calabazas.store import known

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from datetime import date

KEPT = 200
"""The newest messages of a conversation that a dossier shows."""
LONGEST_NOTE = 600
"""No note is longer than 300 characters; room for what a mail client adds."""
_VISIBLE = "EXISTS (SELECT 1 FROM sighting s JOIN temp.visible v ON v.file = s.file WHERE s.fact = m.id)"


def of_asked(
    db: sqlite3.Connection, today: date, notes: Mapping[int, Iterable[str]], *, texts: bool
) -> dict[int, Conversation]:
    """Give the conversation with each person asked about, without the notes that reappear as messages."""
    parts = {"end": today.isoformat() + "~", "notes": str(_repeated(db, notes)), "kept": KEPT}
    where = "m.at < :end AND m.id NOT IN (SELECT value FROM json_each(:notes))"
    if not known.all_known(db, today):
        where += f" AND {_VISIBLE}"
    said = _said(db, where, parts) if texts else {}
    found = {}
    for root, theirs, mine, days, first, last, last_theirs, last_mine in db.execute(
        "SELECT a.root, count(*) - sum(m.mine), sum(m.mine), count(DISTINCT substr(m.at, 1, 10)), min(m.at), max(m.at),"
        " max(CASE WHEN m.mine = 0 THEN m.at END), max(CASE WHEN m.mine THEN m.at END)"
        f" FROM temp.asked a CROSS JOIN message m ON m.person_id = a.id WHERE {where} GROUP BY a.root",
        parts,
    ):
        found[root] = Conversation(
            theirs,
            mine,
            days,
            known.day(first[:10]) or today,
            known.day(last[:10]) or today,
            known.day(last_theirs[:10]) if last_theirs else None,
            known.day(last_mine[:10]) if last_mine else None,
            tuple(said.get(root, ())),
        )
    return found


def two_way(db: sqlite3.Connection, today: date) -> list[int]:
    """Give the ids of all people with whom both sides wrote."""
    where = "m.at < ?" if known.all_known(db, today) else f"m.at < ? AND {_VISIBLE}"
    return [
        row[0]
        for row in db.execute(
            f"SELECT m.person_id FROM message m WHERE {where} GROUP BY m.person_id HAVING min(m.mine) = 0 AND max(m.mine) = 1",
            (today.isoformat() + "~",),
        )
    ]


def _repeated(db: sqlite3.Connection, notes: Mapping[int, Iterable[str]]) -> list[int]:
    """Find the messages that are nothing but the invitation's note: measured in most real archives."""
    wanted = {
        (root, folded) for root, texts in notes.items() for text in texts if (folded := fold_name(text))
    }
    roots = sorted({root for root, _ in wanted})
    return [
        id
        for id, root, text in db.execute(
            "SELECT m.id, a.root, b.text FROM temp.asked a CROSS JOIN message m ON m.person_id = a.id JOIN body b ON b.id = m.id"
            " WHERE a.root IN (SELECT value FROM json_each(?)) AND length(b.text) <= ?",
            (str(roots), LONGEST_NOTE),
        )
        if (root, fold_name(text)) in wanted
    ]


def _said(db: sqlite3.Connection, where: str, parts: Mapping[str, object]) -> dict[int, list[Said]]:
    found: dict[int, list[Said]] = {}
    for root, at, mine, text, _, file, row in db.execute(
        "WITH newest AS (SELECT a.root, m.at, m.mine, m.id, row_number() OVER (PARTITION BY a.root ORDER BY m.at DESC) AS n"
        f" FROM temp.asked a CROSS JOIN message m ON m.person_id = a.id WHERE {where})"
        " SELECT n.root, n.at, n.mine, b.text, max(v.as_of), v.name, s.row FROM newest n JOIN body b ON b.id = n.id"
        " JOIN sighting s ON s.fact = n.id JOIN temp.visible v ON v.file = s.file WHERE n.n <= :kept"
        " GROUP BY n.id ORDER BY n.at, n.id",
        parts,
    ):
        on = known.day(at)
        if on is not None:
            found.setdefault(root, []).append(Said(on, bool(mine), text, SourceRef(file, row)))
    return found
