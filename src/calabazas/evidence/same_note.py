"""Has the same note come from several people?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "same_note"


def find(d: Dossier) -> Says:
    """A note that others sent too was not written for the member."""
    note = d.readings.note if d.readings else None
    if note is not None and note.kind in ("none", "default"):
        # LinkedIn writes that text for everybody: the same words from many are its own doing.
        return
    others = sorted({e.other for e in d.echoes if e.kind == "note"})
    if others:
        level = "several" if len(others) >= 2 else "one"
        source = next(e.source for e in d.echoes if e.kind == "note")
        yield Finding(
            CODE,
            level,
            say("The same note came from {names}", names=", ".join(others[:3])),
            {"others": len(others)},
            (source,),
        )
