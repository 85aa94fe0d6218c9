"""`calabazas purge`: who is already in and has lost your interest, twenty at a time; nothing is done for you."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import USAGE, Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.purge import Decided, Purge
    from calabazas.engine.answers import Answer
    from calabazas.store.engine import Store

_PERSON = Annotated[str, typer.Argument(help=t(mark("A profile's address, or a name")))]
_JSON = Annotated[bool, typer.Option("--json", help=t(mark("For machines")))]
_TIES = 5
"""Ties to take up again that are printed; the desk shows them all."""
CHOICES = ("keep", "reconnect", "unfollow", "let_go")
SAID = {
    "keep": mark("{name} stays, and is not proposed again for a year."),
    "reconnect": mark("Noted: you want to write to {name} again."),
    "unfollow": mark("Decided: unfollow {name}. They stay a contact; the click is yours: {url}"),
    "let_go": mark(
        "Decided: let {name} go. Nothing is asked of you for {n} days, in case you think better of it."
    ),
}
STATES = {
    "cooling": mark("until {day}, to think it over"),
    "ready": mark("the click is due"),
    "woken": mark("stays after all: something between you has moved"),
    "done": mark("done; the next archive confirms it"),
    "confirmed": mark("confirmed by a newer archive"),
    "still_there": mark("the newest archive still has them: was the click made?"),
}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    purge = typer.Typer(help=t(mark("Who is already in and has lost your interest, twenty at a time")))
    app.add_typer(purge, name="purge")

    @purge.callback(invoke_without_command=True)
    def show_(context: typer.Context, json: _JSON = False) -> None:
        if context.invoked_subcommand is None:
            session = Session(context)
            with session.store() as store:
                from calabazas.desk.purge import document

                p = _purge(session, store)
                if json:
                    session.json(document(p, session.language))
                else:
                    show(session, p)

    @purge.command("decide", help=t(mark("Decide on a contact: keep, reconnect, unfollow or let_go")))
    def decide_(
        context: typer.Context,
        person: _PERSON,
        choice: Annotated[str, typer.Argument(help="keep|reconnect|unfollow|let_go")],
    ) -> None:
        session = Session(context)
        if choice not in CHOICES:
            session.fail(mark("The decision is one of keep, reconnect, unfollow, let_go."), USAGE)
        with session.store() as store:
            from calabazas.desk.purge import COOLING_DAYS, decide

            answer = _the_contact(session, store, person)
            decide(store, [answer], choice, session.language, session.now)
            who = answer.dossier.person
            session.print(session.t(SAID[choice], name=who.name, url=who.url, n=COOLING_DAYS))
            session.can_undo()

    @purge.command("batch", help=t(mark("Take the advice on the twenty shown, all at once")))
    def batch(context: typer.Context) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.purge import follow

            p = _purge(session, store)
            if not p.batch:
                session.print(session.t("Nobody is proposed for parting."))
                return
            follow(store, p.batch, session.language, session.now)
            session.print(session.tn("Decided: {n} contact.", "Decided: {n} contacts.", len(p.batch)))
            session.can_undo()

    _more(purge)


def _more(purge: typer.Typer) -> None:
    """Add what the member knows themselves, and what follows a decision."""

    @purge.command("forgot", help=t(mark("Say that you remember nothing of somebody")))
    def forgot(context: typer.Context, person: _PERSON) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.purge import remember_nothing

            who = _the_contact(session, store, person).dossier.person
            remember_nothing(store, [who.id], session.now)
            session.print(session.t("Noted: of {name} you remember nothing.", name=who.name))
            _advice(session, store, who.url or who.name)
            session.can_undo()

    @purge.command("gone", help=t(mark("Say that an account is closed, or the second one of somebody")))
    def gone(
        context: typer.Context,
        person: _PERSON,
        how: Annotated[str, typer.Argument(help="closed|duplicate")] = "closed",
    ) -> None:
        session = Session(context)
        if how not in ("closed", "duplicate"):
            session.fail(mark("An account is closed or a duplicate."), USAGE)
        with session.store() as store:
            from calabazas.desk.purge import seen_gone

            who = _the_contact(session, store, person).dossier.person
            seen_gone(store, who.id, how, session.now)
            _advice(session, store, who.url or who.name)
            session.can_undo()

    @purge.command(
        "export", help=t(mark("Write what is known of those you let go into a file, before the click"))
    )
    def export_(
        context: typer.Context, file: Annotated[str, typer.Argument(help=t(mark("Where to")))]
    ) -> None:
        _export(Session(context), file)

    @purge.command("done", help=t(mark("The click on LinkedIn is made; alone, lists what is under way")))
    def done_(
        context: typer.Context,
        person: Annotated[str | None, typer.Argument(help=t(mark("A profile's address, or a name")))] = None,
    ) -> None:
        _done(Session(context), person)


def show(session: Session, p: Purge) -> None:
    """Print the proposals, the ties to take up again and what is under way."""
    from calabazas.desk.purge import CAVEAT, COOLING_DAYS, draft

    if not p.answers:
        session.print(session.t("No contacts have been handed over yet: calabazas import"))
        return
    session.print(
        session.t(
            "Of {n} contacts: {keep} to keep, {reconnect} to take up again, {unfollow} to unfollow, {let_go} to let go.",
            n=len(p.answers), keep=p.count("keep"), reconnect=p.count("reconnect"),
            unfollow=p.count("unfollow"), let_go=p.count("let_go"),
        ),
        "bold",
    )  # fmt: skip
    session.print(session.t(CAVEAT), "dim")
    if p.hidden:
        session.print(
            session.tn(
                "{n} more contact is a closed or hidden account: LinkedIn does not say whose.",
                "{n} more contacts are closed or hidden accounts: LinkedIn does not say whose.",
                p.hidden,
            ),
            "dim",
        )
    if p.batch:
        session.print()
        session.print(
            session.t("The next {n} of {all}, the plainest first:", n=len(p.batch), all=len(p.proposals)),
            "bold",
        )
        for a in p.batch:
            _line(session, a)
    if p.reconnect:
        session.print()
        session.print(session.t("Worth taking up again ({n}):", n=len(p.reconnect)), "bold")
        for a in p.reconnect[:_TIES]:
            _line(session, a)
            session.print("    " + session.t("“{text}”", text=draft(a, session.language.code)), "green")
        if len(p.reconnect) > _TIES:
            session.print(
                "  " + session.t("and {n} more: calabazas serve", n=len(p.reconnect) - _TIES), "dim"
            )
    _under_way(session, p.decided)
    if p.batch:
        session.print()
        session.print(
            session.t(
                "Nothing happens by itself: purge decide PERSON keep|unfollow|let_go, purge forgot PERSON, or purge batch for all {n}. What you let go rests {days} days first.",
                n=len(p.batch), days=COOLING_DAYS,
            ),
            "dim",
        )  # fmt: skip


def _line(session: Session, a: Answer) -> None:
    from calabazas.desk.purge import protections
    from calabazas.verdict import explain

    d, v = a.dossier, a.verdict
    what = " · ".join(
        x for x in (d.profile.position or d.profile.headline or "", d.profile.company or "") if x
    )
    session.print(
        f"  {session.t(explain.ADVICE[v.advice])}: {d.person.name}" + (f"  ({what})" if what else "")
    )
    said = [session.say(r.sentence) for r in explain.strongest(v, 3)] if v.advice != "reconnect" else []
    if v.advice == "reconnect":
        said = [session.say(w.finding.sentence) for w in v.weighed if w.finding.code in ("dormant", "fit")]
    kept = [session.say(s) for _, s in protections(a)] if v.advice == "keep" else []
    for line in said or kept:
        session.print(f"    {line}", "dim")
    session.print(f"    {d.person.url}", "dim")


def _under_way(session: Session, decided: tuple[Decided, ...]) -> None:
    from calabazas.verdict import explain

    open_ = [d for d in decided if d.state != "confirmed"]
    if not open_:
        return
    session.print()
    session.print(session.t("Under way:"), "bold")
    for d in open_:
        state = session.t(STATES[d.state], day=d.due)
        session.print(f"  {session.t(explain.ADVICE[d.choice])}: {d.person.name}  ({state})  {d.person.url}")
    if any(d.state == "ready" and not d.exported for d in open_):
        session.print(
            session.t("Before the click, keep what you know of them: calabazas purge export FILE"), "yellow"
        )


def _export(session: Session, file: str) -> None:
    import os
    from pathlib import Path

    with session.store() as store:
        from calabazas.desk.purge import export

        p = _purge(session, store)
        rows = [d for d in p.decided if d.state in ("ready", "cooling")]
        if not rows:
            session.print(session.t("Nobody is about to be let go."))
            return
        path = Path(file).expanduser()
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            session.fail(mark("{file} is there already: choose another name."), file=file)
        except OSError as error:
            session.fail(mark("{file} cannot be written: {reason}"), file=file, reason=session.reason(error))
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            n = export(store, rows, session.language, session.now, out)
        session.print(
            session.tn("{n} contact written to {file}.", "{n} contacts written to {file}.", n, file=file)
        )


def _done(session: Session, person: str | None) -> None:
    with session.store() as store:
        from calabazas.desk.purge import NotYetError, done

        p = _purge(session, store)
        if person is None:
            if any(d.state != "confirmed" for d in p.decided):
                _under_way(session, p.decided)
            else:
                session.print(session.t("Nothing is under way."))
            return
        from calabazas.cli.person import the_person

        who = the_person(session, store, person)
        rows = [d for d in p.decided if d.person.id == who.id]
        if not rows:
            session.fail(mark("Nothing was decided about {name}."), name=who.name)
        try:
            done(store, rows, session.now)
        except NotYetError as error:
            if error.why == "cooling" and error.until:
                session.fail(
                    mark("{name} rests until {day}: decide again then."), name=who.name, day=error.until
                )
            if error.why == "export":
                session.fail(
                    mark("First keep what you know of {name}: calabazas purge export FILE"), name=who.name
                )
            session.fail(mark("There is no click to make about {name}."), name=who.name)
        session.print(
            session.t("Done: {name}.", name=who.name) + " " + session.t("The next archive confirms it.")
        )


def _advice(session: Session, store: Store, person: str) -> None:
    from calabazas.verdict import explain

    answer = _the_contact(session, store, person)
    session.print(session.say(explain.because(answer.verdict)), "bold")
    if answer.verdict.advice == "keep":
        _line(session, answer)


def _the_contact(session: Session, store: Store, person: str) -> Answer:
    from calabazas.cli.person import the_person

    who = the_person(session, store, person)
    found = next((a for a in _purge(session, store).answers if a.dossier.person.id == who.id), None)
    if found is None:
        session.fail(mark("{name} is not among your contacts."), name=who.name)
    return found


def _purge(session: Session, store: Store) -> Purge:
    from calabazas.desk.purge import purge

    return purge(store, session.today)
