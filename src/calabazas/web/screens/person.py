"""Somebody's page: the advice, why, what would turn it, everything known with source and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.desk.clicks import choice_of, drafts, question
from calabazas.desk.learn import similar
from calabazas.desk.purge import draft as reconnect_words
from calabazas.desk.study import QUESTIONS
from calabazas.engine.answers import Answer
from calabazas.people.identity import profile_url
from calabazas.people.standing import OPEN, Standing
from calabazas.store import acts, people
from calabazas.verdict import explain
from calabazas.web.cards import card
from calabazas.web.charts import axes
from calabazas.web.checklist import checklist
from calabazas.web.contact_cards import contact_card
from calabazas.web.dossier_rows import deeds, facts, sights
from calabazas.web.network import known_contacts
from calabazas.web.screen import get
from calabazas.web.visit import NotHereError

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit


@get("/people/{id:int}")
def show(visit: Visit) -> Response:
    """Show everything about one person."""
    return page(visit)


def page(visit: Visit, before: str = "", problem: object = None) -> Response:
    """Answer with somebody's page; `before` is the advice before the last tick, `problem` what was wrong with it."""
    a = visit.answer()
    contact = a.dossier.connection is not None and a.dossier.standing not in (*OPEN, Standing.DECIDED)
    if contact:
        a = as_contact(visit, a.dossier.person.id)
    d = a.dossier
    visit.path = f"/people/{d.person.id}"
    order = [x.dossier.person.id for x in visit.waiting]
    place = order.index(d.person.id) if d.person.id in order else None
    return visit.page(
        "person.html",
        a=a,
        d=d,
        card=card(visit.voice, a),
        axes=axes(a.verdict),
        facts=facts(d),
        sights=sights(d),
        deeds=deeds(acts.journal(visit.store, d.person.id)),
        checklist=checklist(a),
        turned=before if before and before != a.verdict.advice else "",
        looked=bool(before),
        problem=problem,
        open=d.standing in OPEN and not contact,
        contact=contact_card(visit.voice, a, reconnect_words(a, visit.language.code)) if contact else None,
        alike=similar(visit.store, a, visit.today) if d.standing in OPEN else None,
        choice=choice_of(a),
        drafts=() if contact else drafts(a, choice_of(a) or a.verdict.advice),
        question=question(a),
        labels=explain.ADVICE,
        previous=order[place - 1] if place else None,
        next=order[place + 1] if place is not None and place + 1 < len(order) else None,
        looks=QUESTIONS,
    )


def as_contact(visit: Visit, id: int) -> Answer:
    """Judge somebody who is in by the question that is asked of them: whether they stay."""
    found = visit.engine.people([id], visit.today, "purge")
    network = visit.site.network.contacts
    # With the network at hand its word counts: only it sees second accounts, and two pages must not disagree.
    held = known_contacts(visit) if network else None
    seen = held.get(id) if held else None
    return Answer(found[0].dossier, seen.verdict) if seen else found[0]


@get("/people/{id:int}/linkedin")
def linkedin(visit: Visit) -> Response:
    """Lead to their profile without the page having told its address (for hidden names)."""
    person = people.get(visit.store, int(visit.params["id"]))
    if person is None or not person.slug:
        raise NotHereError
    return visit.go(profile_url(person.slug))
