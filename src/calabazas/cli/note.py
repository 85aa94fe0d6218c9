"""`calabazas note PERSON`: drafts of what to write; `calabazas note check TEXT`: what a note is, and what it lacks."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from calabazas.cli.app import t
from calabazas.cli.common import USAGE, Session
from calabazas.words import mark

if TYPE_CHECKING:
    from calabazas.desk.compose import Desk
    from calabazas.people.facts import Fact
    from calabazas.reading.notes import NoteCheck
    from calabazas.store.engine import Store
    from calabazas.writing.compose import Draft
    from calabazas.writing.model import ModelDrafter

KINDS = ("note", "apology", "ask", "greeting", "reconnect")
_PERSON = Annotated[str, typer.Argument(help=t(mark("A profile's address, or a name")))]
_JSON = Annotated[bool, typer.Option("--json", help=t(mark("For machines")))]


class PersonOrCommand(TyperGroup):
    """A group whose bare form takes a person: `note "Ana Ruiz"` beside `note check ...`."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 - as the parent has it
        """Send whatever is no command of the group to the drafts."""
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["write", *args]
        return super().parse_args(ctx, args)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        cls=PersonOrCommand,
        help=t(mark("Write to somebody: PERSON for drafts, check for your own note")),
        no_args_is_help=True,
        subcommand_metavar="PERSON | check | settings | model",
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
    )
    group.command("write", help=t(mark("Drafts of a note to somebody, or of other first words")))(write)
    group.command("check", help=t(mark("What a note is, what it lacks, and what nothing supports")))(check)
    group.command("settings", help=t(mark("How many personal notes a month, and how long they may be")))(
        settings
    )
    group.command("model", help=t(mark("Let a language model of your choice write the first draft")))(model)
    app.add_typer(group, name="note")


def write(
    context: typer.Context,
    person: _PERSON,
    kind: Annotated[
        str,
        typer.Option(
            "--kind", help=t(mark("note, apology (a late yes), ask, greeting (after a yes), reconnect"))
        ),
    ] = "note",
    formal: Annotated[bool, typer.Option("--formal", help=t(mark("Formal: usted in Spanish")))] = False,
    into: Annotated[str | None, typer.Option("--in", help=t(mark("Language of the note: es or en")))] = None,
    about: Annotated[
        str,
        typer.Option("--about", help=t(mark("What you talked about, or which work of theirs you have read"))),
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", help=t(mark("Why you write, in one sentence of yours")))
    ] = "",
    limit: Annotated[
        int | None,
        typer.Option("--max", help=t(mark("Characters allowed: 200, or 300 with a paid account"))),
    ] = None,
    pick: Annotated[
        int | None, typer.Option("--pick", help=t(mark("Print this draft alone, to copy it")))
    ] = None,
    sent: Annotated[bool, typer.Option("--sent", help=t(mark("With --pick: keep that you sent it")))] = False,
    json: _JSON = False,
) -> None:
    """Show drafts; nothing is kept unless one was picked and sent."""
    session = Session(context)
    if kind not in KINDS:
        session.fail(mark("The kinds are {kinds}."), USAGE, kinds=", ".join(KINDS))
    if into not in (None, "es", "en"):
        session.fail(mark("The languages are {languages}"), USAGE, languages="es, en")
    with session.store() as store:
        from calabazas.cli.person import the_person
        from calabazas.desk.compose import at_hand, first_words

        who = the_person(session, store, person)
        desk = at_hand(store, who.id, session.today, about=about)
        if desk is None:
            session.fail(mark("Nothing is known of {name}."), name=who.name)
        language, register_ = into or session.language.code, "usted" if formal else "tu"
        if kind != "note":
            words = first_words(desk, kind, language=language, register=register_)
            if not words:
                session.fail(
                    mark("There is nothing to be sorry for: {name} has not invited you.")
                    if kind == "apology"
                    else mark("You have never written with {name} here."),
                    name=who.name,
                )
            _copyable(session, who.url, who.name, kind, words, json=json)
            return
        drafts, refused = _drafts(session, store, desk, language, register_, reason, limit)
        most = limit or desk.allowance.max_chars
        if pick is not None:
            if not 1 <= pick <= len(drafts):
                session.fail(mark("There is no number {n}."), n=pick)
            _picked(session, store, who.id, drafts[pick - 1], sent=sent, json=json)
        elif json:
            session.json(_document(session, desk, drafts, refused, most))
        else:
            _show(session, desk, drafts, most, refused)


def check(
    context: typer.Context,
    text: Annotated[
        str | None, typer.Argument(help=t(mark("The note; without it, standard input is read")))
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", help=t(mark("Read it from a file; - is standard input")))
    ] = None,
    facts: Annotated[
        str | None,
        typer.Option(
            "--facts",
            help=t(
                mark(
                    "What is true: a file with a fact on each line, or a JSON list of objects with id and text"
                )
            ),
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", help=t(mark("Whom it is for: what your data hold of them is known"))),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--max", help=t(mark("Characters allowed: 200, or 300 with a paid account"))),
    ] = None,
    json: _JSON = False,
) -> None:
    """Say what a note is; nothing is kept."""
    session = Session(context)
    note = text if text is not None and text != "-" else _read(session, file or "-")
    known = _facts(session, facts)
    earlier: tuple[str, ...] = ()
    most = limit or 200
    if to:
        with session.store() as store:
            from calabazas.cli.person import the_person
            from calabazas.desk.compose import at_hand

            desk = at_hand(store, the_person(session, store, to).id, session.today)
            if desk is not None:
                known = (*known, *desk.facts)
                earlier, most = desk.earlier, limit or desk.allowance.max_chars
    from calabazas.desk.check_note import check as judge
    from calabazas.desk.check_note import check_document

    checked = judge(note, known, earlier=earlier, max_chars=most)
    if json:
        session.json(check_document(checked, session.language))
    else:
        show_check(session, checked, most)


def settings(
    context: typer.Context,
    per_month: Annotated[
        int | None,
        typer.Option("--per-month", help=t(mark("Personal notes that your account has a month"))),
    ] = None,
    max_chars: Annotated[
        int | None,
        typer.Option("--max", help=t(mark("Characters allowed: 200, or 300 with a paid account"))),
    ] = None,
    json: _JSON = False,
) -> None:
    """Set or show what your account allows."""
    session = Session(context)
    with session.store() as store:
        from calabazas.engine.allowance import allowance, put
        from calabazas.store.outgoing import outgoing

        for key, value in (("notes_per_month", per_month), ("max_chars", max_chars)):
            if value is None:
                continue
            try:
                put(store, key, value, datetime.now())
            except ValueError as error:
                session.fail(mark("It must be a number of {bounds}."), USAGE, bounds=str(error))
        now = allowance(store, outgoing(store, session.today), session.today)
    if json:
        session.json(
            {"notes_per_month": now.per_month, "notes_left": now.notes_left, "max_chars": now.max_chars}
        )
        return
    session.print(
        session.tn("{n} personal note a month", "{n} personal notes a month", now.per_month)
        + " · "
        + session.t("{n} left", n=now.notes_left)
        + " · "
        + session.t("{n} characters", n=now.max_chars)
    )


def model(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help=t(mark("The model's name; without it, what is set is shown")))
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            help=t(mark("Address of an OpenAI-compatible server; yours, on this machine, unless you say")),
        ),
    ] = None,
    consent: Annotated[
        bool, typer.Option("--consent", help=t(mark("Facts about people may be sent to that other machine")))
    ] = False,
    off: Annotated[bool, typer.Option("--off", help=t(mark("Use no model any more")))] = False,
    json: _JSON = False,
) -> None:
    """Set which model drafts; nothing leaves this machine without consent."""
    session = Session(context)
    with session.store() as store:
        from calabazas.desk.compose import MODEL_FIELDS, set_model
        from calabazas.store import settings
        from calabazas.writing.model import LOOPBACK

        if off or name:
            address = url or LOOPBACK
            try:
                usable = set_model(
                    store, "" if off else name or "", address, consent=consent, now=datetime.now()
                )
            except ValueError as error:
                session.fail(mark("That address will not do: {reason}"), USAGE, reason=str(error))
            if not usable and not off:
                settings.put(store, "model.name", "", datetime.now())
                session.fail(
                    mark(
                        "{url} is another machine. With --consent, these would be sent there for each draft: {fields}. Nothing was kept."
                    ),
                    url=address,
                    fields=", ".join(sorted(MODEL_FIELDS)),
                )
        now = settings.get(store, "model.name")
        where = settings.get(store, "model.url", LOOPBACK)
        host = settings.get(store, "model.consent")
    if json:
        session.json({"model": now, "url": where if now else "", "consent": host})
    elif now:
        session.print(
            session.t("{model} at {url} writes the first draft; every one is verified.", model=now, url=where)
        )
        if host:
            session.print(
                session.t("You agreed that facts about people are sent to {host}.", host=host), "yellow"
            )
    else:
        session.print(session.t("No model is set: the drafts come from your facts alone."))


def show_check(session: Session, checked: NoteCheck, most: int) -> None:
    """Print what a note is, and the one thing that would help."""
    from calabazas.desk.check_note import held
    from calabazas.reading.note_advice import LABELS

    style = {"good": "bold green", "generic": "bold yellow"}.get(checked.label, "bold red")
    session.print(
        f"{session.t(LABELS[checked.label])} · "
        + session.t("{n} of {most} characters", n=checked.length, most=most),
        style,
    )
    session.print(session.say(checked.sentence))
    for words in checked.unsupported[1:]:
        session.print("  " + session.t("Nor is this supported: “{words}”", words=words), "yellow")
    words = ", ".join(held(checked))
    if words:
        session.print(session.t("It holds on to: {words}", words=words), "dim")


def _drafts(
    session: Session, store: Store, desk: Desk, language: str, register_: str, reason: str, limit: int | None
) -> tuple[tuple[Draft, ...], tuple[tuple[str, ...], ...]]:
    from calabazas.desk.compose import model_of, note_drafts
    from calabazas.writing.model import ConsentNeededError

    drafter: ModelDrafter | None = model_of(store, os.environ.get("CALABAZAS_MODEL_KEY", ""))
    try:
        written = note_drafts(
            desk, language=language, register=register_, reason=reason, max_chars=limit, model=drafter
        )
    except ConsentNeededError as error:
        session.fail(
            mark("{host} is another machine, and you have not agreed that this is sent there: {fields}"),
            host=error.host,
            fields=", ".join(error.fields),
        )
    return written.drafts, written.refused


def _show(
    session: Session, desk: Desk, drafts: tuple[Draft, ...], most: int, refused: tuple[tuple[str, ...], ...]
) -> None:
    from calabazas.verdict.explain import LOOKS

    d = desk.dossier
    session.print(f"{d.person.name}  {d.person.url}".rstrip(), "bold")
    session.print(
        session.tn(
            "{n} personal note left this month.",
            "{n} personal notes left this month.",
            desk.allowance.notes_left,
        ),
        "dim",
    )
    for anchor in desk.anchors[:4]:
        session.print("  • " + session.say(anchor.sentence), "cyan")
    if refused:
        session.print(
            session.t("The model's drafts did not hold; these come from your facts alone."), "yellow"
        )
    for number, draft in enumerate(drafts, 1):
        session.print()
        session.print(f"{number}. ({draft.length}/{most})", "bold")
        session.print("   " + draft.text)
    session.print()
    if drafts:
        name = d.person.name
        session.print(session.t('Copy one: calabazas note "{name}" --pick 1', name=name), "dim")
        session.print(session.t('Your own words: calabazas note check --to "{name}" "…"', name=name), "dim")
        return
    session.print(session.t("Nothing here would make a note that only this person could get."))
    if any(a.fact.kind in ("message", "post") for a in desk.anchors):
        session.print(session.t('Say what it was about: --about "the thing you talked about or read"'))
    elif desk.look:
        session.print(session.t("One look may give it: {look}", look=session.t(LOOKS[desk.look]).lower()))


def _document(
    session: Session, desk: Desk, drafts: tuple[Draft, ...], refused: tuple[tuple[str, ...], ...], most: int
) -> dict[str, object]:
    return {
        "profile_url": desk.dossier.person.url,
        "name": desk.dossier.person.name,
        "notes_left": desk.allowance.notes_left,
        "max_chars": most,
        "anchors": [
            {"id": a.fact.id, "kind": a.fact.kind, "holds": a.holds, "sentence": session.say(a.sentence)}
            for a in desk.anchors
        ],
        "look": desk.look,
        "drafts": [
            {
                "text": x.text,
                "length": x.length,
                "kind": x.kind,
                "family": x.family,
                "source": x.source,
                "facts": list(x.used_fact_ids),
            }
            for x in drafts
        ],
        "refused": [list(codes) for codes in refused],
    }


def _picked(session: Session, store: Store, person: int, draft: Draft, *, sent: bool, json: bool) -> None:
    if sent:
        from calabazas.desk.sent import mark_sent

        mark_sent(store, person, draft.text, session.now)
    if json:
        session.json({"text": draft.text, "length": draft.length, "sent": sent})
    else:
        session.out(draft.text + "\n")


def _copyable(session: Session, url: str, name: str, kind: str, words: str, *, json: bool) -> None:
    if json:
        session.json({"profile_url": url, "name": name, "kind": kind, "text": words})
    else:
        session.out(words + "\n")


def _facts(session: Session, file: str | None) -> tuple[Fact, ...]:
    if not file:
        return ()
    from calabazas.desk.check_note import read_facts

    try:
        return read_facts(_read(session, file))
    except ValueError:
        session.fail(
            mark("{file} is no list of facts: one on each line, or a JSON list of objects with id and text."),
            USAGE,
            file=file,
        )


def _read(session: Session, file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).expanduser().read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        session.fail(mark("{file} cannot be read: {reason}"), file=file, reason=session.reason(error))
