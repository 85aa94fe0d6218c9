"""The policy: every number of the product, in a TOML that the member can read and override sparsely.

Weights are decibans, 10·log10 of a likelihood ratio (I. J. Good, *Probability and the Weighing of
Evidence*, 1950): +10 makes what the axis asks ten times as likely, +3 about twice.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from calabazas.verdict.conditions import ConditionError, parse
from calabazas.verdict.rule import Table

AXES = ("tie", "worth", "doubt", "aim")
ADVICE = ("accept", "ignore", "follow", "study")
SOURCES = ("published", "fitted", "own decisions", "judgement")

Axis = Literal["tie", "worth", "doubt", "aim"]


class PolicyError(Exception):
    """The policy does not hold together; `problems` lists what and where, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Level(_Strict):
    """What one level of a piece of evidence weighs, where the number comes from, and why."""

    decibans: Annotated[float, Field(ge=-40, le=40)]
    source: Literal["published", "fitted", "own decisions", "judgement"] = "judgement"
    why: str = ""


class Evidence(_Strict):
    """One piece of evidence: its axis, its group of correlated evidence, its levels."""

    axis: Axis
    group: str
    levels: dict[str, Level]


class Group(_Strict):
    """Evidence that leans on the same fact: together it counts at most `cap` decibans either way."""

    cap: Annotated[float, Field(gt=0, le=60)]


class Combination(_Strict):
    """Findings that mean something else together: scale a code's weight, or add to an axis."""

    name: str
    when: list[str]
    unless: list[str] = []
    scale: dict[str, float] = {}
    add: dict[Axis, float] = {}
    why: str = ""


class Row(_Strict):
    """One row of the decision table: the first whose conditions all hold gives the advice."""

    name: str
    advice: str
    when: dict[str, str | bool | list[str]] = {}
    why: str = ""


class Outcome(_Strict):
    """What a look may show: its chance (0..1) and the decibans it would add per axis."""

    name: str
    chance: Annotated[float, Field(ge=0, le=1)]
    add: dict[Axis, float] = {}
    shows: list[str] = []
    per: str = ""
    """A number of the case (0..1) that the chance is multiplied by, such as `uncertainty`."""


class Look(_Strict):
    """A look the member can take: its cost in seconds and what it usually shows."""

    seconds: Annotated[float, Field(gt=0)]
    outcomes: list[Outcome] = []
    sets: list[str] = []
    """Flags of the case that hold once the look is taken, such as `page_seen`."""


class Deadline(_Strict):
    """Days in which an answer is due, and after which LinkedIn lets an invitation go."""

    days: Annotated[int, Field(ge=1, le=180)] = 14
    expires_after: Annotated[int, Field(ge=30, le=400)] = 183


class Asking(_Strict):
    """When a look is worth asking for: the least chance that it turns the advice, and how many to list."""

    least_chance: Annotated[float, Field(ge=0, le=1)] = 0.1
    profiles_share: Annotated[float, Field(ge=0, le=1)] = 0.25
    """Share of the open invitations whose profile is worth the member's time; then what is seen decides."""
    small_stake: Annotated[float, Field(ge=0, le=1)] = 1.0
    """What a turn between two answers that both leave somebody outside counts, against one to or from a yes."""


class _File(_Strict):
    version: str
    deadline: Deadline = Deadline()
    asking: Asking = Asking()
    groups: dict[str, Group]
    evidence: dict[str, Evidence]
    combinations: list[Combination] = []
    needs_two_groups: dict[Axis, float] = {}
    table: dict[str, list[Row]]
    looks: dict[str, Look] = {}


@dataclass(frozen=True)
class Policy:
    """A policy that holds together: look up weights, groups, the table of a question, looks."""

    file: _File
    overrides: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """Name of the policy; with overrides, a short digest of them is added."""
        if not self.overrides:
            return self.file.version
        return f"{self.file.version}+{sha256(repr(sorted(_flat(self.overrides))).encode()).hexdigest()[:8]}"

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The decision table of each question, conditions parsed."""
        return {
            question: Table(
                [(row, tuple(parse(key, value) for key, value in row.when.items())) for row in rows]
            )
            for question, rows in self.file.table.items()
        }

    @cached_property
    def weighings(self) -> dict[tuple[tuple[str, str, float], ...], Any]:
        """What findings came to, by their names and parts: thousands of contacts show the same few handfuls."""
        return {}

    def level(self, code: str, level: str) -> Level | None:
        """Give the weight of a level; None when the policy does not know it (it then weighs nothing)."""
        evidence = self.file.evidence.get(code)
        return evidence.levels.get(level) if evidence else None


def load(default: bytes, overrides: dict[str, Any] | None = None) -> Policy:
    """Read the default policy and lay the member's sparse overrides over it.

    Raises:
        PolicyError: the TOML does not parse, or something in it does not hold together.
    """
    try:
        tree = tomllib.loads(default.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PolicyError([str(error)]) from error
    overrides = overrides or {}
    merged = _laid_over(tree, overrides)
    try:
        file = _File.model_validate(merged)
    except ValidationError as error:
        raise PolicyError([f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]) from error
    policy = Policy(file, overrides)
    if problems := _check(policy):
        raise PolicyError(problems)
    return policy


def parse_overrides(text: str) -> dict[str, Any]:
    """Read the member's own TOML.

    Raises:
        PolicyError: it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError([str(error)]) from error


def _laid_over(base: Any, over: Any) -> Any:
    if isinstance(base, dict) and isinstance(over, dict):
        return {**base, **{k: _laid_over(base.get(k), v) for k, v in over.items()}}
    return over


def _flat(tree: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(tree, dict):
        return [item for key, value in tree.items() for item in _flat(value, f"{path}.{key}")]
    return [(path, repr(tree))]


def _check(policy: Policy) -> list[str]:
    """Find what the types cannot: names that point nowhere, conditions that do not parse."""
    file, problems = policy.file, []
    problems += [
        f"evidence.{code}.group: there is no group {e.group!r}"
        for code, e in file.evidence.items()
        if e.group not in file.groups
    ]
    for combination in file.combinations:
        for name in (*combination.when, *combination.unless, *combination.scale):
            code, _, level = name.partition(".")
            evidence = file.evidence.get(code)
            if evidence is None or (level and level not in evidence.levels):
                problems.append(f"combinations.{combination.name}: there is no evidence {name!r}")
    try:
        _ = policy.tables
    except ConditionError as error:
        problems.append(f"table: {error}")
    return problems
