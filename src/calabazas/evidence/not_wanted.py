"""Does the member's target say no to this kind of person?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.evidence.fit import as_written
from calabazas.people.identity import fold_name
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "not_wanted"
_MANNER = re.compile(r"\b(que|quienes|cuando|who|that|which|when)\b", re.IGNORECASE)
"""A refusal with such a word is of a manner ("sellers who pitch"), not of a trade."""
_ELSEWHERE = ("recruiting", "mlm")
"""Fields that have a piece of evidence of their own."""


def find(d: Dossier) -> Says:
    """What the target refuses, when it stands where people say what they do: headline or position.

    What is only mentioned deeper down, by people who fit otherwise, is no refusal.
    """
    fit = d.readings.fit if d.readings else None
    if not fit or not fit.unwanted or fit.grade == "exact":
        return
    said = fold_name(f"{d.profile.headline or ''} {d.profile.position or ''}")
    for carrier in fit.unwanted:
        words = fold_name(carrier.words)
        if carrier.field in _ELSEWHERE or not words or not all(w in said for w in words.split()):
            continue
        level = "manner" if _MANNER.search(carrier.wish) else "named"
        yield Finding(
            CODE,
            level,
            say(
                "You do not look for “{wish}”; here: “{words}”",
                wish=carrier.wish or carrier.field,
                words=as_written(carrier.words, d),
            ),
            {"words": carrier.words, "wish": carrier.wish},
        )
        return
