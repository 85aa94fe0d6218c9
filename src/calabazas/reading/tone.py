"""How people spoke with each other: did it end in a quarrel or unpaid money, was it cordial."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.reading.marks import Lexicon, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSION = "tone-1"
_RECENT = 12
"""Messages read from the end: how it ended, not how it went in between."""


@dataclass(frozen=True, slots=True)
class ToneReading:
    """How a conversation ended. `quotes` are (index of the message, words), the hard ones first."""

    hostile: bool
    strained: bool
    cordial: bool
    quotes: tuple[tuple[int, str], ...]


class ToneReader:
    """Reads the end of conversations with the shipped lexicon (`tone.toml`)."""

    def __init__(self, data: bytes) -> None:
        self._lexicon = Lexicon(data)

    def read(self, texts: Sequence[str]) -> ToneReading:
        """Read a conversation, oldest message first."""
        start = max(0, len(texts) - _RECENT)
        hostile: list[tuple[int, str]] = []
        strained: list[tuple[int, Mark]] = []
        cordial_at = -1
        for index in range(start, len(texts)):
            marks = self._lexicon.find(texts[index], ("hostile", "strained", "cordial"))
            hostile += [(index, m.words) for m in marks if m.kind == "hostile"]
            strained += [(index, m) for m in marks if m.kind == "strained"]
            if any(m.kind == "cordial" for m in marks) and not any(m.kind == "hostile" for m in marks):
                cordial_at = index
        # Two strained words may stand in two messages, which the lexicon's own minimum (per text) cannot see.
        together = self._lexicon.find("\n".join(texts[start:]), ("strained",))
        is_strained = bool(strained) or bool(together)
        last_hard = max((i for i, _ in hostile), default=-1)
        # A quarrel that was made up afterwards, in warm words some messages later, has not ended badly.
        made_up = cordial_at > last_hard + 1 >= 1
        quotes = tuple(hostile) or tuple((start, m.words) for m in together)
        return ToneReading(
            bool(hostile) and not made_up, is_strained, cordial_at >= 0, quotes if not made_up else ()
        )
