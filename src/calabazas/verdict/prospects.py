"""What a look may be expected to show before it is taken: numbers in 0..1 that scale the chances of its outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calabazas.evidence.dossier import Dossier

_TOP = ("cxo", "vp", "director", "owner", "partner")
_DRAW = 10
"""Contacts in common from which a bland headline is as likely in the sector as not; a judgement."""
_CROWD = 25
"""Contacts in common that a collector gathers too."""


def prospects(d: Dossier, found: frozenset[str]) -> Mapping[str, float]:
    """Reckon how unsure the fit is, how much common contacts draw, and how little vouches for a good headline."""
    fit = d.readings.fit if d.readings else None
    shared = d.profile.mutual_connections or 0
    return {
        "uncertainty": fit.uncertainty if fit else 1.0,
        "draw": _draw(shared, found),
        "unvouched": _unvouched(d, shared, found),
    }


def _draw(shared: int, found: frozenset[str]) -> float:
    """Contacts in common draw towards the sector; a crowd of them, or a wish for them, draws less."""
    if found & {"collects", "sells", "lures"}:
        return 0.0
    return min(1.0, shared / _DRAW) * (0.5 if shared >= _CROWD else 1.0)


def _unvouched(d: Dossier, shared: int, found: frozenset[str]) -> float:
    """Nothing of this counts against anybody: it only says that the headline is all there is to go by."""
    headline = d.readings.headline if d.readings else None
    value = 0.25
    if headline is None or not (headline.company or d.profile.company):
        value += 0.35
    if shared < 3 or shared >= _CROWD:
        value += 0.25
    if headline is not None and headline.seniority in _TOP:
        value += 0.25
    if found & {"verified", "note_anchor.confirmed"}:
        value -= 0.3
    # Common contacts and a good note vouch a little: both can be gathered with patience.
    value -= 0.1 * len(found & {"mutuals.spoken", "note_interest"})
    return max(0.0, min(1.0, value))
