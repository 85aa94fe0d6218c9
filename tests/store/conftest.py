from __future__ import annotations

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
