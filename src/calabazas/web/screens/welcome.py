"""The first visit: language, two questions, and the list to paste. No archive is needed for the first card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.target import LONGEST, set_target
from calabazas.store import settings
from calabazas.web.screen import get, post
from calabazas.words import mark, say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

KNOWN_FOR = mark("I want to be known for {what}.")


@get("/welcome")
def show(visit: Visit) -> Response:
    """Ask the two questions."""
    return visit.page("welcome.html", text=settings.get(visit.store, "target"))


@post("/welcome")
def keep(visit: Visit) -> Response:
    """Keep the answers as the member's target, in their own words."""
    look_for = visit.field("look_for").strip()[:LONGEST]
    known_for = visit.field("known_for").strip().rstrip(".")[:2_000]
    parts = [look_for, visit.language.text(KNOWN_FOR, what=known_for) if known_for else ""]
    if any(parts):
        set_target(visit.store, "\n".join(p for p in parts if p))
        return visit.go("/welcome", say("Kept. Now the list: paste it anywhere on this page."))
    return visit.go("/welcome", say("Both answers were empty: nothing was kept."))
