"""Connections.csv: who is in the network, as of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.people.identity import slug_of
from calabazas.people.records import Connection, Skipped
from calabazas.sources.archive import columns as c
from calabazas.sources.archive import dates
from calabazas.sources.archive.sheets import Layout, Table

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(table: Table) -> Iterator[Connection | Skipped]:
    """Read the contacts; hidden ones, of whom only the date is given, are counted."""
    at = table.at
    first, last, url, email = at("first"), at("last"), at("url"), at("email")
    company, position, on = at("company"), at("position"), at("on")
    hidden = 0
    for line, row in table.rows():
        name = f"{row[first]} {row[last]}".strip()
        address = row[url]
        slug = slug_of(address) if address else ""
        if not name and not slug:
            hidden += any(row)
            continue
        if address and not slug:
            table.slug(address, line)
        try:
            day = table.when(row[on], line) if "/" in row[on] else dates.day(row[on])
        except ValueError:
            day = table.when(row[on], line)
        yield Connection(
            line,
            name or slug,
            slug,
            row[email].strip().lower(),
            row[company].strip(),
            row[position].strip(),
            day,
        )
    if hidden:
        yield Skipped("hidden_connection", hidden)


LAYOUT = Layout(
    "connections",
    {
        "first": c.FIRST,
        "last": c.LAST,
        "url": ("url", "profileurl", "profilurl", "urldelperfil", "urlduprofil"),
        "email": (
            "emailaddress", "emailadresse", "direcciondecorreoelectronico", "correoelectronico", "adresseemail",
            "email",
        ),
        "company": ("company", "unternehmen", "firma", "empresa", "entreprise", "societe"),
        "position": ("position", "cargo", "puesto", "poste", "fonction"),
        "on": (
            "connectedon", "verbundenam", "vernetztam", "conectadoel", "conectadael", "fechadeconexion",
            "conexionel", "connectele", "enrelationdepuis", "datedeconnexion",
        ),
    },
    ("first", "last", "on"),
    read,
)  # fmt: skip
