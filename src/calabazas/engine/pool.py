"""Who could be invited, and who was, held between questions: after a no or an invitation only that person is judged anew.

Finding the candidates compares thousands of names with the whole network; nothing the member does about
one of them changes that, so it is done once an import.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from calabazas.engine.suggest import Suggestion, judged, ordered
from calabazas.store import candidates, changes, outgoing

if TYPE_CHECKING:
    from datetime import date

    from calabazas.engine.engine import Engine
    from calabazas.store.candidates import Candidates, Pool
    from calabazas.store.changes import Stamp
    from calabazas.store.engine import Store
    from calabazas.store.outgoing import Outgoing


class _Held(NamedTuple):
    stamp: Stamp
    today: date
    pool: Pool
    found: Candidates
    judged: dict[int, Suggestion]
    ordered: list[Suggestion]


class Suggested:
    """The suggestions of one member's file; safe to ask from several threads, each with its own store."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: _Held | None = None

    def ask(self, engine: Engine, today: date) -> tuple[list[Suggestion], Candidates]:
        """Give who could be invited, the most worth first, brought up to date with the file."""
        # A lock of its own: nobody who looks at invitations waits for this.
        with self._lock:
            stamp = changes.stamp(engine.store)
            held = self._held
            if held is None or held.stamp != stamp or held.today != today:
                held = self._held = _refreshed(engine, today, stamp, held)
            return held.ordered, held.found


class Posted:
    """What the member sent, held likewise: an act changes the invitation of its own person alone."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: tuple[Stamp, date, list[Outgoing]] | None = None

    def ask(self, engine: Engine, today: date) -> list[Outgoing]:
        """Give every invitation that the member sent, oldest first, brought up to date with the file."""
        with self._lock:
            stamp, held = changes.stamp(engine.store), self._held
            if held is None or held[0] != stamp or held[1] != today:
                self._held = held = (stamp, today, _posted(engine.store, today, stamp, held))
            return list(held[2])


def _posted(
    store: Store, today: date, stamp: Stamp, before: tuple[Stamp, date, list[Outgoing]] | None
) -> list[Outgoing]:
    touched = changes.touched(store, before[0], stamp) if before and before[1] == today else None
    if before is None or touched is None:
        return outgoing.outgoing(store, today)
    anew = outgoing.outgoing(store, today, touched) if touched else []
    kept = [one for one in before[2] if one.person.id not in touched]
    return sorted([*kept, *anew], key=lambda one: (one.on, one.person.id))


def _refreshed(engine: Engine, today: date, stamp: Stamp, before: _Held | None) -> _Held:
    store = engine.store
    if before is not None and before.today != today:
        before = None
    touched = changes.touched(store, before.stamp, stamp) if before else None
    pool = _same_people(store, stamp, before) or candidates.pool(store, today)
    found = candidates.open_now(store, today, pool)
    kept: dict[int, Suggestion] = {}
    if before is not None and touched is not None:
        kept = {id: s for id, s in before.judged.items() if id in found.via and id not in touched}
    fresh = [id for id in found.via if id not in kept]
    if fresh:
        kept |= {s.answer.dossier.person.id: s for s in judged(engine, fresh, found, today)}
    return _Held(stamp, today, pool, found, kept, ordered(kept.values()))


def _same_people(store: Store, stamp: Stamp, before: _Held | None) -> Pool | None:
    """Give the people held, those looked at since among them; None when there may be others."""
    if before is None:
        return None
    # Another target or other weights judge the same people otherwise; what the member did leaves them who they are.
    then = before.stamp._replace(acts=stamp.acts, target=stamp.target, policy=stamp.policy)
    looked = changes.touched(store, then, stamp)
    if looked is None or looked - before.pool.via.keys() - before.pool.connected:
        return None
    via = {id: kinds | {"studied"} if id in looked else kinds for id, kinds in before.pool.via.items()}
    return replace(before.pool, via=via) if looked else before.pool
