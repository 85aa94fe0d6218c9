"""All readings of one person's texts, as they are hung on a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calabazas.reading.fit_found import Fit
    from calabazas.reading.headlines import Headline
    from calabazas.reading.notes import NoteReading
    from calabazas.reading.prose import ActivityReading, SelfReading
    from calabazas.reading.tone import ToneReading


@dataclass(frozen=True, slots=True)
class TalkReading:
    """Their latest messages: how many offer something unasked, whether the last one does, whether it asks something."""

    offers: int = 0
    last_offers: bool = False
    last_asks: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read; None where there was no text to read."""

    headline: Headline | None = None
    fit: Fit | None = None
    roles: tuple[Headline, ...] = ()
    """The titles of the experience, each read as a headline, in its order."""
    note: NoteReading | None = None
    prospects: str = ""
    """Words of cold selling under the present position, as written; "" where there are none."""
    shared_words: tuple[str, ...] = ()
    """Rare words of the member's own work and target that they use too, the rarest first."""
    note_hires: bool = False
    """The note speaks of a position to fill."""
    note_fit: Fit | None = None
    """How the note itself fits the target, for notes written for the member."""
    serves: Fit | None = None
    """For recruiters: the fit of whom they recruit, with the words of recruiting taken out."""
    pieces: tuple[Fit | None, ...] = ()
    """The fit of each piece of activity, in its order; None for what is not their own."""
    activity: ActivityReading | None = None
    self_said: SelfReading | None = None
    tone: ToneReading | None = None
    talk: TalkReading | None = None
    """What their messages were after; None when the texts were not read."""
