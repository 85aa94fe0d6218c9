"""Was the tie once strong, and has it been silent for years?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.evidence.protections import EXCHANGE_DAYS, once_strong
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "dormant"


def find(d: Dossier) -> Says:
    """A dormant tie is worth taking up again: its advice is as good as a live one's (Levin, Walter & Murnighan 2011)."""
    talk = d.conversation
    if d.question != "purge" or talk is None or not once_strong(d):
        return
    silent = (d.today - talk.last).days
    if silent > EXCHANGE_DAYS:
        yield Finding(
            CODE,
            "once_strong",
            say(
                "You wrote with each other on {count} days, and not since {year}",
                count=talk.days,
                year=talk.last.year,
            )
            if talk.days > 1
            else say("You wrote with each other a good deal in {year}, and not since", year=talk.last.year),
            {"days": talk.days, "silent_days": silent},
        )
