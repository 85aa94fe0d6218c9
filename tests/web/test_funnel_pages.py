"""What became of the invited, and whose turn it is: nothing said that the numbers do not carry, one thread shown whole."""

from __future__ import annotations

import pytest
from network_kit import AGREED, OWED, SILENT, TALKER, fill_network, sent
from web_kit import UNKNOWN, Client, a_site, person, take

from calabazas.store import acts, open_member


@pytest.fixture
def desk(site):
    with open_member(site.path) as store:
        fill_network(store)
    return Client(site)


def test_below_ten_there_is_no_percentage(desk):
    """One of two is not a rate of success, and the page must not be read as if it were."""
    html = desk.get("/funnel").text
    assert "1 of 2" in html
    assert "50 %" not in html
    assert "nothing can be concluded about what works" in html


def test_a_fresh_invitation_counts_for_nothing(desk):
    with open_member(desk.site.path) as store:
        take(store, {"sent": [sent("Recién Llegada", 3)]})
    html = desk.get("/funnel").text
    assert "1 invitation is younger than 30 days" in html
    assert "1 of 2" in html, "neither a yes nor a no"


def test_one_thread_whole(desk):
    html = desk.get(f"/funnel/{person(desk.site, TALKER)}").text
    for part in ("riego por goteo", "Yes, after 10 days", "cómo va la campaña", AGREED):
        assert part in html
    assert html.index("riego por goteo") < html.index("Yes, after 10 days") < html.index(AGREED)


def test_somebody_never_invited_has_no_thread_and_nobody_has_none(desk):
    answer = desk.get(f"/funnel/{person(desk.site, UNKNOWN)}")
    assert (answer.status, answer.headers["location"]) == (303, f"/people/{person(desk.site, UNKNOWN)}")
    assert desk.get("/funnel/999999").status == 404
    assert desk.get("/due/999999").status == 404


def test_the_program_asks_whether_there_was_a_meeting_and_never_decides_it(desk):
    """Words suggest; only the member knows."""
    assert "This sounds like a meeting" in desk.get("/funnel").text
    id = person(desk.site, TALKER)
    desk.post(f"/people/{id}/remark", {"kind": "met", "back": "/funnel"})
    assert "This sounds like a meeting" not in desk.get("/funnel").text
    desk.post(f"/people/{id}/remark", {"kind": "outcome", "value": "un encargo de sondas", "back": "/funnel"})
    html = desk.get(f"/funnel/{id}").text
    assert "un encargo de sondas" in html
    assert "Something came of it" in html
    with open_member(desk.site.path) as store:
        assert [k.act.kind for k in acts.journal(store)] == ["met", "outcome"]
    desk.post(f"/people/{id}/remark", {"kind": "outcome", "value": "", "back": "/funnel"})
    with open_member(desk.site.path) as store:
        assert len(acts.journal(store)) == 2, "an empty outcome is none"


def test_whose_turn_it_is_and_the_count_beside_the_menu(desk):
    assert OWED not in desk.get("/").text
    html = desk.get("/due").text
    assert "You owe a reply" in html
    assert "datos de 2024" in html
    assert SILENT not in html, "who never answered an invitation is owed nothing"
    menu = desk.get("/settings").text
    assert '<span>Your turn</span><span class="count">2</span>' in menu


def test_a_page_before_meeting_somebody(desk):
    html = desk.get(f"/due/{person(desk.site, OWED)}").text
    assert "Responsable de riego · Sensoagro" in html
    assert "They asked" in html
    desk.post(f"/people/{person(desk.site, OWED)}/remark", {"kind": "noted", "value": "Llevar el mapa"})
    assert "Llevar el mapa" in desk.get(f"/due/{person(desk.site, OWED)}").text


def test_empty_pages_say_so(tmp_path):
    with a_site(tmp_path / "home" / "member.sqlite", filled=False) as site:
        browser = Client(site)
        assert "No invitation of yours is known" in browser.get("/funnel").text
        assert "Nobody waits for a word of yours" in browser.get("/due").text


def test_while_it_is_worked_out_no_page_is_held_up(desk):
    desk.site.network.works.patience = 0
    assert "<progress" in desk.get("/funnel").text
    assert "<progress" in desk.get("/due").text
