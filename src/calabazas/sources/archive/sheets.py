"""CSV sheets as they come: heading found by content, columns by any of their names, a bad row told and passed over."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from calabazas.people.identity import slug_of
from calabazas.people.records import Problem
from calabazas.sources import limits
from calabazas.sources.archive import dates
from calabazas.sources.found import UnusableError
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from calabazas.people.records import Record
    from calabazas.words import Sentence

HEADING_ROWS: Final = 25
"""How far down a heading is looked for; the measured preamble has three lines."""
PROBLEMS: Final = 500
"""Problems told one by one for each file; the rest are counted."""
HEADING_BYTES: Final = 1 << 14
SPAN: Final = 1000
"""Physical lines that one row may cover."""
RESUMPTIONS: Final = 30
"""How often a file is taken up again after a quote that was never closed."""
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_NAME = re.compile(r"[\W_]+")
_DATED: Final = ("on", "sent", "date", "start", "end", "updated_on", "edited_on")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_TIME = re.compile(r" ?\d{1,2}:\d{2}\b")

csv.field_size_limit(limits.FIELD_CHARACTERS)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252, which is what spreadsheets save."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("calabazas-windows", _as_windows)


def text_of(stream: io.BufferedReader, mark: bytes) -> io.TextIOWrapper:
    """Decode a stream: UTF-8 with or without mark, UTF-16 with one, stray bytes as Windows-1252."""
    encoding = "utf-16" if mark.startswith(_WIDE) else "utf-8-sig"
    return io.TextIOWrapper(stream, encoding, errors="calabazas-windows", newline="")


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of sheet: its columns under all their folded names, and those without which it is not that kind.

    `only` says that no other column may stand beside them.
    """

    kind: str
    columns: dict[str, tuple[str, ...]]
    need: tuple[str, ...]
    read: Callable[[Table], Iterator[Record]]
    only: bool = False
    repair: Callable[[Iterable[str]], Iterable[str]] | None = None
    """What makes CSV of lines that are almost so."""
    part: str = ""
    """What a file's name must hold where two kinds have the same heading."""

    def places(self, heading: dict[str, int]) -> dict[str, int] | None:
        """Tell which column stands where, or None if this is another kind of sheet."""
        found: dict[str, int] = {}
        for name in (*self.need, *self.columns):
            at = next((heading[alias] for alias in self.columns[name] if alias in heading), None)
            if at is not None:
                found[name] = at
            elif name in self.need:
                return None
        if any(name not in found for name in self.need) or (
            self.only and len(found) != sum(map(bool, heading))
        ):
            return None
        return found


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a sheet's heading stands: its folded names, its width, the physical line it ends on, the separator.

    Of two columns with the same name the first counts.
    """

    names: dict[str, int]
    width: int
    line: int
    separator: str


def folded(cell: str) -> str:
    """Fold a column or file name: no accents, case, spaces, signs."""
    if cell.isascii():
        return _NOT_NAME.sub("", cell.lower())
    plain = unicodedata.normalize("NFKD", cell.casefold())
    return _NOT_NAME.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def headings(head: bytes) -> Iterator[Heading]:
    """Give the rows near the top of a file that may be its heading, for each separator in turn."""
    if b"\0" in head[:1024] and not head.startswith(_WIDE):
        return
    text = text_of(io.BufferedReader(io.BytesIO(head[:HEADING_BYTES])), head).read()
    for separator in ",;\t":
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            for number, row in enumerate(islice(rows, HEADING_ROWS)):
                # One word may stand anywhere in a text; only on top is it a heading.
                if any(row) and (1 < len(row) < 100 or number == 0):
                    cells = {
                        name: len(row) - at
                        for at, cell in enumerate(reversed(row), 1)
                        if (name := folded(cell))
                    }
                    yield Heading(cells, len(row), rows.line_num, separator)
        except csv.Error:
            continue


@dataclass(slots=True)
class Table:
    """One sheet being read, once, from its start."""

    name: str
    open: Callable[[], io.BufferedReader]
    place: dict[str, int]
    heading: Heading
    need: tuple[str, ...]
    mark: bytes = b""
    repair: Callable[[Iterable[str]], Iterable[str]] | None = None
    problems: list[Problem] = field(default_factory=list)
    failed: int = 0
    _day_first: bool | None = None

    def fail(self, line: int, reason: Sentence) -> None:
        """Keep a problem beside the good rows; past `PROBLEMS` of a file they are only counted."""
        self.failed += 1
        if self.failed <= PROBLEMS:
            self.problems.append(Problem(self.name, line, reason))

    def at(self, column: str) -> int:
        """Give the place of a column; where the file has none, the empty one that `rows` adds at the end."""
        return self.place.get(column, -1)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Give each row with the physical line on which it starts, all of one length, an empty cell added.

        The added cell is what columns that the file lacks read as.

        Raises:
            UnusableError: the file has more lines than any archive.
        """
        begun: int | None = self.heading.line
        for resumed in range(RESUMPTIONS + 1):
            if begun is not None:
                begun = yield from self._rows_from(begun, may_stop=resumed < RESUMPTIONS)

    def _rows_from(self, begun: int, *, may_stop: bool) -> Generator[tuple[int, list[str]], None, int | None]:
        """Read on after `begun` physical lines; give the line after which to take up again, None at the end.

        A quote that was never closed swallows the lines behind it: those are read again, one by one.
        """
        width = self.heading.width
        least = max(self.place[name] for name in self.need) + 1
        last = [""]
        line = begun + 1
        with text_of(self.open(), self.mark) as text:
            lines: Iterable[str] = islice(text, begun, None)
            lines = _remembering(self.repair(lines) if self.repair else lines, last)
            reader = csv.reader(lines, delimiter=self.heading.separator)
            while True:
                try:
                    for row in reader:
                        after = begun + reader.line_num
                        if after > line and (
                            after - line > SPAN or ("\n" in row[-1] and last[0].rstrip()[-1:] != '"')
                        ):
                            self.fail(line, say("A quotation mark in this row is never closed."))
                            if may_stop:
                                return line
                        elif len(row) == width or self._mended(row, width, least):
                            row.append("")
                            yield line, row
                        elif row:
                            self.fail(
                                line,
                                say("Cells in this row: {n}; in the heading: {m}.", n=len(row), m=width),
                            )
                            if after > line and may_stop:
                                return line
                        line = after + 1
                        if line > limits.LINES:
                            raise UnusableError(
                                say("{name} has more than {n} lines.", name=self.name, n=limits.LINES)
                            )
                except csv.Error:
                    self.fail(line, say("A field of this row is too long or broken."))
                    after = begun + reader.line_num
                    if after > line and may_stop:
                        return line
                    line = after + 1
                else:
                    return None

    def slug(self, url: str, line: int) -> str:
        """Give the key of a profile address; one that is none is told, and the row kept without it."""
        if not url:
            return ""
        slug = slug_of(url)
        if not slug:
            self.fail(line, say("The address is not that of a LinkedIn profile; the row is kept without it."))
        return slug

    def when(self, text: str, line: int) -> str:
        """Give a date as ISO text; one that does not read is told, and the row kept without it."""
        try:
            return dates.moment(text, day_first="/" in text and self.day_first())
        except ValueError:
            self.fail(
                line, say("The date {text} could not be read; the row is kept without it.", text=text[:40])
            )
            return ""

    def day_first(self) -> bool:
        """Tell whether the slashed dates of the whole file can only be day first, as some re-saved copies are.

        Row by row, the fifth of August would become the eighth of May. Read ahead once, when first asked.
        """
        if self._day_first is None:
            places = [self.place[name] for name in _DATED if name in self.place]
            again = replace(self, problems=[], failed=0)
            cells = (row[at] for _, row in again.rows() for at in places)
            pairs = [pair for cell in cells if (pair := dates.slashes(cell))]
            self._day_first = any(a > 12 for a, _ in pairs) and all(b <= 12 for _, b in pairs)
        return self._day_first

    @staticmethod
    def _mended(row: list[str], width: int, least: int) -> bool:
        """Repair a row that differs only by empty cells at its end, or by the comma of a date that nobody quoted."""
        if not row:
            return False
        while len(row) > width and not row[-1]:
            row.pop()
        if len(row) == width + 1:
            for at in range(width):
                if _DATE.fullmatch(row[at]) and _TIME.match(row[at + 1]):
                    row[at : at + 2] = [f"{row[at]}, {row[at + 1].strip()}"]
                    break
        if least <= len(row) < width:
            row.extend([""] * (width - len(row)))
        return len(row) == width


def _remembering(lines: Iterable[str], last: list[str]) -> Iterator[str]:
    for line in lines:
        last[0] = line
        yield line


def records(table: Table, read: Callable[[Table], Iterator[Record]]) -> Iterator[Record | Problem]:
    """Give what a sheet's reader reads, each problem right where it arose."""
    problems = table.problems
    for record in read(table):
        if problems:
            yield from problems
            problems.clear()
        yield record
    yield from problems
    problems.clear()
    if table.failed > PROBLEMS:
        yield Problem(
            table.name,
            0,
            say_n(
                "{n} further row would not read.", "{n} further rows would not read.", table.failed - PROBLEMS
            ),
        )
