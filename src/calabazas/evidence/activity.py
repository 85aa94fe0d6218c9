"""Are they active, recently, with something of their own?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, Unseen
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "activity"
SHOWN = "work_shown"
_RECENT = 120


def find(d: Dossier) -> Says:
    """Recent pieces of one's own speak for somebody; to publish nothing is what most people do and weighs nothing."""
    doings = d.profile.activity
    activity = d.readings.activity if d.readings else None
    if doings is None or activity is None:
        if d.question == "triage":
            yield Unseen(CODE, "activity")
        return
    recent = [
        p
        for p, x in zip(activity.pieces, doings, strict=False)
        if x.on is None or (d.today - x.on).days <= _RECENT
    ]
    specific = [p for p in recent if p.nature == "own" and p.specific]
    own = [p for p in recent if p.nature == "own"]
    if specific:
        level = "rich" if len(specific) >= 3 else "specific" if len(specific) >= 2 else "specific_one"
        yield Finding(
            CODE,
            level,
            say("They publish something of their own: “{quote}”", quote=specific[0].text[:120]),
            {"pieces": len(specific)},
        )
        if len(specific) >= 2:
            yield Finding(
                SHOWN,
                "specific",
                say("Several pieces that only somebody who does the work writes"),
                {"pieces": len(specific)},
            )
    elif own:
        yield Finding(
            CODE,
            "own",
            say("They write in their own words: “{quote}”", quote=own[0].text[:120]),
            {"pieces": len(own)},
        )
