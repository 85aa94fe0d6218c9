"""Whom one keeps in the address book one has known."""

from __future__ import annotations

from calabazas.evidence.address_book import find
from kit import SOURCE, dossier, heard, link


def test_an_entry_is_said_once_with_its_row():
    """Two entries of one person are one acquaintance."""
    said = heard(find, dossier(links=[link("private_note"), link("address_book"), link("address_book")]))
    assert said.names == {"address_book.listed"}
    assert said.findings["address_book.listed"].sources == (SOURCE,)


def test_who_is_not_listed_loses_nothing():
    """No entry says nothing."""
    assert heard(find, dossier(links=[link("endorsement_given")])).silent
