"""What one person's answer owes to the others who wait: asked about alone, they are judged as they were among them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from calabazas.engine.vocabulary import Crowd, crowd, used_words
from calabazas.people.standing import OPEN, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.evidence.dossier import Dossier
    from calabazas.verdict.policy import Policy

QUEUED = (*OPEN, Standing.DECIDED)
"""Who is in it: those who wait for a decision, and those whose click is still to come."""


@dataclass(frozen=True, slots=True)
class Queue:
    """Among whom a word is rare, and whether profiles may still be opened for this queue."""

    crowd: Crowd
    looks_left: bool


NOBODY = Queue(Crowd({}, 0), looks_left=True)
"""Nobody else: no word is rare among them."""


def queue_of(dossiers: Sequence[Dossier], policy: Policy) -> Queue:
    """Say what these people are to each other."""
    return Queue(crowd(used_words(dossiers)), looks_left(dossiers, policy))


def looks_left(dossiers: Sequence[Dossier], policy: Policy) -> bool:
    """Whether fewer profiles were opened than the policy's share of a queue; other questions have no such budget."""
    if not dossiers or dossiers[0].question != "triage":
        return True
    opened = sum(d.page_seen for d in dossiers)
    return opened < ceil(len(dossiers) * policy.file.asking.profiles_share)
