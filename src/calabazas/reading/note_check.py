"""Judges a note that the member is about to send, against the closed list of facts it may draw on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from calabazas.reading.anchors import Held, strength
from calabazas.reading.claims import NEEDS, Claim
from calabazas.reading.note_advice import LABELS, advice
from calabazas.reading.note_facts import FactReader, KnownFacts
from calabazas.reading.note_seen import NoteLooker, Seen
from calabazas.reading.note_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from calabazas.people.facts import Fact
    from calabazas.reading.note_marks import AimMark
    from calabazas.reading.note_words import NoteWords
    from calabazas.words import Sentence

__all__ = ["LABELS", "NoteCheck", "NoteJudge", "Thresholds", "length_of"]

ANCHORED = 1.0
"""Weight of held words from which a note counts as anchored."""
RESIDUE = 4
"""Words of content beyond the anchored sentence from which a note counts as giving a reason."""
OFFER = 2.5
"""How much like an offer a note without an anchor must be made to be one."""
OFFER_ANCHORED = 4.0
"""The same for a note with an anchor, whose goods may be what the two talk about."""
HOOK = 60
"""Characters in which a preview shows the beginning of a note."""
LIKE_EARLIER = 0.8
"""Trigram likeness to an earlier note from which a note is a template, whatever it says."""
_LONG = 240
_TRADE_TALK = 3
_SELLING = frozenset({"leads", "appointments", "crypto", "multilevel", "passive_income", "advance_payment"})


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The four numbers that are fitted (by family: benchmarks/notes.py shows them on families not fitted on)."""

    anchored: float = ANCHORED
    residue: int = RESIDUE
    offer: float = OFFER
    offer_anchored: float = OFFER_ANCHORED


@dataclass(frozen=True, slots=True)
class NoteCheck:
    """What a note is, what it lacks, and what it claims that nothing supports.

    `score` is 0 to 1, the sum of `parts` (anchor, reason, question, hook, length, and negative ones);
    `length` counts as strictly as LinkedIn may.
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


def length_of(text: str) -> int:
    """Count a note as strictly as LinkedIn may: the larger of characters and UTF-16 units."""
    return max(len(text), len(text.encode("utf-16-le", "surrogatepass")) // 2)


class NoteJudge:
    """Checks outgoing notes; built once from the words."""

    def __init__(self, vocabulary: NoteWords, thresholds: Thresholds | None = None) -> None:
        self._fitted = thresholds or Thresholds()
        self._facts = FactReader(vocabulary)
        self._looker = NoteLooker(vocabulary)

    def check(
        self, note: str, facts: Sequence[Fact], *, earlier_notes: Iterable[str] = (), max_chars: int = 200
    ) -> NoteCheck:
        """Judge one note; `max_chars` is the member's limit (200 free, 300 paid)."""
        seen = self.look(note, facts, earlier_notes)
        return self.judge(seen, max_chars=max_chars)

    def look(self, note: str, facts: Sequence[Fact], earlier_notes: Iterable[str] = ()) -> Seen | None:
        """Look at a note without judging it; None when it is empty."""
        text = clean(note)
        return self._looker.look(text, KnownFacts(self._facts.read(facts)), earlier_notes) if text else None

    def judge(self, seen: Seen | None, *, max_chars: int = 200) -> NoteCheck:
        """Judge what was seen."""
        if seen is None:
            missing: tuple[str, ...] = ("anchor", "reason")
            return NoteCheck("none", missing, (), advice(missing, "none"))
        label = self._label(seen)
        missing = self._missing(seen, label, max_chars)
        parts = self._parts(seen, label, max_chars)
        unsupported = tuple(dict.fromkeys(c.text for c in seen.claims if not c.supported))
        return NoteCheck(
            label=label,
            missing=missing,
            unsupported=unsupported,
            sentence=advice(missing, label, unsupported, again=seen.alike >= LIKE_EARLIER),
            score=round(min(1.0, max(0.0, sum(parts.values()))), 3),
            parts=parts,
            anchors=seen.held,
            claims=seen.claims,
            aims=seen.aims,
            placeholders=seen.placeholders,
            length=length_of(seen.text),
        )

    def _anchored(self, seen: Seen) -> bool:
        return strength(seen.held) >= self._fitted.anchored

    def _reasoned(self, seen: Seen) -> bool:
        return seen.reason or seen.residue >= self._fitted.residue

    def _label(self, seen: Seen) -> str:
        if seen.placeholders or seen.alike >= LIKE_EARLIER:
            return "template"
        if not self._anchored(seen) and self._copied(seen):
            return "template"
        # A post held out to nobody in particular is copied to many; it asks for no money.
        sells = any(a.strong and a.aim in (*_SELLING, "pitch") for a in seen.aims)
        if seen.recruits and not sells and not self._anchored(seen):
            return "template"
        if self._sells(seen):
            return "pitch"
        if seen.default:
            return "default"
        if self._anchored(seen):
            return "good" if seen.question or self._reasoned(seen) else "generic"
        # Claiming a meeting or a reading is not what a merge field does, even when nothing bears it out.
        claimed = any((c.kind in NEEDS or c.kind == "about") and c.kind != "mutual" for c in seen.claims)
        merged = seen.merged and (seen.alone or seen.notice) and not claimed
        in_common = seen.stock and any(c.kind == "mutual" and not c.supported for c in seen.claims)
        return "template" if merged or in_common or (seen.notice and seen.stock) else "generic"

    @staticmethod
    def _copied(seen: Seen) -> bool:
        """Tell whether it still bears the marks of its copying: somebody else's name, "Estimado/a", "Dear all"."""
        named = any(c.kind == "name" for c in seen.claims)
        return named or any(a.aim == "mass" for a in seen.aims)

    def _sells(self, seen: Seen) -> bool:
        anchored = self._anchored(seen)
        if seen.offer >= (self._fitted.offer_anchored if anchored else self._fitted.offer):
            return True
        # Between people who share something, hints of trade may be the talk itself; an offer is not.
        return any(
            aim.aim in _SELLING
            or (aim.aim == "pitch" and (aim.strong or not anchored or aim.score > _TRADE_TALK))
            for aim in seen.aims
        )

    def _missing(self, seen: Seen, label: str, max_chars: int) -> tuple[str, ...]:
        anchored = self._anchored(seen)
        missing: list[str] = []
        if seen.placeholders:
            missing.append("fix_placeholder")
        if label == "pitch":
            missing.append("no_pitch")
        if seen.links:
            missing.append("no_link")
        if label != "good":
            if not anchored:
                missing.append("anchor")
            missing += self._wanting(seen, label, anchored=anchored)
        # What says little should say it shortly; what hooks may use the whole allowance.
        if length_of(seen.text) > (max_chars if label == "good" else min(max_chars, _LONG)):
            missing.append("shorter")
        return tuple(missing)

    def _wanting(self, seen: Seen, label: str, *, anchored: bool) -> list[str]:
        long = len(seen.text) > _LONG
        if label == "pitch":
            return ["less_self"] if seen.self_centred and long else []
        if label in ("default", "template") or anchored:
            return ["reason"]
        wanting = ["question"] if seen.vague and not seen.question else ["reason"]
        if seen.self_centred:
            wanting += ["hook", "less_self"]
        elif long and not any(h.start < HOOK for h in seen.held):
            wanting.append("hook")
        return wanting

    def _parts(self, seen: Seen, label: str, max_chars: int) -> dict[str, float]:
        parts = {
            "anchor": round(0.45 * min(1.0, strength(seen.held) / 2), 3),
            "reason": 0.15 * self._reasoned(seen),
            "question": 0.15 * seen.question,
            "hook": 0.15 * any(h.start < HOOK for h in seen.held),
            "length": round(0.10 * _fit(length_of(seen.text), max_chars), 3),
        }
        if label == "pitch" or seen.links:
            parts["pitch"] = -0.30
        if label == "default":
            parts["default"] = -0.30
        if seen.alike > 0.6:
            parts["alike"] = round(-0.30 * (seen.alike - 0.6) / 0.4, 3)
        if seen.self_centred:
            parts["self"] = -0.10
        if any(not c.supported for c in seen.claims):
            parts["unsupported"] = -0.20
        return parts


def _fit(length: int, max_chars: int) -> float:
    """Give 1 from 80 to 200 characters, falling to 0 at 30 and at the limit's end."""
    if length > max_chars:
        return 0.0
    if length > 200:
        return max(0.0, 1 - (length - 200) / 100)
    return min(1.0, max(0.0, (length - 30) / 50))
