"""Strangers' text made harmless for a screen: nothing in it moves the cursor, hides or turns direction."""

from __future__ import annotations

import unicodedata

_KEEP = frozenset("\n\t")
_JOINERS = frozenset("\u200d\ufe0f")
"""Zero-width joiner and variation selector: emoji are made with them."""


def visible(text: str, longest: int = 2_000) -> str:
    """Show control, bidi and zero-width characters as `␛`-like signs or `⟨U+202E⟩`; clip very long text."""
    if text.isascii() and text.isprintable():
        shown = text
    else:
        shown = "".join(c if _harmless(c) else _shown(c) for c in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def one_line(text: str, longest: int = 300) -> str:
    """The same on one line."""
    return visible(" ".join(text.split()), longest)


def _harmless(char: str) -> bool:
    return (
        char in _KEEP
        or char in _JOINERS
        or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    )


def _shown(char: str) -> str:
    code = ord(char)
    # The control pictures of Unicode stand in for the C0 controls, so that an escape is seen and not obeyed.
    return chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩"
