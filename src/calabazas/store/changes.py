"""What has changed in the member's file since it was last looked at, so that only the touched are judged anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from calabazas.store.engine import Store

ABOUT_ONE = ("look",)
"""Kinds of file that speak of one person alone; any other import may change everybody's standing."""


class Stamp(NamedTuple):
    """The state of a file in a handful of numbers; two equal stamps hold the same facts."""

    acts: int
    intakes: int
    undone: int
    forgotten: int
    merges: int
    unmerged: int
    target: str
    policy: str


def stamp(store: Store) -> Stamp:
    """Read the stamp: one quick question, whatever the size of the network."""
    row = store.db.execute(
        "SELECT (SELECT coalesce(max(id), 0) FROM act), (SELECT coalesce(max(id), 0) FROM intake),"
        " (SELECT count(*) FROM intake WHERE undone_at IS NOT NULL), (SELECT count(*) FROM forgotten),"
        " (SELECT coalesce(max(id), 0) FROM merge WHERE why = 'member'),"
        " (SELECT count(*) FROM merge WHERE undone_at IS NOT NULL AND why = 'member'),"
        " coalesce((SELECT group_concat(value, char(0)) FROM setting WHERE key IN ('target', 'target_toml')), ''),"
        " coalesce((SELECT value FROM setting WHERE key = 'policy'), '')"
    ).fetchone()
    return Stamp(*row)


def touched(store: Store, since: Stamp, now: Stamp) -> frozenset[int] | None:
    """Give the people whom the changes between two stamps speak of; None when that may be anybody."""
    if since[2:] != now[2:]:
        return None
    files = store.db.execute(
        "SELECT id, kind FROM intake_file WHERE intake_id > ? AND intake_id <= ?",
        (since.intakes, now.intakes),
    ).fetchall()
    if any(kind not in ABOUT_ONE for _, kind in files) or (now.intakes > since.intakes and not files):
        return None
    people = {
        root
        for (root,) in store.db.execute(
            "SELECT DISTINCT p.root FROM act a JOIN person p ON p.id = a.person_id WHERE a.id > ? AND a.id <= ?",
            (since.acts, now.acts),
        )
    }
    for file, _ in files:
        people |= {
            root
            for (root,) in store.db.execute(
                # Looks are few beside all sightings, so they are asked first.
                "SELECT DISTINCT p.root FROM observation o CROSS JOIN sighting s ON s.fact = o.id AND s.file = ?"
                " JOIN person p ON p.id = o.person_id WHERE o.source = 'look'",
                (file,),
            )
        }
    return frozenset(people)
