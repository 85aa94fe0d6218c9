"""The same place in the same years; a big place says less, and the years have to overlap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.evidence.shared_past import find
from kit import ME, dossier, heard, role, study


def test_the_same_employer_in_the_same_years():
    """Whatever the legal form and accents."""
    said = heard(find, dossier(experience=(role("Técnica", "REGADIOS DEL SEGURA", "2014", "2017"),)))
    assert said.names == {"shared_past.employer"}
    finding = said.findings["shared_past.employer"]
    assert finding.facts["years"] == 4
    assert finding.part == 1.0


def test_a_few_months_together_weigh_less():
    """An overlap of degree."""
    brief = (role("Becaria", "Regadíos del Segura", "2018-01", "2018-07"),)
    assert heard(find, dossier(experience=brief)).findings["shared_past.employer"].part == 0.6


def test_a_place_with_many_contacts_says_less():
    """Contacts there stand in for its size."""
    big = replace(ME, companies={"regadios del segura": 300})
    said = heard(
        find, dossier(member=big, experience=(role("Técnica", "Regadíos del Segura", "2014", "2017"),))
    )
    assert said.names == {"shared_past.employer_large"}


@pytest.mark.parametrize(
    "seen",
    [
        {},
        {"experience": ()},
        {"experience": (role("Técnica", "Regadíos del Segura", "2001", "2005"),)},
        {"experience": (role("Técnica", "Regadíos del Segura", ""),)},
        {"experience": (role("Técnica", "Riegos del Ebro", "2014", "2017"),)},
        {"education": (study("Universidad Politécnica de Cartagena", "", "1990", "1995"),)},
        {"education": (study("Universidad Politécnica de Cartagena"),)},
    ],
)
def test_other_years_other_places_and_the_unseen(seen):
    """No overlap is nothing against anybody."""
    assert heard(find, dossier(**seen)).silent


def test_the_same_school_in_the_same_years():
    """A degree of overlap of half a year at least."""
    said = heard(
        find, dossier(education=(study("Universidad Politécnica de Cartagena", "Grado", "2008", "2012"),))
    )
    assert said.names == {"shared_past.school"}


def test_what_the_member_remembers():
    """In their own words."""
    assert heard(find, dossier(shared_employer="la beca de Hidroagro")).names == {"shared_past.remembered"}


def test_nobody_in_common_where_one_knows_people():
    """Said only when contacts in common were seen to be none."""
    past = (role("Técnica", "Regadíos del Segura", "2014", "2017"),)
    assert "nobody_knows.none" in heard(find, dossier(experience=past, mutual_connections=0)).names
    assert "nobody_knows.none" not in heard(find, dossier(experience=past)).names
    stranger = replace(ME, companies={})
    assert (
        "nobody_knows.none"
        not in heard(find, dossier(member=stranger, experience=past, mutual_connections=0)).names
    )
