"""Suggestions kept between pages: as if everybody were judged anew, and only the touched are."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

from web_kit import TODAY, fill, message, take

from calabazas.desk.decide import undo
from calabazas.desk.sent import mark_sent, mark_withdrawn
from calabazas.desk.study import looked
from calabazas.desk.suggest import put_off, refuse
from calabazas.desk.target import set_target
from calabazas.engine.engine import Engine
from calabazas.engine.memory import Memory
from calabazas.people.records import Trace
from calabazas.store import open_member, people, settings
from calabazas.store.forget import forget

if TYPE_CHECKING:
    from calabazas.engine.suggest import Suggestion

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANA, LUIS, EVA = "Ana Listada", "Luis Listado", "Eva Contacto"


def listed(name: str) -> Trace:
    return Trace(
        1,
        "listed",
        name,
        "",
        f"Agencia {name}",
        "2026-11-20",
        "Feria",
        {"title": "Marketing B2B", "there": "yes"},
    )


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        fill(opened)
        take(opened, {"people_list": [listed(ANA), listed(LUIS), listed(EVA)]})
        set_target(opened, "Quiero a gente de marketing B2B.")
        yield opened


def number(store, name: str) -> int:
    return people.find(store, name)[0].id


def told(found: tuple[list[Suggestion], object]) -> object:
    rows, pool = found
    return [
        (s.answer.dossier.person.name, s.value, s.via, s.perhaps, s.answer.verdict.advice) for s in rows
    ], pool


def same(memory: Memory, store, today: date = TODAY) -> list[str]:
    """Compare what is held with what judging everybody gives; give the names."""
    held = memory.engine(store, today).suggestions(today)
    assert told(held) == told(Engine(store).suggestions(today))
    assert memory.engine(store, today).outgoing(today) == Engine(store).outgoing(today)
    return sorted(s.answer.dossier.person.name for s in held[0])


def a_look_at_a_stranger(store) -> None:
    take(store, {"messages": [message("Rosa Escribe", "2026-11-01T10:00:00", "Hola, ¿hablamos?")]})
    looked(store, people.find(store, "Rosa Escribe")[0], {"connections": "120"}, TODAY)


CHANGES = {
    "a no": (lambda s: refuse(s, [number(s, ANA)], NOW), [LUIS]),
    "not now": (lambda s: put_off(s, [number(s, ANA)], TODAY + timedelta(days=90), NOW), [LUIS]),
    "an invitation": (lambda s: mark_sent(s, number(s, ANA), "Hola", NOW), [LUIS]),
    "a withdrawal": (
        lambda s: (mark_sent(s, number(s, ANA), "", NOW), mark_withdrawn(s, [number(s, ANA)], NOW)), [LUIS],
    ),
    "taken back": (lambda s: (refuse(s, [number(s, ANA)], NOW), undo(s, NOW)), [ANA, LUIS]),
    "a look": (lambda s: looked(s, people.get(s, number(s, ANA)), {"known": "yes"}, TODAY), [ANA, LUIS]),
    "a look at a stranger": (a_look_at_a_stranger, [ANA, LUIS, "Rosa Escribe"]),
    "another list": (lambda s: take(s, {"people_list": [listed("Iria Nueva")]}), [ANA, "Iria Nueva", LUIS]),
    "erased": (lambda s: forget(s, number(s, ANA), NOW.isoformat()), [LUIS]),
    "another target": (lambda s: set_target(s, "Busco veterinarias."), [ANA, LUIS]),
    "other weights": (lambda s: settings.put(s, "policy", "[evidence.fit.levels.exact]\ndecibans = 1\n", NOW), [ANA, LUIS]),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_held_is_as_judged_anew(store, change):
    """A suggestion that was refused and still stands there would be the last one that is believed."""
    memory = Memory()
    # Eva is in the network already, under this very name and firm or not: she is never among them.
    assert same(memory, store) == [ANA, LUIS]
    do, left = CHANGES[change]
    do(store)
    assert same(memory, store) == sorted(left)


def test_another_day_is_another_question(store):
    """What was put off comes back on its day, without anybody having written anything."""
    memory = Memory()
    put_off(store, [number(store, ANA)], TODAY + timedelta(days=2), NOW)
    assert same(memory, store) == [LUIS]
    assert same(memory, store, TODAY + timedelta(days=2)) == [ANA, LUIS]


def test_only_the_touched_are_judged_anew(store):
    """At thirty thousand contacts the rest takes seconds."""
    memory = Memory()
    before = {s.answer.dossier.person.name: s for s in memory.engine(store, TODAY).suggestions(TODAY)[0]}
    looked(store, people.get(store, number(store, ANA)), {"known": "yes"}, TODAY)
    after = {s.answer.dossier.person.name: s for s in memory.engine(store, TODAY).suggestions(TODAY)[0]}
    assert after[LUIS] is before[LUIS]
    assert after[ANA] is not before[ANA]


def test_a_look_at_somebody_without_an_address(store):
    """Whoever stands on a list has a name and a firm: what was seen of them is theirs, not a namesake's."""
    looked(store, people.get(store, number(store, ANA)), {"known": "yes"}, TODAY)
    assert len(people.find(store, ANA)) == 1
    seen = next(
        s for s in Memory().engine(store, TODAY).suggestions(TODAY)[0] if s.answer.dossier.person.name == ANA
    )
    assert seen.answer.dossier.profile.known is True
