"""The decision table: the first row whose conditions hold gives the advice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calabazas.verdict.conditions import Condition
    from calabazas.verdict.policy import Policy, Row

_KEPT = 50_000
"""Rulings remembered a table; states that every condition sees alike share one."""


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


class Table:
    """One question's rows. A state is ruled once: its numbers matter only by the bounds they lie between."""

    def __init__(self, rows: Sequence[tuple[Row, tuple[Condition, ...]]]) -> None:
        self.rows = tuple(rows)
        conditions = [c for _, held in rows for c in held]
        bounds: dict[str, set[float]] = {}
        for c in conditions:
            if not isinstance(c.value, (bool, tuple)):
                bounds.setdefault(c.key, set()).add(c.value)
        self._bounds = tuple((key, sorted(values)) for key, values in sorted(bounds.items()))
        self._flags = tuple(sorted({c.key for c in conditions if isinstance(c.value, bool)}))
        self._names = frozenset(n for c in conditions if isinstance(c.value, tuple) for n in c.value)
        self._known: dict[object, Ruling] = {}

    def first(self, state: State) -> Ruling:
        """Give the ruling of the first row that holds.

        Raises:
            LookupError: no row holds (a last row without conditions avoids it).
        """
        key = self._seen_alike(state)
        ruling = self._known.get(key)
        if ruling is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            ruling = self._known[key] = self._rule(state)
        return ruling

    def _seen_alike(self, state: State) -> object:
        numbers, flags = state.numbers, state.flags
        between = []
        for key, bounds in self._bounds:
            value = numbers.get(key, 0.0)
            between.append(bisect_left(bounds, value) * 64 + bisect_right(bounds, value))
        return (tuple(between), tuple([flags.get(f, False) for f in self._flags]), self._names & state.found)

    def _rule(self, state: State) -> Ruling:
        for row, conditions in self.rows:
            if all(c.holds(state.numbers, state.flags, state.found) for c in conditions):
                return Ruling(row.advice, row.name)
        raise LookupError("no row of the table holds")


def rule(question: str, state: State, policy: Policy) -> Ruling:
    """Apply the table of the question.

    Raises:
        LookupError: the policy has no table for it, or no row holds.
    """
    return policy.tables[question].first(state)
