"""Closed accounts and second ones: what the member saw goes first, a twin only seems so."""

from __future__ import annotations

import pytest

from calabazas.evidence.gone import find
from kit import deed, dossier, echo


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"deeds": [deed("gone", "closed")]}, "closed"),
        ({"deeds": [deed("gone", "duplicate")]}, "duplicate"),
        ({"echoes": [echo("twin")]}, "twin"),
        ({"deeds": [deed("gone", "closed")], "echoes": [echo("twin")]}, "closed"),
    ],
)
def test_how_it_is_known(facts, level):
    assert [x.level for x in find(dossier(question="purge", **facts))] == [level]


def test_a_shared_text_is_no_second_account():
    """Echoes of notes and pictures are another question."""
    assert not list(find(dossier(question="purge", echoes=[echo("text"), echo("note")])))
    assert not list(find(dossier(deeds=[deed("gone", "closed")])))
