"""Recognises people whom the member had erased, from salted hashes alone."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

_SALT = "forgotten.salt"


def hider(db: sqlite3.Connection) -> Callable[[str, str], bool] | None:
    """Give the test (slug, folded name) → erased; None when nobody was.

    Whoever comes without an address is told by name: better to miss a namesake's line than to bring somebody back.
    """
    digests = {row[0] for row in db.execute("SELECT digest FROM forgotten")}
    if not digests:
        return None
    salt = _salt(db)
    return lambda slug, name: _hash(salt, slug, "" if slug else name) in digests


def remember(db: sqlite3.Connection, slug: str, name: str, at: str) -> None:
    """Keep the hashes of an erased person's slug and of their folded name (inside a transaction)."""
    salt = _salt(db)
    if salt is None:
        salt = secrets.token_hex(32)
        db.execute("INSERT INTO setting VALUES (?, ?, ?)", (_SALT, salt, at))
    for key in ((slug, ""), ("", name)):
        if any(key):
            db.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (_hash(salt, *key),))


def _salt(db: sqlite3.Connection) -> str | None:
    row = db.execute("SELECT value FROM setting WHERE key = ?", (_SALT,)).fetchone()
    return str(row[0]) if row else None


def _hash(salt: str | None, *parts: str) -> bytes:
    return sha256("\x1f".join((salt or "", *parts)).encode("utf-8", "surrogatepass")).digest()
