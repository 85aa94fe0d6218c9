"""How the pages look and speak: language, hidden names, keys, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.language import LANGUAGES
from calabazas.store import settings
from calabazas.web.screen import get, post
from calabazas.web.visit import THEMES
from calabazas.words import say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

CHOICES = {
    "language": tuple(LANGUAGES),
    "web.hide": ("yes", "no"),
    "web.keys": ("on", "off"),
    "web.theme": tuple(THEMES),
}


@get("/settings")
def show(visit: Visit) -> Response:
    """Show the settings."""
    return visit.page("settings.html")


@post("/settings")
def change(visit: Visit) -> Response:
    """Keep whatever of the settings the form holds."""
    for key, allowed in CHOICES.items():
        if (value := visit.field(key)) in allowed:
            settings.put(visit.store, key, value, visit.now)
    if visit.field("language"):
        # The member's own choice goes before what the command line said.
        visit.site.language = ""
    return visit.back(say("Kept."))
