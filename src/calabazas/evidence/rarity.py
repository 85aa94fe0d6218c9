"""Whom does the network lack: does anybody there know somebody at their company?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.careers import fold_place
from calabazas.evidence.finding import Finding
from calabazas.people.identity import fold_name
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "rarity"
FEW = 5
"""Contacts at a company up to which one of them may open the door, and after which another adds little."""
CROWD = 20
_NO_FIRM = frozenset(
    "freelance freelancer autonomo autonoma independiente independent selfemployed cuentapropia porcuentapropia libre consultor "
    "consultora consultant contractor estudiante student jubilado jubilada retired desempleado desempleada unemployed".split()
)
"""What people write where a company should stand."""


def firm_of(d: Dossier) -> str:
    """Give the folded name of the company somebody works at; "" when none is known, or when they work for themselves."""
    firm = fold_place(d.profile.company or "")
    return "" if firm.replace(" ", "") in _NO_FIRM else firm


def find(d: Dossier) -> Says:
    """A company where nobody is known yet adds more than the twentieth contact at one that is well known.

    Moderately weak ties bring most (Rajkumar et al., Science 2022); an archive tells only who works where.
    """
    company, firm = d.profile.company or "", firm_of(d)
    if d.question != "suggest" or not firm:
        return
    known = max(d.member.companies.get(firm, 0), d.member.companies.get(fold_name(company), 0))
    facts: dict[str, str | int | float | bool] = {"company": company, "contacts": known}
    if not known and d.member.followed_companies & {fold_name(company), firm}:
        yield Finding(
            CODE, "followed_gap", say("You follow {company} and know nobody there", company=company), facts
        )
    elif not known:
        yield Finding(CODE, "first", say("You know nobody at {company} yet", company=company), facts)
    elif known <= FEW:
        sentence = say_n(
            "You know {n} person at {company}", "You know {n} people at {company}", known, company=company
        )
        yield Finding(CODE, "few", sentence, facts)
    elif known >= CROWD:
        sentence = say_n(
            "You know {n} person at {company} already",
            "You know {n} people at {company} already",
            known,
            company=company,
        )
        yield Finding(CODE, "crowd", sentence, facts)
