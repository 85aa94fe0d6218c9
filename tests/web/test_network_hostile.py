"""The pages of the network under attack: what contacts wrote stays text, hidden stays hidden, in files too."""

from __future__ import annotations

import csv
import io

import pytest
from network_kit import NOW, back, connection, fill_network
from test_web_hostile import BAD
from web_kit import ME, MY_NAME, Client, message, take

from calabazas.people.records import Invitation
from calabazas.store import open_member, settings

TARGET = "Busco agrónomos."
EVIL = {
    "old": "Vieja " + BAD,
    "sent": "Invitada " + BAD,
    "owed": "Debida " + BAD,
    "off": "=HYPERLINK(1) " + BAD,
}
SLUGS = {key: f"mala-{key}" for key in EVIL}


def evil_connection(key, on):
    return connection(EVIL[key], on, BAD, BAD)._replace(slug=SLUGS[key], email=BAD)


def evil_message(key, at, *, mine=False):
    said = message(EVIL[key], at, f"{BAD} ¿Nos vemos el martes a las 10?", mine=mine)
    return said._replace(recipient_slugs=(SLUGS[key],)) if mine else said._replace(sender_slug=SLUGS[key])


@pytest.fixture
def poisoned(site):
    with open_member(site.path) as store:
        fill_network(store)
        take(
            store,
            {
                "connections": [evil_connection("old", "2015-03-04"), evil_connection("owed", "2020-03-04"), evil_connection("off", "2016-03-04"), evil_connection("sent", back(50))],
                "messages": [
                    *(evil_message("old", f"2019-0{n}-05T10:00:00", mine=bool(n % 2)) for n in range(1, 8)),
                    evil_message("owed", f"{back(20)}T10:00:00", mine=True), evil_message("owed", f"{back(12)}T10:00:00"),
                    evil_message("sent", f"{back(40)}T10:00:00", mine=True), evil_message("sent", f"{back(39)}T10:00:00"),
                ],
                "invitations": [Invitation(1, False, EVIL["sent"], SLUGS["sent"], f"{back(60)}T10:00:00", True, BAD, ME, MY_NAME)],
            },
        )  # fmt: skip
        ids = {
            key: store.db.execute("SELECT id FROM person WHERE slug = ?", (slug,)).fetchone()[0]
            for key, slug in SLUGS.items()
        }
    browser = Client(site)
    browser.get("/purge")
    browser.post("/purge/decide", {"id": ids["off"], "choice": "let_go"})
    browser.post("/purge/decide", {"id": ids["old"], "choice": "reconnect"})
    browser.post("/purge/decide", {"id": ids["owed"], "choice": "unfollow"})
    browser.post(f"/people/{ids['sent']}/remark", {"kind": "outcome", "value": BAD, "back": "/funnel"})
    return browser, ids


def pages(ids):
    return (
        "/purge", "/purge?show=reconnect", "/purge?batch=3", "/purge/under-way", "/mirror", "/mirror?names=yes",
        "/mirror/report", "/mirror/report?names=yes", "/funnel", "/funnel?stage=outcome", f"/funnel/{ids['sent']}",
        "/due", *(f"/due/{id}" for id in ids.values()), *(f"/people/{id}" for id in ids.values()),
        "/policy/backtest", "/policy/backtest?against=shipped&positions=yes", "/policy/learn",
    )  # fmt: skip


def test_script_in_every_field_stays_text(poisoned):
    """One field printed raw is enough: all of them, on every page and in the report."""
    browser, ids = poisoned
    for path in pages(ids):
        answer = browser.get(path)
        assert answer.status == 200, path
        for trick in ("<script>alert", "<img src=x", "1343433", "\u202e", "\u200b"):
            assert trick not in answer.text, (path, trick)


def test_hidden_names_hide_every_text_of_others(poisoned):
    """Whoever shows the mirror or the purge to a colleague shows nobody's name, post, firm or words."""
    browser, ids = poisoned
    browser.post("/settings", {"web.hide": "yes"})
    words = (
        "alert",
        "gnp.exe",
        "mala-",
        "vieja",
        "invitada",
        "debida",
        "notario",
        "notaría",
        "tadeo",
        "pozos",
        "goteo",
        "sensoagro",
    )
    for path in pages(ids):
        # The links of the menu and the drawings' own words are not strangers'.
        html = browser.get(path).text.lower()
        for word in words:
            assert word not in html, (path, word)


def test_the_file_of_those_let_go_runs_nothing_in_a_spreadsheet(poisoned):
    """It is opened in a spreadsheet, and a name is a stranger's text there too (OWASP, CSV injection)."""
    browser, _ = poisoned
    browser.post("/purge/export")
    (row,) = csv.DictReader(io.StringIO(browser.get("/purge/export.csv").text.removeprefix("\ufeff")))
    assert row["name"].startswith("'=HYPERLINK")
    assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())


def test_a_pasted_policy_is_shown_as_text(poisoned):
    browser, _ = poisoned
    with open_member(browser.site.path) as store:
        settings.put(store, "target", TARGET, NOW)
    browser.post("/policy/backtest", {"policy": f"# {BAD.encode('ascii', 'ignore').decode()}\n"})
    assert "<script>alert" not in browser.get("/policy/backtest").text
