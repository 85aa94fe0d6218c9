"""Conditions of the decision table read as they look."""

from __future__ import annotations

import pytest

from calabazas.verdict.conditions import ConditionError, parse

NUMBERS = {"tie": 15.0, "doubt": 3.0}
FLAGS = {"stale": True}
FOUND = frozenset({"fit", "fit.exact"})


@pytest.mark.parametrize(
    ("key", "value", "holds"),
    [
        ("tie", ">= 15", True),
        ("tie", "> 15", False),
        ("doubt", "<3.5", True),
        ("unknown_number", "<= 0", True),
        ("stale", True, True),
        ("stale", False, False),
        ("unknown_flag", False, True),
        ("has", ["fit", "fit.exact"], True),
        ("has", ["fit", "fit.weak"], False),
        ("has_any", ["fit.weak", "fit.exact"], True),
        ("lacks", ["fit.weak"], True),
        ("lacks", ["fit"], False),
    ],
)
def test_a_condition_holds_or_not(key, value, holds):
    """The table is only as good as the reading of its words."""
    assert parse(key, value).holds(NUMBERS, FLAGS, FOUND) is holds


@pytest.mark.parametrize(("key", "value"), [("tie", "15"), ("tie", ">= much"), ("tie", ["fit"])])
def test_what_is_no_condition_is_refused(key, value):
    """A mistyped bound must not silently hold."""
    with pytest.raises(ConditionError):
        parse(key, value)
