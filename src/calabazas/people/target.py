"""Whom the member wants in their network and what they want to be known for, as plain words that they can correct."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A phrase of the target; `weight` below 1 where the member said it matters less.

    `context` is set where the phrase leans on the rest ("journalists who cover *the sector*").
    """

    phrase: str
    weight: float = 1.0
    context: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Kinds of people who are welcome only under a condition, in the member's words."""

    who: str
    only_if: str


@dataclass(frozen=True, slots=True)
class Target:
    """The member's target as understood; every part can be edited and none of it is needed."""

    text: str = ""
    wanted: tuple[Wish, ...] = ()
    unwanted: tuple[Wish, ...] = ()
    conditions: tuple[Condition, ...] = ()
    known_as: tuple[str, ...] = ()
    """What the member wants to be known for."""
    about_me: tuple[str, ...] = ()
    """What the member says they are; it helps to read the rest and is not a wish."""
    places: tuple[str, ...] = ()
    """Wanted places, the first one most; a place can only add."""
    seniorities: tuple[str, ...] = ()
    """Levels named (LinkedIn's names)."""
    any_seniority: bool = False
    known_orgs: tuple[str, ...] = ()
    """Employers, clients and events whose people the member already knows."""
    excluded: tuple[str, ...] = ()
    """Kinds left out: collector, pitch, mlm, crypto, leads, coaching, recruiter, outsourcing, reseller, fake, student."""
    follow_others: bool = False
    """Decent people of other sectors are to be followed rather than accepted."""

    @property
    def empty(self) -> bool:
        """Whether nothing is wanted or refused."""
        return not (self.wanted or self.unwanted or self.excluded or self.conditions)
