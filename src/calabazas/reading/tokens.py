"""Words of a short text: split once, kept as written beside a folded, gender-neutral key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from calabazas.reading.fold import fold, neutral

_WORD: Final = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?")
# Each expression begins with the sign itself and looks back from it: a search then skips all other letters.
_AT_ENDING: Final = re.compile(r"@(?<=[^\W\d_]{3}@)(?=s?(?!\w))")
_BOTH_ENDINGS: Final = re.compile(
    r"[/·(](?:(?<=[^\W\d_]{4}[/·])-?(?:[aoe]s?|[td]?ora?s?|ra|r|trice|euse|ne|rice)(?!\w)"
    r"|(?<=[^\W\d_]{4}\()(?:a|o|as|os|e|in)\))",
    re.IGNORECASE,
)
# Any number of thousands is one word (30k+ connections, 22k contactos).
_THOUSANDS: Final = re.compile(r"^\d+k\+?$")
_GROUPED: Final = re.compile(r"[.,](?<=\d[.,])(?=\d{3}(?!\d))")
_ANY_THOUSANDS: Final = "00000"
# Below this length an ending tells words apart: `sala` must not meet `sales`, nor `marca` `marco`.
_SHORTEST_WITH_GENDER: Final = 6
# Short words of posts, whose gender the length would keep: each with the form that stands for both.
_SHORT_PAIRS: Final = {
    "jefa": "jefe", "xefa": "xefe", "chefa": "chef", "moza": "mozo", "socia": "socio", "soci": "socio", "duena": "dueno",
    "jueza": "juez",
}  # fmt: skip
# Letters in circles and squares, which no normalisation knows.
_STYLED: Final = {
    first + letter: chr(ord("A") + letter) for first in (0x1F150, 0x1F170, 0x1F130) for letter in range(26)
}
_ANY_STYLED: Final = re.compile("[\U0001f130-\U0001f189]")


def plain(text: str) -> str:
    """Text with styled letters as ordinary ones and both-gender spellings reduced to one word."""
    if not text.isascii():
        if _ANY_STYLED.search(text):
            text = text.translate(_STYLED)
        text = unicodedata.normalize("NFKC", text)
    if "." in text or "," in text:
        text = _GROUPED.sub("", text)
    if "@" in text:
        text = _AT_ENDING.sub("o", text)
    if "/" in text or "·" in text or "(" in text:
        text = _BOTH_ENDINGS.sub("", text)
    return text


def words(text: str) -> list[str]:
    """The words of a text that went through `plain`, as written; `c++` and `c#` stay whole."""
    return _WORD.findall(text)


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """What two words must share to be the same: folded, without plural or grammatical gender."""
    small = fold(word)
    if small[:1].isdigit():
        many = small.rstrip("+")
        return _ANY_THOUSANDS if len(many) >= 5 and many.isdigit() else _THOUSANDS.sub("0k", small)
    if len(small) > 4 and small.endswith("s") and not small.endswith("ss"):
        small = small[:-1]
    return neutral(small) if len(small) >= _SHORTEST_WITH_GENDER else _SHORT_PAIRS.get(small, small)
