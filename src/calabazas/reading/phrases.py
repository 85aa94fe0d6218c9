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


class Raw(NamedTuple):
    """Phrases of one stretch: all met, words that are context, and what is `sure` where no context matters."""

    met: list[Hit]
    context: list[tuple[int, int, dict[Rule, bool]]]
    sure: list[Hit] | None


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
        self._longest_stem = 0
        self._seen: dict[str, tuple[tuple[int, ...], tuple[_Node, ...]]] = {}

    def add(self, phrases: Iterable[str], rule: Rule) -> None:
        """Let each phrase mean `rule`."""
        for node in self._nodes(phrases):
            node.rules.append(rule)

    def add_context(self, phrases: Iterable[str], rule: Rule, *, barred: bool = False) -> None:
        """Let `rule` need one of these phrases somewhere else in the text, or (`barred`) none of them."""
        for node in self._nodes(phrases):
            node.context[rule] = not barred

    def _nodes(self, phrases: Iterable[str]) -> Iterator[_Node]:
        for phrase in phrases:
            node = self._root
            for word in tokens.words(phrase.replace("*", _STEM).replace("=", _EXACT)):
                number = self._number(word)
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

    def _look_up(self, word: str) -> tuple[tuple[int, ...], tuple[_Node, ...]]:
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
        after = self._root.after
        found = tuple(numbers), tuple(after[number] for number in numbers if number in after)
        if len(self._seen) > _CACHE_LIMIT:  # strangers choose the words: the memory of them is bounded
            self._seen.clear()
        self._seen[word] = found
        return found

    def find(self, text: Sequence[str]) -> list[Hit]:
        """Every rule whose phrase and context stand in the words.

        A phrase inside a longer one of its family gives way to it, whether the longer one says something or not.
        """
        return self.join([(self.raw(text), 0)])[0]

    def raw(self, text: Sequence[str]) -> Raw:
        """Every phrase in the words of one stretch, before its context is looked at: worth keeping for stretches that repeat."""
        met: list[Hit] = []
        context: list[tuple[int, int, dict[Rule, bool]]] = []
        seen, look_up = self._seen, self._look_up
        known = [seen.get(word) or look_up(word) for word in text]
        count = len(known)
        for start in range(count):
            nodes: Sequence[_Node] = known[start][1]
            end = start + 1
            while nodes:
                further: list[_Node] = []
                numbers = known[end][0] if end < count else ()
                for node in nodes:
                    for rule in node.rules:
                        met.append(Hit(start, end, rule))  # noqa: PERF401 - the hot loop; an extend costs a generator
                    if node.context:
                        context.append((start, end, node.context))
                    if numbers and node.after:
                        after = node.after
                        further += [after[number] for number in numbers if number in after]
                nodes = further
                end += 1
        sure = None if any(hit.rule.near or hit.rule.far for hit in met) else _longest(met)
        return Raw(met, context, sure)

    @staticmethod
    def join(stretches: Sequence[tuple[Raw, int]]) -> list[list[Hit]]:
        """The rules met in each stretch of one text, given where each begins; context may stand in any of them."""
        if all(raw.sure is not None for raw, _ in stretches):
            return [_moved(raw.sure or (), by) for raw, by in stretches]
        context = [
            (start + by, end + by, roles) for raw, by in stretches for start, end, roles in raw.context
        ]
        return [
            _moved(raw.sure, by)
            if raw.sure is not None
            else _longest(_in_context(_moved(raw.met, by), context))
            for raw, by in stretches
        ]


def _moved(hits: Sequence[Hit], by: int) -> list[Hit]:
    return [Hit(start + by, end + by, rule) for start, end, rule in hits] if by else list(hits)


def _in_context(met: list[Hit], context: list[tuple[int, int, dict[Rule, bool]]]) -> list[Hit]:
    kept = []
    for hit in met:
        rule = hit.rule
        if rule.near or rule.far:
            apart = {
                roles[rule]
                for start, end, roles in context
                if rule in roles and (end <= hit.start or start >= hit.end)
            }
            if (rule.near and True not in apart) or (rule.far and False in apart):
                continue
        kept.append(hit)
    return kept


def _longest(met: list[Hit]) -> list[Hit]:
    longer = [hit for hit in met if hit.end - hit.start > 1]
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
