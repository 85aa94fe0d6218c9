"""A profile as seen: three-valued, so that what was not looked at never counts against anybody.

`None` was not seen; an empty text or tuple was seen to be empty.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Role:
    """A position: years or months as ISO text (`2019`, `2019-03`; "" unknown); `end` None is today."""

    title: str
    company: str
    start: str = ""
    end: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """An education entry."""

    school: str
    degree: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Doing:
    """One piece of activity: kind post, comment, reaction, share, article; `on` the day it happened."""

    kind: str
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that can be seen of a person; the newest sight of each fact wins, all are kept beside."""

    headline: str | None = None
    position: str | None = None
    company: str | None = None
    location: str | None = None
    mutual_connections: int | None = None
    mutual_names: tuple[str, ...] | None = None
    connections: int | None = None
    connections_open: bool = False
    """True when the page only said "500+"."""
    followers: int | None = None
    joined: int | None = None
    """Year the account was opened."""
    verified: bool | None = None
    photo: str | None = None
    """face, none, logo, group, stock_suspect, ai_suspect, elsewhere: the member's own tick."""
    about: str | None = None
    experience: tuple[Role, ...] | None = None
    education: tuple[Study, ...] | None = None
    skills: tuple[str, ...] | None = None
    activity: tuple[Doing, ...] | None = None
    recommendations: int | None = None
    updated: str | None = None
    """When contact details were last updated, as the page says it."""
    known: bool | None = None
    """The member's answer to "do you know each other?"."""
    commented_posts: int | None = None
    """Comments on the member's posts, counted by the member."""
    event: str | None = None
    """An event both attended, in the member's words."""
    shared_employer: str | None = None
    """What the member remembers of a shared employer, in words."""
    answer: str | None = None
    """What the inviter answered when asked what brings them here."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One sight of a profile: when, from what, and which facts it held."""

    observed_on: date
    source: str
    profile: Profile
    file: str = ""
    row: int = 0


def merge(observations: tuple[Observation, ...]) -> Profile:
    """Put the sights together, the newest first for each fact; what disagrees stays in the observations."""
    newest = sorted(observations, key=lambda o: o.observed_on)
    values: dict[str, object] = {}
    for observation in newest:
        for item in fields(Profile):
            value = getattr(observation.profile, item.name)
            if value is not None and not (item.name == "connections_open" and not _counted(observation)):
                values[item.name] = value
    return Profile(**values)  # type: ignore[arg-type]


def _counted(observation: Observation) -> bool:
    return observation.profile.connections is not None


EMPTY = Profile()
