"""The weights of the policy as rows to read and change, with names for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calabazas.verdict import explain
from calabazas.verdict.names import NAMES
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calabazas.verdict.policy import Policy

SOURCES = {
    "published": mark("published"),
    "fitted": mark("fitted on labelled cases"),
    "own decisions": mark("your own word"),
    "judgement": mark("judgement"),
}


class Weight(NamedTuple):
    """One level of one piece of evidence."""

    code: str
    level: str
    name: str
    why: str
    source: str
    decibans: float
    shown: str
    """The number in the field: the one tried, or the one in force."""
    own: bool
    word: str


def rows(policy: Policy, axis: str, tried: Mapping[str, object]) -> list[Weight]:
    """List the weights of an axis, evidence by evidence."""
    own = policy.overrides.get("evidence", {})
    return [
        Weight(
            code,
            name,
            NAMES.get(code, code),
            level.why,
            level.source,
            level.decibans,
            _first(tried.get(f"w.{code}.{name}")) or f"{level.decibans:g}",
            name in own.get(code, {}).get("levels", {}),
            explain.weight_word(level.decibans),
        )
        for code, evidence in sorted(policy.file.evidence.items())
        if evidence.axis == axis
        for name, level in evidence.levels.items()
    ]


def _first(values: object) -> str:
    return str(values[0])[:12] if isinstance(values, list) and values else ""
