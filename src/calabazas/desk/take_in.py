"""The member hands something over: every file that can be read is read, and what it came to is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from calabazas.people import records
from calabazas.people.identity import fold_name
from calabazas.sources.found import Aside, Found, UnusableError
from calabazas.store import intakes
from calabazas.store.staging import FileTaken, Staging, Whose, staging
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from calabazas.people.records import Problem, Record
    from calabazas.store import Store

AT_ONCE = 2000
"""Rows taken in together: enough to be quick, few enough to stay small in memory."""
SNIFFED = 4000
"""Messages looked at to tell whose archive it is, when no invitation says so."""


class OtherMemberError(UnusableError):
    """The archive is somebody else's; nothing of it is stored."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import came to. `intake` is None when nothing was new and nothing was stored."""

    intake: int | None
    files: tuple[FileTaken, ...]
    known: tuple[str, ...] = ()
    """Files that were taken in before, as they are now."""
    asides: tuple[Aside, ...] = ()
    data_as_of: date | None = None

    def total(self, name: str) -> int:
        """Add up read, new, changed, unchanged or problems over the files."""
        return sum(getattr(file, name) for file in self.files)


@dataclass(slots=True)
class _Handed:
    found: list[Found] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


def take_in(
    store: Store,
    found: Iterable[Found | Aside],
    *,
    as_of: date | None = None,
    force: bool = False,
    now: datetime | None = None,
    progress: Callable[[str, int], None] | None = None,
    waiting: Callable[[], None] = lambda: None,
) -> Summary:
    """Import what was found, all of it or nothing.

    `as_of` overrules what the files say of their day; `force` takes another member's archive too.
    `progress` hears a file's name and how many rows of it were read so far; `waiting` is called when another import is at work.

    Raises:
        OtherMemberError: the archive is another member's and `force` is not given.
        UnusableError: a file cannot be read at all.
    """
    now = now or datetime.now().astimezone()
    handed = _Handed()
    for item in found:
        if isinstance(item, Found):
            handed.found.append(item)
        else:
            handed.asides.append(item)
    files = sorted(handed.found, key=lambda file: _ORDER.get(file.kind, 9))
    whose = _whose(store, files, force=force)
    known: list[str] = []
    with staging(store, now.isoformat(timespec="seconds"), whose, waiting) as work:
        digests = intakes.digests(store)
        for file in files:
            if file.digest and (file.digest, file.kind) in digests:
                known.append(file.name)
                continue
            _read(work, file, as_of, now.date(), progress or _quiet)
        intake = work.publish() if work.files else None
        known += [file.name for file in work.files if file.again]
        taken = tuple(file for file in work.files if not file.again)
    return Summary(intake, taken, tuple(known), tuple(handed.asides), intakes.data_as_of(store))


def undo_intake(store: Store, intake: int | None = None, *, now: datetime | None = None) -> int | None:
    """Take an import back, the newest one unless told; give its number, None when there is none."""
    now = now or datetime.now().astimezone()
    return intakes.undo(store, intake, now.isoformat(timespec="seconds"))


# Who people are is told best by connections; names without an address come last.
_ORDER = {"invitations": 0, "connections": 1, "messages": 2}


def _quiet(name: str, rows: int, /) -> None:
    """Tell nobody."""


def _read(
    work: Staging, file: Found, as_of: date | None, today: date, progress: Callable[[str, int], None]
) -> None:
    taken = FileTaken(file.name, file.kind, file.digest, complete=file.complete)
    if as_of is not None:
        taken.as_of, taken.as_of_from = as_of.isoformat(), "member"
    elif file.as_of is not None:
        taken.as_of = file.as_of.isoformat()
    work.begin(taken)
    done = 0
    for rows in _chunks(file.read()):
        work.add(rows)
        done += len(rows)
        progress(file.name, done)
    if not taken.as_of and taken.newest:
        taken.as_of, taken.as_of_from = min(taken.newest[:10], today.isoformat()), "rows"
    elif not taken.as_of:
        taken.as_of, taken.as_of_from = today.isoformat(), "today"


def _chunks(rows: Iterator[Record | Problem]) -> Iterator[list[Record | Problem]]:
    while chunk := list(islice(rows, AT_ONCE)):
        yield chunk


def _whose(store: Store, files: list[Found], *, force: bool) -> Whose:
    """Tell whose archive it is, and refuse another member's."""
    slug, name = _told(files)
    member = intakes.member(store)
    if slug and member.slug and slug != member.slug and slug not in member.slugs and not force:
        raise OtherMemberError(
            say(
                "This archive belongs to {other}, but this is the network of {member}. Nothing was stored. If both are you, import it again with --force.",
                other=name or slug,
                member=member.name or member.slug,
            )
        )
    slugs = {*member.slugs, slug} - {""}
    return Whose(slugs, name or member.name, slug)


def _told(files: list[Found]) -> tuple[str, str]:
    for file in files:
        if file.kind == "invitations":
            for row in islice(file.read(), 100):
                if isinstance(row, records.Invitation) and row.member_slug:
                    return row.member_slug, row.member_name
    for file in files:
        if file.kind == "messages":
            return _most_present(file)
    return "", ""


def _most_present(file: Found) -> tuple[str, str]:
    """Find who takes part in most conversations: nobody but the member is in all of them."""
    seen: dict[str, set[str]] = {}
    names: Counter[tuple[str, str]] = Counter()
    conversations: set[str] = set()
    for row in islice(file.read(), SNIFFED):
        if not isinstance(row, records.Message) or row.kind not in ("personal", "group"):
            continue
        conversations.add(row.conversation)
        for slug in (row.sender_slug, *row.recipient_slugs):
            if slug:
                seen.setdefault(slug, set()).add(row.conversation)
        names[row.sender_slug, row.sender_name] += 1
    ranked = sorted(seen.items(), key=lambda item: -len(item[1]))
    # One conversation has two who are in all of it: then the archive does not tell.
    if (
        not ranked
        or len(ranked[0][1]) * 2 < len(conversations)
        or (len(ranked) > 1 and len(ranked[1][1]) == len(ranked[0][1]))
    ):
        return "", ""
    slug = ranked[0][0]
    called = [(count, name) for (key, name), count in names.items() if key == slug and fold_name(name)]
    return slug, max(called, default=(0, ""))[1]
