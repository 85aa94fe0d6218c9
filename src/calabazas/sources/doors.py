"""The one way in: every file that the member hands over is recognised by what it holds, never by its name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

from calabazas.sources import folders, zips
from calabazas.sources.archive import table, unused
from calabazas.sources.blob import Blob, exported_on, of_bytes, shown
from calabazas.sources.found import Aside, Found, UnusableError
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from calabazas.people.records import Problem, Record

FORMATS = (
    "mails",
    "profile_pdf",
    "received_list",
    "profile_page",
    "profile_lines",
    "pictures",
    "people_list",
)
"""Modules of this folder for everything but the archive, the first that claims a file has it."""
_TELLING = ("Connections.csv", "Profile.csv", "messages.csv")
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"BZh")
_OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".pages", ".numbers", ".key")


class Format(Protocol):
    """What each module of `FORMATS` offers."""

    KIND: str

    @staticmethod
    def claims(name: str, head: bytes) -> bool:
        """Tell by the first 64 kB whether the file is of this format."""

    @staticmethod
    def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:
        """Read all of it."""


def find(
    paths: Sequence[Path], *, as_of: date | None = None, stdin: bytes | None = None
) -> Iterator[Found | Aside]:
    """Recognise what the paths hold: archives (zip or unpacked), single sheets, any other format, whole folders.

    `as_of` is the member's word on when it held, and wins over what the files tell;
    "-" stands for what came in through `stdin`.

    Raises:
        UnusableError: a path cannot be read, or is not safe to; raised here, or while a `Found` is read.
    """
    for path in paths:
        if str(path) == "-":
            yield from _blob(of_bytes("-", stdin or b""), as_of)
            continue
        day = as_of or exported_on(path.name) or exported_on(path.parent.name)
        if path.is_dir():
            archive = exported_on(path.name) is not None or any((path / each).exists() for each in _TELLING)
            for inner, blob in folders.walk(path, day, archive=archive):
                yield from _blob(
                    blob, as_of or exported_on(inner.name) or exported_on(inner.parent.name) or day
                )
        elif path.exists():
            yield from _blob(folders.single(path, path.name, day), day)
        else:
            raise UnusableError(say("There is no file or folder at {path}.", path=str(path)))


def _blob(blob: Blob, as_of: date | None) -> Iterator[Found | Aside]:
    """Recognise one file; a zip opens into its files."""
    head = blob.head()
    if not zips.is_zip(head) or blob.name.lower().endswith(_OFFICE):
        yield _recognise(blob, head, as_of)
        return
    for member in zips.members(blob.name, blob.open, as_of):
        inside = member.head()
        if inside.startswith(_PACKED) and not member.name.lower().endswith(_OFFICE):
            raise UnusableError(
                say(
                    "There is another archive inside {name} ({file}): unpack it and hand that one over.",
                    name=blob.name,
                    file=shown(member.name),
                )
            )
        yield _recognise(member, inside, member.as_of)


def _recognise(blob: Blob, head: bytes, as_of: date | None) -> Found | Aside:
    name = shown(blob.name)
    if not head.strip():
        return Aside(name, known=False, reason=say("The file is empty."))
    reason = unused.by_name(name) if blob.archive or name.lower().endswith(".csv") else None
    if reason is not None:
        return Aside(name, known=True, reason=reason)
    sheet = table.recognise(head, name)
    if sheet is not None:
        layout, heading = sheet
        mark = head[:4]
        return Found(
            name,
            layout.kind,
            lambda: table.read(blob, name, layout, heading, mark),
            as_of,
            blob.size,
            complete=True,
        )
    other = next((format for format in _formats() if format.claims(name, head)), None)
    if other is not None:
        return Found(name, other.KIND, lambda: other.read(blob.whole(), name, as_of), as_of, blob.size)
    reason = unused.by_heading(head)
    if reason is not None:
        return Aside(name, known=True, reason=reason)
    return Aside(name, known=False, reason=say("Nothing here reads this kind of file."))


@cache
def _formats() -> tuple[Format, ...]:
    paths = [f"calabazas.sources.{module}" for module in FORMATS]
    return tuple(cast("Format", import_module(path)) for path in paths if find_spec(path) is not None)
