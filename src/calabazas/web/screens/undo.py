"""Take the last thing back, whatever it was and however long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.decide import undo
from calabazas.web.screen import post
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit


@post("/undo")
def run(visit: Visit) -> Response:
    """Undo the last batch of the ledger."""
    taken = undo(visit.store, visit.now)
    if not taken:
        return visit.back(say("There is nothing to take back."))
    return visit.back(say_n("Taken back: {n} step", "Taken back: {n} steps", len(taken)))
