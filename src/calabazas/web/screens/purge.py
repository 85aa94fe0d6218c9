"""Who is already in and has lost the member's interest: twenty at a time, each looked at, nothing chosen beforehand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from calabazas.desk.purge import (
    BATCH,
    CAVEAT,
    COOLING_DAYS,
    decide,
    draft,
    remember_nothing,
    seen_gone,
)
from calabazas.store import acts
from calabazas.verdict import explain
from calabazas.web.contact_cards import contact_card
from calabazas.web.network import known_contacts, the_purge
from calabazas.web.screen import Nav, get, post
from calabazas.web.visit import whole
from calabazas.words import mark, say, say_n

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.engine.answers import Answer
    from calabazas.web.visit import Visit

TITLE = mark("Purge")
SAID = {
    "keep": mark("{name} stays, and is not proposed again for a year."),
    "reconnect": mark("Noted: you want to write to {name} again."),
    "unfollow": mark("Decided: unfollow {name}. They stay a contact."),
    "let_go": mark("Decided: let {name} go. It rests for {n} days first."),
}


@get("/purge", nav=Nav(60, "g c", TITLE))
def show(visit: Visit) -> Response:
    """Show the next people to look at, or the ties worth taking up again."""
    p = the_purge(visit)
    if p is None:
        return visit.page("working.html", title=TITLE)
    again = visit.query.get("show") == "reconnect"
    batch = max(1, whole(visit.query.get("batch", "")) or 1)
    today = _looked_at_today(visit)
    counts = Counter(a.verdict.advice for a in p.answers)
    some = p.reconnect[:BATCH] if again else p.proposals[: max(0, BATCH * batch - today)]
    return visit.page(
        "purge.html",
        p=p,
        again=again,
        cards=[contact_card(visit.voice, a, _draft(visit, a)) for a in some],
        counts={name: counts[name] for name in SAID},
        under_way=sum(d.state != "confirmed" for d in p.decided),
        today=today,
        next_batch=today // BATCH + 1,
        size=BATCH,
        caveat=CAVEAT,
        labels=explain.ADVICE,
    )


@post("/purge/decide")
def decide_(visit: Visit) -> Response:
    """Write the choice about everybody named in the form."""
    choice, found = visit.field("choice"), _contacts(visit)
    if choice not in SAID:
        return visit.back(say("That is no decision. Nothing was written."))
    if not found:
        return visit.back(say("Nobody was chosen. Nothing was written."))
    decide(visit.store, found, choice, visit.language, visit.now)
    if len(found) > 1:
        label = say(explain.ADVICE[choice])
        notice = say_n("{choice}: {n} contact", "{choice}: {n} contacts", len(found), choice=label)
    else:
        notice = say(SAID[choice], name=visit.voice.who(found[0].dossier.person), n=COOLING_DAYS)
    return visit.back(notice, undo=True)


@post("/purge/forgot")
def forgot(visit: Visit) -> Response:
    """Write that the member remembers nothing of these people."""
    found = _contacts(visit)
    if not found:
        return visit.back(say("Nobody was chosen. Nothing was written."))
    remember_nothing(visit.store, [a.dossier.person.id for a in found], visit.now)
    notice = say("Noted: of {name} you remember nothing.", name=visit.voice.who(found[0].dossier.person))
    return visit.back(notice, undo=True)


@post("/purge/gone")
def gone(visit: Visit) -> Response:
    """Write that an account is closed, or the second one of somebody."""
    found, how = _contacts(visit), visit.field("how")
    if not found or how not in ("closed", "duplicate"):
        return visit.back(say("Nobody was chosen. Nothing was written."))
    seen_gone(visit.store, found[0].dossier.person.id, how, visit.now)
    name = visit.voice.who(found[0].dossier.person)
    said = (
        say("Noted: the account of {name} is closed.", name=name)
        if how == "closed"
        else say("Noted: that is a second account of {name}.", name=name)
    )
    return visit.back(said, undo=True)


def _contacts(visit: Visit) -> list[Answer]:
    """Find whom the form names; only contacts can be meant."""
    held = known_contacts(visit)
    return [a for id in visit.numbers("id") if held and (a := held.get(id))]


def _draft(visit: Visit, a: Answer) -> str:
    return draft(a, visit.language.code) if a.verdict.advice == "reconnect" else ""


def _looked_at_today(visit: Visit) -> int:
    """Count whom the member decided on today: a batch is small so that each is looked at, not only clicked."""
    day = visit.today.isoformat()
    return len(
        {
            k.act.person
            for k in acts.journal(visit.store)
            if k.at.startswith(day) and k.act.kind == "purged" and not k.undone
        }
    )
