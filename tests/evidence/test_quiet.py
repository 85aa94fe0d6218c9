"""Silence is told, by how long; it says little and decides nothing alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from calabazas.evidence.dossier import Connected, Link
from calabazas.evidence.quiet import find
from kit import SOURCE, TODAY, dossier, said, talk


def levels(*, years=None, lines=(), links=(), question="purge"):
    on = None if years is None else TODAY - timedelta(days=round(years * 365.25))
    tie = Connected(on, "", "", "", still=True, source=SOURCE)
    d = dossier(question=question, talk=talk(*lines) if lines else None, links=links)
    return [x.level for x in find(replace(d, connection=tie))]


@pytest.mark.parametrize(("years", "level"), [(1, "so_far"), (3.9, "so_far"), (4.1, "never"), (11, "never")])
def test_never_a_word_by_years(years, level):
    """Below four years something still comes of one in forty (`benchmarks/purge.py`)."""
    assert levels(years=years) == [level]


def test_an_unknown_day_is_no_silence():
    """Without the day nobody can say for how long."""
    assert levels() == []


def test_a_few_lines_long_ago():
    """Three years after a few lines the tie is asleep; within them it is not."""
    assert levels(years=9, lines=[said(1200, "Hola"), said(1199, "Hola", mine=True)]) == ["long"]
    assert levels(years=9, lines=[said(900, "Hola")]) == []


def test_a_strong_tie_is_never_only_quiet():
    """Once strong is dormant, which is another thing."""
    assert levels(years=9, lines=[said(1500 + n, "Sí", mine=bool(n % 2)) for n in range(6)]) == []


def test_a_recent_deed_of_the_member_breaks_the_silence():
    """Who was commented on last year is not silent, messages or none."""
    lately = Link("comment", TODAY - timedelta(days=300), "", {}, SOURCE)
    assert levels(years=9, links=[lately]) == []


def test_only_contacts_are_quiet():
    """Whoever knocks at the door has had no time to be."""
    assert levels(years=9, question="triage") == []
