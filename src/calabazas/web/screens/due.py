"""Whose turn it is: replies owed, words to follow up, a yes without a word; and a page before meeting somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.due import Turn, due, prepare, unsettled
from calabazas.web.network import work
from calabazas.web.screen import Nav, get
from calabazas.web.visit import NotHereError
from calabazas.words import mark

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.web.visit import Visit

TITLE = mark("Your turn")
AT_ONCE = 30
"""People of one kind on a page."""
KINDS = (
    ("reply", mark("You owe a reply")),
    ("follow_up", mark("Worth asking again")),
    ("greet", mark("A yes without a word")),
)


def _owed(visit: Visit) -> int:
    """Count the replies owed as they were last worked out; the menu makes no work of its own."""
    kept = visit.site.network.works.peek("due")
    turns = [t for t in kept if isinstance(t, Turn) and t.kind == "reply"] if isinstance(kept, list) else []
    return len(unsettled(visit.store, turns)) if turns else 0


@get("/due", nav=Nav(55, "g r", TITLE, _owed))
def show(visit: Visit) -> Response:
    """Show who waits for a word."""

    def make(store: Store, engine: Recalled) -> list[Turn]:
        return due(store, visit.today, engine)

    # Worked out again when an archive tells more; what the member says of single people is taken off each time.
    turns = work(visit, "due", make, acts=False).value
    if turns is None:
        return visit.page("working.html", title=TITLE)
    turns = unsettled(visit.store, turns)
    return visit.page(
        "due.html",
        kinds=[(title, some[:AT_ONCE], len(some)) for kind, title in KINDS if (some := _of(turns, kind))],
        as_of=visit.engine.data_as_of(visit.today),
    )


@get("/due/{id:int}")
def before(visit: Visit) -> Response:
    """Show what to know before meeting somebody."""
    page = prepare(visit.store, visit.today, int(visit.params["id"]), visit.engine)
    if page is None:
        raise NotHereError
    return visit.page("prepare.html", page=page, person=page.answer.dossier.person)


def _of(turns: list[Turn], kind: str) -> list[Turn]:
    return [t for t in turns if t.kind == kind]
