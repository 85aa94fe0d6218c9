"""Renders sentences in the member's language, with the standard library alone.

Each language is one `.po` in this folder; `scripts/words.py compile` makes the
`.mo` beside it (a test keeps the two together), so that even `--help` speaks
Spanish without importing a third-party package. English is the id itself.
"""

from __future__ import annotations

import gettext
import locale
import os
from datetime import date
from functools import cache
from pathlib import Path

from calabazas.words import Sentence

HERE = Path(__file__).parent
LANGUAGES = ("es", "en")
MONTHS = {
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def system_language() -> str:
    """Give the system's language if the product speaks it, else Spanish."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            code = value[:2].lower()
            return code if code in LANGUAGES else "en" if value not in ("C", "POSIX", "C.UTF-8") else "es"
    code = (locale.getlocale()[0] or "es")[:2].lower()
    return code if code in LANGUAGES else "es"


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """Load the compiled catalogue of a language; the null one for English."""
    path = HERE / f"{code}.mo"
    if code == "en" or not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


class Language:
    """One language to render in: `code` is `es` or `en`."""

    def __init__(self, code: str) -> None:
        self.code = code if code in LANGUAGES else "en"
        self._catalogue = catalogue(self.code)

    def text(self, id: str, /, **args: object) -> str:
        """Translate a bare id and fill its placeholders."""
        translated = self._catalogue.gettext(id) if id else ""
        return translated.format(**{k: self._plain(v) for k, v in args.items()}) if args else translated

    def text_n(self, singular: str, plural: str, n: int, /, **args: object) -> str:
        """Translate a plural id and fill its placeholders; `{n}` is the number."""
        chosen = self._catalogue.ngettext(singular, plural, n)
        return chosen.format(n=n, **{k: self._plain(v) for k, v in args.items()})

    def say(self, sentence: Sentence) -> str:
        """Render a sentence with its arguments, nested sentences too."""
        if sentence.plural is not None:
            args = {k: v for k, v in sentence.args.items() if k != "n"}
            return self.text_n(sentence.id, sentence.plural, sentence.n, **args)
        return self.text(sentence.id, **sentence.args)

    def number(self, value: int) -> str:
        """Write a whole number; from 10,000 on with the language's separator, so that years stay years."""
        if abs(value) < 10_000:
            return str(value)
        return f"{value:,}".replace(",", "." if self.code == "es" else ",")

    def date(self, value: date) -> str:
        """Write a day: `24 oct 2026` or `24 Oct 2026`."""
        return f"{value.day} {MONTHS[self.code][value.month - 1]} {value.year}"

    def _plain(self, value: object) -> object:
        match value:
            case Sentence():
                return self.say(value)
            case bool() | str() | float():
                return value
            case int():
                return self.number(value)
            case date():
                return self.date(value)
        return value
