"""How alike two short texts are in trade: learned vectors, shared letters and shared occupations, mixed.

The score of a pair depends on that pair alone, never on what else is in the batch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from calabazas.reading.ngrams import gather, rows_of, sum_rows, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from calabazas.reading.concepts import Concepts, Profiles
    from calabazas.reading.encoder import Encoder

_CELLS_AT_ONCE: Final = 4_000_000  # numbers of a block while a matrix is filled: 16 MB


@dataclass(frozen=True, slots=True)
class Mix:
    """Weights of the shares of a score beside the encoder's cosine (1); chosen on TalentCLEF alone."""

    letters: float = 0.2
    occupations: float = 0.3


@dataclass(frozen=True, slots=True)
class Prepared:
    """Texts ready to be compared with others: their words, vectors and occupation profiles."""

    words: Sequence[Sequence[str]]
    vectors: NDArray[np.float32]
    profiles: Profiles


class Similarity:
    """Compares texts by encoder, letters and occupations."""

    def __init__(self, encoder: Encoder, concepts: Concepts, mix: Mix | None = None) -> None:
        self._encoder = encoder
        self._concepts = concepts
        self._mix = mix or Mix()

    def prepare(self, texts: Sequence[str]) -> Prepared:
        """Do once per text what every comparison of it needs."""
        read = [words(text) for text in texts]
        vectors = self._encoder.encode_words(read)
        return Prepared(read, vectors, self._concepts.profiles(vectors))

    def matrix(
        self, queries: Sequence[str] | Prepared, corpus: Sequence[str] | Prepared
    ) -> NDArray[np.float32]:
        """Scores of every query (row) with every text (column), 1 for the same words and near 0 for strangers."""
        left = queries if isinstance(queries, Prepared) else self.prepare(queries)
        right = corpus if isinstance(corpus, Prepared) else self.prepare(corpus)
        score = left.vectors @ right.vectors.T
        score += self._mix.letters * self.letters(left.words, right.words)
        score += self._mix.occupations * self.occupations(left.profiles, right.profiles)
        score /= 1 + self._mix.letters + self._mix.occupations
        return score

    def letters(
        self, queries: Sequence[Sequence[str]], corpus: Sequence[Sequence[str]]
    ) -> NDArray[np.float32]:
        """Cosine of character n-grams weighted by how rare ESCO finds them (words as `ngrams.words` gives them)."""
        asked, asked_rows, asked_starts = _distinct(queries)
        held, held_rows, held_starts = _distinct(corpus)
        square = self._encoder.rarity**2
        kernel = _kernel(asked, held, self._encoder.vocabulary, square)
        per_query = np.ascontiguousarray(sum_rows(kernel[asked_rows], asked_starts).T)
        own_asked = _own(asked, self._encoder.vocabulary, square)[asked_rows]
        own_held = _own(held, self._encoder.vocabulary, square)[held_rows]
        size_asked = np.sqrt(sum_rows(own_asked[:, None], asked_starts))
        size_held = np.sqrt(sum_rows(own_held[:, None], held_starts))
        score = np.zeros((len(corpus), len(queries)), np.float32)
        longest = max(1, int(np.diff(held_starts).max(initial=1)))
        step = max(1, _CELLS_AT_ONCE // max(1, len(queries) * longest))
        for start in range(0, len(corpus), step):
            bounds = held_starts[start : start + step + 1]
            score[start : start + step] = sum_rows(
                per_query[held_rows[bounds[0] : bounds[-1]]], bounds - bounds[0]
            )
        score /= np.maximum(size_held * size_asked.T, np.float32(1e-9))
        return score.T

    def occupations(self, queries: Profiles, corpus: Profiles) -> NDArray[np.float32]:
        """Cosine of occupation profiles: 1 where two texts spread over the same occupations alike."""
        asked = np.zeros((len(self._concepts), len(queries.places)), np.float32)
        for column, (places, shares) in enumerate(zip(queries.places, queries.shares, strict=True)):
            asked[places, column] = shares / max(float(np.linalg.norm(shares)), 1e-9)
        size = np.linalg.norm(corpus.shares, axis=1, keepdims=True)
        shares = corpus.shares / np.maximum(size, np.float32(1e-9))
        score = np.zeros((len(shares), asked.shape[1]), np.float32)
        step = max(1, _CELLS_AT_ONCE // max(1, asked.shape[1] * max(1, shares.shape[1])))
        for start in range(0, len(shares), step):
            part = slice(start, start + step)
            score[part] = np.matmul(shares[part][:, None, :], asked[corpus.places[part]])[:, 0, :]
        return score.T


def _distinct(
    texts: Sequence[Sequence[str]],
) -> tuple[list[str], NDArray[np.int32], NDArray[np.int64]]:
    """The distinct words of texts, and each text as places among them."""
    places: dict[str, int] = {}
    for text in texts:
        for word in text:
            places.setdefault(word, len(places))
    rows, starts = gather([places[word] for word in text] for text in texts)
    return list(places), rows, starts


def _once(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """A word's n-grams as a set: a letter pattern that repeats within it counts once."""
    return list(dict.fromkeys(rows_of(word, vocabulary)))


def _own(
    distinct: Sequence[str], vocabulary: Mapping[str, int], square: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Squared length of each word's n-grams."""
    rows, starts = gather(_once(word, vocabulary) for word in distinct)
    return sum_rows(square[rows][:, None], starts)[:, 0]


def _kernel(
    asked: Sequence[str],
    held: Sequence[str],
    vocabulary: Mapping[str, int],
    square: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Sum of squared rarities of the n-grams that two words share, for every pair of words."""
    rows, starts = gather(_once(word, vocabulary) for word in held)
    owner = np.repeat(np.arange(len(held)), np.diff(starts))
    order = np.argsort(rows, kind="stable")
    rows, owner = rows[order], owner[order]
    kernel = np.zeros((len(asked), len(held)), np.float32)
    for at, word in enumerate(asked):
        grams = np.array(_once(word, vocabulary), np.int32)
        first, last = np.searchsorted(rows, grams, "left"), np.searchsorted(rows, grams, "right")
        for gram, begin, end in zip(grams.tolist(), first.tolist(), last.tolist(), strict=True):
            kernel[at, owner[begin:end]] += square[gram]
    return kernel
