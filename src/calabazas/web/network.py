"""What the pages know of the whole network: judged once in the background, then kept and brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from calabazas.desk.purge import purge as judge_purge
from calabazas.engine import contacts
from calabazas.engine.contacts_memory import HeldContacts
from calabazas.store import changes, settings
from calabazas.web.workroom import Key, Made, Workroom

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from calabazas.desk.purge import Purge
    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.web.visit import Visit

T = TypeVar("T")


class Network:
    """What is kept of one member's network between requests."""

    def __init__(self, path: Path) -> None:
        self.works = Workroom(path)
        self.contacts: HeldContacts | None = None
        self.purge: tuple[tuple[HeldContacts, str], Purge] | None = None
        self.exported = ""
        """What was last written down of those about to be let go, until the program ends."""
        self.hand_out = False
        self.pasted_policy = ""
        """A policy to compare with, until the program ends."""


def work(
    visit: Visit,
    name: str,
    make: Callable[[Store, Recalled], T],
    *rests_on: Hashable,
    acts: bool = True,
    minutes: bool = False,
) -> Made[T]:
    """Give what was made of the member's file, or begin to make it.

    `acts` tells whether it hangs on the ledger; what else it hangs on goes into `rests_on`.
    """
    stamp, today, site = changes.stamp(visit.store), visit.today, visit.site
    key = Key((today, *stamp[1:], *rests_on), stamp.acts if acts else 0)
    return site.network.works.ask(
        name, key, lambda store: make(store, site.memory.engine(store, today)), minutes=minutes
    )


def known_contacts(visit: Visit) -> HeldContacts | None:
    """Give every contact judged, as of this moment; None while that is being worked out."""
    network, today = visit.site.network, visit.today
    stamp = changes.stamp(visit.store)
    held = network.contacts and network.contacts.refreshed(visit.engine, stamp, today)
    if held is None:

        def make(store: Store, engine: Recalled) -> HeldContacts:
            # The stamp goes first: what is written meanwhile is then seen as new.
            now = changes.stamp(store)
            return HeldContacts(contacts.judge(engine, today), now, today)

        made = work(visit, "contacts", make)
        held = made.value and made.value.refreshed(visit.engine, stamp, today)
    network.contacts = held or network.contacts
    return held


def the_purge(visit: Visit) -> Purge | None:
    """Give the purge as of this moment; None while the network is being judged."""
    held = known_contacts(visit)
    if held is None:
        return None
    network = visit.site.network
    key = (held, settings.get(visit.store, "purge.exported"))
    if network.purge is None or network.purge[0] != key:
        engine = visit.engine
        engine.known_contacts = held.answers()
        network.purge = (key, judge_purge(visit.store, visit.today, engine))
    return network.purge[1]
