"""One import at a time for a member: the second waits its turn and says so."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAUSE_S = 0.05


@contextmanager
def one_at_a_time(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the import lock of the member's file at `path`; `waiting` is called once if another holds it.

    The system frees the lock when the process dies, so that no stale one can ever be left behind.
    """
    handle = os.open(path.with_name(f".{path.name}.import"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        told = False
        while not _try(handle):
            if not told:
                told = True
                waiting()
            time.sleep(PAUSE_S)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
