"""«Pero, ¿tú quién eres?»: the looks most worth taking, and what the member saw when they took them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from calabazas.engine.answers import LookWorth, looks_worth_taking
from calabazas.engine.engine import Engine
from calabazas.people.records import Observed
from calabazas.sources.look import look_facts
from calabazas.store import intakes
from calabazas.store.staging import FileTaken, Whose, staging

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calabazas.engine.answers import Answer
    from calabazas.evidence.dossier import Person
    from calabazas.store.engine import Store

QUESTIONS = {
    "known": ("known",),
    "about": ("joined", "verified"),
    "activity": ("last_activity", "followers"),
    "page": ("connections", "followers", "photo"),
    "ask": ("answer",),
}
"""Which answers each look gives, by the keys of the check-list."""


def looks(store: Store, today: date) -> list[LookWorth]:
    """Give the looks that could turn an advice, the most worth taking first."""
    return looks_worth_taking(Engine(store).triage(today))


def looked(store: Store, person: Person, answers: Mapping[str, str], today: date) -> None:
    """Keep what the member saw, as an observation with its date; other looks stand beside it.

    Raises:
        LookError: an answer cannot be understood; nothing is kept.
    """
    facts = look_facts(answers, today=today)
    if not facts:
        return
    owner = intakes.member(store)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    with staging(store, now, Whose(set(owner.slugs), owner.name)) as work:
        taken = FileTaken("look", "look", as_of=today.isoformat(), as_of_from="member")
        work.begin(taken)
        if not person.slug:
            work.meant(person.name, person.id)
        work.add([Observed(1, person.name, person.slug, today.isoformat(), "look", facts)])
        work.publish()


def again(store: Store, person: Person, today: date) -> Answer:
    """Judge one person anew, after a look."""
    return Engine(store).people([person.id], today)[0]
