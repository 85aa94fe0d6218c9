"""A file as the formats see it, wherever it lies: on disk, in a zip, on standard input."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.sources import limits
from calabazas.sources.found import UnusableError
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Blob:
    """`name` is the path inside what was handed over; `size` in bytes as stated, which may lie."""

    name: str
    size: int
    open: Callable[[], io.BufferedReader]
    as_of: date | None = None
    archive: bool = False
    """Part of an archive of LinkedIn's, by its place, so that odd files of it are theirs too."""

    def head(self) -> bytes:
        """Give the first 64 kB."""
        with self.open() as stream:
            return stream.read(limits.HEAD_BYTES)

    def whole(self) -> bytes:
        """Give all of it, for formats that cannot be streamed.

        Raises:
            UnusableError: it is too large for that.
        """
        with self.open() as stream:
            data = stream.read(limits.WHOLE_BYTES + 1)
        if len(data) > limits.WHOLE_BYTES:
            raise UnusableError(
                say(
                    "{name} is larger than {n} MB: hand it over in parts.",
                    name=self.name,
                    n=limits.WHOLE_BYTES // limits.MEGABYTE,
                )
            )
        return data


def of_bytes(name: str, data: bytes) -> Blob:
    """Make one of what is already in memory."""
    return Blob(name, len(data), lambda: io.BufferedReader(io.BytesIO(data)))
