"""What is decided and still to be clicked on LinkedIn, in its order, with the words to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.clicks import left
from calabazas.desk.decide import remark
from calabazas.verdict import explain
from calabazas.web.screen import Nav, get, post
from calabazas.words import mark, say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

AT_ONCE = 50


def _left(visit: Visit) -> int:
    return visit.clicks_left


@get("/clicks", nav=Nav(20, "g d", mark("To do on LinkedIn"), _left))
def show(visit: Visit) -> Response:
    """List the clicks that are left, the newest invitation first as LinkedIn has them."""
    rows = visit.clicks
    return visit.page(
        "clicks.html",
        rows=rows[:AT_ONCE],
        total=left(rows),
        people=len(rows),
        labels=explain.ADVICE,
        waiting=len(visit.waiting),
    )


@post("/clicks/done")
def done(visit: Visit) -> Response:
    """Note that the clicks were made."""
    ids = [i for i in visit.numbers("id") if any(r.answer.dossier.person.id == i for r in visit.clicks)]
    if not ids:
        return visit.go("/clicks", say("Nobody was chosen. Nothing was written."))
    remark(visit.store, ids, "done", "", visit.now)
    return visit.go("/clicks", say_n("Done: {n} person", "Done: {n} people", len(ids)), undo=True)
