"""`calabazas undo`: take the last thing you did back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("undo", help=t(mark("Take the last thing you did back")))
    def undo_(
        context: typer.Context,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.decide import undo
            from calabazas.store import people

            taken = undo(store, datetime.now())
            named = [(k.act, people.get(store, k.act.person)) for k in taken if k.act.person is not None]
            if json:
                session.json(
                    {
                        "undone": [
                            {"kind": a.kind, "value": a.value, "profile_url": p.url if p else ""}
                            for a, p in named
                        ]
                    }
                )
            elif not taken:
                session.print(session.t("There is nothing to take back."))
            else:
                for act, person in named:
                    session.print(
                        session.t(
                            "Taken back: {what} ({name})",
                            what=f"{act.kind} {act.value}".strip(),
                            name=person.name if person else "",
                        )
                    )
