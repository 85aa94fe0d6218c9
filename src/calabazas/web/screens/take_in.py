"""Hand something over: paste or drop anywhere, see it being read, and what came of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from calabazas.desk.take_in import undo_intake
from calabazas.store import intakes
from calabazas.web.importer import STATES
from calabazas.web.lists import if_list, recognised
from calabazas.web.screen import Nav, get, post
from calabazas.words import mark, say

if TYPE_CHECKING:
    from starlette.datastructures import UploadFile
    from starlette.responses import Response

    from calabazas.web.visit import Visit

PASTED = 32 << 20
"""Bytes of a pasted page: LinkedIn's list of a thousand invitations is about 6 MB of clipboard HTML."""
FILES = 4 << 30
"""Bytes of the files of one hand-over; an archive with many years of messages is some 100 MB."""
EARLIER = 10


@get("/take-in", nav=Nav(30, "g t", mark("Hand over")))
def show(visit: Visit) -> Response:
    """Show what is being read, what was read, and where to get it."""
    jobs = visit.site.importer.jobs()
    return visit.page(
        "take_in.html",
        jobs=jobs,
        states=STATES,
        busy=visit.site.importer.busy(),
        earlier=intakes.every(visit.store)[:EARLIER],
        as_of=visit.queue.data_as_of,
    )


@post("/take-in/paste", largest=PASTED)
def paste(visit: Visit) -> Response:
    """Take in what was on the clipboard: its HTML when there is any, else its text."""
    html, text = visit.field("html").strip(), visit.field("text").strip()
    if not (html or text):
        return visit.go("/take-in", say("There was nothing on the clipboard that can be read."))
    # A sheet copied from elsewhere is on the clipboard as HTML too, which nothing here reads: then its text is it.
    told = html if html and recognised(html.encode()) else text
    if told and (one := if_list(Path("-"), told.encode())) is not None:
        visit.site.handed = one
        return visit.go("/suggest/list")
    visit.site.importer.paste((html or text).encode(), mark("pasted"))
    return visit.go("/take-in", say("Handed over: it is being read."))


@post("/take-in/files", largest=FILES)
def files(visit: Visit) -> Response:
    """Take in files: they are copied beside the member's data, read, and swept away."""
    sent = [f for f in visit.form.get("file", ()) if getattr(f, "filename", "")]
    if not sent:
        return visit.go("/take-in", say("There was no file. Nothing was taken in."))
    folder = visit.site.importer.folder()
    names = [_keep(folder, f) for f in sent]
    if len(names) == 1 and (one := if_list(folder / names[0], b"")) is not None:
        shutil.rmtree(folder, ignore_errors=True)
        visit.site.handed = one
        return visit.go("/suggest/list")
    visit.site.importer.hand_over(names, folder)
    return visit.go("/take-in", say("Handed over: it is being read."))


@post("/take-in/again")
def again(visit: Visit) -> Response:
    """Take another member's archive all the same, on the member's word."""
    for id in visit.numbers("job"):
        visit.site.importer.again(id)
    return visit.go("/take-in")


@post("/take-in/undo")
def undo(visit: Visit) -> Response:
    """Take an import back: what only it brought is gone."""
    number = next(iter(visit.numbers("intake")), None)
    gone = undo_intake(visit.store, number) if number is not None else None
    if gone is None:
        return visit.go("/take-in", say("There is no import to take back."))
    return visit.go(
        "/take-in", say("Import {n} was taken back; what older imports told is as it was.", n=gone)
    )


def _keep(folder: Path, sent: UploadFile) -> str:
    """Copy one file under its own bare name: folders in names, dots first and odd signs are no part of it."""
    bare = (
        re.sub(r"[^\w .()+-]", "_", PurePath((sent.filename or "").replace("\\", "/")).name).lstrip(". ")[
            -120:
        ]
        or "file"
    )
    path = folder / bare
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{number}-{bare}"
    with path.open("xb") as file:
        while chunk := sent.file.read(1 << 20):
            file.write(chunk)
    return path.name
