"""What became of one's own invitations, and until when waiting pays."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, invitation, message, take

from calabazas.desk.sent import document, mark_sent, mark_withdrawn, sent
from calabazas.engine.allowance import allowance
from calabazas.store import open_member, people
from calabazas.store.outgoing import notes_sent, outgoing

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        yield opened


def asked(name: str, days: int, note: str = ""):
    return invitation(name, f"{TODAY - timedelta(days=days)}T10:00:00", note, incoming=False)


def yes(name: str, days: int):
    return connection(name, (TODAY - timedelta(days=days)).isoformat())


def find(store, name: str) -> int:
    (person,) = people.find(store, name)
    return person.id


def test_who_answered_and_who_is_waited_for(store):
    """Accepted, waiting, lapsed and withdrawn never count twice; the oldest wait comes first."""
    take(
        store,
        {
            "invitations": [
                asked("Ana Yes", 40, "Hola, Ana"), asked("Bea Waits", 30), asked("Cai Fresh", 3), asked("Dia Lapsed", 200),
                asked("Eva Back", 50), invitation("Fin Incoming", "2026-11-01"),
            ],
            "connections": [yes("Ana Yes", 38), yes("Gal Other", 5)],
        },
    )  # fmt: skip
    mark_withdrawn(store, [find(store, "Eva Back")], NOW)
    s = sent(store, TODAY)
    assert (s.total, s.accepted, s.withdrawn, s.expired) == (5, 1, 1, 1)
    assert (s.with_note, s.accepted_with_note) == (1, 1)
    assert [(w.sent.person.name, w.age, w.idle) for w in s.waiting] == [
        ("Bea Waits", 30, True),
        ("Cai Fresh", 3, False),
    ]
    assert s.reinvite_days == 21


def test_two_weeks_until_thirty_yeses_are_known(store):
    """From a handful no pace can be told, and no hope for one person."""
    take(
        store,
        {"invitations": [asked("Ana Yes", 40), asked("Bea Waits", 14)], "connections": [yes("Ana Yes", 38)]},
    )
    s = sent(store, TODAY)
    assert (s.deadline.day, s.deadline.why, s.deadline.answered) == (14, "few", 1)
    assert [w.hope for w in s.waiting] == [None]
    assert not s.idle


def test_the_members_own_pace_from_thirty_on(store):
    """All who ever say yes do so within three days here: ten days of silence are enough."""
    many = 60
    take(
        store,
        {
            "invitations": [asked(f"Yes {n:03}", 100) for n in range(many)]
            + [asked(f"No {n:03}", 100) for n in range(many)]
            + [asked("Zoe Waits", 12)],
            "connections": [yes(f"Yes {n:03}", 100 - n % 4) for n in range(many)],
        },
    )
    s = sent(store, TODAY)
    assert (s.deadline.why, s.deadline.day) == ("own", 7)
    zoe = next(w for w in s.waiting if w.sent.person.name == "Zoe Waits")
    assert zoe.idle
    assert zoe.hope == pytest.approx(0.0)


def test_silence_is_known_only_as_far_as_the_archive_reaches(store):
    """Somebody who answered after the archive was made is not silent for it."""
    take(
        store,
        {"invitations": [asked("Ana Asked", 10)], "connections": [yes("Gal Other", 300)]},
        as_of="2026-11-18",
    )
    (one,) = outgoing(store, TODAY)
    assert one.seen_until == date(2026, 11, 18)
    assert document(sent(store, TODAY))["waiting"][0]["age_days"] == 10


def test_the_members_word_counts_until_the_archive_tells(store):
    """Marked today, in tomorrow's archive: one invitation, with the note that went with it."""
    take(
        store,
        {"messages": [message("Ana Asked", "2024-01-01T10:00:00", "Hola", mine=True)]},
        as_of="2024-01-02",
    )
    mark_sent(store, find(store, "Ana Asked"), "Hola, Ana: coincidimos en FIMA.", NOW)
    (one,) = outgoing(store, TODAY)
    assert (one.marked, one.note, one.on) == (True, "Hola, Ana: coincidimos en FIMA.", TODAY)
    take(store, {"invitations": [asked("Ana Asked", 0)]})
    (one,) = outgoing(store, TODAY)
    assert (one.marked, one.note) == (False, "Hola, Ana: coincidimos en FIMA.")


def test_notes_of_the_month(store):
    """Only those with words cost a note, and only this month's."""
    take(
        store,
        {
            "invitations": [
                asked("Ana One", 3, "Hola, Ana"), asked("Bea Two", 2), asked("Cai Three", 40, "Hola, Cai"), asked("Dia Four", 5, "Hola, Ana"),
            ]
        },
    )  # fmt: skip
    left = allowance(store, outgoing(store, TODAY), TODAY)
    assert (left.per_month, left.notes_left, left.max_chars) == (5, 3, 200)
    assert notes_sent(outgoing(store, TODAY)) == ["Hola, Ana", "Hola, Cai"]
    assert notes_sent(outgoing(store, TODAY), but=find(store, "Cai Three")) == ["Hola, Ana"]


def test_nobody_invited_yet(store):
    """An empty file answers with zeros."""
    s = sent(store, TODAY)
    assert (s.total, s.waiting, s.deadline.day) == (0, (), 14)
    assert document(s)["waiting"] == []


def test_another_day_is_told_as_it_stood(store):
    """A yes that came later is not known before."""
    take(store, {"invitations": [asked("Ana Yes", 40)], "connections": [yes("Ana Yes", 2)]})
    assert sent(store, TODAY).accepted == 1
    take(store, {"invitations": [asked("Ana Yes", 40)]}, as_of=(TODAY - timedelta(days=10)).isoformat())
    assert sent(store, TODAY - timedelta(days=10)).accepted == 0
