"""A look is proposed only when what it may show would turn the advice."""

from __future__ import annotations

import pytest

from calabazas.evidence.finding import Unseen
from calabazas.verdict.ask import ask
from calabazas.verdict.policy import load
from calabazas.verdict.rule import State

POLICY = load(
    b"""
version = "t"
groups = {}
evidence = {}
[looks.page]
seconds = 30
outcomes = [
  { name = "in", chance = 0.4, per = "uncertainty", add = { worth = 12 } },
  { name = "odd", chance = 0.1, add = { doubt = 20 } },
]
[looks.known]
seconds = 2
outcomes = [ { name = "yes", chance = 0.05, shows = ["declared.known"] } ]
[[table.triage]]
name = "friend"
advice = "accept"
when = { has = ["declared.known"] }
[[table.triage]]
name = "odd"
advice = "ignore"
when = { doubt = ">= 15" }
[[table.triage]]
name = "good"
advice = "accept"
when = { worth = ">= 10" }
[[table.triage]]
name = "rest"
advice = "ignore"
"""
)
UNSEEN = [Unseen("fit", "page"), Unseen("career", "page"), Unseen("declared", "known")]


def state(**numbers):
    return State({"uncertainty": 1.0, **numbers}, {}, frozenset())


def test_chances_of_the_outcomes_that_turn_the_advice_add_up():
    """From ignore, the page can only turn it by showing the sector."""
    asked = {a.look: a for a in ask("triage", state(worth=0), UNSEEN, POLICY)}
    assert asked["page"].chance == pytest.approx(0.4)
    assert asked["page"].codes == ("fit", "career")
    assert asked["page"].turns_to == {"accept": 0.4}
    assert asked["known"].chance == pytest.approx(0.05)


def test_from_a_yes_only_doubt_turns_it():
    """What is already carried needs no more of the same."""
    asked = {a.look: a for a in ask("triage", state(worth=15), UNSEEN, POLICY)}
    assert asked["page"].turns_to == {"ignore": 0.1}
    assert "known" not in asked


def test_certainty_lowers_the_chance():
    """A headline that says all leaves little for the page to say."""
    asked = {a.look: a for a in ask("triage", state(worth=0, uncertainty=0.25), UNSEEN, POLICY)}
    assert asked["page"].chance == pytest.approx(0.1)


def test_nothing_is_asked_that_could_not_matter():
    """No look, no minute of the member's time."""
    assert ask("triage", state(worth=-20, doubt=30, uncertainty=1.0), [Unseen("fit", "page")], POLICY) == ()


def test_a_look_the_policy_does_not_know_is_passed_over():
    """A policy of another version must not make the question fail."""
    assert ask("triage", state(), [Unseen("fit", "crystal_ball")], POLICY) == ()
