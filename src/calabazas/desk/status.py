"""Where the member stands: what waits, what falls due, how old the data are."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from calabazas.engine.engine import Engine
from calabazas.store import acts, dossiers, settings
from calabazas.verdict.deadline import due

if TYPE_CHECKING:
    from calabazas.store.engine import Store

SOON = 3


@dataclass(frozen=True, slots=True)
class Glance:
    """The last look into the mirror: on that day, how many would not pass, and with how many of them one came to talk."""

    on: date
    failing: int
    talked: int


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of the day."""

    data_as_of: date | None
    contacts: int
    waiting: int
    due_soon: int
    stale: int
    clicks: int
    has_target: bool
    mirror: Glance | None = None

    def document(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def status_of(store: Store, today: date) -> Status:
    """Count without judging anybody, so that it is quick."""
    engine = Engine(store)
    open_ = dossiers.open_invitations(store, today)
    rule = engine.policy.file.deadline
    left = [due(d.invitation.sent_on, today, rule).left for d in open_ if d.invitation]
    return Status(
        engine.data_as_of(today),
        engine.member(today).contacts,
        len(open_),
        sum(0 <= x <= SOON for x in left),
        sum(x < 0 for x in left),
        _clicks(store),
        bool(settings.get(store, "target")),
        _glance(store),
    )


def _glance(store: Store) -> Glance | None:
    """Give what the mirror last showed: to hold it up anew would judge everybody."""
    kept = settings.get(store, "mirror.last")
    if not kept:
        return None
    last = json.loads(kept)
    return Glance(date.fromisoformat(last["on"]), int(last["failing"]), int(last["talked"]))


def _clicks(store: Store) -> int:
    waiting: set[int] = set()
    for kept in acts.journal(store):
        if kept.undone or kept.act.person is None:
            continue
        if kept.act.kind == "decided":
            (waiting.discard if kept.act.value == "later" else waiting.add)(kept.act.person)
        elif kept.act.kind == "done":
            waiting.discard(kept.act.person)
    return len(waiting)
