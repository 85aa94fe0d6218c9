"""`calabazas serve`: the desk in your browser, on this machine only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from pathlib import Path

PORT = 8765


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("serve", help=t(mark("Open the desk in your browser, on this machine only")))
    def serve(
        context: typer.Context,
        port: Annotated[int, typer.Option(min=0, max=65535, help=t(mark("Port; 0 takes a free one")))] = PORT,
        browser: Annotated[
            bool, typer.Option("--browser/--no-browser", help=t(mark("Open the browser by itself")))
        ] = True,
        demo: Annotated[
            bool, typer.Option("--demo", help=t(mark("With an invented member, apart from your data")))
        ] = False,
    ) -> None:
        session = Session(context)
        if demo:
            path = _demo(session)
        else:
            path = session.path
            with session.store():
                pass  # a file that cannot be opened is said before a browser opens
        from calabazas.web.serve import PortTakenError, run

        def say(id: str, /, **args: object) -> None:
            typer.echo(session.t(id, **args))

        options = context.obj or {}
        try:
            run(
                path,
                port=port,
                browser=browser,
                demo=demo,
                language=options.get("lang") or "",
                today=session.today if options.get("today") else None,
                say=say,
            )
        except PortTakenError:
            session.fail(
                mark("Port {port} is taken: choose another with --port, or 0 for any that is free."),
                port=str(port),
            )


def _demo(session: Session) -> Path:
    from calabazas.demo.prepare import prepare
    from calabazas.store.engine import StoreError

    try:
        return prepare(session.home, session.today)
    except (StoreError, OSError) as error:
        session.fail(mark("The demo could not be made: {reason}"), reason=str(error))
