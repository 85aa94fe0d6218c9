"""A new piece of evidence needs no registration: its file is enough, and all of them are asked."""

from __future__ import annotations

from calabazas.evidence.catalogue import gather, pieces
from calabazas.evidence.finding import Finding, Unseen
from kit import dossier


def test_every_file_with_a_find_is_a_piece():
    """In order of name, so that verdicts are the same everywhere."""
    names = [name for name, _ in pieces()]
    assert names == sorted(names)
    assert {"conversation", "fit", "note"} <= set(names)
    assert not {"careers", "finding", "dossier", "catalogue"} & set(names)


def test_an_empty_dossier_yields_looks_and_no_findings():
    """Unknown is not bad: of somebody never seen nothing is found, only what could be looked at."""
    says = list(gather(dossier()))
    assert [s for s in says if isinstance(s, Finding)] == []
    assert {s.look for s in says if isinstance(s, Unseen)} == {"known", "about", "activity", "page", "ask"}
