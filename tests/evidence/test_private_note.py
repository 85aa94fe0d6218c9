"""What the member wrote down about somebody is shown in their own words."""

from __future__ import annotations

from calabazas.evidence.private_note import find
from kit import dossier, heard, link


def test_a_note_kept():
    """The first with words in it."""
    said = heard(
        find, dossier(links=[link("private_note", "  "), link("private_note", "Feria 2024: sondas baratas")])
    )
    assert said.names == {"private_note.kept"}
    assert said.findings["private_note.kept"].sentence.args == {"note": "Feria 2024: sondas baratas"}


def test_none_kept():
    """An empty note is none."""
    assert heard(find, dossier(links=[link("private_note", ""), link("address_book", "x")])).silent
