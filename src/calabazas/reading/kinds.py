"""What each stretch of a headline is: title, company, skill, claim, credential, slogan, hashtag or place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from calabazas.reading import tokens
from calabazas.reading.rulebook import CUE, FLAG, FUNCTION, SENIORITY, TITLE, TRADE_RANK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calabazas.reading.phrases import Found

_LONGEST_SKILL: Final = 5
_LATEST_TITLE: Final = 4  # a title names its post within its first words; later it is talked about
_PAST: Final = frozenset(("ex", "former", "formerly", "previously", "antes", "antiguo", "antigua"))
_JOINING: Final = frozenset("de del la el los las y e o of the and da do dos das and di du des i".split())
_FADED: Final = 3  # ranks that a past trade loses: it still tells more than nothing does
_NO_TRADE: Final = ("", "entrepreneurship")
_HEADS: Final = ("cxo", "owner")


class Ranked(NamedTuple):
    """What a rule says, at its rank and the word where it begins; they compare in this order."""

    rank: int
    start: int
    value: str


class Said(NamedTuple):
    """What the words of one flag are, and whether they are weak."""

    code: str
    words: str
    weak: bool


class Met(NamedTuple):
    """The rules met in a stretch, sorted by what they tell about it; places are words of the stretch."""

    functions: tuple[Ranked, ...] = ()
    levels: tuple[Ranked, ...] = ()
    """Levels of seniority, past ones left out."""
    flags: tuple[Said, ...] = ()
    sectors: tuple[str, ...] = ()
    trade_at: int | None = None
    """Where a trade begins that is no mere rank at the head of a house."""
    studies: bool = False
    """It begins by saying that somebody studies."""
    cues: Mapping[str, int] = {}
    place: bool = False
    """It is the name of a place and nothing else."""
    title: bool = False
    field: bool = False
    claims: bool = False


NOTHING: Final = Met()


@dataclass(slots=True, eq=False)
class Stretch:
    """A piece of a headline with its words and the rules they met."""

    text: str
    joint: str
    words: Sequence[str]
    met: Met


def sorted_out(words: Sequence[str], hits: Sequence[Found]) -> Met:
    """Sort the rules that the words of a stretch met."""
    if not hits:
        return NOTHING
    functions: list[Ranked] = []
    levels: list[Ranked] = []
    flags: list[Said] = []
    sectors: list[str] = []
    trades: list[int] = []
    cues: dict[str, int] = {}
    places: list[Found] = []
    studies = title = field = claims = False
    for hit in hits:
        start, end, rule = hit
        family, value = rule.family, rule.value
        early = start < _LATEST_TITLE
        if family == FUNCTION:
            if value:
                functions.append(Ranked(rule.rank + (_FADED if _past(words, start) else 0), start, value))
                if rule.rank < TRADE_RANK and value not in _NO_TRADE:
                    trades.append(start)
            field = field or early
            title = title or (early and rule.rank < TRADE_RANK)
        elif family == SENIORITY:
            title = title or early
            if value and not _past(words, start):
                levels.append(Ranked(rule.rank, start, value))
        elif family == FLAG:
            if value:
                claims = True
                flags.append(Said(value, " ".join(words[start:end]), rule.weak))
                studies = studies or (value == "student" and start == 0)
        elif family == TITLE:
            title = title or early
            sectors += value.split()
        elif family == CUE:
            cues.setdefault(value, start)
            if value == "place":
                places.append(hit)
    heads = {start for start, _, rule in hits if rule.family == SENIORITY and rule.value in _HEADS}
    return Met(
        tuple(sorted(functions)),
        tuple(sorted(levels)),
        tuple(flags),
        tuple(sectors),
        min((start for start in trades if start not in heads), default=None),
        studies,
        cues,
        bool(places) and _covers(words, places),
        title,
        field,
        claims,
    )


def _past(words: Sequence[str], start: int) -> bool:
    """Whether "ex" or "former" stands right before a word."""
    return start > 0 and words[start - 1].lower() in _PAST


def _covers(words: Sequence[str], places: Sequence[Found]) -> bool:
    inside = {number for start, end, _ in places for number in range(start, end)}
    return all(number in inside or word.lower() in _JOINING for number, word in enumerate(words))


def kind_of(stretch: Stretch, company: Sequence[str]) -> str:
    """The kind of one stretch; `company` are the keys of the employer's words, where it is known."""
    text, joint, words, met = stretch.text, stretch.joint, stretch.words, stretch.met
    if text[0] == "#":
        return "hashtag"
    if not words:
        return "slogan"
    if met.place:
        return "place"
    if len(words) == len(company) and [tokens.key(word) for word in words] == company:
        return "company"
    cues = met.cues
    if cues.get("claim") == 0:
        return "claim"
    if joint == "at" or (joint == "en" and (text[:1].isupper() or not met.title)):
        return "company"
    if "credential" in cues and (not met.title or cues["credential"] == 0):
        return "credential"
    if met.title:
        return "title"
    if met.claims:
        return "claim"
    if "company" in cues and text[:1].isupper() and len(words) <= _LONGEST_SKILL + 1:
        return "company"
    if "claim" in cues:
        return "claim"
    return "skill" if met.field or len(words) <= _LONGEST_SKILL else "slogan"
