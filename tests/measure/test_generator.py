"""Figures drawn from generated members are worth what the generator is: it must keep the word of its docstring."""

import numpy as np
import pytest
from generator import AS_OF, KINDS, Kind, network, received, sent

YEAR = 365


@pytest.fixture(scope="module")
def contacts():
    """Contacts of twenty members."""
    return [one for number in range(20) for one in network(31, number)]


def talked(contact):
    return sorted({*contact.sent, *contact.received})


def test_a_seed_and_a_number_are_one_member_for_ever():
    assert network(1, 2, size=40) == network(1, 2, size=40)
    assert network(1, 2, size=40) != network(1, 3, size=40)
    assert sent(1, 2, n=30).sent == sent(1, 2, n=30).sent
    assert np.array_equal(received(1, 2).features, received(1, 2).features)


def test_asking_for_more_to_come_changes_nothing_that_was():
    few, many = received(1, 2, future=10), received(1, 2, future=500)
    assert np.array_equal(few.accepted, many.accepted)
    assert np.array_equal(few.own, many.own)
    assert np.array_equal(few.days, many.days)


def test_decisions_come_oldest_first_and_none_tomorrow():
    days = received(1, 5).days
    assert np.all(np.diff(days) >= 0)
    assert days[-1] <= AS_OF


def test_findings_keep_their_usual_share():
    rows = received(2, 1, acts=40, future=20_000).future_features
    assert rows.mean(axis=0) == pytest.approx([kind.usual for kind in KINDS], abs=0.012)


def test_any_list_of_kinds_will_do():
    own = (Kind("one", 5, 0.5), Kind("two", -5, 0.2, -0.3, 0.3))
    member = received(2, 1, acts=30, kinds=own)
    assert member.codes == ("one", "two")
    assert member.features.shape == (30, 2)


def test_decisions_follow_the_members_own_weights():
    """The hidden weights foresee later acts; the shipped ones do so less, the more the taste differs."""
    member = next(one for one in (received(2, number) for number in range(50)) if one.taste > 7)
    yes = member.future_accepted == 1
    own, shipped = member.future_features @ member.own, member.future_features @ member.shipped
    gap_own = (own[yes].mean() - own[~yes].mean()) / own.std()
    gap_shipped = (shipped[yes].mean() - shipped[~yes].mean()) / shipped.std()
    assert gap_own > gap_shipped


def test_waits_known_agree_with_waits_that_are_true():
    """Whole days only: never more than a day off the truth, and nothing known that had not yet come."""
    for row in sent(3, 4, n=400).sent:
        if row.known_yes:
            assert row.known_days - 1 < row.true_wait < row.known_days + 1
            assert row.day + row.known_days <= AS_OF
        else:
            assert row.known_days == AS_OF - row.day
            assert row.true_wait is None or row.day + row.true_wait > AS_OF - 1


def test_nothing_known_of_a_contact_lies_ahead(contacts):
    for one in contacts:
        assert all(one.connected_on <= day <= AS_OF for day in (*talked(one), *one.pitched))
        later = (*one.later_sent, *one.later_received)
        assert all(AS_OF < day <= AS_OF + YEAR for day in later)
        assert one.later_contact == bool(later)


def test_ties_sleep_and_wake_as_the_docstring_says(contacts):
    """The two figures that the rates were set by, with room for one draw."""
    six = [one for one in contacts if 5 * YEAR < AS_OF - one.connected_on < 7 * YEAR]
    silent = [one for one in contacts if talked(one) and AS_OF - talked(one)[-1] > 3 * YEAR]
    assert 0.31 <= np.mean([not talked(one) for one in six]) <= 0.43
    assert 0.004 <= np.mean([one.later_contact for one in silent]) <= 0.018


def test_the_sector_is_talked_to_more_and_pitches_less(contacts):
    inside = [one for one in contacts if one.in_sector]
    outside = [one for one in contacts if not one.in_sector]
    assert np.mean([bool(talked(one)) for one in inside]) > np.mean([bool(talked(one)) for one in outside])
    assert np.mean([bool(one.pitched) for one in inside]) < np.mean([bool(one.pitched) for one in outside])
