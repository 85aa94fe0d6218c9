"""LinkedIn's own invitation texts, in any language: known strings, and the slots that variants fill."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from calabazas.reading.note_text import clean, fold, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.reading.note_words import NoteWords, Slots

_LINK = re.compile(r"https?://\S+|www\.\S+")
_ALLOWED = 1
"""Words beyond the pattern that still leave a text the default: one may be a title or a slip."""
_LONGEST = 40
_SIGNATURE = 2
_GREETED = re.compile(
    r"(?:hola|hi|hello|hey|dear|estimad[oa]|ola|ciao|bonjour|hallo|oi|buen[oa]s \w+|good \w+|guten \w+|boa \w+|bom \w+)"
    r"[ ,]+(?:(?:sr|sra|srta|don|dona|dr|dra|lic|ing|mr|ms|mrs|herr|frau)\.? )?(\w+)\s*[,:!.]"
)


class DefaultTexts:
    """The recogniser; built once from the words."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self._words = vocabulary
        self._known = frozenset(filter(None, (self._bare(t, ()) for t in vocabulary.defaults)))
        self._fits = lru_cache(maxsize=8192)(self._fit)

    def is_default(self, note: str, names: Iterable[str] = ()) -> bool:
        """Tell whether a note says no more than LinkedIn's own text; an empty one does not count.

        `names` are those of sender and recipient (titles too): their words are not content.
        """
        note = clean(note)
        if not note or len(note) > 400:
            return False
        taken = tuple(sorted({w.folded for name in names for w in words(name)}))
        if self._bare(note, taken) in self._known:
            return True
        return self._slots(note, frozenset(taken))

    def _bare(self, text: str, taken: tuple[str, ...]) -> str:
        filler = self._words.filler
        kept = [w.folded for w in words(_LINK.sub(" ", text))]
        return " ".join(w for w in kept if w not in taken and not filler.has(w))

    def _slots(self, note: str, taken: frozenset[str]) -> bool:
        folded = fold(_LINK.sub(" ", note))
        body = self._words.signoff.sub("", folded)
        if not 0 < len(words(body)) <= _LONGEST:
            return False
        # A greeting's name is nobody's content, also when the reader's name is not known here.
        greeted = _GREETED.match(body)
        if greeted:
            taken = taken | {greeted[1]}
        seen: set[str] = set()
        left = 0
        for sentence in sentences(body):
            told, extra = self._filled(body[sentence.start : sentence.end], taken)
            # A sentence of its own that says something else is somebody's own word; one word is a signature.
            if extra and "act" not in told and len(words(body[sentence.start : sentence.end])) > _SIGNATURE:
                return False
            seen |= told
            left += extra
        asked = "act" in seen and ("want" in seen or ("net" in seen and not left))
        invited = {"want", "net"} <= seen and not left
        return (asked or invited) and left <= (_ALLOWED if "net" in seen else 0)

    def _filled(self, sentence: str, taken: frozenset[str]) -> tuple[set[str], int]:
        """Give the slots that a sentence fills and how many of its words fill none."""
        told: set[str] = set()
        left = 0
        for token in (w.folded for w in words(sentence)):
            if token in taken or (token in self._words.stop and not self._any_slot(token)):
                continue
            kind = self._fits(token)
            if not kind:
                left += 1
            elif kind != "filler":
                told.add(kind)
        return told, left

    def _any_slot(self, token: str) -> bool:
        return any(slot.has(token) for slot in (self._words.want, self._words.act, self._words.net))

    def _fit(self, token: str) -> str:
        named: tuple[tuple[str, Slots], ...] = (
            ("want", self._words.want),
            ("act", self._words.act),
            ("net", self._words.net),
            ("filler", self._words.filler),
        )
        for kind, slot in named:
            if slot.has(token):
                return kind
        if len(token) < 6:
            return ""
        # Thumbs slip: one letter off in a long word is the same word.
        for kind, slot in named:
            if any(len(e) >= 6 and Levenshtein.distance(token, e, score_cutoff=1) <= 1 for e in slot.exact):
                return kind
            if any(
                len(e) >= 6 and Levenshtein.distance(token[: len(e)], e, score_cutoff=1) <= 1
                for e in slot.begins
            ):
                return kind
        return ""
