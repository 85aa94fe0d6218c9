"""Finds whom the member means by PERSON; asks when it could be several."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.cli.common import Session
    from calabazas.engine.answers import Answer
    from calabazas.evidence.dossier import Person
    from calabazas.store.engine import Store


def the_person(session: Session, store: Store, text: str) -> Person:
    """Give the one person meant; ends the command when there is none, or several and nobody to ask."""
    from calabazas.store import people

    found = people.find(store, text)
    if len(found) == 1:
        return found[0]
    if not found:
        session.fail(mark("Nobody here is called “{text}”."), text=text)
    session.print(session.t("“{text}” could be:", text=text))
    for i, person in enumerate(found[:20], 1):
        session.print(f"  {i}. {person.name}  {person.url}")
    if not sys.stdin.isatty():
        session.fail(mark("Say which, by the address of the profile."))
    number = int(typer.prompt(session.t("Which one?"), type=int))
    if not 1 <= number <= min(20, len(found)):
        session.fail(mark("There is no number {n}."), n=number)
    return found[number - 1]


def the_answer(session: Session, store: Store, text: str) -> Answer:
    """Give the person meant with the advice on them."""
    from calabazas.engine.engine import Engine

    person = the_person(session, store, text)
    answers = Engine(store).people([person.id], session.today)
    if not answers:
        session.fail(mark("Nothing is known of {name}."), name=person.name)
    return answers[0]
