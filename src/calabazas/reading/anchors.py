"""Anchors: what in a note is true of this reader and would be false of a random contact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from calabazas.reading.note_text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.reading.note_facts import KnownFacts
    from calabazas.reading.note_text import Span, Word
    from calabazas.reading.note_words import NoteWords


class Held(NamedTuple):
    """A word of the note that a shared fact holds, with its weight as an anchor (0 to 1)."""

    word: str
    start: int
    weight: float
    fact_id: str
    kind: str


class AnchorReader:
    """Matches notes with facts; built once from the words."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self._words = vocabulary

    def held(self, text: str, known: KnownFacts, outside: Iterable[Span] = ()) -> tuple[Held, ...]:
        """Give the words that shared facts hold, leaving out those of unsupported claims.

        Each form of a word counts once. What the reader's own title or place also holds weighs
        little: any merge field could have written it.
        """
        gone = list(outside)
        called = known.names("name") | {greeted(text)}
        shared = frozenset(n for n, f in enumerate(known.facts) if f.shared)
        merge = frozenset(known.of(("name", "role", "offer")))
        found: list[Held] = []
        seen: set[str] = set()
        for word in words(text):
            key = word.folded[:5]
            if key in seen or word.folded in called or any(s.start <= word.start < s.end for s in gone):
                continue
            holding = known.holding(word.folded)
            among = sorted(holding & shared)
            weight = self._weight(word, bool(holding & merge)) if among else 0.0
            if weight:
                seen.add(key)
                fact = known.facts[among[0]]
                found.append(Held(word.text, word.start, weight, fact.fact.id, min(fact.kinds - {"hearsay"})))
        return tuple(found)

    def _weight(self, word: Word, merge: bool) -> float:
        folded = word.folded
        if folded in self._words.stop or (len(folded) < 2 and not _whole_word(folded)):
            return 0.0
        if folded in self._words.medium or folded in self._words.calendar_words:
            return 0.35
        if folded in self._words.stock:
            return 0.1
        if merge:
            return 0.3
        if folded[0].isdigit():
            return 0.8 if len(folded) == 4 else 0.4
        # Scripts without capitals cannot show by one that a word is a name.
        first = word.text[0]
        return 0.9 if first.isupper() or first.lower() == first.upper() else 0.7


def _whole_word(letter: str) -> bool:
    """Tell whether one letter is a word of its own, as Chinese given names and surnames are."""
    return "\u3400" <= letter <= "\u9fff"


_GREETED = re.compile(
    r"^\W*(?:(?:hola|ola|hi|hello|hey|hiya|dear|estimad[oa]|querid[oa]|buenas|buenos dias|buenas tardes|boas|bonjour|che|oye|g'day|good \w+)[\s,:!]+)?"
    r"(?:(?:sr|sra|dr|dra|don|dona|lic|ing|mr|ms|mrs)\.? )?([^\W\d_]{2,})\s*[,:!.]"
)


def greeted(text: str) -> str:
    """Give the folded name that a note begins by calling, or ""."""
    found = _GREETED.match(fold(text))
    return found[1] if found else ""


def strength(held: Iterable[Held]) -> float:
    """Add up the weights of held words."""
    return sum(h.weight for h in held)
