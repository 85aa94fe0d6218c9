"""`calabazas undo`: take the last thing you did back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.store.acts import Act

_WHAT = {
    "done": mark("the click made"),
    "withdrawn": mark("an invitation withdrawn"),
    "met": mark("that you met"),
    "starred": mark("your star"),
    "tagged": mark("the tag “{value}”"),
    "noted": mark("what you noted"),
    "overruled": mark("that a reason was not so"),
    "asked": mark("that you asked"),
    "sent": mark("an invitation sent"),
    "answered": mark("that you have written"),
    "gone": mark("that the account is gone"),
    "forgotten_who": mark("that you remember nothing"),
    "outcome": mark("what came of it: “{value}”"),
}
"""What is taken back, by the kind of act; a decision is called by its own name."""


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
                            what=_named(session, act),
                            name=person.name if person else "",
                        )
                    )


def _named(session: Session, act: Act) -> str:
    """Say in words what an act was."""
    from calabazas.verdict.explain import ADVICE

    if act.shown.get("question") == "suggest":
        return session.t("not to be suggested any more")
    if act.kind in ("decided", "purged"):
        return session.t(ADVICE.get(act.value, mark("Later"))).lower()
    return session.t(_WHAT.get(act.kind, mark("what you noted")), value=act.value)
