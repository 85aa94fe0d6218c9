"""Do they recruit, and if so for something of the sector?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "recruits"


def find(d: Dossier) -> Says:
    """A recruiter with a concrete position in the sector is wanted by most; selection in bulk is not."""
    readings = d.readings
    flag = (
        next((f for f in readings.headline.flags if f.code == "recruiter"), None)
        if readings and readings.headline
        else None
    )
    if not (readings and flag):
        return
    if readings.fit and readings.fit.grade in ("exact", "useful"):
        yield Finding(CODE, "in_sector", say("They recruit in your sector: “{words}”", words=flag.words))
    else:
        yield Finding(
            CODE,
            "generic",
            say("They recruit, and no position of your sector is seen: “{words}”", words=flag.words),
        )
