"""Weighing: per axis, capped by group, changed by combinations; strong doubt needs two families of signs."""

from __future__ import annotations

import pytest

from calabazas.evidence.finding import Finding
from calabazas.verdict.policy import load
from calabazas.verdict.weigh import weigh
from calabazas.words import say

POLICY = b"""
version = "t"
needs_two_groups = { doubt = 10 }
[groups]
a = { cap = 12 }
b = { cap = 30 }
[evidence.one]
axis = "doubt"
group = "a"
levels = { small = { decibans = 8 }, large = { decibans = 20 } }
[evidence.two]
axis = "doubt"
group = "a"
levels = { yes = { decibans = 8 } }
[evidence.three]
axis = "doubt"
group = "b"
levels = { yes = { decibans = 9 }, no = { decibans = -7 } }
[evidence.tie]
axis = "tie"
group = "b"
levels = { yes = { decibans = 15 } }
[[combinations]]
name = "context"
when = ["tie.yes"]
unless = ["two"]
scale = { one = 0.5 }
add = { worth = 3 }
[[table.triage]]
name = "all"
advice = "ignore"
"""


@pytest.fixture(scope="module")
def policy():
    return load(POLICY)


def found(code, level, part=1.0):
    return Finding(code, level, say("x"), part=part)


def test_axes_are_never_added_up(policy):
    """A known person is not less doubtful, nor a doubtful one less known."""
    axes = weigh([found("three", "yes"), found("tie", "yes")], policy).axes
    assert axes["doubt"] == 9
    assert axes["tie"] == 15


def test_a_group_counts_up_to_its_cap(policy):
    """Ten signs of one fact are one fact."""
    balance = weigh([found("one", "small"), found("two", "yes"), found("three", "yes")], policy)
    assert balance.axes["doubt"] == 12 + 9
    assert sum(w.decibans for w in balance.weighed if w.group == "a") == pytest.approx(12)


def test_one_family_alone_never_makes_strong_doubt(policy):
    """Strong doubt needs two independent groups that agree."""
    assert weigh([found("one", "large")], policy).axes["doubt"] == 10
    assert weigh([found("one", "large"), found("three", "yes")], policy).axes["doubt"] == 21


def test_a_sign_in_favour_is_no_second_family(policy):
    """What speaks for somebody must not unlock what speaks against them."""
    assert weigh([found("one", "large"), found("three", "no")], policy).axes["doubt"] <= 10


def test_combinations_change_what_a_sign_means(policy):
    """Context scales a weight, and its exception switches it off."""
    assert weigh([found("one", "small"), found("tie", "yes")], policy).axes["doubt"] == 4
    assert weigh([found("one", "small"), found("tie", "yes")], policy).axes["worth"] == 3
    assert weigh([found("one", "small"), found("two", "yes"), found("tie", "yes")], policy).axes["worth"] == 0


def test_part_scales_evidence_of_degree(policy):
    """Half a sign weighs half."""
    assert weigh([found("three", "yes", 0.5)], policy).axes["doubt"] == 4.5


def test_an_unknown_finding_weighs_nothing_but_is_kept(policy):
    """A policy of another version must not make a verdict fail."""
    balance = weigh([found("new_thing", "yes")], policy)
    assert set(balance.axes.values()) == {0.0}
    assert balance.weighed[0].decibans == 0
