"""What a card of the purge shows, made from the answer about a contact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calabazas.desk.purge import protections
from calabazas.evidence.protections import CODE as PROTECTED
from calabazas.verdict import explain
from calabazas.web.cards import Bar, bar
from calabazas.web.charts import Axis, axes
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.engine.answers import Answer
    from calabazas.evidence.dossier import Person
    from calabazas.web.render import Voice
    from calabazas.words import Sentence


@dataclass(frozen=True, slots=True)
class ContactCard:
    """One contact as shown; `headline` and `company` are strangers' words, made harmless."""

    person: Person
    advice: str
    label: str
    because: Sentence
    headline: str
    company: str
    place: str
    since: Sentence | None
    bars: tuple[Bar, ...]
    """The strongest reasons."""
    protections: tuple[Sentence, ...]
    axes: tuple[Axis, ...]
    draft: str
    """Words to take the tie up again; "" when there are none."""


def contact_card(voice: Voice, a: Answer, draft: str = "") -> ContactCard:
    """Make the card of one contact."""
    d, v = a.dossier, a.verdict
    p, c = d.profile, d.connection
    return ContactCard(
        person=d.person,
        advice=v.advice,
        label=explain.ADVICE.get(v.advice, v.advice),
        because=say(explain.BECAUSE[v.row]) if v.row in explain.BECAUSE else explain.because(v),
        headline=voice.theirs(p.headline or p.position or (c.position if c else ""), 220),
        company=voice.theirs(p.company or (c.company if c else ""), 80),
        place=voice.theirs(p.location, 60),
        since=say("Connected since {day}", day=c.on) if c and c.on else None,
        bars=tuple(bar(r) for r in explain.strongest(v)),
        protections=tuple(sentence for _, sentence in protections(a)),
        axes=tuple(_without_protections(x) for x in axes(v)),
        draft=voice.theirs(draft),
    )


def _without_protections(axis: Axis) -> Axis:
    """Protections weigh nothing and stand on a list of their own."""
    return replace(axis, bars=tuple(b for b in axis.bars if b.reason.code != PROTECTED))
