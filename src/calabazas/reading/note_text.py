"""Short texts cut up for reading: folded without moving a letter, words, sentences, clauses."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-·][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?=\s|$|[)»”'\"])|\n|$|[.!?…]+)")
_ABBREVIATION = re.compile(
    r"\b(?:sr|sra|srta|dr|dra|lic|ing|mtra|mtro|prof|mr|mrs|ms|st|d|dña|av|etc|vs|approx|inc|ltd|rr|hh)\.$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;()–—\n]|[,:](?!\d)|\s-\s|\s(?=(?:y|e|pero|and|but|which|because|porque|aunque|although)\s)",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"[;–—]|:(?!\d)|\s-\s")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
LONGEST = 4000
"""Characters of a note that are read; LinkedIn's own limit is 300."""


class Word(NamedTuple):
    """One word or number: folded, as written, and where."""

    folded: str
    text: str
    start: int


class Span(NamedTuple):
    """A stretch of a text, `start` included and `end` not."""

    start: int
    end: int


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[:1] or letter
    return (base.lower() or base)[:1]


_QUOTES = str.maketrans("’‘`´", "''''")


def clean(text: str) -> str:
    """Undo HTML entities, invisible and styled characters; the length is cut to `LONGEST`."""
    text = _INVISIBLE.sub("", html.unescape(text[:LONGEST]))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_QUOTES)
    return text.strip()


def fold(text: str) -> str:
    """Fold accents, case and styled letters letter by letter, so that positions stay those of `text`."""
    return text.lower() if text.isascii() else "".join(map(_fold_letter, text))


def words(text: str) -> list[Word]:
    """Cut a text into words and numbers, in order."""
    folded = fold(text)
    return [Word(folded[m.start() : m.end()], m[0], m.start()) for m in _WORD.finditer(text)]


def sentences(text: str) -> list[Span]:
    """Cut a text into sentences; titles such as "Sr." end none."""
    spans: list[Span] = []
    start = 0
    for found in _SENTENCE.finditer(text):
        if _ABBREVIATION.search(text[start : found.end()]) and found.end() < len(text):
            continue
        if text[start : found.end()].strip():
            spans.append(Span(start, found.end()))
        start = found.end()
    return spans


def segments(text: str, sentence: Span) -> list[Span]:
    """Cut one sentence where a new thought may begin: at semicolons, colons and dashes."""
    cuts = [m.end() for m in _SEGMENT.finditer(text, sentence.start, sentence.end)]
    spans = [Span(a, b) for a, b in zip([sentence.start, *cuts], [*cuts, sentence.end], strict=True)]
    return [s for s in spans if text[s.start : s.end].strip()]


def clauses(text: str, sentence: Span) -> list[Span]:
    """Cut one sentence at commas, colons, brackets and before conjunctions."""
    spans: list[Span] = []
    start = sentence.start
    for found in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if text[start : found.start()].strip():
            spans.append(Span(start, found.start()))
        start = found.end()
    if text[start : sentence.end].strip():
        spans.append(Span(start, sentence.end))
    return spans


def trimmed(text: str, span: Span) -> str:
    """Give the words of a stretch without the punctuation around them."""
    return text[span.start : span.end].strip(" \t\n.,;:!?¡¿…()–—-")


@lru_cache(maxsize=65536)
def same(one: str, other: str) -> bool:
    """Tell whether two folded words are forms of one word: most of the longer one is common beginning."""
    if one == other:
        return True
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if longer[0].isdigit() or shorter[0].isdigit():
        return False
    if len(shorter) < 4:
        return len(shorter) == 3 and longer in (shorter + "s", shorter + "es")
    common = 0
    for a, b in zip(longer, shorter, strict=False):
        if a != b:
            break
        common += 1
    return common >= 4 and common >= (0.6 if common >= 5 else 0.7) * len(longer)
