"""Makes the demo's member: writes her papers and takes them in through the ordinary door."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from calabazas.demo import archive, cast, papers
from calabazas.desk.take_in import take_in
from calabazas.desk.target import set_target
from calabazas.sources.doors import find
from calabazas.store import settings
from calabazas.store.engine import Store, StoreError, member_path, open_member

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

MARK = "demo"
"""The setting that says a member is the demo's, and of which version and day."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who the demo's member is: what a page or a terminal says of her first."""

    name: str
    headline: str
    target: str
    contacts: int
    waiting: int
    mails: int
    pages: int


def introduce(today: date) -> Introduction:
    """Tell who the demo's member is on a day."""
    everybody = cast.gather(today)
    return Introduction(
        everybody.name,
        everybody.member["profile"]["headline"],
        everybody.member["target"].strip(),
        everybody.people["contacts"],
        len(everybody.inviters),
        sum(each.mail or each.only == "mail" for each in everybody.inviters),
        sum(each.page is not None for each in everybody.inviters),
    )


def demo_home(home: Path) -> Path:
    """Give the demo's folder inside the member's: what is invented never mixes with what is real."""
    return home / "demo"


def stamp(today: date) -> str:
    """Tell one demo from another: its version and its day."""
    return f"{cast.version()} {today.isoformat()}"


def is_demo(store: Store) -> bool:
    """Tell whether a member is the invented one."""
    return bool(settings.get(store, MARK))


def prepare(home: Path, today: date, progress: Callable[[str, int], None] | None = None) -> Path:
    """Make the demo's member for a day and give the path of her file; one made before is used again.

    `progress` hears a file's name and how many rows of it were read so far.
    """
    folder = demo_home(home)
    path = member_path(folder)
    if path.exists() and _stamped(path) == stamp(today):
        return path
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    # Made aside and moved into place whole: whoever looks meanwhile sees the old one or the new one.
    with tempfile.TemporaryDirectory(dir=folder, prefix=".making-") as made:
        fresh = member_path(Path(made))
        _make(fresh, Path(made), today, progress)
        for left in ("-wal", "-shm"):
            path.with_name(path.name + left).unlink(missing_ok=True)
        fresh.replace(path)
    return path


def _stamped(path: Path) -> str:
    """Read which demo a file holds; one that cannot be read is made again, since nothing in it is anybody's."""
    try:
        with open_member(path) as store:
            return settings.get(store, MARK)
    except StoreError:
        return ""


def _make(path: Path, folder: Path, today: date, progress: Callable[[str, int], None] | None) -> None:
    everybody = cast.gather(today)
    exported = everybody.days.ago(everybody.member["archive_age"])
    with open_member(path) as store:
        zipped = archive.write(everybody, folder)
        take_in(store, find([zipped]), now=_noon(exported), progress=progress)
        # The list and the pages are of the day itself; the archive is some days older, as they are.
        take_in(
            store, find(papers.write(everybody, folder), as_of=today), now=_noon(today), progress=progress
        )
        set_target(store, everybody.member["target"])
        settings.put(store, MARK, stamp(today), _noon(today))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
