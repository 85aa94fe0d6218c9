"""Which looks, not taken yet, could turn the advice, how likely, and at what cost in seconds.

For each look the policy lists what it may show, with chances; each outcome is laid on the balance and the
table asked again. The chance that the advice turns is the sum over the outcomes that turn it: the expected
value of looking, as in the value of information (Howard 1966), with the member's seconds as its price.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.verdict.rule import Outlook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calabazas.evidence.finding import Unseen
    from calabazas.verdict.policy import Look, Policy
    from calabazas.verdict.rule import State


@dataclass(frozen=True, slots=True)
class Asked:
    """A look with the chance (0..1) that it turns the advice, what it would show, and its cost in seconds."""

    look: str
    codes: tuple[str, ...]
    chance: float
    seconds: float
    turns_to: Mapping[str, float]
    """Advice it could turn to, with the chance of each."""


def ask(question: str, state: State, unseen: Iterable[Unseen], policy: Policy) -> tuple[Asked, ...]:
    """Rank the looks that could turn the advice, the most chance for the second first."""
    codes: dict[str, list[str]] = {}
    for item in unseen:
        codes.setdefault(item.look, []).append(item.code)
    if not codes:
        return ()
    outlook = Outlook(policy.tables[question], state)
    asked = []
    for name, of in codes.items():
        look = policy.file.looks.get(name)
        if look is None:
            continue
        turns = _turns(outlook, state, look, policy.file.asking.small_stake)
        chance = min(1.0, sum(turns.values()))
        if chance > 0:
            asked.append(Asked(name, tuple(dict.fromkeys(of)), round(chance, 3), look.seconds, turns))
    return tuple(sorted(asked, key=lambda a: (-a.chance / a.seconds**0.25, a.look)))


def _turns(outlook: Outlook, state: State, look: Look, small_stake: float) -> dict[str, float]:
    turns: dict[str, float] = {}
    now = outlook.now.advice
    for outcome in look.outcomes:
        advice = outlook.after(look, outcome).advice
        if advice == now:
            continue
        chance = outcome.chance * (state.numbers.get(outcome.per, 0.0) if outcome.per else 1.0)
        stake = 1.0 if "accept" in (advice, now) else small_stake
        turns[advice] = round(turns.get(advice, 0.0) + chance * stake, 4)
    return turns
