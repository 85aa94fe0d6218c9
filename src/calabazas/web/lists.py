"""A list of people that was handed over: how it is understood is shown before anybody of it is taken in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from calabazas.sources import people_list
from calabazas.sources.doors import find
from calabazas.sources.found import Found, UnusableError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calabazas.people.records import Trace
    from calabazas.sources.people_list import Guess

SHOWN = 5
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Handed:
    """A list between being handed over and being taken in; `number` tells one from the next."""

    number: int
    name: str
    data: bytes
    seen: Guess

    @property
    def sample(self) -> tuple[Trace, ...]:
        """The first people of it."""
        return self.seen.sample[:SHOWN]

    def told(self, columns: Mapping[str, str], event: str, *, there: bool) -> Handed:
        """Give it as the member says it is: which field stands in which column (from 1; "" in none), of which event.

        Raises:
            ValueError: no name is left, or nobody.
        """
        seen = replace(self.seen, event=event, there=there and bool(event))
        if seen.heading is not None and columns:
            seen = people_list.corrected(seen, columns)
        counted = people_list.again(self.data, seen)
        if counted is None:
            raise ValueError("name")
        return replace(self, seen=counted)

    def found(self, today: date) -> Found:
        """Make of it something that can be taken in."""
        return people_list.found(self.data, self.name, today, self.seen)


def handed(data: bytes, name: str = "-") -> Handed | None:
    """Read a list of people; None when there is nobody in it."""
    seen = people_list.guess(data) if data.strip() else None
    return Handed(next(_numbers), name, data, seen) if seen else None


def if_list(path: Path, data: bytes = b"") -> Handed | None:
    """Give a hand-over as a list of people, if that is what the doors take it for; "-" stands for what was pasted."""
    first = _first(path, data)
    if first is None or first.kind != people_list.KIND:
        return None
    return handed(data if str(path) == "-" else path.read_bytes(), first.name)


def recognised(data: bytes) -> bool:
    """Tell whether anything here reads what was pasted."""
    return _first(Path("-"), data) is not None


def _first(path: Path, data: bytes) -> Found | None:
    try:
        first = next(iter(find([path], stdin=data)), None)
    except UnusableError:
        return None
    return first if isinstance(first, Found) else None
