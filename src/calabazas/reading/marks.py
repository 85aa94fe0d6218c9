"""Find marks in a text: named lists of patterns from a data file, quoted back in the writer's own words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import rtoml

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 20_000
"""Characters read of one text: what matters stands early, and a stranger chose the length."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A hit: its kind, and the words as written."""

    kind: str
    words: str


@lru_cache(maxsize=65536)
def _plain_char(char: str) -> str:
    """Fold one character to one character, so that positions in the original stay true."""
    folded = unicodedata.normalize("NFKD", char).casefold()
    return folded[0] if folded else char


def plain(text: str) -> str:
    """Fold accents, case and styled letters, keeping the length: position i is the original's position i."""
    if text.isascii():
        return text.lower()
    return "".join(map(_plain_char, text))


class Lexicon:
    """Named lists of patterns. A pattern is a regular expression over folded text; words stand at word edges.

    Args:
        data: TOML, each table `[kind]` with `patterns = [...]`, and optionally `least` (hits needed, 1).
    """

    def __init__(self, data: bytes) -> None:
        tree = rtoml.loads(data.decode("utf-8"))
        self._kinds: dict[str, tuple[re.Pattern[str], int]] = {
            kind: (
                re.compile("|".join(rf"(?<!\w)(?:{p})(?!\w)" for p in table["patterns"]), re.DOTALL),
                int(table.get("least", 1)),
            )
            for kind, table in tree.items()
        }

    def find(self, text: str, kinds: Iterable[str] | None = None) -> tuple[Mark, ...]:
        """Give the marks of a text, all of one kind together, each kind only when it has hits enough."""
        text = text[:_LONGEST]
        folded = plain(text)
        found: list[Mark] = []
        for kind in kinds if kinds is not None else self._kinds:
            pattern, least = self._kinds[kind]
            hits = [m for m in pattern.finditer(folded) if m.end() > m.start()]
            if len({folded[m.start() : m.end()] for m in hits}) >= least:
                found += [Mark(kind, text[m.start() : m.end()]) for m in hits]
        return tuple(found)
