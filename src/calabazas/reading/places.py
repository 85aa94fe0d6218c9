"""Finds the places that a text names and the wider places they lie in; a place can only ever add."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import rtoml

from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST: Final = 4
_SHORTEST_STEM: Final = 4
_PREFIX: Final = 3  # no stem of the gazetteer is shorter
_KEPT: Final = 20_000
_SMALL: Final = frozenset(["de", "del", "la", "el", "los", "las", "of", "the", "y"])
_RANKS: Final = (1.0, 0.85, 0.7, 0.6)
"""What a place adds by its turn in the target; later ones as the last."""


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if word not in _SMALL or word == "la"]


def _spans(text: str) -> list[tuple[str, int, int]]:
    """The same words with where each stands in the text as written."""
    found = [(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
    return [row for row in found if row[0] and (row[0] not in _SMALL or row[0] == "la")]


@dataclass(frozen=True, slots=True)
class Placed:
    """A place as named in a text: its own name, the words that named it and what lies around it.

    `by_stem` is set where a word of its people named it ("andaluzas"), not its name.
    """

    name: str
    words: str
    around: tuple[str, ...]
    by_stem: bool = False


class _Begins(dict[str, bool]):
    """What stands between two blanks -> whether a place may begin in it; filled as texts are read."""

    def __init__(self, first: Container[str], stems: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self._first, self._stems = first, stems

    def __missing__(self, chunk: str) -> bool:
        if len(self) >= _KEPT:  # strangers choose the words: the memory of them is bounded
            self.clear()
        found = self[chunk] = any(self._begins(word) for word in _words(chunk))
        return found

    def _begins(self, word: str) -> bool:
        stems = self._stems.get(word[:_PREFIX], ())
        return word in self._first or any(word.startswith(stem) for stem, _ in stems)


@dataclass(slots=True)
class Places:
    """The gazetteer: `find` places in a text, `match` a person's place with the wanted ones."""

    data: bytes
    _wider: dict[str, str] = field(init=False, repr=False)
    _names: dict[tuple[str, ...], list[str]] = field(init=False, repr=False)
    _first: set[str] = field(init=False, repr=False, default_factory=set)
    _by_letter: dict[str, list[tuple[str, str]]] = field(init=False, repr=False)
    _matches: dict[tuple[tuple[str, ...], str], tuple[float, str]] = field(
        init=False, repr=False, default_factory=dict
    )

    _meant: dict[str, tuple[frozenset[str], frozenset[str]]] = field(
        init=False, repr=False, default_factory=dict
    )
    _begins: _Begins = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._wider, self._names, self._by_letter = {}, {}, {}
        for line in rtoml.loads(self.data.decode("utf-8"))["rows"].splitlines():
            if not line.strip():
                continue
            head, _, names = line.partition(":")
            name, _, wider = (part.strip() for part in head.partition("<"))
            if wider:
                self._wider[name] = wider
            for other in (name, *(part.strip() for part in names.split(",") if part.strip())):
                if other.endswith("*"):
                    self._by_letter.setdefault(other[:_PREFIX], []).append((other[:-1], name))
                else:
                    words = tuple(_words(other))
                    self._first.add(words[0])
                    known = self._names.setdefault(words, [])
                    if name not in known:
                        known.append(name)
        self._begins = _Begins(self._first, self._by_letter)

    def around(self, name: str) -> tuple[str, ...]:
        """The place and everything it lies in, narrowest first."""
        chain = [name]
        while (wider := self._wider.get(chain[-1])) and wider not in chain:
            chain.append(wider)
        return tuple(chain)

    def find(self, text: str) -> list[Placed]:
        """Places named in a text, in order, the longest name first."""
        return [placed for placed, _, _ in self._found(_words(text))]

    def spans(self, text: str) -> list[tuple[Placed, int, int]]:
        """The same with the stretch of the text, as written, that names each place."""
        words = _spans(text)
        return [
            (placed, words[first][1], words[last - 1][2])
            for placed, first, last in self._found([word for word, _, _ in words])
        ]

    def _found(self, words: list[str]) -> list[tuple[Placed, int, int]]:
        found: list[tuple[Placed, int, int]] = []
        begins = self._begins
        at = 0
        while at < len(words):
            if not begins[words[at]]:
                at += 1
                continue
            for length in range(min(_LONGEST, len(words) - at), 0, -1):
                part = tuple(words[at : at + length])
                exact = self._names.get(part)
                names = exact or (self._by_stem(part[0]) if length == 1 else [])
                if names:
                    found += [
                        (Placed(name, " ".join(part), self.around(name), not exact), at, at + length)
                        for name in names
                    ]
                    at += length - 1
                    break
            at += 1
        return found

    def _by_stem(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_STEM:
            return []
        return [
            name
            for stem, name in self._by_letter.get(word[:_PREFIX], ())
            if word.startswith(stem) and len(word) <= len(stem) + 4
        ]

    def match(self, wanted: tuple[str, ...], text: str) -> tuple[float, str]:
        """How well a place suits, 0 (unknown or elsewhere: no harm) to 1, and the wanted place that it lies in."""
        if not wanted or not text:
            return 0.0, ""
        known = self._matches.get((wanted, text))
        if known is None:
            if len(self._matches) >= _KEPT:
                self._matches.clear()
            known = self._matches[wanted, text] = self._match(wanted, text)
        return known

    def _match(self, wanted: tuple[str, ...], text: str) -> tuple[float, str]:
        meant = [self._meant.get(name) or self._means(name) for name in wanted]
        begins = self._begins
        # Most headlines name no place; one that is on no list can still be named word by word.
        if not any([begins[chunk] for chunk in text.split()]) and all([may_be for may_be, _ in meant]):  # noqa: C419 - lists are faster here
            return 0.0, ""
        words = _words(text)
        around = {name for placed, _, _ in self._found(words) for name in placed.around}
        best, which = 0.0, ""
        for rank, (name, (may_be, named)) in enumerate(zip(wanted, meant, strict=True)):
            value = _RANKS[min(rank, len(_RANKS) - 1)]
            if value > best and (not may_be.isdisjoint(around) or named.issubset(words)):
                best, which = value, name
        return best, which

    def _means(self, wanted: str) -> tuple[frozenset[str], frozenset[str]]:
        """The places of the list that a wanted one, written as the member likes, may be; and its words."""
        if len(self._meant) >= _KEPT:
            self._meant.clear()
        words = _words(wanted)
        names = frozenset(placed.name for placed, _, _ in self._found(words))
        found = self._meant[wanted] = names, frozenset(words or ("",))
        return found
