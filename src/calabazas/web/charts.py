"""The reasons per axis as bars: numbers for an SVG and for the table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.verdict import explain
from calabazas.verdict.policy import AXES
from calabazas.web.cards import Bar, bar

if TYPE_CHECKING:
    from calabazas.verdict.verdict import Verdict

FULL = 30.0
"""Decibans at which the bar of a whole axis is full."""
HALF = 48


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the four questions: its sum as a bar, and its reasons."""

    name: str
    label: str
    word: str
    speaks_for: bool
    x: float
    width: float
    bars: tuple[Bar, ...]


def axes(verdict: Verdict) -> tuple[Axis, ...]:
    """Give the four axes, each on its own: they are never added up."""
    reasons = explain.reasons(verdict)
    return tuple(
        _axis(name, verdict.axes.get(name, 0.0), tuple(bar(r) for r in reasons if r.axis == name))
        for name in AXES
    )


def _axis(name: str, decibans: float, bars: tuple[Bar, ...]) -> Axis:
    # More doubt, or more of an aim nobody wants, stands on the side against.
    good = decibans < 0 if name in ("doubt", "aim") else decibans > 0
    width = round(min(1.0, abs(decibans) / FULL) * HALF, 1)
    x = HALF + 2 if good else HALF - 2 - width
    return Axis(name, explain.AXIS[name], explain.weight_word(decibans), good, round(x, 1), width, bars)
