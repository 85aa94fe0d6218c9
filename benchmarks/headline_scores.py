"""Scores the reading of seniority, function and flags against graded headlines."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.reading.headlines import Headline, HeadlineReader

RULE_FILES = ("seniority", "functions", "flags", "modern_titles", "cues", "trades")


def build_reader() -> HeadlineReader:
    """The reader with the rules that ship."""
    from calabazas.reading.headlines import HeadlineReader
    from calabazas.shipped import read

    return HeadlineReader(**{name: read(f"{name}.toml") for name in RULE_FILES})


def wilson(right: int, of: int) -> tuple[float, float]:
    """95 % interval of a share after Wilson (1927); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    z = 1.959964
    share = right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def score_rules(lines: Sequence[dict[str, Any]], reader: HeadlineReader) -> dict[str, Any]:
    """Share of lines whose seniority and function some reader gave too, and the flags' precision and recall.

    Lines where no reader gave an answer are left out; flags only one reader gave count neither way.
    """
    read = reader.read_all([(line["headline"], line["position"], line["company"]) for line in lines])
    result: dict[str, Any] = {}
    for key in ("seniority", "function"):
        judged = [
            (line[key], getattr(found, key)) for line, found in zip(lines, read, strict=True) if line[key]
        ]
        right = sum(answer in answers for answers, answer in judged)
        result[f"{key}_accuracy"] = right / len(judged) if judged else None
        result[f"{key}_interval"] = wilson(right, len(judged))
        result[f"{key}_lines"] = len(judged)
    result["flags"] = _flags(lines, read)
    return result


def _flags(lines: Sequence[dict[str, Any]], read: Sequence[Headline]) -> dict[str, Any]:
    hits: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for line, found in zip(lines, read, strict=True):
        given = {flag.code for flag in found.flags}
        true = set(line["flags"])
        hits.update(given & true)
        missed.update(true - given)
        false.update(given - true - set(line["flags_disputed"]))
    codes = sorted({*hits, *false, *missed})
    figures = {code: _figures(hits[code], false[code], missed[code]) for code in codes}
    return {**_figures(hits.total(), false.total(), missed.total()), "per_flag": figures}


def _figures(hits: int, false: int, missed: int) -> dict[str, Any]:
    return {
        "precision": hits / (hits + false) if hits + false else None,
        "precision_interval": wilson(hits, hits + false),
        "recall": hits / (hits + missed) if hits + missed else None,
        "recall_interval": wilson(hits, hits + missed),
        "given": hits + false,
        "true": hits + missed,
    }
