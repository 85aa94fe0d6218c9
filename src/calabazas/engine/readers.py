"""All readers, built once from what ships and from the member's target."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from calabazas import shipped
from calabazas.reading.prose import ProseReader
from calabazas.reading.tone import ToneReader

if TYPE_CHECKING:
    pass


class Readers:
    """Loads each reader when first asked for: a command that shows a status needs no encoder."""

    @cached_property
    def prose(self) -> ProseReader:
        """Reader of activity and self-description."""
        return ProseReader(shipped.read("prose.toml"))

    @cached_property
    def tone(self) -> ToneReader:
        """Reader of how conversations ended."""
        return ToneReader(shipped.read("tone.toml"))
