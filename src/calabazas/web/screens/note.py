"""Write to somebody: drafts out of what both share, one's own words checked while they are typed, and that it was sent."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calabazas.desk.check_note import check, held
from calabazas.desk.compose import Desk, at_hand, model_of, note_drafts
from calabazas.desk.sent import mark_sent
from calabazas.people.facts import Fact
from calabazas.reading.note_advice import LABELS
from calabazas.store import settings
from calabazas.verdict import explain
from calabazas.web.screen import get, post
from calabazas.web.suggested import PLACES
from calabazas.web.visit import NotHereError, whole
from calabazas.web.writing import first_messages, invites, work
from calabazas.words import mark, say
from calabazas.writing.model import ConsentNeededError

if TYPE_CHECKING:
    from starlette.responses import Response

    from calabazas.web.visit import Visit
    from calabazas.words import Sentence
    from calabazas.writing.compose import Draft

MOST = 6
"""Drafts shown; more would be a list to read, not a choice."""
LONGEST = 2_000
REGISTERS = {"tu": mark("Informal"), "usted": mark("Formal")}
LANGUAGES = {"es": "Español", "en": "English"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form holds; `was` is the draft that was put into the field, to know whether it was changed since."""

    language: str
    register: str = "tu"
    reason: str = ""
    about: str = ""
    text: str | None = None
    was: str = ""


@get("/note/{id:int}")
def show(visit: Visit) -> Response:
    """Show drafts, the first of them ready to be changed."""
    return _page(visit, Wanted(visit.language.code))


@post("/note/{id:int}")
def write(visit: Visit) -> Response:
    """Check the words as they stand, take another draft, or keep that they were sent."""
    language, register = visit.field("language"), visit.field("register")
    wanted = Wanted(
        language if language in LANGUAGES else visit.language.code,
        register if register in REGISTERS else "tu",
        visit.field("reason").strip()[:200],
        visit.field("about").strip()[:200],
        _one_line(visit.field("text")),
        _one_line(visit.field("was")),
    )
    do = visit.field("do")
    if do == "sent":
        desk = _desk(visit, wanted)
        mark_sent(visit.store, desk.dossier.person.id, wanted.text or "", visit.now)
        notice = say("Noted: you invited {name}.", name=visit.voice.who(desk.dossier.person))
        return (
            visit.back(notice, undo=True) if visit.field("back") else visit.go("/suggest", notice, undo=True)
        )
    if do == "model":
        return _by_model(visit, wanted)
    return _page(visit, wanted, whole(do[3:]) if do.startswith("use") else None)


def _by_model(visit: Visit, w: Wanted) -> Response:
    """Let the member's own model write one draft; what does not pass the verifier is not shown."""
    desk = _desk(visit, w)
    model = model_of(visit.store, os.environ.get("CALABAZAS_MODEL_KEY", ""))
    if model is None or not invites(desk.dossier):
        return _page(visit, w)
    try:
        written = note_drafts(desk, language=w.language, register=w.register, reason=w.reason, model=model)
    except ConsentNeededError as error:
        fields = ", ".join(error.fields)
        no = say(
            "{host} is another machine, and you have not agreed that this is sent there: {fields}",
            host=error.host,
            fields=fields,
        )
        return _page(visit, w, told=no)
    first = next((x.text for x in written.drafts[:1] if x.source == "model"), "")
    if not first:
        return _page(visit, w, told=say("The model's drafts did not hold; these come from your facts alone."))
    return _page(
        visit,
        replace(w, text=first, was=first),
        told=say("The model wrote this one; every claim in it is in your data."),
    )


def _page(visit: Visit, w: Wanted, use: int | None = None, told: Sentence | None = None) -> Response:
    desk = _desk(visit, w)
    d = desk.dossier
    visit.path = f"/note/{d.person.id}"
    drafts = _drafts(desk, w) if invites(d) else ()
    if use is not None and 0 < use <= len(drafts):
        w = replace(w, text=drafts[use - 1].text, was=drafts[use - 1].text)
    elif w.text is None or (told is None and w.text == w.was and w.text not in {x.text for x in drafts}):
        # Nobody has touched the words: they follow what is wanted of them.
        first = drafts[0].text if drafts else ""
        w = replace(w, text=first, was=first)
    facts = (*desk.facts, Fact("reason", w.reason, "writer")) if w.reason else desk.facts
    checked = check(w.text or "", facts, earlier=desk.earlier, max_chars=desk.allowance.max_chars)
    said = {a.fact.id: a.sentence for a in desk.anchors}
    return visit.page(
        "note.html",
        d=d,
        desk=desk,
        card=work(visit.voice, d),
        w=w,
        drafts=[(x, [said[i] for i in x.used_fact_ids if i in said]) for x in drafts],
        checked=checked,
        held=held(checked),
        title=LABELS[checked.label],
        most=desk.allowance.max_chars,
        invites=invites(d),
        messages=first_messages(desk, w.language, w.register),
        topic=any(a.fact.kind in ("message", "post") and not a.fact.what for a in desk.anchors)
        or bool(w.about),
        look=explain.LOOKS[desk.look] if desk.look else "",
        look_at=PLACES.get(desk.look, ""),
        registers=REGISTERS,
        languages=LANGUAGES,
        told=told,
        model=settings.get(visit.store, "model.name"),
    )


def _desk(visit: Visit, w: Wanted) -> Desk:
    desk = at_hand(visit.store, int(visit.params["id"]), visit.today, visit.engine, about=w.about)
    if desk is None:
        raise NotHereError
    return desk


def _drafts(desk: Desk, w: Wanted) -> tuple[Draft, ...]:
    return note_drafts(desk, language=w.language, register=w.register, reason=w.reason).drafts[:MOST]


def _one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]
