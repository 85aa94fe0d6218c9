"""`calabazas suggest`: people worth inviting this week, why, and what a note to them can hold on to."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import USAGE, Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.suggest import Suggested, Week
    from calabazas.store.engine import Store

LATER_DAYS = 90


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("suggest", help=t(mark("People you should know: whom to invite this week, and what to say")))
    def suggest(
        context: typer.Context,
        no: Annotated[
            str | None, typer.Option("--no", help=t(mark("Never suggest this person again")))
        ] = None,
        later: Annotated[
            str | None,
            typer.Option("--later", help=t(mark("Do not suggest this person for three months"))),
        ] = None,
        event: Annotated[
            str, typer.Option("--event", help=t(mark("Only people on the list of this event")))
        ] = "",
        weekly: Annotated[
            int | None, typer.Option("--weekly", help=t(mark("How many invitations a week (1 to 50)")))
        ] = None,
        everybody: Annotated[
            bool, typer.Option("--all", help=t(mark("Everybody who was judged, not only this week's")))
        ] = False,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.suggest import document, week

            if weekly is not None:
                _weekly(session, store, weekly)
            if no or later:
                _decline(session, store, no or later or "", for_ever=bool(no), json=json)
                return
            w = week(store, session.today, event=event, everybody=everybody)
            if json:
                session.json(document(w, session.language))
            else:
                show(session, w, event)


def show(session: Session, w: Week, event: str = "") -> None:
    """Print the week so that it reads well at 80 columns."""
    if w.others:
        _everybody(session, w)
    elif w.suggested:
        _week(session, w)
    elif not w.candidates and event:
        session.print(session.t("There is nobody on a list of that event: {event}", event=event))
        raise typer.Exit(1)
    elif not w.candidates:
        session.print(session.t("There is nobody here yet whom you could invite."))
        session.print(
            session.t(
                'Hand over your whole archive (it has the address book), a list of people (calabazas import attendees.csv --event "Name of the event"), or LinkedIn\'s page of people you may know.'
            )
        )
    elif not w.allowance.week_left:
        session.print(
            session.t("This week's invitations are sent ({n}). More on Monday.", n=w.allowance.per_week)
        )
    else:
        session.print(
            session.tn(
                "{n} person could be invited, and nothing speaks for it enough.",
                "{n} people could be invited, and for none of them enough speaks.",
                w.candidates,
            )
        )
    _left_out(session, w)


def _week(session: Session, w: Week) -> None:
    session.print(
        session.tn("{n} person to invite this week", "{n} people to invite this week", len(w.suggested))
        + " "
        + session.t("({fitting} fit, out of {candidates})", fitting=w.fitting, candidates=w.candidates),
        "bold",
    )
    session.print(
        session.tn(
            "{n} personal note left this month.",
            "{n} personal notes left this month.",
            w.allowance.notes_left,
        ),
        "dim",
    )
    for number, one in enumerate(w.suggested, 1):
        session.print()
        _person(session, number, one)
    session.print()
    session.print(
        session.t("Sent one? calabazas sent NAME · Not for you? calabazas suggest --no NAME"), "dim"
    )


def _person(session: Session, number: int, one: Suggested) -> None:
    from calabazas.desk.suggest import WAYS
    from calabazas.verdict import explain

    s, d = one.suggestion, one.suggestion.answer.dossier
    session.print(f"{number}. {d.person.name}  {d.person.url}".rstrip(), "bold")
    what = d.profile.headline or ", ".join(x for x in (d.profile.position, d.profile.company) if x)
    if what:
        session.print(f"   {what[:150]}", "dim")
    session.print("   " + session.say(explain.because(s.answer.verdict)))
    if s.anchor:
        session.print("   " + session.t("For the note: {fact}", fact=session.say(s.anchor.sentence)), "cyan")
    for reason in explain.strongest(s.answer.verdict):
        if s.anchor and reason.sentence == s.anchor.sentence:
            continue
        sign = "+" if reason.speaks_for else "−"
        session.print(f"   {sign} {session.say(reason.sentence)} ({session.t(reason.weight)})")
    if s.perhaps:
        session.print(
            "   "
            + session.t("Is this not your contact {name}? Look before you invite.", name=s.perhaps.name),
            "yellow",
        )
    _way(session, one, session.t(WAYS[one.way]))


def _way(session: Session, one: Suggested, words: str) -> None:
    from calabazas.verdict.explain import LOOKS

    name = one.person.name
    if one.way == "note":
        session.print("   → " + session.t('{way}: calabazas note "{name}"', way=words, name=name))
    elif one.way == "mail":
        session.print("   → " + session.t("{way}: {mail}", way=words, mail=one.mail))
    elif one.way == "look" and one.suggestion.look:
        look = session.t(LOOKS[one.suggestion.look])
        session.print("   → " + session.t("{way}: {look}", way=words, look=look.lower()))
    else:
        session.print("   → " + words)


def _everybody(session: Session, w: Week) -> None:
    from calabazas.verdict import explain

    for s in w.others:
        d = s.answer.dossier
        session.print(f"{d.person.name} · {session.say(explain.because(s.answer.verdict))}")


def _left_out(session: Session, w: Week) -> None:
    if w.left_out:
        session.print()
        session.print(
            session.tn(
                "Left out: {n} person who may be in your network already",
                "Left out: {n} people who may be in your network already",
                len(w.left_out),
            ),
            "dim",
        )
        for person, perhaps in w.left_out[:5]:
            said = (
                mark("{name}: somebody whom you invited has this name ({sure} % sure)")
                if perhaps.invited
                else mark("{name}: your contact {other}, it seems ({sure} % sure)")
            )
            sure = round(100 * perhaps.confidence)
            session.print("  " + session.t(said, name=person.name, other=perhaps.name, sure=sure), "dim")
    if w.waiting:
        session.print(
            session.tn(
                "{n} person must wait: you withdrew an invitation less than three weeks ago.",
                "{n} people must wait: you withdrew their invitations less than three weeks ago.",
                w.waiting,
            ),
            "dim",
        )


def _weekly(session: Session, store: Store, number: int) -> None:
    from calabazas.engine.allowance import put

    try:
        put(store, "invitations_per_week", number, datetime.now())
    except ValueError as error:
        session.fail(mark("It must be a number of {bounds}."), USAGE, bounds=str(error))


def _decline(session: Session, store: Store, name: str, *, for_ever: bool, json: bool) -> None:
    from calabazas.cli.person import the_person
    from calabazas.desk.suggest import put_off, refuse

    who = the_person(session, store, name)
    now = session.now
    if for_ever:
        batch = refuse(store, [who.id], now)
    else:
        batch = put_off(store, [who.id], session.today + timedelta(days=LATER_DAYS), now)
    if json:
        session.json({"batch": batch, "profile_url": who.url, "name": who.name})
        return
    said = (
        mark("{name} will not be suggested again.")
        if for_ever
        else mark("{name} will not be suggested for three months.")
    )
    session.print(session.t(said, name=who.name))
    session.can_undo()
