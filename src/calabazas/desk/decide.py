"""The member decides, does, remarks and takes back: acts in the ledger, each with what was advised as it was shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from calabazas.store import acts
from calabazas.store.acts import Act
from calabazas.verdict import explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.engine.answers import Answer
    from calabazas.language import Language
    from calabazas.store.acts import Kept
    from calabazas.store.engine import Store

CHOICES = ("accept", "ignore", "follow", "later")
LATER_DAYS = 3
"""Days an invitation is put off unless the member says."""


def as_shown(answer: Answer, language: Language) -> dict[str, object]:
    """Keep the advice as the member saw it: words, weights and policy of that moment."""
    v = answer.verdict
    return {
        "advice": v.advice,
        "because": language.say(explain.because(v)),
        "axes": dict(v.axes),
        "reasons": [
            {"code": r.code, "level": r.level, "decibans": r.decibans, "sentence": language.say(r.sentence)}
            for r in explain.reasons(v)
        ],
        "policy_version": v.policy_version,
        "language": language.code,
    }


def decide(
    store: Store,
    answers: Iterable[Answer],
    choice: str,
    language: Language,
    now: datetime,
    later: date | None = None,
) -> int:
    """Write the same decision about one or more people as one batch; give the batch.

    Raises:
        ValueError: no such choice.
    """
    until = (later or now.date() + timedelta(days=LATER_DAYS)) if choice == "later" else None
    return acts.record(
        store,
        [Act(a.dossier.person.id, "decided", choice, as_shown(a, language), until) for a in answers],
        now,
    )


def remark(store: Store, people: Sequence[int], kind: str, value: str, now: datetime) -> int:
    """Write done, met, starred, tagged, noted, overruled, asked or withdrawn about people as one batch.

    Raises:
        ValueError: no such kind.
    """
    return acts.record(store, [Act(p, kind, value) for p in people], now)


def undo(store: Store, now: datetime) -> tuple[Kept, ...]:
    """Take the last batch of acts back; give what it held."""
    return acts.undo(store, now)


def pending_clicks(store: Store) -> list[tuple[int, str]]:
    """Give (person, choice) of what is decided and not yet done on LinkedIn, oldest first."""
    waiting: dict[int, str] = {}
    for kept in acts.journal(store):
        person = kept.act.person
        # Whoever is not to be suggested any more has invited nobody: there is nothing to ignore on LinkedIn.
        if kept.undone or person is None or kept.act.shown.get("question") == "suggest":
            continue
        if kept.act.kind == "decided" and kept.act.value != "later":
            waiting[person] = kept.act.value
        elif kept.act.kind == "done" or (kept.act.kind == "decided" and kept.act.value == "later"):
            waiting.pop(person, None)
    return list(waiting.items())
