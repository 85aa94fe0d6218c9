"""`calabazas triage`: every invitation still open, with its advice, its reasons and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.triage import Queue
    from calabazas.engine.answers import Answer

STYLE = {"accept": "bold green", "ignore": "dim", "follow": "cyan", "study": "bold yellow"}


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("triage", help=t(mark("Advice on every invitation that waits")))
    def triage(
        context: typer.Context,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
        csv: Annotated[bool, typer.Option("--csv", help=t(mark("As a table for a spreadsheet")))] = False,
        brief: Annotated[bool, typer.Option("--brief", help=t(mark("One line each")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.triage import document, queue

            q = queue(store, session.today)
            if json:
                session.json(document(q, session.language))
            elif csv:
                from calabazas.outputs.table import write_triage

                write_triage(((a.dossier, a.verdict) for a in q.answers), session.language)
            else:
                show(session, q, brief=brief)


def show(session: Session, q: Queue, *, brief: bool = False) -> None:
    """Print a queue so that it reads well at 80 columns."""
    if not q.answers:
        session.print(session.t("No invitation waits for you."))
        session.print(
            session.t(
                "Hand over today's list (copy LinkedIn's page of received invitations): calabazas import received.html"
            )
        )
        return
    session.print(
        session.tn("{n} invitation waits.", "{n} invitations wait.", len(q.answers))
        + " "
        + session.t(
            "Accept {accept} · Ignore {ignore} · Follow {follow} · Study {study}",
            accept=q.count("accept"), ignore=q.count("ignore"), follow=q.count("follow"), study=q.count("study"),
        ),
        "bold",
    )  # fmt: skip
    if q.data_as_of:
        session.print(
            session.t("Data as of {day}; asked as of {today}.", day=q.data_as_of, today=q.today), "dim"
        )
    for advice, title in (
        ("accept", mark("Accept")),
        ("follow", mark("Follow (acquaintances)")),
        ("study", mark("Study: “But who are you?”")),
        ("ignore", mark("Ignore, without hard feelings")),
    ):
        answers = [a for a in q.answers if a.verdict.advice == advice]
        if answers:
            session.print()
            session.print(f"── {session.t(title)} ({len(answers)}) " + "─" * 20, STYLE[advice])
            for a in answers:
                _line(session, a)
                if not brief:
                    _reasons(session, a)
    _looks(session, q)


def _line(session: Session, a: Answer) -> None:
    due = a.verdict.due
    when = ""
    if due:
        when = (
            session.t("out of time ({age} days)", age=due.age)
            if due.stale
            else session.t("day {age} of {of}", age=due.age, of=due.age + due.left)
        )
    late = " · " + session.t("with a line of apology") if a.verdict.late else ""
    session.print(f"{a.dossier.person.name} · {when}{late}", "bold")
    headline = a.dossier.profile.headline or a.dossier.profile.position
    if headline:
        session.print(f"  {headline[:150]}", "dim")


def _reasons(session: Session, a: Answer) -> None:
    from calabazas.verdict import explain

    session.print("  " + session.say(explain.because(a.verdict)))
    for reason in explain.strongest(a.verdict):
        sign = "+" if reason.speaks_for else "−"
        session.print(f"  {sign} {session.say(reason.sentence)} ({session.t(reason.weight)})")
    if a.verdict.advice == "study" and a.verdict.asked:
        look, _ = next(iter(explain.looks(a.verdict)))
        session.print("  ? " + session.t("Look first: {look}", look=session.say(look)), "yellow")


def _looks(session: Session, q: Queue) -> None:
    from calabazas.verdict import explain

    worth = [x for x in q.looks if x.chance >= 0.1][:5]
    if not worth:
        return
    session.print()
    session.print(session.t("Looks most worth taking:"), "bold")
    for x in worth:
        look = session.t(explain.LOOKS.get(x.look, x.look))
        session.print(f"  {x.answer.dossier.person.name}: {look} ({x.seconds:.0f} s)")
