"""Has LinkedIn verified who they are?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "verified"


def find(d: Dossier) -> Says:
    """A verification speaks for somebody; most members have none, so its absence says nothing."""
    if d.profile.verified:
        yield Finding(CODE, "yes", say("LinkedIn shows them as verified"))
