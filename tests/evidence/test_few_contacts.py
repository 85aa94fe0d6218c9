"""Few contacts are said only beside a long or lofty career; for a newcomer they are as they should be."""

from __future__ import annotations

import pytest

from calabazas.evidence.few_contacts import find
from kit import dossier, heard, role

LONG = (role("Ingeniera", "Hidroagro", "2009"),)


def test_a_long_career_with_hardly_a_contact(readers):
    """Said with its number."""
    said = heard(find, dossier(connections=31, mutual_connections=0, experience=LONG), readers)
    assert said.names == {"few_contacts.few"}
    assert said.findings["few_contacts.few"].facts == {"count": 31}


def test_a_top_title_with_hardly_a_contact(readers):
    """Whatever the years."""
    assert heard(find, dossier(headline="CEO", connections=31, mutual_connections=0), readers).names == {
        "few_contacts.few"
    }


def test_what_was_not_seen_is_not_said(readers):
    """Contacts in common not looked at are not "none in common"."""
    seen = heard(find, dossier(connections=31, mutual_connections=0, experience=LONG), readers)
    unseen = heard(find, dossier(connections=31, experience=LONG), readers)
    assert "none in common" in seen.findings["few_contacts.few"].sentence.id
    assert "none in common" not in unseen.findings["few_contacts.few"].sentence.id


@pytest.mark.parametrize(
    "seen",
    [
        {"experience": LONG},
        {"connections": 31, "experience": (role("Técnica", "Coop", "2023"),)},
        {"connections": 31, "experience": LONG, "mutual_connections": 2},
        {"connections": 31, "connections_open": True, "experience": LONG},
        {"connections": 100, "experience": LONG},
        {"connections": 31, "headline": "Becaria"},
        {"connections": 0},
    ],
)
def test_newcomers_and_the_unseen_lose_nothing(readers, seen):
    """Unknown numbers, short careers, people in common."""
    assert heard(find, dossier(**seen), readers).silent


def test_hardly_any_contacts_outweigh_one_in_common(readers):
    """Eleven contacts after eleven years, one of them shared: that one may have clicked yes yesterday."""
    seen = {"connections": 11, "experience": (role("Solicitor", "Carrick LLP", "2015"),)}
    assert heard(find, dossier(mutual_connections=1, **seen), readers).names == {"few_contacts.few"}
    assert heard(find, dossier(mutual_connections=3, **seen), readers).silent
