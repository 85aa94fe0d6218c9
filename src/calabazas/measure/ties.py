"""How alive a tie is, from the days two people were in touch: recency first, rhythm only as an explanation.

Days are whole day numbers (`date.toordinal`). What the caller counts as contact, and how much, is theirs:
a message 1, a recommendation 3, an endorsement 0.3, a comment, note or event 0.5, bulk and pitches 0.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

HALF_LIFE = 365.0
"""Days after which a contact counts half."""

BROKEN_RHYTHM = 8.0
"""Silence, in mean gaps, from which a rhythm counts as broken (Navarro et al., EPJ Data Science 6:23, 2017)."""

DORMANT_DAYS = 3 * 365
"""Silence from which a tie is dormant (Levin, Walter & Murnighan, Organization Science 22, 2011: three years)."""

FEWEST_DAYS_FOR_RHYTHM = 3
"""Distinct contact days below which gaps say nothing: with fewer the ratio ranks no better than a coin."""

STRONG_DAYS = 5
"""Distinct contact days from which a tie was once strong (judgement; distinct days beat plain counts:
Ureña-Carrión, Saramäki & Kivelä, EPJ Data Science 9:37, 2020)."""


class Contact(NamedTuple):
    """One contact: day number, how much it counts, and whether it came from the other side."""

    day: int
    weight: float
    incoming: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """What the contact days of one pair say by a given day."""

    strength: float
    """Decayed strength: 1 is one message today."""
    days: int
    """Distinct days in touch."""
    sent: int
    received: int
    silent_for: int | None
    """Days since the last contact; None when there never was one."""
    silence: float | None
    """That silence in mean gaps; None below three contact days."""

    @property
    def reciprocity(self) -> float:
        """From 0 (one side only) to 1 (evenly both)."""
        return reciprocity(self.sent, self.received)

    @property
    def rhythm_broken(self) -> bool:
        """Silent for more than eight mean gaps; explains, and by itself decides nothing."""
        return self.silence is not None and self.silence > BROKEN_RHYTHM

    @property
    def once_strong(self) -> bool:
        """Five distinct days, or four messages with at least half returned (judgement)."""
        returned = self.sent + self.received >= 4 and self.reciprocity >= 0.5
        return self.days >= STRONG_DAYS or returned

    @property
    def dormant(self) -> bool:
        """Once strong and silent for three years: worth taking up again, not letting go."""
        return self.once_strong and self.silent_for is not None and self.silent_for >= DORMANT_DAYS


def read_tie(contacts: Iterable[Contact], today: int, half_life: float = HALF_LIFE) -> Tie:
    """Sum up one pair's contacts up to and with `today`; later ones and those of weight 0 are not seen.

    Raises:
        ValueError: the half-life is not positive.
    """
    seen = [one for one in contacts if one.day <= today and one.weight > 0]
    days = sorted({one.day for one in seen})
    received = sum(one.incoming for one in seen)
    return Tie(
        strength=strength(seen, today, half_life),
        days=len(days),
        sent=len(seen) - received,
        received=received,
        silent_for=today - days[-1] if days else None,
        silence=silence_ratio(days, today),
    )


def strength(contacts: Iterable[Contact], today: int, half_life: float = HALF_LIFE) -> float:
    """Sum of weights, each halved per `half_life` days passed.

    Recency dominates tie strength (Gilbert & Karahalios, CHI 2009: days since last contact, beta -0.76).

    Raises:
        ValueError: the half-life is not positive.
    """
    if half_life <= 0:
        raise ValueError(f"a half-life of {half_life} days decays nothing")
    return math.fsum(
        one.weight * 2 ** (-(today - one.day) / half_life) for one in contacts if one.day <= today
    )


def reciprocity(sent: int, received: int) -> float:
    """2 min / sum, from 0 to 1; 0 without messages (Raeder et al., Social Networks 33, 2011)."""
    return 2 * min(sent, received) / (sent + received) if sent + received else 0.0


def silence_ratio(days: Sequence[int], today: int) -> float | None:
    """Days silent over the mean gap between distinct, sorted contact days; None below three of them.

    Navarro et al. (2017) found ties past eight mean gaps most likely decayed, on telephone calls; gaps come
    in bursts, so one in twenty such ties is taken up again within the year.
    """
    if len(days) < FEWEST_DAYS_FOR_RHYTHM:
        return None
    mean_gap = (days[-1] - days[0]) / (len(days) - 1)
    return (today - days[-1]) / mean_gap


def rarity(groups: Sequence[tuple[Hashable | None, Hashable | None]]) -> list[float]:
    """How few others share somebody's two groups (company and sector, say): -ln of both shares, summed.

    A stand-in for bridges, which are worth keeping and quick to go (Burt, Social Networks 24, 2002): finding
    them needs a graph that nobody has here. An unknown group adds nothing: what is
    not known makes nobody rare.
    """
    firsts = Counter(first for first, _ in groups if first is not None)
    seconds = Counter(second for _, second in groups if second is not None)
    total = len(groups)
    return [
        (math.log(total / firsts[first]) if first is not None else 0.0)
        + (math.log(total / seconds[second]) if second is not None else 0.0)
        for first, second in groups
    ]
