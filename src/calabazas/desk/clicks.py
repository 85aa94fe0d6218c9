"""Decided is not done: the clicks still to make on LinkedIn, with the words that go with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.engine.answers import Answer
    from calabazas.words import Sentence

CLICKS = {"accept": 1, "ignore": 1, "follow": 2}
"""Clicks that each choice costs there: to follow is to press Follow on the profile, then Ignore in the list."""


@dataclass(frozen=True, slots=True)
class Click:
    """One decision still to be carried over."""

    answer: Answer
    choice: str
    clicks: int
    words: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to copy: what it is for, and what it says."""

    what: str
    text: Sentence


def clicks(decided: Iterable[Answer]) -> tuple[Click, ...]:
    """List what is decided and not done, in LinkedIn's own order: the newest invitation first."""
    rows = [
        Click(a, choice, CLICKS[choice], drafts(a, choice))
        for a in decided
        if (choice := choice_of(a)) in CLICKS
    ]
    return tuple(sorted(rows, key=_place))


def choice_of(answer: Answer) -> str:
    """Give the last choice about somebody; "" when there is none."""
    return next((d.value for d in reversed(answer.dossier.deeds) if d.kind == "decided"), "")


def left(rows: Iterable[Click]) -> int:
    """Count the clicks."""
    return sum(row.clicks for row in rows)


def drafts(answer: Answer, choice: str) -> tuple[Draft, ...]:
    """Give the words that go with a choice: a greeting out of the reasons, an apology when late, or the question."""
    due = answer.verdict.due
    late = bool(due and due.stale)
    if choice == "accept":
        greeting = _greeting(answer)
        return (
            (Draft("late", say("{sorry} {greeting}", sorry=_SORRY, greeting=greeting)),)
            if late
            else (Draft("greeting", greeting),)
        )
    if choice == "study" and any(x.look == "ask" for x in answer.verdict.asked):
        return (Draft("question", question(answer)),)
    return ()


def question(answer: Answer) -> Sentence:
    """The question to somebody of whom too little is known."""
    return say("Hello, {name}. Thank you for the invitation. What brings you here?", name=first_name(answer))


def first_name(answer: Answer) -> str:
    """The word to greet with."""
    return (answer.dossier.person.name.split() or [""])[0]


_SORRY = say("I am sorry to answer so late.")


def _greeting(answer: Answer) -> Sentence:
    """Lean on the strongest thing that is shared; without one, on nothing invented."""
    name = first_name(answer)
    d = answer.dossier
    found = {w.finding.code: w.finding for w in answer.verdict.weighed}
    if d.conversation is not None and d.conversation.two_way and "conversation" in found:
        return say("Hello, {name}. Good to have you here too. How are things?", name=name)
    if d.profile.event:
        return say(
            "Hello, {name}. I remember {event}: good to be in touch.", name=name, event=d.profile.event
        )
    if d.profile.shared_employer or "shared_past" in found:
        return say(
            "Hello, {name}. It is good to meet again somebody from those years. What are you up to now?",
            name=name,
        )
    if found.get("fit") and found["fit"].level in ("exact", "useful") and d.profile.headline:
        return say(
            "Hello, {name}. Thank you for the invitation. We work on neighbouring things: what are you busy with these days?",
            name=name,
        )
    return say("Hello, {name}. Thank you for the invitation. Good to be in touch.", name=name)


def _place(row: Click) -> tuple[int, str]:
    invitation = row.answer.dossier.invitation
    return (-(invitation.sent_on.toordinal() if invitation else 0), row.answer.dossier.person.name)
