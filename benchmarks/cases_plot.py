"""A line plot as SVG, by hand: a few curves of accuracy against looks, readable in both light and dark."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 660, 360, 68, 34, 150, 46
_STROKES = ("#c2410c", "#2563eb", "#6b7280")
_DASHES = ("", "6 4", "2 4")


def svg(title: str, curves: Mapping[str, Sequence[float]], across: str, upwards: str) -> str:
    """Draw curves of shares over 0, 1, 2 ...; each is named at its right end."""
    steps = max(len(c) for c in curves.values()) - 1
    values = [v for c in curves.values() for v in c]
    low = int(min(values) * 20) / 20
    high = min(1.0, (int(max(values) * 20) + 1) / 20)

    def x(n: float) -> float:
        return _LEFT + n / max(1, steps) * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - (value - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    font = 'font-family="system-ui, sans-serif" font-size="12" fill="#6b7280"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" {font}>',
        f"<title>{escape(title)}</title>",
        f'<text x="{_LEFT}" y="20" font-size="14" font-weight="600">{escape(title)}</text>',
    ]
    for tick in range(round(low * 20), round(high * 20) + 1):
        at = y(tick / 20)
        parts.append(
            f'<path d="M{_LEFT} {at:.1f}H{_WIDTH - _RIGHT}" stroke="#6b7280" stroke-opacity=".25"/>'
            f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{tick * 5} %</text>'
        )
    parts += [
        f'<text x="{x(n):.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle">{n}</text>'
        for n in range(0, steps + 1, 5)
    ]
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    parts.append(f'<text x="{middle:.1f}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>')
    parts.append(
        f'<text x="14" y="{(_HEIGHT - _BOTTOM + _TOP) / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {(_HEIGHT - _BOTTOM + _TOP) / 2})">{escape(upwards)}</text>'
    )
    ends: list[float] = []
    for number, (name, curve) in enumerate(curves.items()):
        stroke, dash = _STROKES[number % len(_STROKES)], _DASHES[number % len(_DASHES)]
        points = " ".join(f"{x(n):.1f},{y(v):.1f}" for n, v in enumerate(curve))
        # Names at the ends are pushed apart so that near curves stay legible.
        at = y(curve[-1]) + 4
        while any(abs(at - other) < 15 for other in ends):
            at += 5
        ends.append(at)
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{stroke}" stroke-width="2" '
            f'stroke-dasharray="{dash}"/>'
            f'<text x="{x(len(curve) - 1) + 8:.1f}" y="{at:.1f}" fill="{stroke}">{escape(name)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])
