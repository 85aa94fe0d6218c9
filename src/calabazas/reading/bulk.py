"""Large batches without the search for cycles: what is made has none, and looking for them took an eighth to a third of the time."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY: Final = 500  # below it the search seldom starts


@contextmanager
def in_bulk(size: int = _MANY) -> Iterator[None]:
    """Put the search for cycles off while `size` texts or dossiers are made; it starts again whatever happens."""
    was = gc.isenabled() and size >= _MANY
    if was:
        gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
