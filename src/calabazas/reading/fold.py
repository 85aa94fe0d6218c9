"""Folds text to its plain letters, and Spanish gender and number to one form.

`fold` keeps words, order and punctuation; `canonical` additionally makes
regular gender pairs (director/directora/director@/directores/directora/or)
the very same string, so that nothing computed from it can tell them apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Negative circled and squared capitals have no compatibility decomposition, so NFKC leaves them styled.
_STYLED_CAPITALS: Final = (0x1F150, 0x1F170)
_SMALL_CAPITAL: Final = re.compile(r"LATIN LETTER SMALL CAPITAL ([A-Z])$")
_DROPPED: Final = frozenset({"Mn", "Me"})
_BLANKED: Final = frozenset({"So", "Sk", "Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"})


def _plain(point: int) -> str:
    """What one decomposed, casefolded code point becomes."""
    for first in _STYLED_CAPITALS:
        if first <= point < first + 26:
            return chr(ord("a") + point - first)
    letter = chr(point)
    small = _SMALL_CAPITAL.match(unicodedata.name(letter, ""))
    if small:
        return small[1].lower()
    category = unicodedata.category(letter)
    if category in _DROPPED or category == "Cf":  # accents, variation selectors, zero-width marks
        return ""
    return " " if category in _BLANKED else letter


class _Folded(dict[int, str]):
    """Code point -> what is left of it, filled as letters are met (str.translate asks only for what is missing)."""

    def __missing__(self, point: int) -> str:
        # Folding case may bring compatibility forms back, so both are taken apart.
        lower = unicodedata.normalize("NFKD", chr(point)).casefold()
        apart = unicodedata.normalize("NFKD", lower)
        folded = self[point] = "".join(_plain(ord(letter)) for letter in apart)
        return folded


_FOLDED: Final = _Folded()


def fold(text: str) -> str:
    """Lower-case letters without accents, style, emoji or doubled blanks; punctuation and order stay."""
    return " ".join(text.translate(_FOLDED).split())


# --- gender and number ---------------------------------------------------------------------------

_WORD: Final = re.compile(r"[^\W\d_]+(?:@s?(?!\w))?")
_VOWELS: Final = frozenset("aoe@")
# From this length on a stem is recognisable without its vowel (presidente, presidenta = president).
_LONG_STEM: Final = 5
_SHORT_STEM: Final = 3
_ARTICLES: Final = {
    **dict.fromkeys(("el", "la", "los", "las"), "el"),
    **dict.fromkeys(("un", "una", "unos", "unas"), "un"),
}
_PERSON: Final = re.compile(r"(?<=\w{3})(?:woman|women|persons?|people)$")
_ESS: Final = re.compile(r"(?<=\w{3})(?<!pr)(?:esas?|eses)$")  # francesa, franceses, alcaldesa; not empresa
_TRIZ: Final = re.compile(r"(?<!rec)(?<!ma)(?<!mo)triz$")  # actriz; not directriz (a guideline), matriz
_NOT_PLURAL: Final = ("ss", "us", "is")


@lru_cache(maxsize=65_536)
def neutral(word: str) -> str:
    """One folded word without its regular gender and number: directora, directores -> director.

    The rule is about endings, so English words pass through it too; it maps both
    numbers of a word to one string and tells different long words apart.
    """
    if word in _ARTICLES:
        return _ARTICLES[word]
    if len(word) <= _SHORT_STEM or not word.isascii():
        return word
    word = _PERSON.sub("man", word)
    # "franceses" must not end as "frances" while "frances" itself, read as a plural, ends as "franc".
    word = _ESS.sub("es", word)
    word = _TRIZ.sub("tor", word)
    word = word.removesuffix("tisa") + "ta" if word.endswith(("etisa", "otisa")) else word
    if word.endswith("s") and not word.endswith(_NOT_PLURAL):
        word = word[:-1]
    stem, last = word[:-1], word[-1]
    if last == "x" and stem[-1] in "rltdn":
        last = "@"
    if last in _VOWELS and len(stem) >= _SHORT_STEM:
        # Short stems keep a vowel, the same for all, lest care = car and plane = plan; jueza, chefa do not.
        bare = len(stem) >= _LONG_STEM or (len(stem) == _LONG_STEM - 1 and stem.endswith(("z", "f", "on")))
        return stem if bare else stem + "o"
    if last == "y" and len(stem) >= _SHORT_STEM and stem[-1] not in "aeou":
        return stem + "i"  # secretary = secretaria, studies = study
    return word


# director/a, director(a), directora/or, tecnico/-a, director/ra: a word and the ending of its other form.
_ENDING: Final = re.compile(r"([^\W\d_]{3,40}) ?(?:/ ?-?([a-z]{1,5})(?![\w@])|\(-?([a-z]{1,5})\))")
_TRAILING: Final = re.compile(r"(?:[aoe]s?|s)$")
_EITHER: Final = re.compile(r" ?/ ?| (?:o|y|e|u|or|and|&) ")
_LONGEST_DOUBLE: Final = 5  # words of a phrase written in both genders (jefe de ventas / jefa de ventas)


def _without_ending(match: re.Match[str]) -> str:
    ending = match[2] or match[3]
    stem = neutral(match[1])
    same = stem.endswith(_TRAILING.sub("", ending)) or _TRAILING.sub("", stem).endswith(
        _TRAILING.sub("", ending)
    )
    return match[1] if same else match[0]


def _without_doubles(text: str) -> str:
    """Write once what stands on both sides of a slash or an "or" (both sides canonical already)."""
    pieces = _EITHER.split(text)
    if len(pieces) == 1:
        return text
    joins = _EITHER.findall(text)
    kept = [pieces[0]]
    left = pieces[0].split()[-_LONGEST_DOUBLE:]
    for join, piece in zip(joins, pieces[1:], strict=True):
        right = piece.split()
        same = next((n for n in range(min(len(left), len(right)), 0, -1) if left[-n:] == right[:n]), 0)
        if same:
            kept += [f" {word}" for word in right[same:]]
            left = (left + right[same:])[-_LONGEST_DOUBLE:]
        else:
            kept += [join, piece]
            left = right[-_LONGEST_DOUBLE:]
    return "".join(kept)


def canonical(text: str) -> str:
    """Fold, then write regular Spanish gender pairs and plurals in one form (punctuation stays).

    `director/a`, `Directora`, `director@s`, `director o directora` all become `director`.
    """
    folded = fold(text)
    if "/" in folded or "(" in folded:
        folded = _ENDING.sub(_without_ending, folded)
    return _without_doubles(_WORD.sub(lambda match: neutral(match[0]), folded))
