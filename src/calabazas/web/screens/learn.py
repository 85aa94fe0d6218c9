"""What the member's own decisions teach: offered with its proof, taken only by a click, and taken back by another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.desk.learn import Learning, learn, take, take_back
from calabazas.measure.refit import FEWEST_EACH
from calabazas.verdict.names import NAMES
from calabazas.web.network import work
from calabazas.web.plots import reliability
from calabazas.web.screen import get, post
from calabazas.words import mark, say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.desk.learn import Change
    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.web.visit import Visit

TITLE = mark("What your decisions teach")
WAIT = mark("Your decisions are being looked at one after the other, each from those before it.")
MORE, LESS = mark("weighs more with you"), mark("weighs less with you")


@dataclass(frozen=True, slots=True)
class Offer:
    """One weight that could change."""

    name: str
    level: str
    before: str
    after: str
    word: str


@get("/policy/learn")
def show(visit: Visit) -> Response:
    """Show what could be learned, whether it would have helped, and how sure foretold chances were."""
    made = work(visit, "learn", lambda store, engine: _learn(store, engine, visit))
    x = made.value
    if x is None:
        return visit.page("working.html", title=TITLE, what=WAIT)
    c = x.calibration
    return visit.page(
        "learn.html",
        x=x,
        current=made.current,
        offers=[_offer(visit, change) for change in x.offered],
        drawn=reliability([(b.said, b.came) for b in c.curve]) if c else None,
        points=round(100 * c.ece) if c else 0,
        brier=_plain(visit, c.brier) if c else "",
        fewest=FEWEST_EACH,
    )


@post("/policy/learn")
def act(visit: Visit) -> Response:
    """Put what is offered in force, or restore the weights of before."""
    if visit.field("do") == "back":
        done = take_back(visit.store, visit.now)
        return visit.go(
            "/policy/learn",
            say("Your weights of before are in force again.")
            if done
            else say("There is nothing to take back."),
        )
    # Learned again here, not taken from the form: only what the decisions of this moment offer goes into force.
    offered = learn(visit.store, visit.today, visit.engine).offered
    if visit.field("do") != "take" or not offered:
        return visit.go("/policy/learn", say("Nothing is offered. Nothing was changed."))
    new = take(visit.store, offered, visit.now)
    return visit.go("/policy/learn", say("Policy {version} is in force.", version=new.version))


def _learn(store: Store, engine: Recalled, visit: Visit) -> Learning:
    return learn(store, visit.today, engine)


def _offer(visit: Visit, c: Change) -> Offer:
    code, _, level = c.name.partition(".")
    word = MORE if abs(c.after) > abs(c.before) else LESS
    return Offer(NAMES.get(code, code), level, _number(visit, c.before), _number(visit, c.after), word)


def _number(visit: Visit, value: float) -> str:
    """Write decibans as people write numbers."""
    # What rounds to nothing has no sign.
    text = f"{round(value, 1) + 0.0:+.1f}".replace("-", "−")
    return text.replace(".", ",") if visit.language.code == "es" else text


def _plain(visit: Visit, value: float) -> str:
    return f"{value:.2f}".replace(".", "," if visit.language.code == "es" else ".")
