"""Cuts a target text into clauses and says of each what it is: wanted, refused, conditional, known, about places.

Works on plain letters of the same length as the text, so that every clause can be shown as the member wrote it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SENTENCE: Final = re.compile(
    r"(?<![.\s][A-Za-zÁÉÍÓÚ])(?<!\b[Dd]ir)(?<!\b[Rr]esp)(?<!\betc)(?<!EE)[.!?]+(?=\s|$)|\n+|[;](?=\s)"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•▪·–—>✔✅❌+]|\d+[.)])+\s*")
_KINDS: Final = ("indifferent", "known", "follow", "known_as", "self", "unwanted", "want")


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    folded = fold(letter)
    return folded[0] if folded else (" " if letter.isspace() else letter)


def plain(text: str) -> str:
    """Lower-case letters without accents, one for one, so that positions stay those of the text."""
    return "".join(_letter(letter) for letter in text)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the target as written, and what it is: one of the cue kinds, or "condition"."""

    kind: str
    text: str
    only_if: str = ""


class Cues:
    """How people say whom they want, from the bytes of wishes.toml.

    Raises:
        re.error: an expression in the file does not compile.
    """

    def __init__(self, data: bytes) -> None:
        rows = tomllib.loads(data.decode("utf-8"))
        self.excluded: Mapping[str, re.Pattern[str]] = {k: _any(v) for k, v in rows["excluded"].items()}
        self.seniority: Mapping[str, re.Pattern[str]] = {k: _any(v) for k, v in rows["seniority"].items()}
        self.leads: Sequence[re.Pattern[str]] = [re.compile(item) for item in rows["empty_lead"]]
        self._by_kind: dict[str, re.Pattern[str]] = {
            kind: _any(rows[kind]) for kind in (*_KINDS, "only_if", "less", "place_order", "context")
        }

    def has(self, kind: str, text: str) -> bool:
        """Whether a text holds a cue of that kind."""
        return self._by_kind[kind].search(plain(text)) is not None

    def without(self, kind: str, text: str) -> str:
        """The text without the cues of that kind."""
        low = plain(text)
        for match in reversed(list(self._by_kind[kind].finditer(low))):
            text = text[: match.start()] + " " + text[match.end() :]
        return text

    def split_only_if(self, text: str) -> tuple[str, str] | None:
        """Who and under which condition, where a text says so."""
        match = self._by_kind["only_if"].search(plain(text))
        if match is None:
            return None
        return text[: match.start()].strip(" ,;:"), text[match.end() :].strip(" ,;:.")

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Wanted, refused, known-as and self cues of a sentence in order, the longer first where they overlap."""
        low = plain(text)
        met = [
            (match.start(), match.end(), kind)
            for kind in ("known_as", "self", "unwanted", "want")
            for match in self._by_kind[kind].finditer(low)
            if match.end() > match.start()
        ]
        kept: list[tuple[int, int, str]] = []
        for start, end, kind in sorted(met, key=lambda row: (row[0], -row[1])):
            if not kept or start >= kept[-1][1]:
                kept.append((start, end, kind))
        return kept


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{item})" for item in patterns))


def clauses(text: str, cues: Cues) -> list[Clause]:
    """The clauses of a target in order; what a header says ("No:") holds for the lines below it."""
    found: list[Clause] = []
    mode = "want"
    sentences = _sentences(text)
    if (
        len(sentences) > 1
        and _introduces(sentences[0][0], cues)
        and any(kind == "want" for sentence, _ in sentences[1:] for _, _, kind in cues.find(sentence))
    ):
        found.append(Clause("self", sentences[0][0]))
        sentences = sentences[1:]
    for sentence, fresh in sentences:
        if cues.has("known", sentence):
            found.append(Clause("known", sentence))
            continue
        body, inner = _brackets(sentence, cues)
        found += inner
        if cues.has("follow", body):
            found.append(Clause("follow", body))
            continue
        parts, mode = _sentence(body, cues, mode if not fresh else _kept(mode))
        found += parts
    return found


_MANY: Final = re.compile(
    r"^(?:\W*\w+){0,2}?\W*\w{2,}s\b|\b(?:gente|people|anyone|anybody|cualquiera|quien)\b|:"
)


def _introduces(sentence: str, cues: Cues) -> bool:
    """Whether a first sentence without any cue says who the member is: one person, not several."""
    quiet = not cues.find(sentence) and not cues.has("known", sentence) and not cues.has("follow", sentence)
    return quiet and not _MANY.search(plain(sentence))


def _kept(mode: str) -> str:
    return mode if mode in {"want", "unwanted"} else "want"


def _sentences(text: str) -> list[tuple[str, bool]]:
    """Sentences, and whether each starts afresh (a full stop in running text ends what "no quiero" refused)."""
    rows: list[tuple[str, bool]] = []
    for line in text.splitlines():
        bare = _BULLET.sub("", line)
        bullet = bare != line
        for number, part in enumerate(_SENTENCE.split(bare)):
            if part.strip():
                rows.append((part.strip(), number > 0 and not bullet))
    return rows


_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_DENIED: Final = re.compile(
    r"^\s*(?:pero |but |y |and )?(?:no|not|nunca|never|nada de|except|excepto|salvo|ni|sin)\b\s*(?:a |the )?"
)


def _brackets(sentence: str, cues: Cues) -> tuple[str, list[Clause]]:
    """The sentence without what its brackets refuse or set aside; other brackets just lose their marks."""
    inner: list[Clause] = []

    def _one(match: re.Match[str]) -> str:
        said = match[1]
        denied = _DENIED.match(plain(said))
        if cues.has("follow", said):
            inner.append(Clause("follow", said))
            return ""
        if denied:
            inner.append(Clause("unwanted", said[denied.end() :]))
            return ""
        if cues.has("place_order", said):
            inner.append(Clause("place", said))
            return ""
        return f", {said}," if "," in said else f" {said} "

    return _BRACKET.sub(_one, sentence), inner


def _sentence(sentence: str, cues: Cues, mode: str) -> tuple[list[Clause], str]:
    """Cut a sentence at its cues; the mode it ends in holds for the lines below a header."""
    marks = cues.find(sentence)
    found: list[Clause] = []
    if not marks or sentence[: marks[0][0]].strip(" ,;:¡¿-"):
        before = sentence[: marks[0][0]] if marks else sentence
        # "Quien ... me interesa": what stands before the first cue belongs to it when nothing stands after it.
        first = marks[0][2] if marks and not sentence[marks[0][1] :].strip(" .,;:") else mode
        found += _clause(first, before, cues)
    for at, (_, end, kind) in enumerate(marks):
        stop = marks[at + 1][0] if at + 1 < len(marks) else len(sentence)
        mode = kind if kind in {"want", "unwanted"} else mode
        found += _clause(kind, sentence[end:stop], cues)
    if marks and marks[-1][2] in {"self", "known_as"}:
        mode = "want"
    if not sentence.rstrip().endswith(":") and marks and sentence[marks[-1][1] :].strip(" .,;:"):
        # A whole sentence said its piece: the next line starts anew unless it is a bullet below a header.
        mode = mode if ":" in sentence[marks[-1][0] : marks[-1][1] + 2] else "want"
    return found, mode


def _clause(kind: str, text: str, cues: Cues) -> list[Clause]:
    text = text.strip(" ,;:.")
    if not text:
        return []
    condition = cues.split_only_if(text) if kind in {"want", "unwanted"} else None
    if condition:
        who, only_if = condition
        # Only the last thing listed before "only if" is conditional, with what an "and" joins to it.
        if who:
            return [Clause("condition", who, only_if)]
    return [Clause(kind, text)]
