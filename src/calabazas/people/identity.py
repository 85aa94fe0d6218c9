"""Who is who: profile addresses and names, folded so that the same person compares equal.

Slugs of LinkedIn are percent-encoded when not ASCII and may change; the key is
`NFC(unquote(slug)).lower()`, query and slash stripped (measured on real exports).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote, unquote_to_bytes

_USUAL = re.compile(r"https://www\.linkedin\.com/in/([^/?#\s]+)")
_SLUG = re.compile(r"(?:linkedin\.com)?/(?:comm/)?(?:in|pub)/([^/?#\s]+)", re.IGNORECASE)
_HOST = re.compile(r"^(?:https?://)?(?:[a-z0-9-]+\.)?linkedin\.com/", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^\w]+")


@lru_cache(maxsize=65536)
def slug_of(url: str) -> str:
    """Give the key of a profile address, or "" when it is not one of LinkedIn's.

    Takes addresses with or without scheme, with a country or mail prefix, percent-encoded or not.
    """
    found = _USUAL.fullmatch(url)
    if not found:
        url = url.strip()
        found = _SLUG.search(url) if _HOST.match(url) else None
    if not found:
        return ""
    slug = found[1]
    if not slug.isascii():
        slug = unquote(slug)
    elif "%" in slug:
        # What `unquote` comes to for letters of ASCII, without its search for others.
        slug = unquote_to_bytes(slug).decode("utf-8", "replace")
    return (slug if slug.isascii() else unicodedata.normalize("NFC", slug)).lower()


def profile_url(slug: str) -> str:
    """Give the address of a key, as LinkedIn writes it."""
    if not slug:
        return ""
    # Nearly all are letters, digits and hyphens, which need no looking at one by one.
    plain = slug.isascii() and slug.replace("-", "").isalnum()
    return "https://www.linkedin.com/in/" + (slug if plain else slug.translate(_QUOTED))


class _Quoted(dict[int, str]):
    """How each letter is written in an address, found out once."""

    def __missing__(self, code: int) -> str:
        kept = self[code] = quote(chr(code), safe="-_.~")
        return kept


_QUOTED = _Quoted()


class _Marks(dict[int, "int | None"]):
    """Which code points are accents, found out once each: names come by the ten thousand."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = None if unicodedata.combining(chr(code)) else code
        return kept


_MARKS = _Marks()


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Fold a name for comparing: no accents, case, emoji, punctuation or doubled space."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    if not plain.isascii():
        plain = plain.translate(_MARKS)
    return " ".join(_NOT_WORD.sub(" ", plain).split())
