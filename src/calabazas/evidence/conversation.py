"""Have they written with each other, how long ago, and how did it end?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Conversation, Dossier
    from calabazas.evidence.finding import Facts, Says, SourceRef

CODE = "conversation"
_FRESH, _OLD = 365, 3 * 365
"""Days: within a year is alive; dormant is three years and more (Levin, Walter & Murnighan 2011)."""
_STRONG_DAYS = 5
"""Distinct days of contact that make a tie once strong (reference of section 3.3)."""


def find(d: Dossier) -> Says:
    """Say what the personal messages show; a bad ending outweighs all that came before it."""
    talk = d.conversation
    if talk is None or not (talk.incoming or talk.outgoing):
        return
    sources = (talk.said[-1].source,) if talk.said else ()
    tone = d.readings.tone if d.readings else None
    if (
        tone
        and (tone.hostile or tone.strained)
        and tone.quotes
        and not d.overruled("conversation.ended_badly")
    ):
        index, words = tone.quotes[0]
        # Two signs of strain may stand in different messages: the quote is shown with the message that holds it.
        said = next((x for x in talk.said[index:] if words in x.text), talk.said[-1])
        level = "ended_badly" if tone.hostile else "strained"
        yield Finding(
            CODE,
            level,
            say("Your messages ended badly on {day}: “{quote}”", day=said.on, quote=words),
            {"on": said.on.isoformat(), "quote": words, "overrule": "conversation.ended_badly"},
            (said.source,),
        )
        return
    days = (d.today - talk.last).days
    facts: Facts = {
        "in": talk.incoming,
        "out": talk.outgoing,
        "days": talk.days,
        "last": talk.last.isoformat(),
    }
    if not talk.two_way:
        yield _one_way(talk, days, facts, sources)
        return
    total = talk.incoming + talk.outgoing
    if days <= _FRESH:
        level = "recent"
        sentence = say_n(
            "You wrote with each other: {n} message, the last on {day}",
            "You wrote with each other: {n} messages, the last on {day}",
            total,
            day=talk.last,
        )
    elif talk.days >= _STRONG_DAYS or (tone and tone.cordial):
        level = "cordial" if days <= _OLD or talk.days >= _STRONG_DAYS else "cordial_old"
        sentence = say("You wrote with each other in good terms, last on {day}", day=talk.last)
    else:
        level = "slight" if days <= _OLD else "slight_old"
        sentence = say("You once exchanged a few lines, last on {day}", day=talk.last)
    yield Finding(CODE, level, sentence, facts, sources)


def _one_way(talk: Conversation, days: int, facts: Facts, sources: tuple[SourceRef, ...]) -> Finding:
    if talk.outgoing:
        level = "you_wrote" if days <= _FRESH else "you_wrote_old"
        return Finding(CODE, level, say("You wrote to them yourself on {day}", day=talk.last), facts, sources)
    sentence = say_n(
        "They have written once, on {day}, without an answer from you",
        "They have written {n} times, last on {day}, without an answer from you",
        talk.incoming,
        day=talk.last,
    )
    return Finding(CODE, "they_wrote", sentence, facts, sources)
