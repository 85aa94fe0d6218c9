"""The mirror is made to be shown to others: it names nobody unless asked, and says no more than its numbers."""

from __future__ import annotations

import pytest
from network_kit import NOTARIES, NOW, fill_network
from web_kit import Client, a_site

from calabazas.store import open_member, settings


@pytest.fixture
def desk(site):
    with open_member(site.path) as store:
        fill_network(store)
    return Client(site)


def test_it_names_nobody_unless_asked(desk):
    html = desk.get("/mirror").text
    assert "would not pass your own criterion today" in html
    assert NOTARIES[3] not in html
    assert NOTARIES[3] in desk.get("/mirror?names=yes").text


def test_the_report_is_one_file_that_names_nobody_unless_asked(desk):
    """It goes to clients and into drawers: what is once in it cannot be taken back."""
    answer = desk.get("/mirror/report")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert NOTARIES[3] not in answer.text
    assert "http" not in answer.text.replace("http-equiv", "")
    assert NOTARIES[3] in desk.get("/mirror/report?names=yes").text
    desk.post("/settings", {"web.hide": "yes"})
    assert NOTARIES[3] not in desk.get("/mirror/report?names=yes").text, (
        "hidden names are hidden in files too"
    )


def test_every_drawing_stands_beside_its_numbers(desk):
    """Whoever cannot see a drawing, or does not trust one, reads the table."""
    html = desk.get("/mirror").text
    assert html.count('<svg class="plot"') == html.count("The same as a table") == 4
    assert html.count('role="img" aria-label=') >= 4


def test_without_a_target_it_asks_for_one_and_judges_nobody(site):
    with open_member(site.path) as store:
        fill_network(store)
        settings.put(store, "target", "", NOW)
    html = Client(site).get("/mirror").text
    assert "say first whom you look for" in html
    assert "calabazas target" not in html, "a page does not send anybody to a terminal"
    assert "/mirror/report" not in html


def test_an_empty_file_and_one_still_being_read(tmp_path):
    with a_site(tmp_path / "home" / "member.sqlite", filled=False) as site:
        assert "No contacts have been handed over yet" in Client(site).get("/mirror").text
        site.network.works.patience = 0
        with open_member(site.path) as store:
            settings.put(store, "target", "Busco agrónomos.", NOW)
        assert "<progress" in Client(site).get("/mirror").text


def test_an_act_shows_the_page_of_before_and_says_so(desk):
    """A star must not make the mirror blink."""
    desk.get("/mirror")
    desk.site.network.works.patience = 0
    desk.post("/decide", {"id": 1, "choice": "ignore"})
    html = desk.get("/mirror").text
    assert "Being brought up to date" in html
    assert '<svg class="plot"' in html
