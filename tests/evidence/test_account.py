"""A new account counts only against a long or lofty career; newcomers have new accounts."""

from __future__ import annotations

import pytest

from calabazas.evidence.account import find
from kit import dossier, heard, role

LONG = (role("Ingeniera de riego", "Hidroagro", "2006"),)
SHORT = (role("Técnica de campo", "Coop. La Vega", "2023"),)


def test_what_was_not_seen_is_asked_for_and_says_nothing(readers):
    """Unseen is silent: most members never open "About this profile"."""
    said = heard(find, dossier(headline="CEO", experience=LONG), readers)
    assert said.names == set()
    assert said.unseen == {"account:about"}


def test_a_long_career_under_a_new_account_is_said(readers):
    """Twenty years told by an account of months: weak alone, so it is only said."""
    said = heard(find, dossier(headline="Ingeniera", joined=2026, experience=LONG), readers)
    assert said.names == {"account.new_long_career"}
    assert said.findings["account.new_long_career"].facts == {"joined": 2026, "career_years": 20}


@pytest.mark.parametrize("headline", ["Becaria de agronomía", "Estudiante de Ingeniería Agronómica"])
def test_who_starts_anew_is_a_newcomer_whatever_they_did_before(readers, headline):
    """Somebody retraining after twenty years at something else has reason for a new account."""
    said = heard(find, dossier(headline=headline, joined=2026, experience=LONG), readers)
    assert said.names == {"account.new"}


def test_a_position_at_the_very_top_is_said_apart(readers):
    """A new account at the head of a house, with no career told."""
    assert heard(find, dossier(headline="CEO, Aguas del Sur", joined=2025), readers).names == {
        "account.new_top"
    }


def test_a_newcomer_is_only_a_newcomer(readers):
    """A modest career and a new account belong together."""
    said = heard(find, dossier(headline="Técnica de campo", joined=2026, experience=SHORT), readers)
    assert said.names == {"account.new"}


@pytest.mark.parametrize(
    ("joined", "names"), [(2020, {"account.long_standing"}), (2012, {"account.long_standing"}), (2022, set())]
)
def test_years_of_standing_speak_for_somebody(joined, names):
    """Between new and old the year says nothing."""
    assert heard(find, dossier(joined=joined)).names == names


def test_no_look_is_asked_for_outside_triage():
    """Nobody studies four hundred contacts one by one."""
    assert heard(find, dossier(question="purge")).silent
