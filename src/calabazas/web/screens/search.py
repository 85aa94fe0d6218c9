"""Find somebody by name or address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.store import people
from calabazas.web.screen import get

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

SHOWN = 50


@get("/people")
def show(visit: Visit) -> Response:
    """List whom the words may mean."""
    wanted = visit.query.get("q", "")[:200].strip()
    found = people.find(visit.store, wanted, SHOWN + 1) if wanted else []
    if len(found) == 1:
        return visit.go(f"/people/{found[0].id}")
    return visit.page("search.html", wanted=wanted, found=found[:SHOWN], more=len(found) > SHOWN)
