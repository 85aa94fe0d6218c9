"""Renders sentences in the member's language, with the standard library alone.

Each language is one `.po` in this folder; `scripts/words.py compile` makes the
`.mo` beside it (a test keeps the two together), so that even `--help` speaks
Spanish without importing a third-party package. English is the id itself.
"""

from __future__ import annotations

import gettext
import locale
import os
from functools import cache
from pathlib import Path

from calabazas.words import Sentence

HERE = Path(__file__).parent
LANGUAGES = ("es", "en")


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

    def _plain(self, value: object) -> object:
        return self.say(value) if isinstance(value, Sentence) else value
