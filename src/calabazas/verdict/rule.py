"""The decision table: the first row whose conditions hold gives the advice."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    from calabazas.verdict.conditions import Condition
    from calabazas.verdict.policy import Look, Outcome, Policy, Row

    Seen: TypeAlias = tuple[tuple[int, ...], tuple[bool, ...], frozenset[str]]

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
        self.bounds = {key: sorted(values) for key, values in sorted(bounds.items())}
        self.flags = tuple(sorted({c.key for c in conditions if isinstance(c.value, bool)}))
        self.names = frozenset(n for c in conditions if isinstance(c.value, tuple) for n in c.value)
        self.looks_at = frozenset(self.bounds).union(self.flags)
        """Every number and flag that some row hangs on."""
        self._known: dict[Seen, Ruling] = {}

    def first(self, state: State) -> Ruling:
        """Give the ruling of the first row that holds.

        Raises:
            LookupError: no row holds (a last row without conditions avoids it).
        """
        return self.recalled(self.seen(state), lambda: state)

    def seen(self, state: State) -> Seen:
        """Give what the rows can tell of a state: where each number lies, the flags, the names they ask for."""
        numbers, flags = state.numbers, state.flags
        return (
            tuple([_place(bounds, numbers.get(key, 0.0)) for key, bounds in self.bounds.items()]),
            tuple([flags.get(f, False) for f in self.flags]),
            self.names & state.found,
        )

    def recalled(self, seen: Seen, state: Callable[[], State]) -> Ruling:
        """Give the ruling of whatever is seen so; the state itself is only asked for the first time.

        Raises:
            LookupError: as `first`.
        """
        ruling = self._known.get(seen)
        if ruling is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            ruling = self._known[seen] = self._rule(state())
        return ruling

    def _rule(self, state: State) -> Ruling:
        for row, conditions in self.rows:
            if all(c.holds(state.numbers, state.flags, state.found) for c in conditions):
                return Ruling(row.advice, row.name)
        raise LookupError("no row of the table holds")


class Outlook:
    """What looks would make of a state: each moves a number or two, and only those are placed anew."""

    def __init__(self, table: Table, state: State) -> None:
        self._table, self._state = table, state
        seen = table.seen(state)
        between, self._flags, self._names = seen
        self._between = dict(zip(table.bounds, between, strict=True))
        self.now = table.recalled(seen, lambda: state)
        """The ruling before any look."""

    def after(self, look: Look, outcome: Outcome) -> Ruling:
        """Give the ruling after a look that came out so."""
        table, numbers, between = self._table, self._state.numbers, self._between.copy()
        for axis, decibans in outcome.add.items():
            if axis in between:
                between[axis] = _place(table.bounds[axis], numbers.get(axis, 0.0) + decibans)
        flags, names = self._flags, self._names
        if look.sets:
            flags = tuple([f in look.sets or held for f, held in zip(table.flags, flags, strict=True)])
        if outcome.shows:
            names |= table.names.intersection(outcome.shows)
        return table.recalled((tuple(between.values()), flags, names), lambda: self._then(look, outcome))

    def _then(self, look: Look, outcome: Outcome) -> State:
        numbers = dict(self._state.numbers)
        for axis, decibans in outcome.add.items():
            numbers[axis] = numbers.get(axis, 0.0) + decibans
        flags = {**self._state.flags, **dict.fromkeys(look.sets, True)}
        return State(numbers, flags, self._state.found | frozenset(outcome.shows))


def rule(question: str, state: State, policy: Policy) -> Ruling:
    """Apply the table of the question.

    Raises:
        LookupError: the policy has no table for it, or no row holds.
    """
    return policy.tables[question].first(state)


def _place(bounds: list[float], value: float) -> int:
    """Number where a value lies: even between two bounds, odd on one."""
    at = bisect_left(bounds, value)
    return 2 * at + (at < len(bounds) and bounds[at] == value)
