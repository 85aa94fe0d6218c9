"""One engine for every question: dossiers from the store, readings hung on, answers out."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from calabazas import shipped
from calabazas.engine.answers import Answer, answer
from calabazas.engine.queue import QUEUED, queue_of
from calabazas.engine.readers import Readers
from calabazas.engine.readings import hang_on
from calabazas.people.identity import profile_url
from calabazas.people.standing import OPEN
from calabazas.store import dossiers, intakes, outgoing, settings
from calabazas.verdict import policy as policies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calabazas.engine.queue import Queue
    from calabazas.engine.suggest import Suggestion
    from calabazas.evidence.dossier import Dossier, Member
    from calabazas.store.candidates import Candidates
    from calabazas.store.engine import Store
    from calabazas.store.outgoing import Outgoing
    from calabazas.verdict.policy import Policy


class Engine:
    """Asks questions of one member's store; policy, target and readers are loaded once, when first needed."""

    def __init__(self, store: Store, policy: Policy | None = None) -> None:
        self.store = store
        if policy is not None:
            self.policy = policy

    @cached_property
    def policy(self) -> Policy:
        """The default policy under the member's own numbers."""
        overrides = policies.parse_overrides(settings.get(self.store, "policy"))
        return policies.load(shipped.read("policy.toml"), overrides)

    @cached_property
    def readers(self) -> Readers:
        """The readers, for the member's target."""
        return Readers(
            settings.get(self.store, "target"), target_toml=settings.get(self.store, "target_toml")
        )

    def member(self, today: date) -> Member:
        """The member's own context on a day."""
        return dossiers.member_context(self.store, today)

    def member_url(self, of: Member) -> str:
        """The address of the member's own profile; "" unknown."""
        return profile_url(of.slug)

    def data_as_of(self, today: date) -> date | None:  # noqa: ARG002 - asked of a day, told of the newest data
        """The day the newest data held."""
        return intakes.data_as_of(self.store)

    def triage(self, today: date) -> list[Answer]:
        """Judge everybody whose invitation stands open."""
        found = dossiers.invited(self.store, today, QUEUED)
        open_ = [d for d in found if d.standing in OPEN]
        return self.ask(open_, queue_of(found, self.policy))

    def people(self, ids: Iterable[int], today: date, question: str = "triage") -> list[Answer]:
        """Judge these people for a question; of the open invitations each as it stands among the others."""
        queue = self.queue(today) if question == "triage" else None
        return self.ask(dossiers.dossiers(self.store, today, ids, question), queue)

    def queue(self, today: date) -> Queue:
        """What everybody who waits for a decision or a click is to each other."""
        return queue_of(dossiers.invited(self.store, today, QUEUED), self.policy)

    def contacts(self, today: date) -> list[Answer]:
        """Judge everybody who is connected, for the purge."""
        from calabazas.engine import contacts  # it loads much that most questions need not

        return contacts.judge(self, today)

    def suggestions(self, today: date) -> tuple[list[Suggestion], Candidates]:
        """Judge everybody who could be invited, the most worth first."""
        from calabazas.engine import suggest  # as above

        return suggest.suggestions(self, today)

    def outgoing(self, today: date) -> list[Outgoing]:
        """Every invitation that the member sent, oldest first."""
        return outgoing.outgoing(self.store, today)

    def ask(self, found: Sequence[Dossier], queue: Queue | None = None) -> list[Answer]:
        """Hang the readings on dossiers and judge them, as part of a queue; without it they are the queue."""
        return answer(self.read(found, queue), self.policy, queue.looks_left if queue else None)

    def read(self, found: Sequence[Dossier], queue: Queue | None = None) -> list[Dossier]:
        """Hang the readings on dossiers."""
        target = self.readers.target
        known_orgs = target.known_orgs if target else ()
        aware = [
            replace(d, member=replace(d.member, known_orgs=known_orgs)) if known_orgs else d for d in found
        ]
        return hang_on(aware, self.readers, queue.crowd if queue else None)
