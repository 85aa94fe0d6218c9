"""All readings of one person's texts, as they are hung on a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calabazas.reading.fit import Fit
    from calabazas.reading.headlines import Headline
    from calabazas.reading.notes import NoteReading
    from calabazas.reading.prose import ActivityReading, SelfReading
    from calabazas.reading.tone import ToneReading


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read; None where there was no text to read."""

    headline: Headline | None = None
    fit: Fit | None = None
    roles: tuple[Headline, ...] = ()
    """The titles of the experience, each read as a headline, in its order."""
    note: NoteReading | None = None
    activity: ActivityReading | None = None
    self_said: SelfReading | None = None
    tone: ToneReading | None = None
