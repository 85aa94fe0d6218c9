"""What a piece of evidence says: a finding, or a look that the member has not taken yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from calabazas.words import Sentence


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a fact stands: a file as the member knows it, and the row or item in it (0 unknown)."""

    file: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something seen. `code` and `level` name it for the policy, which alone knows what it weighs.

    `sentence` says it to the member; `facts` are its arguments for machines; `part` in 0..1
    scales the weight when the evidence is of degree (1 unless said).
    """

    code: str
    level: str
    sentence: Sentence
    facts: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    sources: tuple[SourceRef, ...] = ()
    part: float = 1.0


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something that would speak, but that the member has not looked at: `look` says which look shows it."""

    code: str
    look: str


Facts: TypeAlias = "dict[str, str | int | float | bool]"
Says: TypeAlias = "Iterator[Finding | Unseen]"
"""What a piece of evidence yields."""


def clip(text: str, longest: int = 110) -> str:
    """Shorten a quotation at a word, with an ellipsis; white space is folded."""
    folded = " ".join(text.split())
    if len(folded) <= longest:
        return folded
    cut = folded[: longest - 1].rsplit(" ", 1)[0] or folded[: longest - 1]
    return cut + "…"


def listed(words: Iterable[str], most: int = 3) -> str:
    """Put a few quotations in one line, each once; one of only signs says nothing."""
    told = dict.fromkeys(clip(w, 60) for w in words if any(c.isalnum() for c in w))
    return " · ".join(list(told)[:most])
