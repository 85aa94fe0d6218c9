"""Erase somebody everywhere, after one question; this alone cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.store.forget import forget
from calabazas.web.screen import get, post
from calabazas.words import say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit


@get("/people/{id:int}/forget")
def ask(visit: Visit) -> Response:
    """Say what will go and what stays."""
    return visit.page("forget.html", d=visit.answer().dossier)


@post("/people/{id:int}/forget")
def run(visit: Visit) -> Response:
    """Erase."""
    person = visit.answer().dossier.person
    forget(visit.store, person.id, visit.now.isoformat(timespec="seconds"))
    return visit.go("/", say("Erased. Only a salted hash stays, so that nobody asks about them again."))
