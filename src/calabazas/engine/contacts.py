"""Judges a whole network at the cost of its new texts: of most contacts an archive tells a position and a company alone.

Their readings are kept in the member's file by text and by everything that could make them read otherwise; a
second look, with the texts of conversations, goes to the few whose advice hangs on who said what.
"""

from __future__ import annotations

import gc
import json
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from calabazas import shipped
from calabazas.engine import talks
from calabazas.engine.answers import Answer
from calabazas.engine.readings import hang_on
from calabazas.evidence.catalogue import gather, pieces
from calabazas.evidence.dossier import Dossier, Echo, Person
from calabazas.evidence.finding import SourceRef
from calabazas.evidence.protections import CODE as PROTECTED
from calabazas.people.profile import EMPTY, Profile
from calabazas.reading.fit import VERSION, Carrier, Fit
from calabazas.reading.headlines import Flag, Headline
from calabazas.reading.readings import Readings
from calabazas.store import dossiers
from calabazas.store import readings as kept
from calabazas.verdict.verdict import judge as weigh_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from calabazas.engine.engine import Engine
    from calabazas.evidence.finding import Finding, Says, Unseen

    Heard = dict[tuple[str, str], dict[str, tuple[Finding | Unseen, ...]]]
    from calabazas.verdict.policy import Policy

FORM = "contacts-1"
"""Raised whenever what is kept of a reading changes its form."""
PAGE_ONLY = frozenset(
    {
        "account", "activity", "career", "comments", "few_contacts", "formulas", "lures", "mutuals", "note", "picture",
        "place", "same_text", "template_text", "verified",
    }
)  # fmt: skip
"""Evidence that has nothing to say about a position and a company (a test holds it to that): asking cost a third."""
LINKS_ONLY = frozenset({"address_book", "endorsement", "private_note", "recommendation"})
DEEDS_ONLY = frozenset({"forgotten"})
TALK_ONLY = frozenset({"conversation", "dormant", "pitches"})
"""The same of evidence that lives on links, on the member's deeds, on messages."""
TEXT_ONLY = frozenset({"collects", "employer", "fit", "not_wanted", "recruits", "sells", "student"})
"""Evidence that looks at a position, a company and their readings and at nothing else of a contact (a test holds it)."""
_READ_WITH = (
    "fit.toml", "places.toml", "seniority.toml", "functions.toml", "flags.toml", "modern_titles.toml", "cues.toml",
    "trades.toml", "wishes.toml", "encoder.bin", *(f"fields/{name}.toml" for name in ("1_business", "2_law_public", "3_technology", "4_industry", "5_life")),
)  # fmt: skip


def judge(engine: Engine, today: date, policy: Policy | None = None) -> list[Answer]:
    """Judge every contact for the purge."""
    with _in_bulk():
        return _judge(engine, today, policy or engine.policy)


def judge_again(engine: Engine, today: date, found: Sequence[Dossier]) -> list[Answer]:
    """Judge contacts whose dossiers and readings are at hand: `judge` for the few whom something touched."""
    return _answered(engine, today, engine.policy, found)


def _judge(engine: Engine, today: date, policy: Policy) -> list[Answer]:
    return _answered(engine, today, policy, read(engine, today))


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

    `heard` keeps what was said of a position and a company, for everybody who has them.
    """
    if was_seen(d):
        return Answer(d, weigh_up(d, gather(d), policy))
    return Answer(d, weigh_up(d, _says(d, {} if heard is None else heard), policy))


def _says(d: Dossier, heard: Heard) -> Says:
    text = _text_of(d.profile)
    known = heard.get(text)
    if known is None:
        known = heard[text] = {name: tuple(find(d)) for name, find in pieces() if name in TEXT_ONLY}
    for name, find in _speaking(bool(d.links), bool(d.deeds), d.conversation is not None):
        yield from known[name] if name in TEXT_ONLY else find(d)


@cache
def _speaking(links: bool, deeds: bool, talk: bool) -> tuple[tuple[str, Callable[[Dossier], Says]], ...]:
    silent = set(PAGE_ONLY)
    for there, names in ((links, LINKS_ONLY), (deeds, DEEDS_ONLY), (talk, TALK_ONLY)):
        if not there:
            silent |= names
    return tuple((name, find) for name, find in pieces() if name not in silent)


@contextmanager
def _in_bulk() -> Iterator[None]:
    """Put the search for cycles off while tens of thousands of dossiers are made, none of which has any: it took a third."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read(engine: Engine, today: date) -> list[Dossier]:
    """Give the dossiers of all contacts with readings of what they do, twins marked; no conversation is read."""
    with _in_bulk():
        return _read(engine, today)


def _read(engine: Engine, today: date) -> list[Dossier]:
    found = dossiers.all_contacts(engine.store, today)
    if not found:
        return []
    target, member = engine.readers.target, found[0].member
    if target and target.known_orgs:
        member = replace(member, known_orgs=target.known_orgs)
    profiles = {d.person.id: _told(d) for d in found}
    seen = [replace(d, profile=profiles[d.person.id], member=member) for d in found if was_seen(d)]
    full = {d.person.id: d.readings for d in hang_on(seen, engine.readers)} if seen else {}
    texts = _texts(engine, (p for id, p in profiles.items() if id not in full))
    twins = _twins(found, profiles)
    return [
        replace(
            d,
            profile=profiles[d.person.id],
            member=member,
            readings=full.get(d.person.id) or texts.get(_text_of(profiles[d.person.id])),
            echoes=(*d.echoes, *twins.get(d.person.id, ())),
        )
        for d in found
    ]


def _told(d: Dossier) -> Profile:
    """Let the position that the archive tells stand where no profile was seen."""
    p, c = d.profile, d.connection
    if c is None or p.headline or p.position or not (c.position or c.company):
        return p
    if p is EMPTY:
        return Profile(position=c.position or None, company=c.company or None)
    return replace(p, position=c.position or None, company=p.company or c.company or None)


def was_seen(d: Dossier) -> bool:
    """Tell whether more than a line is known: then everything is read, as for an invitation."""
    p = d.profile
    return bool(p.headline or p.about or p.experience or p.activity or p.location)


# --- readings, kept -------------------------------------------------------------------------------


def _text_of(p: Profile) -> tuple[str, str]:
    return p.position or "", p.company or ""


def _texts(engine: Engine, profiles: Iterable[Profile]) -> dict[tuple[str, str], Readings]:
    """Read each distinct position once, and those of earlier days not at all."""
    wanted = {t for t in map(_text_of, profiles) if t[0]}
    version = _version(engine)
    keys = {t: blake2b("\0".join(t).encode(), digest_size=12).hexdigest() for t in wanted}
    known = kept.get(engine.store, version, keys.values())
    found = {t: _thawed(known[key]) for t, key in keys.items() if key in known}
    missing = sorted(wanted - found.keys())
    if missing:
        fresh = hang_on(
            [replace(_NOBODY, profile=replace(EMPTY, position=p, company=c or None)) for p, c in missing],
            engine.readers,
        )
        for text, d in zip(missing, fresh, strict=True):
            if d.readings is not None:
                found[text] = d.readings
        # One version is kept: readings under an older target can always be made again.
        kept.forget_others(engine.store, version, FORM)
        kept.put(
            engine.store,
            version,
            {keys[t]: _frozen(found[t]) for t in missing if t in found},
        )
    return found


def _version(engine: Engine) -> str:
    """Name everything a reading rests on, without building the readers themselves."""
    digest = blake2b(digest_size=12)
    for part in (FORM, VERSION, engine.readers.target_text, engine.readers.target_toml):
        digest.update(part.encode() + b"\0")
    for name in _READ_WITH:
        digest.update(shipped.read(name))
    return f"{FORM}.{digest.hexdigest()}"


def _frozen(r: Readings) -> bytes:
    h = r.headline
    head = [h.seniority, list(h.functions), [[f.code, f.words] for f in h.flags], h.company] if h else None
    return json.dumps([head, _fit(r.fit), _fit(r.serves)], ensure_ascii=False, separators=(",", ":")).encode()


def _fit(fit: Fit | None) -> list[object] | None:
    if fit is None:
        return None
    said = [[[c.words, c.field, c.wish] for c in some] for some in (fit.carried_by, fit.unwanted)]
    return [fit.score, fit.grade, fit.uncertainty, *said, fit.role_match, fit.seniority]


def _thawed(value: bytes) -> Readings:
    head, fit, serves = json.loads(value)
    return Readings(
        headline=Headline(
            "", (), head[0], tuple(head[1]), tuple(Flag(code, words) for code, words in head[2]), head[3]
        )
        if head
        else None,
        fit=_unfit(fit),
        serves=_unfit(serves),
    )


def _unfit(v: list[object] | None) -> Fit | None:
    if v is None:
        return None
    score, grade, uncertainty, carried, unwanted, role, seniority = v
    return Fit(
        score=float(str(score)),
        grade=str(grade) if grade is not None else None,
        uncertainty=float(str(uncertainty)),
        carried_by=_carriers(carried),
        role_match=float(str(role)),
        seniority=str(seniority) if seniority is not None else None,
        unwanted=_carriers(unwanted),
    )


def _carriers(rows: object) -> tuple[Carrier, ...]:
    return tuple(Carrier(*map(str, row)) for row in rows) if isinstance(rows, list) else ()


_NOBODY = Dossier(Person(0, ""), date.min, "purge")
"""Carries a text to the readers on behalf of everybody who has it."""


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
