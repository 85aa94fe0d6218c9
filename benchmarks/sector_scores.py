"""Rankings and their scores (trec_eval's definitions), lexical baselines, and reading of the public sets."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import snowballstemmer

from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Scorer = Callable[[Sequence[str]], NDArray[np.float32]]

QUERIES_AT_ONCE = 256


class Scores(NamedTuple):
    """Per query that has an answer: reciprocal rank, success at 1 and 5, average precision."""

    rank: list[float]
    first: list[float]
    five: list[float]
    precision: list[float]


@dataclass(frozen=True, slots=True)
class Task:
    """Queries, a corpus and which elements of it answer which query."""

    name: str
    kind: str  # melo or talentclef
    query_language: str
    corpus_language: str
    queries: list[str]
    corpus: list[str]
    relevant: list[frozenset[int]]

    def selves(self, query: int) -> list[int]:
        """Places where the query itself stands in the corpus."""
        wanted = self.queries[query].strip().casefold()
        return [place for place, text in enumerate(self.corpus) if text.strip().casefold() == wanted]


def _lines(path: Path, header: bool) -> list[list[str]]:
    lines = path.read_text("utf-8").splitlines()[1 if header else 0 :]
    return [line.split("\t") for line in lines if line.strip()]


def _task(folder: Path) -> Task | None:
    """A task by what its folder holds: MELO's three .tsv files, or TalentCLEF's."""
    melo = (folder / "annotations.tsv").exists() and (folder / "queries.tsv").exists()
    if not melo and not ((folder / "qrels.tsv").exists() and (folder / "queries").exists()):
        return None
    ending, answers = (".tsv", "annotations.tsv") if melo else ("", "qrels.tsv")
    queries = _lines(folder / f"queries{ending}", header=not melo)
    corpus = _lines(folder / f"corpus_elements{ending}", header=not melo)
    places = {row[0]: place for place, row in enumerate(corpus)}
    answered: dict[str, set[int]] = {row[0]: set() for row in queries}
    for line in (folder / answers).read_text("utf-8").splitlines():
        if not line.strip():
            continue
        query, _, element, grade = line.split()
        if query in answered and element in places and int(grade) > 0:
            answered[query].add(places[element])
    languages = re.search(r"_q_([a-z]{2})_c_([a-z]{2})", folder.name)
    one = "es" if folder.name.startswith(("spanish", "es")) else "en"
    asked, held = (languages[1], languages[2]) if languages else (one, one)
    return Task(
        folder.name,
        "melo" if melo else "talentclef",
        asked,
        held,
        [row[1] for row in queries],
        [row[1] for row in corpus],
        [frozenset(answered[row[0]]) for row in queries],
    )


def tasks(folder: Path) -> Iterator[Task]:
    """Every task in a folder or below it, by name."""
    for place in sorted({folder, *(found for found in folder.rglob("*") if found.is_dir())}):
        if (task := _task(place)) is not None:
            yield task


def score(task: Task, scorer: Scorer, *, without_self: bool = False) -> Scores:
    """Rank the whole corpus for every query; equal scores keep the corpus's order."""
    scores = Scores([], [], [], [])
    for start in range(0, len(task.queries), QUERIES_AT_ONCE):
        matrix = scorer(task.queries[start : start + QUERIES_AT_ONCE])
        for row, found in enumerate(matrix, start):
            values = found.astype(np.float64)
            relevant = task.relevant[row]
            if without_self:
                selves = task.selves(row)
                relevant = relevant.difference(selves)
                values[selves] = -math.inf
            if not relevant:
                continue
            order = np.argsort(-values, kind="stable")
            ranks = np.flatnonzero(np.isin(order, list(relevant))) + 1
            scores.rank.append(float(1 / ranks[0]))
            scores.first.append(float(ranks[0] == 1))
            scores.five.append(float(ranks[0] <= 5))
            scores.precision.append(float((np.arange(1, len(ranks) + 1) / ranks).sum() / len(relevant)))
    return scores


def interval(values: Sequence[float], draws: int = 2_000) -> tuple[float, float]:
    """The middle 95 % of means of redrawn queries."""
    drawn = np.random.default_rng(0).integers(len(values), size=(draws, len(values)))
    low, high = np.percentile(np.asarray(values)[drawn].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


# --- lexical baselines ------------------------------------------------------------------------------


class _Postings:
    """Weighted terms of a corpus, by term."""

    def __init__(
        self, texts: Sequence[Counter[str]], weigh: Callable[[Counter[str]], dict[str, float]]
    ) -> None:
        self.size = len(texts)
        held: dict[str, tuple[list[int], list[float]]] = {}
        for place, text in enumerate(texts):
            for term, weight in weigh(text).items():
                places, weights = held.setdefault(term, ([], []))
                places.append(place)
                weights.append(weight)
        self._held = {term: (np.array(places), np.array(weights)) for term, (places, weights) in held.items()}

    def sum(self, terms: dict[str, float]) -> NDArray[np.float64]:
        total = np.zeros(self.size)
        for term, weight in terms.items():
            if term in self._held:
                places, weights = self._held[term]
                total[places] += weight * weights
        return total


def _letter_runs(text: str) -> Counter[str]:
    """Character 2- to 5-grams within words, edges marked (scikit-learn's `char_wb`), accents folded."""
    runs: Counter[str] = Counter()
    for word in re.findall(r"\w+", fold(text)):
        marked = f" {word} "
        runs.update(marked[at : at + n] for n in range(2, 6) for at in range(max(1, len(marked) - n + 1)))
    return runs


def letters_baseline(corpus: Sequence[str]) -> Scorer:
    """Character TF-IDF, cosine."""
    counted = [_letter_runs(text) for text in corpus]
    seen = Counter(term for text in counted for term in text)
    rarity = {term: math.log((1 + len(corpus)) / (1 + count)) + 1 for term, count in seen.items()}

    def weigh(text: Counter[str]) -> dict[str, float]:
        weights = {term: count * rarity[term] for term, count in text.items() if term in rarity}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1
        return {term: weight / length for term, weight in weights.items()}

    postings = _Postings(counted, weigh)
    return lambda queries: np.array(
        [postings.sum(weigh(_letter_runs(query))) for query in queries], np.float32
    )


def words_baseline(corpus: Sequence[str], query_language: str, corpus_language: str) -> Scorer:
    """BM25 (k1 1.2, b 0.75) on words stemmed by Snowball."""
    names = {
        "es": "spanish",
        "en": "english",
        "de": "german",
        "fr": "french",
        "pt": "portuguese",
        "it": "italian",
    }

    def stems(text: str, language: str) -> Counter[str]:
        found = snowballstemmer.stemmer(names.get(language, "english")).stemWords(
            re.findall(r"\w+", text.lower())
        )
        return Counter(fold(stem) for stem in found)

    counted = [stems(text, corpus_language) for text in corpus]
    seen = Counter(term for text in counted for term in text)
    mean = sum(text.total() for text in counted) / max(1, len(counted))

    def weigh(text: Counter[str]) -> dict[str, float]:
        bend = 1.2 * (0.25 + 0.75 * text.total() / mean)
        return {
            term: math.log(1 + (len(corpus) - seen[term] + 0.5) / (seen[term] + 0.5))
            * count
            * 2.2
            / (count + bend)
            for term, count in text.items()
        }

    postings = _Postings(counted, weigh)
    return lambda queries: np.array(
        [postings.sum(dict.fromkeys(stems(query, query_language), 1.0)) for query in queries], np.float32
    )
