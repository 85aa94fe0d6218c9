"""Does the same text stand under another name?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "same_text"


def find(d: Dossier) -> Says:
    """Profile prose shared word for word with somebody of another name.

    In a labelled corpus 248 of 600 hand-made impostor profiles shared their About with another and none of
    1,800 real ones did (Fahsi 2026, from Ayoobi 2023).
    """
    for echo in d.echoes:
        if echo.kind == "text":
            yield Finding(
                CODE,
                "profile",
                say("Part of their text stands word for word in the profile of {name}", name=echo.other),
                {"other": echo.other},
                (echo.source,),
            )
            return
