"""A member's file and a moment, for the tests of the store."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from calabazas.store import Store, open_member

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A member's real file in an empty home."""
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        yield opened


@pytest.fixture
def at() -> datetime:
    """A moment for acts and settings."""
    return datetime(2026, 11, 20, 9, tzinfo=UTC)
