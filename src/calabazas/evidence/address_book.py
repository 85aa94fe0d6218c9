"""Are they in the member's address book?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "address_book"


def find(d: Dossier) -> Says:
    """One who stands in the address book was once worth keeping."""
    for link in d.links:
        if link.kind == "address_book":
            yield Finding(CODE, "listed", say("They are in your address book"), {}, (link.source,))
            return
