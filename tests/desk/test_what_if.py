"""What would change, told before it is kept, must be what changes when it is."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

from web_kit import KNOWN, SEEN, TARGET, TODAY, fill

from calabazas.demo.prepare import prepare
from calabazas.desk.decide import decide
from calabazas.desk.target import set_target
from calabazas.desk.what_if import changed_weights, with_target, with_weights
from calabazas.engine.memory import Memory
from calabazas.language import Language
from calabazas.store import open_member, settings
from calabazas.verdict.policy import PolicyError, parse_overrides

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        fill(opened)
        yield opened


def advice(memory, store):
    return {a.dossier.person.name: a.verdict.advice for a in memory.engine(store, TODAY).triage(TODAY)}


def test_weights_turn_whom_they_said_they_would(store):
    """A preview that lies is worse than none."""
    memory = Memory()
    before = advice(memory, store)
    text, new, codes = changed_weights({}, {("conversation", "recent"): 1.0})
    engine = memory.engine(store, TODAY)
    turns = with_weights(engine.triage(TODAY), engine.queue(TODAY), new, codes)
    assert [t.before.dossier.person.name for t in turns] == [KNOWN]
    settings.put(store, "policy", text, NOW)
    after = advice(memory, store)
    assert {n for n in before if before[n] != after[n]} == {KNOWN}


def test_a_target_turns_whom_it_said_it_would(store):
    """The same for the words."""
    memory = Memory()
    before = advice(memory, store)
    engine = memory.engine(store, TODAY)
    turned = {
        t.before.dossier.person.name for t in with_target(store, engine.triage(TODAY), TARGET, engine.policy)
    }
    set_target(store, TARGET)
    after = advice(memory, store)
    assert turned == {n for n in before if before[n] != after[n]}
    assert SEEN in turned


def test_a_target_tells_the_truth_in_a_long_queue_too(tmp_path):
    """Some are decided and wait for their click: they are part of the queue, in the preview as afterwards."""
    memory = Memory()
    with open_member(prepare(tmp_path, TODAY)) as demo:
        first = memory.engine(demo, TODAY).triage(TODAY)[:6]
        decide(demo, first, "ignore", Language("es"), NOW)
        before = advice(memory, demo)
        engine = memory.engine(demo, TODAY)
        text = "Busco gente que haga hornos, levaduras, auditorías de proveedores, alérgenos y trazabilidad, y quien enseñe a medirlo."
        turned = {
            t.before.dossier.person.name for t in with_target(demo, engine.triage(TODAY), text, engine.policy)
        }
        set_target(demo, text)
        after = advice(memory, demo)
    assert turned == {n for n in before if before[n] != after[n]}
    assert len(turned) > 3


def test_overrides_stay_sparse():
    """Only what differs is the member's own: a better default must reach them where they said nothing."""
    text, new, codes = changed_weights({}, {("conversation", "recent"): 20.0, ("verified", "yes"): -10.0})
    assert parse_overrides(text) == {
        "evidence": {"conversation": {"levels": {"recent": {"decibans": 20.0, "source": "own decisions"}}}}
    }
    assert codes == {"conversation"}
    assert new.level("conversation", "recent").why, "the reason stays beside the member's number"
    back, default, codes = changed_weights(parse_overrides(text), {("conversation", "recent"): 26.0})
    assert (back, default.overrides, codes) == ("", {}, {"conversation"})


def test_other_overrides_are_kept():
    """A number changed on the page must not throw away what was written by hand."""
    mine = {
        "deadline": {"days": 10},
        "evidence": {"fit": {"group": "place", "levels": {"weak": {"decibans": 2.0}}}},
    }
    text, new, _ = changed_weights(mine, {("conversation", "recent"): 20.0})
    kept = parse_overrides(text)
    assert kept["deadline"] == {"days": 10}
    assert kept["evidence"]["fit"] == mine["evidence"]["fit"]
    assert new.file.deadline.days == 10


def test_what_names_nothing_or_goes_too_far_is_refused():
    """A typing slip must not become a verdict."""
    for weights in (
        {("conversation", "nowhere"): 1.0},
        {("nothing", "x"): 1.0},
        {("conversation", "recent"): 400.0},
    ):
        with pytest.raises(PolicyError):
            changed_weights({}, weights)
