"""The lines of a PDF with their place, size and grey, by which "Save to PDF" tells one thing from another."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any, NamedTuple

from calabazas.sources.visible import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_PAGES = 40
_CONTENT = 20_000_000
_RUNS = 200_000


class Printed(NamedTuple):
    """A line: `y` grows up the page, `size` in points, `grey` 0 black to 1 white."""

    page: int
    x: float
    y: float
    size: float
    grey: float
    text: str


class Document(NamedTuple):
    """What was printed, the addresses linked to (page, x, address), and the day it was made."""

    lines: list[Printed]
    links: list[tuple[int, float, str]]
    made_on: date | None


class UnreadableError(Exception):
    """The file is no PDF that can be read."""


def document(data: bytes) -> Document:
    """Read up to 40 pages.

    Raises:
        UnreadableError: it is damaged, locked, or a trap.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - it takes longer to load than most files to read

    # The library tells its log of each flaw it mends; the member can do nothing with that.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    lines: list[Printed] = []
    links: list[tuple[int, float, str]] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        made = reader.metadata.creation_date if reader.metadata else None
        for number, page in enumerate(reader.pages):
            if number >= _PAGES:
                break
            _weigh(page)
            collector = _Collector(number)
            page.extract_text(
                orientations=(0, 180), visitor_operand_before=collector.operand, visitor_text=collector.text
            )
            lines.extend(collector.lines())
            links.extend((number, x, uri) for x, uri in _annotations(page))
    # Damaged files make the library fail in dozens of ways, all of which mean the same here.
    except Exception as error:
        raise UnreadableError from error
    return Document(lines, links, made.date() if made else None)


def _weigh(page: Any) -> None:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _CONTENT:
        raise UnreadableError


def _annotations(page: Any) -> list[tuple[float, str]]:
    found = []
    for reference in page.get("/Annots") or []:
        held = reference.get_object()
        uri = (held.get("/A") or {}).get("/URI") if hasattr(held, "get") else None
        box = held.get("/Rect") if uri else None
        if isinstance(uri, (str, bytes)) and box:
            found.append((float(box[0]), uri if isinstance(uri, str) else uri.decode("latin-1")))
    return found


class _Collector:
    """Gathers runs of text; colour is noted when a run is drawn, for the reader reports it later."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._grey = 0.0
        self._kept: list[float] = []
        self._greys: dict[tuple[int, int], float] = {}
        self._runs: list[tuple[float, float, float, str]] = []

    def operand(self, operator: bytes, operands: Any, cm: Sequence[float], tm: Sequence[float]) -> None:
        if operator in (b"Tj", b"TJ", b"'", b'"'):
            self._greys.setdefault(_key(*_place(cm, tm)), self._grey)
        elif operator == b"q":
            self._kept.append(self._grey)
        elif operator == b"Q" and self._kept:
            self._grey = self._kept.pop()
        elif operator in (b"g", b"rg", b"k", b"sc", b"scn"):
            self._grey = _grey(operands, self._grey)

    def text(self, text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        if text.strip() and len(self._runs) < _RUNS:
            x, y = _place(cm, tm)
            scale = abs(tm[3] * cm[3] + tm[2] * cm[1]) or 1.0
            self._runs.append((x, y, round(float(size) * scale, 2), text.replace("\n", "")))

    def lines(self) -> list[Printed]:
        """Join runs of one height, size and column into lines, from the top down."""
        joined: list[Printed] = []
        for x, y, size, text in sorted(self._runs, key=lambda run: (-round(run[1]), run[0])):
            grey = self._greys.get(_key(x, y), 0.0)
            last = joined[-1] if joined else None
            same = last is not None and abs(last.y - y) < 2 and (last.x < _SPLIT) == (x < _SPLIT)
            if last is not None and same and abs(last.size - size) < 0.6:
                joined[-1] = last._replace(text=last.text + text)
            else:
                joined.append(Printed(self._page, x, y, size, grey, text))
        return [line._replace(text=text) for line in joined if (text := clean(line.text).replace("\n", " "))]


_SPLIT = 215.0
"""Points from the left where the side column ends (measured on 18 files)."""


def in_side(line: Printed) -> bool:
    """Tell the side column from the main one."""
    return line.x < _SPLIT


def _place(cm: Sequence[float], tm: Sequence[float]) -> tuple[float, float]:
    return tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]


def _key(x: float, y: float) -> tuple[int, int]:
    return round(x * 2), round(y * 2)


def _grey(operands: Any, before: float) -> float:
    values = [float(each) for each in operands if isinstance(each, (int, float))]
    if len(values) == 4:
        return max(0.0, 1 - min(1.0, max(values[:3]) + values[3]))
    return sum(values) / len(values) if values else before
