"""The queue: who waits for a decision, by deadline, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.people.standing import Standing
from calabazas.store import acts
from calabazas.verdict import explain
from calabazas.web.cards import card
from calabazas.web.screen import Nav, get
from calabazas.web.visit import whole
from calabazas.words import mark

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit

AT_ONCE = 20
"""Cards of a page: what one sitting empties, and well under 150 kB."""
FILTERS = ("accept", "follow", "study", "ignore")


def _waiting(visit: Visit) -> int:
    return len(visit.waiting)


@get("/", nav=Nav(10, "g i", mark("Invitations"), _waiting))
def show(visit: Visit) -> Response:
    """Show the cards that come first; without any data, the first visit."""
    if not visit.waiting and visit.queue.data_as_of is None:
        return visit.go("/welcome")
    only = visit.query.get("advice", "")
    answers = [a for a in visit.waiting if only not in FILTERS or a.verdict.advice == only]
    start = _start(visit.query.get("from", ""), len(answers))
    counts = {name: sum(a.verdict.advice == name for a in visit.waiting) for name in FILTERS}
    stale = [a for a in visit.queue.stale if a.dossier.standing is not Standing.SNOOZED]
    return visit.page(
        "invitations.html",
        cards=[card(visit.voice, a) for a in answers[start : start + AT_ONCE]],
        only=only if only in FILTERS else "",
        counts=counts,
        labels=explain.ADVICE,
        total=len(answers),
        waiting=len(visit.waiting),
        start=start,
        more=start + AT_ONCE if start + AT_ONCE < len(answers) else None,
        before=max(0, start - AT_ONCE) if start else None,
        stale=len(stale),
        snoozed=len(visit.queue.answers) - len(visit.waiting),
        decided_today=_decided_today(visit) if not visit.waiting else 0,
        as_of=visit.queue.data_as_of,
    )


def _start(text: str, total: int) -> int:
    start = whole(text) or 0
    return start if start < total else max(0, (total - 1) // AT_ONCE * AT_ONCE)


def _decided_today(visit: Visit) -> int:
    day = visit.now.date().isoformat()
    return sum(
        k.at.startswith(day) and k.act.kind == "decided" and not k.undone for k in acts.journal(visit.store)
    )
