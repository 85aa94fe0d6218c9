"""The decision table: the first row whose conditions hold gives the advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calabazas.verdict.policy import Policy


@dataclass(frozen=True, slots=True)
class State:
    """What the table looks at: axes and other numbers, flags, names of findings."""

    numbers: Mapping[str, float]
    flags: Mapping[str, bool]
    found: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """An advice and the row that gave it."""

    advice: str
    row: str


def rule(question: str, state: State, policy: Policy) -> Ruling:
    """Apply the table of the question.

    Raises:
        LookupError: the policy has no table for it, or no row holds (a last row without conditions avoids it).
    """
    for row, conditions in policy.tables[question]:
        if all(c.holds(state.numbers, state.flags, state.found) for c in conditions):
            return Ruling(row.advice, row.name)
    raise LookupError(question)
