"""What does their note show: something shared, a word of their own, an aim, a claim that cannot be?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, clip, listed
from calabazas.people.identity import fold_name
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Facts, Says, SourceRef
    from calabazas.reading.notes import NoteReading

ANCHOR = "note_anchor"
INTEREST = "note_interest"
AIM = "note_aim"
CLAIM = "note_claim"
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_SHARED = ("met", "event", "overlap", "message", "group")
_PAST = ("overlap", "message")
_BOTH = ("both_", "mutual")
"""Facts of the two together, by the beginning of their ids; the rest is the member's alone."""
_SCHEMES = frozenset({"crypto", "multilevel", "passive_income", "advance_payment", "other_messenger"})


def find(d: Dossier) -> Says:
    """Read the note four ways: a missing or default one says nothing for or against anybody."""
    note = d.readings.note if d.readings else None
    if note is None or d.invitation is None:
        return
    sources = (d.invitation.source,)
    yield from _aims(note, sources)
    for anchor in note.anchors:
        if anchor.state == "contradicted" and _names_a_place(d):
            yield Finding(
                CLAIM,
                "contradicted",
                say("Their note says “{words}”, and your own dates say otherwise", words=clip(anchor.words)),
                {"words": anchor.words},
                sources,
            )
            return
    shared = [a for a in note.anchors if a.kind in _SHARED]
    confirmed = [a for a in note.anchors if a.state == "confirmed" and a.fact_id.startswith(_BOTH)]
    if confirmed:
        yield Finding(
            ANCHOR,
            "confirmed",
            say(
                "Their note speaks of something that your own data confirm: “{words}”",
                words=_spoken(d.invitation.note, confirmed[0].words),
            ),
            {},
            sources,
        )
    elif shared:
        # Where the member worked or spoke stands in their public profile: anybody can name it.
        past = next((a for a in shared if a.kind in _PAST), None)
        yield Finding(
            ANCHOR,
            "claimed_past" if past else "claimed",
            say(
                "Their note speaks of something shared that cannot be checked here: “{words}”",
                words=_spoken(d.invitation.note, (past or shared[0]).words),
            ),
            {},
            sources,
        )
    if note.kind == "personal":
        work = [a for a in note.anchors if a.kind in ("post", "work") and a.state == "confirmed"]
        inside = d.readings.note_fit if d.readings else None
        level = (
            "in_sector"
            if inside and inside.grade in ("exact", "useful")
            else "your_work"
            if work
            else "personal"
        )
        if level == "in_sector":
            sentence = say("Their note is about your sector, from inside it")
        elif work:
            sentence = say(
                "Their note speaks of your own work: “{words}”",
                words=_spoken(d.invitation.note, work[0].words),
            )
        else:
            sentence = say("Their note was written for you")
        yield Finding(INTEREST, level, sentence, {"warmth": round(note.warmth, 2)}, sources)


def _names_a_place(d: Dossier) -> bool:
    """Tell whether the note names an employer or school of the member: else there is nothing to contradict."""
    note = fold_name(d.invitation.note) if d.invitation else ""
    places = [p.company for p in d.member.positions] + [s for s, _, _ in d.member.schools]
    return any(w in note for p in places for w in fold_name(p).split() if len(w) >= 5)


def _spoken(note: str, words: str) -> str:
    """Give the sentence of the note in which the words stand, so that it is a quotation and not a list."""
    first = words.split(maxsplit=1)[0] if words.split() else ""
    told = next((p for p in _SENTENCE.split(note) if first and first in p), words)
    return clip(told, 140)


def _aims(note: NoteReading, sources: tuple[SourceRef, ...]) -> Says:
    words = listed((w.strip() for m in note.aims for w in m.words), 2)
    kinds = {m.aim for m in note.aims}
    facts: Facts = {"kinds": ", ".join(sorted(kinds))}
    if note.placeholders:
        yield Finding(
            AIM,
            "unfilled",
            say(
                "Their note is a template with its gaps left open: “{words}”",
                words=clip(note.placeholders[0], 60),
            ),
            {},
            sources,
        )
    if note.kind == "lure" or (note.kind == "pitch" and kinds & _SCHEMES):
        yield Finding(AIM, "lure", say("Their note leads elsewhere: “{words}”", words=words), facts, sources)
    elif note.kind == "pitch":
        # One weak word of selling in a note that leans on the member's own work is no pitch yet.
        leans = any(a.kind in ("post", "work") for a in note.anchors) and not any(m.strong for m in note.aims)
        yield Finding(
            AIM,
            "perhaps_pitch" if leans else "pitch",
            say("Their note sells before there is a yes: “{words}”", words=words),
            facts,
            sources,
        )
    elif "collector" in kinds:
        yield Finding(AIM, "collects", say("Their note counts contacts: “{words}”", words=words), {}, sources)
    elif note.kind == "template" or "mass" in kinds:
        yield Finding(AIM, "mass", say("Their note was written for many"), {}, sources)
