"""Messages hold HTML now and then: tags out, entities decoded, everything else left as written."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

# Only names of HTML, so that "<3", "a < b" and "<name@example.net>" stay.
_BREAK: Final = re.compile(r"<(?:br|/p|/div|/li|/ul|/ol|/h[1-6]|/tr)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|blockquote|body|br|button|code|div|em|font|h[1-6]|head|hr|html|i|img|input|label|li|link|meta|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|thead|title|tr|u|ul|video)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(r"<(script|style)\b[^<>]{0,2000}>[^<]*</\1>", re.IGNORECASE)
# With the semicolon only: an address may well hold "&copy=2".
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def plain(text: str) -> str:
    """Give the words of a message as they were meant to be read."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    return text.strip()
