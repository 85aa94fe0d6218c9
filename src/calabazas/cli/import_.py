"""`calabazas import PATH...`: hand over what LinkedIn gave you; or take an import back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import USAGE, Session
from calabazas.cli.people_lists import Told
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from calabazas.desk.take_in import Summary
    from calabazas.store.engine import Store

LEFT_OUT = {
    "hidden_connection": mark("hidden or closed accounts"),
    "sponsored": mark("sponsored messages"),
    "closed": mark("messages of closed accounts"),
    "group": mark("group conversations"),
    "draft": mark("drafts"),
    "other": mark("invitations to other things"),
    "other_mail": mark("other mails of LinkedIn"),
    "forgotten": mark("people you asked to forget"),
}


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("import", help=t(mark("Read what LinkedIn gave you: archive, lists, mails, profiles")))
    def import_(
        context: typer.Context,
        paths: Annotated[
            list[str] | None,
            typer.Argument(help=t(mark("Files or folders; - reads a pasted page from standard input"))),
        ] = None,
        as_of: Annotated[
            str | None,
            typer.Option(help=t(mark("The day it held, if the file does not tell (YYYY-MM-DD)"))),
        ] = None,
        force: Annotated[bool, typer.Option(help=t(mark("Take the archive of another profile too")))] = False,
        undo: Annotated[bool, typer.Option("--undo", help=t(mark("Take the last import back")))] = False,
        event: Annotated[
            str | None,
            typer.Option("--event", help=t(mark("A list of people: the event they were at, as you were"))),
        ] = None,
        absent: Annotated[
            bool, typer.Option("--absent", help=t(mark("With --event: you were not there yourself")))
        ] = False,
        column: Annotated[
            list[str] | None,
            typer.Option("--column", help=t(mark("A list of people: which column is what, as name=Heading"))),
        ] = None,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        if undo:
            _undo(session, json=json)
            return
        if not paths:
            _how_to(session)
            raise typer.Exit(USAGE)
        with session.store() as store:
            ask = Told(event or "", tuple(column or ()), there=not absent, quiet=json)
            summary = _take_in(session, store, paths, as_of, ask, force=force)
        if json:
            session.json(_document(session, summary))
        else:
            _show(session, summary)


def _undo(session: Session, *, json: bool) -> None:
    from calabazas.desk.take_in import undo_intake

    with session.store() as store:
        number = undo_intake(store)
    if json:
        session.json({"undone": number})
    elif number is None:
        session.print(session.t("There is no import to take back."))
    else:
        session.print(session.t("Import {n} was taken back; what older imports told is as it was.", n=number))


def _take_in(
    session: Session, store: Store, paths: list[str], as_of: str | None, ask: Told, *, force: bool
) -> Summary:
    from datetime import date
    from pathlib import Path

    from calabazas.cli import people_lists
    from calabazas.desk.take_in import take_in
    from calabazas.sources.doors import find
    from calabazas.sources.found import UnusableError

    day = None
    if as_of:
        try:
            day = date.fromisoformat(as_of)
        except ValueError:
            session.fail(mark("“{text}” is not a day: write YYYY-MM-DD"), USAGE, text=as_of)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    given = [Path(p).expanduser() for p in paths]
    try:
        with _progress(session) as tell:
            if ask.event or ask.columns:
                lists = people_lists.told(session, given, stdin, day, ask)
                return take_in(store, lists, as_of=day or session.today, force=force, progress=tell)
            found = people_lists.asked(session, find(given, as_of=day, stdin=stdin), quiet=ask.quiet)
            return take_in(store, found, as_of=day, force=force, progress=tell)
    except UnusableError as error:
        session.fail("{reason}", reason=session.say(error.sentence))


class _progress:  # noqa: N801 - reads as a verb where it is used
    """Shows rows read while a person watches; silent otherwise."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Callable[[str, int], None]:
        return self._tell

    def __exit__(self, *_: object) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[2K")

    def _tell(self, name: str, rows: int) -> None:
        if self._live:
            from calabazas.language.visible import one_line

            sys.stderr.write(
                "\r\x1b[2K" + self._session.t("{file}: {rows} rows", file=one_line(name)[-50:], rows=rows)
            )
            sys.stderr.flush()


def _show(session: Session, summary: Summary) -> None:
    for name in summary.known:
        session.print(session.t("{file}: taken in before, nothing changes.", file=name))
    for file in summary.files:
        session.print(
            f"{file.name}: "
            + session.t(
                "{read} read, {new} new, {changed} changed, {unchanged} unchanged, {problems} problems",
                read=file.read, new=file.new, changed=file.changed, unchanged=file.unchanged, problems=file.problems,
            )
        )  # fmt: skip
        for problem in file.kept_problems[:5]:
            session.print(
                "  " + session.t("row {row}: {reason}", row=problem.row, reason=session.say(problem.reason)),
                "yellow",
            )
        if file.problems > 5:
            session.print("  " + session.t("… and {n} more", n=file.problems - 5), "yellow")
        for what, count in sorted(file.left_out.items()):
            session.print(
                "  "
                + session.t(
                    "left out: {count} ({what})", count=count, what=session.t(LEFT_OUT.get(what, what))
                ),
                "dim",
            )
    for aside in summary.asides:
        if not aside.known:
            session.print(
                session.t("Not read: {file} ({reason})", file=aside.name, reason=session.say(aside.reason)),
                "yellow",
            )
    known = sum(a.known for a in summary.asides)
    if known:
        session.print(
            session.tn(
                "{n} file of LinkedIn's that is not needed here.",
                "{n} files of LinkedIn's that are not needed here.",
                known,
            ),
            "dim",
        )
    if summary.data_as_of:
        session.print(session.t("Data as of {day}.", day=summary.data_as_of))
    if not summary.files and not summary.known:
        session.print(session.t("Nothing here could be read."))
        _how_to(session)
        raise typer.Exit(1)
    lists = bool(summary.files) and all(file.kind == "people_list" for file in summary.files)
    session.print(
        session.t("Next: calabazas suggest") if lists else session.t("Next: calabazas triage"), "dim"
    )


def _document(session: Session, summary: Summary) -> dict[str, object]:
    return {
        "intake": summary.intake,
        "data_as_of": summary.data_as_of,
        "files": [
            {
                "name": f.name, "kind": f.kind, "read": f.read, "new": f.new, "changed": f.changed,
                "unchanged": f.unchanged, "problems": f.problems, "left_out": dict(f.left_out),
                "told": [{"row": p.row, "reason": session.say(p.reason)} for p in f.kept_problems],
            }
            for f in summary.files
        ],
        "known": list(summary.known),
        "asides": [{"name": a.name, "known": a.known, "reason": session.say(a.reason)} for a in summary.asides],
    }  # fmt: skip


def _how_to(session: Session) -> None:
    for line in (
        mark("How to ask LinkedIn for your archive:"),
        mark("  1. On a computer: Settings & Privacy → Data privacy → Get a copy of your data."),
        mark("  2. Tick only Connections, Messages and Invitations: they come by mail in minutes."),
        mark(
            "  3. Download the zip (the link lives 72 hours) and: calabazas import Basic_LinkedInDataExport….zip"
        ),
        mark(
            "Every day: copy the page of received invitations, save it, and: calabazas import received.html"
        ),
    ):
        session.print(session.t(line))
