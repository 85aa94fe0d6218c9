"""Reads which professional fields a text is about, from lists of words that a person can read and correct.

A field is an occupation, a world it works in, a carrier (journalism, recruiting:
something about any field) or the running of a house. Words that only may carry a
field count when something else in the same text speaks for it, and give way when
a strong word speaks for another: Kafka beside "traduzco" is a writer.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import rtoml

from calabazas.reading import field_terms
from calabazas.reading.field_terms import DIGITS, EXACT, STOP, Begun, Term
from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_EDGE: Final = re.compile(r"[^\w\s'’@&+#./*-]+|\.(?=\s|$)|(?<=\s)[-–/.]+(?=\s)")
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*(?![^\W_])|[^\W_]+@?s?|\+\+")
_JOINED: Final = re.compile(r"\b[A-Za-z]{1,2}(?: ?& ?| ?\+ ?)[A-Za-z]\b(?:\+[A-Za-z]\b)?")
# "e" is a small word: without this e-learning would be any learning, and e-health any health.
_ELECTRONIC: Final = re.compile(r"\b[eE](?:-(?=[A-Za-z]{3})| (?=commerce|learning|health|sports?\b))")
_GAP: Final = "|"
_PAST: Final = frozenset(
    ["ex", "antes", "anteriormente", "former", "formerly", "previously", "antiguo", "antigua", "once"]
)
_PAST_REACH: Final = 3  # "ex" covers this many words; the longer forms cover their clause
_DENIED: Final = frozenset(["no", "not", "nunca", "never", "sin", "without", "ni", "nor", "kein", "keine"])
_DENIED_REACH: Final = 3
STRONG: Final = 1.0
WEAK: Final = 0.4
_KNOWN_WORDS: Final = 100_000
_KNOWN_CLAUSES: Final = 50_000
_NOTHING: Final = 0.0
_CHILD: Final = 0.97
_PARENT: Final = 0.5
_SIBLING: Final = 0.3
_SUPPORT: Final = 0.3
_TELLING: Final = frozenset(("role", "domain"))
_SHADOW: Final = 0.2
"""A longer phrase silences what it contains, unless both fields are at least this near."""


@dataclass(frozen=True, slots=True)
class Field:
    """One professional field: its names, kind (role, domain, carrier, lead), wider fields and words."""

    id: str
    es: str
    en: str
    kind: str
    function: str
    wider: tuple[str, ...]
    near: Mapping[str, float]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    not_: tuple[str, ...]
    yields: tuple[tuple[str, frozenset[str]], ...] = ()
    """Rival fields, and the words of this field that mean the rival where a strong word speaks for it."""
    wide: bool = False
    """Done in many worlds (quality, maintenance): named alone it does not tell in which."""


class Hit(NamedTuple):
    """Words of a text that speak for a field: how strongly, and whether of the past."""

    field: str
    value: float
    words: str
    past: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of one text with values 0..1, and the words that carried each."""

    values: Mapping[str, float]
    hits: tuple[Hit, ...]

    def words(self, id: str) -> str:
        """The words that speak for a field; "" when none does."""
        return next((hit.words for hit in self.hits if hit.field == id), "")


EMPTY: Final = Reading({}, ())


class _Word(NamedTuple):
    """A word of a text: how it is compared, and the terms that begin with it (see `Begun`)."""

    key: str
    single: tuple[Term, ...]
    longer: Mapping[str, tuple[tuple[int, Term], ...]]
    open: tuple[tuple[str, tuple[int, Term]], ...]


def _words(piece: str) -> tuple[str, ...]:
    return tuple(word for word in _TOKEN.findall(fold(piece)) if word not in STOP)


_Cut = tuple[tuple[str, ...], ...]


class _Chunks(dict[str, _Cut]):
    """What stands between two blanks -> its words, in as many groups as clauses meet in it; filled as texts are read."""

    def __missing__(self, chunk: str) -> _Cut:
        if len(self) >= _KNOWN_WORDS:  # strangers choose the words: the memory of them is bounded
            self.clear()
        # Blanks around it, since some edges are edges only there.
        found = self[chunk] = tuple(_words(piece) for piece in _EDGE.split(f" {chunk} "))
        return found


_CHUNKS: Final = _Chunks()


@lru_cache(maxsize=1_024)
def clauses(text: str) -> tuple[tuple[str, ...], ...]:
    """Folded words of each clause without small ones; numbers and norms (b2b, 62443) as they stand; R&D and I+D as one word."""
    if "&" in text or "+" in text:
        text = _JOINED.sub(lambda match: re.sub(r"[\s&+]", "", match[0]), text)
    text = _ELECTRONIC.sub("e", text)
    found: list[tuple[str, ...]] = []
    clause: list[str] = []
    for chunk in text.split():
        cut = _CHUNKS[chunk]
        clause += cut[0]
        if len(cut) > 1:
            for words in cut[1:]:
                if clause:
                    found.append(tuple(clause))
                clause = list(words)
    if clause:
        found.append(tuple(clause))
    return tuple(found)


def tokens(text: str) -> list[str]:
    """The words of all clauses, "|" between them."""
    parts: list[str] = []
    for words in clauses(text):
        parts += [*words, _GAP]
    return parts[:-1]


def _split(text: object) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(text or "").replace("\n", " ").split(",") if part.strip())


def read_fields(files: Iterable[bytes]) -> dict[str, Field]:
    """Build the fields from the bytes of their TOML files.

    Raises:
        rtoml.TomlParsingError: a file is no TOML.
    """
    found: dict[str, Field] = {}
    for data in files:
        for id, row in rtoml.loads(data.decode("utf-8")).items():
            found[id] = Field(
                id, row["es"], row["en"], row["kind"], row.get("function", ""), tuple(row.get("in", ())),
                dict(row.get("near", {})), _split(row.get("strong")), _split(row.get("weak")), _split(row.get("not")),
                tuple((rival, frozenset(field_terms.key(word) for word in _split(words))) for rival, words in row.get("yields", {}).items()),
                bool(row.get("wide", False)),
            )  # fmt: skip
    return found


@dataclass(slots=True)
class Fields:
    """All fields with their words compiled; `read` a text, ask how `close` two fields are."""

    all: Mapping[str, Field]
    _waiting: dict[str, list[tuple[str, str, float]]] = field(init=False, repr=False)
    _compiled: dict[str, list[Term]] = field(init=False, repr=False)
    _counted: dict[str, list[Term]] = field(init=False, repr=False)
    _close: dict[tuple[str, str], float] = field(init=False, repr=False, default_factory=dict)
    _known: dict[str, _Word] = field(init=False, repr=False, default_factory=dict)
    _begun: dict[tuple[int, ...], Begun] = field(init=False, repr=False, default_factory=dict)
    _clause_hits: dict[tuple[str, ...], tuple[Hit, ...]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._waiting, self._compiled, self._counted = {}, {}, {}
        for item in self.all.values():
            self._add(item)

    def _add(self, item: Field) -> None:
        """Sort a field's phrases by their first word; most are compiled when a text first has that word."""
        for phrases, value in ((item.not_, _NOTHING), (item.strong, STRONG), (item.weak, WEAK)):
            for phrase in phrases:
                opening = next((word for word in phrase.split() if word not in STOP), "")
                if not opening:
                    continue
                first = field_terms.part(opening)
                if first[0] == "#":
                    self._counted.setdefault(first[1:], []).append(field_terms.term(phrase, item.id, value))
                else:
                    self._waiting.setdefault(first, []).append((phrase, item.id, value))

    def _beginning(self, first: str) -> Sequence[Term]:
        """The terms that begin with this very word or stem*: the same objects each time, also for several threads."""
        found = self._compiled.get(first)
        if found is None:
            waiting = self._waiting.get(first)
            if waiting is None:
                return ()
            found = self._compiled.setdefault(first, [field_terms.term(*row) for row in waiting])
        return found

    def extended(self, more: Mapping[str, Field]) -> Fields:
        """The same fields and some more, without compiling all of them again."""
        other = copy(self)
        other.adopt(more)
        return other

    def adopt(self, more: Mapping[str, Field]) -> None:
        """Take in some more fields; what is known of texts is forgotten, nothing is shared with a copy."""
        self.all = {**self.all, **more}
        self._waiting = {first: list(rows) for first, rows in self._waiting.items()}
        self._counted = {ending: list(terms) for ending, terms in self._counted.items()}
        self._compiled = {}
        self._close, self._known, self._begun, self._clause_hits = {}, {}, {}, {}
        for item in more.values():
            self._add(item)

    def close(self, wanted: str, has: str) -> float:
        """How near a field that somebody has is to a wanted one, 0..1: next door is not the same house."""
        if wanted == has:
            return 1.0
        key = (wanted, has)
        if key not in self._close:
            self._close[key] = self._nearness(wanted, has)
        return self._close[key]

    def _nearness(self, wanted: str, has: str) -> float:
        a, b = self.all.get(wanted), self.all.get(has)
        if a is None or b is None:
            return 0.0
        direct = max(a.near.get(has, 0.0), b.near.get(wanted, 0.0))
        if wanted in b.wider:
            return max(direct, _CHILD)
        if has in a.wider:
            return max(direct, _PARENT)
        if set(a.wider) & set(b.wider):
            return max(direct, _SIBLING)
        # A part of a neighbouring field is about as near as that field.
        lifted = [0.9 * self.close(wider, has) for wider in a.wider] + [
            0.9 * self.close(wanted, wider) for wider in b.wider
        ]
        return max([direct, *lifted])

    def hits(self, text: str) -> list[Hit]:
        """Every phrase found, longer ones silencing what they contain, denied left out and past ones marked."""
        found: list[Hit] = []
        before = ""
        for words in clauses(text):
            here = self._clause_hits.get(words)
            if here is None:
                if len(self._clause_hits) >= _KNOWN_CLAUSES:
                    self._clause_hits.clear()
                here = self._clause_hits[words] = self._find(words)
            # "Antes, enfermera": a mark right behind the word does not end what it says.
            found += [hit._replace(past=True) for hit in here] if before in _PAST else here
            before = words[-1]
        return found

    def _find(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The hits of one clause."""
        known, learn = self._known, self._learn
        held = [known.get(word) or learn(word) for word in words]
        length = len(words)
        found: list[tuple[int, int, Term]] = []
        for start, (_, singles, longer, loose) in enumerate(held):
            end = start + 1
            for term in singles:
                found.append((start, end, term))  # noqa: PERF401 - the hot loop; an extend costs a generator
            if end == length or not (longer or loose):
                continue
            second, key = words[end], held[end].key
            terms = longer.get(second, ())
            if key != second and key in longer:
                terms = (*terms, *longer[key])
            for part, turn in loose:
                if field_terms.fits(part, second, key):
                    terms = (*terms, turn)
            for _, term in sorted(terms) if len(terms) > 1 else terms:
                at = start + 2
                for part in term.pattern[2:]:
                    if at >= length or not field_terms.fits(part, words[at], held[at].key):
                        break
                    at += 1
                else:
                    found.append((start, at, term))
        if not found:
            return ()
        # Only a longer term or one that denies can silence another.
        loud = [row for row in found if row[1] - row[0] > 1 or not row[2].value]
        kept = [row for row in found if row[2].value and not self._silenced(row, loud)] if loud else found
        denied, past = _reach(words)
        return tuple(
            Hit(term.field, term.value, " ".join(words[start:end]), past[start])
            for start, end, term in kept
            if not denied[start]
        )

    def _learn(self, word: str) -> _Word:
        """Work out what a word may begin."""
        rows = list(self._beginning(word))
        key = field_terms.key(word)
        if key != word:
            rows += self._beginning(key)
        if 2 < len(word) < EXACT and word[-1] == "s" and all(len(row.pattern) > 1 for row in rows):
            rows += self._beginning(word[:-1])  # CFOs, DPOs, VCs
        for end in range(1, len(word) + 1):
            rows += self._beginning(f"{word[:end]}*")
        if word[0].isdigit():
            rows += self._counted.get(word.lstrip(DIGITS), ())
        if len(self._known) >= _KNOWN_WORDS:
            self._known.clear()
            self._begun.clear()
        # All forms of a word begin the same terms: they are sorted, and held, once.
        same = tuple(map(id, rows))
        begun = self._begun.get(same)
        if begun is None:
            begun = self._begun[same] = field_terms.begun(rows)
        found = self._known[word] = _Word(key, *begun)
        return found

    def _silenced(self, own: tuple[int, int, Term], found: Sequence[tuple[int, int, Term]]) -> bool:
        start, end, term = own
        for first, last, other in found:
            if other.value == _NOTHING:
                if other.field == term.field and first < end and start < last:
                    return True
            elif (
                last - first > end - start
                and first <= start
                and end <= last
                and self.close(term.field, other.field) < _SHADOW
            ):
                return True
        return False

    def read(self, text: str, context: Sequence[str] = ()) -> Reading:
        """The fields of a text; `context` are fields already known to be meant (they support weak words)."""
        return self.weigh(self.hits(text), context)

    def _yielding(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Without what means something else here: "comunicaciones" beside radio links, "production" beside films."""
        if len(hits) < 2:
            return hits
        strong = {hit.field: hit for hit in hits if hit.value == STRONG}
        return [hit for hit in hits if not (self.all[hit.field].yields and self._yields(hit, strong))]

    def _yields(self, hit: Hit, strong: Mapping[str, Hit]) -> bool:
        own: set[str] | None = None
        for rival, words in self.all[hit.field].yields:
            other = strong.get(rival)
            if other is not None:
                own = own or {field_terms.key(word) for word in hit.words.split()}
                if own & words and other.words != hit.words:
                    return True
        return False

    def weigh(self, hits: Sequence[Hit], context: Sequence[str] = ()) -> Reading:
        """Values 0..1 from hits: strong words count whole, weak ones by what stands beside them."""
        if not hits:
            return EMPTY
        hits = self._yielding(hits)
        firm = [hit for hit in hits if hit.value == STRONG]
        loose = [hit for hit in hits if hit.value != STRONG] if len(firm) < len(hits) else []
        # What somebody was counts fully only when nothing says what they are.
        faded = 0.4 if any(not hit.past for hit in firm) else 0.9
        values: dict[str, float] = {}
        for hit in firm:
            if not hit.past:
                values[hit.field] = 1.0
            else:
                values.setdefault(hit.field, faded)
        if loose:
            self._weigh_loose(loose, values, context)
        return Reading(values, (*firm, *loose))

    def _weigh_loose(self, hits: Sequence[Hit], values: dict[str, float], context: Sequence[str]) -> None:
        """Add weak words to the values of strong ones."""
        strong = tuple(values)
        weak: dict[str, set[str]] = {}
        for hit in hits:
            if hit.value == WEAK:
                weak.setdefault(hit.field, set()).add(hit.words)
        rivals = any(self.all[other].kind in _TELLING for other in strong)
        for id, words in weak.items():
            support = max([self.close(id, other) for other in (*strong, *context)], default=0.0)
            if support >= _SUPPORT:
                value = 0.75 if len(words) > 1 else 0.6
            elif rivals:
                value = 0.12 * len(words)
            else:
                value = min(0.4 + 0.25 * (len(words) - 1), 0.85)
            values[id] = max(values.get(id, 0.0), min(value, 0.85))


@lru_cache(maxsize=8)
def _none(length: int) -> tuple[bool, ...]:
    return (False,) * length


def _reach(words: Sequence[str]) -> tuple[Sequence[bool], Sequence[bool]]:
    """Which tokens stand under a "not" and which under an "ex-"."""
    if not any(word in _PAST or word in _DENIED for word in words):
        none = _none(len(words))
        return none, none
    denied, past = [False] * len(words), [False] * len(words)
    for at, word in enumerate(words):
        if word in _DENIED or word in _PAST:
            marks, reach = (
                (denied, _DENIED_REACH) if word in _DENIED else (past, _PAST_REACH if word == "ex" else 12)
            )
            for n in range(at + 1, min(at + 1 + reach, len(words))):
                marks[n] = True
    return denied, past
