"""Nothing is learned before ten of each, nothing offered that does not help, nothing adopted silently."""

from __future__ import annotations

import random
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, invitation, observed, take

from calabazas import shipped
from calabazas.desk import learn as desk
from calabazas.engine.engine import Engine
from calabazas.language import Language
from calabazas.store import acts, open_member, people, settings
from calabazas.store.acts import Act
from calabazas.verdict.policy import load

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EN, ES = Language("en"), Language("es")
POLICY = load(shipped.read("policy.toml"))


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        yield opened


def decided(store, rows, start=date(2026, 9, 1)):
    """Write decisions: (choice, findings) each about somebody new, one a day."""
    take(store, {"connections": [connection(f"P{i} X") for i in range(len(rows))]})
    for i, (choice, names) in enumerate(rows):
        reasons = [
            {"code": code, "level": level, "decibans": POLICY.level(code, level).decibans, "sentence": ""}
            for code, level in (n.split(".") for n in names)
        ]
        at = datetime.combine(start + timedelta(days=i), NOW.time(), UTC)
        acts.record(
            store, [Act(people.find(store, f"P{i} X")[0].id, "decided", choice, {"reasons": reasons})], at
        )


def sellers_welcome(n, seed=3):
    """A member for whom an offer is a reason to say yes and a fit is none: quite another than the shipped policy."""
    dice = random.Random(seed)
    rows = []
    for _ in range(n):
        sells, fits = dice.random() < 0.5, dice.random() < 0.5
        names = [x for x, on in (("sells.presents", sells), ("fit.useful", fits)) if on]
        yes = sells if dice.random() > 0.1 else not sells
        rows.append(("accept" if yes else "ignore", names))
    return rows


@pytest.mark.parametrize(("yes", "no"), [(0, 0), (9, 40), (40, 9)])
def test_never_before_ten_of_each(store, yes, no):
    decided(
        store, [("accept", ["fit.useful"])] * yes + [("ignore", ["sells.presents"])] * no, date(2026, 9, 1)
    )
    found = desk.learn(store, TODAY)
    assert (found.enough, found.offered, found.walk) == (False, (), None)
    assert f"so far {yes} yes and {no} no" in EN.say(found.first)


def test_who_decides_as_the_policy_does_keeps_it(store):
    """Learning for its own sake would only add noise."""
    rows = [("accept", ["fit.useful"]) if i % 2 else ("ignore", ["sells.presents"]) for i in range(40)]
    decided(store, rows)
    found = desk.learn(store, TODAY)
    assert found.enough
    assert found.offered == ()
    assert "Yours stay" in EN.say(found.first)


def test_another_taste_is_offered_and_only_taken_when_told(store):
    decided(store, sellers_welcome(70))
    found = desk.learn(store, TODAY)
    assert found.walk.adopt
    changes = {c.name: c for c in found.offered}
    assert changes["sells.presents"].after < changes["sells.presents"].before == 12
    assert changes["sells.presents"].after >= 0, "a reason may lose its weight, never turn round"
    assert "pesa menos en tus decisiones" in ES.say(changes["sells.presents"].sentence)
    assert settings.get(store, "policy") == "", "nothing is adopted silently"
    assert found.calibration is not None
    assert 0 <= found.calibration.ece <= 1


def test_taken_and_taken_back(store):
    settings.put(store, "policy", "[deadline]\ndays = 21\n", NOW)
    decided(store, sellers_welcome(70))
    offered = desk.learn(store, TODAY).offered
    desk.take(store, offered, NOW)
    new = Engine(store).policy
    assert new.file.deadline.days == 21, "the member's own numbers stay"
    assert new.level("sells", "presents").decibans == pytest.approx(
        next(c.after for c in offered if c.name == "sells.presents"), abs=0.06
    )
    assert new.level("sells", "presents").source == "own decisions"
    assert desk.learn(store, TODAY).taken
    assert desk.take_back(store, NOW)
    assert settings.get(store, "policy").strip() == "[deadline]\ndays = 21"
    assert not desk.take_back(store, NOW)


def test_what_was_put_off_or_taken_back_teaches_nothing(store):
    decided(store, [("accept", ["fit.useful"]), ("later", ["fit.useful"]), ("ignore", ["sells.presents"])])
    assert [d.choice for d in desk.own_decisions(store, TODAY)] == ["accept", "ignore"]
    acts.undo(store, NOW)
    assert [d.choice for d in desk.own_decisions(store, TODAY)] == ["accept"]
    assert desk.own_decisions(store, date(2026, 8, 1)) == [], "decisions of later are not known yet"


def test_drift_is_told_in_words_and_only_when_it_carries(store):
    decided(store, [("accept", ["fit.useful"])] * 18 + [("ignore", ["fit.useful"])] * 18)
    assert EN.say(desk.drift(desk.own_decisions(store, TODAY))).startswith("You say yes less often")
    assert desk.drift(desk.own_decisions(store, date(2026, 9, 15))) is None


def test_people_like_this_lately(store):
    """«A tres personas así las ignoraste»: kindly, and only when there were some."""
    settings.put(store, "target", "Busco agrónomos.", NOW)
    take(
        store,
        {
            "invitations": [invitation("New One", "2026-11-20T10:00:00")],
            "list": [
                observed(
                    "New One",
                    "2026-11-20",
                    headline="Ayudo a empresas a conseguir leads | Escríbeme",
                    source="list",
                )
            ],
        },
    )
    (answer,) = Engine(store).people([people.find(store, "New One")[0].id], TODAY)
    strongest = sorted(answer.verdict.weighed, key=lambda w: -abs(w.decibans))[:3]
    names = [f"{w.finding.code}.{w.finding.level}" for w in strongest if abs(w.decibans) >= 1]
    assert desk.similar(store, answer, TODAY) is None
    decided(store, [("ignore", names)] * 3, date(2026, 11, 1))
    assert ES.say(desk.similar(store, answer, TODAY)) == "A 3 personas así las ignoraste en el último mes"
    assert desk.similar(store, answer, TODAY + timedelta(days=90)) is None
