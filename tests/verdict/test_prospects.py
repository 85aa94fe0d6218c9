"""What a look may be expected to show: numbers in 0..1 that scale its chances and weigh nothing against anybody."""

from __future__ import annotations

import pytest

from calabazas.engine.readings import hang_on
from calabazas.verdict.prospects import prospects
from kit import dossier


def expected(readers, *found, **seen):
    (d,) = hang_on([dossier(**seen)], readers)
    return prospects(d, frozenset(found))


def test_without_a_reading_all_is_open(readers):
    """Nothing read, nothing known."""
    assert prospects(dossier(), frozenset())["uncertainty"] == 1.0
    sure = expected(readers, headline="Ingeniero agrónomo especialista en riego")
    assert sure["uncertainty"] < 0.3


@pytest.mark.parametrize(
    ("shared", "draw"), [(None, 0), (0, 0), (5, 0.5), (10, 1), (24, 1), (25, 0.5), (400, 0.5)]
)
def test_contacts_in_common_draw_until_they_are_a_crowd(readers, shared, draw):
    """A collector has hundreds of them."""
    assert expected(readers, mutual_connections=shared)["draw"] == draw


@pytest.mark.parametrize("code", ["collects", "sells", "lures"])
def test_who_wants_contacts_is_not_drawn_by_them(readers, code):
    """Common contacts are what they came for."""
    assert expected(readers, code, mutual_connections=10)["draw"] == 0


def test_what_vouches_for_a_headline(readers):
    """An employer named, contacts in common, a verification: the page would say less that is new."""
    bare = expected(readers, headline="CEO")["unvouched"]
    employed = expected(readers, headline="CEO", company="Hidroagro")["unvouched"]
    shared = expected(readers, headline="CEO", company="Hidroagro", mutual_connections=6)["unvouched"]
    verified = expected(readers, "verified", headline="CEO", company="Hidroagro", mutual_connections=6)[
        "unvouched"
    ]
    assert bare > employed > shared > verified


def test_a_modest_title_needs_less_vouching(readers):
    """Nobody invents being a technician."""
    assert (
        expected(readers, headline="Técnica de riego")["unvouched"]
        < expected(readers, headline="Global CEO")["unvouched"]
    )


@pytest.mark.parametrize(
    "seen",
    [
        {},
        {"headline": "CEO"},
        {"headline": "CEO", "mutual_connections": 900},
        {"mutual_connections": 7, "company": "x"},
    ],
)
def test_they_stay_between_nought_and_one(readers, seen):
    """They are shares."""
    for value in expected(readers, "verified", "note_interest", "mutuals.spoken", **seen).values():
        assert 0 <= value <= 1
