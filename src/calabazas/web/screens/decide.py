"""Decide about one or several people; the click on LinkedIn is still the member's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.decide import CHOICES, decide
from calabazas.verdict import explain
from calabazas.web.screen import post
from calabazas.words import mark, say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

LATER = mark("Later")


@post("/decide")
def run(visit: Visit) -> Response:
    """Write the choice about everybody named in the form."""
    choice, ids = visit.field("choice"), visit.numbers("id")
    answers = visit.engine.people(ids, visit.today) if ids else []
    if choice not in CHOICES:
        return visit.back(say("That is no decision. Nothing was written."))
    if not answers:
        return visit.back(say("Nobody was chosen. Nothing was written."))
    decide(visit.store, answers, choice, visit.language, visit.now)
    label = say(explain.ADVICE.get(choice, LATER))
    if len(answers) == 1:
        notice = say("{choice}: {name}", choice=label, name=visit.voice.who(answers[0].dossier.person))
    else:
        notice = say_n("{choice}: {n} person", "{choice}: {n} people", len(answers), choice=label)
    return visit.back(notice, undo=True)
