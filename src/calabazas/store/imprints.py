"""What tells a text or picture again under another name."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from calabazas.people.identity import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SHORTEST_TEXT = 60
"""Profile texts up to this length are alike by chance ("Marketing | Ventas"); in characters."""
_DIGITS = re.compile(r"\d+")


def digest(text: str) -> int:
    """Give 64 bits of hash as SQLite's signed integer; stable across runs and machines."""
    return int.from_bytes(
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )


def signature(text: str, *names: str) -> str:
    """Fold a note to what two copies of one template share: names, digits, accents and punctuation dropped."""
    strange = {word for name in names for word in fold_name(name).split()}
    return " ".join(word for word in _DIGITS.sub("", fold_name(text)).split() if word not in strange)


def of_profile(facts: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    """Give (kind, value) of each text and picture in what was seen of a profile."""
    texts: list[object] = [facts.get("about")]
    activity = facts.get("activity")
    if isinstance(activity, (list, tuple)):
        texts += [item.get("text") for item in activity if isinstance(item, dict)]
    for text in _long(texts):
        yield "text", digest(fold_name(text))
    picture = facts.get("picture")
    if isinstance(picture, str) and picture:
        yield "picture", digest(picture)


def _long(texts: Iterable[object]) -> Iterator[str]:
    return (text for text in texts if isinstance(text, str) and len(text) > SHORTEST_TEXT)
