"""`calabazas backup FILE`: a copy of your data in one file."""

from __future__ import annotations

from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("backup", help=t(mark("Copy your data into one file")))
    def backup_(
        context: typer.Context, file: Annotated[str, typer.Argument(help=t(mark("Where to")))]
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from pathlib import Path

            from calabazas.store.backup import backup

            try:
                backup(store, Path(file).expanduser())
            except FileExistsError:
                session.fail(mark("{file} is there already: choose another name."), file=file)
            except OSError as error:
                session.fail(
                    mark("{file} cannot be written: {reason}"), file=file, reason=session.reason(error)
                )
            session.print(session.t("Copied to {file}. Keep it where only you can read it.", file=file))
