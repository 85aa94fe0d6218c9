"""The guard of learning: judged only on what was not yet known, and never offered when it is worse."""

import numpy as np
import pytest
from generator import NATS, received

from calabazas.measure.calibration import auc, log_loss, sigmoid
from calabazas.measure.forward import MARGIN, Scores, WalkForward, walk_forward
from calabazas.measure.refit import Prior, anchored, decisions, frozen


def prior(*weights, spread=1.0):
    return Prior(np.array(weights, dtype=float), np.full(len(weights), spread))


def shipped(truth):
    """The shipped weights of a generated member, each allowed to be off by 4 decibans."""
    return Prior(truth.shipped, np.full(len(truth.shipped), 4 * NATS))


def drawn(seed, n, weights, intercept=0.0):
    dice = np.random.default_rng(seed)
    rows = (dice.random((n, len(weights))) < 0.4).astype(float)
    return decisions(rows, dice.random(n) < sigmoid(rows @ np.array(weights) + intercept))


@pytest.mark.parametrize(
    ("frozen_loss", "learned_loss", "frozen_auc", "learned_auc", "offered"),
    [
        (0.60, 0.50, 0.80, 0.82, True),
        (0.60, 0.50, 0.80, 0.80, True),
        (0.50, 0.60, 0.80, 0.90, False),  # more surprised
        (0.60, 0.50, 0.80, 0.79, False),  # ranks worse
        (0.60, 0.59, 0.80, 0.82, False),  # better by less than luck
        (0.60, 0.50, None, None, False),  # only one kind of outcome: no ranking to compare
    ],
)
def test_offered_only_when_not_worse(frozen_loss, learned_loss, frozen_auc, learned_auc, offered):
    """Thirty judged decisions; the margin is one nat over all of them."""
    found = WalkForward(Scores(frozen_loss, frozen_auc), Scores(learned_loss, learned_auc), 30)
    assert found.adopt is offered
    assert found.saved == pytest.approx(30 * (frozen_loss - learned_loss))
    assert MARGIN == 1.0


def test_nothing_before_ten_of_each():
    assert walk_forward(prior(1), decisions(np.ones((40, 1)), np.repeat([1, 0], [31, 9]))) is None


def test_each_decision_is_foretold_from_earlier_ones_alone():
    """Against the definition, one decision at a time."""
    start, seen = prior(1.0, -1.0), drawn(2, 40, [-1.0, 2.0])
    found = walk_forward(start, seen)
    old = [float(frozen(start, seen.part(0, i)).chances(seen.features[i : i + 1])[0]) for i in range(10, 40)]
    new = [
        float(anchored(start, seen.part(0, i)).chances(seen.features[i : i + 1])[0]) for i in range(10, 40)
    ]
    assert found.judged == 30
    assert found.frozen.log_loss == pytest.approx(log_loss(old, seen.outcomes[10:]))
    assert found.learned.log_loss == pytest.approx(log_loss(new, seen.outcomes[10:]))
    assert found.frozen.auc == pytest.approx(auc(seen.features[10:] @ start.weights, seen.outcomes[10:]))


def test_a_planted_look_ahead_would_be_seen():
    """The last decision cannot change how the earlier ones were foretold: only its own surprise differs."""
    seen = drawn(3, 40, [1.0, 1.0])
    turned = decisions(seen.features, np.append(seen.outcomes[:-1], 1 - seen.outcomes[-1]))
    one, two = walk_forward(prior(0, 0), seen), walk_forward(prior(0, 0), turned)
    chance = float(anchored(prior(0, 0), seen.part(0, 39)).chances(seen.features[39:])[0])
    own = abs(np.log(chance) - np.log(1 - chance))
    assert abs(one.learned.log_loss - two.learned.log_loss) * 30 == pytest.approx(own)


def test_many_decisions_need_few_refits_and_are_all_judged():
    found = walk_forward(prior(0, 0), drawn(4, 507, [1.0, -1.0]))
    assert found.judged == 497


def test_somebody_quite_different_is_learned():
    found = walk_forward(prior(-2.0, 2.0), drawn(5, 120, [2.0, -2.0]))
    assert found.adopt
    assert found.learned.auc > found.frozen.auc


def test_coin_tossing_is_not_learned():
    """Decisions without any pattern: over thirty members hardly anyone is offered weights made of noise."""
    offered = 0
    for seed in range(30):
        found = walk_forward(prior(0.2, -0.2, 0.1), drawn(seed, 40, [0.2, -0.2, 0.1]))
        offered += found is not None and found.adopt
    assert offered <= 2


def test_learning_is_not_adopted_when_it_is_worse():
    """Generated members who agree with the weights, where any change can only harm: the guard keeps them.

    A member may still be offered weights by luck; then they lose less than three points of ranking.
    """
    offered, judged = 0, 0
    for number in range(150):
        truth = received(6, number, acts=40)
        if truth.taste > 2:
            continue
        start, seen = (
            shipped(truth),
            decisions(truth.features, truth.accepted),
        )
        found = walk_forward(start, seen)
        if found is None:
            continue
        judged += 1
        if found.adopt:
            offered += 1
            before, after = frozen(start, seen), anchored(start, seen)
            later, came = truth.future_features, truth.future_accepted
            assert auc(after.log_odds(later), came) > auc(before.log_odds(later), came) - 0.03
    assert judged >= 20
    assert offered <= judged / 4


def test_learning_helps_who_differs_and_harms_few():
    """The gate of the benchmark on sixty members, with room for so few: 90 % not worse, gain over a point."""
    gains = []
    for number in range(60):
        truth = received(7, number, acts=40)
        start, seen = (
            shipped(truth),
            decisions(truth.features, truth.accepted),
        )
        found = walk_forward(start, seen)
        if found is None:
            continue
        later, came = truth.future_features, truth.future_accepted
        gain = auc(anchored(start, seen).log_odds(later), came) - auc(
            frozen(start, seen).log_odds(later), came
        )
        gains.append(gain if found.adopt else 0.0)
    assert len(gains) > 40
    assert np.mean([gain >= 0 for gain in gains]) >= 0.90
    assert np.mean(gains) > 0.01
