"""`calabazas mirror`: professional or collector? Your own network, held up to your own criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.mirror import Mirror
    from calabazas.measure.intervals import Share


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("mirror", help=t(mark("Professional or collector? Your own network by your own criterion")))
    def mirror_(
        context: typer.Context,
        report: Annotated[
            str | None, typer.Option("--report", help=t(mark("Write a page to print into this file")))
        ] = None,
        names: Annotated[bool, typer.Option("--names", help=t(mark("With names, in the report")))] = False,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.mirror import document, mirror

            m = mirror(store, session.today)
            if report:
                _write(session, m, report, names=names)
            elif json:
                session.json(document(m, session.language))
            else:
                show(session, m)


def show(session: Session, m: Mirror) -> None:
    """Print the mirror."""
    from calabazas.desk.mirror import CAVEAT, LINES, SHOWN_YEARS
    from calabazas.measure.told import told

    if not m.contacts:
        session.print(session.t("No contacts have been handed over yet: calabazas import"))
        return
    session.print(session.t("The mirror: professional or collector?"), "bold")
    session.print(session.say(m.first))
    session.print(session.say(m.growth))
    session.print()
    for name, title in LINES:
        session.print(f"  {session.t(title)}: {session.say(told(getattr(m, name)))}")
    if m.unknown:
        session.print(
            "  "
            + session.t("Left out of the sector: {n} contacts whose position is not known.", n=m.unknown),
            "dim",
        )
    session.print()
    session.print(
        session.t("Year by year: new contacts, of them in your sector, of them you talk with"), "bold"
    )
    for y in m.years[-SHOWN_YEARS:]:
        session.print(f"  {y.year}  {y.gained:>5}   {_short(y.sector):<24}  {_short(y.talked)}")
    session.print()
    session.print(session.t(CAVEAT), "dim")
    session.print(session.t("A page to print: calabazas mirror --report FILE"), "dim")


def _short(share: Share) -> str:
    """Write a share for a column: `12/31  39 % (24-56)`, without a percentage below ten."""
    if share.percent is None:
        return f"{share.k}/{share.n}"
    low, high = round(100 * share.interval.low), round(100 * share.interval.high)
    return f"{share.k}/{share.n}  {share.percent} % ({low}-{high})"


def _write(session: Session, m: Mirror, report: str, *, names: bool) -> None:
    import os
    from pathlib import Path

    from calabazas.desk.mirror import report as report_of
    from calabazas.outputs.report import render

    path = Path(report).expanduser()
    try:
        handle = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    except OSError as error:
        session.fail(mark("{file} cannot be written: {reason}"), file=report, reason=session.reason(error))
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(render(report_of(m, names=names), session.language))
    session.print(session.t("Written to {file}.", file=report))
