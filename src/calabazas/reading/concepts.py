"""The concept index: which known occupations a text is close to, and a profile of it in their terms.

Occupations and their groups are ESCO's (ISCO-08 codes); each has a Spanish and an English label and
one vector. The nearest ones explain a fit in words; the profile lets two texts meet in occupations
they share even where they share no words.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from calabazas.reading import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from calabazas.reading.encoder import Encoder

KIND: Final = "concepts"
VERSION: Final = 1
_TEXTS_AT_ONCE: Final = 512  # x 3,039 occupations x 4 bytes = 6 MB held at a time, a few times over


@dataclass(frozen=True, slots=True)
class Concept:
    """An occupation close to a text.

    `id` is the last part of ESCO's address of it, `code` its number in ESCO's tree, `isco` its
    ISCO-08 unit group (four digits), `score` the cosine of text and occupation (-1 to 1).
    """

    id: str
    code: str
    isco: str
    label_es: str
    label_en: str
    score: float

    def label(self, language: Literal["es", "en"]) -> str:
        """Its name in a language."""
        return self.label_es if language == "es" else self.label_en


@dataclass(frozen=True, slots=True)
class Profiles:
    """Per text its nearest occupations: their places in the index and their shares (a row sums to 1 or 0)."""

    places: NDArray[np.int32]
    shares: NDArray[np.float32]


class Concepts:
    """Finds the occupations nearest to texts.

    `ids` are ESCO's, in the index's order; `kept_out` those that the encoder never saw in training.

    Raises:
        NumbersError: the bytes are not this version's index, were damaged, or belong to another encoder.
    """

    def __init__(self, data: bytes, encoder: Encoder) -> None:
        opened = numbers.unpack(data, KIND, VERSION)
        self._encoder = encoder
        names = json.loads(lzma.decompress(opened.sections["names"]))
        self.ids: tuple[str, ...] = tuple(names["id"])
        self.kept_out: tuple[str, ...] = tuple(opened.facts.get("kept_out", ()))
        self._codes: list[str] = names["code"]
        self._isco: list[str] = names["isco"]
        self._labels: tuple[list[str], list[str]] = (names["es"], names["en"])
        self._groups: dict[str, list[str]] = names["groups"]
        if opened.facts["dimensions"] != encoder.dimensions:
            raise numbers.NumbersError("the concepts' numbers belong to another encoder")
        table = np.frombuffer(opened.sections["table"], np.int8).reshape(len(self.ids), encoder.dimensions)
        vectors = table.astype(np.float32)
        self.vectors: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def units(self) -> NDArray[np.int32]:
        """The ISCO-08 unit group of every occupation of the index, as a number."""
        return np.array([int(code) for code in self._isco], np.int32)

    def group(self, code: str, language: Literal["es", "en"]) -> str | None:
        """Name of an ISCO-08 group of one to four digits; None where there is no such group."""
        names = self._groups.get(code)
        return names[0 if language == "es" else 1] if names else None

    def labels(self, language: Literal["es", "en"]) -> Sequence[str]:
        """Every occupation's name in a language, in the index's order (Spanish ones often in both genders)."""
        return self._labels[0 if language == "es" else 1]

    def nearest(self, texts: Sequence[str] | NDArray[np.float32], k: int = 3) -> list[list[Concept]]:
        """The `k` nearest occupations of each text (or of each vector of `Encoder.encode`), nearest first.

        A text without a known word has none.
        """
        vectors = self._encoder.encode(texts) if not isinstance(texts, np.ndarray) else texts
        found: list[list[Concept]] = []
        for places, scores in self._closest(vectors, k):
            for row, cosines in zip(places.tolist(), scores.tolist(), strict=True):
                near = zip(row, cosines, strict=True) if any(cosines) else ()
                found.append([self._concept(place, score) for place, score in near])
        return found

    def profiles(self, vectors: NDArray[np.float32], k: int = 30, temperature: float = 0.1) -> Profiles:
        """Share of each text that falls to each of its `k` nearest occupations (softmax of cosines)."""
        size = min(k, len(self))
        all_places = np.zeros((len(vectors), size), np.int32)
        shares = np.zeros((len(vectors), size), np.float32)
        start = 0
        for places, scores in self._closest(vectors, k):
            end = start + len(places)
            weight = np.exp((scores - scores[:, :1]) / temperature)
            weight *= scores.any(axis=1, keepdims=True)  # a text of no known word has no profile
            total = weight.sum(axis=1, keepdims=True)
            all_places[start:end] = places
            shares[start:end] = weight / np.where(total > 0, total, 1)
            start = end
        return Profiles(all_places, shares)

    def _closest(
        self, vectors: NDArray[np.float32], k: int
    ) -> list[tuple[NDArray[np.int32], NDArray[np.float32]]]:
        """In parts: places and cosines of each vector's nearest, nearest first, ties in the index's order."""
        size = min(k, len(self))
        parts: list[tuple[NDArray[np.int32], NDArray[np.float32]]] = []
        for start in range(0, len(vectors), _TEXTS_AT_ONCE):
            cosines = vectors[start : start + _TEXTS_AT_ONCE] @ self.vectors.T
            if size < len(self):
                near = np.sort(np.argpartition(-cosines, size - 1, axis=1)[:, :size], axis=1)
            else:
                near = np.broadcast_to(np.arange(size), cosines.shape)
            scores = np.take_along_axis(cosines, near, axis=1)
            order = np.argsort(-scores, axis=1, kind="stable")
            parts.append(
                (
                    np.take_along_axis(near, order, axis=1).astype(np.int32),
                    np.take_along_axis(scores, order, axis=1).astype(np.float32),
                )
            )
        return parts

    def _concept(self, place: int, score: float) -> Concept:
        spanish, english = self._labels
        return Concept(
            self.ids[place], self._codes[place], self._isco[place], spanish[place], english[place], score
        )


def pack(
    names: dict[str, list[str]],
    groups: dict[str, tuple[str, str]],
    vectors: NDArray[np.float32],
    facts: dict[str, object],
) -> bytes:
    """The shipped form of an index: `names` holds id, code, isco, es and en, a row each per vector."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    table = np.rint(unit / np.abs(unit).max(axis=1, keepdims=True) * 127).astype(np.int8)
    written = json.dumps({**names, "groups": groups}, ensure_ascii=False, sort_keys=True).encode()
    sections = {
        "names": lzma.compress(written, preset=9 | lzma.PRESET_EXTREME),
        "table": table.tobytes(),
    }
    return numbers.pack(KIND, VERSION, {**facts, "dimensions": vectors.shape[1]}, sections)
