"""Contrastive training of n-gram vectors, by hand in numpy and scipy: no framework, minutes on two cores.

Texts of one occupation attract each other, everything else in the batch repels. A batch is made of
small groups of occupations of the same ISCO unit, so that near neighbours are told apart; the tree
(same unit, broader occupation, unit's own label) attracts a little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from calabazas.reading.ngrams import gather, grams, rows_of, words

if TYPE_CHECKING:
    from esco import Esco, Node
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Settings:
    """What a run depends on beside its data and its seed."""

    dimensions: int = 192
    steps: int = 900
    batch: int = 320  # occupations and groups in a batch, five texts each
    rate: float = 5e-3
    temperature: float = 0.07
    neighbours: int = 4  # of one ISCO unit, side by side in a batch
    same_unit: float = 0.03  # attraction, beside 1 for the same occupation
    broader: float = 0.2
    own_group: float = 0.3
    labels: int = 2  # a language and occupation, in a batch
    least: int = 4  # uses of an n-gram that earn it a vector


class Corpus:
    """ESCO's texts as word numbers, the n-grams kept and their rarity."""

    def __init__(self, esco: Esco, trained: list[bool], least: int) -> None:
        self.nodes: list[Node] = [*esco.occupations, *esco.groups]
        self.occupations = len(esco.occupations)
        self.trained = [*trained, *(True for _ in esco.groups)]
        numbers: dict[str, int] = {}
        used: Counter[str] = Counter()

        def read(text: str) -> NDArray[np.int32]:
            found = words(text)
            used.update(found)
            return np.array([numbers.setdefault(word, len(numbers)) for word in found], np.int32)

        self.labels: list[dict[str, list[NDArray[np.int32]]]] = []
        self.descriptions: list[list[NDArray[np.int32]]] = []
        for node, kept in zip(self.nodes, self.trained, strict=True):
            labels = (
                {key: [read(label) for label in node.labels[key]] for key in ("en", "es")} if kept else {}
            )
            self.labels.append({key: [text for text in texts if len(text)] for key, texts in labels.items()})
            texts = [read(text) for text in node.descriptions] if kept else []
            self.descriptions.append([text for text in texts if len(text)])
        uses: Counter[str] = Counter()
        for word in numbers:
            for gram in dict.fromkeys(grams(word)):
                uses[gram] += used[word]
        # Sorted, so that neither the order of reading nor of sets changes the numbers that ship.
        self.grams = sorted(gram for gram, count in uses.items() if count >= least)
        vocabulary = {gram: row for row, gram in enumerate(self.grams)}
        rarity = np.log(1 + sum(used.values()) / 3 / np.array([uses[gram] for gram in self.grams]))
        self.rarity = (rarity / rarity.mean()).astype(np.float32)
        rows, starts = gather(rows_of(word, vocabulary) for word in numbers)
        self.words = sparse.csr_matrix(
            (self.rarity[rows], rows, starts), shape=(len(numbers), len(self.grams)), dtype=np.float32
        )
        self.broader: dict[int, set[int]] = defaultdict(set)
        for narrow, broad in esco.broader:
            self.broader[narrow].add(broad)


class Trainer:
    """One run with one seed."""

    def __init__(self, corpus: Corpus, settings: Settings, seed: int) -> None:
        self.corpus, self.settings = corpus, settings
        self.random = np.random.default_rng(seed)
        size = (len(corpus.grams), settings.dimensions)
        self.vectors = self.random.standard_normal(size, dtype=np.float32) / np.float32(math.sqrt(size[1]))
        self._mean, self._square = np.zeros_like(self.vectors), np.zeros_like(self.vectors)
        self._units = np.array([node.unit for node in corpus.nodes])
        self._waiting: list[int] = []

    def run(self) -> NDArray[np.float32]:
        """Train and give n-gram vectors with their rarity multiplied in."""
        for step in range(1, self.settings.steps + 1):
            loss = self._step(step)
            if step % 50 == 0:
                print(f"  step {step} loss {loss:.3f}", flush=True)
        return self.vectors * self.corpus.rarity[:, None]

    def _batch(self) -> list[int]:
        size = self.settings.batch
        if len(self._waiting) < size:
            members: dict[str, list[int]] = defaultdict(list)
            for place, unit in enumerate(self._units):
                if self.corpus.trained[place]:
                    members[unit].append(place)
            step = self.settings.neighbours
            groups = []
            for places in members.values():
                mixed = self.random.permutation(places).tolist()
                groups += [mixed[at : at + step] for at in range(0, len(mixed), step)]
            self._waiting = [place for at in self.random.permutation(len(groups)) for place in groups[at]]
        batch, self._waiting = self._waiting[:size], self._waiting[size:]
        return batch

    def _texts(self, place: int) -> list[NDArray[np.int32]]:
        """A few labels of each language and a passage of the description, some words left out."""
        texts = []
        for labels in self.corpus.labels[place].values():
            picked = [
                labels[self.random.integers(len(labels))]
                for _ in range(self.settings.labels if labels else 0)
            ]
            texts += [self._thinned(label) for label in picked]
        if described := self.corpus.descriptions[place]:
            text = described[self.random.integers(len(described))]
            length = int(self.random.integers(6, 26))
            start = int(self.random.integers(max(1, len(text) - length + 1)))
            texts.append(text[start : start + length])
        return texts

    def _thinned(self, label: NDArray[np.int32]) -> NDArray[np.int32]:
        if len(label) < 3 or self.random.random() > 0.5:
            return label
        kept = label[self.random.random(len(label)) > 0.2]
        return kept if len(kept) else label

    def _targets(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """How much each pair of occupations (or groups) should attract."""
        units, group = self._units[places], places >= self.corpus.occupations
        same = units[:, None] == units[None, :]
        target = np.where(same & ~group[:, None] & ~group[None, :], self.settings.same_unit, 0).astype(
            np.float32
        )
        target[same & (group[:, None] ^ group[None, :])] = self.settings.own_group
        at = {int(place): row for row, place in enumerate(places)}
        for row, place in enumerate(places):
            for broad in self.corpus.broader.get(int(place), ()):
                if (column := at.get(broad)) is not None:
                    target[row, column] = target[column, row] = self.settings.broader
        np.fill_diagonal(target, 1)
        return target

    def _step(self, step: int) -> float:
        texts, owners = [], []
        for place in self._batch():
            found = self._texts(place)
            texts += found
            owners += [place] * len(found)
        flat = np.concatenate(texts)
        starts = np.cumsum([0, *(len(text) for text in texts)])
        used, inverse = np.unique(flat, return_inverse=True)
        of_words = sparse.csr_matrix(
            (np.ones(len(flat), np.float32), inverse, starts), shape=(len(texts), len(used))
        )
        picked = self.corpus.words[used]
        rows = np.unique(picked.indices)
        of_grams = sparse.csr_matrix(
            (picked.data, np.searchsorted(rows, picked.indices), picked.indptr), shape=(len(used), len(rows))
        )
        raw = of_words @ (of_grams @ self.vectors[rows])
        length = np.linalg.norm(raw, axis=1, keepdims=True) + 1e-6
        unit = raw / length
        loss, slope = self._contrast(unit, np.array(owners))
        slope = (slope - (slope * unit).sum(axis=1, keepdims=True) * unit) / length
        self._adam(rows, of_grams.T @ (of_words.T @ slope), step)
        return loss

    def _contrast(
        self, unit: NDArray[np.float32], owners: NDArray[np.int64]
    ) -> tuple[float, NDArray[np.float32]]:
        """Cross-entropy between who attracts whom and the softmax of cosines; and its slope."""
        logits = unit @ unit.T / self.settings.temperature
        np.fill_diagonal(logits, -1e9)
        logits -= logits.max(axis=1, keepdims=True)
        share = np.exp(logits)
        share /= share.sum(axis=1, keepdims=True)
        places, inverse = np.unique(owners, return_inverse=True)
        target = self._targets(places)[inverse][:, inverse]
        np.fill_diagonal(target, 0)
        target /= np.maximum(target.sum(axis=1, keepdims=True), 1e-9)
        loss = -float((target * np.log(share + 1e-12)).sum()) / len(unit)
        gap = (share - target) / len(unit)
        np.fill_diagonal(gap, 0)
        return loss, (gap + gap.T) @ unit / self.settings.temperature

    def _adam(self, rows: NDArray[np.int32], slope: NDArray[np.float32], step: int) -> None:
        """Adam on the rows met, warmed up over 20 steps, then falling to zero."""
        mean = self._mean[rows] * 0.9 + 0.1 * slope
        square = self._square[rows] * 0.999 + 0.001 * slope * slope
        self._mean[rows], self._square[rows] = mean, square
        rate = self.settings.rate * (1 - (step - 1) / self.settings.steps) * min(1, step / 20)
        self.vectors[rows] -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
