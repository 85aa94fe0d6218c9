"""`calabazas demo`: somebody invented, her invitations and what the product says of them."""

from __future__ import annotations

import sys
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from pathlib import Path


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("demo", help=t(mark("See it at work on somebody invented")))
    def demo(
        context: typer.Context,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
        brief: Annotated[bool, typer.Option("--brief", help=t(mark("One line each")))] = False,
    ) -> None:
        session = Session(context)
        path = _prepare(session)
        from calabazas.cli.triage import show
        from calabazas.desk.triage import document, queue
        from calabazas.store.engine import open_member

        with open_member(path) as store:
            q = queue(store, session.today)
        if json:
            session.json({"demo": True, "home": str(path.parent), **document(q, session.language)})
            return
        _introduce(session)
        show(session, q, brief=brief)
        _go_on(session)


def _prepare(session: Session) -> Path:
    from calabazas.demo.prepare import prepare
    from calabazas.store.engine import StoreError

    live = sys.stderr.isatty()

    def tell(name: str, rows: int) -> None:
        sys.stderr.write("\r\x1b[2K" + session.t("{file}: {rows} rows", file=name, rows=rows))
        sys.stderr.flush()

    try:
        return prepare(session.home, session.today, tell if live else None)
    except (StoreError, OSError) as error:
        session.fail(mark("The demo could not be made: {reason}"), reason=str(error))
    finally:
        if live:
            sys.stderr.write("\r\x1b[2K")


def _introduce(session: Session) -> None:
    from calabazas.demo.prepare import introduce

    who = introduce(session.today)
    session.print(
        session.t("This is a demo: {name} and everybody around her are invented.", name=who.name), "bold"
    )
    session.print(who.headline, "dim")
    session.print(
        session.t(
            "{contacts} contacts; {waiting} people wait for an answer. What was handed over: the archive, today's list, {mails} mails and {pages} profiles.",
            contacts=who.contacts, waiting=who.waiting, mails=who.mails, pages=who.pages,
        )
    )  # fmt: skip
    session.print()
    session.print(
        session.t("Whom {first} looks for, in her own words:", first=who.name.split(maxsplit=1)[0]), "bold"
    )
    session.print(f"«{shorten(who.target, 340, placeholder=' […]')}»")
    session.print()


def _go_on(session: Session) -> None:
    session.print()
    session.print(session.t("Now with yours:"), "bold")
    for line in (
        mark("  calabazas import   how to ask LinkedIn for your archive, and what to do"),
        mark("  calabazas target   say whom you look for"),
        mark("  calabazas triage   the same as here, for you"),
    ):
        session.print(session.t(line))
    session.print(session.t("The demo lies apart, in its own folder; it never touches your data."), "dim")
