"""The invitations that wait, each with its advice, and the looks most worth taking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from calabazas.engine.answers import Answer, LookWorth, looks_worth_taking
from calabazas.engine.engine import Engine
from calabazas.verdict import explain

if TYPE_CHECKING:
    from datetime import date

    from calabazas.language import Language
    from calabazas.store.engine import Store

FORMAT = 1
"""Version of the JSON document."""


@dataclass(frozen=True, slots=True)
class Queue:
    """All open invitations of a member on a day, in the order to work through them."""

    today: date
    data_as_of: date | None
    member_name: str
    member_url: str
    policy_version: str
    answers: tuple[Answer, ...]
    looks: tuple[LookWorth, ...]

    def count(self, advice: str) -> int:
        """Count the invitations with this advice."""
        return sum(a.verdict.advice == advice for a in self.answers)

    @property
    def stale(self) -> tuple[Answer, ...]:
        """Those out of time that are to be left."""
        return tuple(
            a for a in self.answers if a.verdict.due and a.verdict.due.stale and a.verdict.advice == "ignore"
        )


def queue(store: Store, today: date, engine: Engine | None = None) -> Queue:
    """Judge every open invitation as of a day."""
    engine = engine or Engine(store)
    answers = sorted(engine.triage(today), key=_order)
    member = answers[0].dossier.member if answers else engine.member(today)
    return Queue(
        today,
        engine.data_as_of(today),
        member.name,
        engine.member_url(member),
        engine.policy.version,
        tuple(answers),
        tuple(looks_worth_taking(answers)),
    )


def _order(answer: Answer) -> tuple[int, int, float, str]:
    """In time before out of time, the nearest deadline first, then the one where a decision is worth most."""
    due = answer.verdict.due
    left = due.left if due else 0
    axes = answer.verdict.axes
    return (
        left < 0,
        left if left >= 0 else -left,
        -abs(axes["worth"]) - abs(axes["tie"]),
        answer.dossier.person.name,
    )


def document(q: Queue, language: Language) -> dict[str, Any]:
    """Give the queue as the JSON document that other programs read (a contract)."""
    return {
        "format": FORMAT,
        "member": {"name": q.member_name, "profile_url": q.member_url},
        "today": q.today.isoformat(),
        "data_as_of": q.data_as_of.isoformat() if q.data_as_of else None,
        "policy_version": q.policy_version,
        "invitations": [entry(a, language) for a in q.answers],
        "looks": [
            {"profile_url": x.answer.dossier.person.url, "look": x.look, "chance_to_flip": x.chance}
            for x in q.looks
        ],
    }


def entry(a: Answer, language: Language) -> dict[str, Any]:
    """Give one invitation of the document."""
    d, v = a.dossier, a.verdict
    return {
        "profile_url": d.person.url,
        "name": d.person.name,
        "standing": d.standing.value,
        "sent_at": d.invitation.sent_on.isoformat() if d.invitation else None,
        "age_days": v.due.age if v.due else None,
        "deadline": v.due.on.isoformat() if v.due else None,
        "days_left": v.due.left if v.due else None,
        "verdict": v.advice,
        "because": language.say(explain.because(v)),
        "axes": dict(v.axes),
        "findings": [finding(r, language, a) for r in explain.reasons(v)],
        "unseen": [
            {"code": code, "look": x.look, "chance_to_flip": x.chance} for x in v.asked for code in x.codes
        ],
    }


def finding(reason: explain.Reason, language: Language, a: Answer) -> dict[str, Any]:
    """Give one finding of the document."""
    facts = next(
        (
            w.finding.facts
            for w in a.verdict.weighed
            if (w.finding.code, w.finding.level) == (reason.code, reason.level)
        ),
        {},
    )
    group = next((w.group for w in a.verdict.weighed if w.finding.code == reason.code), "")
    return {
        "code": reason.code,
        "level": reason.level,
        "axis": reason.axis,
        "group": group,
        "decibans": reason.decibans,
        "sentence": language.say(reason.sentence),
        "facts": dict(facts),
        "sources": [{"file": s.file, "row": s.row} for s in reason.sources],
    }
