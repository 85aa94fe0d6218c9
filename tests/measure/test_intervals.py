"""Intervals are what keeps the product from boasting: they must be right to the digit and hold their promise."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calabazas.measure.intervals import (
    Beta,
    Interval,
    Share,
    bootstrap,
    chance_better,
    detectable,
    may_call_better,
    needed_per_arm,
    newcombe,
    shrunk,
    wilson,
    z_of,
)

counts = st.integers(0, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (105, 364, 0.244, 0.337),  # invitations with a note, Espirian 2020
        (212, 364, 0.531, 0.632),  # accepted, same source
        (0, 60, 0.0, 0.0602),  # no error in sixty still allows six percent
        (0, 100, 0.0, 0.0370),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
    ],
)
def test_wilson_matches_published_values(k, n, low, high):
    """The figures quoted in reports come from here; they must be those anyone else computes."""
    found = wilson(k, n)
    assert found.low == pytest.approx(low, abs=5e-4)
    assert found.high == pytest.approx(high, abs=5e-4)


def test_wilson_by_hand_at_one_half():
    """At k = n/2 the score interval has a closed form one can check on paper."""
    z2 = 1.959964**2
    half = math.sqrt(z2 / (4 * (50 + z2)))
    assert wilson(25, 50).high == pytest.approx(0.5 + half, abs=1e-6)


def test_no_cases_say_nothing():
    assert wilson(0, 0) == Interval(0.0, 1.0)
    assert newcombe(Share(0, 0), Share(3, 9)) == Interval(-1.0, 1.0)


@given(counts, st.floats(0.5, 0.99))
def test_wilson_holds_its_own_share_and_stays_in_range(pair, level):
    k, n = pair
    found = wilson(k, n, level)
    assert 0 <= found.low <= found.high <= 1
    if n:
        assert k / n in found


@given(counts)
def test_wilson_is_the_same_seen_from_the_other_side(pair):
    """Share of yes and share of no are one fact."""
    k, n = pair
    yes, no = wilson(k, n), wilson(n - k, n)
    assert yes.low == pytest.approx(1 - no.high, abs=1e-9)


@given(counts)
def test_more_of_the_same_is_surer(pair):
    k, n = pair
    assert wilson(4 * k, 4 * n).width <= wilson(k, n).width


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5)])
def test_impossible_counts_are_refused(k, n):
    with pytest.raises(ValueError, match="no proportion"):
        wilson(k, n)
    with pytest.raises(ValueError, match="no share"):
        Share(k, n)


def test_a_level_outside_zero_to_one_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        z_of(95)


def test_no_percentage_below_ten():
    """House rule: 2 of 9 is never shown as 22 %."""
    assert not Share(2, 9).percent_allowed
    assert Share(2, 9).percent is None
    assert Share(2, 10).percent == 20
    assert Share(0, 0).rate is None


def test_shares_add_up():
    assert Share(1, 4) + Share(2, 3) == Share(3, 7)


@pytest.mark.parametrize("nonsense", [(0, 1), (1, -2), (math.nan, 1)])
def test_a_belief_needs_positive_counts(nonsense):
    with pytest.raises(ValueError, match="no distribution"):
        Beta(*nonsense)


def test_belief_counts_cases():
    after = Beta(3, 7).after(Share(6, 10))
    assert (after.a, after.b, after.mean) == (9, 11, 0.45)


@pytest.mark.parametrize(
    ("belief", "low", "high"),
    [
        (Beta(1, 1), 0.025, 0.975),  # uniform: the quantile is the chance itself
        (Beta(2, 1), math.sqrt(0.025), math.sqrt(0.975)),  # distribution function x squared
        (Beta(1, 5), 1 - 0.975 ** (1 / 5), 1 - 0.025 ** (1 / 5)),
        (Beta(0.5, 0.5), math.sin(math.pi * 0.0125) ** 2, math.sin(math.pi * 0.4875) ** 2),  # arcsine law
    ],
)
def test_credible_interval_matches_closed_forms(belief, low, high):
    found = belief.interval()
    assert found.low == pytest.approx(low, abs=1e-4)
    assert found.high == pytest.approx(high, abs=1e-4)


def test_credible_interval_of_many_cases_is_the_normal_one():
    found = Beta(30_000, 70_000).interval()
    assert found.width == pytest.approx(2 * 1.96 * math.sqrt(0.21 / 100_000), rel=1e-3)


def test_chance_better_matches_reported_values():
    """6 of 10 against 3 of 10 sounds decisive and is not: 0.84."""
    prior = Beta(3, 7)
    assert chance_better(prior.after(Share(3, 10)), prior.after(Share(6, 10))) == pytest.approx(
        0.84, abs=0.005
    )
    assert chance_better(prior.after(Share(38, 50)), prior.after(Share(44, 50))) == pytest.approx(
        0.90, abs=0.01
    )


def test_chance_better_against_the_exact_sum():
    """For whole counts P(B > A) is a finite sum; the numerical one must agree."""

    def log_beta(a, b):
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    a, b = Beta(4, 9), Beta(7, 6)
    exact = sum(
        math.exp(log_beta(a.a + i, a.b + b.b) - math.log(b.b + i) - log_beta(1 + i, b.b) - log_beta(a.a, a.b))
        for i in range(int(b.a))
    )
    assert chance_better(a, b) == pytest.approx(exact, abs=1e-4)


@given(st.floats(0.2, 500), st.floats(0.2, 500), st.floats(0.2, 500), st.floats(0.2, 500))
def test_one_of_two_is_better(a, b, c, d):
    one, two = Beta(a, b), Beta(c, d)
    assert chance_better(one, two) + chance_better(two, one) == pytest.approx(1, abs=1e-6)
    assert chance_better(one, one) == pytest.approx(0.5, abs=1e-6)


def test_better_needs_both_certainty_and_cases():
    """Nineteen cases on one side are too few, however clear they look."""
    prior = Beta(3, 7)
    assert not may_call_better(Share(1, 19), Share(90, 100), prior)
    assert may_call_better(Share(1, 20), Share(90, 100), prior)
    assert not may_call_better(Share(30, 100), Share(35, 100), prior)


def test_shrinking_pulls_small_samples_most():
    assert shrunk(Share(0, 0), 0.3) == pytest.approx(0.3)
    assert shrunk(Share(6, 10), 0.3) == pytest.approx(0.45)
    assert shrunk(Share(600, 1000), 0.3) == pytest.approx(0.597, abs=1e-3)


def test_newcombe_matches_his_example():
    """Newcombe 1998, table II: 56/70 against 48/80 gives 0.0524 to 0.3339 by method 10."""
    found = newcombe(Share(48, 80), Share(56, 70))
    assert found.low == pytest.approx(0.0524, abs=1e-4)
    assert found.high == pytest.approx(0.3339, abs=1e-4)


@given(counts.filter(lambda pair: pair[1] > 0), counts.filter(lambda pair: pair[1] > 0))
def test_newcombe_turns_round_with_its_arms(one, two):
    a, b = Share(*one), Share(*two)
    there, back = newcombe(a, b), newcombe(b, a)
    assert there.low == pytest.approx(-back.high, abs=1e-9)
    assert there.low <= b.k / b.n - a.k / a.n <= there.high


def test_bootstrap_repeats_itself_and_finds_the_normal_width():
    values = np.random.default_rng(4).normal(10, 2, 400)
    first = bootstrap(values, np.mean, seed=1)
    assert first == bootstrap(values, np.mean, seed=1)
    assert first.width == pytest.approx(2 * 1.96 * values.std() / 20, rel=0.1)
    assert bootstrap([3.0], np.mean, seed=1) == Interval(3.0, 3.0)


def test_bootstrap_of_nothing_is_refused():
    with pytest.raises(ValueError, match="nothing to draw"):
        bootstrap([], np.mean, seed=1)


@pytest.mark.parametrize(
    ("p", "q", "n"), [(0.3, 0.4, 356), (0.3, 0.5, 93), (0.3, 0.6, 42), (0.05, 0.10, 435)]
)
def test_cases_needed_match_the_textbook(p, q, n):
    assert needed_per_arm(p, q) == n


def test_no_number_of_cases_tells_equals_apart():
    with pytest.raises(ValueError, match="tells"):
        needed_per_arm(0.3, 0.3)


def test_a_year_of_five_notes_shows_only_large_differences():
    """Sixty notes a year, thirty per arm: the product must say that only leaps can be seen."""
    assert detectable(0.3, 30) == pytest.approx(0.36)
    assert needed_per_arm(0.3, 0.3 + 0.36) <= 30 < needed_per_arm(0.3, 0.3 + 0.35)
    assert detectable(0.3, 2) is None


def test_intervals_hold_the_truth_as_often_as_promised():
    """2,000 shares drawn as members have them: between 93 and 97 % of the 95 % intervals hold the truth."""
    dice = np.random.default_rng(11)
    held = {"wilson": 0, "beta": 0, "newcombe": 0}
    for _ in range(2000):
        p, q = dice.beta(3, 7, 2)
        n, m = dice.integers(10, 300, 2)
        one, two = Share(int(dice.binomial(n, p)), int(n)), Share(int(dice.binomial(m, q)), int(m))
        held["wilson"] += p in wilson(one.k, one.n)
        held["beta"] += p in Beta(3, 7).after(one).interval()
        held["newcombe"] += q - p in newcombe(one, two)
    assert all(0.93 <= count / 2000 <= 0.97 for count in held.values()), held


def test_bootstrap_holds_the_mean_as_often_as_promised():
    dice = np.random.default_rng(12)
    held = sum(
        0.0 in bootstrap(dice.normal(size=60), lambda x: float(x.mean()), seed=run, runs=200)
        for run in range(400)
    )
    assert 0.91 <= held / 400 <= 0.97
