"""Marks in a note: what it is after, what it asks, what it forgot to fill in, why it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from calabazas.reading.note_text import Span, fold, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.reading.note_words import NoteWords

LINK = re.compile(
    r"https?://\S+|www\.\S+|\b(?:[a-z0-9-]+\.)+(?:com|es|net|org|io|co|example|ai|app|me|ly|eu|info|biz|pro|dev|gl|cat|pt|fr|de|uk|mx|ar|cl|pe)(?:/\S*)?(?![\w@])",
    re.IGNORECASE,
)
_HERE = re.compile(r"\b(?:aqui|here|enlace|link|below|adjunto|attached|pulse|click)\b")
_TWICE = 2
_SUBSTANCE = 5
"""Words of content beside big ones up to which a note says nothing."""
_NEGATED = re.compile(
    r"\b(?:no|sin|nada de|not|never|without|isn't|don't|ni|nin|non|nunca)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:not going to|won't|will not|no (?:va|voy|vamos|pienso|quiero)(?: a)?)\s+(?:\w+\s+){0,5}$"
)
_QUESTION = re.compile(r"¿([^?]*)\?|([^.!?\n¿]*)\?")
_TAG = re.compile(
    r",\s*(?:remember|right|no|yes|eh|ok|okay|agreed|verdad|cierto|vale|recuerdas|te acuerdas|se acuerda|le parece|te parece)\s*$"
)
_FIRST = re.compile(
    r"\b(?:yo|mi|mis|me|soy|tengo|estoy|llevo|trabajo|busco|domino|quiero|he|fui|mio|i|i'm|i've|i'd|my|me|we|our|us|nuestro|nuestra|somos)\b"
)
_SECOND = re.compile(
    r"\b(?:tu|tus|te|ti|su|sus|usted|ustedes|vos|vosotros|vosotras|os|le|you|your|yours|u|contigo"
    r"|vous|votre|vos|toi|seu|seus|sua|suas|voce|teu|teus|tua|tuas|suo|suoi|tuo|tuoi|vostr[oaei]"
    r"|ihr|ihre[mnrs]?|ihnen|dein|deine[mnrs]?|dich|teva|seva|vostre|vostra|zure|zuk)\b|\w+(?:aste|iste|ais|eis)\b"
)


class AimMark(NamedTuple):
    """What the writer is after, with the exact words that say so."""

    aim: str
    words: tuple[str, ...]
    score: int
    strong: bool


class Marks:
    """Finds marks; built once from the words. All take a cleaned note, or its folded form."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self._words = vocabulary

    def aims(
        self, text: str, folded: str, *, known: Iterable[str] = (), vendor: bool = False
    ) -> tuple[AimMark, ...]:
        """Give what the note is after; two weak hints or a strong one make a mark, denied ones none.

        Weak hints among the words `known` from shared facts do not count; a `vendor` starts with one.
        """
        own = frozenset(known)
        found = []
        for aim in self._words.strong:
            hits = self._hits(self._words.strong[aim], folded)
            score = 2 * len(hits)
            if weak := self._words.weak.get(aim):
                extra = [h for h in self._hits(weak, folded) if folded[h.start : h.end] not in own]
                extra = [e for e in extra if not any(e.start < h.end and h.start < e.end for h in hits)]
                score += len(extra)
                hits += extra
            strong = score - (len(extra) if weak else 0) > 0
            score += aim == "pitch" and vendor and bool(hits)
            # Who asks for a price talks of trade from the other side of the counter.
            if aim == "pitch" and not strong and self._words.buys.search(folded):
                continue
            if score >= 2:
                shown = tuple(dict.fromkeys(text[h.start : h.end].strip() for h in sorted(hits)))
                found.append(AimMark(aim, shown, score, strong))
        return tuple(found)

    def _hits(self, pattern: re.Pattern[str], folded: str) -> list[Span]:
        return [
            Span(m.start(), m.end())
            for m in pattern.finditer(folded)
            if not _NEGATED.search(folded[max(0, m.start() - 30) : m.start()])
        ]

    def phishing(self, text: str, folded: str) -> AimMark | None:
        """Find a system's voice: something of the reader's in danger, an act that wards it off, and where."""
        first = {part: pattern.search(folded) for part, pattern in self._words.phish.items()}
        hits = [m for m in first.values() if m]
        # Colleagues, too, ask to have a booking confirmed; they do not threaten while they do.
        where = self.links(text) or _HERE.search(folded)
        if len(hits) < len(first) - (1 if self.links(text) and first["act"] and first["threat"] else 0):
            return None
        if not where and len({m[0] for m in self._words.phish["threat"].finditer(folded)}) < _TWICE:
            return None
        shown = tuple(text[m.start() : m.end()] for m in sorted(hits, key=lambda m: m.start()))
        return AimMark("lure", shown, 2 * len(hits), strong=True)

    def hollow(self, text: str, folded: str, taken: frozenset[str]) -> bool:
        """Tell whether big words carry the whole note: little of substance is left beside them."""
        big = [Span(m.start(), m.end()) for m in self._words.hollow.finditer(folded)]
        told = {folded[h.start : h.end] for h in big}
        return len(told) >= _TWICE and self.residue(text, big, taken) <= _SUBSTANCE

    def tells(self, folded: str) -> bool:
        """Tell whether they ask in order to tell, as reporters do, or tell what came of the reader's work."""
        return self._words.press.search(folded) is not None or self._words.grateful.search(folded) is not None

    def again(self, text: str, folded: str) -> str:
        """Give the words that say they lost an account and come back with another, or ""."""
        found = self._words.again.search(folded)
        return text[found.start() : found.end()] if found else ""

    def offer(self, folded: str, *, known: Iterable[str] = ()) -> float:
        """Tell how much a note is made like an offer, 0 to 8.

        Counted: goods (up to three), a supplier's voice, something to do, a whole trade spoken to, the
        reader's business at stake, a trouble held before the reader. Words among `known` (held by shared facts) are the talk of two people.
        """
        if self._words.buys.search(folded):
            return 0.0
        own = frozenset(known)
        found: dict[str, list[Span]] = {}
        for field, pattern in self._words.offer.items():
            found[field] = [h for h in self._hits(pattern, folded) if folded[h.start : h.end] not in own]
        # "Your pupils" is what is at stake for the reader, not what the writer trades in.
        theirs = [*found["stake"], *found["pain"]]
        goods = {
            folded[h.start : h.end]
            for h in found["goods"]
            if not any(h.start < t.end and t.start < h.end for t in theirs)
        }
        made = sum(bool(found[field]) for field in ("voice", "invite", "crowd", "stake", "pain"))
        # Without a word of goods, only nearly all the rest together makes an offer.
        return min(3, len(goods)) + made if goods else max(0.0, made - 0.5)

    def asks(self, folded: str) -> tuple[str, ...]:
        """Give what is asked of the reader, gravest first; `question` when only a real question is."""
        found = [kind for kind, pattern in self._words.asks.items() if pattern.search(folded)]
        if self.question(folded):
            found.append("question")
        return tuple(found)

    def placeholders(self, text: str) -> tuple[str, ...]:
        """Give the merge fields left unfilled, as written."""
        return tuple(dict.fromkeys(m[0].strip() or m[0] for m in self._words.placeholder.finditer(text)))

    def links(self, text: str) -> tuple[str, ...]:
        """Give the web addresses."""
        return tuple(m[0] for m in LINK.finditer(text))

    def question(self, folded: str) -> bool:
        """Tell whether there is one question that only this reader could answer, asked straight or not."""
        for found in _QUESTION.finditer(folded):
            asked = found[1] or found[2] or ""
            # "…, remember?" asks for a nod.
            if found[2] and _TAG.search(asked):
                continue
            content = [w for w in words(asked) if w.folded not in self._words.stop]
            # "¿Conectamos?" asks nothing; with three words of content it may.
            empty = self._words.empty_question.search(asked) is not None
            if len(content) >= (3 if empty else 1) or (not empty and len(words(asked)) >= 4):
                return True
        return self._words.indirect_question.search(folded) is not None

    def reason(self, folded: str) -> bool:
        """Tell whether it says why one writes: a purpose, thanks, an offer, something in hand."""
        return self._words.reason.search(folded) is not None

    def vague_reason(self, folded: str) -> bool:
        """Tell whether the only reason is one that anybody could give to anybody."""
        return self._words.vague_reason.search(folded) is not None

    def stock_phrases(self, folded: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the phrases that read the profile back, and those that could stand in any note."""
        notice = tuple(m[0] for m in self._words.notice.finditer(folded))
        return notice, tuple(m[0] for m in self._words.stock_phrase.finditer(folded))

    def residue(self, text: str, outside: Iterable[Span], taken: frozenset[str]) -> int:
        """Count the words of content left when stretches, names and networking talk are taken away."""
        gone = list(outside)
        return sum(
            1
            for w in words(text)
            if len(w.folded) > 1
            and w.folded not in self._words.stop
            and w.folded not in self._words.stock
            and w.folded not in taken
            and not self._words.filler.has(w.folded)
            and not any(s.start <= w.start < s.end for s in gone)
        )

    def self_centred(self, text: str) -> bool:
        """Tell whether it starts with the writer and most of its sentences speak of nobody else."""
        parts = [fold(text[s.start : s.end]) for s in sentences(text)]
        parts = [p for p in parts if len(words(p)) > 2]
        if not parts:
            return False
        own = [bool(_FIRST.search(p)) for p in parts]
        return own[0] and sum(own) > 0.6 * len(parts)

    def speaks_of_reader(self, folded: str) -> bool:
        """Tell whether the reader is spoken of at all."""
        return _SECOND.search(folded) is not None
