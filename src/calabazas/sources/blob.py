"""A file as the formats see it, wherever it lies: on disk, in a zip, on standard input."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calabazas.sources import limits
from calabazas.sources.found import UnusableError
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

_EXPORT = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)
_SUFFIX = re.compile(r"_\d{5,}(?=[^/]*\.csv$)", re.IGNORECASE)


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


def exported_on(name: str) -> date | None:
    """Give the day in the name of an archive, `Basic_LinkedInDataExport_MM-DD-YYYY...`."""
    found = _EXPORT.search(name)
    try:
        return date(int(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def shown(name: str) -> str:
    """Give a file's name as it may be shown: without the member's number that LinkedIn adds to some."""
    return _SUFFIX.sub("", name)
