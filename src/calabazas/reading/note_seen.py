"""Looks at a note that the member is about to send, before anything is judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.reading.anchors import AnchorReader, Held, greeted
from calabazas.reading.claims import NEEDS, Claim, ClaimReader
from calabazas.reading.default_notes import DefaultTexts
from calabazas.reading.echoes import likeness, note_signature
from calabazas.reading.note_marks import AimMark, Marks
from calabazas.reading.note_text import clauses, fold, segments, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.reading.note_facts import KnownFacts
    from calabazas.reading.note_words import NoteWords

_TELLING = 0.7
_OWN_TRADE = re.compile(
    r"\b(?:soy|i am an?|i'm an?|me desempeno|me dedico|trabajo (?:en|de|como)|estoy (?!conectando)|desde hace"
    r"|acabo de (?!ver|leer|encontrar|dar)|me he mudado|vivo en|i live|(?:i have|i've|i) (?:just )?moved)\b"
)
_SHARED_TRADE = re.compile(
    r"\b(?:tambien|igual que|too|also|same|(?:los|las) dos|amb[oa]s (?:\w+ )?(?:somos|estamos|trabaj\w+|viv\w+)"
    r"|both (?:of us )?(?:work|are|live|do|teach|run)\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a note: nothing here depends on a fitted number.

    `residue` counts words of content beyond the first anchored thought; `merged`: the reader's own title or
    company is told back to them; `recruits`: a post is held out; `alone`: no trade is said to be shared; `offer`: 0 to 7, how much it is
    made like an offer; `alike`: likeness to the likest earlier note.
    """

    text: str
    folded: str
    claims: tuple[Claim, ...]
    held: tuple[Held, ...]
    aims: tuple[AimMark, ...]
    placeholders: tuple[str, ...]
    links: tuple[str, ...]
    question: bool
    reason: bool
    vague: bool
    residue: int
    self_centred: bool
    default: bool
    notice: bool
    stock: bool
    recruits: bool
    merged: bool
    alone: bool
    offer: float
    alike: float


class NoteLooker:
    """Looks at notes; built once from the words."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self._words = vocabulary
        self._defaults = DefaultTexts(vocabulary)
        self._claims = ClaimReader(vocabulary)
        self._anchors = AnchorReader(vocabulary)
        self._marks = Marks(vocabulary)

    def look(self, text: str, known: KnownFacts, earlier: Iterable[str] = ()) -> Seen:
        """Look at a cleaned, not empty note; `earlier` are notes sent before."""
        folded = fold(text)
        claims = self._claims.read(text, known)
        false = [c.span for c in claims if not c.supported]
        held = self._anchors.held(text, known, false)
        held = _borne(held, claims)
        notice, stock = self._marks.stock_phrases(folded)
        names = known.names("name")
        parts = [part for s in sentences(text) for part in segments(text, s)]
        anchored = [s for s in parts if any(s.start <= h.start < s.end for h in held)]
        first = anchored[:1]
        residue = self._marks.residue(text, [*first, *false], names | known.names("role"))
        own = note_signature(text, names)
        return Seen(
            text=text,
            folded=folded,
            claims=claims,
            held=held,
            aims=self._marks.aims(
                text, folded, known={fold(h.word) for h in held}, vendor=self._vendor(known)
            ),
            placeholders=self._marks.placeholders(text),
            links=self._marks.links(text),
            question=self._marks.question(folded),
            reason=self._marks.reason(folded),
            vague=self._marks.vague_reason(folded),
            residue=residue,
            self_centred=self._marks.self_centred(text),
            default=self._defaults.is_default(text, sorted(known.names("name", "writer"))),
            notice=bool(notice),
            stock=bool(stock),
            recruits=self._words.recruits.search(folded) is not None,
            merged=self._merged(text, known),
            alone=_SHARED_TRADE.search(folded) is None,
            offer=self._offer(text, folded, known, held),
            alike=max((likeness(own, note_signature(e, names)) for e in earlier), default=0.0),
        )

    def _vendor(self, known: KnownFacts) -> bool:
        told = (known.facts[n].fact.text for n in known.of(("writer",)))
        return any(self._words.vendor.search(fold(text)) for text in told)

    def _offer(self, text: str, folded: str, known: KnownFacts, held: Sequence[Held]) -> float:
        # A writer in a selling trade, or a link, lends half a point: neither makes an offer alone.
        made = self._marks.offer(folded, known={fold(h.word) for h in held})
        brand = not held and self._brand(text, known)
        return made + 0.5 * (self._vendor(known) + bool(self._marks.links(text)) + brand) if made else 0.0

    def _brand(self, text: str, known: KnownFacts) -> bool:
        """Tell whether a name stands in the note that is nobody's and no place of the reader's: a product's."""
        usual = self._words.platforms | self._words.calendar_words | self._words.stop
        theirs = frozenset(n for n, f in enumerate(known.facts) if not f.kinds & {"writer", "offer"})
        for sentence in sentences(text):
            for position, word in enumerate(words(text[sentence.start : sentence.end])):
                named = position and word.text[0].isupper() and not word.text.isupper()
                if named and word.folded not in usual and not known.holding(word.folded) & theirs:
                    return word.folded != greeted(text)
        return False

    def _merged(self, text: str, known: KnownFacts) -> bool:
        """Tell whether the reader's own title or company is told back to them."""
        called = known.names("name") | known.names("writer")
        company = known.names("role") - called
        merge = frozenset(known.of(("role", "name")))
        theirs = [
            w
            for c in _clauses_of(text)
            if not _OWN_TRADE.search(fold(c))
            for w in words(c)
            if w.folded not in called
        ]
        told = [w for w in theirs if w.folded not in self._words.stop]
        role = {
            w.folded for w in told if known.holding(w.folded) & merge and w.folded not in self._words.stock
        }
        enough = 1 if self._words.notice.search(fold(text)) else 2
        return bool({w.folded for w in told if w.text[0].isupper()} & company) or len(role) >= enough


def _clauses_of(text: str) -> list[str]:
    return [text[c.start : c.end] for s in sentences(text) for c in clauses(text, s)]


def _borne(held: tuple[Held, ...], claims: Sequence[Claim]) -> tuple[Held, ...]:
    """Raise the weight of the strongest word in a supported claim: "coincidimos en Acme" needs no second word."""
    for claim in claims:
        inside = [h for h in held if claim.span.start <= h.start < claim.span.end and h.weight >= _TELLING]
        if claim.supported and claim.kind in NEEDS and inside:
            best = max(inside, key=lambda h: h.weight)
            return tuple(h._replace(weight=h.weight + _TELLING) if h is best else h for h in held)
    return held
