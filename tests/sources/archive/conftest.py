"""How the tests of the archive read a sheet: through recognition, as the door does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from calabazas.people.records import Problem
from calabazas.sources.archive import table
from calabazas.sources.blob import of_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[2] / "data" / "archive"


def read_sheet(content: str | bytes, name: str = "whatever.csv") -> tuple[str, list, list[Problem]]:
    """Give the kind of a sheet, its records and its problems; kind "" if it is none."""
    data = content.encode() if isinstance(content, str) else content
    found = table.recognise(data[: 1 << 16], name)
    if found is None:
        return "", [], []
    rows = list(table.read(of_bytes(name, data), name, *found, data[:4]))
    good = [row for row in rows if not isinstance(row, Problem)]
    return found[0].kind, good, [row for row in rows if isinstance(row, Problem)]


@pytest.fixture
def sheet() -> Callable[..., tuple[str, list, list[Problem]]]:
    """Read the text or bytes of a sheet: (kind, records, problems)."""
    return read_sheet


@pytest.fixture
def sample() -> Callable[[str], tuple[str, list, list[Problem]]]:
    """Read a file of the sample archive, which has every sheet once."""
    return lambda name: read_sheet((SAMPLES / name).read_bytes(), name)
