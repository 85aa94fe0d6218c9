"""The check-list of seconds: what to look at, in words, and which of it could still turn the advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.desk.study import QUESTIONS
from calabazas.sources.look import PHOTOS
from calabazas.verdict import explain
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.engine.answers import Answer

YES_NO = (("yes", mark("Yes")), ("no", mark("No")))
PICTURE = {
    "face": mark("A face"),
    "none": mark("None"),
    "logo": mark("A logo"),
    "group": mark("Several people"),
    "stock_suspect": mark("Looks like a stock picture"),
    "ai_suspect": mark("Looks generated"),
    "elsewhere": mark("Found elsewhere, with another name"),
}
ACTIVITY = (
    ("7", mark("This week")),
    ("30", mark("This month")),
    ("180", mark("This half-year")),
    ("400", mark("Longer ago")),
    ("none", mark("None")),
)


@dataclass(frozen=True, slots=True)
class Question:
    """One field: its key, what it asks (marked), the choices; without choices it is written."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    numeric: bool = False


FIELDS = {
    "known": Question("known", mark("Do you know each other?"), YES_NO),
    "joined": Question(
        "joined", mark("Year the account was opened"), hint=mark("such as 2014"), numeric=True
    ),
    "verified": Question("verified", mark("Verified?"), YES_NO),
    "last_activity": Question("last_activity", mark("Their last activity"), ACTIVITY),
    "followers": Question("followers", mark("Followers"), hint=mark("such as 1200"), numeric=True),
    "connections": Question("connections", mark("Contacts"), hint=mark("500+ as it says")),
    "photo": Question("photo", mark("Picture"), tuple((p, PICTURE[p]) for p in PHOTOS)),
    "answer": Question("answer", mark("What they answered")),
}


@dataclass(frozen=True, slots=True)
class Look:
    """One look: what to open, its cost, and what it could turn the advice to."""

    name: str
    label: str
    seconds: int
    turns_to: tuple[str, ...]
    """Advice (marked) that it could become, the likeliest first."""
    chance: str
    questions: tuple[Question, ...]
    address: str
    """Path after the profile's address where it is seen."""


PLACES = {"about": "/overlay/about-this-profile/", "activity": "/recent-activity/all/"}


def checklist(a: Answer) -> tuple[Look, ...]:
    """Give every look, those that could turn the advice first."""
    asked = {x.look: x for x in a.verdict.asked}
    names = sorted(QUESTIONS, key=lambda n: (n not in asked, list(asked).index(n) if n in asked else 0))
    looks: list[Look] = []
    seen: set[str] = set()
    for name in names:
        # A count that two looks show is asked once, where it is worth most.
        questions = tuple(FIELDS[k] for k in QUESTIONS[name] if k not in seen)
        seen.update(QUESTIONS[name])
        worth = asked.get(name)
        turns = sorted(worth.turns_to, key=lambda t: -worth.turns_to[t]) if worth else []
        looks.append(
            Look(
                name,
                explain.LOOKS[name],
                int(worth.seconds) if worth else 0,
                tuple(explain.ADVICE.get(t, t) for t in turns),
                _chance(worth.chance) if worth else "",
                questions,
                PLACES.get(name, "/"),
            )
        )
    return tuple(looks)


def _chance(chance: float) -> str:
    return LIKELY if chance >= 0.35 else PERHAPS if chance >= 0.12 else HARDLY


LIKELY, PERHAPS, HARDLY = mark("likely"), mark("perhaps"), mark("hardly")
