"""An event that both attended, in the member's own words."""

from __future__ import annotations

from calabazas.evidence.shared_event import find
from kit import dossier, heard


def test_the_member_says_so():
    """What a note claims is the note's evidence."""
    assert heard(find, dossier(event="FIMA 2024")).names == {"shared_event.attended"}
    assert heard(find, dossier(event="")).silent
    assert heard(find, dossier(note="Nos vimos en FIMA")).silent
