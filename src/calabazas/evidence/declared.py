"""What the member says themselves: known, met, starred, tagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, Unseen
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "declared"


def find(d: Dossier) -> Says:
    """The member's own word goes before anything the files can show."""
    if d.did("starred"):
        yield Finding(CODE, "starred", say("You marked them with a star"))
    if d.did("met"):
        where = next(x.value for x in d.deeds if x.kind == "met")
        sentence = say("You met: {where}", where=where) if where else say("You have met")
        yield Finding(CODE, "met", sentence)
    if tags := sorted({x.value for x in d.deeds if x.kind == "tagged" and x.value}):
        yield Finding(CODE, "tagged", say("Your tags: {tags}", tags=", ".join(tags)))
    if d.profile.known is True:
        yield Finding(CODE, "known", say("You say that you know each other"))
    elif d.profile.known is False:
        yield Finding(CODE, "unknown", say("You say that you do not know them"))
    elif d.question == "triage" and not d.conversation:
        yield Unseen(CODE, "known")
