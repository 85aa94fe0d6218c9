"""`calabazas sent [PERSON]`: what became of your invitations; with a person, that you sent or withdrew one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.sent import Sent, Waiting
    from calabazas.store.engine import Store

SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command(
        "sent", help=t(mark("What became of your invitations; with a person, note that you sent one"))
    )
    def sent_(
        context: typer.Context,
        person: Annotated[str | None, typer.Argument(help=t(mark("A profile's address, or a name")))] = None,
        note: Annotated[
            str | None,
            typer.Option("--note", help=t(mark("The note that went with it; - reads standard input"))),
        ] = None,
        withdrawn: Annotated[
            bool, typer.Option("--withdrawn", help=t(mark("You withdrew it on LinkedIn")))
        ] = False,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.sent import document, sent

            if person:
                _mark(session, store, person, note, withdrawn=withdrawn, json=json)
                return
            found = sent(store, session.today)
            if json:
                session.json(document(found))
            else:
                show(session, found)


def show(session: Session, s: Sent) -> None:
    """Print what became of the invitations, the oldest wait first."""
    if not s.total:
        session.print(session.t("No invitation of yours is known yet."))
        return
    session.print(
        session.tn("{n} invitation sent", "{n} invitations sent", s.total)
        + " · "
        + session.t("accepted {n}", n=s.accepted)
        + " · "
        + session.t("waiting {n}", n=len(s.waiting))
        + (" · " + session.t("withdrawn {n}", n=s.withdrawn) if s.withdrawn else "")
        + (" · " + session.t("lapsed {n}", n=s.expired) if s.expired else ""),
        "bold",
    )
    session.print(
        session.tn("{n} of them had a note.", "{n} of them had a note.", s.with_note)
        + (
            " "
            + session.tn("{n} of those was accepted.", "{n} of those were accepted.", s.accepted_with_note)
            if s.with_note
            else ""
        )
    )
    session.print(_deadline(session, s))
    idle, fresh = s.idle, [w for w in s.waiting if not w.idle]
    for title, rows in (
        (mark("No longer worth waiting for"), idle),
        (mark("Still worth waiting for"), fresh),
    ):
        if rows:
            session.print()
            session.print(f"── {session.t(title)} ({len(rows)}) " + "─" * 20, "bold")
            for w in rows[:SHOWN]:
                _line(session, w)
            if len(rows) > SHOWN:
                session.print("  " + session.t("… and {n} more", n=len(rows) - SHOWN), "dim")
    if idle:
        session.print()
        session.print(
            session.t(
                "Withdrawing is yours to do, on LinkedIn. It clears the list, and whoever you withdraw cannot be invited again for three weeks."
            ),
            "dim",
        )
        session.print(session.t("Withdrew one? calabazas sent NAME --withdrawn"), "dim")


def _deadline(session: Session, s: Sent) -> str:
    d = s.deadline
    if d.why == "own":
        text = session.t(
            "Whoever says yes to you does so by day {day}: after that, less than one in twenty still will.",
            day=d.day,
        )
        if d.between and round(d.between.low) != round(d.between.high):
            text += " " + session.t(
                "(Between {low} and {high} days, on {n} yeses.)",
                low=round(d.between.low),
                high=round(d.between.high),
                n=d.answered,
            )
        return text
    if d.why == "few":
        return session.tn(
            "Two weeks are taken as the time to wait: {n} yes of yours is known, and your own pace shows from thirty on.",
            "Two weeks are taken as the time to wait: {n} yeses of yours are known, and your own pace shows from thirty on.",
            d.answered,
        )
    return session.t(
        "Two weeks are taken as the time to wait: your invitations have not been followed for long enough to know your own pace."
    )


def _line(session: Session, w: Waiting) -> None:
    age = session.tn("{n} day", "{n} days", w.age)
    hope = (
        " · " + session.t("hope {percent} %", percent=round(100 * w.hope))
        if w.hope is not None and not w.idle
        else ""
    )
    session.print(f"{w.sent.person.name} · {age}{hope}")
    session.print(
        "  "
        + (session.t("“{note}”", note=w.sent.note[:150]) if w.sent.note else session.t("without a note")),
        "dim",
    )


def _mark(
    session: Session, store: Store, person: str, note: str | None, *, withdrawn: bool, json: bool
) -> None:
    from calabazas.cli.person import the_person
    from calabazas.desk.sent import mark_sent, mark_withdrawn

    who = the_person(session, store, person)
    now = session.now
    text = _text(session, note)
    batch = mark_withdrawn(store, [who.id], now) if withdrawn else mark_sent(store, who.id, text, now)
    if json:
        session.json(
            {
                "batch": batch,
                "profile_url": who.url,
                "kind": "withdrawn" if withdrawn else "sent",
                "note": text,
            }
        )
        return
    said = (
        mark("Noted: you withdrew the invitation to {name}. It cannot be sent again for three weeks.")
        if withdrawn
        else mark("Noted: you invited {name}.")
    )
    session.print(session.t(said, name=who.name))
    session.can_undo()


def _text(session: Session, note: str | None) -> str:
    if note != "-":
        return note or ""
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        session.fail(mark("{file} cannot be read: {reason}"), file="-", reason=str(error))
