"""Weigh findings: per axis, never across, with caps for groups of correlated evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from calabazas.verdict.policy import AXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calabazas.evidence.finding import Finding
    from calabazas.verdict.policy import Policy
    from calabazas.verdict.rule import Ruling


class Weighed(NamedTuple):
    """A finding with what it weighs after combinations and caps, in decibans; 0 informs only."""

    finding: Finding
    axis: str
    group: str
    decibans: float


@dataclass(frozen=True, slots=True)
class Balance:
    """The sums per axis and what made them up."""

    axes: Mapping[str, float]
    weighed: tuple[Weighed, ...]
    names: frozenset[str]
    """Every finding as `code` and as `code.level`, for the table and combinations."""
    ruled: dict[str, Ruling]
    """What a table that looks at nothing but findings made of these, by question; shared by all of whom the same was found."""


def weigh(findings: Iterable[Finding], policy: Policy) -> Balance:
    """Sum the findings per axis under the policy's combinations and caps."""
    found = tuple(findings)
    # What findings come to hangs on nothing but their names and parts, and a network repeats itself.
    key = tuple([(f.code, f.level, f.part) for f in found])
    known = policy.weighings.get(key)
    if known is None:
        if len(policy.weighings) >= _KEPT:
            policy.weighings.clear()
        known = policy.weighings[key] = _weigh(found, policy)
    weighed = [Weighed(f, w.axis, w.group, w.decibans) for f, w in zip(found, known.weighed, strict=True)]
    return Balance(known.axes, tuple(weighed), known.names, known.ruled)


_KEPT = 20_000
"""Different sets of findings remembered."""


def _weigh(found: tuple[Finding, ...], policy: Policy) -> Balance:
    names = frozenset(n for f in found for n in (f.code, f"{f.code}.{f.level}"))
    scales: dict[str, float] = defaultdict(lambda: 1.0)
    extra: dict[str, float] = dict.fromkeys(AXES, 0.0)
    for combination in policy.file.combinations:
        if all(n in names for n in combination.when) and not any(n in names for n in combination.unless):
            for name, factor in combination.scale.items():
                scales[name] *= factor
            for axis, decibans in combination.add.items():
                extra[axis] += decibans
    raw = [_raw(f, policy, scales) for f in found]
    capped = _capped(raw, policy)
    axes = dict(extra)
    for item in capped:
        axes[item.axis] += item.decibans
    for axis, bound in policy.file.needs_two_groups.items():
        groups = {w.group for w in capped if w.axis == axis and w.decibans > 0}
        if len(groups) < 2:
            # One family of signs alone never carries an axis past this bound: two must agree.
            axes[axis] = min(axes[axis], bound)
    return Balance({a: round(v, 2) for a, v in axes.items()}, tuple(capped), names, {})


def _raw(finding: Finding, policy: Policy, scales: Mapping[str, float]) -> Weighed:
    evidence = policy.file.evidence.get(finding.code)
    level = policy.level(finding.code, finding.level)
    if evidence is None or level is None:
        return Weighed(finding, "worth", "", 0.0)
    factor = finding.part
    for name in (finding.code, f"{finding.code}.{finding.level}"):
        if name in scales:
            factor *= scales[name]
    return Weighed(finding, evidence.axis, evidence.group, level.decibans * factor)


def _capped(raw: list[Weighed], policy: Policy) -> list[Weighed]:
    totals: dict[tuple[str, str, bool], float] = defaultdict(float)
    for item in raw:
        totals[item.axis, item.group, item.decibans > 0] += abs(item.decibans)
    result = []
    for item in raw:
        total = totals[item.axis, item.group, item.decibans > 0]
        group = policy.file.groups.get(item.group)
        # Shrinking all members alike keeps their order, so the strongest reason is still shown first.
        factor = group.cap / total if group and total > group.cap else 1.0
        result.append(Weighed(item.finding, item.axis, item.group, round(item.decibans * factor, 2)))
    return result
