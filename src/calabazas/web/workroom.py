"""Works out what takes seconds in a thread of its own, once, and keeps it until what it rests on has changed.

A page may take a tenth of a second, and to judge a network of thirty thousand takes some. So a page asks here: it
gets what was worked out, or learns that it is being worked out, and asks again.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from threading import Event, Lock, Thread, current_thread
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from calabazas.store.engine import open_member

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from calabazas.store.engine import Store

T = TypeVar("T")

PATIENCE = 0.1
"""Seconds that a page waits for a work: most networks are judged sooner, and then nobody sees a page that waits."""


class Key(NamedTuple):
    """What a work rests on. One whose `data` are the same may still be shown while a newer one is made."""

    data: Hashable
    acts: int = 0


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """What there is to show: None while the first is being made; not `current` while a newer one is."""

    value: T | None
    current: bool


class _Job:
    def __init__(self, key: Key) -> None:
        self.key = key
        self.done = Event()
        self.error: Exception | None = None
        self.thread: Thread | None = None


class _OvertakenError(Exception):
    """Somebody asked for a newer one meanwhile: nobody waits for this any more."""


class Workroom:
    """The works of one member's file, each under its name."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._path = path
        self.patience = patience
        self._kept: dict[str, tuple[Key, Any]] = {}
        self._jobs: dict[str, _Job] = {}
        self._progress: dict[str, tuple[int, int]] = {}
        self._lock = Lock()
        self._one_at_a_time = Lock()

    def ask(self, name: str, key: Key, work: Callable[[Store], T], *, minutes: bool = False) -> Made[T]:
        """Give what is kept under a name for a key, or begin to make it; `work` gets a store of its own thread.

        A work of `minutes` lets the others, of seconds, go on beside it.

        Raises:
            Exception: whatever the work raised; the next one who asks has it tried again.
        """
        with self._lock:
            if (kept := self._kept.get(name)) and kept[0] == key:
                return Made(kept[1], current=True)
            job = self._jobs.get(name)
            if job is None or job.key != key:
                job = self._jobs[name] = _Job(key)
                turn = Lock() if minutes else self._one_at_a_time
                Thread(target=self._run, args=(name, job, work, turn), name=name, daemon=True).start()
        if job.done.wait(self.patience) and job.error is not None:
            raise job.error
        with self._lock:
            kept = self._kept.get(name)
        if kept is not None and kept[0].data == key.data:
            return Made(kept[1], current=kept[0] == key)
        return Made(None, current=False)

    def peek(self, name: str) -> object | None:
        """Give what is kept under a name, however old, and make nothing: good enough for a count beside a menu."""
        kept = self._kept.get(name)
        return kept[1] if kept else None

    def tell(self, name: str, done: int, of: int) -> None:
        """Keep how far a work has come; called by the work itself, which ends here when a newer one was asked for."""
        job = self._jobs.get(name)
        if job is None or job.thread is not current_thread():
            raise _OvertakenError
        self._progress[name] = (done, of)

    def progress(self, name: str) -> tuple[int, int] | None:
        """Give how far a work has come, for those that tell."""
        return self._progress.get(name)

    def _run(self, name: str, job: _Job, work: Callable[[Store], object], turn: Lock) -> None:
        job.thread = current_thread()
        try:
            # Two at once would take twice as long each, and the pages meanwhile longer still.
            with turn:
                if self._jobs.get(name) is job:
                    with open_member(self._path) as store:
                        value = work(store)
                    with self._lock:
                        if self._jobs.get(name) is job:
                            self._kept[name] = (job.key, value)
                    # What is kept is millions of objects: to search them for cycles would stop a page for a second.
                    gc.collect(1)
                    gc.freeze()
        except _OvertakenError:
            pass
        except Exception as error:  # noqa: BLE001 - it is raised again where somebody waits for it
            job.error = error
        finally:
            with self._lock:
                if self._jobs.get(name) is job:
                    del self._jobs[name]
                    self._progress.pop(name, None)
            job.done.set()
