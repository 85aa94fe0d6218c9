"""Walking a folder: its files in a steady order, no links followed."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, cast

from calabazas.sources import limits
from calabazas.sources.blob import Blob
from calabazas.sources.found import UnusableError
from calabazas.words import say

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path


def single(path: Path, name: str, as_of: date | None, *, archive: bool = False) -> Blob:
    """Make a blob of a file on disk.

    Raises:
        UnusableError: it is no ordinary file, or may not be read.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise UnusableError(say("{path} may not be read.", path=str(path))) from error
    if not stat.S_ISREG(found.st_mode):
        raise UnusableError(say("{path} is neither a file nor a folder.", path=str(path)))

    def opened() -> io.BufferedReader:
        try:
            return cast("io.BufferedReader", path.open("rb", buffering=1 << 18))
        except OSError as error:
            raise UnusableError(say("{path} may not be read.", path=str(path))) from error

    return Blob(name, found.st_size, opened, as_of, archive=archive)


def walk(folder: Path, as_of: date | None, *, archive: bool) -> Iterator[tuple[Path, Blob]]:
    """Give every file below a folder, by name, with its path inside it.

    Raises:
        UnusableError: there is a link in it, it is too deep, or it holds too many files.
    """
    count = 0
    for where, folders, files in os.walk(folder, onerror=_refuse):
        folders.sort()
        folders[:] = [name for name in folders if name != "__MACOSX"]
        inner = os.path.relpath(where, folder)
        if inner.count(os.sep) + 1 > limits.DEPTH:
            raise UnusableError(say("{path} is nested too deep.", path=str(folder)))
        for name in [*folders, *sorted(files)]:
            path = folder / inner / name
            shown = name if inner == "." else f"{inner.replace(os.sep, '/')}/{name}"
            if path.is_symlink():
                raise UnusableError(
                    say(
                        "{path} holds a link ({name}): hand over what it leads to.",
                        path=str(folder),
                        name=shown,
                    )
                )
            if name in folders or name in {".DS_Store", "Thumbs.db", "desktop.ini"} or name.startswith("._"):
                continue
            count += 1
            if count > limits.FOLDER_FILES:
                raise UnusableError(
                    say("{name} holds more than {n} files.", name=str(folder), n=limits.FOLDER_FILES)
                )
            yield path, single(path, shown, as_of, archive=archive)
    if not count:
        raise UnusableError(say("{name} is empty.", name=str(folder)))


def _refuse(error: OSError) -> None:
    raise UnusableError(say("{path} may not be read.", path=str(error.filename))) from error
