"""The table gives the first row that holds; remembering rulings changes none of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calabazas import shipped
from calabazas.verdict.policy import load
from calabazas.verdict.rule import Outlook, State, rule

SMALL = load(
    b"""
version = "t"
groups = {}
evidence = {}
[[table.triage]]
name = "friend"
advice = "accept"
when = { tie = ">= 14", doubt = "< 12" }
[[table.triage]]
name = "odd"
advice = "ignore"
when = { doubt = ">= 12" }
[[table.triage]]
name = "late"
advice = "ignore"
when = { stale = true, lacks = ["fit.exact"] }
[[table.triage]]
name = "rest"
advice = "study"
[[table.purge]]
name = "only"
advice = "keep"
when = { tie = "> 0" }
"""
)
POLICY = load(shipped.read("policy.toml"))


def ruled(question="triage", found=(), stale=False, **numbers):
    return rule(question, State(numbers, {"stale": stale}, frozenset(found)), SMALL).row


def test_the_first_row_that_holds_decides():
    """Order is meaning: a friend in doubt is no longer a friend's row."""
    assert ruled(tie=14, doubt=0) == "friend"
    assert ruled(tie=14, doubt=12) == "odd"
    assert ruled(tie=13.99) == "rest"


def test_bounds_are_exact():
    """A deciban either side of a bound is another row, remembered or not."""
    assert [ruled(doubt=d) for d in (11.99, 12, 12.01, 11.99, 12)] == ["rest", "odd", "odd", "rest", "odd"]


def test_flags_and_findings_are_told_apart():
    """The same numbers under other flags or findings are another case."""
    assert ruled(stale=True) == "late"
    assert ruled(stale=False) == "rest"
    assert ruled(stale=True, found=["fit.exact"]) == "rest"


def test_a_table_without_a_last_row_says_so():
    """No row, no advice: an error, not a guess."""
    with pytest.raises(LookupError):
        rule("purge", State({"tie": 0.0}, {}, frozenset()), SMALL)
    with pytest.raises(LookupError):
        rule("no such question", State({}, {}, frozenset()), SMALL)


AXES = st.sampled_from(["tie", "worth", "doubt", "aim", "left", "uncertainty", "ask_chance"])
BOUNDS = st.sampled_from([-48, -14, -3, 0, 0.2, 0.9, 5, 6, 9, 9.5, 10, 12, 14, 15, 18, 24]).flatmap(
    lambda b: st.sampled_from([b - 0.01, b, b + 0.01])
)
FLAGS = st.sampled_from(
    ["stale", "page_seen", "worth_a_look", "looks_left", "nothing_seen", "note_seen", "asks"]
)
FOUND = st.sampled_from(
    [
        "note_interest",
        "activity.rich",
        "address_book",
        "conversation.ended_badly",
        "employer.not_named",
        "never.heard",
    ]
)


@given(st.dictionaries(AXES, BOUNDS), st.dictionaries(FLAGS, st.booleans()), st.frozensets(FOUND))
def test_what_is_remembered_is_what_the_rows_say(numbers, flags, found):
    """The default table, asked as it reads: row by row, condition by condition."""
    state = State(numbers, flags, found)
    plain = next(
        row.name
        for row in POLICY.file.table["triage"]
        if all(c.holds(numbers, flags, found) for c in _conditions(row))
    )
    assert rule("triage", state, POLICY).row == plain
    assert rule("triage", state, POLICY).row == plain


@given(
    st.dictionaries(AXES, BOUNDS),
    st.dictionaries(FLAGS, st.booleans()),
    st.frozensets(FOUND),
    st.sampled_from([(look, out) for look in POLICY.file.looks.values() for out in look.outcomes]),
    st.lists(FOUND, max_size=2),
)
def test_what_a_look_makes_of_a_state_is_ruled_as_that_state(numbers, flags, found, taken, shows):
    """Only what the look moves is placed anew: that must rule as the whole state after the look would."""
    look, outcome = taken
    outcome = outcome.model_copy(update={"shows": shows})
    after = State(
        numbers | {axis: numbers.get(axis, 0.0) + more for axis, more in outcome.add.items()},
        flags | dict.fromkeys(look.sets, True),
        found | set(shows),
    )
    outlook = Outlook(POLICY.tables["triage"], State(numbers, flags, found))
    assert outlook.after(look, outcome) == rule("triage", after, POLICY)
    assert outlook.now == rule("triage", State(numbers, flags, found), POLICY)


def _conditions(row):
    from calabazas.verdict.conditions import parse

    return [parse(key, value) for key, value in row.when.items()]
