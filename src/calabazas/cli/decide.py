"""`calabazas decide PERSON accept|ignore|follow|later`: your decision, kept with the advice of the moment."""

from __future__ import annotations

from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import USAGE, Session
from calabazas.words import mark

DECIDED = {
    "accept": mark("Decided: accept {name}. The click is yours, on LinkedIn: {url}"),
    "ignore": mark("Decided: ignore {name}. The click is yours, on LinkedIn: {url}"),
    "follow": mark("Decided: follow {name}. Two clicks on LinkedIn, Ignore and then Follow: {url}"),
    "later": mark("Put off: {name} comes back in a few days."),
}


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("decide", help=t(mark("Decide on an invitation: accept, ignore, follow or later")))
    def decide_(
        context: typer.Context,
        person: Annotated[str, typer.Argument(help=t(mark("A profile's address, or a name")))],
        choice: Annotated[str, typer.Argument(help="accept|ignore|follow|later")],
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        if choice not in DECIDED:
            session.fail(mark("The decision is one of accept, ignore, follow, later."), USAGE)
        with session.store() as store:
            from calabazas.cli.person import the_answer
            from calabazas.desk.decide import decide

            answer = the_answer(session, store, person)
            now = session.now
            batch = decide(store, [answer], choice, session.language, now)
            who = answer.dossier.person
            if json:
                session.json(
                    {
                        "batch": batch,
                        "profile_url": who.url,
                        "decision": choice,
                        "advised": answer.verdict.advice,
                    }
                )
            else:
                session.print(session.t(DECIDED[choice], name=who.name, url=who.url))
                session.can_undo()
