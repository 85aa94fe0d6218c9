"""Says a share in words that its size allows: k of n, a percentage from ten on, and always how unsure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.measure.intervals import Share
    from calabazas.words import Sentence


def told(share: Share) -> Sentence:
    """Say a share: without cases nothing, below ten k of n alone, from ten on with percent and Wilson's 95 %."""
    if share.n == 0:
        return say("none yet")
    if share.percent is None:
        return say("{k} of {n}", k=share.k, n=share.n)
    return say(
        "{k} of {n} ({percent} %; between {low} and {high} %)",
        k=share.k,
        n=share.n,
        percent=share.percent,
        low=round(100 * share.interval.low),
        high=round(100 * share.interval.high),
    )


def document(share: Share) -> dict[str, float | int | None]:
    """Give a share for machines."""
    return {
        "k": share.k,
        "n": share.n,
        "percent": share.percent,
        "low": round(share.interval.low, 4),
        "high": round(share.interval.high, 4),
    }
