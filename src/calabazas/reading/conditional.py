"""Holds people to the conditions of a target: "consultants only if they have sat on a board", "students only from Leeds".

A condition speaks of a trade or a name that can be read ("combination products", "IPN"), or of something that no
page shows ("if we have met"): the first opens the door where it is read, the second is for the member to know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from calabazas.people.target import Wish
from calabazas.reading.fields import tokens
from calabazas.reading.fold import fold
from calabazas.reading.goals import Aims, goal_of
from calabazas.reading.nearness import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calabazas.people.target import Condition, Target
    from calabazas.reading.fields import Fields, Reading
    from calabazas.reading.fit_found import PersonTexts
    from calabazas.reading.goals import Met
    from calabazas.reading.headlines import Headline

    class Read(Protocol):
        """What is needed of a text that was read."""

        @property
        def reading(self) -> Reading: ...
        @property
        def met(self) -> Met: ...
        @property
        def head(self) -> Headline | None: ...


_FLAGS: Final = {
    "student": re.compile(
        r"\b(?:estudiant\w*|alumn[oa]s|students?|undergrad\w*|freshers?|becari\w+|interns?|trainees|apprentices|cadets?|tesistas|practicantes|pasantes)\b"
    ),
    "recruiter": re.compile(
        r"\b(?:reclutador\w*|recruit\w*|headhunter\w*|cazatalentos|seleccion de personal)\b"
    ),
}
_NAME: Final = re.compile(r"\b(?:[A-Z][A-Za-z]*[A-Z]\w*|[A-ZÁÉÍÓÚÑ]\w{2,})\b")
_WHO: Final = 0.8
_NEEDED: Final = 0.6
_SAID: Final = 0.55
_GENERIC: Final = frozenset(("recruiting", "student", "consulting"))


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that applies to somebody, and whether it is read to be met; `None`: no page can show it."""

    condition: Condition
    met: bool | None
    flagged: bool
    """It is about students or recruiters, whom their own evidence weighs."""


@dataclass(frozen=True, slots=True)
class _Door:
    condition: Condition
    flag: str
    who: Aims | None
    fields: tuple[str, ...]
    names: tuple[str, ...]
    who_stems: frozenset[str]
    stems: frozenset[str]


class Gates:
    """The conditions of one target, ready to be asked of people."""

    def __init__(self, target: Target, fields: Fields) -> None:
        self._fields = fields
        refused = {fold(wish.phrase) for wish in target.unwanted}
        # "Recruiters without a role" are refused as such: the condition only repeats it.
        self._doors = [_door(item, fields) for item in target.conditions if fold(item.who) not in refused]

    def __bool__(self) -> bool:
        return bool(self._doors)

    def judge(self, texts: Sequence[Read], person: PersonTexts) -> Gate | None:
        """The condition that applies to somebody, read in any of their texts; None when none does."""
        for door in self._doors:
            title = stems(f"{person.headline} | {person.position}")
            if any(self._at(door, text, title) for text in texts):
                said = " | ".join(_all_words(person))
                opened = [self._opens(door, text.reading, said) for text in texts]
                met = True if True in opened else None if None in opened else False
                return Gate(door.condition, met, bool(door.flag))
        return None

    def _at(self, door: _Door, text: Read, title: set[str]) -> bool:
        if door.flag:
            return text.head is not None and text.head.has(door.flag)
        value = door.who.best(text.reading).value if door.who else 0.0
        if door.who_stems and door.who_stems <= title:
            value = max(value, _WHO)
        # A wish met as well or better stands: who is wanted outright is asked for nothing more.
        return value >= _WHO and value > text.met.value

    def _opens(self, door: _Door, reading: Reading, words: str) -> bool | None:
        if not (door.fields or door.names):
            return None
        said = set(tokens(words))
        if any(name in said for name in door.names):
            return True
        near = max(
            (
                self._fields.close(need, id) * value
                for need in door.fields
                for id, value in reading.values.items()
            ),
            default=0.0,
        )
        return near >= _SAID or bool(door.stems & stems(words))


def _door(condition: Condition, fields: Fields) -> _Door:
    low = fold(condition.who)
    flag = next((kind for kind, pattern in _FLAGS.items() if pattern.search(low)), "")
    goal = goal_of(Wish(condition.who), fields)
    who = Aims([goal], fields) if goal.fields and not flag else None
    own = set(goal.fields)
    needed = tuple(
        id
        for id, value in fields.read(condition.only_if).values.items()
        if value >= _NEEDED
        and id not in own
        and id not in _GENERIC
        and fields.all[id].kind in ("role", "domain")
    )
    names = tuple(map(fold, _NAME.findall(condition.only_if)))
    told = frozenset(stem for stem in stems(condition.only_if) if needed and stem not in stems(condition.who))
    return _Door(condition, flag, who, needed, names, frozenset(stems(condition.who)), told)


def _all_words(person: PersonTexts) -> Iterator[str]:
    yield from (
        person.headline,
        person.position,
        person.company,
        person.about,
        *person.skills,
        *person.activity,
    )
    for post in person.experience:
        yield from post


__all__ = ["Gate", "Gates"]
