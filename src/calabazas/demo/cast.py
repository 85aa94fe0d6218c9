"""Who takes part in the demo: the member, her contacts, those who invite her, and what they wrote."""

from __future__ import annotations

import hashlib
import random
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

FILES: Final = ("member.toml", "people.toml", "invitations.toml")
_WRITTEN = re.compile(r"\{(\d{4})\}")


def read(name: str) -> bytes:
    """Load one of the demo's data files."""
    return files("calabazas.demo").joinpath(name).read_bytes()


def loaded(name: str) -> dict[str, Any]:
    """Parse one of the demo's data files."""
    return tomllib.loads(read(name).decode())


@cache
def version() -> str:
    """Tell one demo from another by its data: twelve hexadecimal digits."""
    return hashlib.sha256(b"\0".join(read(name) for name in FILES)).hexdigest()[:12]


def address(name: str, *, accents: bool = False) -> str:
    """Give the profile address of somebody invented; its ending makes it nobody's on LinkedIn."""
    folded = name if accents else unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in folded.lower() if not unicodedata.combining(c))
    return "https://www.linkedin.com/in/" + quote(re.sub(r"[^\w]+", "-", letters).strip("-") + "-demo")


@dataclass(frozen=True, slots=True)
class Days:
    """Moves what was written for one day to the day of this demo, so that it never ages."""

    today: date
    held_on: date

    def ago(self, days: int) -> date:
        """Give the day so many days back."""
        return self.today - timedelta(days=days)

    def moved(self, written: str) -> str:
        """Move a year or a month ("2019", "2019-04"); "" stays, and nothing comes to lie ahead."""
        if not written:
            return ""
        year, _, month = written.partition("-")
        day = min(date(int(year), int(month or 6), 15) + (self.today - self.held_on), self.today)
        return f"{day.year}-{day.month:02}" if month else str(day.year)

    def text(self, written: str) -> str:
        """Move the years that a text names as {2019}."""
        return _WRITTEN.sub(lambda found: self.moved(found[1]), written)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody she is connected with."""

    name: str
    url: str
    company: str
    title: str
    mail: str
    days: int


@dataclass(frozen=True, slots=True)
class Inviter:
    """Somebody who waits for her answer; `label` is what a careful person would answer."""

    name: str
    url: str
    days: int
    label: str
    why: str
    only: str = ""
    mail: bool = False
    headline: str | None = None
    place: str = ""
    note: str = ""
    mutual: tuple[str, ...] = ()
    mutual_count: int = 0
    page: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody, as they stand on the day of the demo."""

    days: Days
    member: dict[str, Any]
    people: dict[str, Any]
    contacts: tuple[Contact, ...]
    inviters: tuple[Inviter, ...]

    @property
    def name(self) -> str:
        """The member's name."""
        return f"{self.member['profile']['first']} {self.member['profile']['last']}"

    @property
    def url(self) -> str:
        """The member's own address."""
        return f"https://www.linkedin.com/in/{self.member['profile']['slug']}"

    def chance(self, what: str) -> random.Random:
        """Give dice of their own to each thing, so that a change in one leaves the others as they were."""
        return random.Random(f"{self.member['seed']} {what}")  # noqa: S311 - dice, not secrets

    def url_of(self, name: str) -> str:
        """Give the address of a contact or an inviter."""
        known = {each.name: each.url for each in self.contacts} | {
            each.name: each.url for each in self.inviters
        }
        return known[name]


def gather(today: date) -> Cast:
    """Bring everybody together for a day; the same day, the same people."""
    member, people = loaded("member.toml"), loaded("people.toml")
    days = Days(today, member["held_on"])
    inviters = tuple(_inviter(each, days) for each in loaded("invitations.toml")["invitation"])
    cast = Cast(days, member, people, (), inviters)
    taken = {each.name for each in inviters} | {cast.name}
    return Cast(days, member, people, _contacts(cast, taken), inviters)


def _inviter(told: dict[str, Any], days: Days) -> Inviter:
    told = {**told, "note": days.text(told.get("note", "")), "mutual": tuple(told.get("mutual", ()))}
    told["mutual_count"] = max(told.get("mutual_count", 0), len(told["mutual"]))
    return Inviter(url=address(told["name"]), **told)


def _contacts(cast: Cast, taken: set[str]) -> tuple[Contact, ...]:
    """Give the contacts with a story first, then invented ones until there are enough."""
    dice, people = cast.chance("contacts"), cast.people
    found = [
        Contact(c["name"], address(c["name"]), c["company"], c["title"], c.get("mail", ""), c["days"])
        for c in people["contact"]
    ]
    taken |= {each.name for each in found}
    circles = people["circle"]
    shares = [circle["share"] for circle in circles]
    oldest = cast.member["profile"]["joined_days"]
    while len(found) < people["contacts"] - people["hidden"]:
        name = f"{dice.choice(people['first'])} {dice.choice(people['last'])} {dice.choice(people['last'])}"
        if name in taken:
            continue
        taken.add(name)
        circle = dice.choices(circles, shares)[0]
        # Networks grow: most contacts are of the last years.
        days = 4 + int((oldest - 10) * dice.random() ** 1.4)
        mail = f"{address(name)[28:-5].replace('-', '.')}@correo.example" if dice.random() < 0.03 else ""
        url = address(name, accents=dice.random() < 0.04)
        found.append(
            Contact(name, url, dice.choice(circle["companies"]), dice.choice(circle["titles"]), mail, days)
        )
    return tuple(sorted(found, key=lambda each: (each.days, each.name)))
