"""From the invitation to what came of it; what is too young, too few or not known is never made a figure."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, invitation, message, observed, take

from calabazas.desk.due import due, prepare, prepared_document, unsettled
from calabazas.desk.funnel import document, funnel, record_outcome, story, thread, thread_document
from calabazas.language import Language
from calabazas.reading.meetings import sounds_like_meeting
from calabazas.store import acts, open_member, people
from calabazas.store.acts import Act

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EN = Language("en")


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        yield opened


def back(days):
    return (TODAY - timedelta(days=days)).isoformat()


def asked(name, days, note=""):
    return invitation(name, f"{back(days)}T10:00:00", note, incoming=False)


def lines(name, *turns):
    return [
        message(name, f"{back(days)}T1{i}:00:00", text, mine=mine, row=i)
        for i, (days, mine, text) in enumerate(turns)
    ]


def sent(store):
    take(
        store,
        {
            "invitations": [asked("Says Yes", 60), asked("Talks Back", 60), asked("Engages Well", 60), asked("Keeps Silent", 60), asked("Too Fresh", 5)],
            "connections": [connection("Says Yes", back(58)), connection("Talks Back", back(50)), connection("Engages Well", back(50))],
            "messages": [
                *lines("Talks Back", (70, True, "Antes"), (40, True, "Hola"), (39, False, "Hola")),
                *lines("Engages Well", (40, True, "Hola"), (39, False, "Hola"), (38, True, "¿Y eso?"), (37, False, "Nos vemos el martes a las 10")),
            ],
        },
    )  # fmt: skip


def test_stages_and_the_young_left_out(store):
    sent(store)
    f = funnel(store, TODAY)
    assert dict(f.stages) == {
        "analysed": 5, "invited": 5, "accepted": 3, "conversation": 2, "engaged": 1, "meeting": 0, "outcome": 0,
    }  # fmt: skip
    assert (f.accepted.k, f.accepted.n, f.pending) == (3, 4, 1)
    assert (f.talked.k, f.talked.n) == (2, 3)


def test_words_before_the_yes_are_no_conversation_of_it(store):
    sent(store)
    one = thread(store, TODAY, people.find(store, "Talks Back")[0].id)
    assert [x.text for x in one.said] == ["Hola", "Hola"]
    assert one.groups["source"] == "known", "they wrote before"


def test_text_only_suggests_a_meeting_and_the_member_says(store):
    sent(store)
    f = funnel(store, TODAY)
    assert [t.dossier.person.name for t in f.suggestions] == ["Engages Well"]
    person = people.find(store, "Engages Well")[0].id
    acts.record(store, [Act(person, "met", "café en Lugo")], NOW)
    record_outcome(store, person, "un cliente", NOW)
    one = thread(store, TODAY, person)
    assert (one.stage, one.met, one.outcome) == ("outcome", "café en Lugo", "un cliente")
    told = [EN.say(sentence) for _, sentence in story(one)]
    assert told[0] == "You invited, without a note"
    assert told[1] == "Yes, after 10 days"
    assert told[-2:] == ["You met: café en Lugo", "It came to this: un cliente"]
    machine = thread_document(one, EN)
    assert [x["what"] for x in machine["story"]] == told
    assert (machine["name"], machine["stage"], machine["outcome"]) == (
        "Engages Well",
        "outcome",
        "un cliente",
    )


def test_sector_is_not_told_by_what_only_a_yes_reveals(store):
    """The archive gives a position to those who accepted: to group by it would make every sector say yes."""
    take(
        store,
        {
            "invitations": [asked("Says Yes", 60), asked("Keeps Silent", 60)],
            "connections": [connection("Says Yes", back(50), position="Notario")],
        },
    )
    f = funnel(store, TODAY)
    assert {r.name for r in f.groups["sector"]} == {"unknown"}
    take(store, {"profile": [observed("Keeps Silent", back(70), headline="Notaria en Lugo")]})
    assert {r.name for r in funnel(store, TODAY).groups["role"]} != {"unknown"}


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "No invitation"), (12, "nothing can be concluded"), (60, "No way of writing can be called better")],
)
def test_what_can_be_concluded(store, n, words):
    """At five notes a month: little, and it is said."""
    if n:
        rows = [asked(f"P{i} X", 60) for i in range(n)]
        take(
            store,
            {"invitations": rows, "connections": [connection(f"P{i} X", back(50)) for i in range(n // 3)]},
        )
    assert words in EN.say(funnel(store, TODAY).conclusion)
    assert document(funnel(store, TODAY), EN)["accepted"]["percent"] == (None if n < 10 else 33)


@pytest.mark.parametrize(
    ("text", "sounds"),
    [("Nos vemos el martes a las 10", True), ("Perfecto, me viene bien", True), ("Shall we talk on Friday?", True), ("Gracias por aceptar", False), ("I read your post on Monday", False)],
)  # fmt: skip
def test_what_sounds_like_a_meeting(text, sounds):
    assert bool(sounds_like_meeting(text)) is sounds


def test_whose_turn_it_is(store):
    names = ("Asks Me", "Thanks Me", "Offers Me", "Owes Me", "Old Debt")
    take(
        store,
        {
            "connections": [*(connection(n, "2020-01-01") for n in names), connection("New Yes", back(3))],
            "invitations": [asked("New Yes", 9)],
            "messages": [
                *lines("Asks Me", (20, True, "Hola"), (12, False, "¿Me pasas el informe?")),
                *lines("Thanks Me", (20, True, "Toma"), (12, False, "Gracias, lo miro")),
                *lines(
                    "Offers Me",
                    (
                        12,
                        False,
                        "Ofrecemos leads cualificados garantizados para tu empresa. ¿Agendamos una llamada?",
                    ),
                ),
                *lines("Owes Me", (25, False, "Hola"), (20, True, "¿Te encaja el jueves?")),
                *lines("Old Debt", (400, False, "¿Me pasas el informe?")),
            ],
        },
    )
    assert [(t.kind, t.dossier.person.name) for t in due(store, TODAY)] == [
        ("reply", "Asks Me"), ("follow_up", "Owes Me"), ("greet", "New Yes"),
    ]  # fmt: skip
    made = due(store, TODAY)
    ids = {t.dossier.person.name: t.dossier.person.id for t in made}
    acts.record(store, [Act(ids["Asks Me"], "answered"), Act(ids["New Yes"], "answered")], NOW)
    assert [t.dossier.person.name for t in due(store, TODAY)] == ["Owes Me"]
    assert [t.dossier.person.name for t in unsettled(store, made)] == ["Owes Me"]
    acts.undo(store, NOW)
    assert len(unsettled(store, made)) == 3


def test_a_newer_word_of_theirs_is_owed_again(store):
    """What was answered last week does not answer today's question."""
    old, new = (12, False, "¿Me pasas el informe?"), (2, False, "¿Y el mapa de los pozos?")
    take(
        store,
        {"connections": [connection("Asks Me", "2020-01-01")], "messages": lines("Asks Me", (20, True, "Hola"), old, new)},
    )  # fmt: skip
    who = people.find(store, "Asks Me")[0].id
    acts.record(store, [Act(who, "answered")], NOW - timedelta(days=5))
    assert [t.last for t in due(store, TODAY)] == ["¿Y el mapa de los pozos?"]


def test_a_page_before_a_meeting(store):
    take(
        store,
        {
            "connections": [connection("Asks Me", "2020-01-01", company="Hidroagro", position="Agrónoma")],
            "messages": lines(
                "Asks Me",
                (20, True, "Hola"),
                (12, False, "¿Me pasas el informe?"),
                (12, False, "Y otra cosa."),
            ),
        },
    )
    page = prepare(store, TODAY, people.find(store, "Asks Me")[0].id)
    assert EN.say(page.known[0]) == "Agrónoma · Hidroagro"
    assert [x.text for x in page.open_points] == ["¿Me pasas el informe?"]
    assert [x.text for x in page.last_words][-1] == "Y otra cosa."
    machine = prepared_document(page, EN)
    assert machine["open_points"] == [{"on": "2026-11-11", "mine": False, "text": "¿Me pasas el informe?"}]
    assert machine["known"][0] == "Agrónoma · Hidroagro"


def test_nothing_known_nothing_due(store):
    assert due(store, TODAY) == []
    assert prepare(store, TODAY, 99) is None
    assert thread(store, TODAY, 99) is None
