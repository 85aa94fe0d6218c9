"""Judges a whole network at the cost of its new texts: of most contacts an archive tells a position and a company alone.

Evidence is only asked about what is there to speak of; a second look, with the texts of conversations, goes to
the few whose advice hangs on who said what.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from calabazas.engine import positions, talks
from calabazas.engine.answers import Answer
from calabazas.engine.readings import hang_on
from calabazas.evidence.catalogue import gather, pieces
from calabazas.evidence.dossier import Dossier, Echo
from calabazas.evidence.finding import SourceRef
from calabazas.evidence.protections import CODE as PROTECTED
from calabazas.people.profile import EMPTY, Profile
from calabazas.reading.bulk import in_bulk
from calabazas.store import dossiers
from calabazas.verdict.verdict import judge as weigh_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from typing import TypeAlias

    from calabazas.engine.engine import Engine
    from calabazas.evidence.finding import Finding, Says, Unseen
    from calabazas.verdict.policy import Policy

    Find: TypeAlias = Callable[[Dossier], Says]
    Heard: TypeAlias = dict[object, list[tuple[Finding | Unseen, ...] | Find]]

SPEAKS_OF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (
            "account", "activity", "career", "comments", "few_contacts", "formulas", "lures", "mutuals", "place",
            "shared_past", "shared_words", "template_text", "verified",
        ),
        ("sights",),
    ),
    **dict.fromkeys(("address_book", "endorsement", "private_note", "recommendation"), ("links",)),
    **dict.fromkeys(("conversation", "dormant", "pitches"), ("talk",)),
    **dict.fromkeys(("same_note", "same_text"), ("echoes",)),
    **dict.fromkeys(("note", "rarity", "shared_firm", "sought"), ()),
    "declared": ("deeds", "sights"),
    "forgotten": ("deeds",),
    "gone": ("deeds", "echoes"),
    "picture": ("echoes", "sights"),
    "shared_event": ("links", "sights"),
}  # fmt: skip
"""What a piece of evidence needs to say anything of a contact of whom no more than a line is known: one of these, or of
such a contact it never speaks. Not asking it otherwise halves the cost (a test holds it to that); who is not named is asked."""
TEXT_ONLY = frozenset({"collects", "employer", "fit", "not_wanted", "recruits", "sells", "student"})
"""Evidence that looks at a position, a company and their readings and at nothing else of a contact (a test holds it)."""


@in_bulk()
def judge(engine: Engine, today: date, policy: Policy | None = None) -> list[Answer]:
    """Judge every contact for the purge."""
    return _answered(engine, today, policy or engine.policy, read(engine, today))


def judge_again(engine: Engine, today: date, found: Sequence[Dossier]) -> list[Answer]:
    """Judge contacts whose dossiers and readings are at hand: `judge` for the few whom something touched."""
    return _answered(engine, today, engine.policy, found)


def _answered(engine: Engine, today: date, policy: Policy, found: Iterable[Dossier]) -> list[Answer]:
    heard: Heard = {}
    first = [answered(d, policy, heard) for d in found]
    again = {a.dossier.person.id: a.dossier for a in first if _hangs_on_words(a)}
    if not again:
        return first
    worded = talks.with_words(engine, today, again)
    second = {d.person.id: answered(d, policy, heard) for d in worded}
    return [second.get(a.dossier.person.id, a) for a in first]


def answered(d: Dossier, policy: Policy, heard: Heard | None = None) -> Answer:
    """Judge one contact; evidence is not asked about what is not there: a page never seen, links there are none of.

    `heard` keeps what was said of a position and a company, and who else is to be asked, for all who are alike in that.
    """
    if was_seen(d):
        return Answer(d, weigh_up(d, gather(d), policy))
    return Answer(d, weigh_up(d, _says(d, {} if heard is None else heard), policy))


def _says(d: Dossier, heard: Heard) -> list[Finding | Unseen]:
    there = (bool(d.links), bool(d.deeds), bool(d.echoes), bool(d.observations), d.conversation is not None)
    key = (positions.text_of(d.profile), there)
    steps = heard.get(key)
    if steps is None:
        told = [(tuple(find(d)) if name in TEXT_ONLY else find) for name, find in _speaking(*there)]
        steps = heard[key] = [step for step in told if step]
    said: list[Finding | Unseen] = []
    for step in steps:
        said += step if isinstance(step, tuple) else step(d)
    return said


@cache
def _speaking(
    links: bool, deeds: bool, echoes: bool, sights: bool, talk: bool
) -> tuple[tuple[str, Find], ...]:
    there = {"links": links, "deeds": deeds, "echoes": echoes, "sights": sights, "talk": talk}
    return tuple(
        (name, find)
        for name, find in pieces()
        if name not in SPEAKS_OF or any(there[what] for what in SPEAKS_OF[name])
    )


@in_bulk()
def read(engine: Engine, today: date) -> list[Dossier]:
    """Give the dossiers of all contacts with readings of what they do, twins marked; no conversation is read."""
    found = dossiers.all_contacts(engine.store, today)
    if not found:
        return []
    member = replace(found[0].member, known_orgs=positions.known_orgs(engine.store, engine.readers))
    alike: dict[positions.Text, Profile] = {}
    profiles = {d.person.id: _told(d, alike) for d in found}
    seen = [replace(d, profile=profiles[d.person.id], member=member) for d in found if was_seen(d)]
    full = {d.person.id: d.readings for d in hang_on(seen, engine.readers)} if seen else {}
    texts = {id: positions.text_of(p) for id, p in profiles.items() if id not in full}
    told = positions.readings(engine.store, engine.readers, texts.values())
    twins = _twins(found, profiles)
    return [
        Dossier(
            d.person, d.today, d.question, d.standing, d.invitation, d.sent, d.connection, d.conversation, d.links, d.observations,
            profiles[d.person.id], d.deeds, (*d.echoes, *twins.get(d.person.id, ())), member, full.get(d.person.id) or told.get(texts[d.person.id]),
        )
        for d in found
    ]  # fmt: skip


def _told(d: Dossier, alike: dict[positions.Text, Profile]) -> Profile:
    """Let the position that the archive tells stand where no profile was seen; those `alike` share one."""
    p, c = d.profile, d.connection
    if c is None or p.headline or p.position or not (c.position or c.company):
        return p
    if p is EMPTY:
        text = (c.position, c.company)
        told = alike.get(text)
        if told is None:
            told = alike[text] = Profile(position=c.position or None, company=c.company or None)
        return told
    return replace(p, position=c.position or None, company=p.company or c.company or None)


def was_seen(d: Dossier) -> bool:
    """Tell whether more than a line is known: then everything is read, as for an invitation."""
    p = d.profile
    return bool(p.headline or p.about or p.experience or p.activity or p.location)


# --- who is here twice ----------------------------------------------------------------------------


def _twins(found: Sequence[Dossier], profiles: Mapping[int, Profile]) -> dict[int, tuple[Echo, ...]]:
    """Mark the quieter of two accounts with one name, employer and position; on a draw the one connected earlier."""
    groups: dict[tuple[str, str, str], list[Dossier]] = defaultdict(list)
    for d in found:
        p = profiles[d.person.id]
        if p.company and p.position:
            groups[d.person.name, p.company, p.position].append(d)
    marked: dict[int, tuple[Echo, ...]] = {}
    for group in groups.values():
        if len(group) > 1:
            *quieter, main = sorted(group, key=_liveliness)
            source = main.connection.source if main.connection else SourceRef("")
            marked |= {d.person.id: (Echo("twin", main.person.name, source),) for d in quieter}
    return marked


def _liveliness(d: Dossier) -> tuple[int, str]:
    talk, on = d.conversation, d.connection.on if d.connection else None
    return (talk.incoming + talk.outgoing if talk else 0, on.isoformat() if on else "")


# --- the few whose advice hangs on words ----------------------------------------------------------


def _hangs_on_words(a: Answer) -> bool:
    """Whether they wrote last and nothing else protects them, or a dormant tie is to be taken up again."""
    levels = {w.finding.level for w in a.verdict.weighed if w.finding.code == PROTECTED}
    return levels == {"owed"} or a.verdict.advice == "reconnect"
