"""`calabazas funnel [PERSON]`: what became of whom you invited, stage by stage; or one thread whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.funnel import Funnel
    from calabazas.store.engine import Store


def register(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command("funnel", help=t(mark("What became of whom you invited; with a name, that thread whole")))
    def funnel_(
        context: typer.Context,
        person: Annotated[str | None, typer.Argument(help=t(mark("A profile's address, or a name")))] = None,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            if person:
                _thread(session, store, person, json=json)
                return
            from calabazas.desk.funnel import document, funnel

            f = funnel(store, session.today)
            if json:
                session.json(document(f, session.language))
            else:
                show(session, f)

    @app.command("outcome", help=t(mark("Note what came of somebody: a client, a job, a talk")))
    def outcome(
        context: typer.Context,
        person: Annotated[str, typer.Argument(help=t(mark("A profile's address, or a name")))],
        what: Annotated[str, typer.Argument(help=t(mark("What came of it, in your words")))],
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.cli.person import the_person
            from calabazas.desk.funnel import record_outcome

            who = the_person(session, store, person)
            record_outcome(store, who.id, what, session.now)
            session.print(session.t("Noted: with {name} it came to this: {what}", name=who.name, what=what))


def show(session: Session, f: Funnel) -> None:
    """Print the stages, the families and what can be concluded."""
    from calabazas.desk.funnel import GROUPS, RIPE_DAYS, STAGES, name_of
    from calabazas.measure.told import told

    if not f.threads:
        session.print(session.t("No invitation of yours is known: the archive's Invitations.csv tells them."))
        return
    names = dict(STAGES)
    for stage, count in f.stages:
        session.print(f"  {count:>5}  {session.t(names[stage])}")
    session.print()
    session.print(session.t("Accepted: {share}", share=told(f.accepted)))
    session.print(session.t("Of the accepted, you came to talk with {share}", share=told(f.talked)))
    if f.pending:
        session.print(
            session.tn(
                "{n} invitation is younger than {days} days and counts for nothing yet.",
                "{n} invitations are younger than {days} days and count for nothing yet.",
                f.pending, days=RIPE_DAYS,
            ),
            "dim",
        )  # fmt: skip
    if f.curve.median is not None:
        session.print(
            session.t(
                "Half of those who say yes do so within {days} days.", days=max(1, round(f.curve.median))
            ),
            "dim",
        )
    blind: list[str] = []
    for group, title in GROUPS:
        if {row.name for row in f.groups[group]} == {"unknown"}:
            blind.append(title)
            continue
        session.print()
        session.print(session.t(title), "bold")
        for row in f.groups[group][:8]:
            name = session.say(name_of(row.name))
            session.print(f"  {name}: " + session.t("accepted {share}", share=told(row.accepted)))
    if blind:
        session.print()
        session.print(
            session.t(
                "By sector and role nothing can be said: what people do was not seen before they answered, and those who said no tell nothing."
            ),
            "dim",
        )
    session.print()
    session.print(session.say(f.conclusion), "bold")
    session.print(
        session.t(
            "What LinkedIn no longer lists is not counted: withdrawn and long refused invitations vanish."
        ),
        "dim",
    )
    if f.suggestions:
        session.print()
        session.print(session.t("This sounds like a meeting. Was there one? calabazas met PERSON"), "bold")
        for one in f.suggestions[:5]:
            session.print(f"  {one.dossier.person.name}: " + session.t("“{text}”", text=one.suggests))


def _thread(session: Session, store: Store, person: str, *, json: bool) -> None:
    from calabazas.cli.person import the_person
    from calabazas.desk.funnel import story, thread, thread_document

    who = the_person(session, store, person)
    one = thread(store, session.today, who.id)
    if one is None:
        session.fail(mark("You never invited {name}, as far as is known."), name=who.name)
    if json:
        session.json(thread_document(one, session.language))
        return
    session.print(f"{who.name}  {who.url}", "bold")
    for on, sentence in story(one):
        session.print(f"  {session.language.date(on)}  {session.say(sentence)}")
    if one.suggests:
        session.print(
            session.t(
                "This sounds like a meeting: “{words}”. Was there one? calabazas met", words=one.suggests
            ),
            "yellow",
        )
