"""The same note, text or picture under other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Echo
from calabazas.evidence.finding import SourceRef

if TYPE_CHECKING:
    import sqlite3

SHOWN = 5
"""Others that a dossier names for each kind."""
FEWEST = {"note": 2}
"""A note is a template when two others sent it; one shared text or picture is told at once."""


def of_asked(db: sqlite3.Connection) -> dict[int, tuple[Echo, ...]]:
    """Give what others sent or show the same; two profiles of one name are not others."""
    marks: dict[tuple[str, int], list[tuple[int, str, str, str, int]]] = {}
    for kind, value, root, folded, name, file, row, _ in db.execute(
        "SELECT e.kind, e.value, p.root, p.folded, p.name, v.name, s.row, max(v.as_of)"
        " FROM (SELECT DISTINCT m.kind, m.value FROM temp.asked a JOIN imprint m ON m.person_id = a.id) q"
        " JOIN imprint e ON e.kind = q.kind AND e.value = q.value JOIN person p ON p.id = e.person_id"
        " JOIN sighting s ON s.fact = e.fact JOIN temp.visible v ON v.file = s.file"
        " GROUP BY e.kind, e.value, p.root ORDER BY p.root"
    ):
        marks.setdefault((kind, value), []).append((root, folded, name, file, row))
    asked = {row[0] for row in db.execute("SELECT DISTINCT root FROM temp.asked")}
    found: dict[int, list[Echo]] = {}
    for (kind, _), sharers in marks.items():
        if len({folded for _, folded, _, _, _ in sharers}) <= FEWEST.get(kind, 1):
            continue
        for root, folded, *_ in sharers:
            if root not in asked:
                continue
            others: dict[str, Echo] = {}
            for other in sharers:
                if other[1] != folded and len(others) < SHOWN:
                    others.setdefault(other[1], Echo(kind, other[2], SourceRef(other[3], other[4])))
            found.setdefault(root, []).extend(others.values())
    return {root: tuple(echoes) for root, echoes in found.items()}
