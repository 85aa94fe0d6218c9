"""What a headline leaves unsaid: whether it names a field at all, and what only the employer's name speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calabazas.reading.fields import Reading, clauses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.reading.fields import Fields
    from calabazas.reading.headlines import Headline

_LITTLE: Final = frozenset(
    (
        "consulting",
        "research",
        "university",
        "teaching",
        "student",
        "project_management",
        "small_business",
        "startups",
    )
)
"""Beside the running of houses: what is done about any field, and so names none."""
_MAY_BE: Final = 0.3
_SURE: Final = 0.6
_PLAIN: Final = 0.7
"""Below this only weak words speak for a field."""
_EMPLOYED: Final = 0.6
"""What a trade in the employer's name counts for somebody whose own trade is another one."""
_HOUSE: Final = 0.5
"""What the list of houses tells of an employer's world: meant, but surer words go before."""
NOBODY: Final[frozenset[str]] = frozenset()


def says_little(reading: Reading, fields: Fields) -> bool:
    """Whether no field is named: nothing at all, the running of a house, or what is done about any field."""
    return all(
        id in _LITTLE or fields.all[id].kind == "lead" or value < _MAY_BE
        for id, value in reading.values.items()
    )


def is_open(reading: Reading, fields: Fields) -> bool:
    """Whether only trades of many worlds are named, or only words that may mean several things."""
    said = [(fields.all[id], value) for id, value in reading.values.items() if value >= _MAY_BE]
    return all(
        item.wide or item.kind in ("lead", "carrier") or item.id in _LITTLE or value < _PLAIN
        for item, value in said
    )


def of_employer(company: str, head: Headline | None, reading: Reading, fields: Fields) -> frozenset[str]:
    """Fields that only the employer's name speaks for, where the person's own words name a trade."""
    if len(reading.values) < 2:
        return NOBODY
    names = (
        [company, *(s.text for s in head.segments if s.kind == "company" and s.text[:1].isupper())]
        if head
        else [company]
    )
    theirs = {word for name in names for words in clauses(name) for word in words}
    if not theirs or not any(theirs.issuperset(hit.words.split()) for hit in reading.hits):
        return NOBODY
    own = (
        {word for s in head.segments if s.kind != "company" for words in clauses(s.text) for word in words}
        if head
        else set()
    )
    found: dict[str, bool] = {}
    for hit in reading.hits:
        said = hit.words.split()
        only = theirs.issuperset(said) and not own.issuperset(said)
        found[hit.field] = found.get(hit.field, True) and only
    mine = any(
        fields.all[id].kind in ("role", "carrier") and reading.values.get(id, 0) >= _SURE
        for id, only in found.items()
        if not only
    )
    return frozenset(id for id, only in found.items() if only) if mine else NOBODY


def without_employer(reading: Reading, beside: frozenset[str], fields: Fields) -> Reading:
    """A reading where the employer's name, which alone says `beside`, tells the world at most, not what somebody does there."""
    kinds = fields.all
    values = {
        id: value if id not in beside or kinds[id].kind == "domain" else value * _EMPLOYED
        for id, value in reading.values.items()
        if id not in beside or kinds[id].kind in ("domain", "role")
    }
    return Reading(values, reading.hits)


def with_house(reading: Reading, sectors: Iterable[str], fields: Fields) -> Reading:
    """A reading with the world of a house (the `sectors` of its name) where nothing surer is."""
    add = {
        id: _HOUSE
        for id in sectors
        if id not in reading.values and id in fields.all and fields.all[id].kind == "domain"
    }
    return Reading({**reading.values, **add}, reading.hits) if add else reading
