"""The member says whom they look for, and sees how it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from calabazas.engine.engine import Engine
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
    """Keep the member's words."""
    settings.put(store, "target", text.strip()[:LONGEST], datetime.now())


def describe(store: Store, today: date, engine: Engine | None = None, language: str = "es") -> TargetShown:
    """Show the target as said and as understood; without one, a draft from the member's own data."""
    engine = engine or Engine(store)
    text = settings.get(store, "target")
    if text:
        return TargetShown(text, engine.readers.describe_target())
    return TargetShown("", (), engine.readers.draft_target(engine.member(today), language))
