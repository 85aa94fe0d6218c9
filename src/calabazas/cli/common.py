"""What every command shares: the member's file, the language, a console that strangers' text cannot drive."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from calabazas.language import Language, system_language
from calabazas.language.visible import one_line, visible
from calabazas.words import Sentence, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from calabazas.store.engine import Store

CANNOT, USAGE = 1, 2
"""Exit codes besides 0: it could not be done, and the reason is said; the command line is off."""
_REASONS: dict[type[Exception], str] = {
    FileNotFoundError: mark("there is nothing there"),
    IsADirectoryError: mark("it is a folder"),
    NotADirectoryError: mark("there is nothing there"),
    PermissionError: mark("you have no permission for it"),
    UnicodeDecodeError: mark("it is not plain text"),
}
"""What the system says of a file, as a person would."""


class Session:
    """One run of one command, made from the global options."""

    def __init__(self, context: typer.Context) -> None:
        options = context.obj or {}
        self._home: str | None = options.get("home")
        self._member: str | None = options.get("member")
        self._lang: str | None = options.get("lang") or os.environ.get("CALABAZAS_LANG")
        self._today: str | None = options.get("today")

    @cached_property
    def home(self) -> Path:
        """The folder of the member's data."""
        if self._home:
            return Path(self._home).expanduser()
        from platformdirs import user_data_path

        return user_data_path("calabazas")

    @cached_property
    def today(self) -> date:
        """The day to ask as of."""
        if not self._today:
            return date.today()
        try:
            return date.fromisoformat(self._today)
        except ValueError:
            self.fail(mark("“{text}” is not a day: write YYYY-MM-DD"), USAGE, text=self._today)

    @property
    def now(self) -> datetime:
        """The moment that acts are noted at: the day asked as of, at this time of the clock."""
        return datetime.combine(self.today, datetime.now().time())

    @cached_property
    def path(self) -> Path:
        """The member's file; asks for --member when there are several."""
        from calabazas.store.engine import member_path, members

        names = members(self.home) if self.home.is_dir() else ()
        if self._member:
            if not self._member.replace("-", "").replace("_", "").isalnum():
                self.fail(mark("A member's name has letters, digits, - and _ only"), USAGE)
            return member_path(self.home, self._member)
        if len(names) > 1 and "member" not in names:
            self.fail(
                mark("There are several members ({names}): say which with --member"),
                USAGE,
                names=", ".join(names),
            )
        return member_path(self.home, "member" if "member" in names or not names else names[0])

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the member's file for this command."""
        from calabazas.store.engine import StoreError, open_member

        try:
            store = open_member(self.path)
        except (StoreError, OSError) as error:
            self.fail(mark("The member's file cannot be opened: {reason}"), reason=self.reason(error))
        with store:
            if not self._lang:
                from calabazas.store import settings

                self._lang = settings.get(store, "language")
            yield store

    @cached_property
    def language(self) -> Language:
        """The language to speak: the option, the member's setting, the system's."""
        return Language(self._lang or system_language())

    @cached_property
    def console(self) -> Console:
        """A console without markup: strangers' text is only ever text."""
        from rich.console import Console

        return Console(markup=False, highlight=False, emoji=False, width=None if sys.stdout.isatty() else 80)

    def reason(self, error: Exception) -> str:
        """Say in words why a file could not be used; what has no words of ours is told as the system tells it."""
        for kind, why in _REASONS.items():
            if isinstance(error, kind):
                return self.t(why)
        return (error.strerror if isinstance(error, OSError) else None) or str(error)

    def t(self, id: str, /, **args: object) -> str:
        """Translate."""
        return self.language.text(
            id, **{k: one_line(v) if isinstance(v, str) else v for k, v in args.items()}
        )

    def tn(self, singular: str, plural: str, n: int, /, **args: object) -> str:
        """Translate with a plural."""
        return self.language.text_n(singular, plural, n, **args)

    def say(self, sentence: Sentence) -> str:
        """Render a sentence, harmless on one line."""
        return one_line(self.language.say(sentence))

    def print(self, text: str = "", style: str = "") -> None:
        """Write text as it is, wrapped to the screen."""
        from rich.padding import Padding
        from rich.text import Text

        indent = len(text) - len(text.lstrip(" "))
        shown = Text(visible(text.strip(" ")), style=style)
        # What does not fit on a line goes on under its beginning, two columns further in for a reason's sign.
        hang = indent + 2 if indent and text.lstrip()[:2] in ("+ ", "− ", "? ", "→ ") else indent
        if hang == indent:
            self.console.print(Padding(shown, (0, 0, 0, indent), expand=False) if indent else shown)
            return
        lines = shown.wrap(self.console, max(20, self.console.width - hang))
        for number, line in enumerate(lines):
            line.rstrip()
            self.console.print(Padding(line, (0, 0, 0, indent if number == 0 else hang), expand=False))

    def out(self, text: str) -> None:
        """Write text for a file or a pipe, unwrapped."""
        sys.stdout.write(text)

    def can_undo(self) -> None:
        """Tell how what was just done is taken back."""
        self.print(self.t("To take it back: calabazas undo"), "dim")

    def json(self, document: object) -> None:
        """Write a document for machines."""
        import json

        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n")

    def fail(self, id: str, code: int = CANNOT, /, **args: object) -> NoReturn:
        """Say on the error stream what is wrong, and end."""
        typer.echo(visible(self.t(id, **args)), err=True)
        raise typer.Exit(code)
