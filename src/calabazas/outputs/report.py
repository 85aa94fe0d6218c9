"""A report as one HTML file: nothing fetched, nothing run, fit for paper; strangers' text is only ever text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING, TypeAlias, Union

from calabazas.language.visible import one_line
from calabazas.words import Sentence

if TYPE_CHECKING:
    from calabazas.language import Language
    from calabazas.measure.intervals import Share

    Cell: TypeAlias = Union[str, int, date, Sentence]  # noqa: UP007 - a forward name needs the long form

_WIDE, _TALL, _LEFT, _FOOT, _HEAD = 640, 200, 40, 24, 12
_STYLE = """
:root{color-scheme:light}
body{font:16px/1.5 system-ui,sans-serif;color:#1d1d1b;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .2rem}h2{font-size:1.15rem;margin:2rem 0 .4rem}
.sub,small{color:#5c5a55}table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.6rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd8cf}
.scroll{overflow-x:auto}svg{width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:#5c5a55}
@media print{body{margin:0;max-width:none}h2,svg,tr{break-inside:avoid}}
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head and its rows."""

    head: tuple[Sentence, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares side by side, each with its interval."""

    shares: tuple[tuple[str, Share], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report."""

    title: Sentence
    words: tuple[Sentence, ...]
    bars: Bars | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; `small` is what stands under it in small print."""

    title: Sentence
    subtitle: Sentence
    blocks: tuple[Block, ...]
    small: tuple[Sentence, ...] = ()


def render(report: Report, language: Language) -> str:
    """Write the report as one HTML document."""
    title = _text(report.title, language)
    parts = [
        "<!doctype html>",
        f'<html lang="{language.code}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        # Should anything ever slip through as markup, the file itself forbids it to run or to call home.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{title}</title><style>{_STYLE}</style></head><body>",
        f'<h1>{title}</h1><p class="sub">{_text(report.subtitle, language)}</p>',
    ]
    for block in report.blocks:
        parts.append(f"<section><h2>{_text(block.title, language)}</h2>")
        parts += [f"<p>{_text(words, language)}</p>" for words in block.words]
        if block.bars and block.bars.shares:
            parts.append(_drawn(block.bars, _text(block.title, language)))
        if block.table:
            parts.append(_tabled(block.table, language))
        parts.append("</section>")
    parts += [f"<p><small>{_text(words, language)}</small></p>" for words in report.small]
    parts.append("</body></html>")
    return "\n".join(parts) + "\n"


def _text(value: Cell, language: Language) -> str:
    """Render a value: translated, on one line, nothing in it obeyed, escaped."""
    match value:
        case Sentence():
            plain = language.say(value)
        case date():
            plain = language.date(value)
        case int():
            plain = language.number(value)
        case _:
            plain = str(value)
    return escape(one_line(plain), quote=True)


def _tabled(table: Table, language: Language) -> str:
    head = "".join(f'<th scope="col">{_text(cell, language)}</th>' for cell in table.head)
    rows = "".join(
        # Years are names of rows, not amounts.
        "<tr>" + "".join(f"<td>{_text(cell, language)}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _drawn(bars: Bars, title: str) -> str:
    """Draw bars of shares from 0 to 100 % with the interval as a line; too few cases leave the bar out."""
    room = (_WIDE - _LEFT) / len(bars.shares)
    high = _TALL - _FOOT - _HEAD

    def y(share: float) -> float:
        return round(_HEAD + high * (1 - share), 1)

    parts = [f'<svg viewBox="0 0 {_WIDE} {_TALL}" role="img" aria-label="{title}">']
    for percent in (0, 50, 100):
        at = y(percent / 100)
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDE}" y1="{at}" y2="{at}" stroke="#ddd8cf"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{at + 4}" text-anchor="end">{percent} %</text>')
    for i, (name, share) in enumerate(bars.shares):
        middle = round(_LEFT + room * (i + 0.5), 1)
        parts.append(
            f'<text x="{middle}" y="{_TALL - 8}" text-anchor="middle">{escape(one_line(name, 12))}</text>'
        )
        if not share.n:
            continue
        wide = round(room * 0.5, 1)
        if share.percent_allowed and share.rate is not None:
            at = y(share.rate)
            parts.append(
                f'<rect x="{round(middle - wide / 2, 1)}" y="{at}" width="{wide}" height="{round(y(0) - at, 1)}" fill="#d97b1c"/>'
            )
        low, top = y(share.interval.low), y(share.interval.high)
        parts.append(
            f'<line x1="{middle}" x2="{middle}" y1="{top}" y2="{low}" stroke="#4a3413" stroke-width="2"/>'
        )
    parts.append("</svg>")
    return "".join(parts)
