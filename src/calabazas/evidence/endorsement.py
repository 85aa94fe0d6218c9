"""Has one endorsed a skill of the other?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "endorsement"


def find(d: Dossier) -> Says:
    """One click says little: a hint that the two were connected or worked together once."""
    for kind, level in (("endorsement_received", "received"), ("endorsement_given", "given")):
        links = [x for x in d.links if x.kind == kind]
        if not links:
            continue
        skill = links[0].text
        sentence = (
            say("They endorsed you for “{skill}”", skill=skill)
            if level == "received"
            else say("You endorsed them for “{skill}”", skill=skill)
        )
        yield Finding(CODE, level, sentence, {"skill": skill, "count": len(links)}, (links[0].source,))
