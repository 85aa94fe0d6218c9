"""`calabazas due [PERSON]`: whose turn it is; with a name, a page to prepare a meeting."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.due import Turn
    from calabazas.store.engine import Store

KINDS = {
    "reply": mark("You owe a reply"),
    "follow_up": mark("Worth asking again"),
    "greet": mark("A yes without a word"),
}


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("due", help=t(mark("Whose turn it is; with a name, a page to prepare a meeting")))
    def due_(
        context: typer.Context,
        person: Annotated[str | None, typer.Argument(help=t(mark("A profile's address, or a name")))] = None,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            if person:
                _prepare(session, store, person, json=json)
                return
            from calabazas.desk.due import document, due

            turns = due(store, session.today)
            if json:
                session.json(document(turns, session.language))
            else:
                show(session, turns)


def show(session: Session, turns: list[Turn]) -> None:
    """Print whose turn it is."""
    if not turns:
        session.print(session.t("Nobody waits for a word of yours."))
        return
    for kind, title in KINDS.items():
        some = [x for x in turns if x.kind == kind]
        if not some:
            continue
        session.print(f"{session.t(title)} ({len(some)})", "bold")
        for x in some:
            session.print(f"  {x.dossier.person.name}: {session.say(x.why)}")
            if x.last:
                session.print(
                    "    " + session.t("“{text}”", text=shorten(x.last, 160, placeholder=" […]")), "dim"
                )
        session.print()
    session.print(session.t("Before meeting somebody: calabazas due PERSON"), "dim")


def _prepare(session: Session, store: Store, person: str, *, json: bool) -> None:
    from calabazas.cli.person import the_person
    from calabazas.desk.due import prepare, prepared_document

    who = the_person(session, store, person)
    page = prepare(store, session.today, who.id)
    if page is None:
        session.fail(mark("Nothing is known of {name}."), name=who.name)
    if json:
        session.json(prepared_document(page, session.language))
        return
    session.print(f"{who.name}  {who.url}", "bold")
    session.print()
    session.print(session.t("What is known"), "bold")
    for sentence in page.known or ():
        session.print(f"  {session.say(sentence)}")
    if page.last_words:
        session.print()
        session.print(session.t("Last words"), "bold")
        for x in page.last_words:
            by = session.t("You") if x.mine else who.name
            session.print(
                f"  {session.language.date(x.on)}  {by}: {shorten(x.text, 240, placeholder=' […]')}"
            )
    session.print()
    session.print(session.t("Open points"), "bold")
    for x in page.open_points:
        by = session.t("You asked") if x.mine else session.t("They asked")
        quoted = session.t("“{text}”", text=shorten(x.text, 240, placeholder=" […]"))
        session.print(f"  {by}: {quoted}")
    if not page.open_points:
        session.print("  " + session.t("No question is left open in writing."))
