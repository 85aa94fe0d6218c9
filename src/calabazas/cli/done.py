"""`calabazas done [PERSON]`: the click is made; without a person, the clicks still to make."""

from __future__ import annotations

from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("done", help=t(mark("The click on LinkedIn is made; alone, lists the clicks to make")))
    def done(
        context: typer.Context,
        person: Annotated[str | None, typer.Argument(help=t(mark("A profile's address, or a name")))] = None,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.decide import pending_clicks, remark
            from calabazas.store import people

            if person:
                from calabazas.cli.person import the_person

                who = the_person(session, store, person)
                remark(store, [who.id], "done", "", session.now)
                if not json:
                    session.print(session.t("Done: {name}.", name=who.name))
            waiting = [(p, choice) for id, choice in pending_clicks(store) if (p := people.get(store, id))]
            if json:
                session.json(
                    {"pending": [{"profile_url": p.url, "name": p.name, "decision": c} for p, c in waiting]}
                )
                return
            if not waiting:
                session.print(session.t("No clicks are left to make."))
                return
            session.print(
                session.tn(
                    "{n} click is left to make on LinkedIn:",
                    "{n} clicks are left to make on LinkedIn:",
                    len(waiting),
                ),
                "bold",
            )
            for p, choice in waiting:
                from calabazas.verdict.explain import ADVICE

                session.print(f"  {session.t(ADVICE[choice])}: {p.name}  {p.url}")
