"""A tick of the check-list: what the member saw is kept, and the advice moves at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.study import QUESTIONS, looked
from calabazas.sources.look import LookError
from calabazas.web.screen import post
from calabazas.web.screens.person import page
from calabazas.words import say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

KEYS = frozenset(key for keys in QUESTIONS.values() for key in keys)


@post("/people/{id:int}/look")
def run(visit: Visit) -> Response:
    """Keep the answers given and judge again."""
    before = visit.answer()
    given = {key: text for key in KEYS if (text := visit.field(key).strip())}
    try:
        looked(visit.store, before.dossier.person, given, visit.today)
    except LookError as error:
        return page(visit, before.verdict.advice, error.sentence)
    visit.anew()
    if visit.field("back"):
        name = visit.voice.who(before.dossier.person)
        return visit.back(say("Noted: you know each other ({name})", name=name))
    return page(visit, before.verdict.advice)
