"""Positions are read once: what is kept of a reading is the reading, and it is kept for these readers alone."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.engine import positions
from calabazas.engine.readers import Readers
from calabazas.engine.readings import hang_on
from calabazas.store import open_member
from kit import TARGET, dossier

TEXTS = [
    ("Ingeniera agrónoma de riego", "Hidroagro"),
    ("Notario", ""),
    ("CEO", "Hidroagro"),
    ("Recruiter IT", "Talento"),
    ("Coach de vida", ""),
    ("Estudiante de ADE", ""),
]


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        yield opened


@pytest.mark.parametrize(("position", "company"), TEXTS)
def test_a_kept_reading_comes_back_as_it_went(position, company, readers):
    """Bytes in the member's file stand for the reading itself."""
    (d,) = hang_on([dossier(question="purge", position=position, company=company or None)], readers)
    back = positions._thawed(positions._frozen(d.readings))
    assert (back.fit.grade, back.fit.score, back.fit.carried_by) == (
        d.readings.fit.grade, d.readings.fit.score, d.readings.fit.carried_by,
    )  # fmt: skip
    assert back.headline.flags == d.readings.headline.flags
    assert back.fit.unwanted == d.readings.fit.unwanted


def test_the_first_answer_is_the_one_given_ever_after(store, readers):
    """A member who asks twice must not be told two things: what is fresh goes the way of what is kept."""
    first = positions.readings(store, readers, TEXTS)
    assert first.keys() == set(TEXTS)
    assert positions.readings(store, readers, TEXTS) == first


def test_nothing_is_read_twice_and_a_text_without_a_position_never(store, readers, monkeypatch):
    positions.readings(store, readers, TEXTS)
    monkeypatch.setattr(positions, "hang_on", lambda *_: pytest.fail("read again"))
    assert positions.readings(store, readers, [*TEXTS, ("", "Hidroagro")]).keys() == set(TEXTS)


def test_another_target_reads_anew_and_keeps_its_own(store, readers):
    """A fit is to a target: what was read for the last one must not answer for the next, nor pile up."""
    agrarian = positions.readings(store, readers, TEXTS)
    legal = positions.readings(store, Readers("Busco notarios y abogados mercantiles."), TEXTS)
    assert agrarian["Notario", ""].fit.grade != legal["Notario", ""].fit.grade
    kept = store.db.execute("SELECT count(DISTINCT version), count(*) FROM reading").fetchone()
    assert kept == (1, len(TEXTS))
    again = positions.readings(store, Readers(TARGET), TEXTS)
    assert {t: r.fit.grade for t, r in again.items()} == {t: r.fit.grade for t, r in agrarian.items()}


def test_the_target_is_read_once_for_the_firms_it_names(store, monkeypatch):
    """Of a target only these are needed to judge a network that was read before."""
    text = "Busco agrónomos. Quien ya conozco de Hidroagro o de Banco Norte entra."
    known = positions.known_orgs(store, Readers(text))
    assert known == Readers(text).target.known_orgs != ()
    monkeypatch.setattr(Readers, "targets", property(lambda _: pytest.fail("read again")))
    assert positions.known_orgs(store, Readers(text)) == known
    assert positions.known_orgs(store, Readers("")) == ()


def test_whatever_a_reading_is_made_from_is_part_of_its_version(store, monkeypatch):
    """A file left out would leave readings of yesterday's words in force after an update."""
    real, read = shipped.read, set()

    def watched(name):
        read.add(name)
        return real(name)

    monkeypatch.setattr(shipped, "read", watched)
    positions.readings(store, Readers(TARGET), TEXTS)
    assert read <= set(positions._READ_WITH)
    assert {"companies.toml", "encoder.bin", "fit.toml"} <= read
