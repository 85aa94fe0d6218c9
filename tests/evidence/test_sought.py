"""Whom one invited oneself, one wanted."""

from __future__ import annotations

from calabazas.evidence.sought import find
from kit import dossier, heard, invited


def test_an_invitation_of_ones_own():
    """Said in triage; in other questions the invitation is the question itself."""
    assert heard(find, dossier(sent=invited(90))).names == {"sought.invited"}
    assert heard(find, dossier(sent=invited(90), question="suggest")).silent
    assert heard(find, dossier()).silent
