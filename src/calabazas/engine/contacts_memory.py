"""The judged contacts, held between questions: an act about somebody touches that one and nobody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calabazas.engine import contacts
from calabazas.store import changes, dossiers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from calabazas.engine.answers import Answer
    from calabazas.engine.engine import Engine
    from calabazas.store.changes import Stamp


class HeldContacts:
    """Every contact's answer beside the stamp of the file it was made from."""

    def __init__(self, answers: Sequence[Answer], stamp: Stamp, today: date) -> None:
        self._answers = {a.dossier.person.id: a for a in answers}
        self._stamp = stamp
        self.today = today

    def answers(self) -> list[Answer]:
        """Give the answers as they were last brought up to date."""
        return list(self._answers.values())

    def get(self, person: int) -> Answer | None:
        """Give the answer about one contact."""
        return self._answers.get(person)

    def refreshed(self, engine: Engine, now: Stamp, today: date) -> HeldContacts | None:
        """Give them as of a stamp; None when everybody must be judged anew."""
        if today != self.today:
            return None
        if now == self._stamp:
            return self
        people = changes.touched(engine.store, self._stamp, now)
        if people is None:
            return None
        held = [self._answers[p].dossier for p in people if p in self._answers]
        if not held:
            return self._with([], now)
        fresh = {
            d.person.id: d
            for d in dossiers.dossiers(
                engine.store, today, [d.person.id for d in held], "purge", context=held[0].member
            )
        }
        if fresh.keys() != {d.person.id for d in held}:
            return None
        if any(fresh[d.person.id].observations != d.observations for d in held):
            # A look may change what was read of somebody, which only reading them anew can tell.
            return None
        again = [replace(d, deeds=fresh[d.person.id].deeds) for d in held]
        return self._with(contacts.judge_again(engine, today, again), now)

    def _with(self, answers: Sequence[Answer], stamp: Stamp) -> HeldContacts:
        new = HeldContacts((), stamp, self.today)
        # Copied whole and at once: what was handed out stays as it was, and thirty thousand take a millisecond.
        new._answers = self._answers | {a.dossier.person.id: a for a in answers}
        return new
