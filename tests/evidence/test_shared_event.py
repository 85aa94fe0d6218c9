"""An event that both attended, in the member's own words or by a list that they handed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.evidence.shared_event import find
from kit import ME, dossier, heard, link


def test_the_member_says_so():
    """What a note claims is the note's evidence."""
    assert heard(find, dossier(event="FIMA 2024")).names == {"shared_event.attended"}
    assert heard(find, dossier(event="")).silent
    assert heard(find, dossier(note="Nos vimos en FIMA")).silent


@pytest.mark.parametrize(
    ("there", "own", "level"),
    [("yes", (), "attended"), ("", (), "listed"), ("", (("2026-03-01", "fima 2026"),), "attended")],
)
def test_a_list_tells_of_those_who_came(there, own, level):
    """That the member came too is their word or their archive's; a bought list of leads is no meeting."""
    member = replace(ME, events=own)
    said = heard(find, dossier(links=[link("listed", "FIMA 2026", there=there)], member=member))
    assert said.names == {f"shared_event.{level}"}
    assert said.findings[f"shared_event.{level}"].sources


def test_a_list_of_no_event_says_nothing():
    """Leads are leads: without an event there is nothing shared."""
    assert heard(find, dossier(links=[link("listed", "", there="")])).silent
