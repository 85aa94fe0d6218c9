"""A card that puts somebody at a firm where the member has worked: a hint, of no year."""

from __future__ import annotations

import pytest

from calabazas.evidence.shared_firm import find
from kit import dossier, heard, link, role


def card(company: str, kind: str = "address_book"):
    return link(kind, told_company=company, title="Técnico")


@pytest.mark.parametrize("kind", ["address_book", "listed"])
def test_a_card_at_a_firm_of_ones_own(kind):
    """Legal forms and case are written differently everywhere."""
    said = heard(find, dossier(question="suggest", links=[card("Regadíos del Segura, SL", kind)]))
    assert said.names == {"shared_firm.card"}
    assert said.findings["shared_firm.card"].facts == {"company": "Regadíos del Segura S.L."}


def test_silences():
    """Another firm, no firm, another kind of link, another question; a career seen is compared by its years instead."""
    assert heard(find, dossier(question="suggest", links=[card("Aguas del Norte")])).silent
    assert heard(find, dossier(question="suggest", links=[card("")])).silent
    assert heard(find, dossier(question="suggest", links=[card("Hidroagro", "private_note")])).silent
    assert heard(find, dossier(question="triage", links=[card("Hidroagro")])).silent
    seen = dossier(question="suggest", links=[card("Hidroagro")], experience=(role("Técnico", "Hidroagro"),))
    assert heard(find, seen).silent
