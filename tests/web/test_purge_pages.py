"""The pages of the purge: twenty at a time, the protected left in peace, nothing at once, nothing for the wrong people."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta

import pytest
from network_kit import NOTARIES, OLD_FRIEND, WANTED, fill_network
from web_kit import TODAY, UNKNOWN, Client, a_site, person

from calabazas.store import acts, open_member


@pytest.fixture
def desk(site):
    with open_member(site.path) as store:
        fill_network(store)
    return Client(site)


def names(html):
    return re.findall(r'<h2 id="n\d+"><a [^>]*>([^<]+)</a>', html)


def ids(html):
    return [int(x) for x in re.findall(r'<article[^>]* id="p(\d+)"', html)]


def journal(site):
    with open_member(site.path) as store:
        return [(k.act.kind, k.act.value) for k in acts.journal(store) if not k.undone]


def test_twenty_at_a_time_and_nobody_protected(desk):
    """Whoever is shown three hundred people looks at none of them; whoever is protected is not shown at all."""
    html = desk.get("/purge").text
    assert len(names(html)) == 20
    assert NOTARIES[0] not in names(html), "in the address book"
    assert not {WANTED, OLD_FRIEND} & set(names(html))
    assert "checked" not in html
    assert "This sees LinkedIn only" in html
    assert OLD_FRIEND in desk.get("/purge?show=reconnect").text


def test_a_batch_ends(desk):
    """After twenty there is a pause that one must walk past on purpose."""
    for _ in range(2):
        shown = ids(desk.get("/purge").text)[:10]
        desk.post("/purge/decide", {"id": shown, "choice": "let_go"})
    html = desk.get("/purge").text
    assert names(html) == []
    assert "20 people looked at today" in html
    assert len(names(desk.get("/purge?batch=2").text)) == 2
    desk.post("/undo")
    assert len(names(desk.get("/purge").text)) == 10


@pytest.mark.parametrize(
    "fields", [{"choice": "let_go"}, {"id": "999999", "choice": "let_go"}, {"id": "1", "choice": "delete"}]
)
def test_nothing_is_written_without_somebody_and_a_decision(desk, fields):
    """A form that a page did not make must not write nonsense into the ledger."""
    assert desk.post("/purge/decide", fields).status == 303
    assert journal(desk.site) == []


def test_only_a_contact_can_be_let_go(desk):
    """Somebody who merely waits is not in: there is no tie to cut."""
    desk.post("/purge/decide", {"id": person(desk.site, UNKNOWN), "choice": "let_go"})
    desk.post("/purge/forgot", {"id": person(desk.site, UNKNOWN)})
    desk.post("/purge/gone", {"id": person(desk.site, NOTARIES[0]), "how": "eaten"})
    assert journal(desk.site) == []


def test_one_key_for_whom_nothing_is_remembered_and_a_star_saves(desk):
    shown = ids(desk.get("/purge").text)
    desk.post("/purge/forgot", {"id": shown[0]})
    assert "you remember nothing of this person" in desk.get("/purge").text.lower()
    desk.post(f"/people/{shown[1]}/remark", {"kind": "starred", "back": "/purge"})
    assert shown[1] not in ids(desk.get("/purge").text)
    desk.post("/purge/gone", {"id": shown[2], "how": "closed"})
    assert journal(desk.site) == [("forgotten_who", ""), ("starred", ""), ("gone", "closed")]


def test_the_click_waits_for_thirty_days_and_for_the_file(desk):
    """No hurry can talk the page into it: not before the day, not before what is known is kept."""
    today = TODAY
    desk.site.today = lambda: today
    id = ids(desk.get("/purge").text)[0]
    desk.post("/purge/decide", {"id": id, "choice": "let_go"})
    assert "1 rests" in desk.get("/purge/under-way").text
    desk.post("/purge/done", {"id": id})
    today = TODAY + timedelta(days=30)
    assert "1 click is due" in desk.get("/purge/under-way").text
    desk.post("/purge/done", {"id": id})
    assert ("done", "let_go") not in journal(desk.site)
    assert desk.get("/purge/export.csv").status == 303, "nothing was written yet"
    desk.post("/purge/export")
    assert 'http-equiv="refresh" content="0;url=/purge/export.csv"' in desk.get("/purge/under-way").text
    assert "http-equiv" not in desk.get("/purge/under-way").text, "once, not at every visit"
    answer = desk.get("/purge/export.csv")
    assert answer.headers["content-disposition"].startswith("attachment")
    (row,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert (row["position"], row["decision"]) == ("Notario", "let_go")
    desk.post("/purge/done", {"id": id})
    assert ("done", "let_go") in journal(desk.site)


def test_what_is_written_of_others_is_never_two_clicks_away(desk):
    """The file is made on the member's word alone, and the answer of a page never holds it."""
    assert desk.post("/purge/export").headers["location"] == "/purge/under-way"
    assert desk.get("/purge/export.csv").status == 303


def test_somebodys_page_asks_the_question_of_a_contact(desk):
    """A contact is neither accepted nor ignored: the page says what the purge says."""
    html = desk.get(f"/people/{person(desk.site, OLD_FRIEND)}").text
    assert "you once talked a lot" in html.lower()
    assert 'value="let_go"' in html
    assert "Notario" in html, "the post that the archive tells"
    assert 'href="/purge" data-key="Escape"' in html
    assert 'value="accept"' not in html
    desk.get("/purge")
    again = desk.get(f"/people/{person(desk.site, OLD_FRIEND)}").text
    assert "you once talked a lot" in again.lower()


def test_a_first_day_has_nothing_to_purge(tmp_path):
    with a_site(tmp_path / "home" / "member.sqlite", filled=False) as site:
        html = Client(site).get("/purge").text
    assert "No contacts have been handed over yet" in html


def test_while_it_is_worked_out_the_page_says_so_and_asks_again(desk):
    """Thirty thousand contacts take seconds: the page does not."""
    desk.site.network.works.patience = 0
    html = desk.get("/purge").text
    assert "<progress" in html
    assert 'hx-trigger="every 700ms"' in html
    assert '<noscript><meta http-equiv="refresh"' in html
    desk.site.network.works.patience = 60
    assert len(names(desk.get("/purge").text)) == 20
