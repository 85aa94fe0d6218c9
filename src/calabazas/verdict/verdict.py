"""A verdict: findings weighed, the table's advice, what to look at, until when. The same for every question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.verdict.ask import Asked, ask
from calabazas.verdict.deadline import Due, due
from calabazas.verdict.policy import AXES
from calabazas.verdict.prospects import prospects
from calabazas.verdict.rule import Ruling, State, rule
from calabazas.verdict.weigh import Balance, Weighed, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Unseen
    from calabazas.verdict.policy import Policy

_SUMMED = frozenset(AXES)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the product advises about one person, and everything that carried it."""

    question: str
    advice: str
    row: str
    """The row of the decision table that gave the advice."""
    axes: Mapping[str, float]
    weighed: tuple[Weighed, ...]
    asked: tuple[Asked, ...]
    unseen: tuple[Unseen, ...]
    due: Due | None
    late: bool
    """A yes that comes after the deadline and wants a line of apology."""
    policy_version: str


def judge(
    dossier: Dossier, says: Iterable[Finding | Unseen], policy: Policy, *, looks_left: bool = True
) -> Verdict:
    """Weigh what the evidence says of a dossier and rule.

    Without `looks_left` the member has opened profiles enough for this queue: what is seen decides.
    """
    findings: list[Finding] = []
    missing: list[Unseen] = []
    for said in says:
        if isinstance(said, Finding):
            findings.append(said)
        else:
            missing.append(said)
    balance = weigh(findings, policy)
    when: Due | None = None
    asked: tuple[Asked, ...] = ()
    if dossier.question == "triage" and dossier.invitation:
        when = due(dossier.invitation.sent_on, dossier.today, policy.file.deadline, _paused(dossier))
    table = policy.tables[dossier.question]
    if not missing and table.looks_at <= _SUMMED:
        # A network by the ten thousand: where nothing is asked and the rows hang on findings alone, nothing else is reckoned.
        ruling = balance.ruled.get(dossier.question) or table.first(State(balance.axes, {}, balance.names))
        balance.ruled[dossier.question] = ruling
    else:
        flags = {**_flags(dossier, when, balance.names), "looks_left": looks_left}
        state = State(_numbers(dossier, balance, when), flags, balance.names)
        asked = ask(dossier.question, state, missing, policy)
        ruling = _rule(dossier.question, state, asked, policy)
    late = bool(when and when.stale and ruling.advice == "accept")
    return Verdict(
        dossier.question,
        ruling.advice,
        ruling.row,
        balance.axes,
        balance.weighed,
        asked,
        tuple(missing),
        when,
        late,
        policy.version,
    )


def _rule(question: str, state: State, asked: tuple[Asked, ...], policy: Policy) -> Ruling:
    """Rule once more, now knowing whether a look could still turn the advice."""
    chance = max((a.chance for a in asked if a.look != "ask"), default=0.0)
    answer = max((a.chance for a in asked if a.look == "ask"), default=0.0)
    numbers = {**state.numbers, "look_chance": chance, "ask_chance": answer}
    flags = {
        **state.flags,
        "worth_a_look": chance >= policy.file.asking.least_chance,
        "worth_asking": answer >= policy.file.asking.least_chance,
    }
    return rule(question, replace(state, numbers=numbers, flags=flags), policy)


def _numbers(dossier: Dossier, balance: Balance, when: Due | None) -> dict[str, float]:
    return {
        **balance.axes,
        **prospects(dossier, balance.names),
        "age": float(when.age) if when else 0.0,
        "left": float(when.left) if when else 0.0,
        "bad": max(balance.axes["doubt"], balance.axes["aim"]),
    }


def _flags(dossier: Dossier, when: Due | None, found: frozenset[str]) -> dict[str, bool]:
    profile = dossier.profile
    note = dossier.readings.note if dossier.readings else None
    return {
        "stale": bool(when and when.stale),
        "headline_seen": bool(profile.headline or profile.position),
        "page_seen": dossier.page_seen,
        # A page that hangs together has told what it has to tell; only of a thin one is there something to ask.
        "thin": not found & {"steady_career", "career"},
        "activity_seen": profile.activity is not None,
        "asks": bool(note and ("job" in note.ask or (dossier.readings and dossier.readings.note_hires))),
        "note_seen": bool(note and note.kind not in ("none", "default")),
        "nothing_seen": not (profile.headline or profile.position or profile.experience or profile.about),
    }


def _paused(dossier: Dossier) -> int:
    """Days spent waiting for the inviter's answer: the member asked, and the clock stood still."""
    asked = [d.at for d in dossier.deeds if d.kind == "asked"]
    answered = [o.observed_on for o in dossier.observations if o.profile.answer]
    if not asked:
        return 0
    return max(0, ((min(answered) if answered else dossier.today) - min(asked)).days)
