"""People worth knowing: a few a week, each with its reasons and with what a note to them can hold on to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from calabazas.engine.allowance import Allowance, allowance, mail_of, ways
from calabazas.engine.engine import Engine
from calabazas.engine.suggest import chosen, on_list
from calabazas.store import acts, people
from calabazas.store.acts import Act
from calabazas.verdict import explain
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from calabazas.engine.anchors import Anchor
    from calabazas.engine.suggest import Suggestion
    from calabazas.evidence.dossier import Person
    from calabazas.language import Language
    from calabazas.store.candidates import Perhaps
    from calabazas.store.engine import Store

FORMAT = 1
"""Version of the JSON document."""
WAYS = {
    "note": mark("Worth one of this month's notes"),
    "mail": mark("By mail, which costs no note"),
    "in_person": mark("You will meet: ask them there"),
    "look": mark("First find something to hold on to"),
    "queue": mark("Next month, when there are notes again"),
}
"""How to go about somebody, in words."""
VIA = {
    "address_book": mark("your address book"),
    "messages": mark("your messages"),
    "recommendation_received": mark("a recommendation"),
    "recommendation_given": mark("a recommendation"),
    "endorsement_received": mark("an endorsement"),
    "endorsement_given": mark("an endorsement"),
    "private_note": mark("your private notes"),
    "member_follow": mark("people you follow"),
    "listed": mark("a list of people"),
    "studied": mark("a profile you looked at"),
    "you_may_know": mark("LinkedIn's people you may know"),
}
"""Where a candidate comes from, in words."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Somebody to invite, and the way to go about it (a key of `WAYS`)."""

    suggestion: Suggestion
    way: str
    mail: str

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.suggestion.answer.dossier.person


@dataclass(frozen=True, slots=True)
class Week:
    """The suggestions of a week. `fitting` counts all whom the policy would invite, `candidates` all who were judged.

    `left_out` are those who may be in the network already, with the contact they may be.
    """

    today: date
    suggested: tuple[Suggested, ...]
    allowance: Allowance
    fitting: int
    candidates: int
    left_out: tuple[tuple[Person, Perhaps], ...]
    refused: int
    waiting: int
    others: tuple[Suggestion, ...] = ()


def week(
    store: Store, today: date, engine: Engine | None = None, *, event: str = "", everybody: bool = False
) -> Week:
    """Choose whom to invite this week: at most as many as the week has left, at most two of one company.

    `event` keeps to the people on its list; with `everybody` all who were judged stand in `others`, the most worth first.
    """
    engine = engine or Engine(store)
    left = allowance(store, engine.outgoing(today), today)
    found, pool = engine.suggestions(today)
    if event:
        found = [s for s in found if on_list(s, event)]
    taken = chosen(found, left.week_left)
    planned = ways(taken, left.notes_left)
    doubtful = [
        (p, perhaps) for id, perhaps in pool.left_out.items() if (p := people.get(store, id)) is not None
    ]
    return Week(
        today,
        tuple(Suggested(s, planned[s.answer.dossier.person.id], mail_of(s)) for s in taken),
        left,
        sum(s.answer.verdict.advice == "invite" for s in found),
        len(found),
        tuple(doubtful),
        pool.refused,
        pool.waiting,
        tuple(found) if everybody else (),
    )


def refuse(store: Store, persons: Sequence[int], now: datetime) -> int:
    """Never suggest these people again; give the batch, which undo takes back."""
    return acts.record(store, [Act(id, "decided", "ignore", {"question": "suggest"}) for id in persons], now)


def put_off(store: Store, persons: Sequence[int], until: date, now: datetime) -> int:
    """Do not suggest these people before a day; give the batch."""
    return acts.record(store, [Act(id, "decided", "later", until=until) for id in persons], now)


def document(w: Week, language: Language) -> dict[str, Any]:
    """Give the week as the JSON document that other programs read (a contract)."""
    listed = [(s.suggestion, s.way) for s in w.suggested] if not w.others else [(s, "") for s in w.others]
    return {
        "format": FORMAT,
        "today": w.today.isoformat(),
        "notes_left": w.allowance.notes_left,
        "week_left": w.allowance.week_left,
        "candidates": w.candidates,
        "fitting": w.fitting,
        "suggestions": [entry(s, way, language) for s, way in listed],
        "left_out": [
            {"profile_url": p.url, "name": p.name, "may_be": x.name, "confidence": x.confidence}
            for p, x in w.left_out
        ],
    }


def entry(s: Suggestion, way: str, language: Language) -> dict[str, Any]:
    """Give one suggestion of the document."""
    d, v = s.answer.dossier, s.answer.verdict
    return {
        "profile_url": d.person.url,
        "name": d.person.name,
        "verdict": v.advice,
        "because": language.say(explain.because(v)),
        "axes": dict(v.axes),
        "value": s.value,
        "via": sorted(s.via),
        "way": way,
        "anchor": _anchor(s.anchor, language) if s.anchor else None,
        "look": s.look,
        "perhaps": {"name": s.perhaps.name, "confidence": s.perhaps.confidence} if s.perhaps else None,
        "findings": [
            {
                "code": r.code,
                "level": r.level,
                "axis": r.axis,
                "decibans": r.decibans,
                "sentence": language.say(r.sentence),
                "sources": [{"file": x.file, "row": x.row} for x in r.sources],
            }
            for r in explain.reasons(v)
        ],
    }


def _anchor(anchor: Anchor, language: Language) -> dict[str, Any]:
    f = anchor.fact
    return {
        "id": f.id,
        "kind": f.kind,
        "text": f.text,
        "what": f.what,
        "on": f.on,
        "since": f.since,
        "until": f.until,
        "confirmed": f.confirmed,
        "sentence": language.say(anchor.sentence),
        "sources": [{"file": x.file, "row": x.row} for x in anchor.sources],
    }
