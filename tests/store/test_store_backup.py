"""A backup is the whole file at one moment, and the rows can be taken elsewhere."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from store_rows import connection, message, take

from calabazas.store import backup, open_member, readings, settings

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from calabazas.store import Store


def test_a_backup_opens_as_a_member(store: Store, tmp_path: Path) -> None:
    """One private file, without a journal beside it, that holds what the original held."""
    take(store, {"connections": [connection("Ada One")]})
    target = tmp_path / "copies" / "member.sqlite"
    target.parent.mkdir()
    backup.backup(store, target)
    assert [path.name for path in target.parent.iterdir()] == ["member.sqlite"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with open_member(target) as copy:
        assert list(copy.db.iterdump()) == list(store.db.iterdump())


def test_a_backup_never_writes_over_anything(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("mine")
    with pytest.raises(FileExistsError):
        backup.backup(store, target)
    assert target.read_text() == "mine"


def test_every_row_can_be_exported(store: Store, at: datetime) -> None:
    take(
        store,
        {
            "connections": [connection("Ada One")],
            "messages": [message("Ada One", "2025-01-01T10:00:00", "Hola")],
        },
    )
    settings.put(store, "target", "shipbuilders", at)
    readings.put(store, "1", {"key": b"x"})
    rows = list(backup.everything(store))
    assert ("body", {"id": 2, "text": "Hola"}) in rows
    assert {table for table, _ in rows} == {
        "intake",
        "intake_file",
        "person",
        "connection",
        "message",
        "body",
        "sighting",
        "setting",
    }


def test_readings_are_kept_by_version(store: Store) -> None:
    readings.put(store, "1", {"a": b"old", "b": b"b"})
    readings.put(store, "2", {"a": b"new"})
    assert readings.get(store, "1", ["a", "b", "c"]) == {"a": b"old", "b": b"b"}
    readings.forget_others(store, "2")
    assert readings.get(store, "1", ["a", "b"]) == {}
    assert readings.get(store, "2", ["a"]) == {"a": b"new"}


def test_a_setting_has_a_default_until_it_is_set(store: Store, at: datetime) -> None:
    assert settings.get(store, "lang", "es") == "es"
    settings.put(store, "lang", "en", at)
    assert settings.get(store, "lang", "es") == "en"
