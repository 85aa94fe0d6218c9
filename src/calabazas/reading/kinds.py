"""What each stretch of a headline is: title, company, skill, claim, credential, slogan, hashtag or place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from calabazas.reading import tokens
from calabazas.reading.rulebook import CUE, FLAG, FUNCTION, SENIORITY, TITLE, TRADE_RANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.reading.phrases import Hit

_LONGEST_SKILL: Final = 5
_LATEST_TITLE: Final = 4  # a title names its post within its first words; later it is talked about
_PAST: Final = frozenset(("ex", "former", "formerly", "previously", "antes", "antiguo", "antigua"))
_JOINING: Final = frozenset("de del la el los las y e o of the and da do dos das and di du des i".split())


@dataclass(slots=True, eq=False)
class Stretch:
    """A piece with its words, which begin at `offset` of the whole text, and the rules they met."""

    text: str
    joint: str
    words: list[str]
    hits: list[Hit]
    offset: int

    def past(self, hit: Hit) -> bool:
        """Whether "ex" or "former" stands right before the words of a hit."""
        before = hit.start - self.offset - 1
        return before >= 0 and self.words[before].lower() in _PAST


def kind_of(stretch: Stretch, company: Sequence[str]) -> str:
    """The kind of one stretch; `company` are the keys of the employer's words, where it is known."""
    text, joint, words, offset = stretch.text, stretch.joint, stretch.words, stretch.offset
    if text.startswith("#"):
        return "hashtag"
    if not words:
        return "slogan"
    cues: dict[str, int] = {}
    places: list[Hit] = []
    trade = claims = field = False
    for hit in stretch.hits:
        rule = hit.rule
        family = rule.family
        early = hit.start - offset < _LATEST_TITLE
        if family == CUE:
            cues.setdefault(rule.value, hit.start)
            if rule.value == "place":
                places.append(hit)
        elif family == FLAG:
            claims = claims or bool(rule.value)
        elif family in (SENIORITY, TITLE):
            trade = trade or early
        elif family == FUNCTION and early:
            field = True
            trade = trade or rule.rank < TRADE_RANK
    if places and _covers(words, places, offset):
        return "place"
    if len(words) == len(company) and [tokens.key(word) for word in words] == company:
        return "company"
    if cues.get("claim") == offset:
        return "claim"
    if joint == "at" or (joint == "en" and (text[:1].isupper() or not trade)):
        return "company"
    if "credential" in cues and (not trade or cues["credential"] == offset):
        return "credential"
    if trade:
        return "title"
    if claims:
        return "claim"
    if "company" in cues and text[:1].isupper() and len(words) <= _LONGEST_SKILL + 1:
        return "company"
    if "claim" in cues:
        return "claim"
    return "skill" if field or len(words) <= _LONGEST_SKILL else "slogan"


def _covers(words: Sequence[str], places: Sequence[Hit], offset: int) -> bool:
    inside = {number for hit in places for number in range(hit.start - offset, hit.end - offset)}
    return all(number in inside or word.lower() in _JOINING for number, word in enumerate(words))
