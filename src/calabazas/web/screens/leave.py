"""Leave all that is out of time in one confirmed step, which is taken back as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.decide import decide
from calabazas.people.standing import Standing
from calabazas.web.screen import get, post
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.engine.answers import Answer
    from calabazas.web.visit import Visit

NAMED = 200
"""People named on the page that asks; the rest are counted."""


def _stale(visit: Visit) -> list[Answer]:
    return [a for a in visit.queue.stale if a.dossier.standing is not Standing.SNOOZED]


@get("/out-of-time")
def ask(visit: Visit) -> Response:
    """Show who they are before anything is written."""
    stale = _stale(visit)
    return visit.page(
        "leave.html", people=stale[:NAMED], total=len(stale), ids=[a.dossier.person.id for a in stale]
    )


@post("/out-of-time")
def leave(visit: Visit) -> Response:
    """Ignore those that the page showed, and nobody who came since."""
    shown = set(visit.numbers("id"))
    answers = [a for a in _stale(visit) if a.dossier.person.id in shown]
    if not answers:
        return visit.go("/", say("Nothing is out of time. Nothing was written."))
    decide(visit.store, answers, "ignore", visit.language, visit.now)
    notice = say_n(
        "Left without hard feelings: {n} invitation",
        "Left without hard feelings: {n} invitations",
        len(answers),
    )
    return visit.go("/", notice, undo=True)
