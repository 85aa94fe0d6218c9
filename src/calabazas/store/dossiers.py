"""Dossiers of all people of a question, in a fixed handful of set queries whatever their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Dossier, Person
from calabazas.people.identity import profile_url
from calabazas.people.profile import EMPTY, merge
from calabazas.people.standing import OPEN, Standing
from calabazas.store import (
    acts,
    connections,
    echoes,
    invitations,
    known,
    member,
    messages,
    observations,
    traces,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calabazas.evidence.dossier import Member
    from calabazas.store.engine import Store


def dossiers(
    store: Store,
    today: date,
    people: Iterable[int],
    question: str = "triage",
    *,
    texts: bool = True,
    context: Member | None = None,
) -> list[Dossier]:
    """Give what is known on `today` of each person, in the order of their ids; `texts` brings what was said.

    `context` is the member's own, when the caller holds it already: building it reads the whole network.
    """
    with store.look() as db:
        known.see(db, today)
        known.ask(db, people)
        return _build(store, today, question, texts=texts, standings=None, context=context)


def member_context(store: Store, today: date) -> Member:
    """Give the member's own context as known on a day."""
    with store.look() as db:
        known.see(db, today)
        return member.context(store, today)


def open_invitations(store: Store, today: date) -> list[Dossier]:
    """Give the dossiers of all incoming invitations that stand open on `today`."""
    return invited(store, today, OPEN)


def invited(store: Store, today: date, standings: Sequence[Standing] = tuple(Standing)) -> list[Dossier]:
    """Give the dossiers of all who ever invited the member and whose invitation stands in one of `standings`."""
    with store.look() as db:
        known.see(db, today)
        known.ask(db, invitations.inviters(db, today))
        return _build(store, today, "triage", texts=True, standings=standings)


def all_contacts(store: Store, today: date) -> list[Dossier]:
    """Give the dossiers of everybody connected on `today`, conversations counted but without their texts."""
    with store.look() as db:
        known.see(db, today)
        known.ask(db, connections.contacts(db, today))
        return _build(store, today, "purge", texts=False, standings=None)


def build(store: Store, today: date, question: str, *, texts: bool = True) -> list[Dossier]:
    """Give the dossiers of whoever stands in `temp.asked`, from the files in `temp.visible`."""
    return _build(store, today, question, texts=texts, standings=None)


def _build(
    store: Store,
    today: date,
    question: str,
    *,
    texts: bool,
    standings: Sequence[Standing] | None,
    context: Member | None = None,
) -> list[Dossier]:
    db = store.db
    people = _people(db)
    seen = invitations.of_asked(db, today)
    connected = connections.of_asked(db, today)
    deeds = acts.of_asked(db, today)
    pages = invitations.lists(db)
    incoming = {
        root: invited
        for root, ones in seen.items()
        if (invited := invitations.counting(ones, incoming=True)) is not None
    }
    stand = {
        root: invitations.standing(
            root,
            people[root][1],
            seen[root],
            invited=invited,
            connected=connected.get(root),
            deeds=deeds.by_person.get(root, ()),
            until=deeds.until,
            pages=pages,
            today=today,
        )
        for root, invited in incoming.items()
    }
    if standings is not None:
        people = {
            root: person for root, person in people.items() if stand.get(root, Standing.DONE) in standings
        }
        known.ask(db, people)
    notes = {root: [one.note for one in ones if one.note] for root, ones in seen.items() if root in people}
    talks = messages.of_asked(db, today, {root: texts for root, texts in notes.items() if texts}, texts=texts)
    links = traces.of_asked(db, today)
    sights = observations.of_asked(db, today)
    same = echoes.of_asked(db)
    context = context or member.context(store, today)
    return [
        Dossier(
            person=person,
            today=today,
            question=question,
            standing=stand.get(root, Standing.DONE),
            invitation=incoming.get(root),
            sent=invitations.counting(seen[root], incoming=False) if root in seen else None,
            connection=connected.get(root),
            conversation=talks.get(root),
            links=links.get(root, ()),
            observations=sights.get(root, ()),
            profile=merge(sights[root]) if root in sights else EMPTY,
            deeds=deeds.by_person.get(root, ()),
            echoes=same.get(root, ()),
            member=context,
        )
        for root, (person, _) in people.items()
    ]


def _people(db: sqlite3.Connection) -> dict[int, tuple[Person, str]]:
    return {
        id: (Person(id, name, slug or "", profile_url(slug or "")), folded)
        for id, name, slug, folded in db.execute(
            "SELECT p.id, p.name, p.slug, p.folded FROM person p WHERE p.id IN (SELECT root FROM temp.asked) ORDER BY p.id"
        )
    }
