"""Professional or collector? The member's own network on one page that can be shown, and the same to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from calabazas.desk.mirror import CAVEAT, LINES, SHOWN_YEARS, Mirror, mirror, report
from calabazas.measure.told import told
from calabazas.outputs.report import render
from calabazas.web.network import work
from calabazas.web.plots import course, growth, span
from calabazas.web.screen import Nav, get
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.desk.mirror import Seen
    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.web.visit import Visit
    from calabazas.web.workroom import Made

TITLE = mark("The mirror")
NAMED = 200
"""People named who would not pass; the rest are counted."""
COURSES = (
    ("sector", mark("In your sector")),
    ("talked", mark("You talk")),
    ("passes", mark("Would pass today")),
)


@get("/mirror", nav=Nav(65, "g m", TITLE))
def show(visit: Visit) -> Response:
    """Show the network in numbers that can be said aloud."""
    made = _mirror(visit)
    m = made.value
    if m is None:
        return visit.page("working.html", title=TITLE)
    years = m.years[-SHOWN_YEARS:]
    names = visit.query.get("names") == "yes"
    return visit.page(
        "mirror.html",
        m=m,
        current=made.current,
        lines=[(title, span(getattr(m, field))) for field, title in LINES],
        courses=[
            (
                title,
                course([(str(y.year), getattr(y, field)) for y in years]),
                [(y.year, visit.voice.say(told(getattr(y, field)))) for y in years],
            )
            for field, title in COURSES
        ],
        growth=growth([(str(y.year), y.total, y.matter) for y in years], visit.voice.number)
        if years
        else None,
        years=years,
        names=names,
        failing=_first(m.failing) if names else (),
        caveat=CAVEAT,
    )


@get("/mirror/report")
def paper(visit: Visit) -> Response:
    """Hand the mirror out as one file to print; without names unless asked for."""
    m = _mirror(visit).value
    if m is None:
        return visit.go("/mirror")
    names = visit.query.get("names") == "yes" and not visit.voice.hide
    return Response(
        render(report(m, names=names), visit.language).encode(),
        media_type="text/html; charset=utf-8",
        headers={
            "content-disposition": f'attachment; filename="calabazas-mirror-{visit.today.isoformat()}.html"'
        },
    )


def _first(failing: Sequence[Seen]) -> list[Seen]:
    """Give those to name: whom one talks with before the rest; only they are put in order."""
    some = [*(s for s in failing if s.talked), *(s for s in failing if not s.talked)][:NAMED]
    return sorted(some, key=lambda s: (not s.talked, s.person.name))


def _mirror(visit: Visit) -> Made[Mirror]:
    def make(store: Store, engine: Recalled) -> Mirror:
        return mirror(store, visit.today, engine)

    # What hangs on the ledger are only invitations answered here; a page older by one act is not wrong.
    return work(visit, "mirror", make)
