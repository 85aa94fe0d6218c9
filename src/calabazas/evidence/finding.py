"""What a piece of evidence says: a finding, or a look that the member has not taken yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
