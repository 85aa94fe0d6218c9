"""Invitations in one direction with what became of them, without building anybody's dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calabazas.store import acts, connections, invitations, known

if TYPE_CHECKING:
    from datetime import date

    from calabazas.store.engine import Store


class Exchanged(NamedTuple):
    """One invitation: `connected_on` None without a connection, `dealt_on` the day of the member's own decision here."""

    person: int
    on: date
    exact: bool
    note: str
    connected_on: date | None
    dealt_on: date | None


def exchanged(store: Store, today: date, *, incoming: bool) -> list[Exchanged]:
    """Give the invitation that counts of everybody who sent the member one, or was sent one, as known on a day."""
    with store.look() as db:
        known.see(db, today)
        known.ask(db, people(store, today, incoming=incoming))
        seen = invitations.of_asked(db, today)
        connected = connections.of_asked(db, today)
        deeds = acts.of_asked(db, today).by_person
    found = []
    for root, ones in seen.items():
        counts = invitations.counting(ones, incoming=incoming)
        if counts is None:
            continue
        tie = connected.get(root)
        dealt = [
            d.at
            for d in deeds.get(root, ())
            if d.at >= counts.sent_on and (d.kind == "done" or (d.kind == "decided" and d.value != "later"))
        ]
        # Who was connected before the invitation was so by another one.
        on = tie.on if tie and tie.on and (tie.on - counts.sent_on).days >= -1 else None
        found.append(
            Exchanged(root, counts.sent_on, counts.exact, counts.note, on, min(dealt) if dealt else None)
        )
    return found


def people(store: Store, today: date, *, incoming: bool) -> list[int]:
    """Give the ids of all who sent the member an invitation, or were sent one (`temp.visible` must stand)."""
    return [
        row[0]
        for row in store.db.execute(
            "SELECT DISTINCT p.root FROM invitation i JOIN person p ON p.id = i.person_id"
            " WHERE i.incoming = ? AND substr(i.sent_at, 1, 10) <= ?"
            " AND EXISTS (SELECT 1 FROM sighting s JOIN temp.visible v ON v.file = s.file WHERE s.fact = i.id) ORDER BY 1",
            (int(incoming), today.isoformat()),
        )
    ]


def invited_people(store: Store, today: date) -> list[int]:
    """Give the ids of all whom the member invited, as known on a day."""
    with store.look() as db:
        known.see(db, today)
        return people(store, today, incoming=False)
