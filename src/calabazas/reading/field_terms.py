"""Phrases of fields, compiled: how a word is compared, and the terms that begin with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from calabazas.reading.fold import neutral

if TYPE_CHECKING:
    from collections.abc import Sequence

STOP: Final = frozenset(
    "a al an and at by da das de del der des die do dos du e el en et for from i in la las le les lo los mi my "
    "o of on or our para por su sus the to u un una und with y con como que se us os as na no nas num mas".split()
) - {"no"}
EXACT: Final = 6  # from this length on regular gender and number are the same word
DIGITS: Final = "0123456789.,"
# Short words whose two genders a rule about endings would confuse with others (pata is no pato).
_SHORT: Final = {
    "jefa": "jefe", "jefas": "jefe", "jefes": "jefe", "socia": "socio", "socias": "socio", "socios": "socio",
    "etica": "etico", "aerea": "aereo", "moza": "mozo", "peona": "peon", "civica": "civico",
    "sastra": "sastre",
}  # fmt: skip


# Words that only look like the two genders of one: a port is no door, a fabric no factory, a coast no cost.
_APART: Final = re.compile(
    r"(?:puert|cost|bols|suel|marc|carg|libr|fond|minut|cuent|cuadr|pimient|partid|derech|punt|levant)[oae]s?|fabric[as]*"
)


class Term(NamedTuple):
    """A phrase of a field as its words are compared, and how strongly it speaks (0 denies)."""

    pattern: tuple[str, ...]
    field: str
    value: float


Begun = tuple[
    tuple[Term, ...], Mapping[str, tuple[tuple[int, Term], ...]], tuple[tuple[str, tuple[int, Term]], ...]
]
"""Terms that begin with a word: those of one word, longer ones by their second word, those whose second one is
a stem or any number beside it; the longer ones with their turn."""


def term(phrase: str, id: str, value: float) -> Term:
    """Compile one phrase."""
    return Term(tuple([part(word) for word in phrase.split() if word not in STOP]), id, value)


@lru_cache(maxsize=65_536)
def part(word: str) -> str:
    """One word of a pattern, ready to be compared."""
    return word if word[-1] == "*" or word[0] == "#" else key(word)


def key(word: str) -> str:
    """What the forms of a word share: regular gender and number."""
    if _APART.fullmatch(word):
        return word.removesuffix("s")
    return neutral(word) if len(word) >= EXACT else _SHORT.get(word, word)


def fits(part: str, word: str, key: str) -> bool:
    """Whether a word is meant by a part of a pattern: "#" is any number, "#o" any number with that ending."""
    if part[0] == "#":
        return word[0].isdigit() and word.lstrip(DIGITS) == part[1:]
    if part[-1] == "*":
        return word.startswith(part[:-1])
    return part in (word, key)


def begun(rows: Sequence[Term]) -> Begun:
    """Terms that begin with the same word, sorted by what follows it."""
    longer: dict[str, tuple[tuple[int, Term], ...]] = {}
    loose: list[tuple[str, tuple[int, Term]]] = []
    for turn, row in enumerate(rows):
        if len(row.pattern) == 1:
            continue
        second = row.pattern[1]
        if second[-1] == "*" or second[0] == "#":
            loose.append((second, (turn, row)))
        else:
            longer[second] = (*longer.get(second, ()), (turn, row))
    return tuple(row for row in rows if len(row.pattern) == 1), longer, tuple(loose)
