"""How a conversation ended is read once for each state of it and each set of rules; anything else is told from memory."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, message, take

from calabazas import shipped
from calabazas.engine import talks
from calabazas.engine.engine import Engine
from calabazas.store import dossiers, open_member, settings

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
QUARREL = "Eres un sinvergüenza y un estafador, no me escribas nunca más."


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        settings.put(opened, "target", "Busco responsables de riego y agrónomos.", NOW)
        take(opened, {"connections": [connection("Old Friend", "2016-03-04")], "messages": [*lines(3)]})
        yield opened


def lines(count, last="¿Nos vemos en la feria?"):
    """A conversation of some months, the last word theirs."""
    for n in range(1, count + 1):
        text = last if n == count else "Te cuento"
        yield message("Old Friend", f"2019-0{n}-05T10:00:00", text, mine=bool((count - n) % 2), row=n)


def worded(store):
    """What is said of the one conversation, as the purge asks for it: dossiers without texts first."""
    held = {d.person.id: d for d in dossiers.all_contacts(store, TODAY)}
    (d,) = talks.with_words(Engine(store), TODAY, held)
    return d.readings


def versions(store):
    return [
        v for (v,) in store.db.execute("SELECT DISTINCT version FROM reading WHERE version LIKE 'talks-%'")
    ]


def test_what_is_kept_is_what_was_read(store, monkeypatch):
    """The second question must get the first one's answer without reading a word."""
    first = worded(store)
    assert first.talk.last_asks
    monkeypatch.setattr(talks, "_read", lambda *_: pytest.fail("read again"))
    assert worded(store) == first


def test_another_message_is_another_state(store):
    """A quarrel that came with the newest archive must not hide behind what was read before it."""
    assert not worded(store).tone.hostile
    take(store, {"messages": [*lines(5, QUARREL)]}, "2026-11-24")
    assert worded(store).tone.hostile
    assert worded(store).tone.quotes


def test_other_rules_read_anew_and_leave_nothing_of_the_old_ones(store, monkeypatch):
    """Words learned with an update count for conversations read before it, and the file does not grow with updates."""
    worded(store)
    (before,) = versions(store)
    monkeypatch.setattr(shipped, "fingerprint", lambda *_: "of-tomorrow")
    worded(store)
    (after,) = versions(store)
    assert after != before


def test_whatever_a_conversation_is_read_with_is_part_of_the_version(store, monkeypatch):
    """A file left out would leave readings of yesterday's words in force after an update."""
    real, read = shipped.read, set()

    def watched(name):
        read.add(name)
        return real(name)

    monkeypatch.setattr(shipped, "read", watched)
    worded(store)
    assert read == set(talks._READ_WITH)
