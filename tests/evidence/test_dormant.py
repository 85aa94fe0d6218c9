"""Once strong and silent for three years: worth taking up again, never letting go."""

from __future__ import annotations

import pytest

from calabazas.evidence.dormant import find
from kit import dossier, said, talk


def found(*lines, question="purge"):
    return [x.level for x in find(dossier(question=question, talk=talk(*lines) if lines else None))]


def lines(days, n, both=True):
    return [said(days + i, "Sí", mine=both and bool(i % 2)) for i in range(n)]


@pytest.mark.parametrize(
    ("days", "n", "is_so"), [(1200, 6, True), (1200, 4, True), (1200, 3, False), (1000, 6, False)]
)
def test_strong_once_and_silent_since(days, n, is_so):
    """Five days or four shared messages make it strong, three years make it dormant."""
    assert bool(found(*lines(days, n))) is is_so


def test_one_side_alone_makes_nothing_strong():
    """Nine unanswered messages are no tie."""
    assert not found(*lines(1200, 9, both=False))


def test_asked_of_contacts_only():
    assert not found()
    assert not found(*lines(1200, 6), question="triage")
