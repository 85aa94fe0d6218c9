"""What was judged, held between questions, for a process that stays: only whom something touched is judged anew.

Two thousand open invitations take seconds to judge and a page may take a tenth of one. The answers are
kept beside the stamp of the file they were made from; the ledger and looks touch one person each, anything
else (an import, another target, another day) may touch everybody.
"""

from __future__ import annotations

from dataclasses import replace
from threading import RLock
from typing import TYPE_CHECKING

from calabazas.engine.answers import answer
from calabazas.engine.engine import Engine
from calabazas.engine.pool import Posted, Suggested
from calabazas.engine.queue import NOBODY, QUEUED, looks_left, queue_of
from calabazas.people.standing import OPEN, Standing
from calabazas.store import changes, dossiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from calabazas.engine.answers import Answer
    from calabazas.engine.queue import Queue
    from calabazas.engine.readers import Readers
    from calabazas.engine.suggest import Suggestion
    from calabazas.evidence.dossier import Dossier, Member
    from calabazas.store.candidates import Candidates
    from calabazas.store.changes import Stamp
    from calabazas.store.engine import Store
    from calabazas.store.outgoing import Outgoing
    from calabazas.verdict.policy import Policy


class Memory:
    """The answers of one member's file; safe to ask from several threads, each with its own store."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._stamp: Stamp | None = None
        self._today: date | None = None
        self._answers: dict[int, Answer] = {}
        self._member: Member | None = None
        self._policy: Policy | None = None
        self._readers: Readers | None = None
        self._changed = 0
        self._queue = NOBODY
        self._suggested, self._posted = Suggested(), Posted()

    def engine(self, store: Store, today: date) -> Recalled:
        """Give an engine that answers from memory, brought up to date with the file."""
        with self._lock:
            engine = Recalled(store)
            stamp = changes.stamp(store)
            if stamp != self._stamp or today != self._today:
                self._refresh(engine, store, stamp, today)
            engine.hold(dict(self._answers), self._member, self._policy, self._readers, today)
            engine.held_queue = self._queue
            engine.version = self._changed
            engine.suggested, engine.posted = self._suggested, self._posted
            return engine

    def _refresh(self, engine: Recalled, store: Store, stamp: Stamp, today: date) -> None:
        """Judge anew whom the changes touched."""
        before = self._stamp
        people = changes.touched(store, before, stamp) if before and today == self._today else None
        same_target = before is not None and before.target == stamp.target
        if before is not None and before.policy == stamp.policy and self._policy:
            engine.policy = self._policy
        if same_target and self._readers:
            engine.readers = self._readers
        if people is not None:
            held = self._member
            found = dossiers.dossiers(store, today, people, context=held) if people else []
            for person in people:
                self._answers.pop(person, None)
            fresh = self._among([d for d in found if d.standing in QUEUED and d.invitation], engine)
        elif same_target and before and today == self._today and before[:7] == stamp[:7]:
            # Only the numbers of the policy changed: what was read of the texts stands.
            known = [a.dossier for a in self._answers.values()]
            self._queue = replace(self._queue, looks_left=looks_left(known, engine.policy))
            fresh = answer(known, engine.policy, self._queue.looks_left)
        else:
            found = dossiers.invited(store, today, QUEUED)
            self._member = engine.fresh_member(today)
            self._answers = {}
            self._queue = queue_of(found, engine.policy)
            fresh = engine.ask(found, self._queue)
        self._answers.update({a.dossier.person.id: a for a in fresh})
        self._policy, self._readers = engine.policy, engine.readers
        self._stamp, self._today = stamp, today
        self._changed += 1

    def _among(self, found: Sequence[Dossier], engine: Recalled) -> list[Answer]:
        """Judge these anew among those who are held; everybody, when this was the last look that the queue had."""
        others = [a.dossier for a in self._answers.values()]
        before = self._queue.looks_left
        self._queue = replace(self._queue, looks_left=looks_left([*others, *found], engine.policy))
        left = self._queue.looks_left
        again = answer(others, engine.policy, left) if left != before else []
        return [*engine.ask(found, self._queue), *again]


class Recalled(Engine):
    """An engine that gives what the memory holds and judges the rest."""

    version: int = 0
    """Grows with every change of what is held, so that what is made from it can be held too."""
    suggested: Suggested
    """Who could be invited, held apart: most questions never ask for it."""
    posted: Posted
    """What the member sent, held likewise."""
    held_queue: Queue = NOBODY
    """What those who are held are to each other."""
    _answers: Mapping[int, Answer]
    _held_member: Member | None
    _day: date | None
    known_contacts: Sequence[Answer] | None = None
    """Everybody who is in, judged on the day asked about, when somebody keeps them."""

    def hold(
        self,
        answers: Mapping[int, Answer],
        member: Member | None,
        policy: Policy | None,
        readers: Readers | None,
        today: date,
    ) -> None:
        """Take what is held."""
        self._answers, self._held_member, self._day = answers, member, today
        if policy is not None:
            self.policy = policy
        if readers is not None:
            self.readers = readers

    def fresh_member(self, today: date) -> Member:
        """The member's context, read anew; a question of dossiers must have been asked before."""
        return super().member(today)

    def member(self, today: date) -> Member:
        """The member's own context, from memory on the day it was made for."""
        return self._held_member if self._held_member and today == self._day else super().member(today)

    def queue(self, today: date) -> Queue:
        """What all are to each other, from memory."""
        return self.held_queue if today == self._day else super().queue(today)

    def triage(self, today: date) -> list[Answer]:
        """Everybody whose invitation stands open."""
        if today != self._day:
            return super().triage(today)
        return [a for a in self._answers.values() if a.dossier.standing in OPEN]

    def decided(self) -> list[Answer]:
        """Everybody who is decided here and not yet done on LinkedIn."""
        return [a for a in self._answers.values() if a.dossier.standing is Standing.DECIDED]

    def contacts(self, today: date) -> list[Answer]:
        """Everybody who is in, from whoever keeps them."""
        return super().contacts(today) if self.known_contacts is None else list(self.known_contacts)

    def suggestions(self, today: date) -> tuple[list[Suggestion], Candidates]:
        """Everybody who could be invited, the most worth first."""
        return self.suggested.ask(self, today) if today == self._day else super().suggestions(today)

    def outgoing(self, today: date) -> list[Outgoing]:
        """Every invitation that the member sent, oldest first."""
        return self.posted.ask(self, today) if today == self._day else super().outgoing(today)

    def people(self, ids: Iterable[int], today: date, question: str = "triage") -> list[Answer]:
        """Judge these people, those held from memory."""
        wanted = list(ids)
        held = [self._answers[i] for i in wanted if i in self._answers] if today == self._day else []
        if question == "triage" and len(held) == len(wanted):
            return held
        found = dossiers.dossiers(self.store, today, wanted, question, context=self.member(today))
        return self.ask(found, self.queue(today) if question == "triage" else None)
