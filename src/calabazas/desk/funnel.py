"""What became of whom the member invited: stage by stage, with what the numbers allow one to say and no more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from calabazas.engine.engine import Engine
from calabazas.engine.facts import about_both
from calabazas.measure.intervals import FEWEST_PER_ARM, Beta, Share, detectable, may_call_better
from calabazas.measure.survival import Curve, Wait, answer_curve
from calabazas.measure.told import document as share_document
from calabazas.measure.told import told
from calabazas.reading.meetings import sounds_like_meeting
from calabazas.reading.note_advice import LABELS
from calabazas.store import acts, dossiers
from calabazas.store.exchanged import invited_people
from calabazas.words import Sentence, mark, say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from calabazas.evidence.dossier import Dossier, Said
    from calabazas.language import Language
    from calabazas.store.engine import Store

RIPE_DAYS = 30
"""Days after which an invitation without a yes counts; younger ones are still open and count for nothing."""
NOTES_A_MONTH = 5
PRIOR = Beta(3, 7)
"""Acceptance of invitations elsewhere, worth ten cases (reference of section 4.3)."""
STAGES: tuple[tuple[str, str], ...] = (
    ("analysed", mark("Looked at")),
    ("invited", mark("Invited")),
    ("accepted", mark("Accepted")),
    ("conversation", mark("A word each way")),
    ("engaged", mark("Two turns each")),
    ("meeting", mark("Met")),
    ("outcome", mark("Something came of it")),
)
GROUPS: tuple[tuple[str, str], ...] = (
    ("note", mark("By note")),
    ("sector", mark("By sector")),
    ("role", mark("By role")),
    ("source", mark("By how you came to them")),
)
_NAMES = {
    **LABELS,
    "in_sector": mark("in your sector"),
    "outside": mark("outside it"),
    "unknown": mark("not known"),
    "known": mark("known from before"),
    "stranger": mark("strangers"),
}


@dataclass(frozen=True, slots=True)
class Thread:
    """One person invited: how far it went, and what was said on the way."""

    dossier: Dossier
    sent_on: date
    note: str
    accepted_on: date | None
    stage: str
    ripe: bool
    said: tuple[Said, ...]
    """What was said since the yes."""
    groups: Mapping[str, str]
    met: str | None
    outcome: str | None
    suggests: str
    """Words that sound like a meeting which the member has not confirmed."""

    @property
    def days(self) -> int | None:
        """Days until the yes."""
        return max(0, (self.accepted_on - self.sent_on).days) if self.accepted_on else None

    def reached(self, stage: str) -> bool:
        """Tell whether it went at least so far."""
        order = [name for name, _ in STAGES]
        return order.index(self.stage) >= order.index(stage)


@dataclass(frozen=True, slots=True)
class Row:
    """One family: how many of the ripe were accepted, how many of the accepted came to talk."""

    name: str
    accepted: Share
    talked: Share
    pending: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """All threads, counted."""

    today: date
    threads: tuple[Thread, ...]
    stages: tuple[tuple[str, int], ...]
    accepted: Share
    talked: Share
    pending: int
    groups: Mapping[str, tuple[Row, ...]]
    curve: Curve
    conclusion: Sentence

    @property
    def suggestions(self) -> tuple[Thread, ...]:
        """Threads that sound like a meeting: was there one?"""
        return tuple(t for t in self.threads if t.suggests and t.met is None)


def funnel(store: Store, today: date, engine: Engine | None = None) -> Funnel:
    """Follow everybody the member invited, as known on a day."""
    engine = engine or Engine(store)
    people = invited_people(store, today)
    found = engine.read(dossiers.dossiers(store, today, people, "suggest")) if people else []
    threads = _threads(engine, [d for d in found if d.sent], today)
    ripe = [t for t in threads if t.ripe]
    accepted = Share(sum(t.accepted_on is not None for t in ripe), len(ripe))
    yes = [t for t in threads if t.accepted_on]
    talked = Share(sum(t.reached("conversation") for t in yes), len(yes))
    groups = {name: _rows(threads, name) for name, _ in GROUPS}
    waits = [
        Wait(t.days if t.days is not None else (today - t.sent_on).days, t.days is not None) for t in threads
    ]
    # Whoever was looked at here, to be decided or invited, stands before the door of the funnel.
    looked = _looked_at(store, {t.dossier.person.id for t in threads})
    counts = [(name, sum(t.reached(name) for t in threads)) for name, _ in STAGES]
    counts[0] = ("analysed", len(threads) + looked)
    return Funnel(
        today,
        tuple(threads),
        tuple(counts),
        accepted,
        talked,
        len(threads) - len(ripe),
        groups,
        answer_curve(waits),
        _conclusion(accepted, groups["note"]),
    )


def thread(store: Store, today: date, person: int, engine: Engine | None = None) -> Thread | None:
    """Give the whole thread with one person; None when the member never invited them."""
    engine = engine or Engine(store)
    found = engine.read(dossiers.dossiers(store, today, [person], "suggest"))
    threads = _threads(engine, [d for d in found if d.sent], today)
    return threads[0] if threads else None


def _threads(engine: Engine, found: Sequence[Dossier], today: date) -> list[Thread]:
    threads = []
    earlier: list[str] = []
    for d in sorted(found, key=lambda d: (d.sent.sent_on if d.sent else today, d.person.id)):
        if d.sent is None:
            continue
        note, on = d.sent.note, d.sent.sent_on
        tie = d.connection.on if d.connection else None
        yes = tie if tie is not None and (tie - on).days >= -1 else None
        said = tuple(x for x in d.conversation.said if yes and x.on >= yes) if d.conversation else ()
        met = next((x.value for x in reversed(d.deeds) if x.kind == "met" and x.at >= on), None)
        outcome = next((x.value for x in reversed(d.deeds) if x.kind == "outcome"), None)
        threads.append(
            Thread(
                d,
                on,
                note,
                yes,
                _stage(yes, said, met, outcome),
                # A yes of yesterday to an invitation of yesterday is as unripe as its silence.
                (today - on).days >= RIPE_DAYS,
                said,
                _groups(engine, d, note, earlier),
                met,
                outcome,
                next((w for x in said if (w := sounds_like_meeting(x.text))), "") if met is None else "",
            )
        )
        if note.strip():
            earlier.append(note)
    return threads


def _stage(yes: date | None, said: Sequence[Said], met: str | None, outcome: str | None) -> str:
    if outcome is not None:
        return "outcome"
    if met is not None:
        return "meeting"
    turns = {True: 0, False: 0}
    last: bool | None = None
    for x in said:
        if x.mine is not last:
            turns[x.mine] += 1
            last = x.mine
    fewest = min(turns.values())
    return "engaged" if fewest >= 2 else "conversation" if fewest else "accepted" if yes else "invited"


def _groups(engine: Engine, d: Dossier, note: str, earlier: Sequence[str]) -> dict[str, str]:
    label = "none"
    if note.strip():
        check = engine.readers.notes.check_note(
            note, about_both(d), earlier_notes=earlier[-50:], max_chars=300
        )
        label = "default" if engine.readers.notes.is_default(note, (d.member.name,)) else check.label
    # The archive tells what somebody does only once they said yes: to count that would make every sector say yes.
    seen = d.readings if d.observations else None
    fit, head = (seen.fit, seen.headline) if seen else (None, None)
    grade = fit.grade if fit else None
    before = d.conversation is not None and d.sent is not None and d.conversation.first < d.sent.sent_on
    known = before or any(
        x.kind in ("address_book", "recommendation_given", "recommendation_received") for x in d.links
    )
    return {
        "note": label,
        "sector": "unknown" if grade is None else "in_sector" if grade in ("exact", "useful") else "outside",
        "role": (head.function if head and head.function else "unknown"),
        "source": "known" if known else "stranger",
    }


def _rows(threads: Sequence[Thread], group: str) -> tuple[Row, ...]:
    by: dict[str, list[Thread]] = defaultdict(list)
    for t in threads:
        by[t.groups[group]].append(t)
    rows = []
    for name, some in by.items():
        ripe = [t for t in some if t.ripe]
        yes = [t for t in some if t.accepted_on]
        rows.append(
            Row(
                name,
                Share(sum(t.accepted_on is not None for t in ripe), len(ripe)),
                Share(sum(t.reached("conversation") for t in yes), len(yes)),
                len(some) - len(ripe),
            )
        )
    return tuple(sorted(rows, key=lambda r: (-r.accepted.n, r.name)))


def _conclusion(accepted: Share, notes: Sequence[Row]) -> Sentence:
    """Say in one sentence what these numbers allow to conclude."""
    if accepted.n == 0:
        return say("No invitation of yours is old enough to count: there is nothing to conclude yet.")
    if accepted.n < FEWEST_PER_ARM:
        return say(
            "With {n} invitations that had time to be answered, nothing can be concluded about what works.",
            n=accepted.n,
        )
    best = max(notes, key=lambda r: r.accepted.rate or 0.0)
    rest = sum((r.accepted for r in notes if r is not best), Share(0, 0))
    if may_call_better(rest, best.accepted, PRIOR):
        return say(
            "“{best}” is accepted more often than the rest ({share} against {rest}); whom you send it to may be the reason.",
            best=name_of(best.name), share=told(best.accepted), rest=told(rest),
        )  # fmt: skip
    points = detectable(accepted.rate or 0.3, max(1, accepted.n // 2))
    if points is None:
        return say("No way of writing can be called better: there are too few invitations to tell.")
    return say(
        "No way of writing can be called better: with so many invitations only a difference of {points} points or more would show, and at {n} notes a month that takes patience.",
        points=round(100 * points), n=NOTES_A_MONTH,
    )  # fmt: skip


def _looked_at(store: Store, invited: set[int]) -> int:
    """Count the people the member decided on here without inviting them."""
    kinds = ("decided", "asked")
    return len(
        {
            k.act.person
            for k in acts.journal(store)
            if k.act.kind in kinds
            and not k.undone
            and k.act.person is not None
            and k.act.person not in invited
        }
    )


def name_of(group: str) -> Sentence:
    """Give the name of a family for people; a function of LinkedIn's stays as LinkedIn writes it."""
    return Sentence(_NAMES[group]) if group in _NAMES else say("{name}", name=group.replace("_", " "))


def story(t: Thread) -> list[tuple[date, Sentence]]:
    """Tell one thread whole: note, yes, words, meeting."""
    told_: list[tuple[date, Sentence]] = [
        (
            t.sent_on,
            say("You invited: “{note}”", note=t.note)
            if t.note.strip()
            else say("You invited, without a note"),
        )
    ]
    if t.accepted_on and t.days is not None:
        told_.append((t.accepted_on, say_n("Yes, after {n} day", "Yes, after {n} days", t.days)))
    told_ += [
        (
            x.on,
            say("You: “{text}”", text=x.text)
            if x.mine
            else say("{name}: “{text}”", name=t.dossier.person.name, text=x.text),
        )
        for x in t.said
    ]
    for deed in t.dossier.deeds:
        if deed.kind == "met":
            told_.append(
                (deed.at, say("You met: {where}", where=deed.value) if deed.value else say("You have met"))
            )
        elif deed.kind == "outcome":
            told_.append((deed.at, say("It came to this: {what}", what=deed.value)))
    return sorted(told_, key=lambda item: item[0])


def document(f: Funnel, language: Language) -> dict[str, Any]:
    """Give the funnel for machines."""
    return {
        "format": 1,
        "today": f.today.isoformat(),
        "stages": dict(f.stages),
        "accepted": share_document(f.accepted),
        "talked": share_document(f.talked),
        "pending": f.pending,
        "ripe_after_days": RIPE_DAYS,
        "median_days": f.curve.median,
        "groups": {
            group: [
                {
                    "name": r.name,
                    "accepted": share_document(r.accepted),
                    "talked": share_document(r.talked),
                    "pending": r.pending,
                }
                for r in rows
            ]
            for group, rows in f.groups.items()
        },
        "conclusion": language.say(f.conclusion),
        "threads": [_entry(t) for t in f.threads],
    }


def thread_document(t: Thread, language: Language) -> dict[str, Any]:
    """Give one thread whole for machines."""
    told_ = [{"on": on.isoformat(), "what": language.say(sentence)} for on, sentence in story(t)]
    return {"format": 1, **_entry(t), "story": told_}


def _entry(t: Thread) -> dict[str, Any]:
    return {
        "profile_url": t.dossier.person.url,
        "name": t.dossier.person.name,
        "sent_on": t.sent_on.isoformat(),
        "accepted_on": t.accepted_on.isoformat() if t.accepted_on else None,
        "stage": t.stage,
        "ripe": t.ripe,
        "groups": dict(t.groups),
        "sounds_like_meeting": t.suggests,
        "outcome": t.outcome,
    }


def record_outcome(store: Store, person: int, what: str, now: datetime) -> int:
    """Write what came of it, in the member's words; give the batch."""
    return acts.record(store, [acts.Act(person, "outcome", what)], now)
