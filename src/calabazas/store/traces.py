"""Other links between the member and people, and what the member did themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Link
from calabazas.evidence.finding import SourceRef
from calabazas.store import known

if TYPE_CHECKING:
    import sqlite3
    from datetime import date


def of_asked(db: sqlite3.Connection, today: date) -> dict[int, tuple[Link, ...]]:
    """Give the links with each person asked about.

    `detail` gains `match`: `address` when the file itself gave the profile, else what the inference
    rests on (`mail`, `name_company`, `name`, `member`), with `told_name` and `told_company` as the file had them.
    """
    found: dict[int, list[Link]] = {}
    for root, kind, on, text, detail, told, company, why, _, file, row in db.execute(
        "SELECT a.root, t.kind, t.on_day, t.text, t.detail, t.name, t.company,"
        " (SELECT why FROM merge g WHERE g.from_id = a.id AND g.undone_at IS NULL ORDER BY g.id DESC LIMIT 1),"
        " max(v.as_of), v.name, s.row"
        " FROM temp.asked a CROSS JOIN trace t ON t.person_id = a.id CROSS JOIN sighting s ON s.fact = t.id"
        " JOIN temp.visible v ON v.file = s.file WHERE t.on_day <= ? GROUP BY t.id ORDER BY t.on_day, t.id",
        (today.isoformat() + "~",),
    ):
        facts = {**json.loads(detail), "match": why or "address", "told_name": told, "told_company": company}
        found.setdefault(root, []).append(Link(kind, known.day(on), text, facts, SourceRef(file, row)))
    return {root: tuple(links) for root, links in found.items()}


def own(db: sqlite3.Connection, today: date) -> list[tuple[str, str, str, str, dict[str, str]]]:
    """Give (kind, day, text, name or company, detail) of what the member did without a person: posts, events, follows."""
    return [
        (kind, on, text, name or company, json.loads(detail))
        for kind, on, text, name, company, detail in db.execute(
            "SELECT t.kind, t.on_day, t.text, t.name, t.company, t.detail FROM trace t"
            " WHERE t.kind IN ('share', 'event', 'company_follow') AND t.on_day <= ?"
            " AND EXISTS (SELECT 1 FROM sighting s JOIN temp.visible v ON v.file = s.file WHERE s.fact = t.id)"
            " ORDER BY t.on_day, t.id",
            (today.isoformat() + "~",),
        )
    ]
