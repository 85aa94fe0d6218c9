"""Do they use the words of the member's own trade?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, listed
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "shared_words"


def find(d: Dossier) -> Says:
    """Rare words of the member's skills and target, found in what somebody says of their own work.

    It speaks only where no field was recognised for certain: there it keeps a trade that no list
    knows from being passed over.
    """
    readings = d.readings
    if readings is None or readings.fit is None or readings.fit.grade not in ("weak", "bland"):
        return
    words = readings.shared_words
    if len(words) >= 2:
        level = "several" if len(words) >= 3 else "two"
        yield Finding(
            CODE,
            level,
            say("They use words of your trade: {words}", words=listed(words)),
            {"count": len(words)},
        )
