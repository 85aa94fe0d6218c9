"""A chance shown to a member must mean what it says, and the measures that check it must themselves be right."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calabazas.measure.calibration import (
    Bin,
    auc,
    brier,
    expected_calibration_error,
    log_loss,
    platt,
    reliability,
    sigmoid,
)
from calabazas.measure.intervals import Share

cases = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=1, max_size=60)


def test_sigmoid_by_hand_and_at_its_ends():
    assert sigmoid([0, math.log(3)]) == pytest.approx([0.5, 0.75])
    assert sigmoid([-1e6, 1e6]).tolist() == [0, 1]


def test_bins_hold_equal_masses():
    """Ten cases in three bins: four, three and three, lowest chances first."""
    said = [0.9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0]
    came = [1, 0, 0, 0, 1, 0, 1, 1, 1, 1]
    curve = reliability(said, came, bins=3)
    assert [one.came for one in curve] == [Share(1, 4), Share(2, 3), Share(3, 3)]
    assert curve[0].said == pytest.approx(0.25)
    assert curve[2].said == pytest.approx(0.9)


def test_fewer_cases_than_bins_and_none():
    assert reliability([0.3, 0.6], [0, 1]) == (Bin(0.3, Share(0, 1)), Bin(0.6, Share(1, 1)))
    assert reliability([], []) == ()
    assert expected_calibration_error([], []) == 0


def test_calibration_error_by_hand():
    """Two bins of two: 0.2 said and half came, 0.8 said and all came: (0.3 + 0.2) / 2."""
    assert expected_calibration_error([0.1, 0.3, 0.7, 0.9], [0, 1, 1, 1], bins=2) == pytest.approx(0.25)


def test_brier_and_log_loss_by_hand():
    assert brier([0.8, 0.4], [1, 0]) == pytest.approx((0.04 + 0.16) / 2)
    assert log_loss([0.8, 0.4], [1, 0]) == pytest.approx(-(math.log(0.8) + math.log(0.6)) / 2)
    assert log_loss([0.5], [1]) == pytest.approx(math.log(2))


def test_one_certain_mistake_costs_much_and_not_everything():
    assert 20 < log_loss([1.0], [0]) < 21


def test_auc_by_hand_with_ties():
    """Yes at 3 and 2, no at 2 and 1: of four pairs three are right and one is tied."""
    assert auc([3, 2, 2, 1], [1, 1, 0, 0]) == pytest.approx(3.5 / 4)
    assert auc([1, 1, 1], [1, 0, 0]) == 0.5


def test_auc_needs_both_kinds():
    assert auc([1, 2], [1, 1]) is None
    assert auc([], []) is None


@pytest.mark.parametrize("measure", [brier, log_loss, reliability])
def test_chances_outside_their_range_and_odd_lengths_are_refused(measure):
    with pytest.raises(ValueError, match="between 0 and 1"):
        measure([1.2], [1])
    with pytest.raises(ValueError, match="between 0 and 1"):
        measure([math.nan], [1])
    with pytest.raises(ValueError, match="2 chances for 1"):
        measure([0.1, 0.2], [1])


def test_no_cases_no_score():
    with pytest.raises(ValueError, match="no cases"):
        brier([], [])
    with pytest.raises(ValueError, match="2 scores for 1"):
        auc([0.1, 0.2], [1])
    with pytest.raises(ValueError, match="2 scores for 1"):
        platt([0.1, 0.2], [1])


@given(cases)
def test_scores_stay_in_range(rows):
    said, came = zip(*rows, strict=True)
    assert 0 <= brier(said, came) <= 1
    assert 0 <= expected_calibration_error(said, came) <= 1
    assert sum(one.came.n for one in reliability(said, came)) == len(rows)


@given(cases)
def test_auc_sees_only_the_order(rows):
    """Any rising change of scale leaves it; turning the scores round turns it round."""
    said, came = (np.array(column) for column in zip(*rows, strict=True))
    found = auc(said, came)
    if found is None:
        return
    assert auc(np.round(said, 3), came) == pytest.approx(auc(7 * np.round(said, 3) - 2, came))
    assert auc(-said, came) == pytest.approx(1 - found)


def test_auc_counts_pairs():
    """Against the definition, pair by pair, with many ties."""
    dice = np.random.default_rng(2)
    score, came = dice.integers(0, 6, 80), dice.integers(0, 2, 80)
    yes, no = score[came == 1], score[came == 0]
    pairs = np.mean([(a > b) + 0.5 * (a == b) for a in yes for b in no])
    assert auc(score, came) == pytest.approx(pairs)


def test_true_chances_pass_and_boasting_fails():
    """Ten thousand fair chances have an error near nothing; doubled log-odds are found out."""
    dice = np.random.default_rng(3)
    log_odds = dice.normal(0, 1.5, 10_000)
    came = dice.random(10_000) < sigmoid(log_odds)
    assert expected_calibration_error(sigmoid(log_odds), came) < 0.02
    assert expected_calibration_error(sigmoid(2.5 * log_odds), came) > 0.06


def test_platt_mends_boasting():
    dice = np.random.default_rng(4)
    log_odds = dice.normal(0, 1.5, 4000)
    came = dice.random(4000) < sigmoid(log_odds - 0.7)
    mended = platt(2.5 * log_odds, came)
    assert mended.slope == pytest.approx(0.4, abs=0.04)
    assert mended.offset == pytest.approx(-0.7, abs=0.1)
    assert expected_calibration_error(mended(2.5 * log_odds), came) < 0.025


def test_platt_is_at_rest():
    """At the fitted line the smoothed surprise has no slope left, by finite differences."""
    dice = np.random.default_rng(5)
    score = dice.normal(size=60)
    came = (dice.random(60) < sigmoid(score)).astype(float)
    found = platt(score, came)
    yes = came.sum()
    goal = np.where(came == 1, (yes + 1) / (yes + 2), 1 / (60 - yes + 2))

    def surprise(slope, offset):
        line = slope * score + offset
        return np.sum(np.logaddexp(0, line) - goal * line)

    for a, b in ((1e-4, 0), (-1e-4, 0), (0, 1e-4), (0, -1e-4)):
        assert surprise(found.slope + a, found.offset + b) >= surprise(found.slope, found.offset)


def test_platt_does_not_run_away_when_scores_separate():
    """Prior counts: twenty perfect cases on each side still leave one in twenty-two of doubt."""
    score, came = np.repeat([-1.0, 1.0], 20), np.repeat([0, 1], 20)
    found = platt(score, came)
    assert found([1.0])[0] == pytest.approx(21 / 22, abs=1e-4)


def test_platt_never_turns_an_order_round():
    score, came = np.repeat([-1.0, 1.0], 20), np.repeat([1, 0], 20)
    found = platt(score, came)
    assert found.slope == 0
    assert found([5.0])[0] == pytest.approx(0.5)


@pytest.mark.parametrize(("yes", "no"), [(8, 21), (7, 60), (60, 7)])
def test_platt_waits_for_thirty_cases_and_eight_of_each(yes, no):
    came = np.repeat([1, 0], [yes, no])
    assert platt(np.arange(came.size), came) is None
    assert platt(np.arange(30), np.repeat([1, 0], [8, 22])) is not None
