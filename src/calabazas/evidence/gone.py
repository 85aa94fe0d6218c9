"""Is the account closed, or a second one of somebody who is here already?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "gone"


def find(d: Dossier) -> Says:
    """What the member saw goes first; a twin has the same name and employer, and is the quieter of the two."""
    if d.question != "purge":
        return
    if any(x.kind == "gone" and x.value == "closed" for x in d.deeds):
        yield Finding(CODE, "closed", say("You saw that the account is closed"))
    elif any(x.kind == "gone" and x.value == "duplicate" for x in d.deeds):
        yield Finding(CODE, "duplicate", say("You say that this is a second account of theirs"))
    else:
        for echo in d.echoes:
            if echo.kind == "twin":
                yield Finding(
                    CODE,
                    "twin",
                    say(
                        "A second account, as it seems, of {name}: the same name and employer",
                        name=echo.other,
                    ),
                    {"other": echo.other},
                    (echo.source,),
                )
                return
