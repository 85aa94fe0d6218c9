"""`calabazas status`: what waits, what falls due, how old the data are."""

from __future__ import annotations

from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

OLD_DAYS = 30


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("status", help=t(mark("What waits, what falls due, how old your data are")))
    def status(
        context: typer.Context,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.status import status_of

            s = status_of(store, session.today)
            if json:
                session.json(s.document())
                return
            if s.data_as_of is None:
                session.print(session.t("Nothing has been handed over yet: calabazas import"))
                return
            session.print(session.t("Data as of {day}.", day=s.data_as_of))
            if (session.today - s.data_as_of).days > OLD_DAYS:
                session.print(
                    session.t(
                        "They are {n} days old: ask LinkedIn for a new archive.",
                        n=(session.today - s.data_as_of).days,
                    ),
                    "yellow",
                )
            session.print(session.tn("{n} contact.", "{n} contacts.", s.contacts))
            session.print(session.tn("{n} invitation waits.", "{n} invitations wait.", s.waiting))
            if s.due_soon:
                session.print(
                    session.tn(
                        "{n} falls due within three days.", "{n} fall due within three days.", s.due_soon
                    ),
                    "yellow",
                )
            if s.stale:
                session.print(session.tn("{n} is out of time.", "{n} are out of time.", s.stale))
            if s.clicks:
                session.print(
                    session.tn(
                        "{n} click is left to make on LinkedIn.",
                        "{n} clicks are left to make on LinkedIn.",
                        s.clicks,
                    )
                )
            if s.mirror:
                session.print(
                    session.tn(
                        "Mirror of {day}: {n} contact would not pass your criterion today; you came to talk with {talked} of those.",
                        "Mirror of {day}: {n} contacts would not pass your criterion today; you came to talk with {talked} of those.",
                        s.mirror.failing, day=s.mirror.on, talked=s.mirror.talked,
                    )
                )  # fmt: skip
            elif s.contacts:
                session.print(session.t("Professional or collector? calabazas mirror"), "dim")
            if not s.has_target:
                session.print(session.t("You have not said yet whom you look for."), "yellow")
