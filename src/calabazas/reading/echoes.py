"""The same note under several names: a signature with names masked, and likeness by trigrams."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.reading.note_text import clean, words

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINK = re.compile(r"https?://\S+|www\.\S+")


def note_signature(text: str, names: Iterable[str] = ()) -> str:
    """Give the note's folded words, names masked as `_` and numbers as `0`; "" when it has no word.

    Two notes with the same signature are the same text sent twice, whatever the language.
    """
    taken = {w.folded for name in names for w in words(name)}
    masked: list[str] = []
    for word in words(_LINK.sub(" ", clean(text))):
        sign = "_" if word.folded in taken else "0" if word.folded[0].isdigit() else word.folded
        if sign != "_" or not masked or masked[-1] != "_":
            masked.append(sign)
    return " ".join(masked).strip("_ ")


def trigrams(signature: str) -> frozenset[str]:
    """Give the character trigrams of a signature, its edges padded."""
    padded = f"  {signature} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2)) if signature else frozenset()


def likeness(one: str, other: str) -> float:
    """Give the Jaccard likeness of two signatures, 0 to 1; an empty one is like nothing."""
    a, b = trigrams(one), trigrams(other)
    return len(a & b) / len(a | b) if a and b else 0.0
