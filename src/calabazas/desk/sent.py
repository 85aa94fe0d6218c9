"""What became of one's own invitations: who has answered, who is waited for, and until when waiting pays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from calabazas.measure.survival import Curve, Deadline, Wait, answer_curve, own_deadline
from calabazas.store import acts
from calabazas.store.acts import Act
from calabazas.store.candidates import REINVITE_DAYS
from calabazas.store.invitations import EXPIRES_DAYS
from calabazas.store.outgoing import Outgoing, outgoing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from calabazas.store.engine import Store

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """An invitation without an answer: its age in days; `hope` the chance of a later yes, None while it is not known.

    `idle` when waiting no longer pays. `seen_until` is the day up to which silence is known.
    """

    sent: Outgoing
    age: int
    idle: bool
    hope: float | None


@dataclass(frozen=True, slots=True)
class Sent:
    """All outgoing invitations on a day, with the member's own curve and deadline."""

    today: date
    total: int
    accepted: int
    with_note: int
    accepted_with_note: int
    withdrawn: int
    expired: int
    waiting: tuple[Waiting, ...]
    deadline: Deadline
    curve: Curve
    reinvite_days: int = REINVITE_DAYS

    @property
    def idle(self) -> tuple[Waiting, ...]:
        """Those for whom waiting no longer pays."""
        return tuple(w for w in self.waiting if w.idle)


def sent(store: Store, today: date, every: Sequence[Outgoing] | None = None) -> Sent:
    """Reckon what became of the member's invitations; `every` are those, when the caller holds them already."""
    every = outgoing(store, today) if every is None else every
    waits = list(waits_of(every))
    deadline, curve, hopes = _pace(tuple(waits))
    silent = [o for o in every if o.accepted is None and o.withdrawn is None]
    waiting = [o for o in silent if (today - o.on).days <= EXPIRES_DAYS]
    return Sent(
        today,
        len(every),
        sum(o.accepted is not None for o in every),
        sum(bool(o.note.strip()) for o in every),
        sum(o.accepted is not None and bool(o.note.strip()) for o in every),
        sum(o.withdrawn is not None and o.accepted is None for o in every),
        len(silent) - len(waiting),
        tuple(_waiting(o, today, deadline, hopes) for o in waiting),
        deadline,
        curve,
    )


@lru_cache(maxsize=8)
def _pace(waits: tuple[Wait, ...]) -> tuple[Deadline, Curve, tuple[float | None, ...]]:
    """Reckon deadline, curve and the hope left by day; hundreds of samples are drawn for it, and the same waits give the same."""
    deadline, curve = own_deadline(waits), answer_curve(waits)
    # Below thirty yeses the curve is a sketch: it may be looked at, but nothing is told from it of one person.
    known = len(curve.share) if deadline.why == "own" else 0
    return deadline, curve, tuple(curve.hope(day) for day in range(known))


def waits_of(every: Iterable[Outgoing]) -> Iterable[Wait]:
    """Give the delays: days until the yes, or until silence was last seen."""
    for one in every:
        if one.accepted is not None:
            yield Wait((one.accepted - one.on).days, answered=True)
        else:
            end = min(one.withdrawn, one.seen_until) if one.withdrawn else one.seen_until
            yield Wait(max(0, (end - one.on).days), answered=False)


def _waiting(o: Outgoing, today: date, deadline: Deadline, hopes: Sequence[float | None]) -> Waiting:
    age = max(0, (today - o.on).days)
    return Waiting(o, age, age > deadline.day, hopes[age] if age < len(hopes) else None)


def mark_sent(store: Store, person: int, note: str, now: datetime) -> int:
    """Keep that the member sent an invitation, with its note; give the batch."""
    return acts.record(store, [Act(person, "sent", note.strip())], now)


def mark_withdrawn(store: Store, people: Iterable[int], now: datetime) -> int:
    """Keep that the member withdrew invitations; nobody of these is suggested for three weeks."""
    return acts.record(store, [Act(id, "withdrawn") for id in people], now)


def document(s: Sent) -> dict[str, Any]:
    """Give it as the JSON document that other programs read (a contract)."""
    between = s.deadline.between
    return {
        "format": FORMAT,
        "today": s.today.isoformat(),
        "sent": s.total,
        "accepted": s.accepted,
        "with_note": s.with_note,
        "accepted_with_note": s.accepted_with_note,
        "withdrawn": s.withdrawn,
        "expired": s.expired,
        "deadline": {
            "day": s.deadline.day,
            "why": s.deadline.why,
            "answered": s.deadline.answered,
            "between": [between.low, between.high] if between else None,
        },
        "reinvite_after_days": s.reinvite_days,
        "curve": [round(x, 4) for x in s.curve.share],
        "waiting": [
            {
                "profile_url": w.sent.person.url,
                "name": w.sent.person.name,
                "sent_on": w.sent.on.isoformat(),
                "age_days": w.age,
                "note": w.sent.note,
                "hope": None if w.hope is None else round(w.hope, 3),
                "idle": w.idle,
            }
            for w in s.waiting
        ],
    }
