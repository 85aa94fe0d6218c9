"""The verifier: whatever wrote a draft, nothing passes that the closed list of facts does not hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.facts import Fact
from calabazas.reading.claims import NEEDS
from calabazas.reading.note_facts import FactReader, KnownFacts
from calabazas.reading.note_marks import Marks
from calabazas.reading.note_text import clauses, clean, fold, sentences, trimmed, words
from calabazas.reading.notes import NoteReader, length_of, likeness, note_signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from calabazas.reading.note_text import Span
    from calabazas.writing.compose import Draft, Wishes

ALIKE = 0.8
"""Trigram likeness to an earlier note from which a draft is that note again."""

CODES = (
    "empty",
    "too_long",
    "language",
    "register",
    "placeholder",
    "link",
    "contact",
    "price",
    "meeting",
    "pitch",
    "unsupported",
    "name",
    "number",
    "quote",
    "unknown_fact",
    "alike",
    "not_good",
)
_ES = frozenset(
    "de la que el en y los se del las un por con una su para es tu te me lo como si sobre no pero qué más al le nos os "
    "a o ya muy sin mi fue era son hay esto eso este esta ese esa cómo quién cuál cuándo dónde tus sus mis nosotros usted "
    "tú yo él ella porque cuando donde desde hasta entre también sí ni".split()
)
_EN = frozenset(
    "the of and to in is you that it for on with as at this your was from have be my we how what do did i are not but or "
    "if so an who which when where why would could can will has had were been about there their they he she our me us its".split()
)
_TU = re.compile(
    r"\b(?:tu|tus|te|ti|contigo|tuyo|tuya|eres|tienes|sigues|puedes|quieres|haces|andas|vos)\b|\w{2,}(?:aste|iste)\b"
)
_USTED = re.compile(r"\b(?:usted|ustedes|le escribo|estimad[oa]|lo suyo)\b")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+?\d(?:[ .()-]*\d){8,}")
_PRICE = re.compile(r"[€$£]\s?\d|\d\s?(?:€|\$|£|eur\b|euros?\b|usd\b|dolares|dollars)|\b\d+ ?%")
_MEETING = re.compile(
    r"\b(?:llamada|videollamada|reunion|reunirnos|quedar(?:nos)?|quedamos|zoom|teams|(?:let's|can we|could we|shall we|to) meet\b|calendly|(?:un|a) (?:cafe|coffee)|call\b|hop on|\d+ ?min(?:utos|utes|s)?\b|agenda una|schedule|(?:el|on) (?:lunes|martes|miercoles|jueves|viernes|monday|tuesday|wednesday|thursday|friday) a las)\b"
)
_QUOTE = re.compile(r"[«“\"]([^»”\"]{3,120})[»”\"]|(?<!\w)['‘]([^'’]{6,120})['’](?!\w)")
_WE = re.compile(r"\b\w{2,}[ai]mos\b|\bwe \w+")
# "Te mando la tabla" is the writer's to offer; the accent of "te mandó" makes it a claim.
_I_DO = re.compile(r"\b(?:te|le|os|les) (?:lo |la |los |las )?\w+o\b|\bI(?:'ll| can| could)\b", re.IGNORECASE)
_YOURS = re.compile(
    r"\b(?:te|le|les|os|tu|tus|su|sus|vuestr[oa]s?|usted|lo tuyo|lo suyo|me debes|your|yours|you)\b"
)
_SPELLED = frozenset(
    "tres cuatro cinco seis siete ocho nueve diez veinte cien mil three four five six seven eight nine ten twenty hundred thousand".split()
)


class Objection(NamedTuple):
    """Why a draft may not be used: a code of `CODES` and the words it is about."""

    code: str
    words: str = ""


class Verifier:
    """Checks drafts; built once on the note reader."""

    def __init__(self, reader: NoteReader) -> None:
        self._reader = reader
        self._words = reader.words
        self._facts = FactReader(reader.words)
        self._marks = Marks(reader.words)

    def verify(
        self, draft: Draft, facts: Sequence[Fact], wishes: Wishes, *, earlier_notes: Iterable[str] = ()
    ) -> tuple[Objection, ...]:
        """Give every objection to a draft; none means that it may be shown."""
        text = clean(draft.text)
        if not text:
            return (Objection("empty"),)
        return tuple(dict.fromkeys(self._object(text, draft, facts, wishes, tuple(earlier_notes))))

    def _object(
        self, text: str, draft: Draft, facts: Sequence[Fact], wishes: Wishes, earlier: tuple[str, ...]
    ) -> Iterator[Objection]:
        folded = fold(text)
        if max(length_of(draft.text), length_of(text)) > wishes.max_chars:
            yield Objection("too_long", str(length_of(draft.text)))
        yield from self._form(text, folded, wishes)
        yield from self._asking(text, folded)
        known = KnownFacts(self._facts.read([*_naming(wishes), *facts]))
        ids = {f.id for f in facts}
        yield from (Objection("unknown_fact", used) for used in draft.used_fact_ids if used not in ids)
        if not set(draft.used_fact_ids) & ids:
            yield Objection("unknown_fact")
        check = self._reader.check_note(text, [*_naming(wishes), *facts], max_chars=wishes.max_chars)
        yield from (Objection("unsupported", claim) for claim in check.unsupported)
        yield from (
            Objection("pitch", aim.words[0]) for aim in check.aims if aim.strong or aim.aim != "pitch"
        )
        if check.label != "good":
            yield Objection("not_good", check.label)
        borne = [c.span for c in check.claims if c.supported and c.kind in NEEDS]
        yield from self._strict(text, known, borne)
        names = (wishes.recipient, wishes.sender)
        own = note_signature(text, names)
        if any(likeness(own, note_signature(e, names)) >= ALIKE for e in earlier):
            yield Objection("alike")

    def _form(self, text: str, folded: str, wishes: Wishes) -> Iterator[Objection]:
        tokens = [w.text.casefold() for w in words(text)]
        es, en = sum(t in _ES for t in tokens), sum(t in _EN for t in tokens)
        own, other = (es, en) if wishes.language == "es" else (en, es)
        # Function words make up a third of either language; a third language shows hardly any.
        if own <= other or own < 0.15 * len(tokens):
            yield Objection("language")
        if wishes.language == "es":
            wrong = (_USTED if wishes.register == "tu" else _TU).search(folded)
            if wrong:
                yield Objection("register", wrong[0])
        yield from (Objection("placeholder", p) for p in self._marks.placeholders(text))

    def _asking(self, text: str, folded: str) -> Iterator[Objection]:
        yield from (Objection("link", link) for link in self._marks.links(text))
        for code, pattern in (("contact", _CONTACT), ("price", _PRICE), ("meeting", _MEETING)):
            found = pattern.search(folded)
            if found:
                yield Objection(code, found[0])

    def _strict(self, text: str, known: KnownFacts, borne: Sequence[Span]) -> Iterator[Objection]:
        """Every name, number and quotation must stand in a fact, wherever in the text it is."""
        # A headline is a stranger's own words: what it names may be asked about, never told as lived.
        sure = frozenset(n for n, f in enumerate(known.facts) if not f.kinds & {"role"})
        for sentence in sentences(text):
            asked = "?" in text[sentence.start : sentence.end]
            for position, word in enumerate(words(text[sentence.start : sentence.end])):
                holding = known.holding(word.folded)
                if holding if asked else holding & sure:
                    continue
                if word.folded[0].isdigit() or (word.folded in _SPELLED and not asked):
                    yield Objection("number", word.text)
                elif word.text[0].isupper() and position and word.folded not in self._words.stop:
                    yield Objection("name", word.text)
            if not asked:
                rest = [c for c in clauses(text, sentence) if c not in borne]
                yield from self._told(text, rest, known, sure)
        told = [" ".join(fold(f.fact.text + " " + f.fact.what).split()) for f in known.facts]
        for found in _QUOTE.finditer(text):
            quoted = " ".join(fold(found[1] or found[2]).split()).strip(" .,;:")
            if not any(quoted in fact for fact in told):
                yield Objection("quote", found[1] or found[2])

    def _told(
        self, text: str, rest: Sequence[Span], known: KnownFacts, sure: frozenset[int]
    ) -> Iterator[Objection]:
        """Something of the reader's, or of both, that is told: half its words at least must stand in facts."""
        stop, stock = self._words.stop, self._words.stock
        for clause in rest:
            part = text[clause.start : clause.end]
            folded = fold(part)
            both = _WE.search(folded)
            if not (both or _YOURS.search(folded)) or _I_DO.search(part):
                continue
            content = [
                w for w in words(part) if w.folded not in stop and w.folded not in stock and len(w.folded) > 2
            ]
            held = sum(bool(known.holding(w.folded) & sure) for w in content)
            if len(content) > (0 if both else 1) and held * 2 < len(content):
                yield Objection("unsupported", trimmed(text, clause))


def _naming(wishes: Wishes) -> list[Fact]:
    named = [Fact("recipient", wishes.recipient, "name")]
    if wishes.sender:
        named.append(Fact("writer", wishes.sender, "writer"))
    if wishes.reason:
        named.append(Fact("reason", wishes.reason, "writer"))
    return named
