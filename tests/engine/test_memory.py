"""Answers kept between pages: as if judged anew, and judged anew only where something moved."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

from web_kit import KNOWN, LURE, TARGET, TODAY, UNKNOWN, fill, invitation, take

from calabazas.desk.decide import decide, remark, undo
from calabazas.desk.study import looked
from calabazas.desk.target import set_target
from calabazas.engine.engine import Engine
from calabazas.engine.memory import Memory
from calabazas.language import Language
from calabazas.store import open_member, settings
from calabazas.store.forget import forget

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NO_LURE = "[evidence.note_aim.levels.lure]\ndecibans = 0\n"


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        fill(opened)
        yield opened


def seen(answers):
    return sorted(
        (a.dossier.person.name, a.verdict.advice, a.verdict.row, dict(a.verdict.axes)["tie"]) for a in answers
    )


def same(memory, store, today=TODAY):
    """Compare what memory gives with what judging everybody gives."""
    assert seen(memory.engine(store, today).triage(today)) == seen(Engine(store).triage(today))


def one(memory, store, name):
    return next(a for a in memory.engine(store, TODAY).triage(TODAY) if a.dossier.person.name == name)


def do_decide(memory, store):
    decide(store, [one(memory, store, KNOWN)], "accept", Language("en"), NOW)


def do_later(memory, store):
    decide(store, [one(memory, store, KNOWN)], "later", Language("en"), NOW)


def do_undo(memory, store):
    do_decide(memory, store)
    undo(store, NOW)


def do_look(memory, store):
    looked(store, one(memory, store, UNKNOWN).dossier.person, {"known": "yes"}, TODAY)


def do_remark(memory, store):
    remark(store, [one(memory, store, UNKNOWN).dossier.person.id], "met", "Vigo", NOW)


def do_forget(memory, store):
    forget(store, one(memory, store, UNKNOWN).dossier.person.id, NOW.isoformat())


def do_import(memory, store):
    take(store, {"invitations": [invitation("Nueva Persona", "2026-11-22T10:00:00")]})


def do_target(memory, store):
    set_target(store, TARGET)


def do_policy(memory, store):
    settings.put(store, "policy", NO_LURE, NOW)


EVENTS = (do_decide, do_later, do_undo, do_look, do_remark, do_forget, do_import, do_target, do_policy)


@pytest.mark.parametrize("happens", EVENTS, ids=lambda e: e.__name__)
def test_whatever_happens_memory_agrees_with_judging_anew(store, happens):
    """A page that shows yesterday's advice is worse than a slow one."""
    memory = Memory()
    same(memory, store)
    happens(memory, store)
    same(memory, store)


def test_another_day(store):
    """At midnight deadlines move for everybody."""
    memory = Memory()
    same(memory, store)
    same(memory, store, TODAY + timedelta(days=12))


def test_only_the_touched_are_judged(store, monkeypatch):
    """Two thousand invitations must not be judged again because one was decided."""
    memory = Memory()
    memory.engine(store, TODAY)
    judged = []
    real = Engine.ask
    monkeypatch.setattr(
        Engine, "ask", lambda self, found, *rest: (judged.append(len(found)), real(self, found, *rest))[1]
    )
    do_look(memory, store)
    do_remark(memory, store)
    memory.engine(store, TODAY).triage(TODAY)
    memory.engine(store, TODAY).triage(TODAY)
    assert sum(judged) == 2, "one look, one remark, and nothing for looking twice"


def test_decided_ones_are_held_apart(store):
    """Who is decided waits no longer, but the click is still to come."""
    memory = Memory()
    do_decide(memory, store)
    engine = memory.engine(store, TODAY)
    assert [a.dossier.person.name for a in engine.decided()] == [KNOWN]
    assert KNOWN not in [a.dossier.person.name for a in engine.triage(TODAY)]


def test_another_policy_reads_no_text_again(store, monkeypatch):
    """Texts cost seconds, numbers do not: a changed weight weighs what was read."""
    memory = Memory()
    assert one(memory, store, LURE).verdict.advice == "ignore"
    monkeypatch.setattr(Engine, "read", lambda *_: pytest.fail("read again"))
    do_policy(memory, store)
    assert one(memory, store, LURE).verdict.axes["aim"] == 0


def test_people_outside_the_queue_are_judged_on_demand(store):
    """A contact has a page too."""
    memory = Memory()
    contact = store.db.execute("SELECT id FROM person WHERE name = 'Eva Contacto'").fetchone()[0]
    answers = memory.engine(store, TODAY).people([contact], TODAY)
    assert [a.dossier.person.name for a in answers] == ["Eva Contacto"]
