"""A verification speaks for somebody; most have none, so its absence says nothing."""

from __future__ import annotations

import pytest

from calabazas.evidence.verified import find
from kit import dossier, heard


@pytest.mark.parametrize(("verified", "names"), [(True, {"verified.yes"}), (False, set()), (None, set())])
def test_three_values(verified, names):
    """Not verified and not looked at are alike."""
    said = heard(find, dossier(verified=verified))
    assert said.names == names
    assert said.unseen == frozenset()
