"""`calabazas star|tag|met|mark PERSON`: what only you know."""

from __future__ import annotations

from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import USAGE, Session
from calabazas.words import mark

_PERSON = Annotated[str, typer.Argument(help=t(mark("A profile's address, or a name")))]


def register(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command("star", help=t(mark("Mark somebody who matters to you")))
    def star(context: typer.Context, person: _PERSON) -> None:
        _remark(context, person, "starred", "", mark("{name} has your star."))

    @app.command("tag", help=t(mark("Put a tag of your own on somebody")))
    def tag(
        context: typer.Context, person: _PERSON, name: Annotated[str, typer.Argument(help=t(mark("The tag")))]
    ) -> None:
        _remark(context, person, "tagged", name, mark("{name} has the tag “{value}”."))

    @app.command("met", help=t(mark("Note that you have met, and where")))
    def met(
        context: typer.Context,
        person: _PERSON,
        where: Annotated[str | None, typer.Argument(help=t(mark("Where or when")))] = None,
    ) -> None:
        _remark(context, person, "met", where or "", mark("Noted: you have met {name}."))

    @app.command("mark", help=t(mark("Tell what you saw on a profile, or that a reason was not so")))
    def mark_(
        context: typer.Context,
        person: _PERSON,
        saw: Annotated[
            list[str] | None,
            typer.Option(
                "--saw",
                help=t(
                    mark(
                        "What you saw, as key=value: known, connections, followers, joined, verified, last_activity, photo, answer"
                    )
                ),
            ),
        ] = None,
        not_so: Annotated[str | None, typer.Option("--not", help=t(mark("A reason that was not so")))] = None,
        asked: Annotated[
            bool,
            typer.Option("--asked", help=t(mark("You asked what brings them here; the clock stands still"))),
        ] = False,
        answered: Annotated[
            bool,
            typer.Option("--answered", help=t(mark("You have written to them since: it is not your turn"))),
        ] = False,
    ) -> None:
        session = Session(context)
        if not (saw or not_so or asked or answered):
            session.fail(mark("Say what: --saw key=value, --not REASON, --asked or --answered."), USAGE)
        if not_so:
            _remark(context, person, "overruled", not_so, mark("Noted: that was not so."))
        if answered:
            _remark(
                context,
                person,
                "answered",
                "",
                mark("Noted: you have written to {name}."),
            )
        if asked:
            _remark(
                context,
                person,
                "asked",
                "",
                mark("Noted: you asked {name}; the clock stands still until the answer."),
            )
        if saw:
            _saw(session, person, saw)


def _saw(session: Session, person: str, saw: list[str]) -> None:
    from calabazas.cli.person import the_answer, the_person
    from calabazas.cli.why import show
    from calabazas.desk.study import looked
    from calabazas.sources.look import LookError

    with session.store() as store:
        who = the_person(session, store, person)
        try:
            looked(
                store,
                who,
                {key: value or "yes" for key, _, value in (pair.partition("=") for pair in saw)},
                session.today,
            )
        except LookError as error:
            session.fail("{reason}", USAGE, reason=f"{error.field}: {session.say(error.sentence)}")
        show(session, the_answer(session, store, who.url or who.name))


def _remark(context: typer.Context, person: str, kind: str, value: str, said: str) -> None:
    session = Session(context)
    with session.store() as store:
        from calabazas.cli.person import the_person
        from calabazas.desk.decide import remark

        who = the_person(session, store, person)
        remark(store, [who.id], kind, value, session.now)
        session.print(session.t(said, name=who.name, value=value))
        session.can_undo()
