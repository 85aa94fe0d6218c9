"""Did they leave a template unfilled in their own profile?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "template_text"


def find(d: Dossier) -> Says:
    """A gap left open in one's own text: somebody filled it in for many."""
    said = d.readings.self_said if d.readings else None
    if said and (words := said.words("placeholder")):
        yield Finding(
            CODE,
            "unfilled",
            say("Their text has gaps that nobody filled in: “{words}”", words=words[0]),
            {"words": "; ".join(words)},
        )
