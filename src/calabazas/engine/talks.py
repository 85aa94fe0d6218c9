"""Reads how conversations with contacts ended and what was offered in them, once for each state of a conversation."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from calabazas import shipped
from calabazas.reading.readings import Readings, TalkReading
from calabazas.reading.tone import ToneReading
from calabazas.store import dossiers
from calabazas.store import readings as kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calabazas.engine.engine import Engine
    from calabazas.evidence.dossier import Dossier

_FAMILY = "talks-"
FORM = f"{_FAMILY}2"
"""Raised whenever what is kept of a reading changes its form, or the same words come to be read otherwise."""
_READ_WITH = ("tone.toml", "notes/lexicon.toml", "notes/defaults.toml")
"""Every file that a reading is made from (a test holds it)."""
OFFERS = ("pitch", "lure")
"""Kinds of message that offer something nobody asked for."""
_LATEST = 4
"""Messages read from the end of a conversation: two offers are a habit, four a certainty."""
_LONGEST = 600
"""Characters read of a message: an offer shows early."""


def with_words(engine: Engine, today: date, held: Mapping[int, Dossier]) -> list[Dossier]:
    """Give the dossiers with how their conversation ended; what was read of one in this state is not read again."""
    version = f"{FORM}.{shipped.fingerprint(*_READ_WITH)}"
    keys = {id: _key(d) for id, d in held.items()}
    known = {key: _thawed(value) for key, value in kept.get(engine.store, version, keys.values()).items()}
    context = next(iter(held.values())).member
    # Hard words are quoted with their day, so those few texts are fetched each time.
    wanted = [id for id, key in keys.items() if key not in known or known[key][0].quotes]
    fetched = dossiers.dossiers(engine.store, today, wanted, "purge", context=context) if wanted else []
    talks = {d.person.id: d.conversation for d in fetched}
    fresh = {keys[d.person.id]: _read(engine, d) for d in fetched if keys[d.person.id] not in known}
    if fresh:
        # What was read by older rules can always be read again.
        kept.forget_others(engine.store, version, _FAMILY)
        kept.put(engine.store, version, {key: _frozen(*value) for key, value in fresh.items()})
    known |= fresh
    worded = []
    for id, d in held.items():
        tone, talk = known[keys[id]]
        readings = replace(d.readings or Readings(), tone=tone, talk=talk)
        worded.append(replace(d, conversation=talks.get(id) or d.conversation, readings=readings))
    return worded


def offers(engine: Engine, d: Dossier) -> frozenset[int]:
    """Find their latest messages that read as offers, by their place in the conversation."""
    said = d.conversation.said if d.conversation else ()
    theirs = [(i, x.text) for i, x in enumerate(said) if not x.mine][-_LATEST:]
    mine = d.member.name.split()
    return frozenset(
        i
        for i, text in theirs
        if engine.readers.notes.read_incoming(text[:_LONGEST], recipient=mine, sender_name=d.person.name).kind
        in OFFERS
    )


def _key(d: Dossier) -> str:
    talk = d.conversation
    return f"{d.person.id}:{talk.incoming}:{talk.outgoing}:{talk.last}" if talk else str(d.person.id)


def _read(engine: Engine, d: Dossier) -> tuple[ToneReading, TalkReading]:
    said = d.conversation.said if d.conversation else ()
    tone = engine.readers.tone.read([x.text for x in said])
    theirs = bool(said) and not said[-1].mine
    found = offers(engine, d) if theirs else frozenset()
    return tone, TalkReading(len(found), len(said) - 1 in found, theirs and "?" in said[-1].text)


def _frozen(tone: ToneReading, talk: TalkReading) -> bytes:
    return json.dumps(
        [
            tone.hostile,
            tone.strained,
            tone.cordial,
            tone.quotes,
            talk.offers,
            talk.last_offers,
            talk.last_asks,
        ]
    ).encode()


def _thawed(value: bytes) -> tuple[ToneReading, TalkReading]:
    hostile, strained, cordial, quotes, *talk = json.loads(value)
    return ToneReading(hostile, strained, cordial, tuple((i, w) for i, w in quotes)), TalkReading(*talk)
