"""Do they collect contacts?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, Unseen, clip, listed
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Facts, Says

CODE = "collects"
_HOARD = 5_000
"""Contacts or followers from which a number calls for something of one's own to show; a judgement."""


def find(d: Dossier) -> Says:
    """Collecting shows in what they say of themselves, in their numbers, and in what they post.

    A number alone proves nothing: a name of the sector has a large audience and work behind it.
    """
    readings, profile = d.readings, d.profile
    said = readings.self_said if readings else None
    activity = readings.activity if readings else None
    own = len(activity.specific) if activity else 0
    if said:
        words = said.words("collects", "counts")
        if said.words("collects"):
            level = "declared" if len(words) >= 2 else "hinted"
            yield Finding(
                CODE,
                level,
                say(
                    "They present themselves by the number of contacts: “{words}”",
                    words=listed(words),
                ),
                {"words": "; ".join(words)},
            )
        elif said.words("counts"):
            yield Finding(
                CODE,
                "counted",
                say("They show a number of contacts in their headline: “{words}”", words=words[0]),
                {"words": words[0]},
            )
    number = max(profile.connections or 0, profile.followers or 0)
    if number >= _HOARD:
        facts: Facts = {"number": number, "own_posts": own}
        of_sector = any(f and f.grade in ("exact", "useful") for f in readings.pieces) if readings else False
        vouched = own >= 2 and (of_sector or profile.verified or number < 2 * _HOARD)
        if activity is not None and not vouched:
            yield Finding(
                CODE,
                "hoard_large" if number >= 2 * _HOARD else "hoard",
                say(
                    "{number} contacts or followers, and no work of the sector to be seen behind it",
                    number=number,
                )
                if own >= 2
                else say("{number} contacts or followers; nothing of their own to be seen", number=number),
                facts,
            )
        elif vouched:
            yield Finding(
                CODE,
                "audience",
                say("{number} contacts or followers, and work of their own behind it", number=number),
                facts,
            )
    if activity is None:
        if d.question != "purge":
            yield Unseen(CODE, "activity")
        return
    chasing = activity.count("collects", "bait")
    if chasing and chasing >= len(activity.pieces) / 3:
        quote = next(p.text for p in activity.pieces if p.nature in ("collects", "bait"))
        yield Finding(
            CODE,
            "chases",
            say("Their posts ask for contacts or clicks: “{quote}”", quote=clip(quote)),
            {"posts": chasing, "of": len(activity.pieces)},
        )
