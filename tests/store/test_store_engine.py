"""A member's file is private, strict, and survives versions and company."""

from __future__ import annotations

import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest
from store_rows import connection, take

from calabazas.store import StoreError, engine, member_path, members, open_member

if TYPE_CHECKING:
    from pathlib import Path

    from calabazas.store import Store


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_else_reads_a_members_network(store: Store) -> None:
    """Every file of the home, journals and locks too, belongs to its owner alone, whatever the umask."""
    take(store, {"connections": [connection("Ada One")]})
    home = store.path.parent
    assert mode(home) == 0o700
    assert {path.name: oct(mode(path)) for path in home.iterdir()} == {
        path.name: "0o600" for path in home.iterdir()
    }
    assert len(list(home.iterdir())) >= 3


def test_a_home_of_ours_that_stands_open_is_closed(tmp_path: Path) -> None:
    """Also a folder made by hand beforehand; one that holds other things keeps the rights it has."""
    empty, full = tmp_path / "empty", tmp_path / "full"
    for folder in (empty, full):
        folder.mkdir(mode=0o755)
    (full / "letter.txt").write_text("mine")
    for folder in (empty, full):
        open_member(member_path(folder)).close()
    assert mode(empty) == 0o700
    assert mode(full) == 0o755
    assert mode(full / "member.sqlite") == 0o600


def test_every_table_is_strict(store: Store) -> None:
    """A text in a number's column is an error at once, not a riddle years later."""
    lax = store.db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
    )
    assert lax.fetchall() == []
    with pytest.raises(sqlite3.IntegrityError):
        store.db.execute("INSERT INTO sighting VALUES ('one', 1, 1)")


def test_settings_of_the_file(store: Store) -> None:
    """Readers never wait for writers, and links between tables hold."""
    assert store.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store.db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert store.db.execute("PRAGMA busy_timeout").fetchone() == (engine.BUSY_MS,)


def test_opening_again_keeps_everything(store: Store) -> None:
    take(store, {"connections": [connection("Ada One")]})
    with open_member(store.path) as again:
        assert again.db.execute("SELECT name FROM person").fetchall() == [("Ada One",)]


def test_a_new_step_reaches_an_old_file_with_its_data(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps are taken in order, once, and what the file held stays."""
    take(store, {"connections": [connection("Ada One")]})
    steps = engine.migrations()
    number = steps[-1][0] + 1
    more = [
        *steps,
        (
            number,
            "ALTER TABLE person ADD COLUMN shoe INTEGER;\n-- a word; with a semicolon\nUPDATE person SET shoe = 41;\n",
        ),
    ]
    monkeypatch.setattr(engine, "migrations", lambda: more)
    for _ in range(2):
        with open_member(store.path) as newer:
            assert newer.db.execute("SELECT name, shoe FROM person").fetchall() == [("Ada One", 41)]
            assert newer.db.execute("PRAGMA user_version").fetchone() == (number,)


def test_a_step_that_fails_leaves_the_file_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = engine.migrations()
    broken = [
        *steps,
        (steps[-1][0] + 1, "ALTER TABLE person ADD COLUMN shoe INTEGER;\nUPDATE nowhere SET x = 1;\n"),
    ]
    monkeypatch.setattr(engine, "migrations", lambda: broken)
    with pytest.raises(StoreError):
        open_member(store.path)
    assert "shoe" not in {row[1] for row in store.db.execute("PRAGMA table_info(person)")}
    assert store.db.execute("PRAGMA user_version").fetchone() == (steps[-1][0],)


def test_a_newer_file_and_a_strange_one_are_refused(tmp_path: Path, store: Store) -> None:
    """An old program must not write into what it does not understand, nor into some other database."""
    store.db.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="newer"):
        open_member(store.path)
    other = tmp_path / "letter.sqlite"
    other.write_bytes(b"Dear all, this is no database at all." * 100)
    with pytest.raises(StoreError):
        open_member(other)


def test_several_members_are_several_files(tmp_path: Path) -> None:
    for name in ("member", "client-b"):
        open_member(member_path(tmp_path, name)).close()
    assert members(tmp_path) == ("client-b", "member")


def test_a_transaction_happens_wholly_or_not_at_all(store: Store) -> None:
    def half() -> None:
        with store.write() as db:
            db.execute("INSERT INTO setting VALUES ('a', 'b', 'now')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert store.db.execute("SELECT count(*) FROM setting").fetchone() == (0,)
