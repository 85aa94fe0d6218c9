"""Profiles as they were seen, one sight a row; the dossier puts them together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calabazas.people.profile import Observation
from calabazas.store import known
from calabazas.store.profiles import profile_of

if TYPE_CHECKING:
    import sqlite3
    from datetime import date


def of_asked(db: sqlite3.Connection, today: date) -> dict[int, tuple[Observation, ...]]:
    """Give all sights of each person asked about, oldest first."""
    found: dict[int, list[Observation]] = {}
    for root, observed, source, facts, _, file, row in db.execute(
        "SELECT a.root, o.observed_on, o.source, o.facts, max(v.as_of), v.name, s.row"
        " FROM temp.asked a CROSS JOIN observation o ON o.person_id = a.id CROSS JOIN sighting s ON s.fact = o.id"
        " JOIN temp.visible v ON v.file = s.file WHERE o.observed_on <= ? GROUP BY o.id ORDER BY o.observed_on, o.id",
        (today.isoformat(),),
    ):
        on = known.day(observed) or today
        found.setdefault(root, []).append(
            Observation(on, source, profile_of(json.loads(facts), on), file, row)
        )
    return {root: tuple(sights) for root, sights in found.items()}
