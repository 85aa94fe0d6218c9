"""Whom the network lacks: only asked of candidates, only of a real company, only by the member's own contacts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.evidence.rarity import find, firm_of
from kit import ME, dossier, heard


def asked(company: str, question: str = "suggest", **member: object):
    return heard(find, dossier(question=question, company=company, member=replace(ME, **member)))


@pytest.mark.parametrize(
    ("known", "names"),
    [
        (0, {"rarity.first"}), (1, {"rarity.few"}), (5, {"rarity.few"}), (6, set()), (19, set()), (20, {"rarity.crowd"}),
    ],
)  # fmt: skip
def test_the_first_adds_more_than_the_twentieth(known, names):
    """Between the few and the many nothing is said."""
    companies = {"aguas del norte": known} if known else {}
    assert asked("Aguas del Norte", companies=companies).names == names


def test_a_followed_company_where_nobody_is_known():
    """Whom the member follows without knowing anybody there is a gap they have shown themselves."""
    assert asked("Aguas Norte", followed_companies=frozenset({"aguas norte"})).names == {
        "rarity.followed_gap"
    }
    both = {"companies": {"aguas norte": 2}, "followed_companies": frozenset({"aguas norte"})}
    assert asked("Aguas Norte", **both).names == {"rarity.few"}


@pytest.mark.parametrize("company", ["", "Freelance", "Autónoma", "Self-employed", "S.L."])
def test_no_company_is_no_gap(company):
    """Nobody is the first at "freelance"."""
    assert asked(company).silent
    assert firm_of(dossier(company=company)) == ""


@pytest.mark.parametrize("question", ["triage", "purge"])
def test_only_candidates_are_asked(question):
    """An inviter is not judged by how few of their colleagues are known."""
    assert asked("Aguas del Norte", question).silent
