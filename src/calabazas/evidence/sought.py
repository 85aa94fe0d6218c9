"""Had the member invited them first?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "sought"


def find(d: Dossier) -> Says:
    """Whom one invited oneself, one wanted."""
    if d.question == "triage" and d.sent is not None:
        yield Finding(
            CODE,
            "invited",
            say("You invited them yourself on {day}", day=d.sent.sent_on),
            {},
            (d.sent.source,),
        )
