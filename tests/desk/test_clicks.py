"""What is left to click, and words that claim nothing that is not known."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

from web_kit import KNOWN, LURE, STALE, TODAY, UNKNOWN, fill

from calabazas.desk.clicks import clicks, drafts, left
from calabazas.desk.decide import decide, remark
from calabazas.engine.memory import Memory
from calabazas.language import Language
from calabazas.store import open_member

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENGLISH = Language("en")


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        fill(opened)
        yield opened


def choose(store, **choices):
    memory = Memory()
    names = {"known": KNOWN, "unknown": UNKNOWN, "lure": LURE, "stale": STALE[0]}
    for who, choice in choices.items():
        found = [a for a in memory.engine(store, TODAY).triage(TODAY) if a.dossier.person.name == names[who]]
        decide(store, found, choice, ENGLISH, NOW)
    return clicks(memory.engine(store, TODAY).decided())


def test_following_costs_two_clicks_and_the_order_is_linkedins(store):
    """The member works down LinkedIn's list: another order would make them search."""
    rows = choose(store, lure="ignore", unknown="follow", known="accept")
    assert [r.answer.dossier.person.name for r in rows] == [KNOWN, UNKNOWN, LURE]
    assert [r.clicks for r in rows] == [1, 2, 1]
    assert left(rows) == 4


def test_later_and_done_leave_nothing_to_click(store):
    """A click for something put off would be a click too many."""
    rows = choose(store, unknown="later", known="accept")
    assert [r.choice for r in rows] == ["accept"]
    remark(store, [rows[0].answer.dossier.person.id], "done", "", NOW)
    assert clicks(Memory().engine(store, TODAY).decided()) == ()


def test_a_late_yes_comes_with_an_apology(store):
    """Lateness is the member's, and is said in one line."""
    (row,) = choose(store, stale="accept")
    text = ENGLISH.say(row.words[0].text)
    assert text.startswith("I am sorry to answer so late.")
    assert "Olga" in text


def test_a_greeting_leans_on_what_is_known(store):
    """Nothing is invented: who wrote before is greeted so, who did not is thanked."""
    known, unknown = choose(store, known="accept", unknown="accept")
    assert "Good to have you here too" in ENGLISH.say(known.words[0].text)
    assert (
        ENGLISH.say(unknown.words[0].text) == "Hello, Xan. Thank you for the invitation. Good to be in touch."
    )


def test_nothing_is_written_to_whom_is_left(store):
    """An ignored invitation gets no letter."""
    (row,) = choose(store, lure="ignore")
    assert row.words == ()


def test_the_question_goes_with_whom_only_they_can_explain(store):
    """To ask is a look too, and its words are ready."""
    memory = Memory()
    for answer in memory.engine(store, TODAY).triage(TODAY):
        asks = any(x.look == "ask" for x in answer.verdict.asked)
        words = [ENGLISH.say(d.text) for d in drafts(answer, "study")]
        assert bool(words) is asks
        assert all("What brings you here?" in w for w in words)
