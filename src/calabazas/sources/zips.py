"""Opening a zip that somebody else made: nothing is unpacked to disk, and nothing in it is believed."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from datetime import date
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from calabazas.sources import limits
from calabazas.sources.blob import Blob, exported_on
from calabazas.sources.found import UnusableError
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AT_ONCE = 1 << 18
"""Bytes unpacked in one go."""
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
)


def is_zip(head: bytes) -> bool:
    """Tell a zip by its first bytes."""
    return head[:4] in (b"PK\x03\x04", b"PK\x05\x06")


class _Zip:
    """An open zip, shared by its files so that its table of contents is read once; closed with the last of them."""

    def __init__(self, name: str, open: Callable[[], IO[bytes]]) -> None:
        self.name = name
        self.stream = open()
        self.size = self.stream.seek(0, io.SEEK_END)
        _check_directory(name, self.stream, self.size)
        self.budget = limits.Budget(self.size)
        try:
            self.archive = zipfile.ZipFile(self.stream)
        except _BROKEN as error:
            raise UnusableError(
                say("{name} is damaged: ask for it or download it again.", name=name)
            ) from error

    def __del__(self) -> None:
        if hasattr(self, "stream"):
            self.stream.close()

    def blob(self, entry: zipfile.ZipInfo, top: str, as_of: date | None) -> Blob:
        """Make the file that the formats see; `top` is the folder that stands in front of all."""

        def opened() -> io.BufferedReader:
            try:
                inner = self.archive.open(entry)
            except _BROKEN as error:
                raise UnusableError(
                    say("{name} is damaged: ask for it or download it again.", name=self.name)
                ) from error
            return _Wide(_Member(inner, entry.filename, self), _AT_ONCE)

        return Blob(entry.filename[len(top) :], entry.file_size, opened, as_of, archive=True)


class _Wide(io.BufferedReader):
    """A buffer that gives what it has, where text asks for 8 kB at a time: each asking goes through five hands."""

    def read1(self, size: int = -1, /) -> bytes:
        """Give what one read of the stream brings, whatever size was asked for."""
        return super().read1(max(size, _AT_ONCE))


class _Member(limits.Counted):
    """A file in a zip; reading past damage says so."""

    def __init__(self, inner: IO[bytes], name: str, outer: _Zip) -> None:
        super().__init__(inner, name, outer.budget)
        self._outer = outer

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer, or say what is damaged."""
        try:
            return super().readinto(buffer)
        except _BROKEN as error:
            raise UnusableError(
                say(
                    "{file} in {name} is damaged: ask for the archive again.",
                    file=self._name,
                    name=self._outer.name,
                )
            ) from error


def members(name: str, open: Callable[[], IO[bytes]], as_of: date | None) -> Iterator[Blob]:
    """Give the files of a zip, in its order.

    `as_of` is the day of the archive's name; the newest time of its entries stands in for it.

    Raises:
        UnusableError: it is damaged, protected, or not what an archive may be.
    """
    opened = _Zip(name, open)
    entries = opened.archive.infolist()
    if len(entries) > limits.MEMBERS:
        raise UnusableError(say("{name} holds more than {n} files.", name=name, n=limits.MEMBERS))
    for entry in entries:
        _check(name, entry)
    if len({entry.orig_filename for entry in entries}) < len(entries):
        raise UnusableError(say("{name} holds two files of the same name.", name=name))
    files = [entry for entry in entries if not entry.is_dir() and not _noise(entry.filename)]
    if not files:
        raise UnusableError(say("{name} is empty.", name=name))
    top = _top(files)
    day = as_of or exported_on(top) or _newest(files)
    for entry in files:
        yield opened.blob(entry, top, day)


def _check_directory(name: str, stream: IO[bytes], size: int) -> None:
    """Look at the size of the table of contents before it is read into memory."""
    stream.seek(max(0, size - 65_557 - _LOCATOR.size))
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    try:
        length = _END.unpack_from(tail, at)[5] if at >= 0 else 0
        if at >= _LOCATOR.size and tail[at - _LOCATOR.size :][:4] == b"PK\x06\x07":
            stream.seek(min(size, _LOCATOR.unpack_from(tail, at - _LOCATOR.size)[2]))
            length = max(length if length < 0xFFFFFFFF else 0, _END64.unpack(stream.read(_END64.size))[8])
    except struct.error as error:
        raise UnusableError(say("{name} is damaged: ask for it or download it again.", name=name)) from error
    finally:
        stream.seek(0)
    if length > limits.DIRECTORY_BYTES:
        raise UnusableError(say("{name} holds more than {n} files.", name=name, n=limits.MEMBERS))


def _check(name: str, entry: zipfile.ZipInfo) -> None:
    """Refuse what no archive of LinkedIn's holds: protected files, links, paths that lead elsewhere."""
    raw = entry.orig_filename
    # Other ways of packing need memory that the file itself asks for.
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnusableError(
            say(
                "{name} is packed in a way that is not read here: unpack it and hand over the folder.",
                name=name,
            )
        )
    mode = entry.external_attr >> 16
    if entry.flag_bits & 0x2041:
        raise UnusableError(
            say("{name} is protected by a password: take the protection off first.", name=name)
        )
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise UnusableError(say("{name} holds a link, which an archive of LinkedIn's never does.", name=name))
    # Some packers on Windows write the path with backslashes.
    parts = PurePosixPath(raw.replace("\\", "/")).parts
    elsewhere = not parts or parts[0] == "/" or ".." in parts or parts[0][1:2] == ":"
    if elsewhere or len(raw) > 500 or len(parts) > limits.DEPTH or any(ord(c) < 32 for c in raw):
        raise UnusableError(say("{name} holds a file whose path leads elsewhere.", name=name))


def _noise(path: str) -> bool:
    """Tell what a Mac adds when it packs a folder."""
    return path.startswith("__MACOSX/") or PurePosixPath(path).name in {
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
    }


def _top(files: list[zipfile.ZipInfo]) -> str:
    """Give the one folder in which everything lies, when somebody packed the archive anew; else ""."""
    tops = {entry.filename.partition("/")[0] for entry in files if "/" in entry.filename}
    inside = all("/" in entry.filename for entry in files)
    return f"{tops.pop()}/" if inside and len(tops) == 1 else ""


def _newest(entries: list[zipfile.ZipInfo]) -> date | None:
    """Give the newest day among the entries; the zero of the format (1980) says nothing."""
    days = []
    for entry in entries:
        try:
            days.append(date(*entry.date_time[:3]))
        except ValueError:
            continue
    return max((day for day in days if day.year >= 2003), default=None)
