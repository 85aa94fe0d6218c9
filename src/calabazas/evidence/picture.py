"""What picture did the member see?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "picture"
SAME = "same_picture"


def find(d: Dossier) -> Says:
    """The member's own remark on a picture, and the same picture under another name. No face is ever analysed.

    No picture, a logo or a group is nothing against anybody.
    """
    match d.profile.photo:
        case "stock_suspect":
            yield Finding(CODE, "stock", say("The picture looked to you like one from a catalogue"))
        case "ai_suspect":
            yield Finding(CODE, "generated", say("The picture looked to you like a generated one"))
        case "elsewhere":
            yield Finding(SAME, "elsewhere", say("You found the same picture elsewhere under another name"))
        case _:
            pass
    for echo in d.echoes:
        if echo.kind == "picture":
            yield Finding(
                SAME,
                "echo",
                say("The same picture stands with another name in your files: {name}", name=echo.other),
                {"other": echo.other},
                (echo.source,),
            )
            return
