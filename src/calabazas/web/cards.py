"""What a card shows, made from an answer: the same card in the queue and on somebody's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.verdict import explain
from calabazas.words import mark, say

if TYPE_CHECKING:
    from calabazas.engine.answers import Answer
    from calabazas.evidence.dossier import Person
    from calabazas.verdict.explain import Reason
    from calabazas.web.render import Voice
    from calabazas.words import Sentence

STRONGEST = 12.0
"""Decibans at which a bar is full: from there on a reason decides by itself."""
BAR = 48
"""Half the width of a bar, in the units of its drawing."""
LOOKS_NAMED = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A reason with its bar: from the middle, to the right for and to the left against."""

    reason: Reason
    x: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """One invitation as shown."""

    person: Person
    advice: str
    label: str
    because: Sentence
    headline: str
    company: str
    place: str
    note: str
    day: Sentence | None
    days_part: float
    """How much of the time is gone, 0 to 1."""
    stale: bool
    late: bool
    snoozed: bool
    bars: tuple[Bar, ...]
    unknown: tuple[Sentence, ...]
    """The looks that are still worth taking."""


def card(voice: Voice, a: Answer) -> Card:
    """Make the card of one answer."""
    d, v = a.dossier, a.verdict
    due, p = v.due, d.profile
    day = None
    if due:
        day = (
            say("Out of time: {age} days", age=due.age)
            if due.stale
            else say("Day {age} of {of}", age=due.age, of=due.age + due.left)
        )
    return Card(
        person=d.person,
        advice=v.advice,
        label=explain.ADVICE.get(v.advice, v.advice),
        because=say(explain.BECAUSE[v.row]) if v.row in explain.BECAUSE else explain.because(v),
        headline=voice.theirs(p.headline or p.position, 220),
        company=voice.theirs(p.company or (d.connection.company if d.connection else ""), 80),
        place=voice.theirs(p.location, 60),
        note=voice.theirs(d.invitation.note if d.invitation else ""),
        day=day,
        days_part=min(1.0, due.age / (due.age + due.left)) if due and due.age + due.left > 0 else 1.0,
        stale=bool(due and due.stale),
        late=v.late,
        snoozed=d.standing.value == "snoozed",
        bars=tuple(bar(r) for r in explain.strongest(v)),
        unknown=tuple(sentence for sentence, _ in list(explain.looks(v))[:LOOKS_NAMED]),
    )


def bar(reason: Reason) -> Bar:
    """Draw a reason: the length is its weight, the side whether it speaks for or against."""
    width = round(min(1.0, abs(reason.decibans) / STRONGEST) * BAR, 1)
    x = BAR + 2 if reason.speaks_for else BAR - 2 - width
    return Bar(reason, round(x, 1), width, FOR if reason.speaks_for else AGAINST)


FOR, AGAINST = mark("For"), mark("Against")
