"""Who is connected with the member, as the newest file that speaks of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Connected
from calabazas.evidence.finding import SourceRef
from calabazas.store import known

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

# Whoever was last seen before the newest complete list of contacts is missing from it.
NEWEST_COMPLETE = (
    "coalesce((SELECT max(as_of) FROM temp.visible WHERE kind = 'connections' AND complete = 1), '')"
)


def of_asked(db: sqlite3.Connection, today: date) -> dict[int, Connected]:
    """Give the connection of each person asked about; an older file never overrules a newer one."""
    newest = db.execute(f"SELECT {NEWEST_COMPLETE}").fetchone()[0]
    found: dict[int, Connected] = {}
    told: dict[int, tuple[str, int]] = {}
    for root, company, position, email, on, as_of, number, file, row in db.execute(
        "SELECT a.root, k.company, k.position, k.email, k.connected_on, v.as_of, v.file, v.name, s.row"
        " FROM temp.asked a CROSS JOIN connection k ON k.person_id = a.id CROSS JOIN sighting s ON s.fact = k.id"
        " JOIN temp.visible v ON v.file = s.file WHERE k.connected_on <= ?",
        (today.isoformat(),),
    ):
        if root not in told or (as_of, number) > told[root]:
            told[root] = (as_of, number)
            still = as_of >= newest
            found[root] = Connected(known.day(on), company, position, email, still, SourceRef(file, row))
    return found


def contacts(db: sqlite3.Connection, today: date) -> list[int]:
    """Give the ids of all who are connected on that day."""
    return [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT p.root FROM temp.visible v CROSS JOIN connection k CROSS JOIN sighting s ON s.fact = k.id AND s.file = v.file"
            " JOIN person p ON p.id = k.person_id"
            f" WHERE v.as_of >= {NEWEST_COMPLETE} AND v.kind = 'connections' AND k.connected_on <= ? ORDER BY 1",
            (today.isoformat(),),
        )
    ]
