"""Do they want to sell?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, clip, listed
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "sells"


def find(d: Dossier) -> Says:
    """A pitch in the headline, or a stream of offers; to work in sales is not to sell to the member."""
    readings = d.readings
    if readings is None:
        return
    words = list(readings.self_said.words("sells")) if readings.self_said else []
    flags = readings.headline.flags if readings.headline else ()
    words += [w for f in flags if f.code == "pitch" for w in _words(f.words)]
    if words:
        level = "presents" if len(set(words)) >= 2 else "hinted"
        yield Finding(
            CODE,
            level,
            say(
                "They present themselves with an offer: “{words}”",
                words=listed(words),
            ),
            {"words": "; ".join(words)},
        )
    if readings.prospects and not (readings.headline and readings.headline.function == "sales"):
        # Who sells and says so may well be wanted; selling under another title is what this shows.
        yield Finding(
            CODE,
            "prospects",
            say("Their present position is cold selling: “{words}”", words=clip(readings.prospects, 60)),
        )
    if readings.activity and readings.activity.pieces:
        offers = [p for p in readings.activity.pieces if p.nature == "sells"]
        passed = readings.activity.count("passed_on")
        if offers and len(offers) + passed >= len(readings.activity.pieces) / 2:
            level = "posts_only" if not readings.activity.specific and len(offers) >= 2 else "posts"
            yield Finding(
                CODE,
                level,
                say("What they publish is an offer: “{quote}”", quote=clip(offers[0].text)),
                {"posts": len(offers), "of": len(readings.activity.pieces)},
            )


def _words(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words
