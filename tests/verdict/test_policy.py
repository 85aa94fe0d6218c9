"""The policy is the member's to read and change; what does not hold together is refused with the place named."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.verdict.policy import SOURCES, PolicyError, load, parse_overrides

DEFAULT = shipped.read("policy.toml")


def test_the_default_policy_holds_together():
    """What ships must load."""
    assert load(DEFAULT).version


def test_every_weight_says_where_it_comes_from_and_why():
    """A number without a reason cannot be argued with."""
    for code, evidence in load(DEFAULT).file.evidence.items():
        for name, level in evidence.levels.items():
            assert level.source in SOURCES
            assert level.why, f"{code}.{name}"


def test_sparse_overrides_change_one_number_and_the_version():
    """The member writes only what they want changed, and the change is seen in every verdict kept."""
    over = parse_overrides("[deadline]\ndays = 10\n[evidence.mutuals.levels.many]\ndecibans = 1.5")
    policy = load(DEFAULT, over)
    assert policy.file.deadline.days == 10
    assert policy.level("mutuals", "many").decibans == 1.5
    assert policy.level("mutuals", "some").decibans == load(DEFAULT).level("mutuals", "some").decibans
    assert policy.version != load(DEFAULT).version
    assert policy.version == load(DEFAULT, over).version


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[deadline]\ndays = 0", "deadline.days"),
        ("[evidence.mutuals.levels.many]\ndecibans = 400", "evidence.mutuals.levels.many.decibans"),
        ("[evidence.mutuals]\ngroup = 'nowhere'", "evidence.mutuals.group"),
        ("[evidence.mutuals]\naxis = 'luck'", "evidence.mutuals.axis"),
        ("surprise = 1", "surprise"),
        ("[[table.triage]]\nname='x'\nadvice='accept'\nwhen={tie='about 3'}", "tie"),
        ("[[combinations]]\nname='x'\nwhen=['no_such']", "no_such"),
    ],
)
def test_what_does_not_hold_is_refused_by_its_place(text, place):
    """An error that does not say where leaves the member alone with a file of numbers."""
    with pytest.raises(PolicyError) as error:
        load(DEFAULT, parse_overrides(text))
    assert any(place in problem for problem in error.value.problems)


def test_broken_toml_is_a_policy_error():
    """A typing slip is said, not thrown."""
    with pytest.raises(PolicyError):
        parse_overrides("[deadline\ndays=3")
    with pytest.raises(PolicyError):
        load(b"\xff\xfe")
