"""`calabazas forget PERSON`: erase somebody everywhere."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("forget", help=t(mark("Erase somebody everywhere; later archives do not bring them back")))
    def forget_(
        context: typer.Context,
        person: Annotated[str, typer.Argument(help=t(mark("A profile's address, or a name")))],
        yes: Annotated[bool, typer.Option("--yes", help=t(mark("Without asking")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.cli.person import the_person
            from calabazas.store.forget import forget

            who = the_person(session, store, person)
            if not yes and not typer.confirm(
                session.t("Erase everything about {name}? This cannot be undone.", name=who.name)
            ):
                raise typer.Exit(1)
            clean = forget(store, who.id, datetime.now().astimezone().isoformat(timespec="seconds"))
            session.print(
                session.t("Erased. Only a salted hash stays, so that nobody asks about them again.")
            )
            if not clean:
                session.print(
                    session.t("Another program has the file open: old pages are overwritten when it closes."),
                    "yellow",
                )
