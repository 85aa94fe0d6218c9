"""Would the policy have advised what the member did? Past invitations judged on what was known that day; two side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas import shipped
from calabazas.desk.backtest import ADVICE, DID, Backtest, Beside, Weight, backtest, beside
from calabazas.desk.learn import learn, with_offered
from calabazas.measure.told import told
from calabazas.verdict import explain
from calabazas.verdict.names import NAMES
from calabazas.verdict.policy import PolicyError, load, parse_overrides
from calabazas.web.network import work
from calabazas.web.plots import Span, span
from calabazas.web.screen import get, post
from calabazas.words import mark, say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.verdict.policy import Policy
    from calabazas.web.visit import Visit
    from calabazas.words import Sentence

TITLE = mark("Your policy put to the test")
WAIT = mark(
    "Every past invitation is being judged again, on what was known the day it came. That takes a while."
)
AGAINST = {
    "shipped": mark("the shipped policy"),
    "offered": mark("what your decisions suggest"),
    "own": mark("the policy you pasted"),
}
REASONS = 25
"""Reasons in the table."""
FEWEST = 3
"""Cases from which a reason that decided nothing alone is worth a line."""
PARTED = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One reason over all past invitations."""

    name: str
    level: str
    hits: int
    accepted: Span
    others: Span
    alone: int


@dataclass(frozen=True, slots=True)
class Column:
    """One policy's replay as shown."""

    title: str
    version: str
    table: tuple[tuple[str, tuple[int, ...]], ...]
    agreed: Sentence | None
    taken: Sentence | None
    outside: Sentence | None
    """None where there is no case to speak of."""


@get("/policy/backtest")
def show(visit: Visit) -> Response:
    """Show what the policy in force would have said, and another beside it when asked."""
    against, positions = visit.query.get("against", ""), visit.query.get("positions") == "yes"
    pasted = visit.site.network.pasted_policy if against == "own" else ""
    if against not in AGAINST or (against == "own" and not pasted):
        against = ""

    works = visit.site.network.works

    def progress(done: int, of: int) -> None:
        works.tell("backtest", done, of)

    def make(store: Store, engine: Recalled) -> Backtest | Beside:
        other = _other(store, visit, engine, against, pasted)
        if other is None:
            return backtest(store, visit.today, engine=engine, positions=positions, progress=progress)
        return beside(store, visit.today, other, engine, positions=positions, progress=progress)

    made = work(visit, "backtest", make, against, positions, pasted, minutes=True)
    if made.value is None:
        return visit.page("working.html", title=TITLE, what=WAIT, progress=works.progress("backtest"))
    one = made.value.one if isinstance(made.value, Beside) else made.value
    both = made.value if isinstance(made.value, Beside) else None
    telling = [w for w in one.findings if w.alone or w.hits >= FEWEST]
    return visit.page(
        "backtest.html",
        b=one,
        current=made.current,
        columns=[_column(one, mark("your policy"))]
        + ([_column(both.other, AGAINST[against])] if both else []),
        parted=both.parted[:PARTED] if both else (),
        parted_in_all=len(both.parted) if both else 0,
        rows=[_row(w) for w in telling[:REASONS]],
        against=against,
        choices={k: v for k, v in AGAINST.items() if k != "own"},
        positions=positions,
        bare=any(c.bare for c in one.cases),
        labels=explain.ADVICE,
        advice=ADVICE,
        pasted=visit.site.network.pasted_policy,
    )


@post("/policy/backtest")
def paste(visit: Visit) -> Response:
    """Keep a pasted policy for comparing, until the program ends; it is put in force nowhere."""
    text = visit.field("policy").strip()
    try:
        load(shipped.read("policy.toml"), parse_overrides(text))
    except PolicyError:
        return visit.go("/policy/backtest", say("That policy does not hold together: nothing was compared."))
    visit.site.network.pasted_policy = text
    return visit.go(f"/policy/backtest?against={'own' if text else 'shipped'}")


def _other(store: Store, visit: Visit, engine: Recalled, against: str, pasted: str) -> Policy | None:
    if against == "shipped":
        return load(shipped.read("policy.toml"))
    if against == "own":
        return load(shipped.read("policy.toml"), parse_overrides(pasted))
    if against == "offered":
        return with_offered(store, learn(store, visit.today, engine).offered)[0]
    return None


def _column(b: Backtest, title: str) -> Column:
    return Column(
        title,
        b.policy_version,
        tuple((said, counts) for did, said in DID if any(counts := tuple(b.count(a, did) for a in ADVICE))),
        *(told(x) if x.n else None for x in (b.agreed, b.talked(taken=True), b.talked(taken=False))),
    )


def _row(w: Weight) -> Row:
    code, _, level = w.name.partition(".")
    return Row(NAMES.get(code, code), level, w.hits, span(w.accepted), span(w.others), w.alone)
