"""How alike two short texts are in trade, as a mix of four looks at them.

Whole texts by their vectors, word against word by theirs, shared letters, shared occupations. The
score of a pair depends on that pair alone, never on what else is in the batch.
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

_CELLS_AT_ONCE: Final = 2_000_000  # numbers of a block while a matrix is filled: 8 MB
_TINY: Final = np.float32(1e-9)


@dataclass(frozen=True, slots=True)
class Mix:
    """Weights beside the whole vectors' cosine (1); chosen on TalentCLEF's English and even Spanish queries."""

    words: float = 0.6
    letters: float = 0.1
    occupations: float = 0.5

    @property
    def total(self) -> float:
        """What two equal texts reach before scaling to 1."""
        return 1 + self.words + self.letters + self.occupations


@dataclass(frozen=True, slots=True)
class Prepared:
    """Texts ready to be compared: `rows[starts[i]:starts[i + 1]]` are text i's places in `distinct`.

    `directions` and `weights` are the distinct words' vectors, split into direction and length.
    """

    distinct: Sequence[str]
    rows: NDArray[np.int32]
    starts: NDArray[np.int64]
    directions: NDArray[np.float32]
    weights: NDArray[np.float32]
    vectors: NDArray[np.float32]
    profiles: Profiles

    def __len__(self) -> int:
        return len(self.vectors)


class Similarity:
    """Compares texts by what the encoder and the concept index know of them."""

    def __init__(self, encoder: Encoder, concepts: Concepts, mix: Mix | None = None) -> None:
        self._encoder = encoder
        self._concepts = concepts
        self._mix = mix or Mix()

    def prepare(self, texts: Sequence[str]) -> Prepared:
        """Do once per text what every comparison of it needs."""
        places: dict[str, int] = {}
        rows, starts = gather(
            [places.setdefault(word, len(places)) for word in words(text)] for text in texts
        )
        learned = self._encoder.word_vectors(list(places))
        weights = np.linalg.norm(learned, axis=1)
        vectors = self._encoder.joined(learned, rows, starts)
        learned /= np.maximum(weights, _TINY)[:, None]
        return Prepared(
            list(places), rows, starts, learned, weights, vectors, self._concepts.profiles(vectors)
        )

    def matrix(
        self, queries: Sequence[str] | Prepared, corpus: Sequence[str] | Prepared
    ) -> NDArray[np.float32]:
        """Scores of every query (row) with every text (column): 1 for the same words, near 0 for strangers."""
        left = queries if isinstance(queries, Prepared) else self.prepare(queries)
        right = corpus if isinstance(corpus, Prepared) else self.prepare(corpus)
        score = left.vectors @ right.vectors.T
        score += self._mix.words * self.words(left, right)
        score += self._mix.letters * self.letters(left, right)
        score += self._mix.occupations * self.occupations(left, right)
        score /= self._mix.total
        return score

    def words(self, queries: Prepared, corpus: Prepared) -> NDArray[np.float32]:
        """Each word's best partner in the other text, averaged by how much the words weigh, both ways."""
        # An unlike word says nothing against a text, so that no cosine counts below zero.
        kernel = np.maximum(queries.directions @ corpus.directions.T, 0)
        score = np.zeros((len(queries), len(corpus)), np.float32)
        filled = np.flatnonzero(np.diff(corpus.starts))
        if not filled.size:
            return score
        firsts = corpus.starts[:-1][filled]
        weights = corpus.weights[corpus.rows]
        total = np.maximum(np.add.reduceat(weights, firsts), _TINY)
        for row in range(len(queries)):
            own = queries.rows[queries.starts[row] : queries.starts[row + 1]]
            weight = queries.weights[own]
            if not weight.sum() > 0:
                continue
            best = np.zeros(len(corpus.rows), np.float32)
            there = np.zeros(len(filled), np.float32)
            for place, heavy in zip(own, weight, strict=True):
                cosines = kernel[place][corpus.rows]
                there += heavy * np.maximum.reduceat(cosines, firsts)
                np.maximum(best, cosines, out=best)
            back = np.add.reduceat(weights * best, firsts) / total
            score[row, filled] = (there / weight.sum() + back) / 2
        return score

    def letters(self, queries: Prepared, corpus: Prepared) -> NDArray[np.float32]:
        """Cosine of character n-grams weighted by how rare ESCO finds them."""
        square = self._encoder.rarity**2
        vocabulary = self._encoder.vocabulary
        kernel = _shared(queries.distinct, corpus.distinct, vocabulary, square)
        per_query = np.ascontiguousarray(sum_rows(kernel[queries.rows], queries.starts).T)
        score = np.zeros((len(corpus), len(queries)), np.float32)
        longest = max(1, int(np.diff(corpus.starts).max(initial=1)))
        step = max(1, _CELLS_AT_ONCE // max(1, len(queries) * longest))
        for start in range(0, len(corpus), step):
            bounds = corpus.starts[start : start + step + 1]
            part = per_query[corpus.rows[bounds[0] : bounds[-1]]]
            score[start : start + step] = sum_rows(part, bounds - bounds[0])
        sizes = [
            np.sqrt(sum_rows(_own(side.distinct, vocabulary, square)[side.rows][:, None], side.starts))
            for side in (corpus, queries)
        ]
        score /= np.maximum(sizes[0] * sizes[1].T, _TINY)
        return np.minimum(score.T, 1)  # words of one text may share letters with each other

    def occupations(self, queries: Prepared, corpus: Prepared) -> NDArray[np.float32]:
        """Cosine of occupation profiles: 1 where two texts spread over the same occupations alike."""
        asked = np.zeros((len(self._concepts), len(queries)), np.float32)
        own = queries.profiles
        for column, (places, shares) in enumerate(zip(own.places, own.shares, strict=True)):
            asked[places, column] = shares / max(float(np.linalg.norm(shares)), 1e-9)
        size = np.linalg.norm(corpus.profiles.shares, axis=1, keepdims=True)
        held = corpus.profiles.shares / np.maximum(size, _TINY)
        score = np.zeros((len(corpus), len(queries)), np.float32)
        step = max(1, _CELLS_AT_ONCE // max(1, asked.shape[1] * max(1, held.shape[1])))
        for start in range(0, len(corpus), step):
            part = slice(start, start + step)
            score[part] = np.matmul(held[part][:, None, :], asked[corpus.profiles.places[part]])[:, 0, :]
        return score.T


def _once(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """A word's n-grams as a set: a letter pattern that repeats within it counts once."""
    return list(dict.fromkeys(rows_of(word, vocabulary)))


def _own(
    distinct: Sequence[str], vocabulary: Mapping[str, int], square: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Squared length of each word's n-grams."""
    rows, starts = gather(_once(word, vocabulary) for word in distinct)
    return sum_rows(square[rows][:, None], starts)[:, 0]


def _shared(
    asked: Sequence[str],
    held: Sequence[str],
    vocabulary: Mapping[str, int],
    square: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Sum of squared rarities of the n-grams that two words share, for every pair of words."""
    if len(held) < len(asked):  # the loop below runs over the asked: let them be the fewer
        return np.ascontiguousarray(_shared(held, asked, vocabulary, square).T)
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
