"""Everything known of one person on one date, for one question; the only thing evidence sees.

Built by the store in a fixed number of set queries for all persons of a question, then
completed with readings of their texts. It knows no weights and reads no clock: `today` is a field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from calabazas.people.profile import EMPTY, Observation, Profile
from calabazas.people.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calabazas.evidence.finding import SourceRef
    from calabazas.reading.readings import Readings


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody: `slug` is "" when only a name is known."""

    id: int
    name: str
    slug: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation, in either direction. `exact` is False when only a list's coarse age is known."""

    incoming: bool
    sent_on: date
    exact: bool
    note: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Connected:
    """A first-degree tie as the newest archive knows it; `still` is False when a newer one lacks it."""

    on: date | None
    company: str
    position: str
    email: str
    still: bool
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Said:
    """One personal message; invitation notes that reappear as messages are left out."""

    on: date
    mine: bool
    text: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Conversation:
    """Personal messages with one person, counted; `said` holds the texts, oldest first (newest 200 at most)."""

    incoming: int
    outgoing: int
    days: int
    first: date
    last: date
    last_incoming: date | None
    last_outgoing: date | None
    said: tuple[Said, ...] = ()

    @property
    def two_way(self) -> bool:
        """Tell whether both wrote."""
        return self.incoming > 0 and self.outgoing > 0


@dataclass(frozen=True, slots=True)
class Link:
    """Another trace between member and person: kinds as in `people.records.Trace`."""

    kind: str
    on: date | None
    text: str
    detail: Mapping[str, str]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Deed:
    """An act of the member about the person: decided, done, met, starred, tagged, noted, overruled, asked..."""

    id: int
    at: date
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Echo:
    """The same note, profile text or picture under another name: `kind` is note, text or picture."""

    kind: str
    other: str
    source: SourceRef
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Employment:
    """A position of the member; ISO months or years, `end` "" is today."""

    company: str
    title: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Member:
    """The member's own context: what evidence compares a person with."""

    name: str = ""
    slug: str = ""
    headline: str = ""
    positions: tuple[Employment, ...] = ()
    schools: tuple[tuple[str, str, str], ...] = ()
    """School, start, end."""
    skills: tuple[str, ...] = ()
    posts: tuple[tuple[str, str], ...] = ()
    """Date and text of the member's own shares."""
    events: tuple[tuple[str, str], ...] = ()
    """Date and name of events attended or answered."""
    target_text: str = ""
    known_orgs: tuple[str, ...] = ()
    """Organisations the target names as familiar."""
    companies: Mapping[str, int] = field(default_factory=dict)
    """Folded company → number of contacts there."""
    followed_companies: frozenset[str] = frozenset()
    contacts: int = 0
    talked_with: frozenset[str] = frozenset()
    """Folded names of contacts with whom a two-way conversation exists."""
    contact_names: frozenset[str] = frozenset()
    """Folded names of all contacts."""
    inviter_names: frozenset[str] = frozenset()
    """Folded names of everybody who ever invited the member."""

    @property
    def positions_key(self) -> tuple[tuple[str, str, str, str], ...]:
        """The positions as plain tuples: company, title, start, end."""
        return tuple((p.company, p.title, p.start, p.end) for p in self.positions)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of `person` on `today`. Absent is not bad: unknown parts are None or empty."""

    person: Person
    today: date
    question: str = "triage"
    standing: Standing = Standing.WAITING
    invitation: Invited | None = None
    sent: Invited | None = None
    connection: Connected | None = None
    conversation: Conversation | None = None
    links: tuple[Link, ...] = ()
    observations: tuple[Observation, ...] = ()
    profile: Profile = EMPTY
    deeds: tuple[Deed, ...] = ()
    echoes: tuple[Echo, ...] = ()
    member: Member = field(default_factory=Member)
    readings: Readings | None = None

    @property
    def age_days(self) -> int | None:
        """Days since the invitation was sent; None when there is none."""
        return (self.today - self.invitation.sent_on).days if self.invitation else None

    @property
    def page_seen(self) -> bool:
        """Tell whether the member has opened the profile: its experience, About or activity were seen."""
        return self.profile.experience is not None or self.profile.activity is not None

    def overruled(self, code: str) -> bool:
        """Tell whether the member said of this finding that it was not so."""
        return any(d.kind == "overruled" and d.value == code for d in self.deeds)

    def did(self, kind: str) -> bool:
        """Tell whether an act of that kind stands."""
        # Of nearly everybody in a network there is none, and each is asked about a dozen times.
        return bool(self.deeds) and any(d.kind == kind for d in self.deeds)

    def answered(self, since: date) -> bool:
        """Tell whether the member says that they have written to them on that day or later."""
        return bool(self.deeds) and any(d.kind == "answered" and d.at >= since for d in self.deeds)
