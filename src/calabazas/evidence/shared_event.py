"""Were they at the same event?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.people.identity import fold_name
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier, Link
    from calabazas.evidence.finding import Says

CODE = "shared_event"


def find(d: Dossier) -> Says:
    """An event both attended, in the member's own words; what a note claims is the note's evidence.

    A list of those who came tells of them alone: whether the member was there is the member's word, or their archive's.
    """
    if d.profile.event:
        yield Finding(CODE, "attended", say("You were at the same event: {event}", event=d.profile.event))
        return
    listed = [x for x in d.links if x.kind == "listed" and x.text]
    both = next((x for x in listed if were_there(d, x)), None)
    if both:
        sentence = say("You were both at {event}: they are on its list", event=both.text)
        yield Finding(CODE, "attended", sentence, {"event": both.text}, (both.source,))
    elif listed:
        sentence = say("They are on the list of {event}", event=listed[0].text)
        yield Finding(CODE, "listed", sentence, {"event": listed[0].text}, (listed[0].source,))


def were_there(d: Dossier, listed: Link) -> bool:
    """Tell whether the member was at the event of a list too: they said so, or it is among their own events."""
    if listed.detail.get("there") == "yes":
        return True
    event = fold_name(listed.text)
    return bool(event) and any(event == fold_name(name) for _, name in d.member.events)
