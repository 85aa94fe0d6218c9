"""Facts of a sight become a profile; what has the wrong form was simply not seen."""

from __future__ import annotations

from datetime import date

import pytest

from calabazas.people.profile import Doing, Profile, Role, Study
from calabazas.store.profiles import profile_of

DAY = date(2026, 11, 23)


def test_a_whole_profile() -> None:
    """The keys of a line of profiles as members hand them over, none lost."""
    facts = {
        "headline": "CMO",
        "position": "CMO",
        "company": "Faro",
        "location": "Lisboa",
        "mutual_connections": 3,
        "mutual_names": ["Ada One"],
        "connections": "500+",
        "followers": 1250,
        "joined": 2019,
        "verified": False,
        "photo": "face",
        "about": "",
        "experience": [
            {"title": "CMO", "company": "Faro", "start": 2020, "end": None, "text": None},
            {"title": "PM", "company": "X", "start": "2012-03", "end": 2020},
        ],
        "education": [{"school": "UDC", "degree": "", "start": None, "end": "2004"}],
        "skills": [],
        "activity": [
            {"days_ago": 3, "kind": "post", "text": "Hola"},
            {"kind": "share", "text": "x", "on": "2026-01-02"},
            {"kind": "like", "text": ""},
        ],
        "member_notes": {"commented_owner_posts": 2, "event": "the fair", "shared_employer": "Marea"},
        "known": True,
    }
    assert profile_of(facts, DAY) == Profile(
        headline="CMO",
        position="CMO",
        company="Faro",
        location="Lisboa",
        mutual_connections=3,
        mutual_names=("Ada One",),
        connections=500,
        connections_open=True,
        followers=1250,
        joined=2019,
        verified=False,
        photo="face",
        about="",
        experience=(Role("CMO", "Faro", "2020", None, ""), Role("PM", "X", "2012-03", "2020", "")),
        education=(Study("UDC", "", "", "2004"),),
        skills=(),
        activity=(
            Doing("post", "Hola", date(2026, 11, 20)),
            Doing("share", "x", date(2026, 1, 2)),
            Doing("like", "", None),
        ),
        commented_posts=2,
        event="the fair",
        shared_employer="Marea",
        known=True,
    )


def test_what_is_absent_was_not_seen() -> None:
    assert profile_of({}, DAY) == Profile()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"connections": "15.850"}, Profile(connections=15850)),
        ({"connections": 499}, Profile(connections=499)),
        ({"connections": 500, "connections_open": True}, Profile(connections=500, connections_open=True)),
        ({"followers": "many"}, Profile()),
        ({"followers": True}, Profile()),
        ({"verified": "yes"}, Profile()),
        ({"headline": {"a": 1}}, Profile()),
        ({"experience": "CEO"}, Profile()),
        ({"experience": ["CEO", {"title": "CEO"}]}, Profile(experience=(Role("CEO", ""),))),
        (
            {"activity": [{"days_ago": 10**12, "kind": "post", "text": "x"}]},
            Profile(activity=(Doing("post", "x"),)),
        ),
        (
            {"activity": [{"on": "yesterday", "kind": "post", "text": "x"}]},
            Profile(activity=(Doing("post", "x"),)),
        ),
        ({"skills": ["SEO", 7]}, Profile(skills=("SEO",))),
        ({"member_notes": "nice"}, Profile()),
        ({"password": "x"}, Profile()),
    ],
)
def test_odd_values_are_read_for_what_they_hold(facts: dict[str, object], expected: Profile) -> None:
    """Files are written by strangers: none may break a dossier."""
    assert profile_of(facts, DAY) == expected
