"""A tie is read off the days people were in touch; who is let go rests on it, so each figure is checked by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calabazas.measure.ties import (
    Contact,
    Tie,
    rarity,
    read_tie,
    reciprocity,
    silence_ratio,
    strength,
)

TODAY = 740_000
contacts = st.lists(
    st.builds(Contact, st.integers(TODAY - 4000, TODAY + 400), st.floats(0, 3), st.booleans()), max_size=30
)


def out(days_ago, weight=1.0):
    return Contact(TODAY - days_ago, weight, incoming=False)


def back(days_ago, weight=1.0):
    return Contact(TODAY - days_ago, weight, incoming=True)


def test_strength_halves_with_each_half_life():
    assert strength([out(0)], TODAY) == 1
    assert strength([out(365)], TODAY) == pytest.approx(0.5)
    assert strength([out(0), back(730, 3)], TODAY) == pytest.approx(1.75)
    assert strength([out(180)], TODAY, half_life=180) == pytest.approx(0.5)


def test_a_half_life_of_nothing_is_refused():
    with pytest.raises(ValueError, match="decays nothing"):
        strength([out(3)], TODAY, half_life=0)


def test_reciprocity_by_hand():
    assert reciprocity(3, 3) == 1
    assert reciprocity(3, 1) == 0.5
    assert reciprocity(8, 0) == 0
    assert reciprocity(0, 0) == 0


def test_silence_needs_three_days():
    """With two days in touch the ratio ranks no better than a coin, so it must not be given at all."""
    assert silence_ratio([TODAY - 20, TODAY - 10], TODAY) is None
    assert silence_ratio([TODAY - 40, TODAY - 30, TODAY - 20], TODAY) == 2
    assert silence_ratio([], TODAY) is None


def test_a_tie_by_hand():
    """Three days, one of them twice: gaps of 30 and 10 days, then 200 of silence, ten mean gaps."""
    tie = read_tie([out(240), back(210), out(210), back(200)], TODAY)
    assert (tie.days, tie.sent, tie.received, tie.silent_for) == (3, 2, 2, 200)
    assert tie.silence == pytest.approx(10)
    assert tie.rhythm_broken
    assert tie.once_strong
    assert not tie.dormant


def test_pitches_and_the_future_are_no_contact():
    """Bulk weighs nothing, and a back-test must not see what had not happened yet."""
    tie = read_tie([back(5, 0), out(-3)], TODAY)
    assert tie == Tie(strength=0, days=0, sent=0, received=0, silent_for=None, silence=None)
    assert not tie.once_strong
    assert not tie.dormant


def test_dormant_was_strong_and_has_slept_for_three_years():
    days = [1200, 1210, 1220, 1230, 1100]
    assert read_tie([out(day) for day in days], TODAY).dormant
    assert not read_tie([out(day) for day in [*days, 1094]], TODAY).dormant
    weak = read_tie([out(1200), out(1300)], TODAY)
    assert not weak.dormant


def test_four_messages_evenly_shared_were_strong():
    """Two words each way on one day outweigh four unanswered ones."""
    assert read_tie([out(9), back(9), out(9), back(9)], TODAY).once_strong
    assert not read_tie([out(9)] * 4, TODAY).once_strong
    assert not read_tie([out(9), back(9), back(9)], TODAY).once_strong


def test_rarity_by_hand():
    """Alone at the company in a sector of half: ln 4 + ln 2. What is unknown makes nobody rare."""
    found = rarity([("a", "x"), ("b", "x"), ("b", "y"), (None, None)])
    assert found[0] == pytest.approx(math.log(4) + math.log(2))
    assert found[1] == pytest.approx(math.log(2) + math.log(2))
    assert found[3] == 0
    assert rarity([]) == []


@given(contacts)
def test_time_alone_only_weakens(rows):
    past = [row for row in rows if row.day <= TODAY]
    assert strength(past, TODAY + 100) <= strength(past, TODAY)


@given(contacts, st.integers(0, 3000))
def test_one_more_contact_never_weakens(rows, ago):
    before, after = read_tie(rows, TODAY), read_tie([*rows, out(ago)], TODAY)
    assert after.strength >= before.strength
    assert after.days >= before.days
    assert after.silent_for <= ago
    assert before.silent_for is None or after.silent_for <= before.silent_for


@given(contacts)
def test_order_and_direction_do_not_change_strength(rows):
    turned = [Contact(row.day, row.weight, not row.incoming) for row in reversed(rows)]
    one, two = read_tie(rows, TODAY), read_tie(turned, TODAY)
    assert one.strength == pytest.approx(two.strength)
    assert (one.sent, one.received) == (two.received, two.sent)
    assert one.reciprocity == two.reciprocity


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), max_size=30))
def test_rarity_is_never_negative_and_equal_for_equals(groups):
    found = rarity(groups)
    assert all(value >= 0 for value in found)
    assert len({(group, round(value, 9)) for group, value in zip(groups, found, strict=True)}) == len(
        set(groups)
    )
