"""Is it a student, and does it show that they mean it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "student"


def find(d: Dossier) -> Says:
    """A student of the sector is a future colleague; what they have done or written tells, not that they study."""
    readings = d.readings
    if readings is None or readings.headline is None or not readings.headline.has("student"):
        return
    shown = bool(readings.activity and readings.activity.specific) or bool(
        readings.note and readings.note.kind == "personal"
    )
    if shown:
        yield Finding(CODE, "work_shown", say("A student whose work or note shows that they mean it"))
    elif d.page_seen or d.question != "triage":
        yield Finding(CODE, "nothing_shown", say("A student of whom no work in your sector is seen yet"))
