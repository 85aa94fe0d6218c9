"""Dossiers for tests, in few words: plain frozen parts, read by the real readers where a reading is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from calabazas.engine.readings import hang_on
from calabazas.evidence.careers import fold_place
from calabazas.evidence.dossier import (
    Conversation,
    Deed,
    Dossier,
    Echo,
    Employment,
    Invited,
    Link,
    Member,
    Person,
    Said,
)
from calabazas.evidence.finding import Finding, SourceRef, Unseen
from calabazas.people.profile import Doing, Observation, Profile, Role, Study

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from calabazas.engine.readers import Readers

TODAY = date(2026, 11, 23)
SOURCE = SourceRef("test.csv", 7)
TARGET = """Soy ingeniera agrónoma y llevo proyectos de riego y agricultura de precisión.
Busco responsables de riego, agrónomos, técnicos de cooperativas agrarias, fabricantes de sensores agrícolas
e investigadores del suelo. Primero Murcia, después el resto de España.
No me interesan coaches, criptomonedas, venta de leads ni coleccionistas de contactos.
"""
ME = Member(
    name="Sabela Otero",
    slug="sabela-otero",
    positions=(
        Employment("Regadíos del Segura S.L.", "Ingeniera agrónoma", "2012-03", "2018-06"),
        Employment("Hidroagro", "Jefa de proyectos de riego", "2018-07", ""),
    ),
    schools=(("Universidad Politécnica de Cartagena", "2006", "2011"),),
    posts=(("2026-09-10", "Tensiómetros en almendro: lo que aprendimos de 40 sondas mal enterradas"),),
    companies={fold_place("Regadíos del Segura S.L."): 12, "hidroagro": 30},
    talked_with=frozenset({"lois vidal"}),
    contact_names=frozenset({"lois vidal", "ana ruiz"}),
    contacts=400,
)


def role(title: str, company: str, start: str = "", end: str | None = None, text: str = "") -> Role:
    return Role(title, company, start, end, text)


def study(school: str, degree: str = "", start: str = "", end: str = "") -> Study:
    return Study(school, degree, start, end)


def post(text: str, days: int | None = 10, kind: str = "post") -> Doing:
    return Doing(kind, text, None if days is None else TODAY - timedelta(days=days))


def said(days: int, text: str, *, mine: bool = False) -> Said:
    return Said(TODAY - timedelta(days=days), mine, text, SOURCE)


def talk(*lines: Said) -> Conversation:
    """Count a conversation as the store would."""
    lines = tuple(sorted(lines, key=lambda x: x.on))
    theirs, mine = [x for x in lines if not x.mine], [x for x in lines if x.mine]
    return Conversation(
        len(theirs),
        len(mine),
        len({x.on for x in lines}),
        lines[0].on,
        lines[-1].on,
        theirs[-1].on if theirs else None,
        mine[-1].on if mine else None,
        lines,
    )


def link(kind: str, text: str = "", **detail: str) -> Link:
    return Link(kind, None, text, detail, SOURCE)


def deed(kind: str, value: str = "", on: date = TODAY) -> Deed:
    return Deed(1, on, kind, value)


def echo(kind: str, other: str = "Somebody Else") -> Echo:
    return Echo(kind, other, SOURCE)


def invited(days: int = 5, note: str = "") -> Invited:
    return Invited(True, TODAY - timedelta(days=days), True, note, SOURCE)


def dossier(
    name: str = "Uxía Mouriño",
    *,
    note: str = "",
    days: int = 5,
    question: str = "triage",
    member: Member = ME,
    talk: Conversation | None = None,
    links: Iterable[Link] = (),
    deeds: Iterable[Deed] = (),
    echoes: Iterable[Echo] = (),
    observations: Iterable[Observation] = (),
    sent: Invited | None = None,
    today: date = TODAY,
    **seen: Any,
) -> Dossier:
    """Build a dossier; `seen` are fields of the profile that the member has looked at."""
    slug = name.lower().replace(" ", "-")
    return Dossier(
        person=Person(1, name, slug, f"https://www.linkedin.com/in/{slug}"),
        today=today,
        question=question,
        invitation=invited(days, note),
        sent=sent,
        conversation=talk,
        links=tuple(links),
        deeds=tuple(deeds),
        echoes=tuple(echoes),
        observations=tuple(observations),
        profile=Profile(**seen),
        member=member,
    )


@dataclass(frozen=True)
class Heard:
    """What evidence said: `names` as `code.level`, `unseen` as `code:look`, findings by name."""

    findings: dict[str, Finding]
    unseen: frozenset[str]

    @property
    def names(self) -> set[str]:
        """The findings as `code.level`."""
        return set(self.findings)

    @property
    def silent(self) -> bool:
        """Nothing at all is said, not even that something was not seen."""
        return not self.findings and not self.unseen


def heard(find: Callable[[Dossier], Any], d: Dossier, readers: Readers | None = None) -> Heard:
    """Ask one piece of evidence, the texts read first when readers are given."""
    if readers is not None:
        (d,) = hang_on([d], readers)
    says = list(find(d))
    return Heard(
        {f"{s.code}.{s.level}": s for s in says if isinstance(s, Finding)},
        frozenset(f"{s.code}:{s.look}" for s in says if isinstance(s, Unseen)),
    )


def with_seen(d: Dossier, **seen: Any) -> Dossier:
    """Give the same dossier with something more seen of the profile."""
    return replace(d, profile=replace(d.profile, **seen))
