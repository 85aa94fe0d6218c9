"""Whose turn is it: replies owed, words to follow up, and a page to prepare a meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from calabazas.engine import talks
from calabazas.engine.engine import Engine
from calabazas.evidence.protections import CODE as PROTECTED
from calabazas.evidence.protections import last_word_theirs
from calabazas.reading.meetings import sounds_like_meeting
from calabazas.store import acts, dossiers
from calabazas.store.exchanged import exchanged
from calabazas.verdict import explain
from calabazas.words import say

if TYPE_CHECKING:
    from datetime import date

    from calabazas.engine.answers import Answer
    from calabazas.evidence.dossier import Dossier, Said
    from calabazas.language import Language
    from calabazas.store.engine import Store
    from calabazas.words import Sentence

OWED_DAYS = 90
"""Days for which an unanswered message is still worth a reply here; later an apology is another matter."""
QUIET_DAYS = 10
"""Days without an answer after which the member may well ask again."""
FOLLOW_DAYS = 45
GREET_DAYS = 30
LAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody whose conversation waits: `kind` is reply (the member owes it), follow_up or greet (after a yes)."""

    dossier: Dossier
    kind: str
    since: date
    days: int
    last: str

    @property
    def why(self) -> Sentence:
        """Say whose turn it is and since when."""
        if self.kind == "reply":
            return say("They wrote on {day} and wait for your answer", day=self.since)
        if self.kind == "follow_up":
            return say("You wrote on {day} and have no answer yet: one more word is fair", day=self.since)
        return say("They said yes to you on {day}, and neither of you has said a word", day=self.since)


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to know before meeting somebody."""

    answer: Answer
    known: tuple[Sentence, ...]
    last_words: tuple[Said, ...]
    open_points: tuple[Said, ...]
    """Questions that nobody has answered, the member's and theirs."""


def due(store: Store, today: date, engine: Engine | None = None) -> list[Turn]:
    """List whose turn it is, replies owed first, the freshest of each first."""
    engine = engine or Engine(store)
    found = {d.person.id: d for d in dossiers.all_contacts(store, today)}
    turns = [t for d in found.values() if (t := _turn(d, today))]
    turns += _to_greet(store, found, today)
    if not turns:
        return []
    context = turns[0].dossier.member
    asked = [t.dossier.person.id for t in turns]
    worded = {d.person.id: d for d in dossiers.dossiers(store, today, asked, "purge", context=context)}
    kept = []
    for t in turns:
        d = worded[t.dossier.person.id]
        said = d.conversation.said if d.conversation else ()
        if t.kind == "reply" and not _asks_for_a_reply(engine, d):
            continue
        if t.kind == "follow_up" and not (said and "?" in said[-1].text):
            continue
        kept.append(replace(t, dossier=d, last=said[-1].text if said else ""))
    order = ("reply", "follow_up", "greet")
    return sorted(kept, key=lambda t: (order.index(t.kind), t.days, t.dossier.person.name))


def unsettled(store: Store, turns: list[Turn]) -> list[Turn]:
    """Leave out those of a list made earlier to whom the member says that they have written since."""
    wrote = acts.last_days(store, "answered")
    return [t for t in turns if (on := wrote.get(t.dossier.person.id)) is None or on < t.since]


def _turn(d: Dossier, today: date) -> Turn | None:
    talk = d.conversation
    if talk is None or d.answered(talk.last):
        return None
    days = (today - talk.last).days
    if last_word_theirs(d):
        return Turn(d, "reply", talk.last, days, "") if days <= OWED_DAYS else None
    if talk.two_way and QUIET_DAYS <= days <= FOLLOW_DAYS and talk.last_outgoing != talk.last_incoming:
        return Turn(d, "follow_up", talk.last, days, "")
    return None


def _to_greet(store: Store, found: dict[int, Dossier], today: date) -> list[Turn]:
    """Find whom the member invited, who said yes lately, and to whom nothing was said since."""
    turns = []
    for x in exchanged(store, today, incoming=False):
        d = found.get(x.person)
        if d is None or d.conversation is not None or x.connected_on is None or d.answered(x.connected_on):
            continue
        days = (today - x.connected_on).days
        if 0 <= days <= GREET_DAYS:
            turns.append(Turn(d, "greet", x.connected_on, days, ""))
    return turns


def _asks_for_a_reply(engine: Engine, d: Dossier) -> bool:
    """Whether the last word wants an answer: not an offer out of the blue, and not a thank-you that closes."""
    talk = d.conversation
    if talk is None or not talk.said or talk.said[-1].mine:
        return False
    if len(talk.said) - 1 in talks.offers(engine, d):
        return False
    text = talk.said[-1].text
    return "?" in text or bool(sounds_like_meeting(text)) or len(text.split()) > _CLOSING_WORDS


_CLOSING_WORDS = 25
"""A message up to so long, without a question or a day, mostly closes ("thanks, let us keep in touch")."""


def prepare(store: Store, today: date, person: int, engine: Engine | None = None) -> Preparation | None:
    """Give what is known, the last words and the open points before meeting somebody; None when nothing is known."""
    engine = engine or Engine(store)
    answers = engine.people([person], today, "purge")
    if not answers:
        return None
    a = answers[0]
    d = a.dossier
    known: list[Sentence] = []
    what = " · ".join(
        x for x in (d.profile.headline or d.profile.position or "", d.profile.company or "") if x
    )
    if not what and d.connection:
        what = " · ".join(x for x in (d.connection.position, d.connection.company) if x)
    if what:
        known.append(say("{what}", what=what))
    if d.connection and d.connection.on:
        known.append(say("Connected since {day}", day=d.connection.on))
    # A protection often says what a reason said already, so only what is new of it is told.
    reasons = [r for r in explain.reasons(a.verdict) if r.speaks_for]
    known += [r.sentence for r in reasons]
    known += [
        r.sentence
        for r in explain.reasons(a.verdict)
        if r.code == PROTECTED and r.level in ("owed", "sole", "company", "known", "tagged")
    ]
    known += [say("You noted: “{note}”", note=x.value) for x in d.deeds if x.kind == "noted" and x.value]
    said = d.conversation.said if d.conversation else ()
    return Preparation(a, tuple(known), said[-LAST_WORDS:], _open(said))


def _open(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Find the questions of the last turns after which the other side said nothing."""
    if not said:
        return ()
    last = said[-1].mine
    tail: list[Said] = []
    for x in reversed(said):
        if x.mine is not last:
            break
        tail.append(x)
    return tuple(x for x in reversed(tail) if "?" in x.text)


def document(turns: list[Turn], language: Language) -> dict[str, Any]:
    """Give the turns for machines."""
    return {
        "format": 1,
        "due": [
            {
                "profile_url": t.dossier.person.url,
                "name": t.dossier.person.name,
                "kind": t.kind,
                "since": t.since.isoformat(),
                "days": t.days,
                "why": language.say(t.why),
                "last": t.last,
            }
            for t in turns
        ],
    }


def prepared_document(page: Preparation, language: Language) -> dict[str, Any]:
    """Give the page before a meeting for machines."""
    person = page.answer.dossier.person
    return {
        "format": 1,
        "profile_url": person.url,
        "name": person.name,
        "known": [language.say(sentence) for sentence in page.known],
        "last_words": [_said(x) for x in page.last_words],
        "open_points": [_said(x) for x in page.open_points],
    }


def _said(x: Said) -> dict[str, Any]:
    return {"on": x.on.isoformat(), "mine": x.mine, "text": x.text}
