"""Ask a question of dossiers: readings hung on, evidence gathered, weighed and ruled.

Triage, suggest, purge, back-test, web and command line all come through here, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.engine.queue import looks_left
from calabazas.evidence.catalogue import gather
from calabazas.verdict.verdict import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.evidence.dossier import Dossier
    from calabazas.verdict.policy import Policy


@dataclass(frozen=True, slots=True)
class Answer:
    """A dossier and the verdict on it."""

    dossier: Dossier
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class LookWorth:
    """A look that could turn the advice about somebody: product-wide, the most worth taking first."""

    answer: Answer
    look: str
    chance: float
    seconds: float


def answer(dossiers: Iterable[Dossier], policy: Policy, left: bool | None = None) -> list[Answer]:
    """Judge dossiers that already have their readings.

    When profiles enough of a queue have been opened, what is seen decides the rest of it: `left` tells whether
    there are looks left; without it these dossiers are the queue.
    """
    found = list(dossiers)
    if left is None:
        left = looks_left(found, policy)
    return [Answer(d, judge(d, gather(d), policy, looks_left=left)) for d in found]


def looks_worth_taking(answers: Sequence[Answer]) -> list[LookWorth]:
    """List the best look of each person whose advice a look could turn, the most worth first.

    One that has gone stale gains little by being looked at, and a deadline near gains more.
    """
    looks = [
        LookWorth(a, best.look, best.chance, best.seconds)
        for a in answers
        if (best := next((x for x in a.verdict.asked if x.look != "ask"), None))
    ]
    return sorted(looks, key=lambda x: (-_worth(x), x.answer.dossier.person.slug))


def _worth(look: LookWorth) -> float:
    due = look.answer.verdict.due
    return look.chance * (0.8 if due and due.stale else 1.0)
