"""The rules of reading a headline, loaded from their data files into one tree of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import rtoml

from calabazas.reading.modern import read_modern_titles
from calabazas.reading.phrases import Found, Phrases, Raw, Rule, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

SENIORITY: Final = "seniority"
FUNCTION: Final = "function"
FLAG: Final = "flag"
TITLE: Final = "title"
CUE: Final = "cue"

TRADE_RANK: Final = 3
"""In functions.toml a word below this rank names a trade, from it on only a field."""

_LAST: Final = 1_000  # after every rule of seniority written by hand


class Rulebook:
    """All rules of headlines; see the data files for what they say."""

    def __init__(
        self,
        *,
        seniority: bytes,
        functions: bytes,
        flags: bytes,
        modern_titles: bytes,
        cues: bytes,
        trades: bytes,
    ) -> None:
        self._phrases = Phrases()
        for rank, entry in enumerate(_rules(seniority)):
            self._add(entry, Rule(SENIORITY, entry["level"], rank, "near" in entry, "far" in entry))
        for entry in _rules(functions):
            self._add(
                entry, Rule(FUNCTION, entry["function"], entry["rank"], "near" in entry, "far" in entry)
            )
        for entry in _rules(flags):
            weak = bool(entry.get("weak", False))
            self._add(entry, Rule(FLAG, entry["flag"], 0, "near" in entry, "far" in entry, weak))
        for entry in _rules(cues):
            self._add(entry, Rule(CUE, entry["kind"], 0, "near" in entry, "far" in entry))
        self._load_titles(modern_titles)
        self._load_trades(trades)

    def _add(self, entry: dict[str, Any], rule: Rule) -> None:
        self._phrases.add(listed(entry["words"]), rule)
        self._phrases.add_context(listed(entry.get("near", "")), rule)
        self._phrases.add_context(listed(entry.get("far", "")), rule, barred=True)

    def _load_titles(self, modern_titles: bytes) -> None:
        for title in read_modern_titles(modern_titles):
            labels = (*title.en, *title.es)
            self._phrases.add(labels, Rule(TITLE, " ".join(title.sectors)))
            self._phrases.add(labels, Rule(FUNCTION, title.function, 0))

    def _load_trades(self, trades: bytes) -> None:
        found = rtoml.loads(trades.decode())
        for entry in found.get("rule", ()):
            self._phrases.add(listed(entry["words"]), Rule(FUNCTION, entry["function"], TRADE_RANK - 1))
        for entry in found.get("entry", ()):
            self._phrases.add(listed(entry["words"]), Rule(SENIORITY, "entry", _LAST))

    def raw(self, words: Sequence[str]) -> Raw:
        """Every phrase in the words of one stretch."""
        return self._phrases.raw(words)

    def join(self, stretches: Sequence[Raw]) -> list[Sequence[Found]]:
        """The rules met in each stretch of one headline."""
        return self._phrases.join(stretches)


def _rules(data: bytes) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = rtoml.loads(data.decode())["rule"]
    return rules
