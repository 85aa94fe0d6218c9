"""From what the member hands over to a few people a week: true anchors, caps, and a no that is kept."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, invitation, slug, take

from calabazas.desk.sent import mark_sent
from calabazas.desk.suggest import VIA, WAYS, document, put_off, refuse, week
from calabazas.desk.target import set_target
from calabazas.engine.allowance import put
from calabazas.language import Language
from calabazas.people.records import Trace
from calabazas.store import acts, open_member, people
from kit import TARGET

TODAY = date(2026, 11, 23)
"""A Monday: the week is new."""
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EVENT = "Jornadas de Riego 2026"


def listed(
    name: str, title: str = "Jefa de riego", company: str = "", mail: str = "", event: str = EVENT
) -> Trace:
    detail = {"title": title, "emails": mail, "there": "yes"}
    return Trace(1, "listed", name, "", company or f"Finca {name}", "2026-11-20", event, detail)


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        set_target(opened, TARGET)
        yield opened


def attendees(store, *names: str, **told: str) -> None:
    take(store, {"people_list": [listed(name, **told) for name in names]})


def names(w) -> list[str]:
    return [s.person.name for s in w.suggested]


def find(store, name: str) -> int:
    (person,) = people.find(store, name)
    return person.id


def test_a_list_becomes_suggestions_with_their_anchor(store):
    """Three who fit, the notary not; each says what the note can lean on, and where that stands."""
    attendees(store, "Ana Ruiz Mar", "Bea Sanz Mar", "Cai Paz Mar")
    attendees(store, "Dia Lex Mar", title="Notaria")
    w = week(store, TODAY)
    assert sorted(names(w)) == ["Ana Ruiz Mar", "Bea Sanz Mar", "Cai Paz Mar"]
    assert (w.candidates, w.fitting) == (4, 3)
    for one in w.suggested:
        anchor = one.suggestion.anchor
        assert anchor is not None
        assert (anchor.fact.kind, anchor.fact.what) == ("event", EVENT)
        assert anchor.sources
        assert one.way == "note"


def test_the_weeks_number_is_kept(store):
    """What was sent since Monday counts, and more than the week holds is not shown."""
    attendees(store, *(f"Ana Ruiz {c}ar" for c in "BCDFGHJK"))
    assert len(week(store, TODAY).suggested) == 5
    put(store, "invitations_per_week", 3, NOW)
    first = week(store, TODAY)
    assert len(first.suggested) == 3
    mark_sent(store, first.suggested[0].person.id, "Hola", NOW)
    after = week(store, TODAY)
    assert len(after.suggested) == 2
    assert first.suggested[0].person.name not in names(after)
    assert len(week(store, date(2026, 11, 30)).suggested) == 3


@pytest.mark.parametrize(
    ("key", "value"), [("invitations_per_week", 0), ("max_chars", 301), ("notes_per_month", -1)]
)
def test_settings_have_bounds(store, key, value):
    """No number of the member's makes a mass mailer of this."""
    with pytest.raises(ValueError, match="-"):
        put(store, key, value, NOW)


def test_a_no_is_kept_and_can_be_taken_back(store):
    """Never again, until undo."""
    attendees(store, "Ana Ruiz Mar", "Bea Sanz Mar")
    refuse(store, [find(store, "Ana Ruiz Mar")], NOW)
    w = week(store, TODAY)
    assert names(w) == ["Bea Sanz Mar"]
    assert w.refused == 1
    acts.undo(store, NOW)
    assert len(week(store, TODAY).suggested) == 2
    put_off(store, [find(store, "Bea Sanz Mar")], date(2026, 12, 1), NOW)
    assert names(week(store, TODAY)) == ["Ana Ruiz Mar"]
    assert len(week(store, date(2026, 12, 1)).suggested) == 2


def test_nobody_connected_or_invited_is_suggested(store):
    """Not by the same name, not by the same mail; those left out for their name are told."""
    take(
        store,
        {
            "connections": [
                connection("Ana Ruiz Mar"),
                connection("Bea Sanz Mar")._replace(slug="bea-1"),
                connection("Bea Sanz Mar")._replace(slug="bea-2"),
                connection("Elisa Mar", email="e@acme.example"),
            ],
            "invitations": [invitation("Cai Paz Mar", "2026-11-01", incoming=False)],
            "people_list": [
                listed("Ana Ruiz Mar"), listed("Bea Sanz Mar"), listed("Cai Paz Mar"), listed("E. Mar Sol", mail="e@acme.example"),
                listed("Fin New Mar"),
            ],
        },
    )  # fmt: skip
    w = week(store, TODAY)
    assert names(w) == ["Fin New Mar"]
    assert {p.name for p, _ in w.left_out} == {"Bea Sanz Mar"}


def test_only_the_list_of_an_event(store):
    """Right after an event the member wants those of the event, whoever else waits."""
    attendees(store, "Ana Ruiz Mar")
    attendees(store, "Bea Sanz Mar", event="Feria del Agua")
    assert names(week(store, TODAY, event="feria")) == ["Bea Sanz Mar"]
    assert names(week(store, TODAY, event="Congreso Z")) == []


def test_the_document_holds_what_was_agreed(store):
    """Other programs read these keys; it is the same in either language but for its words."""
    attendees(store, "Ana Ruiz Mar", mail="ana@acme.example")
    w = week(store, TODAY)
    for code in ("es", "en"):
        told = json.loads(json.dumps(document(w, Language(code))))
        (one,) = told["suggestions"]
        assert {"profile_url", "name", "verdict", "axes", "anchor", "findings"} <= one.keys()
        assert (one["name"], one["verdict"], one["anchor"]["what"]) == ("Ana Ruiz Mar", "invite", EVENT)
        assert set(one["axes"]) == {"tie", "worth", "doubt", "aim"}
        assert any(f["code"] == "shared_event" for f in one["findings"])
    everybody = week(store, TODAY, everybody=True)
    assert [x["name"] for x in document(everybody, Language("en"))["suggestions"]] == ["Ana Ruiz Mar"]


def test_an_empty_file_says_so(store):
    """The first day there is nobody, and nothing breaks."""
    w = week(store, TODAY)
    assert (w.suggested, w.candidates, w.left_out) == ((), 0, ())
    assert document(w, Language("es"))["suggestions"] == []


def test_every_way_and_source_has_words(store):
    """What a page shows of these must be a sentence, in Spanish too."""
    spanish = Language("es")
    for text in (*WAYS.values(), *VIA.values()):
        assert spanish.text(text) != text
    assert slug("x") == "x"
    assert store is not None
