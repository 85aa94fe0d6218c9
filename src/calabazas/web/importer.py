"""Takes in what the member handed over, one import after the other, whether or not a page is looking."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import Queue
from tempfile import mkdtemp
from threading import Lock, Thread
from typing import TYPE_CHECKING

from calabazas.desk.take_in import OtherMemberError, Summary, take_in
from calabazas.sources.doors import find
from calabazas.sources.found import UnusableError
from calabazas.store.engine import open_member
from calabazas.words import mark, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from calabazas.sources.found import Found
    from calabazas.words import Sentence

STATES = {
    "waiting": mark("Waits its turn"),
    "reading": mark("Reading"),
    "done": mark("Taken in"),
    "failed": mark("Not taken in"),
}
KEPT_JOBS = 20


@dataclass(slots=True)
class Job:
    """One import: what was handed over and what became of it."""

    id: int
    names: tuple[str, ...]
    folder: Path | None
    pasted: bytes | None = None
    state: str = "waiting"
    progress: dict[str, int] = field(default_factory=dict)
    """Rows read so far, by file."""
    summary: Summary | None = None
    problem: Sentence | None = None
    other_member: bool = False
    """It is somebody else's archive: the member may say that both are theirs."""
    listed: Found | None = None
    """A list of people that the member has already said how to read."""
    confirmed: int = 0
    """Decisions that the new data show to be done on LinkedIn."""

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "failed")


class Importer:
    """A single worker thread with its line of jobs."""

    def __init__(self, path: Path, today: Callable[[], date]) -> None:
        self._path = path
        self._today = today
        self._line: Queue[tuple[Job, bool]] = Queue()
        self._jobs: list[Job] = []
        self._numbers = count(1)
        self._lock = Lock()
        self._thread: Thread | None = None
        self.pending: Callable[[], frozenset[int]] = frozenset
        """Tells who is decided and not done, before and after, to know whom a new list confirmed."""

    def folder(self) -> Path:
        """Make a private folder beside the member's file for what is being handed over."""
        return Path(mkdtemp(prefix=".handed-", dir=self._path.parent))

    def hand_over(self, names: Sequence[str], folder: Path) -> Job:
        """Put files (already in `folder`) in line."""
        return self._add(Job(next(self._numbers), tuple(names), folder))

    def paste(self, data: bytes, name: str) -> Job:
        """Put a pasted page in line."""
        return self._add(Job(next(self._numbers), (name,), None, data))

    def listed(self, found: Found) -> Job:
        """Put a list of people in line."""
        return self._add(Job(next(self._numbers), (found.name,), None, listed=found))

    def again(self, id: int) -> Job | None:
        """Take another member's archive all the same; None when it is not waiting for that word."""
        job = next((j for j in self.jobs() if j.id == id and j.other_member), None)
        if job is not None:
            job.state, job.problem, job.other_member = "waiting", None, False
            self._line.put((job, True))
        return job

    def jobs(self) -> list[Job]:
        """The newest first."""
        with self._lock:
            return list(reversed(self._jobs))

    def busy(self) -> bool:
        """Whether anything is still to come."""
        return any(not j.over for j in self.jobs())

    def _add(self, job: Job) -> Job:
        with self._lock:
            dropped, self._jobs = self._jobs[: -KEPT_JOBS + 1], self._jobs[-KEPT_JOBS + 1 :]
            for old in dropped:
                _sweep(old)
            self._jobs.append(job)
            if self._thread is None:
                # A daemon: an import cut short by the end of the program is one transaction, and leaves nothing.
                self._thread = Thread(target=self._work, name="imports", daemon=True)
                self._thread.start()
        self._line.put((job, False))
        return job

    def _work(self) -> None:
        while True:
            job, force = self._line.get()
            try:
                self._run(job, force=force)
            except (UnusableError, OtherMemberError) as error:
                job.problem, job.state = error.sentence, "failed"
                job.other_member = isinstance(error, OtherMemberError)
            except Exception as error:  # noqa: BLE001 - the line goes on, and the page says what happened
                job.problem = say(
                    "It could not be read ({what}). Nothing of it was kept.", what=type(error).__name__
                )
                job.state = "failed"
            if not job.other_member:
                _sweep(job)

    def _run(self, job: Job, *, force: bool) -> None:
        before = self.pending()
        with open_member(self._path) as store:
            job.state = "reading"
            paths = [Path("-")] if job.folder is None else sorted(job.folder.iterdir())

            def progress(name: str, rows: int) -> None:
                job.progress[name] = rows

            # What is on the clipboard was copied today; a file knows its own day better.
            day = self._today() if job.folder is None else None
            found = iter([job.listed]) if job.listed else find(paths, as_of=day, stdin=job.pasted)
            job.summary = take_in(store, found, as_of=day, force=force, progress=progress)
        job.confirmed = len(before - self.pending())
        job.state = "done"


def _sweep(job: Job) -> None:
    """Nothing that was handed over stays behind."""
    job.pasted = job.listed = None
    if job.folder is not None:
        shutil.rmtree(job.folder, ignore_errors=True)
