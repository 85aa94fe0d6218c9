"""The verifier: whatever wrote a draft, nothing passes that the closed list of facts does not hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.facts import Fact
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
    "de la que el en y los se del las un por con una su para es tu te me lo como si sobre no pero qué más".split()
)
_EN = frozenset(
    "the of and to in is you that it for on with as at this your was from have be my we how what do did i are".split()
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
_YOURS = re.compile(r"\b(?:tu|tus|su|sus|vuestr[oa]s?|usted|lo tuyo|lo suyo|your|yours|you)\b")
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
        yield from self._selling(text, folded)
        known = KnownFacts(self._facts.read([*_naming(wishes), *facts]))
        ids = {f.id for f in facts}
        yield from (Objection("unknown_fact", used) for used in draft.used_fact_ids if used not in ids)
        if not set(draft.used_fact_ids) & ids:
            yield Objection("unknown_fact")
        check = self._reader.check_note(text, [*_naming(wishes), *facts], max_chars=wishes.max_chars)
        yield from (Objection("unsupported", claim) for claim in check.unsupported)
        if check.label != "good":
            yield Objection("not_good", check.label)
        yield from self._strict(text, known)
        names = (wishes.recipient, wishes.sender)
        own = note_signature(text, names)
        if any(likeness(own, note_signature(e, names)) >= ALIKE for e in earlier):
            yield Objection("alike")

    def _form(self, text: str, folded: str, wishes: Wishes) -> Iterator[Objection]:
        tokens = [w.text.casefold() for w in words(text)]
        es, en = sum(t in _ES for t in tokens), sum(t in _EN for t in tokens)
        if (es < en) if wishes.language == "es" else (en < es):
            yield Objection("language")
        if wishes.language == "es":
            wrong = (_USTED if wishes.register == "tu" else _TU).search(folded)
            if wrong:
                yield Objection("register", wrong[0])
        yield from (Objection("placeholder", p) for p in self._marks.placeholders(text))

    def _selling(self, text: str, folded: str) -> Iterator[Objection]:
        yield from (Objection("link", link) for link in self._marks.links(text))
        for code, pattern in (("contact", _CONTACT), ("price", _PRICE), ("meeting", _MEETING)):
            found = pattern.search(folded)
            if found:
                yield Objection(code, found[0])
        for aim in self._marks.aims(text, folded):
            yield Objection("pitch", aim.words[0])

    def _strict(self, text: str, known: KnownFacts) -> Iterator[Objection]:
        """Every name, number and quotation must stand in a fact, wherever in the text it is."""
        for sentence in sentences(text):
            for position, word in enumerate(words(text[sentence.start : sentence.end])):
                if known.holding(word.folded):
                    continue
                if word.folded[0].isdigit() or word.folded in _SPELLED:
                    yield Objection("number", word.text)
                elif word.text[0].isupper() and position and word.folded not in self._words.stop:
                    yield Objection("name", word.text)
            yield from self._about_reader(text, sentence, known)
        for found in _QUOTE.finditer(text):
            quoted = found[1] or found[2]
            if not all(known.holding(w.folded) for w in words(quoted) if w.folded not in self._words.stop):
                yield Objection("quote", quoted)

    def _about_reader(self, text: str, sentence: Span, known: KnownFacts) -> Iterator[Objection]:
        """Something of theirs that no fact holds at all, said and not asked."""
        if "?" in text[sentence.start : sentence.end]:
            return
        stop, stock = self._words.stop, self._words.stock
        for clause in clauses(text, sentence):
            part = text[clause.start : clause.end]
            content = [
                w for w in words(part) if w.folded not in stop and w.folded not in stock and len(w.folded) > 2
            ]
            if (
                len(content) > 1
                and _YOURS.search(fold(part))
                and not any(known.holding(w.folded) for w in content)
            ):
                yield Objection("unsupported", trimmed(text, clause))


def _naming(wishes: Wishes) -> list[Fact]:
    named = [Fact("recipient", wishes.recipient, "name")]
    if wishes.sender:
        named.append(Fact("writer", wishes.sender, "writer"))
    if wishes.reason:
        named.append(Fact("reason", wishes.reason, "writer"))
    return named
