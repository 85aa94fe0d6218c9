"""Generated members whose truth is known, for tests and benchmarks. Every number here is an assumption.

Nothing is fitted to a real person. One seed and one number give the same member for ever, and each part of
a member has dice of its own: asking for more invitations does not change the contacts.

**Invitations received and decided** (`received`)
- An invitation shows findings out of a list of kinds. Two hidden traits, merit and push (correlated -0.3),
  make some kinds likelier together; each kind keeps its usual share.
- The member's own weights are the shipped ones plus a normal deviation per kind. Its spread is drawn evenly
  from 0 to `WIDEST_TASTE` = 10 decibans, one per member: from somebody who agrees with the shipped weights
  to somebody ten to one apart on a finding. The shipped weights then rank members' acts with an AUC from
  0.90 (agreeing) to 0.74 (least agreeing, 71 % accuracy). Two measured untrained policies lie in or below
  that range: AUC 0.87 in a simulation on job titles, and 66.5 % accuracy in a student report on e-mail.
  What learning gains hangs on this spread: `learning.py` shows it band by band.
- The member says yes with the chance their own weights give, with an intercept that makes their rate of yes
  Beta(4, 5) over members; 3 % of acts are a coin (slips, moods). Tastes do not drift.
- Decisions come oldest first, five a week on average.

**Invitations sent** (`sent`)
- A member's share of yes is Beta(6, 9); a note family of their own moves its odds by a factor of 0.7, 1 or 1.8.
- Somebody who will say yes does so after an exponential wait (half of the members; exponential decay was
  measured on a professional network, arXiv 1111.5417) or a lognormal one, sigma 0.8 to 1.8; the member's
  median wait is 1 to 8 days, evenly on the log scale. The others never do.
- Sending is spread over a year and the hours from 8 to 20; only whole days are known afterwards.

**Contacts** (`network`)
- A member has been collecting for three to ten years, evenly; a share Beta(5, 5) of contacts is in the sector.
  Companies follow a Zipf law (exponent 1.1): the largest holds a tenth, six contacts in ten are alone at theirs.
- A tie has a rate of episodes a year while alive, gamma of shape 0.8, mean 2.0 in the sector and 1.2 outside,
  and dies at a rate of 0.5 a year. An episode is one to four days in touch within two weeks (bursts);
  each starts from either side alike and is answered in six of ten.
- After its death a tie wakes at a rate of 0.008 a year in the sector, 0.004 outside: one episode each time.
- Rates are set by two figures of an independent simulation, and by nothing a purge is judged by: of ties five
  to seven years old 39 % were never in touch (there 31-43 %, six years), and of those silent for three years
  0.9 % are in touch within the next (there 1.0 %).
- Pitches (one-sided, bulk) come from 7 % of contacts in the sector and 15 % outside, one to four of them.
- Recommendation: 4 % of ties with five days in touch. Star: 10 % of those and 1 % of the rest. Address book:
  30 % of those and 4 % of the rest. One in five came in with a note.
- `later_sent` and `later_received` go on with the same mechanism for twelve months after `AS_OF`: what a
  purge proposed on `AS_OF` would have cost. A pitch is no contact, before or after.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

AS_OF = date(2025, 11, 23).toordinal()
"""The day on which everything is looked at; what comes later is hidden truth."""

NATS = math.log(10) / 10
"""Natural log-odds in one deciban."""

WIDEST_TASTE = 10.0
"""Largest spread, in decibans, of a member's own weights around the shipped ones."""


class Kind(NamedTuple):
    """A kind of finding: shipped weight in decibans, share of invitations that show it, pull of both traits."""

    code: str
    decibans: float
    usual: float
    merit: float = 0.0
    push: float = 0.0


KINDS = (
    Kind("tie.met", 12, 0.06, 0.2, -0.2),
    Kind("tie.wrote", 10, 0.08, 0.2, -0.1),
    Kind("tie.in-common", 4, 0.25, 0.5),
    Kind("tie.employer", 6, 0.08, 0.5, -0.1),
    Kind("tie.school", 2, 0.10, 0.1),
    Kind("worth.sector", 8, 0.30, 0.9, -0.2),
    Kind("worth.near-sector", 4, 0.25, 0.4),
    Kind("worth.senior", 3, 0.30, 0.4),
    Kind("worth.wanted-company", 5, 0.08, 0.6),
    Kind("worth.publishes", 2, 0.15, 0.4, -0.3),
    Kind("worth.recruits", 1, 0.10, 0.1, 0.1),
    Kind("note.anchored", 7, 0.12, 0.4, -0.5),
    Kind("note.generic", -1, 0.20, 0.0, 0.3),
    Kind("note.default", -2, 0.10, -0.2, 0.1),
    Kind("doubt.thin", -3, 0.25, -0.3, 0.1),
    Kind("doubt.echo", -8, 0.05, -0.3, 0.8),
    Kind("doubt.dates", -5, 0.05, -0.2, 0.2),
    Kind("aim.sells", -7, 0.25, -0.2, 0.9),
    Kind("aim.pitches", -8, 0.12, -0.1, 1.0),
    Kind("aim.collects", -4, 0.20, -0.1, 0.5),
    Kind("aim.promises", -5, 0.15, -0.2, 0.7),
)
"""Stand-ins for the product's findings, about as many and as heavy as a policy has; callers may bring theirs."""


@dataclass(frozen=True, slots=True, eq=False)
class Received:
    """Invitations decided by one member, oldest first, and as many as wished that are still to come."""

    codes: tuple[str, ...]
    shipped: NDArray[np.float64]
    """Shipped weights in log-odds."""
    own: NDArray[np.float64]
    """The member's true weights in log-odds."""
    taste: float
    """Spread of their deviation, in decibans."""
    days: NDArray[np.int64]
    features: NDArray[np.float64]
    """One row per decided invitation, one column per code: 1 where the finding shows."""
    accepted: NDArray[np.float64]
    future_features: NDArray[np.float64]
    future_accepted: NDArray[np.float64]


class Sent(NamedTuple):
    """One invitation sent: its day, note family, true days until a yes (None: never), and what is known."""

    day: int
    family: str
    true_wait: float | None
    known_days: int
    """Whole days until the yes, or until AS_OF."""
    known_yes: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    """Everything one member sent, with the truth behind it."""

    sent: tuple[Sent, ...]
    median_wait: float
    share_of_yes: dict[str, float]
    """True chance of a yes per note family."""


class Contact(NamedTuple):
    """One connection; all days are day numbers, all tuples sorted, nothing in the first block is later than AS_OF."""

    connected_on: int
    company: str
    in_sector: bool
    sent: tuple[int, ...]
    received: tuple[int, ...]
    pitched: tuple[int, ...]
    recommended: bool
    starred: bool
    in_address_book: bool
    came_with_note: bool

    later_sent: tuple[int, ...]
    later_received: tuple[int, ...]

    @property
    def later_contact(self) -> bool:
        """Whether the two are in touch within twelve months after AS_OF: what a purge would have cost."""
        return bool(self.later_sent or self.later_received)


def received(
    seed: int, number: int, *, acts: int = 40, future: int = 2000, kinds: Sequence[Kind] = KINDS
) -> Received:
    """Draw what member `number` was offered and how they decided."""
    dice = np.random.default_rng([seed, number, 1])
    shipped = np.array([kind.decibans for kind in kinds]) * NATS
    taste = float(dice.uniform(0, WIDEST_TASTE))
    own = shipped + dice.normal(size=len(kinds)) * taste * NATS
    rate = float(dice.beta(4, 5))
    weeks = dice.exponential(7 / 5, acts)
    # The intercept is set on a crowd of its own, so that asking for another number of acts changes nothing.
    crowd = _shown(dice, 4000, kinds) @ own
    intercept = _intercept(crowd, rate)
    past, past_yes = _decided(np.random.default_rng([seed, number, 2]), acts, kinds, own, intercept)
    later, later_yes = _decided(np.random.default_rng([seed, number, 3]), future, kinds, own, intercept)
    days = AS_OF - np.floor(np.cumsum(weeks)[::-1]).astype(np.int64)
    return Received(
        tuple(kind.code for kind in kinds), shipped, own, taste, days, past, past_yes, later, later_yes
    )


def _decided(
    dice: np.random.Generator, n: int, kinds: Sequence[Kind], own: NDArray[np.float64], intercept: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    rows = _shown(dice, n, kinds)
    chance = 0.97 / (1 + np.exp(-(rows @ own + intercept))) + 0.03 / 2
    return rows, (dice.random(n) < chance).astype(np.float64)


def _shown(dice: np.random.Generator, n: int, kinds: Sequence[Kind]) -> NDArray[np.float64]:
    """Findings of n invitations: a Gaussian copula on the two traits, cut so that each kind has its share."""
    traits = dice.multivariate_normal([0, 0], [[1, -0.3], [-0.3, 1]], n)
    pulls = np.array([[kind.merit, kind.push] for kind in kinds])
    width = np.sqrt(1 + (pulls**2).sum(axis=1) - 0.6 * pulls[:, 0] * pulls[:, 1])
    cuts = np.array([NormalDist().inv_cdf(1 - kind.usual) for kind in kinds])
    shows = (traits @ pulls.T + dice.normal(size=(n, len(kinds)))) / width > cuts
    return np.asarray(shows, dtype=np.float64)


def _intercept(log_odds: NDArray[np.float64], rate: float) -> float:
    low, high = -60.0, 60.0
    for _ in range(60):
        middle = (low + high) / 2
        mean = float((1 / (1 + np.exp(-(log_odds + middle)))).mean())
        low, high = (middle, high) if mean < rate else (low, middle)
    return (low + high) / 2


FAMILIES = {"blank": 0.7, "template": 1.0, "anchored": 1.8}
"""Note families and what they do to the odds of a yes."""


def sent(seed: int, number: int, *, n: int = 250) -> Outbox:
    """Draw what member `number` sent over a year, and what is known of it on AS_OF."""
    dice = np.random.default_rng([seed, number, 4])
    share = float(dice.beta(6, 9))
    chances = {name: share * odds / (1 - share + share * odds) for name, odds in FAMILIES.items()}
    median = float(np.exp(dice.uniform(math.log(1), math.log(8))))
    sigma = float(dice.uniform(0.8, 1.8)) if dice.random() < 0.5 else None
    rows = []
    for day, hour, name in zip(
        np.sort(dice.integers(AS_OF - 365, AS_OF, n)),
        dice.uniform(8, 20, n) / 24,
        dice.choice(list(FAMILIES), n),
        strict=True,
    ):
        answers = dice.random() < chances[name]
        wait = median * math.exp(sigma * dice.normal()) if sigma else dice.exponential(median / math.log(2))
        on = math.floor(day + hour + wait)
        known = bool(answers and on <= AS_OF)
        rows.append(
            Sent(int(day), str(name), wait if answers else None, int((on if known else AS_OF) - day), known)
        )
    return Outbox(tuple(rows), median, chances)


def network(seed: int, number: int, *, size: int = 600) -> tuple[Contact, ...]:
    """Draw the contacts of member `number` as of AS_OF, oldest first, with the year that follows."""
    dice = np.random.default_rng([seed, number, 5])
    since = int(dice.uniform(3, 10) * 365)
    share = float(dice.beta(5, 5))
    rows = []
    for connected in np.sort(dice.integers(AS_OF - since, AS_OF, size)):
        in_sector = bool(dice.random() < share)
        company = f"company-{dice.zipf(1.1)}"
        rows.append(_contact(dice, int(connected), company, in_sector=in_sector))
    return tuple(rows)


def _contact(dice: np.random.Generator, connected: int, company: str, *, in_sector: bool) -> Contact:
    end = AS_OF + 365
    rate = dice.gamma(0.8, (2.0 if in_sector else 1.2) / 0.8) / 365
    dies = min(connected + dice.exponential(365 / 0.5), end)
    starts = _moments(dice, connected, dies, rate)
    starts += _moments(dice, dies, end, (0.008 if in_sector else 0.004) / 365)
    out: set[int] = set()
    back: set[int] = set()
    for start in starts:
        first, other = (out, back) if dice.random() < 0.5 else (back, out)
        answered = dice.random() < 0.6
        for day in start + np.append(0, dice.integers(0, 15, dice.integers(0, 4))):
            first.add(int(day))
            if answered:
                other.add(int(day))
    pitching = dice.random() < (0.07 if in_sector else 0.15)
    pitches = int(dice.integers(1, 5)) if pitching else 0
    pitched = {int(day) for day in dice.integers(connected, AS_OF, pitches)}
    close = len({day for day in out | back if day <= AS_OF}) >= 5
    luck = dice.random(4)
    return Contact(
        connected_on=connected,
        company=company,
        in_sector=in_sector,
        sent=_between(out, connected, AS_OF),
        received=_between(back, connected, AS_OF),
        pitched=_between(pitched, connected, AS_OF),
        recommended=bool(close and luck[0] < 0.04),
        starred=bool(luck[1] < (0.10 if close else 0.01)),
        in_address_book=bool(luck[2] < (0.30 if close else 0.04)),
        came_with_note=bool(luck[3] < 0.2),
        later_sent=_between(out, AS_OF + 1, end),
        later_received=_between(back, AS_OF + 1, end),
    )


def _moments(dice: np.random.Generator, start: float, stop: float, rate: float) -> list[int]:
    """Days of a Poisson process between two moments."""
    n = int(dice.poisson(max(0.0, stop - start) * rate))
    return [int(day) for day in dice.uniform(start, stop, n)]


def _between(days: set[int], first: int, last: int) -> tuple[int, ...]:
    return tuple(sorted(day for day in days if first <= day <= last))
