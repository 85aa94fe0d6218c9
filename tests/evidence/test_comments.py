"""Who takes part in what the member writes."""

from __future__ import annotations

import pytest

from calabazas.evidence.comments import find
from kit import dossier, heard


@pytest.mark.parametrize(
    ("count", "names"), [(None, set()), (0, set()), (1, {"comments.one"}), (7, {"comments.several"})]
)
def test_comments_are_counted_as_the_member_counted_them(count, names):
    """None counted and not looked at say the same: nothing."""
    said = heard(find, dossier(commented_posts=count))
    assert said.names == names
    assert said.unseen == frozenset()
