"""Puts the commands together; each stands in its own file and imports what it needs when it runs."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.language import LANGUAGES, Language, system_language
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "serve", "demo", "import_", "target", "triage", "study", "why", "decide", "done", "suggest", "note", "sent", "mark", "undo", "forget", "backup",
    "policy", "status",
    "purge", "mirror", "funnel", "due",
)  # fmt: skip
"""Files of this folder, in the order of the help."""


def _early_language(argv: Sequence[str]) -> str:
    """Read the language before the options are parsed: help texts are made at import."""
    for i, word in enumerate(argv):
        if word == "--lang" and i + 1 < len(argv):
            return argv[i + 1]
        if word.startswith("--lang="):
            return word[7:]
    return os.environ.get("CALABAZAS_LANG") or system_language()


LANGUAGE = Language(_early_language(sys.argv))
t = LANGUAGE.text


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"calabazas {version('calabazas')}")
        raise typer.Exit


app = typer.Typer(
    name="calabazas",
    help=t(
        mark(
            "Decide which LinkedIn invitations deserve a yes. On your own machine, from what LinkedIn hands you."
        )
    ),
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _global(
    context: typer.Context,
    home: Annotated[
        str | None, typer.Option(help=t(mark("Folder of your data")), envvar="CALABAZAS_HOME")
    ] = None,
    member: Annotated[str | None, typer.Option(help=t(mark("Which member, when there are several")))] = None,
    lang: Annotated[str | None, typer.Option(help=t(mark("Language: es or en")))] = None,
    today: Annotated[str | None, typer.Option(help=t(mark("Ask as of another day (YYYY-MM-DD)")))] = None,
    version: Annotated[  # noqa: ARG001 - the callback answers
        bool, typer.Option("--version", help=t(mark("Show the version")), callback=_version, is_eager=True)
    ] = False,
) -> None:
    if lang is not None and lang not in LANGUAGES:
        raise typer.BadParameter(t(mark("The languages are {languages}"), languages=", ".join(LANGUAGES)))
    context.obj = {"home": home, "member": member, "lang": lang, "today": today}


GLOBAL = ("--home", "--member", "--lang", "--today")


def hoist(argv: Sequence[str]) -> list[str]:
    """Bring global options to the front, so that they may stand before or after the command."""
    front, rest = [], []
    words = iter(argv)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in GLOBAL:
            front += [word, *[value for value in [next(words, None)] if value is not None]]
        elif word.startswith(tuple(f"{name}=" for name in GLOBAL)):
            front.append(word)
        else:
            rest.append(word)
    return [*front, *rest]


def run() -> None:
    """Register the commands and hand over to Typer."""
    for name in COMMANDS:
        import_module(f"calabazas.cli.{name}").register(app)
    app(args=hoist(sys.argv[1:]))
