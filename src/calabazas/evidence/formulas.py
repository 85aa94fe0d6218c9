"""Is there only formula where activity should be?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, clip
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "formulas"


def find(d: Dossier) -> Says:
    """Comments that could stand under anything, or the same text again and again. Generated-sounding prose is no sign."""
    activity = d.readings.activity if d.readings else None
    if not activity or len(activity.pieces) < 2:
        return
    said = [p for p in activity.pieces if p.kind != "reaction"]
    hollow = [p for p in said if p.nature in ("formula", "motivation", "bait")]
    if said and len(hollow) == len(said) and len(said) >= 2:
        yield Finding(
            CODE,
            "only",
            say("All that they write could stand under anything: “{quote}”", quote=clip(hollow[0].text)),
            {"pieces": len(said)},
        )
