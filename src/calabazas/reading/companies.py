"""What a company does, read from its name: the member's own list first, then well-known houses, then words."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import rtoml

from calabazas.reading import tokens
from calabazas.reading.fold import fold
from calabazas.reading.phrases import Phrases, Rule, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAME: Final = "name"
_WORD: Final = "word"
_FORM: Final = "form"
_NOTHING: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})
_CACHE: Final = 20_000


class Companies:
    """Companies and the fields they work in, from the shipped list.

    Args:
        data: `companies.toml`.
    """

    def __init__(self, data: bytes) -> None:
        rules = rtoml.loads(data.decode())
        self._phrases = Phrases()
        self._forms = Phrases()
        self._forms.add(listed(rules["legal_forms"]), Rule(_FORM, _FORM))
        for sector in rules["sector"]:
            self._phrases.add(listed(sector.get("names", "")), Rule(_NAME, sector["code"]))
            self._phrases.add(listed(sector["words"]), Rule(_WORD, sector["code"]))
        self._read = lru_cache(maxsize=_CACHE)(self._from_name)

    def key(self, name: str) -> str:
        """The name that two spellings of one company share: folded, without legal form or brackets."""
        return " ".join(fold(word) for word in self._bare(name))

    def sectors(self, name: str, known: Mapping[str, Sequence[str]] = _NOTHING) -> tuple[str, ...]:
        """Fields of a company, likeliest first; empty where its name tells nothing.

        Args:
            name: as LinkedIn shows it.
            known: fields by company key, from the member's own list, positions or profiles.
        """
        own = known.get(self.key(name)) if known else None
        return tuple(own) if own is not None else self._read(name)

    def _bare(self, name: str) -> list[str]:
        words = tokens.words(tokens.plain(name.split("(", maxsplit=1)[0].replace(".", "")))
        # Only an ending is a legal form ("Sa Nostra", "Co-op Bank" begin with such letters), and never the whole name.
        cut = True
        while cut and len(words) > 1:
            cut = False
            for hit in self._forms.find(words):
                if hit.end == len(words) and hit.start > 0:
                    words = words[: hit.start]
                    cut = True
                    break
        return words

    def _from_name(self, name: str) -> tuple[str, ...]:
        words = self._bare(name)
        hits = self._phrases.find(words)
        houses = dict.fromkeys(hit.rule.value for hit in hits if hit.rule.family == _NAME and hit.start == 0)
        if houses:
            return tuple(houses)
        # The longer phrase is the more telling one ("caja rural" before "rural"); then the first word of the name.
        ordered = sorted(
            (hit for hit in hits if hit.rule.family == _WORD),
            key=lambda hit: (hit.start - hit.end, hit.start),
        )
        return tuple(dict.fromkeys(hit.rule.value for hit in ordered))
