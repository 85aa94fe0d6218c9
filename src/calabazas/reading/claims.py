"""What a note claims: a shared past, something read or heard, something about the reader; and what of it no fact supports."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calabazas.reading import claim_grammar as grammar
from calabazas.reading.note_text import Span, clauses, fold, sentences, trimmed, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calabazas.reading.note_facts import KnownFacts
    from calabazas.reading.note_text import Word
    from calabazas.reading.note_words import NoteWords

NEEDS = {
    "met": ("met", "event", "employer", "school", "group"),
    "passed": ("employer", "school", "met"),
    "together": ("employer", "school", "met"),
    "read": ("post",),
    "hearsay": ("hearsay",),
    "mutual": ("mutual", "hearsay"),
    "long_time": ("message", "employer", "school", "met"),
    "late": ("message",),
    "address": ("address",),
    "group": ("group", "employer", "school"),
    "event": ("event", "post", "met", "school"),
}
"""Kinds of fact that can bear each class of claim."""

_CONFIRMED = frozenset({"met", "read", "event", "together"})
_DEED = 2
"""Plain words from which a deed is told at length: one place name bears it out no more."""
_TOLD = 3
"""Words of content from which even "sorry for the delay" says what the delay was about."""
_BARE = frozenset({"late", "long_time", "mutual", "address", "hearsay"})


class Claim(NamedTuple):
    """One claim: where, in which words, of which class, and whether a fact supports it."""

    span: Span
    text: str
    kind: str
    supported: bool


class ClaimReader:
    """Finds and checks claims; built once from the words."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self._words = vocabulary

    def read(self, text: str, known: KnownFacts) -> tuple[Claim, ...]:
        """Give the claims of a cleaned note in their order, each checked against the facts."""
        return tuple(sorted(self._all(text, known), key=lambda claim: claim.span))

    def _all(self, text: str, known: KnownFacts) -> Iterator[Claim]:
        folded = fold(text)
        own_names = known.names("name")
        yield from self._greeting(text, folded, own_names)
        for sentence in sentences(text):
            if self._words.presents.search(folded, sentence.start, sentence.end):
                yield Claim(sentence, trimmed(text, sentence), "presents", supported=True)
            led = False
            for clause in clauses(text, sentence):
                part = folded[clause.start : clause.end]
                tokens = [w for w in words(text[clause.start : clause.end]) if w.folded not in own_names]
                asked = self._asked(folded, sentence, clause)
                asked = asked or (
                    grammar.TOPIC.match(part) is not None and "?" in text[clause.end : sentence.end]
                )
                found = self._of_class(text, clause, part, tokens, known)
                if not found and not asked:
                    found = self._of_reader(text, clause, part, tokens, known)
                    found = found or self._apposed(text, clause, part, tokens, known, led=led)
                if not asked and all(c.supported for c in found):
                    found += self._reported(text, clause, part, known)
                led = any(c.kind in NEEDS or c.kind == "about" for c in found)
                yield from found
                if not found:
                    yield from self._dated(text, clause, known)
                yield from self._private(text, clause, part, known)

    def _greeting(self, text: str, folded: str, own: frozenset[str]) -> Iterator[Claim]:
        found = grammar.GREETING.match(folded)
        if not found or not own or not text[found.start(1) : found.end(1)].istitle():
            return
        called = found[1]
        forms = self._words.nicknames.get(called, frozenset())
        if called in self._words.stop or called in self._words.stock or self._words.filler.has(called):
            return
        # Short forms share a beginning or stand in the table; anything else is another person's name.
        if not any(n[:3] == called[:3] or n in forms for n in own):
            span = Span(found.start(1), found.end(1))
            yield Claim(span, text[span.start : span.end], "name", supported=False)

    def _asked(self, folded: str, sentence: Span, clause: Span) -> bool:
        opened = folded.rfind("¿", sentence.start, clause.end)
        if opened >= 0:
            return True
        ends = folded[sentence.start : sentence.end].rstrip(" \"'»)")
        return ends.endswith("?") and clause.end >= sentence.end - 1

    def _content(self, tokens: list[Word]) -> list[Word]:
        stop, stock = self._words.stop, self._words.stock
        return [w for w in tokens if w.folded not in stop and w.folded not in stock and len(w.folded) > 1]

    def _held(self, word: Word, known: KnownFacts, among: frozenset[int] | None = None) -> bool:
        forms = self._words.media.get(word.folded, frozenset({word.folded}))
        held = frozenset[int]().union(*(known.holding(form) for form in forms))
        return bool(held if among is None else held & among)

    def _of_class(
        self, text: str, clause: Span, part: str, tokens: list[Word], known: KnownFacts
    ) -> list[Claim]:
        for kind, pattern in self._words.claims.items():
            found = pattern.search(part)
            if found and not (kind == "hearsay" and self._of_others(text, clause, part, known)):
                hit = Span(clause.start + found.start(), clause.start + found.end())
                return self._judge(text, clause, tokens, known, kind=kind, hit=hit)
        return []

    @staticmethod
    def _of_others(text: str, clause: Span, part: str, known: KnownFacts) -> bool:
        """Tell whether what one was told is about the world, not about this reader."""
        if grammar.IMPERSONAL.search(part) or grammar.IF.match(part):
            return True
        said = next(s for s in sentences(text) if s.start <= clause.start < s.end)
        whole = fold(text[said.start : said.end])
        if not grammar.TELLS.search(part) or grammar.READER.search(whole) or grammar.TOUCHES.search(whole):
            return False
        theirs = known.names("role")
        return not any(w.text[0].isupper() and w.folded in theirs for w in words(text[said.start : said.end]))

    def _judge(
        self, text: str, clause: Span, tokens: list[Word], known: KnownFacts, *, kind: str, hit: Span
    ) -> list[Claim]:
        content = self._content(tokens)
        bearing = frozenset(
            n for n in known.of(NEEDS[kind]) if known.facts[n].confirmed or kind not in _CONFIRMED
        )
        apart = frozenset(n for n in bearing if not known.facts[n].overlap)
        if kind in ("met", "together") and apart and apart == bearing:
            return [Claim(hit, text[hit.start : hit.end], kind, supported=False)]
        sure = frozenset(n for n, f in enumerate(known.facts) if f.shared and f.confirmed and f.overlap)
        held = [w for w in content if self._held(w, known, bearing)]
        # Knowing both names does not make what one is said to have said true.
        elsewhere = [
            w
            for w in content
            if self._held(w, known, sure) and not (kind == "hearsay" and w.text[0].isupper())
        ]
        if kind == "read":
            # A talk is known and another is claimed: that both are talks bears nothing out.
            own = [w for w in content if w.folded not in self._words.media and not _verb_of(w, hit, clause)]
            held = [w for w in held if w in own] if own else held
        telling = [w for w in content if not _verb_of(w, hit, clause)]
        # Somebody's having spoken bears out what that somebody said, not what an unnamed voice did.
        if kind == "hearsay" and content and not held:
            bearing = frozenset()
        if kind in _BARE and bearing and (kind not in ("late", "long_time") or len(telling) < _TOLD):
            telling = []
        if not held and (len(elsewhere) < 2 if not bearing else bool(telling)):
            return [Claim(clause, trimmed(text, clause), kind, supported=False)]
        wrong = list(self._specifics(text, clause, tokens, known))
        strange = sum(c.kind == "specific" for c in wrong)
        if strange > 1 or (strange and kind in ("hearsay", "mutual") and not held):
            return [Claim(clause, trimmed(text, clause), kind, supported=False)]
        return [Claim(clause, trimmed(text, clause), kind, supported=True), *wrong]

    def _specifics(self, text: str, clause: Span, tokens: list[Word], known: KnownFacts) -> Iterator[Claim]:
        """Names and numbers inside a supported claim that no fact holds."""
        for number in grammar.NUMBER.finditer(text, clause.start, clause.end):
            figures = [w.folded for w in words(number[0]) if w.folded[0].isdigit()]
            # "… ran while I was marking 90 essays": the writer's own numbers are theirs to know.
            if grammar.MINE.search(fold(text[clause.start : number.start()])):
                continue
            if figures and not any(known.holding(f) for f in figures):
                span = Span(number.start(), number.end())
                yield Claim(span, number[0].strip(), "number", supported=False)
        for position, word in enumerate(tokens):
            if word.folded in grammar.SPELLED and not known.holding(word.folded):
                span = Span(clause.start + word.start, clause.start + word.start + len(word.text))
                yield Claim(span, word.text, "number", supported=False)
            # Only where a sentence begins does a capital tell nothing.
            begins = position == 0 and clause.start in {s.start for s in sentences(text)}
            if begins or not word.text[0].isupper() or word.folded in self._words.calendar_words:
                continue
            usual = word.folded in self._words.stop or word.folded in self._words.platforms
            if usual or known.holding(word.folded):
                continue
            span = Span(clause.start + word.start, clause.start + word.start + len(word.text))
            yield Claim(span, word.text, "specific", supported=False)

    def _of_reader(
        self, text: str, clause: Span, part: str, tokens: list[Word], known: KnownFacts
    ) -> list[Claim]:
        # Seeing a profile is no claim, and what a firm says of its own wares is an offer, not a past.
        if grammar.SEEN.search(part) or self._words.notice.search(part):
            return []
        told = grammar.READER.search(part) or grammar.BOTH.search(part) or self._to_me(text, clause)
        if grammar.IF.match(part) or grammar.ASKED_ABOUT.match(part) or grammar.USED.search(part):
            return []
        past = grammar.WE_DID.search(part) is not None or (self._past(text, clause) if told else False)
        said = self._words.about.search(part)
        # Between people who say "tú", "le han puesto un diez" is about somebody else.
        if said and grammar.LE.match(said[0]) and grammar.TU.search(fold(text)):
            said = None
        if not past and not said:
            return []
        content = self._content(tokens)
        # That somebody is known to both bears out no deed of the two.
        shared = frozenset(
            n for n, f in enumerate(known.facts) if f.shared and f.kinds - {"mutual", "hearsay"}
        )
        merge = frozenset(known.of(("role", "name")))
        held = [w for w in content if self._held(w, known, shared)]
        plain = [w for w in content if w.text[0].islower() and w.folded not in self._words.calendar_words]
        # One name of a place bears out no deed told at length.
        if len(held) == 1 and len(plain) > _DEED and held[0] not in plain:
            held = []
        # What the reader is by trade bears out what is said of the reader alone, not what both lived.
        alone = not (grammar.WRITER.search(text[clause.start : clause.end]) or grammar.WE_DID.search(part))
        trade = [w for w in content if self._held(w, known, merge)]
        trade = trade if alone or len(trade) > 2 else []
        figures = any(w.folded[0].isdigit() and not known.holding(w.folded) for w in content)
        if content and (figures or (not held and len(trade) < max(1, len(content) / 2))):
            return [Claim(clause, trimmed(text, clause), "about", supported=False)]
        return [Claim(clause, trimmed(text, clause), "about", supported=True)] if content else []

    def _apposed(
        self, text: str, clause: Span, part: str, tokens: list[Word], known: KnownFacts, *, led: bool
    ) -> list[Claim]:
        """Read "…, the one that changed the code" after a claim: what is hung on a truth must be true too."""
        if (
            not led
            or not grammar.APPOSED.search(part)
            or not self._past(text, clause)
            or grammar.MINE.search(part)
        ):
            return []
        content = [w for w in self._content(tokens) if not grammar.PAST_EN.fullmatch(w.folded)]
        if len(content) < 2 or any(self._held(w, known) for w in content):
            return []
        return [Claim(clause, trimmed(text, clause), "about", supported=False)]

    def _reported(self, text: str, clause: Span, part: str, known: KnownFacts) -> list[Claim]:
        """Hold what the reader is said to have said against the facts: that they spoke does not bear it out."""
        found = grammar.REPORTED.search(part)
        if not found:
            return []
        said = Span(clause.start + found.end(), clause.end)
        content = self._content(words(text[said.start : said.end]))
        if len(content) < 2 or any(self._held(w, known) for w in content):
            return []
        span = Span(clause.start + found.start(), clause.end)
        return [Claim(span, trimmed(text, span), "about", supported=False)]

    @staticmethod
    def _to_me(text: str, clause: Span) -> bool:
        """Tell whether somebody addressed formally is said to have done something to the writer."""
        return (
            grammar.TO_ME.search(text, clause.start, clause.end) is not None
            and grammar.FORMAL.search(fold(text)) is not None
        )

    @staticmethod
    def _past(text: str, clause: Span) -> bool:
        part = text[clause.start : clause.end]
        found = [m[0].lower() for m in grammar.PAST_ES.finditer(part) if m[0].lower() not in grammar.NOT_PAST]
        return bool(found) or grammar.PAST_EN.search(part) is not None

    def _dated(self, text: str, clause: Span, known: KnownFacts) -> Iterator[Claim]:
        """Find a year beside what both share that no fact holds: "Jerez, 2021" when it was 2024."""
        part = text[clause.start : clause.end]
        shared = frozenset(n for n, f in enumerate(known.facts) if f.shared)
        held = [w for w in self._content(words(part)) if self._held(w, known, shared)]
        if len(held) < 2 or grammar.MINE.search(fold(part)):
            return
        for found in grammar.YEAR.finditer(part):
            if not known.holding(found[0]):
                span = Span(clause.start + found.start(), clause.start + found.end())
                yield Claim(span, found[0], "number", supported=False)

    def _private(self, text: str, clause: Span, part: str, known: KnownFacts) -> Iterator[Claim]:
        for named in grammar.COLLEAGUE.finditer(text, clause.start, clause.end):
            if not known.holding(fold(named[1])):
                span = Span(named.start(), named.end())
                yield Claim(span, named[0], "private", supported=False)
        for found in self._words.private.finditer(part):
            last = words(found[0])[-1].folded
            if not known.holding(last):
                span = Span(clause.start + found.start(), clause.start + found.end())
                yield Claim(span, text[span.start : span.end], "private", supported=False)


def _verb_of(word: Word, hit: Span, clause: Span) -> bool:
    """Tell whether the word is the first of the matched words: the verb that makes the claim."""
    return word.start < hit.start - clause.start + 1 or clause.start + word.start == hit.start
