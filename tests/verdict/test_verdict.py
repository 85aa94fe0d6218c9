"""A verdict: what was found is weighed, the table rules, the clock is kept, and what could still turn it is asked."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from calabazas.evidence.finding import Finding, Unseen
from calabazas.people.profile import Observation, Profile
from calabazas.verdict.policy import load
from calabazas.verdict.verdict import judge
from calabazas.words import say
from kit import TODAY, deed, dossier

POLICY = load(
    b"""
version = "t"
groups = { g = { cap = 30 } }
[asking]
least_chance = 0.2
[evidence.good]
axis = "worth"
group = "g"
levels = { yes = { decibans = 15 } }
[evidence.odd]
axis = "doubt"
group = "g"
levels = { yes = { decibans = 20 } }
[looks.page]
seconds = 30
outcomes = [ { name = "in", chance = 0.3, per = "uncertainty", add = { worth = 15 } } ]
[[table.triage]]
name = "odd"
advice = "ignore"
when = { doubt = ">= 12" }
[[table.triage]]
name = "wanted_late"
advice = "accept"
when = { worth = ">= 12", stale = true }
[[table.triage]]
name = "wanted"
advice = "accept"
when = { worth = ">= 12" }
[[table.triage]]
name = "look_first"
advice = "study"
when = { worth_a_look = true, looks_left = true }
[[table.triage]]
name = "nothing"
advice = "ignore"
[[table.purge]]
name = "keep"
advice = "keep"
"""
)
EMPTY = b'version = "t"\ngroups = {}\nevidence = {}\n[table]\n'
GOOD = Finding("good", "yes", say("good"))
ODD = Finding("odd", "yes", say("odd"))
PAGE = Unseen("fit", "page")


def test_the_table_rules_over_the_axes():
    """What speaks for and what speaks against, never added up."""
    assert judge(dossier(), [GOOD], POLICY).advice == "accept"
    verdict = judge(dossier(), [GOOD, ODD], POLICY)
    assert (verdict.advice, verdict.row) == ("ignore", "odd")
    assert verdict.axes == {"tie": 0, "worth": 15, "doubt": 20, "aim": 0}


def test_a_look_that_could_turn_it_is_asked_before_anything_else():
    """And when the budget of looks is spent, what is seen decides."""
    asked = judge(dossier(), [PAGE], POLICY)
    assert asked.advice == "study"
    assert [a.look for a in asked.asked] == ["page"]
    spent = judge(dossier(), [PAGE], POLICY, looks_left=False)
    assert spent.advice == "ignore"
    assert [a.look for a in spent.asked] == ["page"]


def test_an_unlikely_look_is_not_worth_the_time():
    """Below the least chance of the policy nobody is asked to look."""
    picky = load(
        b'version = "t"', POLICY.file.model_dump() | {"asking": {"least_chance": 0.5}, "version": "t"}
    )
    assert judge(dossier(), [PAGE], picky).advice == "ignore"


@pytest.mark.parametrize(
    ("days", "late", "row"),
    [(0, False, "wanted"), (14, False, "wanted"), (15, True, "wanted_late"), (90, True, "wanted_late")],
)
def test_a_yes_after_two_weeks_is_late(days, late, row):
    """It wants a line of apology."""
    verdict = judge(dossier(days=days), [GOOD], POLICY)
    assert (verdict.advice, verdict.late, verdict.row) == ("accept", late, row)
    assert verdict.due.age == days


def test_a_late_no_wants_no_apology():
    """Nobody writes to say no."""
    assert not judge(dossier(days=90), [ODD], POLICY).late


def test_the_clock_stands_still_while_the_inviter_is_asked():
    """Days between the question and its answer are the inviter's."""
    asked = deed("asked", on=TODAY - timedelta(days=10))
    waiting = dossier(days=20, deeds=[asked])
    assert not judge(waiting, [GOOD], POLICY).due.stale
    answered = replace(
        waiting,
        observations=(Observation(TODAY - timedelta(days=9), "look", Profile(answer="Por la feria")),),
    )
    assert judge(answered, [GOOD], POLICY).due.stale
    assert judge(answered, [GOOD], POLICY).due.left == -5


def test_only_invitations_have_a_deadline():
    """Contacts do not go stale."""
    verdict = judge(dossier(question="purge"), [], POLICY)
    assert verdict.advice == "keep"
    assert verdict.due is None
    assert not verdict.late


def test_everything_said_is_kept():
    """Findings with their weights, looks not taken, the version of the policy."""
    verdict = judge(dossier(), [GOOD, PAGE, Finding("new_thing", "yes", say("x"))], POLICY)
    assert [(w.finding.code, w.decibans) for w in verdict.weighed] == [("good", 15), ("new_thing", 0)]
    assert verdict.unseen == (PAGE,)
    assert verdict.policy_version == "t"


@pytest.mark.parametrize("condition", ["headline_seen = true", 'uncertainty = ">= 0.9"'])
def test_what_else_a_row_of_the_members_own_hangs_on_is_reckoned(condition):
    """The short way through a network, by findings alone, is only for tables that look at nothing else."""
    rows = [{"name": "own", "advice": "unfollow", "when": tomllib.loads(condition)}]
    rows.append({"name": "keep", "advice": "keep"})
    seen = dossier(question="purge", headline="Agronomist")
    assert judge(seen, [], load(EMPTY, {"table": {"purge": rows}})).row == "own"
