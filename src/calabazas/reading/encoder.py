"""The encoder: a short text becomes a small vector, near the vectors of texts about the same trade.

Each character n-gram has a learned vector; a text is the sum over its words, scaled to length one.
The numbers are trained from ESCO's Spanish and English labels (see the encoder card that ships with them).
"""

from __future__ import annotations

import lzma
from typing import TYPE_CHECKING, Final

import numpy as np

from calabazas.reading import numbers
from calabazas.reading.ngrams import gather, rows_of, sum_rows, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

KIND: Final = "encoder"
VERSION: Final = 1
_WORDS_AT_ONCE: Final = 1_024  # bounds the unpacked rows held at a time to some 20 MB
_TEXTS_AT_ONCE: Final = 16_384  # the more, the fewer words are looked up twice
_SUMS_AT_ONCE: Final = 1_024


class Encoder:
    """Encodes texts with n-gram vectors kept as whole numbers of one byte.

    Raises:
        NumbersError: the bytes are not this version's encoder or were damaged.
    """

    def __init__(self, data: bytes) -> None:
        opened = numbers.unpack(data, KIND, VERSION)
        self.facts: Mapping[str, object] = opened.facts
        self.dimensions = int(opened.facts["dimensions"])
        known = lzma.decompress(opened.sections["grams"]).decode().split("\n")
        self.vocabulary: Mapping[str, int] = {gram: row for row, gram in enumerate(known)}
        self._table = np.frombuffer(opened.sections["table"], np.int8).reshape(len(known), self.dimensions)
        self._scale = np.frombuffer(opened.sections["scale"], "<f4").astype(np.float32)
        self.rarity: NDArray[np.float32] = np.frombuffer(opened.sections["rarity"], "<f2").astype(np.float32)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of length one, a row per text; a text without a known letter sequence is all zeros."""
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            part = texts[start : start + _TEXTS_AT_ONCE]
            places: dict[str, int] = {}
            rows, starts = gather(
                [places.setdefault(word, len(places)) for word in words(text)] for text in part
            )
            vectors[start : start + len(part)] = self.joined(self.word_vectors(list(places)), rows, starts)
        return vectors

    def joined(
        self, learned: NDArray[np.float32], rows: NDArray[np.int32], starts: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Vectors of length one of texts given as places (`ngrams.gather`) among words' vectors."""
        vectors = np.zeros((len(starts) - 1, self.dimensions), np.float32)
        for start in range(0, len(vectors), _SUMS_AT_ONCE):
            bounds = starts[start : start + _SUMS_AT_ONCE + 1]
            part = learned[rows[bounds[0] : bounds[-1]]]
            vectors[start : start + len(bounds) - 1] = sum_rows(part, bounds - bounds[0])
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        length[length == 0] = 1
        vectors /= length
        return vectors

    def word_vectors(self, known: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of single words (as `ngrams.words` gives them), not scaled: long ones weigh more in a text."""
        vectors = np.zeros((len(known), self.dimensions), np.float32)
        for start in range(0, len(known), _WORDS_AT_ONCE):
            part = known[start : start + _WORDS_AT_ONCE]
            rows, starts = gather(rows_of(word, self.vocabulary) for word in part)
            values = self._table[rows].astype(np.float32)
            values *= self._scale[rows][:, None]
            vectors[start : start + len(part)] = sum_rows(values, starts)
        return vectors


def pack(
    grams: Sequence[str],
    vectors: NDArray[np.float32],
    rarity: NDArray[np.float32],
    facts: Mapping[str, object],
) -> bytes:
    """The shipped form of trained n-gram vectors: one byte a number, one scale a row."""
    largest = np.abs(vectors).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1).astype("<f4")
    table = np.rint(vectors / scale[:, None]).astype(np.int8)
    sections = {
        "grams": lzma.compress("\n".join(grams).encode(), preset=9 | lzma.PRESET_EXTREME),
        "scale": scale.tobytes(),
        "rarity": rarity.astype("<f2").tobytes(),
        "table": table.tobytes(),
    }
    return numbers.pack(KIND, VERSION, {**facts, "dimensions": vectors.shape[1]}, sections)
