"""Hand over a list of people: it is shown as it was understood, and taken in when the member says that is right."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from calabazas.sources.list_columns import NAMES
from calabazas.web.lists import Handed, handed
from calabazas.web.screen import get, post
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.importer import Job
    from calabazas.web.visit import Visit
    from calabazas.words import Sentence

LARGEST = 8 << 20
"""Bytes of a list: twenty thousand people with everything about them are some 4 MB."""
PATIENCE = 3.0
"""Seconds to wait for a list to be taken in before its page is shown instead; a list takes tenths of one."""


@post("/suggest/list", largest=LARGEST)
def hand_over(visit: Visit) -> Response:
    """Read a list that was pasted or chosen; nothing of it is kept yet."""
    file = next((f for f in visit.form.get("file", ()) if getattr(f, "filename", "")), None)
    data, name = (file.file.read(), file.filename) if file else (visit.field("text").encode(), "-")
    visit.site.handed = handed(data, name)
    if visit.site.handed is None:
        return visit.go("/suggest", say("No list of people could be made out there. Nothing was kept."))
    return visit.go("/suggest/list")


@get("/suggest/list")
def show(visit: Visit) -> Response:
    """Show how the list was understood."""
    return _page(visit, visit.site.handed)


@post("/suggest/list/keep")
def keep(visit: Visit) -> Response:
    """Take the list in as the member says it is, or show it anew with other columns."""
    one = visit.site.handed
    if one is None or one.number not in visit.numbers("list"):
        return visit.go("/suggest", say("The list is not here any more: hand it over again."))
    columns = {field: visit.field(field) for field in NAMES if field in visit.form}
    event = visit.field("event_name").strip()[:120]
    try:
        told = one.told(columns, event, there=visit.field("there") == "yes")
    except ValueError:
        return _page(visit, one, say("One column must be the name."))
    if visit.field("do") == "again":
        visit.site.handed = told
        return _page(visit, told)
    visit.site.handed = None
    job = visit.site.importer.listed(told.found(visit.today))
    end = time.monotonic() + PATIENCE
    while not job.over and time.monotonic() < end:
        time.sleep(0.02)
    if job.state != "done":
        return visit.go("/take-in")
    shown = f"?{urlencode({'event': event})}" if event else ""
    return visit.go(f"/suggest{shown}", _came_to(job, told))


def _came_to(job: Job, told: Handed) -> Sentence:
    new = job.summary.total("new") if job.summary else 0
    return say_n(
        "Taken in: a list of {n} person, {new} of it new.", "Taken in: a list of {n} people, {new} of them new.", told.seen.people, new=new
    )  # fmt: skip


def _page(visit: Visit, one: Handed | None, problem: Sentence | None = None) -> Response:
    visit.path = "/suggest/list"
    return visit.page("people_list.html", one=one, columns=NAMES, problem=problem)
