"""Makes small imports for the tests of the store: rows of people called by name, taken in as a source would hand them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.people.records import Connection, Invitation, Message, Observed, Trace
from calabazas.store.staging import FileTaken, Whose, staging

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calabazas.people.records import Problem, Record
    from calabazas.store import Store

ME = "noa-member"
MY_NAME = "Noa Member"
NOON = "2026-11-23T12:00:00+00:00"


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def connection(
    name: str, on: str = "2024-01-02", *, company: str = "", position: str = "", email: str = "", row: int = 1
) -> Connection:
    return Connection(row, name, slug(name), email, company, position, on)


def invitation(
    name: str,
    sent: str,
    note: str = "",
    *,
    exact: bool = True,
    incoming: bool = True,
    named_only: bool = False,
    row: int = 1,
) -> Invitation:
    return Invitation(row, incoming, name, "" if named_only else slug(name), sent, exact, note, ME, MY_NAME)


def message(
    name: str, at: str, text: str, *, mine: bool = False, kind: str = "personal", row: int = 1
) -> Message:
    them, me = (name, slug(name)), (MY_NAME, ME)
    sender, other = (me, them) if mine else (them, me)
    return Message(row, f"c-{name}", *sender, other[0], (other[1],), at, "", text, "INBOX", kind)


def trace(
    kind: str,
    name: str,
    company: str = "",
    *,
    on: str = "2025-01-01",
    text: str = "",
    row: int = 1,
    **detail: str,
) -> Trace:
    return Trace(row, kind, name, "", company, on, text, detail)


def observed(name: str, on: str, row: int = 1, source: str = "profile", **facts: object) -> Observed:
    return Observed(row, name, slug(name), on, source, facts)


def take(
    store: Store,
    files: Mapping[str, Iterable[Record | Problem]],
    as_of: str = "2026-11-23",
    *,
    complete: bool = True,
    made_at: str = NOON,
    me: str = ME,
) -> int | None:
    """Import `files` (kind → rows) as one intake of one day; give its number."""
    with staging(store, made_at, Whose({me}, MY_NAME, me)) as work:
        for kind, rows in files.items():
            work.begin(FileTaken(f"{kind}.csv", kind, as_of=as_of, complete=complete))
            # Each row has a line of its own, as in a file; lists and counts of rows stand in none.
            work.add(
                [row._replace(row=line) if hasattr(row, "row") else row for line, row in enumerate(rows, 2)]
            )
        return work.publish()
