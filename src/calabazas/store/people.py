"""Finds people by what the member calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Person
from calabazas.people.identity import fold_name, profile_url, slug_of

if TYPE_CHECKING:
    from calabazas.store.engine import Store


def find(store: Store, text: str, most: int = -1) -> list[Person]:
    """Give whoever an address, slug or name may mean: exact names first, else names that hold its words, `most` of them."""
    slug = slug_of(text) or text.strip().lower()
    exact = _select(store, "slug = ?", slug)
    if exact or slug_of(text):
        return exact
    folded = fold_name(text)
    if not folded:
        return []
    same = _select(store, "folded = ?", folded)
    if same:
        return same
    words = folded.split()
    like = " AND ".join("' ' || folded LIKE ? ESCAPE '\\'" for _ in words)
    return _select(store, like, *(f"% {word.replace('_', chr(92) + '_')}%" for word in words), most=most)


def get(store: Store, person: int) -> Person | None:
    """Give one person by id, as whom they were found to be."""
    found = _select(store, "id = ?", person)
    return found[0] if found else None


def _select(store: Store, where: str, *args: object, most: int = -1) -> list[Person]:
    rows = store.db.execute(
        "SELECT DISTINCT r.id, r.name, r.slug FROM person r WHERE r.id IN (SELECT root FROM person WHERE "
        f"{where}) ORDER BY r.name, r.id LIMIT ?",
        (*args, most),
    )
    return [Person(id, name, slug or "", profile_url(slug or "")) for id, name, slug in rows]
