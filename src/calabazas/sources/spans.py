"""Spans of time as profiles write them: "enero de 2015 - actualidad · 3 años", "Jan 2008 - Present", "2003 – 2007"."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# The first letters of the months in Spanish, English, Portuguese, French, German and Italian.
_MONTHS = {
    1: "ene jan gen",
    2: "feb fev",
    3: "mar",
    4: "abr apr avr",
    5: "may mai mag",
    6: "jun juin giu",
    7: "jul juil lug",
    8: "ago aug aou",
    9: "sep set",
    10: "oct out okt ott",
    11: "nov",
    12: "dic dec dez",
}
_BY_LETTERS = {letters: month for month, held in _MONTHS.items() for letters in held.split()}
_NOW = r"(?:present|actualidad|la actualidad|actual|presente|hoy|today|current|now|aujourd[’']hui|heute|o momento|atualmente)"
_MONTH = r"(?:[^\W\d_]{3,12}\.?\s+(?:de\s+)?)?(?:\d{1,2}[/.])?"
_POINT = rf"{_MONTH}(?:19|20)\d{{2}}"
_LASTS = r"(?:\d{1,2}\s*(?:a[ñn]os?|years?|yrs?|y|mes(?:es)?|months?|mos?|m|d[ií]as?|days?)\.?\s*(?:y\s+|and\s+)?){1,2}"
_SPAN = re.compile(
    rf"[(·\s]*(?P<start>{_POINT})\s*(?:[-–—]|a|to|until|hasta)\s*(?:el\s+)?(?P<end>{_POINT}|{_NOW})\s*[)]?"
    rf"\s*(?:[·•(]\s*(?:less than a year|menos de un a[ñn]o|{_LASTS})\s*[)]?)?\s*[)]?",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"[(·\s]*(?P<start>{_POINT})\s*[)]?(?:\s*[·•(]\s*{_LASTS}[)]?)?", re.IGNORECASE)
_LENGTH = re.compile(rf"(?:menos de un a[ñn]o|less than a year|{_LASTS})", re.IGNORECASE)


class Span(NamedTuple):
    """Months or years as ISO text; `end` None is today."""

    start: str
    end: str | None


def span(text: str) -> Span | None:
    """Read a whole text as a span, None when it is something else."""
    text = _folded(text)
    if found := _SPAN.fullmatch(text):
        return Span(_point(found["start"]), _point(found["end"]) or None)
    if found := _SINGLE.fullmatch(text):
        return Span(_point(found["start"]), _point(found["start"]))
    return None


def length(text: str) -> bool:
    """Tell a bare length of time, such as the total that stands under an employer of several roles."""
    return bool(_LENGTH.fullmatch(_folded(text)))


def months_long(text: str) -> int:
    """Give the months of a length of time ("1 año 8 meses", "3 yrs"), 0 for less than one."""
    total = 0
    for count, unit in re.findall(r"(\d{1,2})\s*([^\W\d]+)", _folded(text)):
        total += int(count) * (12 if unit[0].lower() in "ay" else 1 if unit[0].lower() == "m" else 0)
    return total


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def _point(text: str) -> str:
    year = re.search(r"(?:19|20)\d{2}$", text.strip())
    if not year:
        return ""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if "a" <= c <= "z")
    month = _BY_LETTERS.get(letters[:4]) or _BY_LETTERS.get(letters[:3])
    number = re.match(r"(\d{1,2})[/.]", text.strip())
    if number and 1 <= int(number[1]) <= 12:
        month = int(number[1])
    return f"{year[0]}-{month:02d}" if month else year[0]
