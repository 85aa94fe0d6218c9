"""Has there been anything between the two since they connected? Silence alone is no reason for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.evidence.protections import EXCHANGE_DAYS, once_strong
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "quiet"
_YEARS = 4
"""Years connected without a word from which nothing comes of it any more: in generated networks one in forty of those
silent for two years still came to talk within the next, one in 65 after three, one in 130 from four on (`benchmarks/purge.py`)."""
_TALK = frozenset(
    {"comment", "reaction", "endorsement_given", "recommendation_given", "recommendation_received"}
)
"""Links that are the member's own doing, or as good as words."""


def find(d: Dossier) -> Says:
    """Long silence means little in a network past what anybody can keep up, so it only ever counts with a reason."""
    if d.question != "purge":
        return
    talk, on = d.conversation, d.connection.on if d.connection else None
    last = max((x.on for x in d.links if x.on and x.kind in _TALK), default=None)
    if last is not None and (d.today - last).days <= EXCHANGE_DAYS:
        return
    if talk is None or not (talk.incoming or talk.outgoing):
        if on is None:
            return
        years = (d.today - on).days // 365
        if years < _YEARS:
            yield Finding(CODE, "so_far", say("Connected since {day}, without a word so far", day=on))
            return
        yield Finding(
            CODE,
            "never",
            say("Connected for {n} years, and never a word between you", n=years),
            {"years": years},
        )
    elif not once_strong(d) and (d.today - talk.last).days > EXCHANGE_DAYS:
        yield Finding(
            CODE, "long", say("Nothing between you since {day}", day=talk.last), {"days": talk.days}
        )
