"""How close texts are to wanted phrases by the encoder and by shared words, measured against other titles.

A cosine alone says little: some phrases are near everything. So each wanted phrase is measured
against a background of titles from all trades, and what counts is how far a text stands out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from calabazas.reading.fields import clauses
from calabazas.reading.fold import neutral

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from numpy.typing import NDArray


class Encoding(Protocol):
    """What turns texts into vectors of length one."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row per text."""


_STEM: Final = 6
_KNOWN_WORDS: Final = 50_000
_KNOWN_TEXTS: Final = 32_768
_TEXTS_AT_ONCE: Final = 8_192
# Words of targets that name nobody: they would look rare only because titles seldom hold them.
EMPTY_WORDS: Final = frozenset(
    "people folks gente personas profesionales specialist specialists especialista especialistas expert experts experto "
    "experta expertos quien quienes who that trabajan trabaja work works working sobre todo cualquier otros otras other "
    "empresas companies company sector tecnicos tecnicas responsables staff team teams equipo equipos person persons "
    # Ranks are shared by everybody who has one.
    "director directora directores directoras responsable responsables jefe jefa jefes jefas jefaturas gerente gerentes "
    "manager managers head heads lead leads chief chiefs senior junior coordinador coordinadora directors encargado encargada".split()
)


# How many, or since when: only longer numbers name something (norms and standards).
_COUNT: Final = re.compile(r"\d{1,2}|(?:19|20)\d\d|\d+[.,][\d.,]+")


def stems(text: str) -> set[str]:
    """Words without gender, number and endings."""
    return {stem for words in clauses(text) for word in words if (stem := _stem(word))}


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    empty = len(word) < 2 or word in EMPTY_WORDS or _COUNT.fullmatch(word)
    return "" if empty else neutral(word)[:_STEM]


class Background:
    """Titles of all trades, read once: how rare each of their words is, and where they lie."""

    def __init__(self, titles: Sequence[str], encoder: Encoding | None) -> None:
        counts: dict[str, int] = {}
        for title in titles:
            for stem in stems(title):
                counts[stem] = counts.get(stem, 0) + 1
        self.rarity = {stem: log((1 + len(titles)) / (1 + n)) for stem, n in counts.items()}
        self.rarest = log(1 + len(titles)) if titles else 1.0
        """The rarity of a word that none of them has."""
        self.encoder = encoder
        self.vectors = encoder.encode(list(titles)) if encoder is not None else None


class Nearness:
    """Nearness of texts to a set of phrases, against a background of titles."""

    def __init__(self, phrases: Sequence[str], background: Background) -> None:
        self.phrases = list(phrases)
        self._encoder = background.encoder
        rarity, rarest = background.rarity, background.rarest
        self._holders: dict[str, list[tuple[int, float]]] = {}
        for at, phrase in enumerate(self.phrases):
            own = sorted(stems(phrase))
            whole = sum(rarity.get(stem, rarest) for stem in own) + 1e-9
            for stem in own:
                share = rarity.get(stem, rarest) / whole
                self._holders.setdefault(stem, []).append((at, share))
        self._known = _Stems(self._holders)
        self._places: dict[str, int] = {}
        self._spreads = np.empty((0, len(self.phrases)), np.float32)
        self._vectors: NDArray[np.float32] | None = None
        if self._encoder is not None and background.vectors is not None and self.phrases:
            self._vectors = self._encoder.encode(self.phrases)
            around = self._vectors @ background.vectors.T
            self._mean = around.mean(axis=1)
            self._spread = np.maximum(around.std(axis=1), 0.03)

    def by_meaning(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Spreads above the background, texts x phrases; zeros without an encoder."""
        if self._vectors is None or self._encoder is None:
            return np.zeros((len(texts), max(len(self.phrases), 1)), np.float32)
        # Titles repeat in any network: each is encoded once, and its few numbers are kept.
        distinct = dict.fromkeys(texts)
        new = [text for text in distinct if text not in self._places]
        if len(self._places) + len(new) > _KNOWN_TEXTS:
            self._places, self._spreads = {}, self._spreads[:0]
            new = list(distinct)
        fresh = [self._spreads]
        for start in range(0, len(new), _TEXTS_AT_ONCE):
            part = self._encoder.encode(new[start : start + _TEXTS_AT_ONCE])
            fresh.append(((part @ self._vectors.T - self._mean) / self._spread).astype(np.float32))
        if new:
            self._places.update(zip(new, range(len(self._places), len(self._places) + len(new)), strict=True))
            self._spreads = np.concatenate(fresh)
        return self._spreads[[self._places[text] for text in texts]]

    def by_words(self, text: str) -> tuple[float, int]:
        """Share 0..1 of a phrase's rare words that a text holds, best phrase, and which phrase."""
        known = self._known
        said = {word for words in clauses(text) for word in words}
        stems = dict.fromkeys([stem for word in said if (stem := known[word])])
        if not stems:
            return 0.0, 0
        shares: dict[int, float] = {}
        for stem in stems:
            for at, share in self._holders[stem]:
                shares[at] = shares.get(at, 0.0) + share
        which = min(shares, key=lambda at: (-round(shares[at], 9), at))
        return shares[which], which


class _Stems(dict[str, str]):
    """Word -> its stem where a phrase holds it, else ""; filled as texts are read."""

    def __init__(self, held: Container[str]) -> None:
        super().__init__()
        self._held = held

    def __missing__(self, word: str) -> str:
        if len(self) >= _KNOWN_WORDS:  # strangers choose the words: the memory of them is bounded
            self.clear()
        stem = _stem(word)
        found = self[word] = stem if stem in self._held else ""
        return found
