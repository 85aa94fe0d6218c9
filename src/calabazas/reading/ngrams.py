"""Words of a text and the character n-grams of a word, as the encoder was trained on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from calabazas.reading.fold import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

_WORD: Final = re.compile(r"[^\W_]+[+#]*")  # c++, c#
_SHORTEST, _LONGEST = 3, 5
_LONGEST_WORD: Final = 40  # longer "words" are bait or links; their tails say nothing about a trade
_MOST_WORDS: Final = 400  # of one text: an "about" has ~300
_KNOWN_CHUNKS: Final = 50_000
_LONE: Final = frozenset("/()")


class _Chunks(dict[str, tuple[str, tuple[str, ...]]]):
    """What stands between two blanks -> its canonical form and the words in it; filled as texts are read."""

    def __missing__(self, chunk: str) -> tuple[str, tuple[str, ...]]:
        if len(self) >= _KNOWN_CHUNKS:  # strangers choose the words: the memory of them is bounded
            self.clear()
        form = canonical(chunk)
        # What holds a slash, a bracket or a blank of its own may say something about its neighbours.
        alone = "" if " " in form or not _LONE.isdisjoint(form) else form
        found = self[chunk] = (alone, tuple(word[:_LONGEST_WORD] for word in _WORD.findall(form)))
        return found


_CHUNKS: Final = _Chunks()


def words(text: str) -> list[str]:
    """The distinct canonical words of a text, in order of first use."""
    chunks = [_CHUNKS[chunk] for chunk in text.split()]
    forms = [form for form, _ in chunks]
    # A word in both genders ("director o directora") stands twice once it is canonical: else chunks can be read one by one.
    if "" in forms or len(set(forms)) < len(forms):
        found = [word[:_LONGEST_WORD] for word in _WORD.findall(canonical(text))]
    else:
        found = [word for _, own in chunks for word in own]
    return list(dict.fromkeys(found))[:_MOST_WORDS]


def grams(word: str) -> list[str]:
    """Character 3- to 5-grams of a word between marks of its edges, and the word whole."""
    marked = f"<{word}>"
    length = len(marked)
    found = [
        marked[at : at + size] for size in range(_SHORTEST, _LONGEST + 1) for at in range(length - size + 1)
    ]
    if length > _LONGEST:
        found.append(marked)
    return found


def gather(items: Iterable[Sequence[int]]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Lay lists of row numbers end to end: (rows, where each list starts, with the total at the end)."""
    rows: list[int] = []
    starts = [0]
    for item in items:
        rows.extend(item)
        starts.append(len(rows))
    return np.array(rows, np.int32), np.array(starts, np.int64)


def rows_of(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """Rows of a word's known n-grams."""
    return [row for gram in grams(word) if (row := vocabulary.get(gram)) is not None]


def sum_rows(values: NDArray[np.float32], starts: NDArray[np.int64]) -> NDArray[np.float32]:
    """Sum consecutive stretches of rows; an empty stretch sums to zero."""
    total = np.zeros((len(starts) - 1, values.shape[1]), np.float32)
    filled = np.flatnonzero(np.diff(starts))
    if filled.size:
        # reduceat would copy a neighbour's row into an empty stretch, so it sees only the filled ones.
        total[filled] = np.add.reduceat(values, starts[:-1][filled], axis=0, dtype=np.float32)
    return total
