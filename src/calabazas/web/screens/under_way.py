"""What was decided about contacts and is not over: thirty days to think, the file to keep, the click, the confirmation."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from starlette.responses import Response

from calabazas.desk.purge import COOLING_DAYS, NotYetError, done, draft, export, protections
from calabazas.verdict import explain
from calabazas.web.network import the_purge
from calabazas.web.screen import get, post
from calabazas.words import mark, say, say_n

if TYPE_CHECKING:
    from calabazas.desk.purge import Decided
    from calabazas.web.visit import Visit
    from calabazas.words import Sentence

TITLE = mark("Under way")
AT_ONCE = 50
HOW = {
    "let_go": mark(
        "On their profile: “More → Remove connection”. They are not told, and they see your posts no longer."
    ),
    "unfollow": mark("On their profile: “More → Unfollow”. You stay in contact, and they are not told."),
    "reconnect": mark("Write to them on LinkedIn; the words below are a beginning, not a form letter."),
}
NOT_YET = {
    "cooling": mark("It is not time yet: the thirty days are there so that you can think better of it."),
    "export": mark("First keep what you know of them: write the file above."),
    "undecided": mark("There is no click to make about them."),
}


@get("/purge/under-way")
def show(visit: Visit) -> Response:
    """Show what is due, what rests, who woke up, and what waits for the next archive."""
    p = the_purge(visit)
    if p is None:
        return visit.page("working.html", title=TITLE)
    network = visit.site.network
    hand_out, network.hand_out = network.hand_out, False
    ready = p.standing("ready")
    return visit.page(
        "under_way.html",
        p=p,
        ready=[(d, _draft(visit, d)) for d in ready[:AT_ONCE]],
        more=max(0, len(ready) - AT_ONCE),
        cooling=p.standing("cooling"),
        woken=[(d, _since(d)) for d in p.standing("woken")],
        still=p.standing("still_there"),
        clicked=p.standing("done"),
        confirmed=len(p.standing("confirmed")),
        to_export=sum(d.choice == "let_go" and not d.exported for d in p.decided if d.state == "ready"),
        can_export=any(d.choice == "let_go" and d.state in ("ready", "cooling") for d in p.decided),
        exported=bool(network.exported),
        hand_out=hand_out,
        how=HOW,
        labels=explain.ADVICE,
        days=COOLING_DAYS,
    )


@post("/purge/export")
def write(visit: Visit) -> Response:
    """Write down what is known of everybody about to be let go, and hand the file out."""
    p = the_purge(visit)
    rows = [d for d in p.decided if d.choice == "let_go" and d.state in ("ready", "cooling")] if p else []
    if not rows:
        return visit.go("/purge/under-way", say("Nobody is about to be let go."))
    out = io.StringIO()
    n = export(visit.store, rows, visit.language, visit.now, out)
    visit.site.network.exported, visit.site.network.hand_out = out.getvalue(), True
    return visit.go(
        "/purge/under-way",
        say_n("{n} contact written: keep the file.", "{n} contacts written: keep the file.", n),
    )


@get("/purge/export.csv")
def file(visit: Visit) -> Response:
    """Hand out the file that was last written."""
    if not visit.site.network.exported:
        return visit.go("/purge/under-way", say("No file has been written yet."))
    # With the mark of its encoding, or a spreadsheet takes "Muñoz" for something else.
    return Response(
        visit.site.network.exported.encode("utf-8-sig"),
        media_type="text/csv",
        headers={
            "content-disposition": f'attachment; filename="calabazas-contacts-{visit.today.isoformat()}.csv"'
        },
    )


@post("/purge/done")
def done_(visit: Visit) -> Response:
    """Write that the click on LinkedIn was made."""
    p, ids = the_purge(visit), set(visit.numbers("id"))
    rows = [d for d in p.decided if d.person.id in ids] if p else []
    if not rows:
        return visit.go("/purge/under-way", say("Nobody was chosen. Nothing was written."))
    try:
        done(visit.store, rows, visit.now)
    except NotYetError as error:
        return visit.go("/purge/under-way", say(NOT_YET[error.why]))
    name = visit.voice.who(rows[0].person)
    return visit.go(
        "/purge/under-way", say("Done: {name}. The next archive confirms it.", name=name), undo=True
    )


def _draft(visit: Visit, d: Decided) -> str:
    return draft(d.answer, visit.language.code) if d.choice == "reconnect" and d.answer else ""


def _since(d: Decided) -> tuple[Sentence, ...]:
    return tuple(sentence for _, sentence in protections(d.answer)) if d.answer else ()
