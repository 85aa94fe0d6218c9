"""The member's settings, texts by key: `target` is whom they want to know, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from calabazas.store.engine import Store


def get(store: Store, key: str, default: str = "") -> str:
    """Read a setting."""
    row = store.db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else default


def put(store: Store, key: str, value: str, at: datetime) -> None:
    """Write a setting."""
    with store.write() as db:
        db.execute(
            "INSERT INTO setting VALUES (?,?,?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at",
            (key, value, at.isoformat(timespec="seconds")),
        )
