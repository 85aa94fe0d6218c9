"""What became of whom the member invited: stage by stage, by family, one thread whole, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.desk.funnel import GROUPS, RIPE_DAYS, STAGES, Funnel, funnel, name_of, story, thread
from calabazas.measure.told import told
from calabazas.store import people
from calabazas.web.network import work
from calabazas.web.plots import Span, span
from calabazas.web.screen import Nav, get
from calabazas.web.visit import NotHereError
from calabazas.words import mark, say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.desk.funnel import Row
    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.web.visit import Visit
    from calabazas.words import Sentence

TITLE = mark("Funnel")
ONE = {
    **dict(STAGES),
    "invited": mark("No answer"),
    "accepted": mark("Said yes"),
}
"""The stages as said of one person."""
AT_ONCE = 50
MOST_FAMILIES = 12
ASKED = 8
"""Threads that sound like a meeting, asked about at once."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage with its count and the length of its bar in percent."""

    name: str
    title: str
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class Family:
    """One row of a group: how many of the ripe were accepted, of the accepted came to talk, are too young to count."""

    name: Sentence
    accepted: Span
    talked: Sentence
    pending: int


@get("/funnel", nav=Nav(70, "g f", TITLE))
def show(visit: Visit) -> Response:
    """Show the stages, the families and what can be concluded."""

    def make(store: Store, engine: Recalled) -> Funnel:
        return funnel(store, visit.today, engine)

    made = work(visit, "funnel", make)
    f = made.value
    if f is None:
        return visit.page("working.html", title=TITLE)
    titles = dict(STAGES)
    only = visit.query.get("stage", "")
    threads = [x for x in f.threads if only not in titles or x.stage == only]
    most = max((n for _, n in f.stages), default=0) or 1
    return visit.page(
        "funnel.html",
        f=f,
        current=made.current,
        stages=[Stage(name, titles[name], n, round(100 * n / most, 1)) for name, n in f.stages],
        accepted=span(f.accepted),
        talked=span(f.talked),
        groups=[
            (title, [_family(row) for row in f.groups[name][:MOST_FAMILIES]])
            for name, title in GROUPS
            if not _blind(f, name)
        ],
        blind=f.threads and any(_blind(f, name) for name, _ in GROUPS),
        suggestions=f.suggestions[:ASKED],
        threads=list(reversed(threads))[:AT_ONCE],
        total=len(threads),
        only=only if only in titles else "",
        at=[(name, ONE[name], n) for name in titles if (n := sum(x.stage == name for x in f.threads))],
        titles=ONE,
        days=RIPE_DAYS,
    )


@get("/funnel/{id:int}")
def whole(visit: Visit) -> Response:
    """Show one thread whole: note, yes, words, meeting, outcome."""
    id = int(visit.params["id"])
    if people.get(visit.store, id) is None:
        raise NotHereError
    one = thread(visit.store, visit.today, id, visit.engine)
    if one is None:
        return visit.go(f"/people/{id}", say("You never invited them, as far as is known."))
    return visit.page(
        "thread.html",
        one=one,
        person=one.dossier.person,
        story=story(one),
        titles=dict(STAGES),
        days=RIPE_DAYS,
    )


def _blind(f: Funnel, group: str) -> bool:
    """Tell whether nothing is known by which to part them."""
    return {row.name for row in f.groups[group]} <= {"unknown"}


def _family(row: Row) -> Family:
    return Family(name_of(row.name), span(row.accepted), told(row.talked), row.pending)
