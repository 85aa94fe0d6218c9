"""A member's desk and browser for the tests of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from web_kit import Client, a_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from calabazas.web.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """The desk of a member of whom eight wait."""
    with a_site(tmp_path / "home" / "member.sqlite") as made:
        yield made


@pytest.fixture
def browser(site: Site) -> Client:
    """The member's own browser."""
    return Client(site)
