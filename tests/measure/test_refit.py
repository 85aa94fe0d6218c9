"""Learning must recover what is there, hold on to what was known, and say how unsure it still is."""

import math

import numpy as np
import pytest
from generator import NATS, received
from hypothesis import given, settings
from hypothesis import strategies as st

from calabazas.measure.calibration import auc, expected_calibration_error, sigmoid
from calabazas.measure.refit import (
    Decisions,
    Prior,
    anchored,
    decisions,
    frozen,
    moved,
    own_intercept,
    refit,
)


def prior(*weights, spread=1.0):
    return Prior(np.array(weights, dtype=float), np.full(len(weights), spread))


def shipped(truth):
    """The shipped weights of a generated member, each allowed to be off by 4 decibans."""
    return Prior(truth.shipped, np.full(len(truth.shipped), 4 * NATS))


def drawn(seed, n, weights, intercept=0.0):
    """Decisions of somebody who holds these weights."""
    dice = np.random.default_rng(seed)
    rows = (dice.random((n, len(weights))) < 0.4).astype(float)
    came = dice.random(n) < sigmoid(rows @ np.array(weights) + intercept)
    return decisions(rows, came)


def test_known_weights_are_recovered():
    """Ten thousand decisions outvote any prior: every weight within four of its own standard errors."""
    truth = np.array([1.5, -2.0, 0.0, 0.7])
    found = refit(prior(0, 0, 0, 0), drawn(1, 10_000, truth, -0.4))
    assert np.all(np.abs(found.weights - truth) < 4 * found.spread)
    assert np.max(found.spread) < 0.08
    assert found.intercept == pytest.approx(-0.4, abs=0.15)


def test_without_decisions_nothing_moves():
    found = anchored(prior(1, -1), drawn(1, 0, [1, -1]))
    assert found.weights == pytest.approx([1, -1])
    assert found.learned_from == 0
    assert found.chances([[0, 0]])[0] == pytest.approx(0.5)


def test_what_was_never_seen_keeps_its_weight():
    """A finding that shows in no decision teaches nothing, and its doubt stays."""
    rows = np.column_stack([np.tile([0, 1], 30), np.zeros(60)])
    found = refit(prior(0.0, 2.0), decisions(rows, np.tile([0, 1], 30)))
    assert found.weights[1] == pytest.approx(2.0)
    assert found.weights[0] > 1
    assert found.spread[1] > found.spread[0]


def test_a_tight_prior_moves_less_than_a_loose_one():
    seen = drawn(3, 60, [3.0], -1)
    tight, loose = refit(prior(-1, spread=0.1), seen), refit(prior(-1, spread=3.0), seen)
    assert abs(tight.weights[0] + 1) < abs(loose.weights[0] + 1)


def test_each_weight_has_a_spread_of_its_own():
    seen = drawn(4, 80, [2.0, 2.0], -2)
    found = refit(Prior(np.zeros(2), np.array([0.05, 2.0])), seen)
    assert abs(found.weights[0]) < 0.1
    assert found.weights[1] > 1


def test_never_before_ten_of_each():
    rows = np.ones((40, 1))
    assert refit(prior(1), decisions(rows, np.repeat([1, 0], [31, 9]))) is None
    assert refit(prior(1), decisions(rows, np.repeat([1, 0], [9, 31]))) is None
    assert refit(prior(1), decisions(rows, np.repeat([1, 0], [30, 10]))) is not None


def test_fit_by_hand_on_one_scale():
    """One feature always on and a prior that pins the intercept: the slope equation can be checked by hand."""
    seen = decisions(np.ones((30, 1)), np.repeat([1, 0], [20, 10]))
    found = anchored(prior(0.0, spread=2.0), seen, scales=(1.0,))
    both = found.weights[0] + found.intercept
    start = own_intercept(np.zeros(30), seen)
    residual = 20 - 30 * float(sigmoid(both))
    assert residual == pytest.approx(found.weights[0] / 4, abs=1e-6)
    assert residual == pytest.approx((found.intercept - start) / 4, abs=1e-6)


def test_laplace_covariance_by_hand():
    """The covariance is the inverse of X'WX plus the prior precision, at the fit."""
    seen = drawn(6, 50, [1.0, -1.0])
    found = anchored(prior(0.5, 0.5, spread=1.5), seen, scales=(1.0,))
    rows = np.column_stack([seen.features, np.ones(50)])
    p = sigmoid(rows @ np.append(found.weights, found.intercept))
    bend = rows.T @ (rows * (p * (1 - p))[:, None]) + np.diag([1 / 2.25, 1 / 2.25, 0.25])
    assert found.covariance == pytest.approx(np.linalg.inv(bend), abs=1e-6)


def test_doubt_between_scales_is_doubt_in_the_weights():
    """The fits of two scales disagree: the spread of the one Gaussian kept must hold that disagreement too."""
    start, seen = prior(0.0, 0.0), drawn(6, 50, [1.5, -1.0])
    near, far = (anchored(start, seen, scales=(scale,)) for scale in (0.1, 3.0))
    both = anchored(start, seen, scales=(0.1, 3.0))
    share = (both.weights[0] - far.weights[0]) / (near.weights[0] - far.weights[0])
    assert 0 < share < 1
    apart = np.append(near.weights - far.weights, near.intercept - far.intercept)
    within = share * near.covariance + (1 - share) * far.covariance
    expected = within + share * (1 - share) * np.outer(apart, apart)
    assert both.covariance == pytest.approx(expected, abs=1e-6)


def test_own_rate_sets_the_intercept():
    """Somebody who takes three of four starts there, whatever the weights say on average."""
    rows = np.random.default_rng(7).random((400, 2))
    came = np.tile([1, 1, 1, 0], 100)
    start = frozen(prior(5, 5), decisions(rows, came))
    assert float(start.chances(rows).mean()) == pytest.approx(301 / 402, abs=1e-6)
    assert start.weights == pytest.approx([5, 5])


def test_nothing_but_yes_is_not_certainty():
    seen = decisions(np.zeros((8, 1)), np.ones(8))
    assert float(sigmoid(own_intercept(np.zeros(8), seen))) == pytest.approx(0.9)
    assert own_intercept(np.zeros(0), decisions(np.zeros((0, 1)), [])) == 0


def test_half_counts_are_half_decisions():
    """Two old decisions that count half teach what one does."""
    once = drawn(9, 40, [1.5])
    twice = decisions(
        np.repeat(once.features, 2, axis=0), np.repeat(once.outcomes, 2), counts=np.full(80, 0.5)
    )
    one, two = anchored(prior(0), once), anchored(prior(0), twice)
    assert two.weights == pytest.approx(one.weights, abs=1e-6)
    assert two.covariance == pytest.approx(one.covariance, abs=1e-6)


def test_what_is_held_fixed_is_not_learned_again():
    """With the whole truth as offset there is nothing left to explain."""
    truth = drawn(10, 3000, [2.0])
    held = Decisions(truth.features, truth.outcomes, truth.counts, truth.features[:, 0] * 2.0)
    assert anchored(prior(0.0), truth).weights[0] == pytest.approx(2.0, abs=0.3)
    assert anchored(prior(0.0), held).weights[0] == pytest.approx(0.0, abs=0.3)


def test_perfect_separation_stays_finite():
    """Everybody from the sector in, everybody else out: the prior keeps the weight in bounds."""
    found = refit(
        prior(0.0, spread=1.0), decisions(np.repeat([[0], [1]], 200, axis=0), np.repeat([0, 1], 200))
    )
    assert 2 < found.weights[0] < 12
    assert np.all(np.isfinite(found.covariance))


def test_doubt_draws_chances_to_one_half():
    seen = drawn(12, 25, [2.0], 1)
    found = anchored(prior(2.0, spread=2.0), seen)
    plain, cautious = sigmoid(found.log_odds([[1.0]]))[0], found.chances([[1.0]])[0]
    assert 0.5 < cautious < plain


def test_moved_tells_the_furthest_first():
    found = refit(prior(0, 0, 0), drawn(13, 2000, [0.2, -2.0, 1.0]))
    shifts = moved(prior(0, 0, 0), found, at_least=0.5)
    assert [one.place for one in shifts] == [1, 2]
    assert shifts[0].before == 0
    assert shifts[0].after == pytest.approx(-2, abs=0.4)
    assert shifts[0].spread == pytest.approx(found.spread[1])


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError, match="positive spread"):
        Prior(np.zeros(2), np.array([1.0, 0.0]))
    with pytest.raises(ValueError, match="different lengths"):
        decisions([[1], [0]], [1, 0], counts=[1])
    with pytest.raises(ValueError, match="one row per decision"):
        decisions([1, 0], [1, 0])


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(0, 60), st.floats(0.05, 3))
def test_a_fit_is_always_finite_and_symmetric(seed, n, spread):
    found = anchored(prior(2, -1, 0.5, spread=spread), drawn(seed, n, [0, 3, -3]))
    assert np.all(np.isfinite(found.weights))
    assert found.covariance == pytest.approx(found.covariance.T)
    assert np.all(np.linalg.eigvalsh(found.covariance) > 0)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_yes_and_no_are_two_names_for_one_fact(seed):
    """Turning outcomes and prior round turns the weights round, to the Newton tolerance."""
    seen = drawn(seed, 40, [1, -1])
    turned = decisions(seen.features, 1 - seen.outcomes)
    one, two = anchored(prior(1, 0), seen), anchored(prior(-1, 0), turned)
    assert two.weights == pytest.approx(-one.weights, abs=1e-4)


def test_somebody_who_agrees_keeps_the_weights():
    """On generated members of little taste the learned weights stay near the shipped ones; of much, they move."""
    shifts = {"agrees": [], "between": [], "differs": []}
    for number in range(60):
        truth = received(3, number, acts=80, future=0)
        found = anchored(shipped(truth), decisions(truth.features, truth.accepted))
        which = "agrees" if truth.taste < 3 else "differs" if truth.taste > 7 else "between"
        shifts[which].append(float(np.abs(found.weights - truth.shipped).mean()))
    assert np.mean(shifts["agrees"]) < 0.5 * np.mean(shifts["differs"])


def test_chances_mean_what_they_say():
    """Over generated members the learned chances at 40 acts are within 0.08 of what comes."""
    errors = []
    for number in range(40):
        truth = received(4, number, acts=40)
        found = refit(
            shipped(truth),
            decisions(truth.features, truth.accepted),
        )
        if found is not None:
            errors.append(
                expected_calibration_error(found.chances(truth.future_features), truth.future_accepted)
            )
    assert len(errors) > 25
    assert np.mean(errors) <= 0.08


def test_ten_thousand_decisions_reach_the_truth():
    """The refit of a generated member ranks as well as their own hidden weights do."""
    truth = received(5, 1, acts=4000)
    found = refit(shipped(truth), decisions(truth.features, truth.accepted))
    best = auc(truth.future_features @ truth.own, truth.future_accepted)
    assert auc(found.log_odds(truth.future_features), truth.future_accepted) > best - 0.01
    assert math.isfinite(found.intercept)
