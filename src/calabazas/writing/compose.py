"""Drafts of what the member writes, from a closed list of facts: deterministic, nothing added.

A draft says only what its facts say. Its texts are in the reader's language and so live in data
(`notes/drafts_es.toml`, `notes/drafts_en.toml`), not in the product's own catalogues.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from calabazas.people.identity import fold_name
from calabazas.reading.notes import length_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.people.facts import Fact

ORDER = (
    "met", "event", "post", "message", "recommended", "recommends", "employer", "school", "mutual", "group", "endorsed", "address",
)  # fmt: skip
"""Kinds of fact by how surely they are remembered by the reader: the first draft leans on the first."""
REGISTERS = ("tu", "usted")
_NAMELESS = frozenset({"recommended", "recommends"})
"""Kinds that a draft tells of without naming anything of their text."""
_PLACES = frozenset({"met", "event", "school", "group"})
"""Kinds whose thing is where one was, and so is named with its article."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_LABEL = re.compile(r"^\s*[^:«\d]{3,30}:\s*(.+)$", re.DOTALL)
_QUOTED = re.compile(r"«([^»]{3,80})»|“([^”]{3,80})”")
_UNFIT = re.compile(r"https?:|www\.|@|[{}\[\]<>]|\d{6,}")
_LONGEST_PART = 90


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wanted of a draft: `language` es or en, `register` tu or usted, the reader's and writer's names."""

    recipient: str
    language: str = "es"
    register: str = "tu"
    sender: str = ""
    max_chars: int = 200
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with the facts it used; `family` is the way of writing, `source` `template` or `model`."""

    text: str
    used_fact_ids: tuple[str, ...]
    kind: str
    family: str
    source: str = "template"

    @property
    def length(self) -> int:
        """Count it as strictly as LinkedIn may."""
        return length_of(self.text)


class Composer:
    """Writes drafts in one language; built once from the bytes of its file."""

    def __init__(self, data: bytes) -> None:
        self._raw: dict[str, Any] = tomllib.loads(data.decode())
        self.language: str = self._raw["lang"]

    def notes(self, facts: Sequence[Fact], wishes: Wishes) -> tuple[Draft, ...]:
        """Give drafts of an invitation note, the surest anchor first; none when no fact can be an anchor.

        A draft that would pass `max_chars` is given without the writer's reason, or left out.
        """
        usable = [
            f for f in facts if f.kind in ORDER and f.confirmed and (f.kind in _NAMELESS or self._what(f))
        ]
        usable.sort(key=lambda f: (ORDER.index(f.kind), f.id))
        # All first ways of writing before any second: alternatives should differ in what they lean on.
        found: list[tuple[int, int, Draft]] = []
        for position, fact in enumerate(usable):
            for turn, form in enumerate(d for d in self._raw["draft"] if d["kind"] == fact.kind):
                if draft := self._written(form, fact, wishes):
                    found.append((turn, position, draft))
        found.sort(key=lambda item: item[:2])
        texts: dict[str, Draft] = {}
        for _turn, _position, draft in found:
            texts.setdefault(draft.text, draft)
        return tuple(texts.values())

    def apology(self, days: int, register: str = "tu") -> str:
        """Give the line that goes with a late yes."""
        return self._line("late", register, days=days)

    def ask_inviter(self, name: str, register: str = "tu") -> str:
        """Give the question to somebody unknown who invited: what brings you here?"""
        return self._line("ask", register, name=first_name(name))

    def greeting(self, name: str, facts: Iterable[Fact] = (), register: str = "tu") -> str:
        """Give the first words after a yes, opening with the surest fact that spoke for it."""
        openings: dict[str, str] = self._raw["openings"]
        known = [f for f in facts if f.kind in openings and f.confirmed and self._what(f)]
        if not known:
            return self._line("hello_plain", register, name=first_name(name))
        fact = min(known, key=lambda f: (ORDER.index(f.kind), f.id))
        opening = _tidy(openings[fact.kind].format(what=self._named(fact)))
        return self._line("hello", register, name=first_name(name), opening=opening)

    def reconnect(self, name: str, since: str, about: str = "", register: str = "tu") -> str:
        """Give words to somebody long silent: `since` as it is read ("2021"), `about` what was last spoken of."""
        what = _plain(about)
        kind = "reconnect" if what and not _UNFIT.search(what) else "reconnect_plain"
        return self._line(kind, register, name=first_name(name), since=_plain(since), what=what)

    def _line(self, line: str, register: str, **slots: object) -> str:
        text: str = self._raw["lines"][f"{line}_{register}"]
        return _tidy(text.format(**slots))

    def _written(self, form: dict[str, str], fact: Fact, wishes: Wishes) -> Draft | None:
        slots = {
            "name": first_name(wishes.recipient)
            if wishes.register == "tu"
            else formal_name(wishes.recipient),
            "what": self._named(fact),
            "place": self._raw["place"].format(_plain(fact.where)) if _plain(fact.where) else "",
            "when": self._when(fact.on),
            "years": self._years(fact),
        }
        if not slots["name"]:
            return None
        reason = " ".join(_CONTROL.sub(" ", wishes.reason).split())
        if reason and reason[-1] not in ".!?":
            reason += "."
        for said in dict.fromkeys((f" {reason}" if reason else "", "")):
            text = _tidy(form[wishes.register].format(**slots, reason=said))
            if length_of(text) <= wishes.max_chars:
                return Draft(text, (fact.id,), fact.kind, form["family"])
        return None

    def _what(self, fact: Fact) -> str:
        """Give the part of the fact that a sentence can name; "" when it holds none fit to write."""
        told = fact.what
        if not told and (quoted := _QUOTED.search(fact.text)):
            told = quoted[1] or quoted[2]
        if not told and (labelled := _LABEL.match(fact.text)):
            told = re.split(r"[,;(.]", labelled[1])[0]
        told = _plain(told)
        # Strangers' text goes into the member's mouth here, so anything odd is left alone.
        return "" if _UNFIT.search(told) or not 2 <= len(told) <= _LONGEST_PART else told

    def _named(self, fact: Fact) -> str:
        """Give that part with the article that its first word has where one speaks of it: "la Feria de Vigo"."""
        told = self._what(fact)
        first = fold_name(told).partition(" ")[0]
        article = self._raw.get("articles", {}).get(first, "") if fact.kind in _PLACES else ""
        return f"{article} {told}".strip()

    def _when(self, on: str) -> str:
        year, _, rest = on.partition("-")
        if not (year.isdigit() and len(year) == 4):
            return ""
        month = rest[:2]
        if month.isdigit() and 1 <= int(month) <= 12:
            return str(self._raw["month"]).format(month=self._raw["months"][int(month) - 1], year=year)
        return str(self._raw["year"]).format(year=year)

    def _years(self, fact: Fact) -> str:
        if fact.since is None or fact.until is None or fact.since > fact.until:
            return ""
        return str(self._raw["years"]).format(since=fact.since, until=fact.until)


def first_name(name: str) -> str:
    """Give the name to greet by: the first whole word of letters, as written."""
    for part in _plain(name).split():
        bare = part.strip(".,;:()«»\"'")
        if len(bare) > 1 and bare.replace("-", "").replace("'", "").isalpha() and not part.endswith("."):
            return bare.title() if bare.isupper() else bare
    return ""


def formal_name(name: str) -> str:
    """Give the whole name without what was added to it; no title, which would have to guess somebody's sex."""
    kept = re.split(r"[|,(\[–—•★]", _plain(name))[0].strip()
    return kept if fold_name(kept) and not _UNFIT.search(kept) else ""


def _plain(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split()).strip(" .,:;")


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([.,:;?!])", r"\1", " ".join(text.split()))
    # Spanish contracts these; a title's own capital ("de El Faro") stays.
    return re.sub(r"\b(d)e el (?=\w)|\b(a) el (?=\w)", lambda m: "del " if m[1] else "al ", text)
