"""Whoever is asked about alone gets the answer that they got in the queue: a page and a list must never disagree."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from calabazas.demo.prepare import prepare
from calabazas.engine.engine import Engine
from calabazas.engine.memory import Memory
from calabazas.store import acts, open_member
from calabazas.store.acts import Act

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return prepare(tmp_path_factory.mktemp("alone"), TODAY)


def told(answer):
    """Advice, row, axes and what weighed."""
    v = answer.verdict
    return v.advice, v.row, dict(v.axes), [(w.finding.code, w.finding.level, w.decibans) for w in v.weighed]


def test_alone_as_in_the_queue(path):
    """`why` says of somebody what `triage` said."""
    with open_member(path) as store:
        engine = Engine(store)
        queue = engine.triage(TODAY)
        for one in queue:
            (alone,) = engine.people([one.dossier.person.id], TODAY)
            assert told(alone) == told(one), one.dossier.person.name


def test_judged_again_after_an_act_as_before_it(path):
    """A tag of the member's adds its own finding and moves no other."""
    memory = Memory()
    with open_member(path) as store:
        before = {a.dossier.person.id: told(a)[3] for a in memory.engine(store, TODAY).triage(TODAY)}
        words = [id for id, found in before.items() if any(code == "shared_words" for code, _, _ in found)]
        someone = (words or list(before))[:3]
        acts.record(store, [Act(id, "tagged", "feria") for id in someone], NOW)
        after = {a.dossier.person.id: told(a)[3] for a in memory.engine(store, TODAY).triage(TODAY)}
    for id in someone:
        assert [f for f in after[id] if f[0] != "declared"] == [f for f in before[id] if f[0] != "declared"]
