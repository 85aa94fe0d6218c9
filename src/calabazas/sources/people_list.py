"""Lists of people from elsewhere: who came to an event, leads, whoever somebody wrote down.

A sheet (CSV) whose columns are guessed by their headings, or lines of text with a person each. Only a
guess: it is shown to the member, who can say which column is what, and of which event the list is.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from calabazas.people.records import Problem, Trace
from calabazas.sources.archive import unused
from calabazas.sources.archive.sheets import Heading, Table, folded, headings, records, text_of
from calabazas.sources.blob import of_bytes
from calabazas.sources.found import Found
from calabazas.sources.list_columns import COLUMNS, FIELDS, of_line
from calabazas.sources.visible import clean
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from calabazas.people.records import Record

KIND = "people_list"
"""What `Found.kind` calls this format."""
MOST = 20_000
"""People in one list; a fair's whole visitors' book has fewer."""
_SHOWN = 3
_SHARE = 0.8
"""Share of the lines of a text that must be people for it to be such a list."""
_NOT_TEXT = (
    b"<",
    b"{",
    b"[",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8",
    b"PK\x03\x04",
    b"From ",
    b"Received:",
    b"BEGIN:",
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Guess:
    """How a list is understood: which field stands in which column (from 0), its headings, some of its people.

    `heading` is None for lines of text. `event` is what the list is of; `there` tells whether the member was there too.
    """

    columns: Mapping[str, int]
    titles: tuple[str, ...]
    heading: Heading | None
    people: int
    sample: tuple[Trace, ...]
    event: str = ""
    there: bool = False


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - the door asks every format alike
    """Tell by the first 64 kB whether this is a list of people; LinkedIn's own sheets never are."""
    if unused.by_heading(head) is not None:
        return False
    seen = guess(head)
    if seen is None:
        return False
    if seen.heading is not None:
        return bool(seen.columns.keys() & {"url", "title", "company", "mail"})
    told = [row for row in seen.sample if row.company or row.slug or any(row.detail.values())]
    return seen.people >= 2 and len(told) * 2 >= len(seen.sample)


def guess(data: bytes) -> Guess | None:
    """Guess how a list is laid out; None when nobody can be found in it."""
    if data.lstrip().startswith(_NOT_TEXT) or (b"\0" in data[:1024] and not data.startswith(_WIDE)):
        return None
    for heading in headings(data):
        columns = _columns(heading.names)
        if columns is not None:
            return _counted(data, Guess(columns, _titles(data, heading), heading, 0, ()))
    lines = [line for line in _text(data).splitlines() if line.strip()]
    if len(lines) > 1 and of_line(lines[0]) is None:
        del lines[0]  # what the list is called
    people = [line for line in lines[: 2 * MOST] if of_line(line) is not None]
    if not people or len(people) < _SHARE * min(len(lines), 2 * MOST):
        return None
    return _counted(data, Guess({}, (), None, 0, ()))


def corrected(seen: Guess, columns: Mapping[str, str]) -> Guess:
    """Lay the member's word over a guess: field → a column's heading or number (from 1); "" says there is none.

    Raises:
        ValueError: no such field or column; its text is the part that is not understood.
    """
    places = dict(seen.columns)
    known = {folded(title): at for at, title in reversed(tuple(enumerate(seen.titles)))}
    for field, column in columns.items():
        if field not in FIELDS:
            raise ValueError(field)
        if not column.strip():
            places.pop(field, None)
        elif column.strip().isdigit() and 1 <= int(column) <= len(seen.titles):
            places[field] = int(column) - 1
        elif folded(column) in known:
            places[field] = known[folded(column)]
        else:
            raise ValueError(column)
    if "name" in columns:
        # One column for the whole name: what was taken for a first name is then something else.
        places = {f: at for f, at in places.items() if f not in ("first", "last") or f in columns}
    if not places.keys() & {"name", "first"}:
        raise ValueError("name")
    return replace(seen, columns=places)


def again(data: bytes, seen: Guess) -> Guess | None:
    """Count and sample anew, after a correction; None when nobody is found any more."""
    return _counted(data, seen)


def found(data: bytes, name: str, as_of: date | None, seen: Guess) -> Found:
    """Make of a list that is understood something that can be imported."""
    return Found(name, KIND, lambda: people(data, name, seen, as_of), as_of, len(data))


def of_event(item: Found, event: str, *, there: bool) -> Found:
    """Say of which event a list is, where its rows do not say it themselves, and whether the member was there too."""

    def told() -> Iterator[Record | Problem]:
        for row in item.read():
            if isinstance(row, Trace):
                mark = "yes" if there and (row.text or event) else ""
                yield row._replace(text=row.text or clean(event, 120), detail={**row.detail, "there": mark})
            else:
                yield row

    return replace(item, read=told)


def first_people(item: Found, count: int = _SHOWN) -> list[Trace]:
    """Give the first people of a list, to be shown before it is taken in."""
    rows = (row for row in item.read() if isinstance(row, Trace))
    return list(islice(rows, count))


def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:
    """Give everybody in the list, as guessed; of which event it is only a column can tell."""
    seen = guess(data)
    if seen is not None:
        yield from people(data, name, seen, as_of)


def people(data: bytes, name: str, seen: Guess, as_of: date | None = None) -> Iterator[Record | Problem]:
    """Give a trace of everybody in the list, dated by the day it was handed over, and a problem for each row without a name."""
    every = _of_sheet(data, name, seen) if seen.heading else _of_lines(data, name, seen)
    count = 0
    for row in every:
        if isinstance(row, Trace):
            count += 1
            row = row._replace(on=as_of.isoformat() if as_of else "")  # noqa: PLW2901 - the same row, dated
        if count > MOST:
            yield Problem(name, 0, say("A list of more than {n} people: the rest was not read.", n=MOST))
            return
        yield row


def _counted(data: bytes, seen: Guess) -> Guess | None:
    rows = [row for row in people(data, "", seen) if isinstance(row, Trace)]
    return replace(seen, people=len(rows), sample=tuple(rows[: 10 * _SHOWN])) if rows else None


def _columns(names: Mapping[str, int]) -> dict[str, int] | None:
    """Tell which field stands where; None where no column can be names or nothing stands beside them."""
    places: dict[str, int] = {}
    for field in FIELDS:
        for alias in COLUMNS[field]:
            if alias in names and names[alias] not in places.values():
                places[field] = names[alias]
                break
    if "last" in places and "first" not in places and "nombre" in names:
        places["first"] = names["nombre"]
    if "first" in places and "last" in places:
        places.pop("name", None)
    elif "name" not in places:
        if "first" not in places:
            return None
        places["name"] = places.pop("first")
    if places.get("name") == places.get("first"):
        places.pop("first", None)
    return places if len(places) >= 2 else None


def _titles(data: bytes, heading: Heading) -> tuple[str, ...]:
    lines = io.StringIO(_text(data[: 1 << 16]), newline="")
    rows = csv.reader(lines, delimiter=heading.separator)
    for row in rows:
        if rows.line_num >= heading.line:
            return tuple(clean(cell, 60) for cell in row)
    return ()


def _of_sheet(data: bytes, name: str, seen: Guess) -> Iterator[Record | Problem]:
    heading = seen.heading
    if heading is None:
        return
    need = ("name",) if "name" in seen.columns else ("first",)
    opened = of_bytes(name, data).open
    table = Table(name, opened, dict(seen.columns), heading, need, data[:4])
    yield from records(table, lambda t: _rows(t, seen))


def _rows(table: Table, seen: Guess) -> Iterator[Trace]:
    at = {field: table.at(field) for field in FIELDS}
    for line, row in table.rows():
        if not any(cell.strip() for cell in row):
            continue
        cell = {field: " ".join(clean(row[place], 300).split()) for field, place in at.items()}
        name = cell["name"] or f"{cell['first']} {cell['last']}".strip()
        if "name" in seen.columns and name.count(",") == 1:
            last, first = (part.strip() for part in name.split(","))
            name = f"{first} {last}".strip()
        if not any(c.isalpha() for c in name):
            table.fail(line, say("There is no name in this row."))
            continue
        yield _trace(seen, line, name, table.slug(cell["url"], line), cell)


def _of_lines(data: bytes, name: str, seen: Guess) -> Iterator[Record | Problem]:
    first = True
    for number, line in enumerate(_text(data).splitlines(), 1):
        if not line.strip():
            continue
        told = of_line(line)
        title, first = first and told is None, False
        if title:
            continue
        if told is None:
            yield Problem(name, number, say("There is no name in this row."))
            continue
        yield _trace(seen, number, told["name"], told["slug"], told)


def _trace(seen: Guess, line: int, name: str, slug: str, cell: Mapping[str, str]) -> Trace:
    event = cell.get("event", "") or seen.event
    detail = {
        "title": cell.get("title", ""),
        "emails": cell.get("mail", "").lower() if "@" in cell.get("mail", "") else "",
        "there": "yes" if seen.there and event else "",
    }
    return Trace(line, "listed", name[:200], slug, cell.get("company", ""), "", clean(event, 120), detail)


def _text(data: bytes) -> str:
    return text_of(io.BufferedReader(io.BytesIO(data)), data[:4]).read()
