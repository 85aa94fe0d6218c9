"""A place that the target names speaks for somebody; no place speaks against."""

from __future__ import annotations

import pytest

from calabazas.evidence.place import find
from kit import dossier, heard


@pytest.mark.parametrize(
    ("location", "names"),
    [
        ("Murcia, España", {"place.first"}),
        ("Valencia, España", {"place.named"}),
        ("Lagos, Nigeria", set()),
        ("上海", set()),
        ("", set()),
        (None, set()),
    ],
)
def test_places(readers, location, names):
    """The first one named, another one named, anywhere else."""
    assert heard(find, dossier(headline="Agrónoma", location=location), readers).names == names


def test_without_a_target_no_place_counts(aimless):
    """A place can only add, and only if the target names it."""
    assert heard(find, dossier(headline="Agrónoma", location="Murcia, España"), aimless).silent
