"""How much a file may hold, counted while reading, because the sizes an archive states may lie."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from calabazas.sources.found import UnusableError
from calabazas.words import say

if TYPE_CHECKING:
    from typing import IO

MEGABYTE: Final = 1 << 20
MEMBERS: Final = 20_000
"""Files in an archive or folder; a complete archive has some fifty, articles and mails aside."""
FOLDER_FILES: Final = 100_000
"""Files in a folder, where years of mails may lie."""
DIRECTORY_BYTES: Final = 8 * MEGABYTE
"""Table of contents of a zip: room for `MEMBERS` entries, read whole before the first can be looked at."""
FILE_BYTES: Final = 2048 * MEGABYTE
"""One sheet, unpacked; 200,000 messages are 90 MB."""
TOTAL_BYTES: Final = 4096 * MEGABYTE
RATIO: Final = 200
"""Unpacked to packed, over the whole archive; sheets of text shrink to a fifth or a tenth."""
RATIO_FREE: Final = 16 * MEGABYTE
"""Small archives may be as repetitive as they like."""
WHOLE_BYTES: Final = 256 * MEGABYTE
"""A file of a format that is read in one piece."""
LINES: Final = 10_000_000
FIELD_CHARACTERS: Final = MEGABYTE
HEAD_BYTES: Final = 1 << 16
DEPTH: Final = 8
"""Folders within folders."""


class Budget:
    """What an archive may still unpack to; reading a file twice counts once."""

    def __init__(self, packed: int, *, total: int = TOTAL_BYTES, file: int = FILE_BYTES) -> None:
        self._by_ratio = RATIO_FREE + RATIO * packed
        self._total = total
        self._file = file
        self._spent: dict[str, int] = {}
        self._sum = 0

    def spend(self, name: str, read: int) -> None:
        """Note that `read` bytes of a file were unpacked.

        Raises:
            UnusableError: that is more than an archive may hold.
        """
        before = self._spent.get(name, 0)
        if read <= before:
            return
        self._spent[name] = read
        self._sum += read - before
        if read > self._file:
            raise UnusableError(
                say(
                    "{name} is larger than {n} MB: this is no file of LinkedIn's.",
                    name=name,
                    n=self._file // MEGABYTE,
                )
            )
        if self._sum > self._total:
            raise UnusableError(
                say("The archive unpacks to more than {n} MB: it was not read.", n=self._total // MEGABYTE)
            )
        if self._sum > self._by_ratio:
            raise UnusableError(
                say(
                    "The archive unpacks to over {n} times its size, as only a trap does: it was not read.",
                    n=RATIO,
                )
            )


class Counted(io.RawIOBase):
    """A stream that reports to a `Budget` what was read of it."""

    def __init__(self, inner: IO[bytes], name: str, budget: Budget) -> None:
        self._inner = inner
        self._name = name
        self._budget = budget
        self._read = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer from the inner stream."""
        data = self._inner.read(len(buffer))
        self._read += len(data)
        self._budget.spend(self._name, self._read)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close both streams."""
        if not self.closed:
            self._inner.close()
        super().close()
