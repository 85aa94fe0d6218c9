"""Are they active, recently, with something of their own?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, Unseen, clip
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "activity"
SHOWN = "work_shown"
SECTOR = "activity_in_sector"
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
            say("They publish something of their own: “{quote}”", quote=clip(specific[0].text)),
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
            say("They write in their own words: “{quote}”", quote=clip(own[0].text)),
            {"pieces": len(own)},
        )
    yield from _in_sector(d)


def _in_sector(d: Dossier) -> Says:
    """Pieces of their own that are about the sector itself; what only asks for clicks counts nowhere."""
    readings = d.readings
    if readings is None or readings.activity is None:
        return
    hits = [
        p
        for p, fit in zip(readings.activity.pieces, readings.pieces, strict=False)
        if p.nature == "own" and fit is not None and fit.grade in ("exact", "useful")
    ]
    if hits:
        level = "several" if len(hits) >= 2 else "one"
        yield Finding(
            SECTOR,
            level,
            say("They write about your sector: “{quote}”", quote=clip(hits[0].text)),
            {"pieces": len(hits)},
        )
