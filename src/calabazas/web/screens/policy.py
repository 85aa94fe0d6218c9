"""The member's own measure: whom they look for, what each reason weighs, and whose advice a change would turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.target import LONGEST, describe, set_target
from calabazas.desk.what_if import changed_weights, with_target, with_weights
from calabazas.store import settings
from calabazas.verdict import explain
from calabazas.verdict.policy import AXES, PolicyError, parse_overrides
from calabazas.web.screen import Nav, get, post
from calabazas.web.weights import SOURCES, rows
from calabazas.words import mark, say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.desk.what_if import Turn
    from calabazas.web.visit import Visit
    from calabazas.words import Sentence

SHOWN = 60
"""People named whose advice would change."""


@get("/policy", nav=Nav(80, "g p", mark("Your policy")))
def show(visit: Visit) -> Response:
    """Show the target and the weights."""
    return _page(visit)


@post("/policy/target")
def target(visit: Visit) -> Response:
    """Try another target, or keep it."""
    text = visit.field("target").strip()[:LONGEST]
    if visit.field("do") != "keep":
        turns = with_target(visit.store, visit.waiting, text, visit.engine.policy)
        return _page(visit, turns=turns, tried_target=text)
    before = {a.dossier.person.id: a.verdict.advice for a in visit.waiting}
    set_target(visit.store, text)
    visit.anew()
    n = sum(before.get(a.dossier.person.id) != a.verdict.advice for a in visit.waiting)
    return visit.go("/policy", _kept(n))


@post("/policy/weights")
def weights(visit: Visit) -> Response:
    """Try other weights, keep them, or go back to the shipped ones."""
    current = parse_overrides(settings.get(visit.store, "policy"))
    if visit.field("do") == "shipped":
        settings.put(visit.store, "policy", "", visit.now)
        return visit.go("/policy", say("The shipped weights are in force again."))
    given, wrong = _given(visit)
    try:
        text, new, codes = changed_weights(current, given)
    except PolicyError:
        wrong = wrong or [""]
    if wrong:
        return _page(
            visit,
            tried=dict(visit.form),
            problem=say("A weight is a number from −40 to 40. Nothing was changed."),
        )
    turns = with_weights(visit.waiting, visit.engine.queue(visit.today), new, codes)
    if visit.field("do") == "keep":
        settings.put(visit.store, "policy", text, visit.now)
        return visit.go("/policy", _kept(len(turns)))
    return _page(visit, turns=turns, tried=dict(visit.form))


def _kept(n: int) -> Sentence:
    return say_n(
        "Kept. The advice on {n} invitation is another now.",
        "Kept. The advice on {n} invitations is another now.",
        n,
    )


def _given(visit: Visit) -> tuple[dict[tuple[str, str], float], list[str]]:
    """Read the weights that differ from what is in force."""
    given: dict[tuple[str, str], float] = {}
    wrong: list[str] = []
    for code, evidence in visit.engine.policy.file.evidence.items():
        for level, value in evidence.levels.items():
            text = visit.field(f"w.{code}.{level}").strip().replace(",", ".").replace("−", "-")
            if not text:
                continue
            try:
                number = float(text)
            except ValueError:
                number = float("nan")
            if not -40 <= number <= 40:
                wrong.append(f"{code}.{level}")
            elif number != value.decibans:
                given[code, level] = number
    return given, wrong


def _page(
    visit: Visit,
    *,
    turns: list[Turn] | None = None,
    tried: dict[str, object] | None = None,
    tried_target: str | None = None,
    problem: Sentence | None = None,
) -> Response:
    visit.path = "/policy"
    shown = describe(visit.store, visit.today, visit.language.code, visit.engine)
    return visit.page(
        "policy.html",
        target=shown,
        tried_target=tried_target,
        axes=[(axis, explain.AXIS[axis], rows(visit.engine.policy, axis, tried or {})) for axis in AXES],
        sources=SOURCES,
        turns=turns[:SHOWN] if turns is not None else None,
        turned=len(turns or ()),
        labels=explain.ADVICE,
        version=visit.engine.policy.version,
        own=bool(visit.engine.policy.overrides),
        problem=problem,
    )
