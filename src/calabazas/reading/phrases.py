"""Many phrases looked for at once: a tree of words instead of hundreds of expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from calabazas.reading import tokens
from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Letters to the word splitter, and in nobody's data: they stand for `stem*` and `=word` (exactly so written).
_STEM, _EXACT = "ǂ", "ǁ"
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


Found = tuple[int, int, Rule]
"""A hit as it is passed about in bulk, where a name for each part cost a tenth of all."""


class Raw(NamedTuple):
    """Phrases of one stretch: all met, words that are context, and what is `sure` where no context matters."""

    met: Sequence[Found]
    context: Sequence[tuple[int, int, dict[Rule, bool]]]
    sure: Sequence[Found] | None


class _Known(NamedTuple):
    """A word as the tree knows it: its numbers, and of those that begin phrases what it says alone and what may follow."""

    numbers: tuple[int, ...]
    rules: tuple[Rule, ...]
    context: tuple[dict[Rule, bool], ...]
    after: tuple[dict[int, _Node], ...]


class _Node:
    """A word in the tree: what may follow, the rules its phrase says, and those it is context of (True: wanted)."""

    __slots__ = ("after", "context", "rules")

    def __init__(self) -> None:
        self.after: dict[int, _Node] = {}
        self.rules: list[Rule] = []
        self.context: dict[Rule, bool] = {}


def listed(text: str) -> list[str]:
    """The phrases of a data file's block: one a line or separated by commas; `# ...` is a remark."""
    lines = (line.split(" #", 1)[0] if not line.lstrip().startswith("#") else "" for line in text.split("\n"))
    return [phrase for phrase in (part.strip() for part in _LISTED.split("\n".join(lines))) if phrase]


class Phrases:
    """Phrases with their rules; `stem*` stands for every word that begins so, `=word` for that very ending."""

    def __init__(self) -> None:
        self._root = _Node()
        self._whole: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._longest_stem = 0
        self._seen: dict[str, _Known] = {}

    def add(self, phrases: Iterable[str], rule: Rule) -> None:
        """Let each phrase mean `rule`."""
        for node in self._nodes(phrases):
            node.rules.append(rule)

    def add_context(self, phrases: Iterable[str], rule: Rule, *, barred: bool = False) -> None:
        """Let `rule` need one of these phrases somewhere else in the text, or (`barred`) none of them."""
        for node in self._nodes(phrases):
            node.context[rule] = not barred

    def _nodes(self, phrases: Iterable[str]) -> Iterator[_Node]:
        numbers = self._numbers
        for phrase in phrases:
            node = self._root
            for word in tokens.words(phrase.replace("*", _STEM).replace("=", _EXACT)):
                number = numbers.get(word)
                if number is None:
                    number = numbers[word] = self._number(word)
                following = node.after.get(number)
                if following is None:
                    following = node.after[number] = _Node()
                node = following
            if node is not self._root:
                yield node

    def _number(self, word: str) -> int:
        if word.endswith(_STEM):
            stem = fold(word[:-1])
            self._longest_stem = max(self._longest_stem, len(stem))
            return self._stems.setdefault(stem, len(self._stems) * 2 + 1)
        whole = word if word.startswith(_EXACT) else tokens.key(word)
        return self._whole.setdefault(whole, len(self._whole) * 2)

    def _look_up(self, word: str) -> _Known:
        small = fold(word)
        stems = self._stems
        numbers = [
            stems[small[:length]]
            for length in range(1, min(len(small), self._longest_stem) + 1)
            if small[:length] in stems
        ]
        numbers += [
            self._whole[whole] for whole in (tokens.key(word), _EXACT + small) if whole in self._whole
        ]
        first = self._root.after
        nodes = [first[number] for number in numbers if number in first]
        found = _Known(
            tuple(numbers),
            tuple(rule for node in nodes for rule in node.rules),
            tuple(node.context for node in nodes if node.context),
            tuple(node.after for node in nodes if node.after),
        )
        if len(self._seen) > _CACHE_LIMIT:  # strangers choose the words: the memory of them is bounded
            self._seen.clear()
        self._seen[word] = found
        return found

    def find(self, text: Sequence[str]) -> list[Hit]:
        """Every rule whose phrase and context stand in the words.

        A phrase inside a longer one of its family gives way to it, whether the longer one says something or not.
        """
        return [Hit(*found) for found in self.join([self.raw(text)])[0]]

    def raw(self, text: Sequence[str]) -> Raw:
        """Every phrase in the words of one stretch, before its context is looked at: worth keeping for stretches that repeat."""
        met: list[Found] = []
        context: list[tuple[int, int, dict[Rule, bool]]] = []
        seen, look_up = self._seen, self._look_up
        known = [seen.get(word) or look_up(word) for word in text]
        count = len(known)
        for start, (_, rules, roles, first) in enumerate(known):
            end, following = start + 1, first
            for rule in rules:
                met.append((start, end, rule))  # noqa: PERF401 - the hot loop; an extend costs a generator
            for role in roles:
                context.append((start, end, role))  # noqa: PERF401 - the same
            while following and end < count:
                numbers = known[end][0]
                end += 1
                further: list[dict[int, _Node]] = []
                for after in following:
                    for number in numbers:
                        node = after.get(number)
                        if node is not None:
                            for rule in node.rules:
                                met.append((start, end, rule))  # noqa: PERF401 - the same
                            if node.context:
                                context.append((start, end, node.context))
                            if node.after:
                                further.append(node.after)
                following = tuple(further)
        for _, _, rule in met:
            if rule.near or rule.far:
                return Raw(met, context, None)
        return Raw((), context, _longest(met))

    @staticmethod
    def join(stretches: Sequence[Raw]) -> list[Sequence[Found]]:
        """The rules met in each stretch of one text; context may stand in any of them."""
        context = [
            (number, start, end, roles)
            for number, raw in enumerate(stretches)
            for start, end, roles in raw.context
        ]
        return [
            raw.sure if raw.sure is not None else _longest(_in_context(number, raw.met, context))
            for number, raw in enumerate(stretches)
        ]


def _in_context(
    number: int, met: Sequence[Found], context: Sequence[tuple[int, int, int, dict[Rule, bool]]]
) -> list[Found]:
    """Those of the hits of a stretch whose rule has the context it asks for, outside the hit itself."""
    kept = []
    for hit in met:
        first, last, rule = hit
        if rule.near or rule.far:
            apart = {
                roles[rule]
                for where, start, end, roles in context
                if rule in roles and (where != number or end <= first or start >= last)
            }
            if (rule.near and True not in apart) or (rule.far and False in apart):
                continue
        kept.append(hit)
    return kept


def _longest(met: Sequence[Found]) -> Sequence[Found]:
    """Without what stands inside a longer one of its family."""
    longer = [hit for hit in met if hit[1] - hit[0] > 1]
    if not longer:
        return met
    kept = []
    for hit in met:
        start, end, rule = hit
        for other_start, other_end, other in longer:
            if (
                other_start <= start
                and other_end >= end
                and other_end - other_start > end - start
                and other.family == rule.family
            ):
                break
        else:
            kept.append(hit)
    return kept
