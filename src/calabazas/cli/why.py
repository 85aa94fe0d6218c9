"""`calabazas why PERSON`: everything that carried the advice, and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.engine.answers import Answer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("why", help=t(mark("Why this advice: every reason, with its source")))
    def why(
        context: typer.Context,
        person: Annotated[str, typer.Argument(help=t(mark("A profile's address, or a name")))],
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.cli.person import the_answer

            answer = the_answer(session, store, person)
            if json:
                from calabazas.desk.triage import entry

                session.json(entry(answer, session.language))
            else:
                show(session, answer)
                from calabazas.desk.learn import similar

                if alike := similar(store, answer, session.today):
                    session.print()
                    session.print(session.say(alike) + ".", "dim")


def show(session: Session, a: Answer) -> None:
    """Print one person's reasons, per axis, for and against."""
    from calabazas.verdict import explain

    d, v = a.dossier, a.verdict
    session.print(f"{d.person.name}  {d.person.url}", "bold")
    for line in (d.profile.headline, d.profile.location):
        if line:
            session.print(line, "dim")
    if v.due:
        session.print(
            session.t(
                "Sent {day} · due {due}", day=d.invitation.sent_on if d.invitation else "", due=v.due.on
            )
            + (" · " + session.t("out of time") if v.due.stale else "")
        )
    if d.invitation and d.invitation.note:
        session.print("  " + session.t("“{text}”", text=d.invitation.note[:400]))
    session.print()
    session.print(session.say(explain.because(v)), "bold")
    for axis, title in explain.AXIS.items():
        reasons = [r for r in explain.reasons(v) if r.axis == axis]
        if not reasons:
            continue
        session.print()
        session.print(session.t(title), "bold")
        for r in reasons:
            sign = " " if abs(r.decibans) < 1 else "+" if r.speaks_for else "−"
            session.print(f"  {sign} {session.say(r.sentence)} ({session.t(r.weight)})")
            for source in r.sources[:2]:
                session.print(
                    "      " + session.t("seen in {file}, row {row}", file=source.file, row=source.row), "dim"
                )
            if r.overrule:
                session.print(
                    "      "
                    + session.t(
                        "Not so? calabazas mark “{name}” --not {code}", name=d.person.name, code=r.overrule
                    ),
                    "dim",
                )
    if v.asked:
        session.print()
        session.print(session.t("Not yet known, and it could turn the advice:"), "bold")
        for asked in v.asked:
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
