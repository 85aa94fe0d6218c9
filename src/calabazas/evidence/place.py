"""Are they where the target looks? A place can only add, and only if the target names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, clip
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "place"


def find(d: Dossier) -> Says:
    """A place that the target names speaks for somebody; no place ever speaks against."""
    fit = d.readings.fit if d.readings else None
    if fit and fit.place_match > 0 and fit.place:
        level = "first" if fit.place_match >= 0.9 else "named"
        yield Finding(
            CODE,
            level,
            say("They are where you look first: {place}", place=clip(d.profile.location or fit.place, 60))
            if level == "first"
            else say("They are where you look: {place}", place=clip(d.profile.location or fit.place, 60)),
        )
