"""Professional or collector? The question that Calabazas asks of others, asked of the member, with honest numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from calabazas.engine import contacts
from calabazas.engine.engine import Engine
from calabazas.evidence.catalogue import gather
from calabazas.measure.intervals import Share, newcombe
from calabazas.measure.told import document as share_document
from calabazas.measure.told import told
from calabazas.outputs.report import Bars, Block, Report, Table
from calabazas.reading.bulk import in_bulk
from calabazas.store import settings
from calabazas.store.exchanged import exchanged
from calabazas.verdict.verdict import judge
from calabazas.words import Sentence, mark, say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calabazas.evidence.dossier import Dossier, Person
    from calabazas.language import Language
    from calabazas.store.engine import Store
    from calabazas.verdict.policy import Policy

LAST = "mirror.last"
"""Setting that keeps the last look, so that `status` can tell it without judging a whole network."""
IN_TIME = 14
"""Days in which an answer counts as given in time: two weeks are reasonable."""
RECENT = 365
SHOWN_YEARS = 10
IN_SECTOR = ("exact", "useful")
FAIL = ("ignore", "follow")
"""Advice with which somebody would stay outside."""
CAVEAT = mark(
    "Judged by today's position alone, as if they invited you today without a note; whoever you know would pass for that."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One contact in the mirror: `sector` and `passes` are None where no position is known or it tells too little."""

    person: Person
    on: date | None
    sector: bool | None
    talked: bool
    passes: bool | None

    @property
    def matters(self) -> bool:
        """Whether they are of the sector or talk with the member: what a network is for."""
        return bool(self.sector) or self.talked


@dataclass(frozen=True, slots=True)
class Year:
    """One year's new contacts, and how the network stood at its end."""

    year: int
    gained: int
    sector: Share
    talked: Share
    passes: Share
    total: int
    matter: int


@dataclass(frozen=True, slots=True)
class Mirror:
    """The member's network in numbers that can be said aloud."""

    today: date
    data_as_of: date | None
    contacts: int
    hidden: int
    unknown: int
    """Contacts whose position is not known: they are left out of what hangs on it."""
    sector: Share
    talked: Share
    passes: Share
    failing: tuple[Seen, ...]
    failing_talked: int
    answered: Share
    """Invitations received that were answered within two weeks, of those old enough."""
    personalised: Share
    """Invitations sent with a note of one's own."""
    recent: Share
    """Of the contacts of the last twelve months, those who matter."""
    before: Share
    years: tuple[Year, ...]
    has_target: bool

    @property
    def first(self) -> Sentence:
        """The one line of the mirror."""
        if not self.has_target:
            return say("Without a target nobody can tell who belongs: calabazas target")
        if not self.passes.n:
            return say("There is nothing to hold up to the mirror yet.")
        failing = say_n(
            "{n} of your contacts would not pass your own criterion today",
            "{n} of your contacts would not pass your own criterion today",
            len(self.failing),
        )
        talked = say_n(
            "with {n} of them you came to talk", "with {n} of them you came to talk", self.failing_talked
        )
        if self.failing and not self.failing_talked:
            talked = say("with none of them did you ever talk")
        return (
            say("{failing}; {talked}.", failing=failing, talked=talked)
            if self.failing
            else say("All contacts whose position is known would pass your own criterion today.")
        )

    @property
    def growth(self) -> Sentence:
        """Whether what matters grows with the count, as far as the numbers carry."""
        now, then = self.recent, self.before
        if min(now.n, then.n) < 10:
            return say("There are too few contacts, new or old, to say where it is going.")
        gap = newcombe(then, now)
        words = {"now": told(now), "then": told(then)}
        if gap.low > 0:
            return say(
                "What matters grows faster than the count: of the last year {now}, before {then}.", **words
            )
        if gap.high < 0:
            return say(
                "The count grows faster than what matters: of the last year {now}, before {then}.", **words
            )
        return say(
            "What matters grows about as the count does: of the last year {now}, before {then}.", **words
        )


@in_bulk()
def mirror(store: Store, today: date, engine: Engine | None = None) -> Mirror:
    """Hold the network up to the member's own policy as of a day."""
    engine = engine or Engine(store)
    found = contacts.read(engine, today)
    seen = _all_seen(found, engine.policy)
    known = [s for s in seen if s.sector is not None]
    judged = [s for s in seen if s.passes is not None]
    failing = tuple(s for s in judged if not s.passes)
    fresh = [s for s in seen if s.on and (today - s.on).days < RECENT]
    older = [s for s in seen if s.on and (today - s.on).days >= RECENT]
    total = found[0].member.contacts if found else 0
    if judged:
        kept = {"on": today.isoformat(), "failing": len(failing), "talked": sum(s.talked for s in failing)}
        settings.put(store, LAST, json.dumps(kept), datetime.now())
    return Mirror(
        today,
        engine.data_as_of(today),
        max(total, len(found)),
        max(0, total - len(found)),
        len(seen) - len(known),
        _share(known, "sector"),
        _share(seen, "talked"),
        _share(judged, "passes"),
        failing,
        sum(s.talked for s in failing),
        _answered(store, today),
        _personalised(engine, store, today, found[0].member.name if found else ""),
        _share(fresh, "matters"),
        _share(older, "matters"),
        _years(seen),
        engine.readers.target is not None,
    )


def _all_seen(found: Sequence[Dossier], policy: Policy) -> list[Seen]:
    """Look at each contact; people of one position are judged once, since nothing else of them is looked at."""
    memory: dict[object, bool | None] = {}
    seen = []
    for d in found:
        key = d.person.id if contacts.was_seen(d) else (d.profile.position, d.profile.company)
        if key not in memory:
            memory[key] = _passes(d, policy)
        fit = d.readings.fit if d.readings else None
        sector = None if fit is None or fit.grade is None else fit.grade in IN_SECTOR
        talked = bool(d.conversation and d.conversation.two_way)
        seen.append(Seen(d.person, d.connection.on if d.connection else None, sector, talked, memory[key]))
    return seen


def _passes(d: Dossier, policy: Policy) -> bool | None:
    """Ask today's policy as if they stood at the door unknown; None where a position alone does not settle it."""
    if not (d.profile.position or d.profile.headline) or d.readings is None or d.readings.fit is None:
        return None
    stranger = replace(
        d, question="triage", invitation=None, sent=None, connection=None, conversation=None, links=(), deeds=(), echoes=()
    )  # fmt: skip
    advice = judge(stranger, gather(stranger), policy, looks_left=False).advice
    return True if advice == "accept" else False if advice in FAIL else None


def _answered(store: Store, today: date) -> Share:
    old = [x for x in exchanged(store, today, incoming=True) if (today - x.on).days > IN_TIME]
    days = [
        min((d - x.on).days for d in (x.connected_on, x.dealt_on) if d)
        for x in old
        if x.connected_on or x.dealt_on
    ]
    return Share(sum(n <= IN_TIME for n in days), len(old))


def _personalised(engine: Engine, store: Store, today: date, name: str) -> Share:
    sent = exchanged(store, today, incoming=False)
    notes = engine.readers.notes
    own = [
        x
        for x in sent
        if x.note.strip()
        and not notes.is_default(x.note, (name,))
        and notes.check_note(x.note, ()).label not in ("default", "template", "pitch")
    ]
    return Share(len(own), len(sent))


def _share(rows: Iterable[Seen], what: str) -> Share:
    values = [bool(getattr(row, what)) for row in rows]
    return Share(sum(values), len(values))


def _years(seen: Sequence[Seen]) -> tuple[Year, ...]:
    dated = [s for s in seen if s.on]
    years: list[Year] = []
    total = matter = 0
    for year in sorted({s.on.year for s in dated if s.on}):
        of = [s for s in dated if s.on and s.on.year == year]
        total += len(of)
        matter += sum(s.matters for s in of)
        years.append(
            Year(
                year,
                len(of),
                _share((s for s in of if s.sector is not None), "sector"),
                _share(of, "talked"),
                _share((s for s in of if s.passes is not None), "passes"),
                total,
                matter,
            )
        )
    return tuple(years)


# --- shown elsewhere ------------------------------------------------------------------------------

LINES: tuple[tuple[str, str], ...] = (
    ("sector", mark("Contacts in your sector")),
    ("talked", mark("Contacts with whom you wrote both ways")),
    ("passes", mark("Contacts whom your criterion would take today")),
    ("answered", mark("Invitations you answered within two weeks")),
    ("personalised", mark("Invitations you sent with more than LinkedIn's text or a template")),
)
"""Every share of the mirror by its field, with its name."""


def document(m: Mirror, language: Language) -> dict[str, Any]:
    """Give the mirror for machines; nobody is named."""
    return {
        "format": 1,
        "today": m.today.isoformat(),
        "data_as_of": m.data_as_of.isoformat() if m.data_as_of else None,
        "contacts": m.contacts,
        "hidden": m.hidden,
        "position_unknown": m.unknown,
        **{name: share_document(getattr(m, name)) for name, _ in LINES},
        "failing": len(m.failing),
        "failing_talked": m.failing_talked,
        "recent_matter": share_document(m.recent),
        "before_matter": share_document(m.before),
        "first": language.say(m.first),
        "growth": language.say(m.growth),
        "years": [
            {
                "year": y.year,
                "gained": y.gained,
                "total": y.total,
                "matter": y.matter,
                "sector": share_document(y.sector),
                "talked": share_document(y.talked),
                "passes": share_document(y.passes),
            }
            for y in m.years
        ],
    }


def report(m: Mirror, *, names: bool = False) -> Report:
    """Give the mirror as a page to print; names stay hidden unless asked for."""
    years = m.years[-SHOWN_YEARS:]
    blocks = [
        Block(
            say("In one look"),
            (m.first, m.growth),
            table=Table(
                (say("What"), say("How many")),
                tuple((Sentence(title), told(getattr(m, name))) for name, title in LINES),
            ),
        ),
        Block(
            say("Over the years"),
            (say("Each bar is the share of one year's new contacts who are in your sector; the line shows how unsure it is."),),
            bars=Bars(tuple((str(y.year), y.sector) for y in years)),
            table=Table(
                (say("Year"), say("New"), say("In your sector"), say("You talk"), say("Would pass today"), say("Contacts by then"), say("Of them matter")),
                tuple((y.year, y.gained, told(y.sector), told(y.talked), told(y.passes), y.total, y.matter) for y in years),
            ),
        ),
    ]  # fmt: skip
    if names and m.failing:
        blocks.append(
            Block(
                say("Who would not pass today"),
                (),
                table=Table(
                    (say("Name"), say("Since"), say("You talk")),
                    tuple(
                        (s.person.name, s.on or "", say("yes") if s.talked else say("no")) for s in m.failing
                    ),
                ),
            )
        )
    small = [
        say(CAVEAT),
        say("“Between … and …” is the range in which the true share lies nineteen times in twenty."),
    ]
    if m.unknown:
        small.append(say("Left out of the sector: {n} contacts whose position is not known.", n=m.unknown))
    if not names:
        small.append(say("Names are left out on purpose."))
    return Report(
        say("The mirror: professional or collector?"),
        say("{n} contacts, data as of {day}", n=m.contacts, day=m.data_as_of or m.today),
        tuple(blocks),
        tuple(small),
    )
