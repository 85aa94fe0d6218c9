"""Is their account younger than the career it tells?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.careers import first_year
from calabazas.evidence.finding import Finding, Unseen
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Facts, Says

CODE = "account"
_TOP = ("cxo", "vp", "director")
_START = ("training", "entry", "unpaid")
_CAREER = 8
"""Years of told career that a new account has to explain; newcomers tell fewer."""


def find(d: Dossier) -> Says:
    """The year an account was opened against what it tells; a new account alone is nothing against anybody."""
    profile = d.profile
    if profile.joined is None:
        if d.question == "triage":
            yield Unseen(CODE, "about")
        return
    age = d.today.year - profile.joined
    facts: Facts = {"joined": profile.joined}
    if age <= 1:
        began = first_year(profile.experience or ())
        told = d.today.year - began if began is not None else 0
        top = (
            d.readings is not None
            and d.readings.headline is not None
            and d.readings.headline.seniority in _TOP
        )
        starting = (
            d.readings is not None
            and d.readings.headline is not None
            and d.readings.headline.seniority in _START
        )
        if told >= _CAREER and not starting:
            facts["career_years"] = int(told)
            yield Finding(
                CODE,
                "new_long_career",
                say(
                    "Account opened in {joined}; the career told goes back {years} years",
                    joined=profile.joined,
                    years=int(told),
                ),
                facts,
            )
        elif top:
            yield Finding(
                CODE,
                "new_top",
                say("Account opened in {joined}, for a position at the very top", joined=profile.joined),
                facts,
            )
        else:
            yield Finding(CODE, "new", say("Account opened in {joined}", joined=profile.joined), facts)
    elif age >= 6:
        yield Finding(CODE, "long_standing", say("Account open since {joined}", joined=profile.joined), facts)
