"""Whom do both know?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.people.identity import fold_name
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "mutuals"


def find(d: Dossier) -> Says:
    """Contacts in common count for little: collectors and careful impostors gather them too.

    One with whom the member has really spoken says more than a number.
    """
    names = d.profile.mutual_names or ()
    spoken = [n for n in names if fold_name(n) in d.member.talked_with]
    if spoken:
        yield Finding(
            CODE,
            "spoken",
            say(
                "You have contacts in common with whom you really talk: {names}", names=", ".join(spoken[:3])
            ),
            {"count": len(spoken)},
        )
    count = d.profile.mutual_connections
    if count is None:
        return
    if count == 0:
        yield Finding(CODE, "none", say("You have no contacts in common"), {"count": 0})
    else:
        level = "many" if count >= 10 else "some" if count >= 3 else "few"
        sentence = say_n("You have {n} contact in common", "You have {n} contacts in common", count)
        yield Finding(CODE, level, sentence, {"count": count})
