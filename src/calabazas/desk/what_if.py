"""What another target or other weights would change, seen before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import tomli_w

from calabazas import shipped
from calabazas.engine.answers import answer
from calabazas.engine.engine import Engine
from calabazas.engine.queue import QUEUED, queue_of
from calabazas.engine.readers import Readers
from calabazas.store import dossiers
from calabazas.verdict import policy as policies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calabazas.engine.answers import Answer
    from calabazas.engine.queue import Queue
    from calabazas.evidence.dossier import Dossier
    from calabazas.store.engine import Store
    from calabazas.verdict.policy import Policy


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody whose advice would be another."""

    before: Answer
    after: Answer


def with_weights(answers: Sequence[Answer], queue: Queue, new: Policy, codes: frozenset[str]) -> list[Turn]:
    """Judge again whoever has a finding of the changed codes; nobody else's balance can move."""
    touched = [a for a in answers if any(w.finding.code in codes for w in a.verdict.weighed)]
    return _turns(touched, answer([a.dossier for a in touched], new, queue.looks_left))


def with_target(store: Store, answers: Sequence[Answer], text: str, policy: Policy) -> list[Turn]:
    """Judge everybody again under another target, whose words are the member's words then."""
    if not answers:
        return []
    engine = Engine(store, policy)
    engine.readers = Readers(text)
    waiting = dossiers.invited(store, answers[0].dossier.today, QUEUED)
    queue = queue_of([_aiming(d, text) for d in waiting], policy)
    return _turns(answers, engine.ask([_aiming(a.dossier, text) for a in answers], queue))


def _aiming(d: Dossier, text: str) -> Dossier:
    return replace(d, member=replace(d.member, target_text=text))


def changed_weights(
    current: Mapping[str, Any], weights: Mapping[tuple[str, str], float]
) -> tuple[str, Policy, frozenset[str]]:
    """Lay other weights over the member's overrides: the TOML to keep, the policy it makes, the codes it touches.

    A weight that equals the shipped one is no override and drops out.

    Raises:
        PolicyError: a number is out of bounds, or names nothing.
    """
    default = policies.load(shipped.read("policy.toml"))
    before = policies.load(shipped.read("policy.toml"), dict(current))
    tree: dict[str, Any] = {k: v for k, v in current.items() if k != "evidence"}
    evidence = {code: dict(own.get("levels", {})) for code, own in current.get("evidence", {}).items()}
    for (code, level), decibans in weights.items():
        shipped_level = default.level(code, level)
        if shipped_level is None:
            raise policies.PolicyError([f"evidence.{code}.levels.{level}"])
        own = evidence.setdefault(code, {})
        if decibans == shipped_level.decibans:
            own.pop(level, None)
        else:
            own[level] = {"decibans": decibans, "source": "own decisions"}
    kept = {code: {"levels": levels} for code, levels in sorted(evidence.items()) if levels}
    for code, own in current.get("evidence", {}).items():
        rest = {k: v for k, v in own.items() if k != "levels"}
        if rest:
            kept[code] = {**kept.get(code, {}), **rest}
    if kept:
        tree["evidence"] = kept
    new = policies.load(shipped.read("policy.toml"), tree)
    codes = frozenset(
        code
        for code, item in new.file.evidence.items()
        for level, value in item.levels.items()
        if (old := before.level(code, level)) is None or old.decibans != value.decibans
    )
    return tomli_w.dumps(tree), new, codes


def _turns(before: Sequence[Answer], after: Sequence[Answer]) -> list[Turn]:
    return [Turn(a, b) for a, b in zip(before, after, strict=True) if a.verdict.advice != b.verdict.advice]
