"""Does the member's target say no to this kind of person?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "not_wanted"


def find(d: Dossier) -> Says:
    """What the target refuses, shown with the words that met the refusal."""
    fit = d.readings.fit if d.readings else None
    if fit and fit.unwanted:
        carrier = fit.unwanted[0]
        yield Finding(
            CODE,
            "named",
            say(
                "You do not look for “{wish}”; here: “{words}”",
                wish=carrier.wish or carrier.field,
                words=carrier.words[:100],
            ),
            {"words": carrier.words, "wish": carrier.wish},
        )
