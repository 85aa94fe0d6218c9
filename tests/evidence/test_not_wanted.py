"""What the target refuses counts where people say what they do, and a refused manner is not a refused trade."""

from __future__ import annotations

import pytest

from calabazas.engine.readers import Readers
from calabazas.evidence.not_wanted import find
from kit import dossier, heard


@pytest.fixture(scope="module")
def picky():
    return Readers(
        "Busco agrónomos y responsables de riego. No me interesan coaches, inmobiliarias ni consultores que venden en el primer mensaje."
    )


def test_a_refused_trade_in_the_headline(picky):
    """With the member's own wish beside the words."""
    said = heard(find, dossier(headline="Coach de vida y bienestar"), picky)
    assert said.names == {"not_wanted.named"}
    assert said.findings["not_wanted.named"].facts["wish"]


def test_deeper_down_it_is_no_refusal(picky):
    """A line in About is not what somebody does."""
    assert heard(find, dossier(headline="Enfermera", about="En mis ratos libres fui coach"), picky).silent


def test_exactly_whom_one_looks_for_is_never_refused(picky):
    """An agronomist who also coaches is an agronomist."""
    assert heard(find, dossier(headline="Ingeniera agrónoma, responsable de riego"), picky).silent


def test_nothing_refused_nothing_said(readers, aimless):
    """Without a target nobody is refused, nor without a headline."""
    assert heard(find, dossier(headline="Coach de vida"), aimless).silent
    assert heard(find, dossier(), readers).silent


def test_a_refused_manner_is_told_from_a_refused_trade(picky):
    """To refuse consultants who pitch is to refuse pitches, not consultants."""
    said = heard(find, dossier(headline="Consultor de seguros"), picky)
    assert said.names <= {"not_wanted.manner"}
