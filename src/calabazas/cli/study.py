"""`calabazas study [PERSON]`: walk through the looks most worth taking, and see the advice turn."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.engine.answers import Answer
    from calabazas.store.engine import Store

ASKED = {
    "known": mark("Do you know each other? (yes/no)"),
    "joined": mark("Year the account was opened"),
    "verified": mark("Verified? (yes/no)"),
    "last_activity": mark("Days since their last activity (none if there is none)"),
    "followers": mark("Followers"),
    "connections": mark("Contacts (500+ as it says)"),
    "photo": mark("Picture: face, none, logo, group, stock_suspect, ai_suspect, elsewhere"),
    "answer": mark("What they answered"),
}


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("study", help=t(mark("Take the looks most worth taking, one by one")))
    def study(
        context: typer.Context,
        person: Annotated[str | None, typer.Argument(help=t(mark("A profile's address, or a name")))] = None,
        looks: Annotated[int, typer.Option("--looks", help=t(mark("How many looks")))] = 5,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            answers = _whom(session, store, person, looks)
            if json:
                session.json({"looks": [_document(a) for a in answers]})
                return
            if not answers:
                session.print(session.t("No look would turn any advice now."))
            for a in answers:
                _walk(session, store, a)


def _whom(session: Session, store: Store, person: str | None, count: int) -> list[Answer]:
    from calabazas.desk.study import looks

    if person:
        from calabazas.cli.person import the_answer

        return [the_answer(session, store, person)]
    return [x.answer for x in looks(store, session.today)[:count]]


def _document(a: Answer) -> dict[str, object]:
    return {
        "profile_url": a.dossier.person.url,
        "name": a.dossier.person.name,
        "verdict": a.verdict.advice,
        "looks": [
            {"look": x.look, "seconds": x.seconds, "chance_to_flip": x.chance, "turns_to": dict(x.turns_to)}
            for x in a.verdict.asked
        ],
    }


def _walk(session: Session, store: Store, a: Answer) -> None:
    from calabazas.desk.study import QUESTIONS, again, looked
    from calabazas.sources.look import LookError
    from calabazas.verdict import explain

    who = a.dossier.person
    session.print()
    session.print(f"{who.name}  {who.url}", "bold")
    session.print("  " + session.say(explain.because(a.verdict)))
    for asked in a.verdict.asked:
        turns = ", ".join(session.t(explain.ADVICE.get(x, x)).lower() for x in asked.turns_to)
        session.print(
            "  ? "
            + session.t(
                "{look} ({seconds} s): it could become {advice}",
                look=session.t(explain.LOOKS.get(asked.look, asked.look)),
                seconds=int(asked.seconds),
                advice=turns,
            )
        )
        if not sys.stdin.isatty() or asked.look not in QUESTIONS:
            continue
        given = {
            key: typer.prompt("    " + session.t(ASKED[key]), default="", show_default=False)
            for key in QUESTIONS[asked.look]
        }
        try:
            looked(store, who, {k: v for k, v in given.items() if v.strip()}, session.today)
        except LookError as error:
            session.print("    " + session.say(error.sentence), "yellow")
            continue
        now = again(store, who, session.today)
        if now.verdict.advice != a.verdict.advice:
            session.print("  → " + session.say(explain.because(now.verdict)), "bold")
            for reason in explain.strongest(now.verdict, 2):
                session.print("    " + session.say(reason.sentence))
            return
