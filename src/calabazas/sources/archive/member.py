"""What the archive says of the member: profile, positions, education, skills, addresses, registration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.people.records import MemberFact
from calabazas.sources.archive import columns as c
from calabazas.sources.archive.sheets import Layout, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reader = Callable[[Table], Iterator[MemberFact]]


def facts(kind: str, keys: tuple[str, ...], dated: tuple[str, ...] = ()) -> Reader:
    """Make the reader of a sheet whose columns are the facts; those in `dated` become ISO text.

    Each fact holds every key, empty where the file has nothing. A row without its first key is no fact.
    """

    def read(table: Table) -> Iterator[MemberFact]:
        places = [(key, table.at(key)) for key in keys]
        dates = [(key, table.at(key)) for key in dated]
        for line, row in table.rows():
            if not any(row):
                continue
            detail = {key: row[at].strip() for key, at in places}
            detail |= {key: table.when(row[at], line) for key, at in dates}
            yield MemberFact(line, kind, detail)

    return read


def _profile(table: Table) -> Iterator[MemberFact]:
    """Read the one row of Profile.csv; birth date, street and postcode are left where they are."""
    keys = (
        "first_name",
        "last_name",
        "maiden_name",
        "headline",
        "summary",
        "industry",
        "location",
        "websites",
    )
    for fact in facts("profile", keys)(table):
        name = f"{fact.detail['first_name']} {fact.detail['last_name']}".strip()
        yield fact._replace(detail={**fact.detail, "name": name})


PROFILE = Layout(
    "profile",
    {
        "first_name": c.FIRST,
        "last_name": c.LAST,
        "maiden_name": ("maidenname",),
        "headline": ("headline", "titular", "profilslogan", "titreduprofil"),
        "summary": ("summary", "extracto", "acercade", "zusammenfassung", "resume"),
        "industry": ("industry", "sector", "branche", "secteur"),
        "location": ("geolocation", "ubicaciongeografica", "location"),
        "websites": ("websites", "sitiosweb"),
    },
    ("first_name", "last_name", "headline", "summary"),
    _profile,
)
SUMMARY = Layout(
    "profile_summary",
    {
        "summary": (
            "profilesummary",
            "resumendelperfil",
            "extractodelperfil",
            "profilzusammenfassung",
            "resumeduprofil",
        )
    },
    ("summary",),
    facts("profile", ("summary",)),
    only=True,
)
POSITIONS = Layout(
    "positions",
    {
        "company": c.COMPANY,
        "title": c.TITLE,
        "description": c.DESCRIPTION,
        "location": c.PLACE,
        "start": c.STARTED,
        "end": c.FINISHED,
    },
    ("company", "title", "start"),
    facts("position", ("company", "title", "description", "location"), ("start", "end")),
)
EDUCATION = Layout(
    "education",
    {
        "school": (
            "schoolname",
            "school",
            "centroeducativo",
            "nombredelcentro",
            "hochschule",
            "schule",
            "ecole",
        ),
        "degree": ("degreename", "degree", "titulacion", "abschluss", "diplome"),
        "notes": ("notes", "notas", "notizen"),
        "activities": ("activities", "actividades", "aktivitaten", "activites"),
        "start": c.STARTED,
        "end": c.FINISHED,
    },
    ("school", "start", "degree"),
    facts("education", ("school", "degree", "notes", "activities"), ("start", "end")),
)
SKILLS = Layout(
    "skills",
    {"name": ("name", "nombre", "nom", "skill", "aptitud")},
    ("name",),
    facts("skill", ("name",)),
    only=True,
)
EMAILS = Layout(
    "email_addresses",
    {
        "address": ("emailaddress", "direcciondecorreoelectronico", "emailadresse", "adresseemail"),
        "confirmed": ("confirmed", "confirmado", "bestatigt", "confirme"),
        "primary": ("primary", "principal", "primar"),
        "updated_on": ("updatedon", "actualizadoel", "aktualisiertam", "misajourle"),
    },
    ("address", "confirmed", "primary"),
    facts("email", ("address", "confirmed", "primary"), ("updated_on",)),
)
REGISTRATION = Layout(
    "registration",
    {"on": ("registeredat", "fechaderegistro", "registriertam", "inscritle"), "ip": ("registrationip",)},
    ("on", "ip"),
    facts("registration", (), ("on",)),
)

LAYOUTS = (PROFILE, SUMMARY, POSITIONS, EDUCATION, SKILLS, EMAILS, REGISTRATION)
