"""Has the member kept a private note on them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, clip
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "private_note"


def find(d: Dossier) -> Says:
    """What the member wrote down about somebody is shown in their own words; that they did says they care."""
    for link in d.links:
        if link.kind == "private_note" and link.text.strip():
            yield Finding(
                CODE, "kept", say("You noted: “{note}”", note=clip(link.text.strip())), {}, (link.source,)
            )
            return
