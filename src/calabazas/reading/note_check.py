"""Judges a note that the member is about to send, against the closed list of facts it may draw on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from calabazas.reading.anchors import AnchorReader, Held, strength
from calabazas.reading.claims import NEEDS, Claim, ClaimReader
from calabazas.reading.default_notes import DefaultTexts
from calabazas.reading.echoes import likeness, note_signature
from calabazas.reading.note_facts import FactReader, KnownFacts
from calabazas.reading.note_marks import AimMark, Marks
from calabazas.reading.note_text import clauses, clean, fold, sentences, words
from calabazas.words import Sentence, mark, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from calabazas.people.facts import Fact
    from calabazas.reading.note_words import NoteWords

LABELS = {
    "none": mark("No note"),
    "default": mark("Default"),
    "template": mark("Template"),
    "pitch": mark("Sales pitch"),
    "generic": mark("Generic"),
    "good": mark("It hooks"),
}
ANCHORED = 1.2
"""Weight of held words from which a note counts as anchored: fitted by family, see benchmarks/notes.py."""
RESIDUE = 4
"""Words of content beyond the anchored sentence from which a note counts as giving a reason: fitted likewise."""
OFFER = 3.5
"""How much like an offer a note without an anchor must be made to be one: fitted likewise."""
OFFER_ANCHORED = 4.0
"""The same for a note with an anchor, whose goods may be what the two talk about."""
HOOK = 60
"""Characters in which a preview shows the beginning of a note."""
LIKE_EARLIER = 0.8
_LONG = 240
_OWN_TRADE = re.compile(r"\b(?:soy|i am|i'm|me desempeno|me dedico|trabajo (?:en|de|como)|estoy (?!conectando)|desde hace)\b")
_SHARED_TRADE = re.compile(r"\b(?:tambien|los dos|las dos|ambos|ambas|igual que|too|also|both|fellow|same)\b")
_TELLING = 0.7
_TRADE_TALK = 3


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What is fitted: `anchored` (sum of weights) and `residue` (words)."""

    anchored: float = ANCHORED
    residue: int = RESIDUE
    offer: float = OFFER
    offer_anchored: float = OFFER_ANCHORED


@dataclass(frozen=True, slots=True)
class NoteCheck:
    """What a note is, what it lacks, and what it claims that nothing supports.

    `score` is 0 to 1, the sum of `parts` (anchor, reason, question, hook, length, and negative ones).
    """

    label: str
    missing: tuple[str, ...]
    unsupported: tuple[str, ...]
    sentence: Sentence
    score: float = 0.0
    parts: Mapping[str, float] = field(default_factory=dict)
    anchors: tuple[Held, ...] = ()
    claims: tuple[Claim, ...] = ()
    aims: tuple[AimMark, ...] = ()
    placeholders: tuple[str, ...] = ()
    length: int = 0


@dataclass(frozen=True, slots=True)
class _Seen:
    text: str
    folded: str
    claims: tuple[Claim, ...]
    held: tuple[Held, ...]
    aims: tuple[AimMark, ...]
    placeholders: tuple[str, ...]
    links: tuple[str, ...]
    question: bool
    reason: bool
    notice: bool
    stock: bool
    merged: bool
    alone: bool
    offer: float
    alike: float


def length_of(text: str) -> int:
    """Count a note as strictly as LinkedIn may: the larger of characters and UTF-16 units."""
    return max(len(text), len(text.encode("utf-16-le")) // 2)


class NoteJudge:
    """Checks outgoing notes; built once from the words."""

    def __init__(self, vocabulary: NoteWords, thresholds: Thresholds | None = None) -> None:
        self._words = vocabulary
        self._fitted = thresholds or Thresholds()
        self._defaults = DefaultTexts(vocabulary)
        self._facts = FactReader(vocabulary)
        self._claims = ClaimReader(vocabulary)
        self._anchors = AnchorReader(vocabulary)
        self._marks = Marks(vocabulary)

    def check(
        self, note: str, facts: Sequence[Fact], *, earlier_notes: Iterable[str] = (), max_chars: int = 200
    ) -> NoteCheck:
        """Judge one note; `max_chars` is the member's limit (200 free, 300 paid)."""
        text = clean(note)
        if not text:
            return NoteCheck("none", ("anchor", "reason"), (), _say(("anchor", "reason"), "none"))
        known = KnownFacts(self._facts.read(facts))
        seen = self._see(text, known, earlier_notes)
        names = sorted(known.names("name", "writer"))
        label = self._label(seen, names)
        missing = self._missing(seen, label, max_chars)
        parts = self._parts(seen, label, max_chars)
        unsupported = tuple(dict.fromkeys(c.text for c in seen.claims if not c.supported))
        return NoteCheck(
            label=label,
            missing=missing,
            unsupported=unsupported,
            sentence=_say(missing, label, unsupported),
            score=round(min(1.0, max(0.0, sum(parts.values()))), 3),
            parts=parts,
            anchors=seen.held,
            claims=seen.claims,
            aims=seen.aims,
            placeholders=seen.placeholders,
            length=length_of(text),
        )

    def _see(self, text: str, known: KnownFacts, earlier: Iterable[str]) -> _Seen:
        folded = fold(text)
        claims = self._claims.read(text, known)
        false = [c.span for c in claims if not c.supported]
        held = self._anchors.held(text, known, false)
        held = _borne(held, claims)
        notice, stock = self._marks.stock_phrases(folded)
        names = known.names("name")
        anchored = [s for s in sentences(text) if any(s.start <= h.start < s.end for h in held)]
        first = anchored[:1]
        residue = self._marks.residue(text, [*first, *false], names | known.names("role"))
        own = note_signature(text, names)
        return _Seen(
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
            reason=self._marks.reason(folded) or residue >= self._fitted.residue,
            notice=bool(notice),
            stock=bool(stock),
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
        return made + 0.5 * self._vendor(known) + 0.5 * bool(self._marks.links(text)) if made else 0.0

    def _merged(self, text: str, known: KnownFacts) -> bool:
        """Tell whether the reader's own title or company is told back to them."""
        called = known.names("name") | known.names("writer")
        company = known.names("role") - called
        merge = frozenset(known.of(("role", "name")))
        theirs = [
            w for c in _clauses_of(text) if not _OWN_TRADE.search(fold(c)) for w in words(c) if w.folded not in called
        ]
        told = [w for w in theirs if w.folded not in self._words.stop]
        role = {w.folded for w in told if known.holding(w.folded) & merge and w.folded not in self._words.stock}
        return bool({w.folded for w in told if w.text[0].isupper()} & company) or len(role) > 1

    def _label(self, seen: _Seen, names: Sequence[str]) -> str:
        if seen.placeholders:
            return "template"
        anchored = strength(seen.held) >= self._fitted.anchored
        if any(self._sells(aim, anchored=anchored) for aim in seen.aims):
            return "pitch"
        if seen.offer >= (self._fitted.offer_anchored if anchored else self._fitted.offer):
            return "pitch"
        if self._defaults.is_default(seen.text, names):
            return "default"
        if anchored:
            return "good" if seen.question or seen.reason else "generic"
        # Claiming a meeting or a reading is not what a merge field does, even when nothing bears it out.
        claimed = any(c.kind in NEEDS and c.kind != "mutual" for c in seen.claims)
        if (seen.merged and seen.alone and not claimed) or (seen.notice and seen.stock):
            return "template"
        return "template" if _mutual_stock(seen) else "generic"

    @staticmethod
    def _sells(aim: AimMark, *, anchored: bool) -> bool:
        # Between people who share something, hints of trade may be the talk itself; an offer is not.
        return aim.aim in _SELLING or (
            aim.aim == "pitch" and (aim.strong or not anchored or aim.score > _TRADE_TALK)
        )

    def _missing(self, seen: _Seen, label: str, max_chars: int) -> tuple[str, ...]:
        anchored = strength(seen.held) >= self._fitted.anchored
        missing: list[str] = []
        if seen.placeholders:
            missing.append("fix_placeholder")
        if label == "pitch":
            missing.append("no_pitch")
        if seen.links:
            missing.append("no_link")
        over = length_of(seen.text) > max_chars
        if label != "good":
            if not anchored:
                missing.append("anchor")
            missing += self._wanting(seen, label, anchored=anchored)
            over = over and length_of(seen.text) > _LONG
        if over and length_of(seen.text) > (300 if label == "good" else _LONG):
            missing.append("shorter")
        return tuple(missing)

    def _wanting(self, seen: _Seen, label: str, *, anchored: bool) -> list[str]:
        own = self._marks.self_centred(seen.text)
        if label == "pitch":
            return ["less_self"] if own and len(seen.text) > _LONG else []
        if label in ("default", "template") or anchored:
            return ["reason"]
        wanting = ["question"] if self._marks.vague_reason(seen.folded) and not seen.question else ["reason"]
        if own:
            wanting += ["hook", "less_self"]
        elif len(seen.text) > _LONG and not any(h.start < HOOK for h in seen.held):
            wanting.append("hook")
        return wanting

    def _parts(self, seen: _Seen, label: str, max_chars: int) -> dict[str, float]:
        length = length_of(seen.text)
        fit = 1.0 if 80 <= length <= min(200, max_chars) else max(0.0, (length - 30) / 50)
        if length > min(200, max_chars):
            fit = max(0.0, 1 - (length - 200) / 100) if length <= max_chars else 0.0
        parts = {
            "anchor": 0.45 * min(1.0, strength(seen.held) / 2),
            "reason": 0.15 * seen.reason,
            "question": 0.15 * seen.question,
            "hook": 0.15 * any(h.start < HOOK for h in seen.held),
            "length": round(0.10 * min(1.0, fit), 3),
        }
        if label == "pitch" or seen.links:
            parts["pitch"] = -0.30
        if label == "default":
            parts["default"] = -0.30
        if seen.alike > 0.6:
            parts["alike"] = round(-0.30 * (seen.alike - 0.6) / 0.4, 3)
        if self._marks.self_centred(seen.text):
            parts["self"] = -0.10
        if any(not c.supported for c in seen.claims):
            parts["unsupported"] = -0.20
        return parts


_SELLING = frozenset({"leads", "appointments", "crypto", "multilevel", "passive_income", "advance_payment"})


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


def _mutual_stock(seen: _Seen) -> bool:
    return any(c.kind == "mutual" and not c.supported for c in seen.claims) and seen.stock


def _say(missing: Sequence[str], label: str, unsupported: Sequence[str] = ()) -> Sentence:
    """Name the one thing that would help most."""
    if unsupported and "fix_placeholder" not in missing:
        return say(
            "Nothing that you know supports “{words}”: take it out or say what is true.", words=unsupported[0]
        )
    for need, sentence in _ADVICE.items():
        if need in missing:
            return Sentence(sentence)
    return Sentence(_FINE if label == "good" else _ADVICE["anchor"])


_FINE = mark("It has something only the two of you share, and a reason to answer.")
_ADVICE = {
    "fix_placeholder": mark("A blank was left to fill in."),
    "no_pitch": mark("It sells before anybody said yes: leave the offer for later."),
    "no_link": mark("Take the link out: a first note does not need it."),
    "anchor": mark(
        "Say something that is true of this person and nobody else: where you met, what of theirs you read, whom you both know."
    ),
    "reason": mark("Say why you write, or ask one thing that only this person can answer."),
    "question": mark("Ask one thing that this person can answer in a minute."),
    "shorter": mark("Make it shorter."),
    "less_self": mark("Talk less about yourself."),
    "hook": mark("Begin with what you share."),
}
