"""Readers and policy as they ship, built once: loading them takes longer than most tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

from calabazas import shipped
from calabazas.engine.readers import Readers
from calabazas.verdict.policy import Policy, load
from kit import TARGET

# A test that fails when the machine is busy says nothing of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def readers() -> Readers:
    """All readers, for the target of `kit.TARGET`."""
    return Readers(TARGET)


@pytest.fixture(scope="session")
def aimless() -> Readers:
    """All readers of somebody who has not said whom they look for."""
    return Readers("")


@pytest.fixture(scope="session")
def shipped_policy() -> Policy:
    """The default policy."""
    return load(shipped.read("policy.toml"))


def pytest_collection_modifyitems(items):
    """Walk the journeys last: the browser's driver keeps an event loop of its own running in this thread."""
    items.sort(key=lambda item: "journeys" in item.path.parts)
