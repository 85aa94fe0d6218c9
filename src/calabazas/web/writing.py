"""Which words somebody is due: a note that invites them, or the first words after their own invitation or a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calabazas.desk.compose import Desk, first_words
from calabazas.people.standing import OPEN, Standing
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.web.render import Voice

LATE_DAYS = 14
"""Days after which a yes begins with a line of apology."""


class Work(NamedTuple):
    """What somebody does, as a card shows it."""

    headline: str
    company: str
    place: str


class Message(NamedTuple):
    """Words to copy, and when they are said (marked)."""

    when: str
    text: str


def invites(d: Dossier) -> bool:
    """Tell whether a note to them would be an invitation: neither in the network nor waiting at the door."""
    return not _in(d) and not _at_the_door(d)


def work(voice: Voice, d: Dossier) -> Work:
    """Tell what somebody does."""
    p = d.profile
    company = p.company or (d.connection.company if d.connection else "")
    return Work(
        voice.theirs(p.headline or p.position, 220), voice.theirs(company, 80), voice.theirs(p.location, 60)
    )


def first_messages(desk: Desk, language: str, register: str) -> tuple[Message, ...]:
    """Give the other first words that fit: before a decision, with a yes, late, or after years."""
    d = desk.dossier

    def words(kind: str) -> str:
        return first_words(desk, kind, language=language, register=register)

    found: list[tuple[str, str]] = []
    if _at_the_door(d):
        found.append((BEFORE, words("ask")))
        found.append((AFTER_YES, words("greeting")))
        if (d.age_days or 0) > LATE_DAYS:
            found.append((LATE, words("apology")))
    elif _in(d) and d.conversation is not None and d.conversation.two_way:
        found.append((AGAIN, words("reconnect")))
    elif _in(d):
        found.append((AFTER_YES, words("greeting")))
    return tuple(Message(when, text) for when, text in found if text)


AFTER_YES = mark("The first words after the yes")
BEFORE = mark("To ask before deciding")
LATE = mark("To add, since the yes comes late")
AGAIN = mark("To take up the thread")


def _in(d: Dossier) -> bool:
    return d.connection is not None and d.connection.still


def _at_the_door(d: Dossier) -> bool:
    return d.invitation is not None and d.standing in (*OPEN, Standing.DECIDED)
