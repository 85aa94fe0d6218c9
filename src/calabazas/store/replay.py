"""The member's file as it stood when an invitation came: only rows of before, whatever file told them later.

An archive of today tells much that was so at the time (a message of 2021, a tie of 2023) and much that is so
today (a position, an address book). Dated rows are taken by their day; what has no day is left out unless its
file was known by then; the inviter's own later connection is nobody's evidence.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from calabazas.people.profile import EMPTY, merge
from calabazas.store import connections, dossiers, known
from calabazas.store.exchanged import Exchanged, exchanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calabazas.evidence.dossier import Dossier
    from calabazas.store.engine import Store

UNDATED = frozenset({"address_book", "private_note", "member_follow"})
"""Links whose files give no day on which they came to be."""


def past_invitations(store: Store, now: date) -> list[Exchanged]:
    """Give every invitation received that is known now, with what became of it."""
    return exchanged(store, now, incoming=True)


def as_they_came(
    store: Store, invitations: Iterable[Exchanged], now: date, *, positions: bool = False
) -> Iterator[Dossier]:
    """Give each inviter's dossier as of the day the invitation came, oldest first.

    `positions` lets the position that a later archive tells stand for the headline of that day, where none is
    known: not strictly known then, and to be said so.
    """
    by_day: dict[date, list[Exchanged]] = {}
    wanted = list(invitations)
    told = _positions(store, [x.person for x in wanted], now) if positions else {}
    for one in wanted:
        by_day.setdefault(one.on, []).append(one)
    files = _known_by(store)
    for day in sorted(by_day):
        of_day = {x.person: x for x in by_day[day]}
        before = _before(store, day, now, of_day)
        for d in before:
            cut = _cut(d, day, of_day[d.person.id], files)
            later = told.get(d.person.id)
            if later and not (cut.profile.headline or cut.profile.position):
                cut = replace(cut, profile=replace(cut.profile, position=later[0], company=later[1] or None))
            yield cut


def _before(store: Store, day: date, now: date, people: Iterable[int]) -> list[Dossier]:
    """Build from all files known now, but only from rows of the days before the invitation."""
    eve = day - timedelta(days=1)
    with store.look() as db:
        known.see(db, now)
        known.ask(db, people)
        # The ties of that very day may be the yes itself, so they end the evening before.
        ties = dossiers.build(store, eve, "triage")
        known.see(db, now)
        known.ask(db, people)
        sights = {d.person.id: d for d in dossiers.build(store, day, "triage", texts=False)}
    return [
        replace(
            d,
            today=day,
            invitation=sights[d.person.id].invitation,
            observations=sights[d.person.id].observations,
            echoes=(),
        )
        for d in ties
        if d.person.id in sights
    ]


def _cut(d: Dossier, day: date, came: Exchanged, files: dict[str, date]) -> Dossier:
    """Take out what only a later file tells."""
    links = tuple(
        x
        for x in d.links
        if (x.on is not None and x.kind not in UNDATED) or files.get(x.source.file, date.max) <= day
    )
    sights = tuple(o for o in d.observations if o.observed_on <= day)
    invitation = d.invitation
    if invitation is not None and invitation.sent_on != came.on:
        invitation = replace(invitation, sent_on=came.on, note=came.note)
    return replace(
        d,
        invitation=invitation,
        connection=None,
        links=links,
        observations=sights,
        profile=merge(sights) if sights else EMPTY,
    )


def _positions(store: Store, people: Iterable[int], now: date) -> dict[int, tuple[str, str]]:
    with store.look() as db:
        known.see(db, now)
        known.ask(db, people)
        found = connections.of_asked(db, now)
    return {root: (c.position, c.company) for root, c in found.items() if c.position}


def _known_by(store: Store) -> dict[str, date]:
    """Give the day from which each file was known; of two of one name the later, so that neither tells too early."""
    found: dict[str, date] = {}
    for name, as_of in store.db.execute(
        "SELECT f.name, max(f.as_of) FROM intake_file f JOIN intake i ON i.id = f.intake_id"
        " WHERE i.undone_at IS NULL GROUP BY f.name"
    ):
        on = known.day(as_of)
        if on is not None:
            found[name] = on
    return found
