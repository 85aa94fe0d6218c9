"""The member's own facts: shared employers, schools and fields are judged against them."""

from __future__ import annotations

import pytest

from calabazas.people.records import MemberFact


@pytest.mark.parametrize(
    ("name", "kind", "facts"),
    [
        ("Profile Summary.csv", "profile", [{"summary": "Ayudo a empresas, desde 2009."}]),
        (
            "Positions.csv",
            "position",
            [
                {"company": "Ferreiro Consultoría", "title": "Consultora", "description": "", "location": "A Coruña",
                 "start": "2020-01", "end": ""},
                {"company": "Agencia Marea", "title": "Directora de cuentas", "description": "Cuentas B2B, naval",
                 "location": "", "start": "2014-01", "end": "2019-12"},
            ],
        ),
        (
            "Education.csv",
            "education",
            [{"school": "Universidade da Coruña", "degree": "Licenciatura en Publicidad", "notes": "", "activities": "",
              "start": "2005", "end": "2010-06"}],
        ),
        ("Skills.csv", "skill", [{"name": "Marketing B2B"}, {"name": "Ferias, congresos"}]),
        (
            "Email Addresses.csv",
            "email",
            [{"address": "lucia@ferreiro.example", "confirmed": "Yes", "primary": "Yes", "updated_on": "2025-08-05T10:12:00"}],
        ),
        ("Registration.csv", "registration", [{"on": "2009-03-04T21:05:00"}]),
    ],
)  # fmt: skip
def test_each_sheet_reads_to_the_letter(sample, name: str, kind: str, facts: list[dict[str, str]]) -> None:
    """Months and years as ISO text; an open end is empty, which is today."""
    _, good, problems = sample(name)
    assert good == [MemberFact(row, kind, detail) for row, detail in enumerate(facts, 2)]
    assert not problems


def test_the_profile_leaves_out_what_nobody_needs(sample) -> None:
    """Birth date, street and postcode are not read: what is not kept cannot be weighed or lost."""
    _, [fact], problems = sample("Profile.csv")
    assert not problems
    assert fact.detail == {
        "first_name": "Lucía",
        "last_name": "Ferreiro Castro",
        "maiden_name": "",
        "name": "Lucía Ferreiro Castro",
        "headline": "Consultora de marketing B2B",
        "summary": "Ayudo a empresas.\nDesde 2009.",
        "industry": "Servicios de marketing",
        "location": "A Coruña, Galicia",
        "websites": "[PERSONAL:https://ferreiro.example]",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Nombre de la empresa,Cargo,Descripción,Ubicación,Fecha de inicio,Fecha de finalización\nMarea,Jefa,,,ene 2014,dic. 2019\n",
            "positions",
        ),
        (
            "Unternehmen,Titel,Beschreibung,Standort,Startdatum,Enddatum\nMarea,Jefa,,,Januar 2014,Dez. 2019\n",
            "positions",
        ),
        (
            "Nom de l'entreprise,Titre,Description,Lieu,Date de début,Date de fin\nMarea,Jefa,,,janv. 2014,déc. 2019\n",
            "positions",
        ),
    ],
)
def test_headings_and_months_of_other_languages_read(sheet, text: str, kind: str) -> None:
    """Insurance against a translated archive."""
    found, [fact], problems = sheet(text)
    assert (found, fact.detail["company"], fact.detail["start"], fact.detail["end"]) == (
        kind,
        "Marea",
        "2014-01",
        "2019-12",
    )
    assert not problems
