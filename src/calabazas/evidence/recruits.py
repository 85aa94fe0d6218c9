"""Do they recruit, and if so for something of the sector?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "recruits"
HERE = "recruits_here"


def find(d: Dossier) -> Says:
    """A recruiter of the sector with something concrete is wanted by most; selection in bulk is not.

    What they recruit for is read without the words of recruiting itself.
    """
    readings = d.readings
    headline = readings.headline if readings else None
    flag = next((f for f in headline.flags if f.code == "recruiter"), None) if headline else None
    if not (readings and flag):
        return
    of_sector = [f for f in (readings.serves, readings.note_fit) if f and f.grade in ("exact", "useful")]
    if not of_sector:
        yield Finding(
            CODE,
            "generic",
            say("They recruit, and no position of your sector is seen: “{words}”", words=flag.words),
        )
        return
    shown = bool(readings.activity and readings.activity.specific)
    concrete = shown or bool(readings.note and readings.note.kind == "personal")
    level = "concrete" if concrete else "field"
    sentence = (
        say("They recruit in your sector, with something concrete: “{words}”", words=flag.words)
        if concrete
        else say("They recruit in your sector: “{words}”", words=flag.words)
    )
    yield Finding(HERE, level, sentence)
