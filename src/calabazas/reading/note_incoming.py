"""Reads a note that somebody sent to the member: what it is, what it leans on, what it asks, what it is after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.facts import Fact
from calabazas.reading.anchors import AnchorReader, Held, strength
from calabazas.reading.claims import ClaimReader
from calabazas.reading.default_notes import DefaultTexts
from calabazas.reading.note_facts import FactReader, KnownFacts, spans_of_years
from calabazas.reading.note_marks import AimMark, Marks
from calabazas.reading.note_text import Span, clean, fold, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calabazas.reading.claims import Claim
    from calabazas.reading.note_words import NoteWords

KINDS = ("none", "default", "template", "pitch", "lure", "generic", "personal")
ANCHOR_OF_CLAIM = {
    "met": "met",
    "together": "overlap",
    "passed": "overlap",
    "read": "post",
    "hearsay": "mutual",
    "mutual": "mutual",
    "long_time": "message",
    "late": "message",
    "address": "message",
    "group": "group",
    "event": "event",
    "presents": "met",
}
ANCHOR_OF_FACT = {
    "met": "met",
    "event": "event",
    "employer": "overlap",
    "school": "overlap",
    "group": "group",
    "mutual": "mutual",
    "post": "post",
    "message": "message",
    "address": "message",
    "other": "work",
}
_OFFERS = frozenset({"leads", "appointments", "crypto", "multilevel", "passive_income", "advance_payment"})
_NAME_LETTERS = 4
"""Letters from which a word with a capital is a house's name and not a trade's initials."""
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_THANKS = re.compile(r"\b(?:gracias|grazas|obrigad[oa]|thanks?|thank you|merci|danke|agradec\w+)\b")
_PLAIN_OFFER = 4
"""Score of selling from which even thanks or a reporter's question do not excuse it."""
_HINTED_OFFER = 2.0
_MADE_LIKE_OFFER = 3.5
"""How much like an offer a note must be made, with weak words of selling and without any."""
_OWN_WORDS = 8
"""Words of content from which a note without any anchor is somebody's own and not a phrase for everybody."""
_TOLD_WORDS = 5
_FULL = 12
"""The same for who tells or thanks, and for a note in which a phrase of everybody's stands too."""


class Anchor(NamedTuple):
    """What a note leans on: its class, its words, and what the member's own data say of it.

    `state` is `confirmed`, `contradicted` (the years exclude each other) or `unchecked`.
    """

    kind: str
    words: str
    state: str
    fact_id: str = ""


@dataclass(frozen=True, slots=True)
class NoteReading:
    """An incoming note, understood; `warmth` is 0 to 1 and only describes the tone."""

    kind: str
    anchors: tuple[Anchor, ...] = ()
    ask: tuple[str, ...] = ()
    aims: tuple[AimMark, ...] = ()
    placeholders: tuple[str, ...] = ()
    warmth: float = 0.0


NO_NOTE = NoteReading("none")


class IncomingReader:
    """Reads incoming notes; built once from the words."""

    def __init__(self, vocabulary: NoteWords) -> None:
        self._words = vocabulary
        self._defaults = DefaultTexts(vocabulary)
        self._claims = ClaimReader(vocabulary)
        self._anchors = AnchorReader(vocabulary)
        self._marks = Marks(vocabulary)
        self._facts = FactReader(vocabulary)
        self._known = lru_cache(maxsize=64)(self._know)

    def read(
        self, note: str, *, recipient: Sequence[str], sender_name: str, facts: Sequence[Fact]
    ) -> NoteReading:
        """Read one note to the member, whose names are `recipient` and whose checkable past is `facts`."""
        text = clean(note)
        if not text:
            return NO_NOTE
        if self._defaults.is_default(text, (*recipient, sender_name)):
            return NoteReading("default")
        folded = fold(text)
        known = self._known(tuple(facts), tuple(recipient), sender_name)
        anchors = tuple(
            {(a.kind, a.state): a for a in reversed(tuple(self._anchored(text, known)))}.values()
        )[::-1]
        sure = [a for a in anchors if a.state != "contradicted"]
        own = {w.folded for a in anchors for w in words(a.words)} if anchors else set()
        aims = self._marks.aims(text, folded, known=own)
        asks = self._marks.asks(folded)
        blanks = self._marks.placeholders(text)
        if phishing := self._marks.phishing(text, folded):
            aims = (*(a for a in aims if a.aim != "lure"), phishing)
            kind = "lure"
        else:
            offer, tells = self._marks.offer(folded, known=own), self._marks.tells(folded)
            # A post held out is an offer too, and no sale.
            offer = 0.0 if self._words.recruits.search(folded) else offer
            kind = self._after(sure, aims, asks, offer=offer, tells=tells)
            if tells and kind != "pitch":
                aims = tuple(a for a in aims if a.aim != "pitch")
        kind = kind or ("template" if blanks else "")
        kind = kind or self._made_of(text, folded, known, sure, {a.aim for a in aims}, asks=asks)
        return NoteReading(kind, anchors, asks, aims, blanks, self._warmth(text, folded, known, asks))

    def _know(self, facts: tuple[Fact, ...], recipient: tuple[str, ...], sender: str) -> KnownFacts:
        names = [Fact(f"name{i}", name, "name") for i, name in enumerate((*recipient, sender)) if name]
        return KnownFacts(self._facts.read((*names, *facts)))

    def _anchored(self, text: str, known: KnownFacts) -> Iterator[Anchor]:
        taken: list[Span] = []
        seen: set[tuple[str, str]] = set()
        held = self._anchors.held(text, known)
        for claim in self._claims.read(text, known):
            kind = ANCHOR_OF_CLAIM.get(claim.kind)
            if kind is None:
                continue
            sentence = next(s for s in sentences(text) if s.start <= claim.span.start < s.end)
            taken.append(sentence)
            inside = [h for h in held if sentence.start <= h.start < sentence.end and h.weight >= 0.7]
            anchor = self._checked(text[sentence.start : sentence.end], claim, kind, inside, known)
            if (anchor.kind, anchor.state) not in seen:
                seen.add((anchor.kind, anchor.state))
                yield anchor
        # Who comes back under a new account says that the two knew each other: nobody can check that here.
        if (back := self._marks.again(text, fold(text))) and ("met", "unchecked") not in seen:
            yield Anchor("met", back, "unchecked")
        yield from self._unspoken(text, known, held, taken)

    def _checked(
        self, stretch: str, claim: Claim, kind: str, inside: Sequence[Held], known: KnownFacts
    ) -> Anchor:
        """Hold one claim against the facts that share telling words with its sentence."""
        apart = ""
        for one in inside:
            fact = next(f for f in known.facts if f.fact.id == one.fact_id)
            if kind in {ANCHOR_OF_FACT.get(k) for k in fact.kinds} or kind in ("met", "overlap", "event"):
                if not self._apart(stretch, fact.fact):
                    return Anchor(kind, claim.text, "confirmed", one.fact_id)
                apart = apart or one.fact_id
        return Anchor(kind, claim.text, "contradicted" if apart else "unchecked", apart)

    def _unspoken(
        self, text: str, known: KnownFacts, held: Sequence[Held], taken: Sequence[Span]
    ) -> Iterator[Anchor]:
        """Facts that the note touches without a verb that claims them: a project's name, an old employer's."""
        by_fact: dict[str, list[Held]] = {}
        for one in held:
            if not any(s.start <= one.start < s.end for s in taken):
                by_fact.setdefault(one.fact_id, []).append(one)
        for fact_id, group in by_fact.items():
            named = any(h.weight >= 0.9 for h in group)
            # A text of the member's own about their field shares words with everybody in it.
            enough = 2.0 if group[0].kind == "other" else 1.2
            # "Hospital" and "pharmacy" stand in many an employer's name: one of the words is written as a name.
            house = group[0].kind in ("employer", "school")
            if (strength(group) >= enough and (not house or any(_as_a_name(text, h) for h in group))) or (
                named and group[0].kind in ("employer", "school", "event", "mutual")
            ):
                fact = next(f.fact for f in known.facts if f.fact.id == fact_id)
                state = "contradicted" if self._apart(text, fact) else "confirmed"
                yield Anchor(
                    ANCHOR_OF_FACT.get(group[0].kind, "work"), " ".join(h.word for h in group), state, fact_id
                )

    @staticmethod
    def _apart(stretch: str, fact: Fact) -> bool:
        """Tell whether the years named there and those of the fact exclude each other."""
        if fact.since is None:
            return False
        last = fact.until if fact.until is not None else 9999
        spans = spans_of_years(stretch) or [(int(y), int(y)) for y in _YEAR.findall(stretch)]
        return bool(spans) and all(end < fact.since or start > last for start, end in spans)

    @staticmethod
    def _after(
        anchors: Sequence[Anchor], aims: Sequence[AimMark], asks: Sequence[str], *, offer: float, tells: bool
    ) -> str:
        """Tell a lure or a pitch by what the note is after, or give ""."""
        after = {a.aim: a for a in aims}
        if "lure" in after and ("sign_in" in asks or "pitch" not in after):
            return "lure"
        if after.keys() & _OFFERS:
            return "pitch"
        sells = after.get("pitch")
        # "Our app" of somebody who says what a thread taught them is their life, not their wares.
        if sells and (not tells or sells.score >= _PLAIN_OFFER):
            sure = sells.strong or (not anchors and offer >= _HINTED_OFFER)
            return "pitch" if sure else ""
        plain = anchors or tells or after.keys() & {"collector", "begs", "mass"}
        return "pitch" if offer >= _MADE_LIKE_OFFER and not plain else ""

    def _made_of(
        self,
        text: str,
        folded: str,
        known: KnownFacts,
        anchors: Sequence[Anchor],
        after: set[str],
        *,
        asks: Sequence[str],
    ) -> str:
        if after & {"mass", "begs"}:
            return "template"
        if anchors:
            return "personal"
        if self._marks.hollow(text, folded, known.names("name")):
            return "template"
        if "collector" in after:
            return "generic"
        notice, stock = self._marks.stock_phrases(folded)
        residue = self._marks.residue(text, (), known.names("name") | known.names("role"))
        # Thanks and a reporter's question are somebody's own in fewer words; and one phrase of everybody's
        # does not undo a note full of somebody's own.
        tells = self._marks.tells(folded)
        enough, full = (_TOLD_WORDS, _TOLD_WORDS) if tells else (_OWN_WORDS, _FULL)
        if notice or (stock and residue < full):
            return "template" if (notice and stock) or self._reads_back(text, known) else "generic"
        own = residue >= enough and ("question" in asks or self._marks.speaks_of_reader(folded))
        return "personal" if own and "job" not in asks else "generic"

    def _reads_back(self, text: str, known: KnownFacts) -> bool:
        role = known.names("role")
        return len({w.folded for w in words(text)} & role) >= 2

    def _warmth(self, text: str, folded: str, known: KnownFacts, asks: Sequence[str]) -> float:
        called = bool({w.folded for w in words(text)} & known.names("name"))
        signs = (
            called,
            _THANKS.search(folded) is not None,
            self._marks.speaks_of_reader(folded),
            "!" in text or any(ord(c) >= 0x1F300 for c in text),
            "question" in asks,
        )
        return sum(signs) / len(signs)


def _as_a_name(text: str, one: Held) -> bool:
    """Whether a word is written with a capital that no sentence's beginning gives it."""
    before = text[: one.start].rstrip(" \n\"'«“(¡¿")
    if len(one.word) < _NAME_LETTERS:
        return False  # HR, TI: a trade in two letters
    return text[one.start : one.start + 1].isupper() and bool(before) and before[-1] not in ".!?:…"
