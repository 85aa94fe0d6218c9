"""Marks sentences for translation and carries them, unrendered, to the edges.

The English text is the gettext id. Nothing below the edges (`cli`, `web`,
`outputs`) knows the member's language: it hands on a `Sentence`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import TypeAlias, Union

    Argument: TypeAlias = Union[str, int, float, date, "Sentence"]  # noqa: UP007 - a forward name needs the long form


@dataclass(frozen=True, slots=True)
class Sentence:
    """A translatable text with its arguments; `n` picks the plural form when `plural` is given."""

    id: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    plural: str | None = None
    n: int = 0


def say(id: str, /, **args: Argument) -> Sentence:
    """Mark `id` (English, `{name}` placeholders) for translation and carry its arguments."""
    return Sentence(id, args)


def say_n(singular: str, plural: str, n: int, /, **args: Argument) -> Sentence:
    """Mark a sentence with a plural; `{n}` stands for the number in both forms."""
    return Sentence(singular, {"n": n, **args}, plural, n)


def mark(id: str, /) -> str:
    """Mark a bare text for translation where it is kept as data; render it later."""
    return id
