"""What a suggestion shows: the card of an answer, what the note can hold on to, and the way to go about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calabazas.desk.suggest import VIA, WAYS
from calabazas.verdict import explain
from calabazas.web.cards import Card, bar, card
from calabazas.words import mark, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.desk.suggest import Suggested, Week
    from calabazas.engine.suggest import Suggestion
    from calabazas.store.candidates import Perhaps
    from calabazas.web.render import Voice
    from calabazas.words import Sentence

REASONS = 3
PLAN = {
    "note": mark("{n} with a note"),
    "mail": mark("{n} by mail"),
    "in_person": mark("{n} in person"),
    "look": mark("{n} after a look"),
    "queue": mark("{n} next month"),
}
PLACES = {"activity": "/recent-activity/all/", "page": "/"}
"""Path after the profile's address where a look is taken."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to invite, as shown."""

    card: Card
    way: str
    """A key of `WAYS`."""
    label: str
    anchor: Sentence | None
    holds: bool
    """Whether a note can be written now; a post has to be read first."""
    look: str
    look_at: str
    mail: str
    firm: str
    """Where they work, to be looked for by."""
    via: tuple[str, ...]
    perhaps: Sentence | None


def proposal(voice: Voice, one: Suggested) -> Proposal:
    """Make what is shown of one suggestion; the anchor is not said twice."""
    s = one.suggestion
    made = card(voice, s.answer)
    said = s.anchor.sentence if s.anchor else None
    reasons = (r for r in explain.strongest(s.answer.verdict, REASONS + 1) if r.sentence != said)
    return Proposal(
        replace(made, bars=tuple(bar(r) for r in reasons)[:REASONS], unknown=()),
        one.way,
        WAYS[one.way],
        said,
        s.anchored,
        explain.LOOKS[s.look] if s.look else "",
        PLACES.get(s.look, ""),
        voice.theirs(one.mail, 80) if one.way == "mail" else "",
        s.answer.dossier.profile.company or "",
        tuple(sorted({VIA[kind] for kind in s.via if kind in VIA})),
        may_be(s.perhaps) if s.perhaps else None,
    )


def may_be(perhaps: Perhaps) -> Sentence:
    """Warn of a contact of a like name."""
    return say("Is this not your contact {name}? Look before you invite.", name=perhaps.name)


def left_out(perhaps: Perhaps) -> Sentence:
    """Say why somebody is left out."""
    sure = round(100 * perhaps.confidence)
    if perhaps.invited:
        return say("you have invited somebody of this name ({sure} % sure)", sure=sure)
    return say("it seems to be your contact {other} ({sure} % sure)", other=perhaps.name, sure=sure)


def plan(w: Week) -> tuple[tuple[str, int], ...]:
    """Count how this week's people are to be gone about."""
    counted = Counter(s.way for s in w.suggested)
    return tuple((label, counted[way]) for way, label in PLAN.items() if counted[way])


def events(found: Iterable[Suggestion]) -> tuple[tuple[str, int], ...]:
    """Give the events on whose lists somebody stands, the one with most people first."""
    counted = Counter(
        name
        for s in found
        for name in {x.text for x in s.answer.dossier.links if x.kind == "listed" and x.text}
    )
    return tuple(counted.most_common(8))
