"""Lists of people at the command line: how they were understood is shown, and the member says what they are of."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import typer

from calabazas.cli.common import USAGE
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from calabazas.cli.common import Session
    from calabazas.people.records import Trace
    from calabazas.sources.blob import Blob
    from calabazas.sources.found import Aside, Found
    from calabazas.sources.people_list import Guess


class Told(NamedTuple):
    """What the member says of a list of people: of which event it is ("" of none), which column is what, whether they were there."""

    event: str
    columns: tuple[str, ...]
    there: bool
    quiet: bool


def told(
    session: Session, paths: Sequence[Path], stdin: bytes | None, as_of: date | None, word: Told
) -> list[Found]:
    """Give the lists as the member says they are; a column is told as field=heading or field=number."""
    from calabazas.sources import people_list
    from calabazas.sources.list_columns import NAMES

    lists = []
    for blob in _blobs(paths, stdin, as_of):
        data = blob.whole()
        seen = people_list.guess(data)
        if seen is None:
            session.fail(mark("No list of people could be made out in {file}."), file=blob.name)
        seen = replace(seen, event=word.event.strip(), there=word.there and bool(word.event))
        if word.columns:
            pairs = dict(pair.partition("=")[::2] for pair in word.columns)
            try:
                seen = people_list.corrected(seen, {k.strip(): v.strip() for k, v in pairs.items()})
            except ValueError as error:
                session.fail(
                    mark("“{text}” is not a column of {file}: write name=Heading, with one of {fields}."),
                    USAGE,
                    text=str(error),
                    file=blob.name,
                    fields=", ".join(NAMES),
                )
        seen = people_list.again(data, seen)
        if seen is None:
            session.fail(mark("No list of people could be made out in {file}."), file=blob.name)
        if not word.quiet:
            show(session, blob.name, seen)
        lists.append(people_list.found(data, blob.name, as_of or session.today, seen))
    return lists


def asked(session: Session, found: Iterable[Found | Aside], *, quiet: bool) -> Iterator[Found | Aside]:
    """Show how each list among what was found is understood, and ask of which event it is when somebody is there to answer."""
    from calabazas.sources import people_list
    from calabazas.sources.found import Aside

    for item in found:
        if isinstance(item, Aside) or item.kind != people_list.KIND or quiet:
            yield item
            continue
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            session.print(
                session.t(
                    '{file}: a list of people. If it is of an event: calabazas import {file} --event "Its name"',
                    file=item.name,
                ),
                "dim",
            )
            yield item
            continue
        yield _asked(session, item)


def show(session: Session, name: str, seen: Guess) -> None:
    """Show how a list is understood: its columns, and its first people."""
    from calabazas.sources.list_columns import NAMES

    session.print(
        session.tn("{file}: a list of {n} person", "{file}: a list of {n} people", seen.people, file=name),
        "bold",
    )
    for field, title in NAMES.items():
        if field in seen.columns:
            heading = seen.titles[seen.columns[field]] if seen.columns[field] < len(seen.titles) else ""
            session.print(
                "  " + session.t("{field}: column “{heading}”", field=session.t(title), heading=heading),
                "dim",
            )
    for row in seen.sample[:3]:
        session.print(_person(row))
    if seen.event:
        session.print(
            "  "
            + (
                session.t("You were at {event} too.", event=seen.event)
                if seen.there
                else session.t("They are on the list of {event}; you were not there.", event=seen.event)
            )
        )


def _asked(session: Session, item: Found) -> Found:
    from calabazas.sources.people_list import first_people, of_event

    session.print(session.t("{file}: a list of people, read so:", file=item.name), "bold")
    for row in first_people(item):
        session.print(_person(row))
    if not _yes(session.t("Is that right?")):
        session.fail(
            mark(
                "Say which column is which: calabazas import {file} --column name=Heading --column company=Heading"
            ),
            file=item.name,
        )
    event = typer.prompt(
        session.t("Of which event? (nothing if of none)"), default="", show_default=False
    ).strip()
    if not event:
        return item
    return of_event(item, event, there=_yes(session.t("Were you there too?")))


def _yes(question: str) -> bool:
    """Ask; Enter is yes, and so is anything but a no, which begins alike in every language spoken here."""
    return not str(typer.prompt(question, default="", show_default=False)).strip().casefold().startswith("n")


def _person(row: Trace) -> str:
    told = (row.name, row.detail["title"], row.company, row.detail["emails"])
    return "  " + " · ".join(x for x in told if x)[:150]


def _blobs(paths: Sequence[Path], stdin: bytes | None, as_of: date | None) -> Iterator[Blob]:
    from calabazas.sources import folders
    from calabazas.sources.blob import of_bytes

    for path in paths:
        yield of_bytes("-", stdin or b"") if str(path) == "-" else folders.single(path, path.name, as_of)
