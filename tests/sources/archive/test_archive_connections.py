"""Connections: the network as of the archive. A person lost or invented here is wrong everywhere after."""

from __future__ import annotations

import pytest

from calabazas.people.records import Connection, Skipped

ROW = "Ana,Gil,https://www.linkedin.com/in/ana-gil,,Faro,Jefa de planta,08 Feb 2026\n"


def test_the_sample_reads_to_the_letter(sample) -> None:
    """Preamble, quoted commas, doubled quotes, emoji, percent-encoded slug, leap day, no end of line at the end."""
    kind, good, problems = sample("Connections.csv")
    assert kind == "connections"
    assert not problems
    assert good == [
        Connection(5, "Marta Iriarte, Ph.D.", "marta-iriarte", "marta@example.net", "Quercus, S.A.", 'Head of "Growth"', "2026-02-08"),
        Connection(6, "Núria Serra", "núria-serra-9", "", "", "", "2025-06-07"),
        Connection(9, "Ravi Rao 🚀", "ravi-rao", "", "Kestrel", "Data Engineer", "2020-02-29"),
        Skipped("hidden_connection", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Fecha de conexión",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le",
        "FIRST NAME, Last name ,Url,Email_Address,company,POSITION,connected on",
    ],
)
def test_headings_of_other_languages_read(sheet, head: str) -> None:
    """No translated archive has been seen; should one come, its people are not lost."""
    _, good, problems = sheet(f"{head}\n{ROW}")
    assert good == [Connection(2, "Ana Gil", "ana-gil", "", "Faro", "Jefa de planta", "2026-02-08")]
    assert not problems


def test_archives_before_2023_have_no_addresses(sheet) -> None:
    """The column came in mid-2023; older people are known by name and company."""
    _, good, problems = sheet(
        "First Name,Last Name,Email Address,Company,Position,Connected On\nAna,Gil,,Faro,Jefa,08 Feb 2022\n"
    )
    assert good == [Connection(2, "Ana Gil", "", "", "Faro", "Jefa", "2022-02-08")]
    assert not problems


def test_hidden_members_are_counted_and_made_no_people(sheet) -> None:
    """Rows with a date only can be matched to nobody; empty rows are not even that."""
    _, good, _ = sheet("First Name,Last Name,URL,Connected On\n,,,08 Feb 2026\n,,,\n,,,07 Feb 2026\n")
    assert good == [Skipped("hidden_connection", 2)]


def test_a_row_with_a_bad_date_or_address_is_kept_and_told(sheet) -> None:
    """Who somebody is matters more than since when."""
    _, good, problems = sheet(
        "First Name,Last Name,URL,Company,Position,Connected On\n"
        "Ana,Gil,https://www.linkedin.com/in/ana-gil,Faro,Jefa,31 Feb 2026\n"
        "Luis,Gil,https://evil.example/in/luis,Faro,Jefe,08 Feb 2026\n"
    )
    assert [(row.name, row.slug, row.connected_on) for row in good] == [
        ("Ana Gil", "ana-gil", ""),
        ("Luis Gil", "", "2026-02-08"),
    ]
    assert [problem.row for problem in problems] == [2, 3]


def test_a_heading_alone_is_an_empty_network(sheet) -> None:
    """LinkedIn delivers files with nothing but their heading."""
    assert sheet("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n") == (
        "connections",
        [],
        [],
    )
