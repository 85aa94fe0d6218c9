"""A recommendation puts one's own name to somebody, in either direction."""

from __future__ import annotations

import pytest

from calabazas.evidence.recommendation import find
from kit import dossier, heard, link


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        (["recommendation_received"], {"recommendation.received"}),
        (["recommendation_given"], {"recommendation.given"}),
        (
            ["recommendation_given", "recommendation_received"],
            {"recommendation.received", "recommendation.given"},
        ),
        (["endorsement_given"], set()),
        ([], set()),
    ],
)
def test_both_directions(kinds, names):
    """And none says nothing."""
    assert heard(find, dossier(links=map(link, kinds))).names == names
