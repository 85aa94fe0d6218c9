"""Does the member remember nothing of them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "forgotten_who"


def find(d: Dossier) -> Says:
    """The member's own word: whoever they remember nothing of is nobody's contact."""
    if d.question == "purge" and d.did("forgotten_who"):
        yield Finding(CODE, "said", say("You remember nothing of this person"))
