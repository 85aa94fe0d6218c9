"""Takes names out of what people write, so that a reading of it cannot hang on how anybody is called.

"Soy Ana", "Wójcik Consulting", a signature: an encoder of texts gives every name a little weight of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from calabazas.people.identity import fold_name

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_PARTICLES = frozenset(
    "de del la las los el al da do dos das di du des le van von der den und zu y e i o of the bin ibn ben jr sr".split()
)
_SHORTEST = 2
_LONGEST, _MOST = 200, 12


@lru_cache(maxsize=8192)
def _pattern(name: str) -> re.Pattern[str] | None:
    """The whole name in either order of two parts, and its parts where they are written as names are."""
    parts = [p for p in re.findall(r"\w+", name[:_LONGEST]) if not p.isdigit()][:_MOST]
    if not parts:
        return None
    # Who writes LION behind their name has put no surname there.
    shouting = not all(p.isupper() for p in parts if p.lower() != p.upper())
    telling = [
        p
        for p in parts
        if len(p) >= _SHORTEST
        and p.casefold() not in _PARTICLES
        and not (shouting and p.isupper() and len(p) >= 3 and p.lower() != p.upper())
    ]
    between = r"[\W_]{0,3}"
    whole = between.join(map(re.escape, parts))
    turned = between.join(map(re.escape, (*parts[1:], parts[0])))
    one = "|".join(sorted({_as_name(p) for p in telling}, key=len, reverse=True))
    # "D'Angelo" goes whole: its elided letter would stay behind.
    each = rf"|(?<!\w)(?:\w['’])?(?:{one})(?:[\s\-'’.]+(?:{one}))*(?!\w)" if one else ""
    edged = rf"(?<!\w)(?:{whole}|{turned})(?!\w)"
    # Scripts without spaces write the name right into the text; there the whole name alone is sure.
    joined = rf"|{whole}|{turned}" if len(parts) > 1 and not name.isascii() and _unspaced(name) else ""
    return re.compile(f"(?i:{edged}{joined}){each}")


def _as_name(part: str) -> str:
    """A part of a name as names are written: a word of the language in small letters is left alone."""
    if part.lower() == part.upper():
        return re.escape(part)
    return f"[{part[0].upper()}{part[0].title()[0]}](?i:{re.escape(part[1:])})"


def _unspaced(name: str) -> bool:
    return any(
        "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in name
    )


def without_name(text: str, name: str) -> str:
    """Give a text without the name of who wrote it; what else it says stays as it stands."""
    if not text:
        return text
    pattern = _pattern(name)
    return pattern.sub("", text) if pattern else text


def without_names(text: str, known: AbstractSet[str]) -> str:
    """Give a text without the full names of others, as `fold_name` writes them: who introduced whom says no trade."""
    words = list(re.finditer(r"[^\s,;:()«»\"]+", text))
    gone: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        for size in range(min(_WORDS, len(words) - at), 1, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            if fold_name(text[start:end].rstrip(".!?")) in known:
                gone.append((start, end))
                at += size - 1
                break
        at += 1
    for start, end in reversed(gone):
        text = f"{text[:start]}{text[end:]}"
    return text


_WORDS = 6
