"""Does a card put them at a firm where the member has worked?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.careers import same_place
from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier, Employment, Link
    from calabazas.evidence.finding import Says

CODE = "shared_firm"
CARDS = ("address_book", "listed")
"""Links that hold a title and a company as somebody wrote them down, without years."""


def find(d: Dossier) -> Says:
    """A card knows no years, so it says less than two careers side by side, which `shared_past` compares."""
    if d.question != "suggest" or d.profile.experience:
        return
    for link, mine in at_own_firms(d):
        yield Finding(
            CODE,
            "card",
            say("You have them down at {company}, where you have worked too", company=mine.company),
            {"company": mine.company},
            (link.source,),
        )
        return


def at_own_firms(d: Dossier) -> list[tuple[Link, Employment]]:
    """Give the cards that name a firm of the member's own, each with the member's position there."""
    found = []
    for link in d.links:
        company = link.detail.get("told_company", "") if link.kind in CARDS else ""
        mine = next((m for m in d.member.positions if company and same_place(company, m.company)), None)
        if mine is not None:
            found.append((link, mine))
    return found
