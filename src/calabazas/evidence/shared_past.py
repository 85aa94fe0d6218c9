"""Did they work or study at the same place at the same time?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.careers import fold_place, overlap, same_place
from calabazas.evidence.finding import Finding
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "shared_past"
NOBODY = "nobody_knows"


def find(d: Dossier) -> Says:
    """Overlapping years at one employer or school; a big place says less than a small one.

    Contacts of the member at the place stand in for its size (Hsieh et al., WWW 2013: small firm
    and long overlap go with a tie).
    """
    if d.profile.shared_employer:
        yield Finding(
            CODE, "remembered", say("You remember working together: {words}", words=d.profile.shared_employer)
        )
    for role in d.profile.experience or ():
        for mine in d.member.positions:
            if not same_place(role.company, mine.company):
                continue
            years = overlap(role.start, role.end, mine.start, mine.end or None, d.today.year)
            if years is None or years < 0.25:
                continue
            contacts = d.member.companies.get(fold_place(mine.company), 0)
            yield Finding(
                CODE,
                "employer_large" if contacts > 60 else "employer",
                say("You both worked at {company}, in the same years", company=role.company),
                {"company": role.company, "years": round(years, 1)},
                part=1.0 if years >= 1 else 0.6,
            )
            if d.profile.mutual_connections == 0 and contacts:
                yield Finding(
                    NOBODY,
                    "none",
                    say(
                        "You know {count} people of {company}, and have none in common with this person",
                        count=contacts,
                        company=role.company,
                    ),
                    {"company": role.company, "contacts": contacts},
                )
            return
    for study in d.profile.education or ():
        for school, start, end in d.member.schools:
            if same_place(study.school, school):
                years = overlap(study.start, study.end or None, start, end or None, d.today.year)
                if years and years >= 0.5:
                    yield Finding(
                        CODE,
                        "school",
                        say("You both studied at {school}, in the same years", school=study.school),
                        {"school": study.school, "years": round(years, 1)},
                    )
                    return
