"""Have they sent offers again and again that the member never answered?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "pitches"
_SETTLED = 3 * 365
"""Days connected after which whoever only ever made offers hardly becomes more (`benchmarks/purge.py`: one in a hundred)."""


def find(d: Dossier) -> Says:
    """One offer is a try; two without an answer are a habit. Who was ever answered is a correspondent."""
    talk, read = d.conversation, d.readings.talk if d.readings else None
    if d.question != "purge" or talk is None or talk.outgoing or read is None or read.offers < 2:
        return
    on = d.connection.on if d.connection else None
    yield Finding(
        CODE,
        "repeated" if on is not None and (d.today - on).days >= _SETTLED else "recent",
        say(
            "They wrote {count} times to offer you something, last on {day}", count=read.offers, day=talk.last
        ),
        {"offers": read.offers},
        (talk.said[-1].source,) if talk.said else (),
    )
