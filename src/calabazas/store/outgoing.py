"""What the member sent: every invitation of theirs, when, with what note, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Person
from calabazas.people.identity import fold_name, profile_url
from calabazas.store import acts, connections, invitations, known

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from calabazas.store.engine import Store


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One invitation that the member sent; `marked` when only their own word tells of it.

    `accepted` and `withdrawn` are days, None when it was not. `seen_until` is the day up to which silence is known.
    """

    person: Person
    on: date
    note: str
    accepted: date | None
    withdrawn: date | None
    marked: bool
    seen_until: date


def outgoing(store: Store, today: date, people: Iterable[int] | None = None) -> list[Outgoing]:
    """Give the invitations that the member sent, the newest of each person, oldest first; of some people when told."""
    with store.look() as db:
        known.see(db, today)
        known.ask(db, {*_invited(db), *_marked(db)} if people is None else people)
        seen = invitations.of_asked(db, today)
        connected = connections.of_asked(db, today)
        deeds = acts.of_asked(db, today)
        newest = known.day(db.execute(f"SELECT {connections.NEWEST_COMPLETE}").fetchone()[0]) or today
        found = []
        for root, name, slug in db.execute(
            "SELECT p.id, p.name, p.slug FROM person p WHERE p.id IN (SELECT root FROM temp.asked) ORDER BY p.id"
        ).fetchall():
            sent = invitations.counting(seen.get(root, ()), incoming=False)
            word = next((d for d in reversed(deeds.by_person.get(root, ())) if d.kind == "sent"), None)
            if sent is None and word is None:
                continue
            # The archive knows the moment; the member's word counts until it tells, and for a later attempt.
            marked = sent is None or (word is not None and (word.at - sent.sent_on).days > 2)
            on = word.at if marked and word else sent.sent_on if sent else today
            note = (word.value if word and (marked or not (sent and sent.note)) else "") or (
                sent.note if sent and not marked else ""
            )
            tie = connected.get(root)
            # A day's slack: the archive tells moments in one time zone and connections in another.
            yes = max(on, tie.on) if tie and tie.on and tie.on >= on - timedelta(days=1) else None
            back = next(
                (
                    d.at
                    for d in reversed(deeds.by_person.get(root, ()))
                    if d.kind == "withdrawn" and d.at >= on
                ),
                None,
            )
            person = Person(root, name, slug or "", profile_url(slug or ""))
            found.append(Outgoing(person, on, note, yes, back, marked, max(on, min(newest, today))))
    return sorted(found, key=lambda o: (o.on, o.person.id))


def notes_sent(sent: Iterable[Outgoing], but: int = 0) -> list[str]:
    """Give the distinct notes that went out, those to person `but` left out, the newest first."""
    texts: dict[str, str] = {}
    for one in sent:
        if one.note.strip() and one.person.id != but:
            texts[fold_name(one.note)] = one.note
    return list(reversed(texts.values()))


def _invited(db: sqlite3.Connection) -> list[int]:
    return [row[0] for row in db.execute("SELECT DISTINCT person_id FROM invitation WHERE incoming = 0")]


def _marked(db: sqlite3.Connection) -> list[int]:
    return [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT person_id FROM act WHERE kind = 'sent' AND person_id IS NOT NULL"
        )
    ]
