"""Tables for a spreadsheet: nothing in a cell is taken for a formula, dates are ISO, quotes are doubled."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING, TextIO

from calabazas.language.visible import visible
from calabazas.verdict import explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.evidence.dossier import Dossier
    from calabazas.language import Language
    from calabazas.verdict.verdict import Verdict

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """Write a value for a cell; what a spreadsheet would run is led by an apostrophe (OWASP, CSV injection)."""
    text = visible("" if value is None else str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def write(rows: Iterable[Sequence[object]], out: TextIO | None = None) -> None:
    """Write rows as CSV."""
    writer = csv.writer(out or sys.stdout, lineterminator="\n")
    for row in rows:
        writer.writerow([cell(value) for value in row])


def write_triage(
    judged: Iterable[tuple[Dossier, Verdict]], language: Language, out: TextIO | None = None
) -> None:
    """Write a queue, a row an invitation."""
    head = (
        "name",
        "profile_url",
        "headline",
        "sent",
        "deadline",
        "days_left",
        "advice",
        "because",
        "reasons",
        "note",
    )
    write([head, *(_row(d, v, language) for d, v in judged)], out)


def _row(d: Dossier, v: Verdict, language: Language) -> tuple[object, ...]:
    return (
        d.person.name,
        d.person.url,
        d.profile.headline or d.profile.position or "",
        d.invitation.sent_on if d.invitation else "",
        v.due.on if v.due else "",
        v.due.left if v.due else "",
        v.advice,
        language.say(explain.because(v)),
        "; ".join(language.say(r.sentence) for r in explain.strongest(v)),
        d.invitation.note if d.invitation else "",
    )
