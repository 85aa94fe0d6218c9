"""What only the member knows: met, a star, a tag, a note, asked, or that a reason was not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.decide import remark
from calabazas.web.screen import post
from calabazas.words import mark, say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

KINDS = {
    "met": mark("Noted: you have met."),
    "starred": mark("Noted: they have your star."),
    "tagged": mark("Noted: your tag."),
    "noted": mark("Noted."),
    "asked": mark("Noted: you asked. The clock stands still until they answer."),
    "answered": mark("Noted: you have written to them."),
    "outcome": mark("Noted: what came of it."),
    "overruled": mark("Noted: that was not so. It weighs nothing any more."),
}
NEEDS_TEXT = frozenset({"tagged", "noted", "outcome", "overruled"})
LONGEST = 2_000
"""Characters of a remark kept."""


@post("/people/{id:int}/remark")
def run(visit: Visit) -> Response:
    """Write the remark into the ledger."""
    person = visit.answer().dossier.person
    kind, value = visit.field("kind"), visit.field("value").strip()[:LONGEST]
    home = f"/people/{person.id}"
    if kind not in KINDS or (kind in NEEDS_TEXT and not value):
        return visit.go(home, say("Nothing was written: the field was empty."))
    remark(visit.store, [person.id], kind, value, visit.now)
    return (
        visit.back(say(KINDS[kind]), undo=True)
        if visit.field("back")
        else visit.go(home, say(KINDS[kind]), undo=True)
    )
