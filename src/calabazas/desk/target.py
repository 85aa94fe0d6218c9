"""The member says whom they look for, and sees how it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from calabazas.engine.engine import Engine
from calabazas.people.target import Target
from calabazas.reading.target_file import from_toml, to_toml
from calabazas.store import settings

if TYPE_CHECKING:
    from calabazas.store.engine import Store
    from calabazas.words import Sentence

LONGEST = 20_000
"""Characters of a target kept."""


@dataclass(frozen=True, slots=True)
class TargetShown:
    """The member's words, how they were understood, and a draft when there are none."""

    text: str
    understood: tuple[Sentence, ...]
    draft: str = ""


def set_target(store: Store, text: str) -> None:
    """Keep the member's words; a correction made to older words goes with them."""
    now = datetime.now()
    settings.put(store, "target", text.strip()[:LONGEST], now)
    settings.put(store, "target_toml", "", now)


def correct_target(store: Store, toml: str) -> None:
    """Keep the target as corrected by the member, a part at a time, in TOML.

    Raises:
        ValueError: it is not TOML, or a part has another form; nothing is kept.
    """
    try:
        corrected = from_toml(toml[:LONGEST])
    except TypeError as error:
        raise ValueError(str(error)) from error
    now = datetime.now()
    settings.put(store, "target", corrected.text, now)
    settings.put(store, "target_toml", toml[:LONGEST], now)


def as_toml(store: Store) -> str:
    """Give the target as understood, to be corrected."""
    return to_toml(Engine(store).readers.target or Target())


def describe(store: Store, today: date, language: str = "es", engine: Engine | None = None) -> TargetShown:
    """Show the target as said and as understood; without one, a draft from the member's own data."""
    engine = engine or Engine(store)
    if engine.readers.target is not None:
        return TargetShown(settings.get(store, "target"), engine.readers.describe_target())
    return TargetShown("", (), engine.readers.draft_target(engine.member(today), language))
