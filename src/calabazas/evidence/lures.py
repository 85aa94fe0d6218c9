"""Do they lure: quick money, another messenger, an advance?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, clip, listed
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "lures"


def find(d: Dossier) -> Says:
    """Words of schemes in headline, About or posts; the words are shown, the member judges."""
    readings = d.readings
    if readings is None:
        return
    words = readings.self_said.words("lures") if readings.self_said else ()
    flagged = tuple(
        w
        for f in (readings.headline.flags if readings.headline else ())
        if f.code == "mlm_crypto"
        for w in ((f.words,) if isinstance(f.words, str) else f.words)
    )
    words = tuple(dict.fromkeys(words + flagged))
    if words:
        yield Finding(
            CODE,
            "presents",
            say("Their profile speaks of quick or passive income: “{words}”", words=listed(words)),
            {"words": "; ".join(words)},
        )
    if readings.activity:
        pieces = [p for p in readings.activity.pieces if p.nature == "lures"]
        if pieces:
            level = "posts" if len(pieces) * 2 >= len(readings.activity.pieces) else "one_post"
            yield Finding(
                CODE,
                level,
                say("They publish: “{quote}”", quote=clip(pieces[0].text)),
                {"posts": len(pieces)},
            )
