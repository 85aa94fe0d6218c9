"""Who is already in and has lost the member's interest: proposals in small batches, time to think, nothing done here.

What is decided cools for thirty days before a click is asked for; whoever comes to life meanwhile drops out
of the list by themselves. The next archive tells what was really done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from calabazas import shipped
from calabazas.engine.engine import Engine
from calabazas.evidence.protections import CODE as PROTECTED
from calabazas.outputs import table
from calabazas.reading.bulk import in_bulk
from calabazas.store import acts, people, settings
from calabazas.store.acts import Act
from calabazas.verdict import explain
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from calabazas.engine.answers import Answer
    from calabazas.evidence.dossier import Person
    from calabazas.language import Language
    from calabazas.store.acts import Kept
    from calabazas.store.engine import Store
    from calabazas.words import Sentence
    from calabazas.writing.compose import Composer

BATCH = 20
"""People proposed at once: more is not looked at, only clicked."""
COOLING_DAYS = 30
"""Days between deciding to let somebody go and being asked for the click."""
KEPT_DAYS = 365
"""Days for which somebody the member kept is not proposed again."""
PROPOSED = ("let_go", "unfollow")
CAVEAT = mark("This sees LinkedIn only: no telephone, no mail, no coffee. You know what it cannot.")
_EXPORTED = "purge.exported"


class NotYetError(Exception):
    """A click is not due yet: `why` is `cooling` (until `until`), `export` first, or `undecided`."""

    def __init__(self, why: str, until: date | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.until = until


@dataclass(frozen=True, slots=True)
class Decided:
    """What the member decided of a contact and where it stands.

    `state` is `cooling` (until `due`), `ready` for the click, `woken` (something protects them since),
    `done` and not yet confirmed, `confirmed` by a newer archive, or `still_there` although done.
    """

    person: Person
    choice: str
    on: date
    due: date
    state: str
    exported: bool
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Purge:
    """All contacts judged, what to look at next, and what is under way."""

    today: date
    data_as_of: date | None
    answers: tuple[Answer, ...]
    proposals: tuple[Answer, ...]
    """Everybody proposed for letting go or unfollowing and not decided, the clearest first."""
    reconnect: tuple[Answer, ...]
    """Dormant ties worth taking up again, those most looked for first."""
    decided: tuple[Decided, ...]
    hidden: int
    """Contacts of whom LinkedIn gives no name: closed or hidden accounts."""

    @property
    def batch(self) -> tuple[Answer, ...]:
        """The next people to look at."""
        return self.proposals[:BATCH]

    def count(self, advice: str) -> int:
        """Count the contacts with this advice."""
        return sum(a.verdict.advice == advice for a in self.answers)

    def standing(self, state: str) -> tuple[Decided, ...]:
        """Give the decisions that stand so."""
        return tuple(d for d in self.decided if d.state == state)


@in_bulk()
def purge(store: Store, today: date, engine: Engine | None = None) -> Purge:
    """Judge every contact as of a day."""
    engine = engine or Engine(store)
    answers = engine.contacts(today)
    decided = _decided(store, answers, today, engine.data_as_of(today))
    waiting = {d.person.id for d in decided if d.state != "woken"} | _kept(store, today)
    open_ = [a for a in answers if a.dossier.person.id not in waiting]
    total = answers[0].dossier.member.contacts if answers else 0
    return Purge(
        today,
        engine.data_as_of(today),
        tuple(answers),
        tuple(sorted((a for a in open_ if a.verdict.advice in PROPOSED), key=_order)),
        tuple(sorted((a for a in open_ if a.verdict.advice == "reconnect"), key=_worth_first)),
        decided,
        max(0, total - len(answers)),
    )


def protections(answer: Answer) -> tuple[tuple[str, Sentence], ...]:
    """Give what protects somebody, as (level, sentence)."""
    return tuple(
        (w.finding.level, w.finding.sentence) for w in answer.verdict.weighed if w.finding.code == PROTECTED
    )


def draft(answer: Answer, language: str) -> str:
    """Write the words to take a dormant tie up again; "" when there was never a conversation."""
    talk, name = answer.dossier.conversation, answer.dossier.person.name
    if talk is None:
        return ""
    return _composer(language).reconnect(name, str(talk.last.year))


@cache
def _composer(language: str) -> Composer:
    from calabazas.writing.compose import Composer  # noqa: PLC0415 - most questions write nothing

    return Composer(shipped.read(f"notes/drafts_{language}.toml"))


def decide(store: Store, answers: Iterable[Answer], choice: str, language: Language, now: datetime) -> int:
    """Write the same decision about contacts as one batch, with the advice as it was shown; give the batch.

    Raises:
        ValueError: no such choice.
    """
    return acts.record(
        store, [Act(a.dossier.person.id, "purged", choice, _shown(a, language)) for a in answers], now
    )


def follow(store: Store, answers: Iterable[Answer], language: Language, now: datetime) -> int:
    """Decide on each contact as advised, all as one batch, which one undo takes back; give the batch."""
    chosen = [Act(a.dossier.person.id, "purged", a.verdict.advice, _shown(a, language)) for a in answers]
    return acts.record(store, chosen, now)


def remember_nothing(store: Store, persons: Sequence[int], now: datetime) -> int:
    """Write that the member remembers nothing of these people; give the batch."""
    return acts.record(store, [Act(p, "forgotten_who") for p in persons], now)


def seen_gone(store: Store, person: int, how: str, now: datetime) -> int:
    """Write that an account is `closed` or a `duplicate`; give the batch.

    Raises:
        ValueError: another word.
    """
    return acts.record(store, [Act(person, "gone", how)], now)


def done(store: Store, decided: Sequence[Decided], now: datetime) -> int:
    """Write that the clicks are made; give the batch.

    Raises:
        NotYetError: one of them is not due, or is let go without having been exported.
    """
    for one in decided:
        if one.state == "cooling":
            raise NotYetError("cooling", one.due)
        if one.state != "ready":
            raise NotYetError("undecided")
        if one.choice == "let_go" and not one.exported:
            raise NotYetError("export")
    return acts.record(store, [Act(one.person.id, "done", one.choice) for one in decided], now)


def export(store: Store, decided: Iterable[Decided], language: Language, now: datetime, out: TextIO) -> int:
    """Write what is known of everybody about to be let go, so that nothing is lost with the tie; give their number."""
    rows = [_row(one, language) for one in decided]
    table.write([_HEAD, *rows], out)
    newest = max((k.id for k in acts.journal(store)), default=0)
    settings.put(store, _EXPORTED, str(newest), now)
    return len(rows)


def document(p: Purge, language: Language) -> dict[str, Any]:
    """Give the purge as the JSON document that other programs read (a contract)."""
    said = {d.person.id: d for d in p.decided}
    return {
        "format": 1,
        "today": p.today.isoformat(),
        "data_as_of": p.data_as_of.isoformat() if p.data_as_of else None,
        "caveat": language.text(CAVEAT),
        "hidden": p.hidden,
        "contacts": [_entry(a, said.get(a.dossier.person.id), language) for a in p.answers],
        "batch": [a.dossier.person.url for a in p.batch],
        "decided": [
            {
                "profile_url": d.person.url,
                "name": d.person.name,
                "decision": d.choice,
                "on": d.on.isoformat(),
                "due": d.due.isoformat(),
                "state": d.state,
                "exported": d.exported,
            }
            for d in p.decided
        ],
    }


def _entry(a: Answer, decided: Decided | None, language: Language) -> dict[str, Any]:
    v, d = a.verdict, a.dossier
    return {
        "profile_url": d.person.url,
        "name": d.person.name,
        "connected_on": d.connection.on.isoformat() if d.connection and d.connection.on else None,
        "verdict": v.advice,
        "because": language.say(explain.because(v)),
        "axes": dict(v.axes),
        "protections": [
            {"code": level, "sentence": language.say(sentence)} for level, sentence in protections(a)
        ],
        "findings": [
            {
                "code": w.finding.code,
                "level": w.finding.level,
                "axis": w.axis,
                "decibans": w.decibans,
                "sentence": language.say(w.finding.sentence),
            }
            for w in v.weighed
            if w.finding.code != PROTECTED
        ],
        "decided": decided.choice if decided else None,
    }


def _decided(
    store: Store, answers: Iterable[Answer], today: date, data_as_of: date | None
) -> tuple[Decided, ...]:
    """Follow every decision of the ledger that is not merely to keep."""
    last: dict[int, Kept] = {}
    clicked: dict[int, date] = {}
    for kept in acts.journal(store):
        about, on = kept.act.person, date.fromisoformat(kept.at[:10])
        if kept.undone or about is None or on > today:
            continue
        if kept.act.kind == "purged":
            last[about] = kept
            clicked.pop(about, None)
        elif kept.act.kind == "done" and about in last:
            clicked[about] = on
    here = {a.dossier.person.id: a for a in answers}
    exported = int(settings.get(store, _EXPORTED, "0"))
    found = []
    for id, kept in last.items():
        person = here[id].dossier.person if id in here else people.get(store, id)
        if kept.act.value == "keep" or person is None:
            continue
        on = date.fromisoformat(kept.at[:10])
        wait = COOLING_DAYS if kept.act.value == "let_go" else 0
        due = on + timedelta(days=wait)
        told = _Told(clicked.get(id), due, today, data_as_of)
        state = _state(kept, here.get(person.id), told)
        found.append(
            Decided(person, kept.act.value, on, due, state, kept.id <= exported, here.get(person.id))
        )
    return tuple(sorted(found, key=lambda d: (d.due, d.person.name)))


class _Told(NamedTuple):
    """The days that a state hangs on."""

    clicked: date | None
    due: date
    today: date
    data_as_of: date | None


def _state(kept: Kept, answer: Answer | None, days: _Told) -> str:
    if answer is None:
        return "confirmed"
    if days.clicked is not None:
        # An archive of a later day that still has them says that the click did not happen.
        late = kept.act.value == "let_go" and days.data_as_of is not None and days.data_as_of > days.clicked
        return "still_there" if late else "done"
    # The member may let go whom the product would keep; only what is new since then wakes somebody.
    if kept.act.value == "let_go" and set(_levels(answer)) - _levels_shown(kept):
        return "woken"
    return "cooling" if days.today < days.due else "ready"


def _levels(answer: Answer) -> list[str]:
    return [level for level, _ in protections(answer)]


def _levels_shown(kept: Kept) -> set[str]:
    shown = kept.act.shown.get("protections", [])
    return set(map(str, shown)) if isinstance(shown, list) else set()


def _kept(store: Store, today: date) -> set[int]:
    """Find whom the member chose to keep within the year."""
    last: dict[int, Kept] = {
        k.act.person: k
        for k in acts.journal(store)
        if k.act.kind == "purged" and not k.undone and k.act.person is not None
    }
    return {
        id
        for id, k in last.items()
        if k.act.value == "keep" and 0 <= (today - date.fromisoformat(k.at[:10])).days < KEPT_DAYS
    }


def _shown(a: Answer, language: Language) -> dict[str, object]:
    v = a.verdict
    return {
        "advice": v.advice,
        "because": language.say(explain.because(v)),
        "axes": dict(v.axes),
        "protections": _levels(a),
        "reasons": [
            {"code": r.code, "level": r.level, "decibans": r.decibans, "sentence": language.say(r.sentence)}
            for r in explain.reasons(v)
            if r.code != PROTECTED
        ],
        "policy_version": v.policy_version,
        "language": language.code,
    }


_ROWS = {name: i for i, name in enumerate(("forgotten", "gone", "pitches", "not_looked_for", "off_target"))}


def _order(a: Answer) -> tuple[bool, int, float, str, str]:
    """Letting go before unfollowing, the plainest reasons first, then the longest connected."""
    v, on = a.verdict, a.dossier.connection.on if a.dossier.connection else None
    return (
        v.advice != "let_go",
        _ROWS.get(v.row, 9),
        v.axes["worth"] + v.axes["tie"] - v.axes["aim"],
        on.isoformat() if on else "",
        a.dossier.person.name,
    )


def _worth_first(a: Answer) -> tuple[float, float, str]:
    talk = a.dossier.conversation
    return (-a.verdict.axes["worth"], -(talk.days if talk else 0), a.dossier.person.name)


_HEAD = (
    "name", "profile_url", "position", "company", "email", "connected_on", "messages_from_them", "messages_from_you",
    "last_message", "decision", "decided_on", "because", "reasons",
)  # fmt: skip


def _row(one: Decided, language: Language) -> tuple[object, ...]:
    a = one.answer
    if a is None:
        return (one.person.name, one.person.url, *[""] * 7, one.choice, one.on, "", "")
    d, talk = a.dossier, a.dossier.conversation
    c = d.connection
    return (
        one.person.name,
        one.person.url,
        d.profile.position or d.profile.headline or "",
        d.profile.company or "",
        c.email if c else "",
        c.on if c else "",
        talk.incoming if talk else 0,
        talk.outgoing if talk else 0,
        talk.last if talk else "",
        one.choice,
        one.on,
        language.say(explain.because(a.verdict)),
        "; ".join(language.say(r.sentence) for r in explain.reasons(a.verdict)),
    )
