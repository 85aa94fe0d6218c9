"""Long work never holds a page up, is done once, and what is shown meanwhile is never of another member's facts."""

from __future__ import annotations

from threading import Event

import pytest

from calabazas.web.workroom import Key, Made, Workroom


@pytest.fixture
def room(tmp_path):
    return Workroom(tmp_path / "member.sqlite", patience=10)


def test_it_is_made_once(room):
    """Two pages that ask the same must not judge the network twice."""
    made = []

    def make(store):
        made.append(store.db.execute("SELECT 1").fetchone()[0])
        return "value"

    for _ in range(2):
        assert room.ask("it", Key("data", 1), make) == Made("value", current=True)
    assert made == [1]


def test_a_page_does_not_wait(tmp_path):
    """Whoever asks too early learns that it is being made, and gets it later."""
    room, go = Workroom(tmp_path / "member.sqlite", patience=0.01), Event()

    def make(_store):
        go.wait(10)
        return "value"

    assert room.ask("it", Key("data"), make) == Made(None, current=False)
    assert room.ask("it", Key("data"), make) == Made(None, current=False)
    go.set()
    room.patience = 10
    assert room.ask("it", Key("data"), make) == Made("value", current=True)


def test_after_an_act_the_older_is_shown_until_the_newer_is_there(room):
    """A note about somebody must not make the page blink; it says that it is being brought up to date."""
    go = Event()
    room.ask("it", Key("data", 1), lambda _: "older")
    room.patience = 0.01
    assert room.ask("it", Key("data", 2), lambda _: go.wait(10) and "newer") == Made("older", current=False)
    go.set()
    room.patience = 10
    assert room.ask("it", Key("data", 2), lambda _: "unused") == Made("newer", current=True)


def test_after_other_data_the_older_is_never_shown(room):
    """Somebody who was erased must not come back on a page that was made before."""
    go = Event()
    room.ask("it", Key("data", 1), lambda _: "older")
    room.patience = 0.01
    assert room.ask("it", Key("erased", 1), lambda _: go.wait(10) and "newer") == Made(None, current=False)
    go.set()


def test_what_fails_is_told_and_tried_again(room):
    """An error in a thread of its own must not become a page that waits for ever."""

    def fail(_store):
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        room.ask("it", Key("data"), fail)
    assert room.ask("it", Key("data"), lambda _: "value") == Made("value", current=True)


def test_a_count_beside_the_menu_makes_nothing(room):
    """The menu is on every page: it may tell what is known and must start no work."""
    assert room.peek("it") is None
    room.ask("it", Key("data", 1), lambda _: "value")
    assert room.peek("it") == "value"


def test_a_work_of_minutes_lets_those_of_seconds_go_on(room):
    """The replay of ten years must not keep the mirror waiting; how far it has come is told, and then forgotten."""
    go, begun = Event(), Event()

    def long(_store):
        room.tell("long", 3, 10)
        begun.set()
        go.wait(10)
        return "long"

    room.patience = 0.01
    room.ask("long", Key("data"), long, minutes=True)
    begun.wait(10)
    assert room.progress("long") == (3, 10)
    room.patience = 10
    assert room.ask("short", Key("data"), lambda _: "short") == Made("short", current=True)
    go.set()
    assert room.ask("long", Key("data"), long, minutes=True) == Made("long", current=True)
    assert room.progress("long") is None


def test_a_work_that_was_overtaken_ends_and_leaves_nothing(room):
    """Whoever asks for another comparison while ten years are replayed must not have both replayed to the end."""
    go, ended = Event(), []

    def older(_store):
        go.wait(10)
        room.tell("it", 1, 2)
        ended.append("older")

    room.patience = 0.01
    room.ask("it", Key("older"), older, minutes=True)
    room.patience = 10
    assert room.ask("it", Key("newer"), lambda _: "newer", minutes=True) == Made("newer", current=True)
    go.set()
    assert room.ask("it", Key("newer"), lambda _: "again", minutes=True) == Made("newer", current=True)
    assert ended == []
