"""Contacts in common, as lists and profiles say it in Spanish and English."""

from __future__ import annotations

import re

_AND = r"\s+(?:y|e|and|&)\s+"
_COMMON = r"(?:(?:contactos?|conexi[oó]n(?:es)?)(?:\s+m[aá]s)?\s+en com[uú]n|mutual (?:connections?|contacts?)|shared connections?)"
_NAMED = re.compile(
    rf"(?P<names>.{{1,200}}?){_AND}(?P<n>[\d.,]{{1,7}})\s+(?:(?:other|more|otros?|otras?)\s+)?{_COMMON}(?:\s+m[aá]s)?",
    re.IGNORECASE,
)
_ARE = re.compile(
    rf"(?P<names>.{{1,200}}?)\s+(?:es|son|is|are)\s+(?:(?:un|una|a|your|tus?)\s+)?{_COMMON}", re.IGNORECASE
)
_COUNTED = re.compile(rf"(?P<n>[\d.,]{{1,7}})\s+(?:other\s+)?{_COMMON}", re.IGNORECASE)
_LABELLED = re.compile(rf"{_COMMON}\s*:\s*(?P<names>.{{1,200}})", re.IGNORECASE)
_NONE = re.compile(rf"(?:no|ning[uú]n|sin)\s+(?:hay\s+)?{_COMMON}", re.IGNORECASE)
_SPLIT = re.compile(rf"\s*,\s*|{_AND}")


def mutual_facts(text: str) -> dict[str, object]:
    """Give `mutual_connections` and `mutual_names` of such a line; nothing when it is none."""
    text = text.strip().rstrip(".")
    if len(text) > 300:
        return {}
    if _NONE.fullmatch(text):
        return {"mutual_connections": 0, "mutual_names": []}
    if found := _NAMED.fullmatch(text):
        names = _names(found["names"])
        return {"mutual_connections": len(names) + whole(found["n"]), "mutual_names": names}
    if found := _COUNTED.fullmatch(text):
        count = whole(found["n"])
        return {"mutual_connections": count} | ({"mutual_names": []} if count == 0 else {})
    if found := _ARE.fullmatch(text) or _LABELLED.fullmatch(text):
        names = _names(found["names"])
        return {"mutual_connections": len(names), "mutual_names": names}
    return {}


def whole(text: str) -> int:
    """Read a whole number with points, commas or spaces between thousands."""
    return int(re.sub(r"\D", "", text) or 0)


def _names(text: str) -> list[str]:
    return [name for part in _SPLIT.split(text) if (name := part.strip())]
