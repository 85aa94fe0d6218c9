"""The member's ticks are facts like any other: understood exactly, or asked again in clear words."""

from __future__ import annotations

from datetime import date

import pytest

from calabazas.sources.look import PHOTOS, LookError, look_facts

TODAY = date(2026, 11, 23)


def test_every_answer_becomes_its_fact() -> None:
    """A whole look, as the screen and the command line send it."""
    answers = {
        "known": "sí", "connections": "500+", "followers": "15.850", "joined": "2014", "verified": "no",
        "last_activity": "4", "photo": "logo", "answer": "Me interesa lo tuyo\u202e", "unticked": "",
    }  # fmt: skip
    assert look_facts(answers, today=TODAY) == {
        "known": True,
        "connections": 500,
        "connections_open": True,
        "followers": 15850,
        "joined": 2014,
        "verified": False,
        "activity": [{"kind": "post", "text": "", "on": "2026-11-19"}],
        "photo": "logo",
        "answer": "Me interesa lo tuyo",
    }


@pytest.mark.parametrize("photo", PHOTOS)
def test_every_kind_of_picture_can_be_ticked(photo: str) -> None:
    """They are the member's remark on a picture, not the program's."""
    assert look_facts({"photo": photo}) == {"photo": photo}


def test_no_activity_is_seen_to_be_none() -> None:
    """Not having looked is the absent answer, not this one."""
    assert look_facts({"last_activity": "nada"}, today=TODAY) == {"activity": []}
    assert look_facts({}, today=TODAY) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("known", "maybe"), ("connections", "lots"), ("followers", "-3"), ("joined", "1999"), ("joined", "2027"),
        ("verified", "2"), ("photo", "beautiful"), ("last_activity", "2026-12-01"), ("last_activity", "soon"), ("age", "40"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_names_its_question(field: str, value: str) -> None:
    """The form shows the sentence beside the question."""
    with pytest.raises(LookError) as caught:
        look_facts({field: value}, today=TODAY)
    assert caught.value.field == field
    assert caught.value.sentence.id.endswith((".", "{choices}."))
