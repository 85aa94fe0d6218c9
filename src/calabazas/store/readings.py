"""Readings of texts, kept so that a thousand dossiers cost what their new texts cost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calabazas.store.engine import Store


def get(store: Store, version: str, keys: Iterable[str]) -> dict[str, bytes]:
    """Give the readings that are kept of these keys (hashes of text and target) in one version."""
    return dict(
        store.db.execute(
            "SELECT key, value FROM reading WHERE version = ? AND key IN (SELECT value FROM json_each(?))",
            (version, json.dumps(list(keys))),
        )
    )


def put(store: Store, version: str, values: Mapping[str, bytes]) -> None:
    """Keep readings."""
    if values:
        with store.write() as db:
            db.executemany(
                "INSERT OR REPLACE INTO reading VALUES (?,?,?)", [(version, *item) for item in values.items()]
            )


def forget_others(store: Store, version: str, family: str = "") -> None:
    """Drop the readings of every other version whose name begins with `family`."""
    with store.write() as db:
        db.execute(
            "DELETE FROM reading WHERE version <> ? AND substr(version, 1, ?) = ?",
            (version, len(family), family),
        )
