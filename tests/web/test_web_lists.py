"""A list handed over: told from everything else, read as the member says, and nothing kept before that."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from web_kit import ATTENDEES, EVENT, Client, clipboard

from calabazas.store import open_member, people
from calabazas.web.lists import handed, if_list, recognised

LINES = "Ana Uno, Directora, Faro Norte\nLuis Tres, Redactor, Vinagres Sur\n"


def found(site, name):
    with open_member(site.path) as store:
        return people.find(store, name)


def test_a_list_is_told_from_what_else_is_pasted(tmp_path):
    """The page of invitations must go on being read at once, as it was before there were lists."""
    pasted = Path("-")
    assert if_list(pasted, ATTENDEES.encode()).seen.people == 4
    assert if_list(pasted, LINES.encode()).seen.people == 2
    page = clipboard([("Ana Uno", "Directora de arte", "")])
    assert if_list(pasted, page.encode()) is None
    assert recognised(page.encode())
    assert if_list(pasted, b"nothing of anybody's") is None
    assert not recognised(b"<table><tr><td>Ana</td></tr></table>")
    sheet = tmp_path / "Asistentes.csv"
    sheet.write_text(ATTENDEES, "utf-8")
    assert if_list(sheet).name == "Asistentes.csv"
    assert if_list(tmp_path / "not-there.csv") is None


def test_the_members_word_lies_over_the_guess():
    """Columns, event and presence are theirs to say; a list without names is none."""
    one = handed(ATTENDEES.encode())
    told = one.told({"company": "2", "title": "3"}, EVENT, there=True)
    assert told.sample[0].company == "Directora de marketing B2B"
    assert {row.text for row in told.sample} == {EVENT}
    assert {row.detail["there"] for row in told.sample} == {"yes"}
    assert {row.detail["there"] for row in one.told({}, "", there=True).sample} == {""}, (
        "nobody was at no event"
    )
    with pytest.raises(ValueError, match="name"):
        one.told({"name": ""}, EVENT, there=True)
    assert handed(b"   ") is None


def test_nothing_is_kept_before_the_member_says_so(site):
    """Somebody else's list, pasted by mistake, leaves no trace."""
    browser = Client(site)
    assert browser.post("/take-in/paste", {"text": ATTENDEES}).headers["location"] == "/suggest/list"
    assert "Horno Alborada" in browser.get("/suggest/list").text
    assert found(site, "Nuria Belda") == []
    number = site.handed.number
    browser.post("/suggest/list/keep", {"list": number, "do": "keep", "event_name": EVENT, "there": "yes"})
    for _ in range(100):
        if not site.importer.busy():
            break
        time.sleep(0.02)
    assert [p.name for p in found(site, "Nuria Belda")] == ["Nuria Belda"]
    assert site.handed is None


def test_one_list_is_not_taken_for_another(site):
    """Two windows, two lists: what was confirmed is what was shown, or nothing."""
    browser = Client(site)
    browser.post("/suggest/list", {"text": ATTENDEES})
    shown = site.handed.number
    browser.post("/suggest/list", {"text": LINES})
    assert browser.post("/suggest/list/keep", {"list": shown, "do": "keep"}).headers["location"] == "/suggest"
    assert found(site, "Ana Uno") == found(site, "Nuria Belda") == []
    assert site.handed.number != shown


def test_what_is_no_list_is_said_to_be_none(site):
    """Silence would leave the member waiting for people who never come."""
    browser = Client(site)
    assert browser.post("/suggest/list", {"text": "hola"}).headers["location"] == "/suggest"
    assert "No list of people could be made out" in browser.get("/settings").text


def test_sheets_from_a_spreadsheet_are_read_by_their_text(site):
    """A copied sheet is HTML and text at once; the HTML is nobody's format."""
    table = "<table><tr><td>Nombre</td><td>Cargo</td></tr></table>"
    answer = Client(site).post("/take-in/paste", {"html": table, "text": ATTENDEES.replace(";", "\t")})
    assert answer.headers["location"] == "/suggest/list"
    assert site.handed.seen.people == 4
