"""One click says little, and says which skill."""

from __future__ import annotations

from calabazas.evidence.endorsement import find
from kit import dossier, heard, link


def test_both_directions_once_each():
    """Ten clicks are still clicks."""
    clicks = [
        link("endorsement_received", "Riego"),
        link("endorsement_received", "Suelos"),
        link("endorsement_given", "Python"),
    ]
    said = heard(find, dossier(links=clicks))
    assert said.names == {"endorsement.received", "endorsement.given"}
    assert said.findings["endorsement.received"].facts == {"skill": "Riego", "count": 2}


def test_none_says_nothing():
    """Most people never click."""
    assert heard(find, dossier()).silent
    assert (
        "skill" in heard(find, dossier(links=[link("endorsement_given")])).findings["endorsement.given"].facts
    )
