"""Has one recommended the other?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "recommendation"


def find(d: Dossier) -> Says:
    """A recommendation puts one's own name to somebody: nearly always people who worked together."""
    received = next((x for x in d.links if x.kind == "recommendation_received"), None)
    given = next((x for x in d.links if x.kind == "recommendation_given"), None)
    if received:
        yield Finding(CODE, "received", say("They wrote a recommendation for you"), {}, (received.source,))
    if given:
        yield Finding(CODE, "given", say("You wrote a recommendation for them"), {}, (given.source,))
