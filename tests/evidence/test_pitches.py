"""Two offers that nobody answered are a habit; an answer makes a correspondent of anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from calabazas.evidence.dossier import Connected
from calabazas.evidence.pitches import find
from calabazas.reading.readings import Readings, TalkReading
from kit import SOURCE, TODAY, dossier, said, talk


def levels(offers, *, years=5.0, mine=False, read=True, question="purge"):
    lines = [said(500 - n, "Una oferta") for n in range(3)] + (
        [said(100, "No, gracias", mine=True)] if mine else []
    )
    on = TODAY - timedelta(days=round(years * 365))
    return [
        x.level
        for x in find(
            replace(
                dossier(question=question, talk=talk(*lines)),
                connection=Connected(on, "", "", "", still=True, source=SOURCE),
                readings=Readings(talk=TalkReading(offers=offers)) if read else None,
            )
        )
    ]


@pytest.mark.parametrize(("offers", "level"), [(0, []), (1, []), (2, ["repeated"]), (4, ["repeated"])])
def test_how_many(offers, level):
    """One offer is a try."""
    assert levels(offers) == level


def test_a_young_contact_may_yet_become_more():
    assert levels(3, years=1) == ["recent"]


def test_whoever_was_answered_is_spared():
    assert levels(3, mine=True) == []


def test_unread_texts_accuse_nobody():
    """What was not read cannot be an offer."""
    assert levels(3, read=False) == []
    assert levels(3, question="triage") == []
