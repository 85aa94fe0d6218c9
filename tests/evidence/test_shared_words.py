"""The member's own vocabulary speaks only where no field was recognised for certain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from calabazas.engine.vocabulary import crowd, rare_words, used_words
from calabazas.evidence.dossier import Dossier, Member, Person
from calabazas.evidence.shared_words import find
from calabazas.people.profile import Profile
from calabazas.reading.fit import Fit
from calabazas.reading.readings import Readings

TODAY = date(2026, 11, 23)
MEMBER = Member(
    headline="Aircraft maintenance",
    skills=("Avionics", "Airworthiness"),
    target_text="I want riveters and planners.",
)


def dossier(number: int, about: str, member: Member = MEMBER) -> Dossier:
    return Dossier(Person(number, f"P{number}"), TODAY, profile=Profile(about=about), member=member)


def shared_words(people, among=None):
    used = used_words(people)
    return rare_words(used, among or crowd(used))


def test_one_person_is_measured_by_the_queue():
    """Asked alone, somebody's words are as rare as they were among all who ask."""
    queue = [dossier(n, "Avionics and airworthiness" if n == 0 else "Gardens") for n in range(12)]
    all_of_them = crowd(used_words(queue))
    assert shared_words(queue[:1], all_of_them) == shared_words(queue)[:1]
    assert shared_words(queue[:1], all_of_them)[0]


def judged(words, grade="weak"):
    return replace(dossier(1, ""), readings=Readings(fit=Fit(0.3, grade, 0.5), shared_words=tuple(words)))


def test_rare_words_of_the_members_trade_are_found_the_rarest_first():
    """A trade that no list knows is known by its own words."""
    queue = [dossier(i, "I paint houses and walk dogs") for i in range(20)]
    queue[0] = dossier(0, "Avionics and airworthiness at night")
    queue[1] = dossier(1, "Avionics for beginners")
    assert shared_words(queue)[0] == ("airworthiness", "avionics")
    assert shared_words(queue)[1] == ("avionics",)
    assert shared_words(queue)[2] == ()


def test_a_word_that_many_use_says_nothing():
    """In a queue full of avionics people the word tells nobody from anybody."""
    queue = [dossier(i, "Avionics all day") for i in range(20)]
    assert set(shared_words(queue)) == {()}


def test_a_handful_of_people_tells_no_rare_from_common():
    """Three invitations are too few to say what is rare."""
    assert shared_words([dossier(1, "Avionics")]) == [()]


@pytest.mark.parametrize(("words", "level"), [(("a1", "b2", "c3"), "several"), (("a1", "b2"), "two")])
def test_it_has_two_levels(words, level):
    """Three words say more than two."""
    assert [f.level for f in find(judged(words))] == [level]


@pytest.mark.parametrize("grade", ["exact", "useful", "nothing"])
def test_where_the_field_is_clear_it_is_silent(grade):
    """Neither does it make more of the right field, nor excuse another."""
    assert list(find(judged(("a1", "b2", "c3"), grade))) == []


def test_one_word_is_chance():
    """Anybody may use one word."""
    assert list(find(judged(("a1",)))) == []
