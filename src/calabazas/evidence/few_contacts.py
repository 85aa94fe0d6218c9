"""Are there hardly any contacts behind a long career?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.careers import first_year
from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "few_contacts"
_FEW = 100
_HARDLY_ANY = 25
"""So few that one in common vouches for nothing."""
_YEARS = 8


def find(d: Dossier) -> Says:
    """Few contacts, none (or of hardly any, one) in common, after many years told. For a newcomer few contacts are as they should be."""
    count = d.profile.connections
    if count is None or d.profile.connections_open or count >= _FEW:
        return
    if d.profile.mutual_connections and (count >= _HARDLY_ANY or d.profile.mutual_connections > 1):
        return
    began = first_year(d.profile.experience or ())
    top = (
        d.readings is not None
        and d.readings.headline is not None
        and d.readings.headline.seniority in ("cxo", "vp", "director")
    )
    # What the page did not show is not said: contacts in common may simply not have been seen.
    sentence = (
        say("{count} contacts and none in common with you, for the career told", count=count)
        if d.profile.mutual_connections == 0
        else say("{count} contacts, for the career told", count=count)
    )
    if (began is not None and d.today.year - began >= _YEARS) or top:
        yield Finding(CODE, "few", sentence, {"count": count})
