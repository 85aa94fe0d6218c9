"""What became of one's own invitations: who is waited for, until when that pays, and who was withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.sent import mark_withdrawn, sent
from calabazas.web.curves import HEIGHT, WIDTH, drawing
from calabazas.web.screen import Nav, get, post
from calabazas.web.visit import whole
from calabazas.words import mark, say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.desk.sent import Sent
    from calabazas.web.visit import Visit
    from calabazas.words import Sentence

AT_ONCE = 30


@get("/sent", nav=Nav(50, "g e", mark("Sent")))
def show(visit: Visit) -> Response:
    """Show the curve, then who waits: first those for whom waiting no longer pays."""
    s = sent(visit.store, visit.today, visit.engine.outgoing(visit.today))
    rows = [*s.idle, *(w for w in s.waiting if not w.idle)]
    start = whole(visit.query.get("from", "")) or 0
    start = start if start < len(rows) else 0
    return visit.page(
        "sent.html",
        s=s,
        rows=rows[start : start + AT_ONCE],
        idle=len(s.idle),
        start=start,
        before=max(0, start - AT_ONCE) if start else None,
        more=start + AT_ONCE if start + AT_ONCE < len(rows) else None,
        total=len(rows),
        deadline=_deadline(s),
        drawn=drawing(s),
        width=WIDTH,
        height=HEIGHT,
    )


@post("/sent/withdrawn")
def withdrawn(visit: Visit) -> Response:
    """Note that invitations were withdrawn on LinkedIn."""
    waiting = {
        w.sent.person.id: w.sent.person
        for w in sent(visit.store, visit.today, visit.engine.outgoing(visit.today)).waiting
    }
    ids = [i for i in visit.numbers("id") if i in waiting]
    if not ids:
        return visit.back(say("Nobody was chosen. Nothing was written."))
    mark_withdrawn(visit.store, ids, visit.now)
    if len(ids) == 1:
        name = visit.voice.who(waiting[ids[0]])
        notice = say(
            "Noted: you withdrew the invitation to {name}. It cannot be sent again for three weeks.",
            name=name,
        )
    else:
        notice = say_n("Noted: {n} invitation withdrawn.", "Noted: {n} invitations withdrawn.", len(ids))
    return visit.back(notice, undo=True)


def _deadline(s: Sent) -> tuple[Sentence, ...]:
    """Say until when waiting pays, and how that is known."""
    d = s.deadline
    if d.why == "few":
        return (
            say_n(
                "Two weeks are taken as the time to wait: {n} yes of yours is known, and your own pace shows from thirty on.",
                "Two weeks are taken as the time to wait: {n} yeses of yours are known, and your own pace shows from thirty on.",
                d.answered,
            ),
        )
    if d.why == "short":
        return (
            say(
                "Two weeks are taken as the time to wait: your invitations have not been followed for long enough to know your own pace."
            ),
        )
    told = say(
        "Whoever says yes to you does so by day {day}: after that, less than one in twenty still will.",
        day=d.day,
    )
    if d.between is None or round(d.between.low) == round(d.between.high):
        return (told,)
    low, high = round(d.between.low), round(d.between.high)
    return told, say("(Between {low} and {high} days, on {n} yeses.)", low=low, high=high, n=d.answered)
