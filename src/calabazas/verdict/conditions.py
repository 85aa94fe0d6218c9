"""The small language of the decision table: `tie = ">= 15"`, `stale = true`, `has = ["note.personal"]`."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BOUND = re.compile(r"^\s*(>=|<=|>|<|==)\s*(-?\d+(?:\.\d+)?)\s*$")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
}
_WORDS = ("has", "has_any", "lacks")


class ConditionError(Exception):
    """A condition of the table does not read."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition over the state of a case: numbers by name, flags by name, findings by code or code.level."""

    key: str
    test: str
    value: float | bool | tuple[str, ...]

    def holds(self, numbers: Mapping[str, float], flags: Mapping[str, bool], found: frozenset[str]) -> bool:
        """Tell whether it holds; a name that the case does not know counts as 0 or false."""
        if isinstance(self.value, tuple):
            present = [name in found for name in self.value]
            if self.key == "has":
                return all(present)
            return any(present) if self.key == "has_any" else not any(present)
        if isinstance(self.value, bool):
            return flags.get(self.key, False) is self.value
        return _COMPARE[self.test](numbers.get(self.key, 0.0), self.value)


def parse(key: str, value: str | bool | list[str]) -> Condition:
    """Read one condition.

    Raises:
        ConditionError: it is none of the three forms.
    """
    if isinstance(value, bool):
        return Condition(key, "is", value)
    if isinstance(value, list):
        if key not in _WORDS:
            raise ConditionError(f"{key}: a list goes with {', '.join(_WORDS)}")
        return Condition(key, key, tuple(value))
    found = _BOUND.match(value)
    if not found:
        raise ConditionError(f'{key} = {value!r}: write a bound such as ">= 12"')
    return Condition(key, found[1], float(found[2]))
