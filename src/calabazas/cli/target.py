"""`calabazas target`: whom you look for and what you want to be known for, in your own words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("target", help=t(mark("Say or show whom you look for, in your own words")))
    def target(
        context: typer.Context,
        words: Annotated[
            list[str] | None,
            typer.Argument(help=t(mark("Your words; without them, what is set is shown"))),
        ] = None,
        file: Annotated[
            str | None, typer.Option("--file", help=t(mark("Read it from a file; - is standard input")))
        ] = None,
        toml: Annotated[
            bool,
            typer.Option(
                "--toml", help=t(mark("Print it part by part, to correct and hand back with --file x.toml"))
            ),
        ] = False,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.desk.target import as_toml, correct_target, describe, set_target

            if file and file.endswith(".toml"):
                try:
                    correct_target(store, _text(session, file, None))
                except ValueError as error:
                    session.fail(mark("{file} cannot be read: {reason}"), file=file, reason=str(error))
            elif file or words:
                # A path in place of words is a file that was meant: nobody looks for people by that name.
                if not file and words and len(words) == 1 and Path(words[0]).expanduser().is_file():
                    file = words[0]
                set_target(store, _text(session, file, words))
            if toml:
                session.out(as_toml(store))
                return
            shown = describe(store, session.today, session.language.code)
            if json:
                session.json(
                    {
                        "target": shown.text,
                        "understood": [session.say(s) for s in shown.understood],
                        "draft": shown.draft,
                    }
                )
                return
            if not shown.text and not shown.understood:
                session.print(session.t("You have not said yet whom you look for."))
                if shown.draft:
                    session.print(session.t("From your positions and skills it could be:"))
                    session.print("  " + shown.draft)
                session.print(session.t("Say it in your own words: calabazas target --file target.txt"))
                return
            if shown.text:
                session.print(shown.text)
                session.print()
            session.print(session.t("Understood as:"), "bold")
            for sentence in shown.understood:
                session.print("  " + session.say(sentence))


def _text(session: Session, file: str | None, words: list[str] | None) -> str:
    if file is None:
        return " ".join(words or [])
    import sys

    try:
        text = sys.stdin.read() if file == "-" else Path(file).expanduser().read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        session.fail(mark("{file} cannot be read: {reason}"), file=file, reason=session.reason(error))
    if not text.strip():
        session.fail(mark("{file} is empty."), file=file)
    return text
