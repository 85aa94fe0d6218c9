"""Were they at the same event?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "shared_event"


def find(d: Dossier) -> Says:
    """An event both attended, in the member's own words; what a note claims is the note's evidence."""
    if d.profile.event:
        yield Finding(CODE, "attended", say("You were at the same event: {event}", event=d.profile.event))
