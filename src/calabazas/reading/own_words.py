"""Fields of the member's own: wishes in words that no list of trades holds become fields for that target alone.

"Laboratoristas viales" or "P&I clubs" are met by those very words; without this only shared letters would meet them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from calabazas.reading.fields import Field, clauses
from calabazas.reading.nearness import EMPTY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.reading.fields import Fields

OWN: Final = "own:"
"""Ids of such fields begin so."""
_MEANT: Final = 0.35
_TELLING: Final = 6
"""Letters from which one word of several may speak for the whole wish."""
_SHORTEST: Final = 3
_MOST: Final = 4
# Words of targets that stand in any headline.
_COMMON: Final = frozenset(
    "gente personas profesionales red contactos empresa empresas servicio servicios equipo equipos publico publica publicos "
    "publicas general generales nuevo nueva nuevos gran grande grandes pequeno pequenos chico chica chicos joven mundo "
    "temas tema proyecto proyectos gestion desarrollo trabajo oficina centro centros grupo grupos local locales real interno "
    "internacional nacional digital social innovacion calidad estrategia global senior junior autoridades authorities "
    "business company companies services service public general global local digital social new young small big large team "
    "teams project projects group groups world management development office centre center national international community "
    "communities makers maker owners vendors providers users members side clients customers program programs programme field "
    "anyone everyone somebody whoever hacen hace saben sabe lleva llevan tiene tienen trabajan estan serio seria serios "
    "write writes writing works work working make makes made build builds run runs think thinks know knows really good best".split()
)


def with_own_words(phrases: Iterable[str], fields: Fields) -> Fields:
    """The fields with one more for each phrase that names none; the same object where every phrase names one."""
    own: dict[str, Field] = {}
    for phrase in phrases:
        read = fields.read(phrase)
        if any(value >= _MEANT and fields.all[id].kind != "lead" for id, value in read.values.items()):
            continue
        ranks = {word for hit in read.hits for word in hit.words.split()}
        strong, weak = _terms(phrase, ranks)
        if strong:
            own[OWN + phrase] = Field(
                OWN + phrase, phrase, phrase, "role", "", (), {}, tuple(strong), tuple(weak), ()
            )
    return fields.extended(own) if own else fields


def _terms(phrase: str, ranks: set[str]) -> tuple[list[str], list[str]]:
    """What says the wish outright, and the words of it that may."""
    strong: list[str] = []
    weak: list[str] = []
    for words in clauses(phrase):
        told = [
            word
            for word in words
            if word not in EMPTY_WORDS
            and word not in _COMMON
            and word not in ranks
            and len(word) >= _SHORTEST
        ]
        if len(told) == 1:
            strong += told
        elif 1 < len(told) <= _MOST:
            strong += [f"{one} {two}" for one, two in pairwise(told)]
            weak += [word for word in told if len(word) >= _TELLING]
    return strong, weak


__all__ = ["OWN", "with_own_words"]
