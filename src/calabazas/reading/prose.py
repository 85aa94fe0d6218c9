"""What people publish and say about themselves: of their own and specific, or bait, formula, selling, collecting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.reading.marks import Lexicon, Mark, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSION = "prose-1"
_AGAINST = ("collects", "bait", "formula", "motivation", "sells", "lures")
# "LION" is a word only when it is shouted or dressed up with other marks; a lion in a text is an animal.
_LION = re.compile(r"(?<![A-Za-z])(?:LION|L\.I\.O\.N\.?)(?![A-Za-z])")
# "Comenta LISTA", "comment PIZZA": a shouted word to be written below is asked of everybody.
_SHOUTED = re.compile(
    r"(?i:\b(?:comen(?:ta|te|ten|tad|tar)|comment|escrib(?:e|id|an)|type|drop|pon(?:me)?|deja(?:d)?))\s+(?i:la palabra\s+|un\s+|a\s+|the word\s+)?[\"“«'‘]?[A-ZÁÉÍÓÚÑ]{2,}\b"
)
_NUMBER = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Letters of scripts that put no spaces between words, or say a word in two letters."""
_LONGEST = 20_000
_OWN_WORDS = 7
"""Words of four letters and more that make a piece of one's own say something; a judgement."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One post, comment or share as read: `nature` is own, bait, formula, motivation, sells, lures, collects, passed_on or slight."""

    kind: str
    text: str
    nature: str
    marks: tuple[Mark, ...] = ()
    specific: bool = False


@dataclass(frozen=True, slots=True)
class ActivityReading:
    """All activity seen of a person."""

    pieces: tuple[Piece, ...]

    def count(self, *natures: str) -> int:
        """Count the pieces of these natures."""
        return sum(p.nature in natures for p in self.pieces)

    @property
    def specific(self) -> tuple[Piece, ...]:
        """The pieces that only somebody who does the work could have written."""
        return tuple(p for p in self.pieces if p.nature == "own" and p.specific)


@dataclass(frozen=True, slots=True)
class SelfReading:
    """What headline and About say of themselves: marks by kind."""

    marks: tuple[Mark, ...]

    def words(self, *kinds: str) -> tuple[str, ...]:
        """The words that carried these kinds."""
        return tuple(m.words.strip() for m in self.marks if m.kind in kinds)


class ProseReader:
    """Reads activity and self-description with the shipped lexicon (`prose.toml`)."""

    def __init__(self, data: bytes) -> None:
        self._lexicon = Lexicon(data)

    def activity(self, pieces: Sequence[tuple[str, str]]) -> ActivityReading:
        """Read (kind, text) pieces; reactions say little and are slight."""
        return ActivityReading(tuple(self._piece(kind, text) for kind, text in pieces))

    def about_self(self, *texts: str) -> SelfReading:
        """Read headline and About together."""
        marks: list[Mark] = []
        for text in texts:
            marks += self._lexicon.find(text, ("collects", "counts", "sells", "lures", "placeholder"))
            marks += [Mark("collects", m[0]) for m in _LION.finditer(text)]
        return SelfReading(tuple(marks))

    def find(self, text: str, *kinds: str) -> tuple[Mark, ...]:
        """Give the marks of these kinds in any text."""
        return self._lexicon.find(text, kinds)

    def _chasing(self, text: str) -> tuple[Mark, ...]:
        """Marks of talk about adding one another, in whatever words: several signs of it, and what it is about."""
        signs = self._lexicon.find(text, ("chasing",))
        about = self._lexicon.find(text, ("medium",))
        return tuple(Mark("collects", m.words) for m in about) if signs and about else ()

    def _piece(self, kind: str, text: str) -> Piece:
        marks = self._lexicon.find(text, _AGAINST)
        marks += tuple(Mark("collects", m[0]) for m in _LION.finditer(text))
        marks += tuple(Mark("bait", m[0]) for m in _SHOUTED.finditer(text))
        marks += self._chasing(text)
        if kind == "reaction":
            return Piece(kind, text, "slight", marks)
        for nature in ("lures", "collects", "sells", "bait", "formula", "motivation"):
            if any(m.kind == nature for m in marks):
                return Piece(kind, text, nature, marks)
        if kind in ("share", "repost"):
            return Piece(kind, text, "passed_on")
        words = _telling(text)
        specific = words >= _OWN_WORDS or (bool(_NUMBER.search(text)) and words >= 4)
        return Piece(kind, text, "own", (), specific)


def _telling(text: str) -> int:
    """Count the words that say something, in any script: Chinese, Japanese, Korean or Thai in letters for words."""
    text = text[:_LONGEST]
    spaced = set(_WORD.findall(plain(_UNSPACED.sub(" ", text))))
    return len(spaced) + len(_UNSPACED.findall(text)) // 3
