"""Contacts in common count for little, those really talked with for more; none in common is common."""

from __future__ import annotations

import pytest

from calabazas.evidence.mutuals import find
from kit import dossier, heard


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (None, set()),
        (0, {"mutuals.none"}),
        (1, {"mutuals.few"}),
        (2, {"mutuals.few"}),
        (3, {"mutuals.some"}),
        (9, {"mutuals.some"}),
        (10, {"mutuals.many"}),
    ],
)
def test_the_number(count, names):
    """Not seen is not none."""
    assert heard(find, dossier(mutual_connections=count)).names == names


def test_one_who_is_really_talked_with():
    """Names are compared without accents or case; a contact never written to says nothing."""
    said = heard(find, dossier(mutual_names=("LOIS  VIDAL", "Ana Ruiz"), mutual_connections=2))
    assert said.names == {"mutuals.spoken", "mutuals.few"}
    assert said.findings["mutuals.spoken"].facts == {"count": 1}
    assert heard(find, dossier(mutual_names=("Ana Ruiz",))).silent
