"""Messages hold HTML now and then: tags out, entities decoded, everything else left as written."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_BREAKS: Final = frozenset("br /p /div /li /ul /ol /h1 /h2 /h3 /h4 /h5 /h6 /tr".split())
# Only names of HTML, so that "<3", "a < b" and "<name@example.net>" stay.
_NAMES: Final = frozenset(
    "a abbr b blockquote body br button code div em font h1 h2 h3 h4 h5 h6 head hr html i img input label li link meta"
    " ol p pre s small span strong sub sup table tbody td th thead title tr u ul video".split()
)
_TAG: Final = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,9})(?![\w@.:])[^<>]{0,2000}>")
_HIDDEN: Final = re.compile(r"<(script|style)\b[^<>]{0,2000}>[^<]*</\1>", re.IGNORECASE)
# With the semicolon only: an address may well hold "&copy=2".
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def plain(text: str) -> str:
    """Give the words of a message as they were meant to be read."""
    if "<" in text:
        if "<s" in text or "<S" in text:
            text = _HIDDEN.sub("", text)
        text = _TAG.sub(_without, text)
    if "&" in text:
        text = _ENTITY.sub(_decoded, text)
    return text.strip()


def _without(found: re.Match[str]) -> str:
    name = found[1].lower()
    if name in _BREAKS:
        return "\n"
    return "" if name.lstrip("/") in _NAMES else found[0]


def _decoded(found: re.Match[str]) -> str:
    return unescape(found[0])
