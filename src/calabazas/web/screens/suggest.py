"""People the member should know: a few a week, each with its reasons and with what a note can hold on to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from calabazas.desk.suggest import put_off, refuse, week
from calabazas.engine.allowance import BOUNDS, put
from calabazas.store import people
from calabazas.web.network import work
from calabazas.web.screen import Nav, get, post
from calabazas.web.suggested import events, left_out, plan, proposal
from calabazas.words import mark, say

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.web.visit import Visit

TITLE = mark("People you should know")
LATER_DAYS = 90
NEXT = 20
"""People named who come after this week's."""
LEFT_OUT = 20


@get("/suggest", nav=Nav(40, "g u", TITLE))
def show(visit: Visit) -> Response:
    """Show this week's people, how to go about them, and who comes next."""
    if not _judged(visit):
        return visit.page("working.html", title=TITLE)
    event = visit.query.get("event", "")[:120].strip()
    w = week(visit.store, visit.today, visit.engine, event=event, everybody=True)
    taken = {s.person.id for s in w.suggested}
    fitting = [s for s in w.others if s.answer.verdict.advice == "invite"]
    after = [s for s in fitting if s.answer.dossier.person.id not in taken]
    return visit.page(
        "suggest.html",
        w=w,
        event=event,
        events=events(visit.engine.suggestions(visit.today)[0]),
        cards=[proposal(visit.voice, s) for s in w.suggested],
        plan=plan(w),
        after=[(s.answer.dossier.person, s.anchor, s.anchored) for s in after[:NEXT]],
        more=max(0, len(after) - NEXT),
        left_out=[(person, left_out(perhaps)) for person, perhaps in w.left_out[:LEFT_OUT]],
        bounds=BOUNDS,
    )


@post("/suggest/decline")
def decline(visit: Visit) -> Response:
    """Leave somebody out: for three months, or for ever."""
    found = [p for id in visit.numbers("id") if (p := people.get(visit.store, id)) is not None]
    how = visit.field("how")
    if not found or how not in ("later", "never"):
        return visit.back(say("Nobody was chosen. Nothing was written."))
    ids = [p.id for p in found]
    if how == "never":
        refuse(visit.store, ids, visit.now)
        said = mark("{name} will not be suggested again.")
    else:
        put_off(visit.store, ids, visit.today + timedelta(days=LATER_DAYS), visit.now)
        said = mark("{name} will not be suggested for three months.")
    return visit.back(say(said, name=visit.voice.who(found[0])), undo=True)


@post("/suggest/allowance")
def allowance(visit: Visit) -> Response:
    """Keep what the member's account allows."""
    for key in BOUNDS:
        text = visit.field(key).strip()
        if not text:
            continue
        try:
            put(visit.store, key, int(text), visit.now)
        except ValueError:
            least, most = BOUNDS[key]
            bounds = f"{least}-{most}"
            return visit.back(say("It must be a number of {bounds}.", bounds=bounds))
    return visit.back(say("Kept."))


def _judged(visit: Visit) -> bool:
    """Tell whether everybody is judged; in a large network that takes seconds after an import, and no page waits."""
    today = visit.today

    def judge(_store: Store, engine: Recalled) -> bool:
        return bool(engine.suggestions(today))

    return bool(work(visit, "suggestions", judge, acts=False).current)
