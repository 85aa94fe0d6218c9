"""One reading of invitation notes, for those that come and those that go.

`NoteReader` is built from the bytes of `notes/lexicon.toml` and `notes/defaults.toml`. It claims little
where it knows little: a note whose ground it cannot check is `unchecked`, never false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.reading.default_notes import DefaultTexts
from calabazas.reading.echoes import likeness, note_signature
from calabazas.reading.note_check import LABELS, NoteCheck, NoteJudge, Thresholds, length_of
from calabazas.reading.note_incoming import NO_NOTE, Anchor, IncomingReader, NoteReading
from calabazas.reading.note_marks import AimMark
from calabazas.reading.note_words import NoteWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.people.facts import Fact

__all__ = [
    "LABELS",
    "NO_NOTE",
    "VERSION",
    "AimMark",
    "Anchor",
    "NoteCheck",
    "NoteReader",
    "NoteReading",
    "Thresholds",
    "length_of",
    "likeness",
    "note_signature",
]

VERSION = 2
"""Raised whenever the same note may be read otherwise; caches are keyed by it."""


class NoteReader:
    """Reads notes in both directions."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self.words = vocabulary
        self._incoming = IncomingReader(vocabulary)
        self._judge = NoteJudge(vocabulary)
        self._defaults = DefaultTexts(vocabulary)

    @classmethod
    def load(cls, lexicon: bytes, defaults: bytes) -> NoteReader:
        """Build from the two files' bytes (milliseconds; keep the reader)."""
        return cls(NoteWords.load(lexicon, defaults))

    def read_incoming(
        self, note: str, *, recipient: Sequence[str], sender_name: str = "", facts: Sequence[Fact] = ()
    ) -> NoteReading:
        """Read a note sent to the member: `recipient` are the member's names, `facts` their checkable past."""
        return self._incoming.read(note, recipient=recipient, sender_name=sender_name, facts=facts)

    def check_note(
        self, note: str, facts: Sequence[Fact], *, earlier_notes: Iterable[str] = (), max_chars: int = 200
    ) -> NoteCheck:
        """Judge a note that the member would send, against the closed list of facts it may draw on."""
        return self._judge.check(note, facts, earlier_notes=earlier_notes, max_chars=max_chars)

    def is_default(self, note: str, names: Iterable[str] = ()) -> bool:
        """Tell whether a note says no more than LinkedIn's own text."""
        return self._defaults.is_default(note, names)
