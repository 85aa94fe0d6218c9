"""Many phrases looked for at once: a tree of words instead of hundreds of expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from calabazas.reading import tokens
from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORTEST_STEM = 3
_LISTED = re.compile(r"[,\n]")
_CACHE_LIMIT = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What a phrase means: `value` of a `family`, at a `rank` (lower first), if its context holds.

    `near` and `far` tell whether the rule asks for, or forbids, one of its context words in the text.
    """

    family: str
    value: str
    rank: int = 0
    near: bool = False
    far: bool = False
    weak: bool = False
    note: str = ""


class Hit(NamedTuple):
    """A rule met in words `start` (included) to `end` (excluded)."""

    start: int
    end: int
    rule: Rule


@dataclass(slots=True)
class _Node:
    after: dict[int, _Node] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    wanted_by: list[Rule] = field(default_factory=list)
    barred_by: list[Rule] = field(default_factory=list)


def listed(text: str) -> list[str]:
    """The phrases of a data file's block: one a line or separated by commas; `# ...` is a remark."""
    lines = (line.split(" #", 1)[0] if not line.lstrip().startswith("#") else "" for line in text.split("\n"))
    return [phrase for phrase in (part.strip() for part in _LISTED.split("\n".join(lines))) if phrase]


class Phrases:
    """Phrases with their rules; `stem*` stands for every word that begins so."""

    def __init__(self) -> None:
        self._root = _Node()
        self._whole: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._longest_stem = 0
        self._seen: dict[str, tuple[int, ...]] = {}

    def add(self, phrases: Iterable[str], rule: Rule) -> None:
        """Let each phrase mean `rule`."""
        for phrase in phrases:
            node = self._node(phrase)
            if node is not None:
                node.rules.append(rule)

    def add_context(self, phrases: Iterable[str], rule: Rule, *, barred: bool = False) -> None:
        """Let `rule` need one of these phrases somewhere else in the text, or (`barred`) none of them."""
        for phrase in phrases:
            node = self._node(phrase)
            if node is not None:
                (node.barred_by if barred else node.wanted_by).append(rule)

    def _node(self, phrase: str) -> _Node | None:
        node = self._root
        for part in tokens.plain(phrase.replace("*", "ǂ")).split():
            for word in tokens.words(part):
                node = node.after.setdefault(self._number(word), _Node())
        return None if node is self._root else node

    def _number(self, word: str) -> int:
        if word.endswith("ǂ"):
            stem = fold(word[:-1])
            self._longest_stem = max(self._longest_stem, len(stem))
            return self._stems.setdefault(stem, len(self._stems) * 2 + 1)
        return self._whole.setdefault(tokens.key(word), len(self._whole) * 2)

    def _numbers(self, word: str) -> tuple[int, ...]:
        small = fold(word)
        found = [
            self._stems[small[:length]]
            for length in range(1, min(len(small), self._longest_stem) + 1)
            if small[:length] in self._stems
        ]
        whole = self._whole.get(tokens.key(word))
        return (*found, whole) if whole is not None else tuple(found)

    def find(self, text: Sequence[str]) -> list[Hit]:
        """Every rule whose phrase and context stand in the words; a phrase inside a longer one of its family gives way."""
        met: list[Hit] = []
        wanted: list[tuple[int, int, Rule]] = []
        barred: list[tuple[int, int, Rule]] = []
        seen = self._seen
        if len(seen) > _CACHE_LIMIT:  # strangers choose the words: the memory of them is bounded
            seen.clear()
        numbers: list[tuple[int, ...]] = []
        for word in text:
            known = seen.get(word)
            if known is None:
                known = seen[word] = self._numbers(word)
            numbers.append(known)
        count = len(numbers)
        after = self._root.after
        for start in range(count):
            if not numbers[start]:
                continue
            open_nodes = [after[number] for number in numbers[start] if number in after]
            end = start + 1
            while open_nodes:
                for node in open_nodes:
                    for rule in node.rules:
                        met.append(Hit(start, end, rule))
                    for rule in node.wanted_by:
                        wanted.append((start, end, rule))
                    for rule in node.barred_by:
                        barred.append((start, end, rule))
                if end == count or not numbers[end]:
                    break
                step = numbers[end]
                open_nodes = [node.after[number] for node in open_nodes if node.after for number in step if number in node.after]
                end += 1
        return _longest(_in_context(met, wanted, barred))


def _apart(hit: Hit, others: list[tuple[int, int, Rule]]) -> bool:
    return any(rule is hit.rule and (end <= hit.start or start >= hit.end) for start, end, rule in others)


def _in_context(met: list[Hit], wanted: list[tuple[int, int, Rule]], barred: list[tuple[int, int, Rule]]) -> list[Hit]:
    return [
        hit
        for hit in met
        if (not hit.rule.near or _apart(hit, wanted)) and (not hit.rule.far or not _apart(hit, barred))
    ]


def _longest(met: list[Hit]) -> list[Hit]:
    if len(met) < 2:
        return met
    kept = []
    for hit in met:
        family, start, end = hit.rule.family, hit.start, hit.end
        size = end - start
        if not any(
            other.rule.family == family and other.start <= start and other.end >= end and other.end - other.start > size
            for other in met
        ):
            kept.append(hit)
    return kept
