"""Few notes a month go to whom they are worth most, and to nobody who can be reached otherwise."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calabazas.writing.budget import Candidate, notes_left, plan

TODAY = date(2026, 11, 23)


def test_the_month_is_the_calendars() -> None:
    """Notes of October cost nothing in November; a date still to come is not yet spent."""
    sent = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 23), date(2026, 11, 30), date(2025, 11, 5)]
    assert notes_left(sent, TODAY) == 3
    assert notes_left(sent, TODAY, per_month=2) == 0
    assert notes_left(sent, TODAY, per_month=0) == 0


def test_notes_go_to_the_most_valued_who_have_an_anchor() -> None:
    """Without an anchor the one look comes first; mail and meeting cost no note."""
    people = [
        Candidate("low", 1.0, anchored=True),
        Candidate("mail", 9.0, anchored=True, mail=True),
        Candidate("bare", 8.0, anchored=False),
        Candidate("high", 7.0, anchored=True),
        Candidate("near", 6.0, anchored=False, in_person=True),
        Candidate("next", 5.0, anchored=True),
    ]
    assert plan(people, 2) == (
        ("mail", "mail"),
        ("bare", "look"),
        ("high", "note"),
        ("near", "in_person"),
        ("next", "note"),
        ("low", "queue"),
    )


@given(
    st.lists(
        st.builds(
            Candidate, st.text(max_size=3), st.floats(-9, 9), st.booleans(), st.booleans(), st.booleans()
        )
    ),
    st.integers(0, 9),
)
def test_never_more_notes_than_are_left(people: list[Candidate], left: int) -> None:
    """And everybody is somewhere in the plan."""
    planned = plan(people, left)
    assert sum(p.way == "note" for p in planned) <= left
    assert sorted(p.key for p in planned) == sorted(c.key for c in people)
