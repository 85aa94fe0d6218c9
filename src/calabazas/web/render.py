"""Turns templates into pages: everything a stranger wrote passes `who`, `theirs` or `say`, and nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from calabazas.language.visible import one_line, visible
from calabazas.people.identity import profile_url
from calabazas.web.static_files import address
from calabazas.words import Sentence, mark

if TYPE_CHECKING:
    from datetime import date

    from calabazas.evidence.dossier import Person
    from calabazas.language import Language

HIDDEN = "•••"
LONGEST = 4_000
"""Characters of one text of a stranger's on a page; a note of megabytes is cut, and says so by its `…`."""


@cache
def environment() -> Environment:
    """The templates, escaping by default; a name that is missing is an error, not an empty string."""
    env = Environment(
        loader=PackageLoader("calabazas.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    env.globals["static"] = address
    return env


class Voice:
    """Says things in the member's language; with `hide`, nothing of who the others are."""

    def __init__(self, language: Language, *, hide: bool) -> None:
        self.language = language
        self.hide = hide

    def t(self, id: str, /, **args: object) -> str:
        """Translate; arguments that are text are made harmless."""
        return self.language.text(
            id, **{k: one_line(v) if isinstance(v, str) else v for k, v in args.items()}
        )

    def tn(self, singular: str, plural: str, n: int, /, **args: object) -> str:
        """Translate with a plural."""
        shown = {k: one_line(v) if isinstance(v, str) else v for k, v in args.items()}
        return self.language.text_n(singular, plural, n, **shown)

    def say(self, sentence: Sentence) -> str:
        """Render a sentence; hidden, its texts go, since each may be a name, a firm or a quote."""
        return visible(self.language.say(_veiled(sentence) if self.hide else sentence), LONGEST)

    def who(self, person: Person) -> str:
        """How somebody is called on the page."""
        if self.hide:
            return self.t(mark("Person {n}"), n=person.id)
        return one_line(person.name) or self.t(mark("Without a name"))

    def theirs(self, text: str | None, longest: int = LONGEST) -> str:
        """A stranger's text: hidden, or harmless and clipped."""
        if not text:
            return ""
        return HIDDEN if self.hide else visible(text, longest)

    def day(self, value: date | None) -> str:
        """A day as people write it."""
        return self.language.date(value) if value else ""

    def number(self, value: int) -> str:
        """A whole number as people write it."""
        return self.language.number(value)

    def link(self, person: Person) -> str:
        """Where `o` leads: their profile; hidden, by way of our own address, which tells no slug."""
        if not person.slug:
            return ""
        return f"/people/{person.id}/linkedin" if self.hide else profile_url(person.slug)

    def seek(self, person: Person, *words: str) -> str:
        """Where somebody without a known address is looked for: LinkedIn's own search."""
        if person.slug or self.hide or not person.name:
            return ""
        asked = " ".join(visible(word, 60) for word in (person.name, *words) if word)
        return f"https://www.linkedin.com/search/results/people/?{urlencode({'keywords': asked})}"

    def helpers(self) -> dict[str, Any]:
        """What templates may call."""
        names = ("t", "tn", "say", "who", "theirs", "day", "number", "link", "seek")
        return {name: getattr(self, name) for name in names} | {
            "lang": self.language.code,
            "hidden": self.hide,
        }


def _veiled(sentence: Sentence) -> Sentence:
    args = {k: _veiled_value(v) for k, v in sentence.args.items()}
    return Sentence(sentence.id, args, sentence.plural, sentence.n)


def _veiled_value(value: Any) -> Any:
    if isinstance(value, Sentence):
        return _veiled(value)
    return HIDDEN if isinstance(value, str) and value else value
