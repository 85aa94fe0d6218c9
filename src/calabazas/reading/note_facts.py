"""Facts read for comparing: their kind where only the text tells, their words, years and months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from calabazas.reading.note_text import clean, fold, same, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.people.facts import Fact
    from calabazas.reading.note_words import NoteWords

_LABEL = re.compile(r"^\s*([^:«\d]{2,30}?)\s*:\s*(?=\S)")
_DATE = re.compile(
    r"\b(\d{1,2})/(\d{1,2})/(\d{2,4})\b|\b(\d{1,2})/((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?\b"
)
_RANGE = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:-|–|a|to|al?)\s*((?:19|20)?\d\d\b|hoy|actualidad|present|now|today)",
    re.IGNORECASE,
)
_MONTHS_ES = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
)
_MONTHS_EN = "january february march april may june july august september october november december".split()
SHARED = frozenset(
    {
        "met", "event", "employer", "school", "group", "mutual", "post", "message", "address", "recommended", "recommends",
        "endorsed", "other",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact with what a note can be compared with."""

    fact: Fact
    kinds: frozenset[str]
    words: tuple[str, ...]
    names: frozenset[str]
    confirmed: bool
    overlap: bool
    """False when its two spans of years have none in common."""

    @property
    def shared(self) -> bool:
        """Tell whether it may anchor a note: more than a merge field, and not about the writer alone."""
        return bool(self.kinds & SHARED)


def dates_spelled(text: str) -> list[str]:
    """Give the folded words that a date in figures may be written with: month names, day, year."""
    spelled: list[str] = []
    for found in _DATE.finditer(text):
        first, second, year, month2, year2, year3, month3, day3 = found.groups()
        if first:
            spelled += [str(int(first)), year if len(year) == 4 else f"20{year}"]
            # 05/06 is May in one country and June in another: both are taken as told.
            months = {int(second), int(first)} if int(first) <= 12 else {int(second)}
        elif month2:
            spelled += [year2]
            months = {int(month2)}
        else:
            spelled += [year3, *([str(int(day3))] if day3 else [])]
            months = {int(month3)}
        for month in months:
            if 1 <= month <= 12:
                spelled += [_MONTHS_ES[month - 1], _MONTHS_EN[month - 1]]
    return spelled


def spans_of_years(text: str) -> list[tuple[int, int]]:
    """Give the ranges of years in a text; an open end is 9999."""
    found = []
    for m in _RANGE.finditer(text):
        start, end = int(m[1]), m[2]
        last = 9999 if not end.isdigit() else int(end) if len(end) == 4 else int(m[1][: 4 - len(end)] + end)
        if last >= start:
            found.append((start, last))
    return found


class FactReader:
    """Reads facts; built once from the words."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self._words = vocabulary
        # The same fact is met with every note, so each is read once.
        self._read = lru_cache(maxsize=32768)(self._read_one)

    def read(self, facts: Iterable[Fact]) -> tuple[ReadFact, ...]:
        """Read facts in order; those about the writer alone come out with no shared kind."""
        return tuple(self._read(fact) for fact in facts)

    def _read_one(self, fact: Fact) -> ReadFact:
        text = clean(" ".join(filter(None, (fact.text, fact.what, fact.where, fact.on))))
        folded = fold(text)
        kinds = frozenset({fact.kind}) if fact.kind else self._kinds(folded)
        if self._words.hearsay.search(folded):
            kinds |= {"hearsay"}
        tokens = [w.folded for w in words(text)] + dates_spelled(text)
        for start, last in spans_of_years(text):
            tokens += (
                [str(year) for year in range(start, min(last, start + 40) + 1)]
                if last != 9999
                else [str(start)]
            )
        if fact.since is not None:
            tokens += [str(year) for year in range(fact.since, (fact.until or fact.since) + 1)]
        for token in list(tokens):
            tokens += [
                full for full in (*_MONTHS_ES, *_MONTHS_EN) if len(token) >= 3 and full[:4].startswith(token)
            ]
        spans = spans_of_years(text)
        overlap = len(spans) != 2 or max(s for s, _ in spans) <= min(e for _, e in spans)
        denied = self._words.denied.search(folded) is not None
        names = frozenset(w.folded for w in words(text) if w.text[:1].isupper())
        return ReadFact(
            fact, kinds, tuple(dict.fromkeys(tokens)), names, fact.confirmed and not denied, overlap
        )

    def _kinds(self, folded: str) -> frozenset[str]:
        labelled = _LABEL.match(folded)
        if labelled and (kind := self._words.fact_labels.get(labelled[1].strip())):
            return frozenset({kind})
        kinds = {kind for kind, pattern in self._words.fact_kinds.items() if pattern.search(folded)}
        # "Bufete X: remitente 2015-2017, Candela 2019-2022" is one firm; a semicolon parts two.
        if len(spans_of_years(folded)) == 2 and not kinds and ";" not in folded:
            kinds.add("employer")
        return frozenset(kinds or {"other"})


class KnownFacts:
    """Read facts with an index of their words; asking for a word costs what its beginning shares."""

    def __init__(self, facts: Sequence[ReadFact]) -> None:
        self.facts = tuple(facts)
        self._begin: dict[str, list[tuple[str, int]]] = {}
        self._asked: dict[str, frozenset[int]] = {}
        for number, fact in enumerate(self.facts):
            for word in fact.words:
                self._begin.setdefault(word[:3], []).append((word, number))

    def holding(self, word: str) -> frozenset[int]:
        """Give the numbers of the facts that hold a form of the folded word."""
        if word not in self._asked:
            near = self._begin.get(word[:3], ())
            self._asked[word] = frozenset(n for known, n in near if same(word, known))
        return self._asked[word]

    def of(self, kinds: Iterable[str]) -> list[int]:
        """Give the numbers of the facts of any of these kinds."""
        wanted = frozenset(kinds)
        return [n for n, fact in enumerate(self.facts) if fact.kinds & wanted]

    def names(self, *kinds: str) -> frozenset[str]:
        """Give the capitalised words, folded, of the facts of these kinds."""
        return frozenset(name for n in self.of(kinds) for name in self.facts[n].names)
