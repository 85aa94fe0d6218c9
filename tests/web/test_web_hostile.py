"""Everything strangers wrote is hostile: text stays text, tricks become visible, hidden stays hidden."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from web_kit import Client, clipboard, fill_more, invitation, message, person, take

from calabazas.desk.take_in import take_in
from calabazas.people.records import Connection, Observed, Trace
from calabazas.sources.doors import find
from calabazas.store import open_member

BAD = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202egnp.exe\u200b{{7*191919}}'
NAME = "Mala " + BAD
SLUG = "mala-persona"


def poison(store):
    """Put the same attack into every text that any source can carry."""
    facts = {
        "headline": BAD, "position": BAD, "company": BAD, "location": BAD, "about": BAD, "mutual_names": [BAD],
        "experience": [{"title": BAD, "company": BAD, "start": BAD, "end": BAD, "text": BAD}],
        "education": [{"school": BAD, "degree": BAD, "start": "", "end": BAD}], "skills": [BAD], "updated": BAD,
        "activity": [{"kind": "post", "text": BAD, "on": "2026-11-01"}], "event": BAD, "shared_employer": BAD, "answer": BAD,
    }  # fmt: skip
    rows = {
        "invitations": [invitation(NAME, "2026-11-20T10:00:00", BAD)._replace(slug=SLUG)],
        "connections": [Connection(1, NAME, SLUG, BAD, BAD, BAD, "2024-01-02")],
        "messages": [message(NAME, "2025-03-01T10:00:00", BAD)._replace(sender_slug=SLUG)],
        "traces": [Trace(1, "private_note", NAME, SLUG, BAD, "2025-01-01", BAD, {"x": BAD})],
        "profile": [Observed(1, NAME, SLUG, "2026-11-16", "profile", facts)],
        BAD: [Observed(1, NAME, SLUG, "2026-11-17", "list", {"headline": BAD})],
    }
    take(store, rows)


LISTED = "Mala Lista"
SHEET = f'Nombre;Cargo;Empresa\n"{LISTED}";"{BAD.replace(chr(34), chr(34) * 2)}";"{BAD.replace(chr(34), chr(34) * 2)}"\n'
"""A list of people in which a stranger wrote."""


def poison_inviting(store, title=""):
    """The same attack in what the pages of inviting show: cards, events, mails, notes that were sent."""
    card = {"title": title + BAD, "told_company": BAD, "emails": f"{BAD}@example.net", "there": "yes"}
    rows = {
        "people_list": [Trace(1, "listed", LISTED, "", BAD, "2026-11-20", BAD, card)],
        "book": [Trace(1, "address_book", LISTED, "", BAD, "2025-01-01", BAD, card)],
        "invitations": [
            invitation("Mala Enviada " + BAD, "2026-10-01T10:00:00", BAD)._replace(incoming=False)
        ],
    }
    take(store, rows)


PAGES = (
    "/suggest",
    "/suggest/list",
    "/sent",
    "/",
    "/clicks",
    "/take-in",
    "/policy",
    "/out-of-time",
    "/people?q=mala",
    "/welcome",
    "/settings",
)


@pytest.fixture
def poisoned(site):
    with open_member(site.path) as store:
        poison(store)
        poison_inviting(store)
        number = store.db.execute("SELECT id FROM person WHERE slug = ?", (SLUG,)).fetchone()[0]
    browser = Client(site)
    browser.post("/suggest/list", {"text": SHEET})
    settled(browser, "/suggest")
    return browser, number


def settled(browser, path):
    """Ask for a page until what it rests on is worked out: the first judging of everybody takes a moment."""
    for _ in range(200):
        html = browser.get(path).text
        if "<progress" not in html:
            return html
        time.sleep(0.05)
    raise AssertionError(path)


def test_script_in_every_field_stays_text(poisoned):
    """One field printed raw is enough: all of them, on every page."""
    browser, number = poisoned
    browser.post("/decide", {"id": number, "choice": "accept"})
    browser.post(f"/people/{number}/remark", {"kind": "noted", "value": BAD})
    browser.post(f"/people/{number}/remark", {"kind": "tagged", "value": BAD})
    # The member's own words come back as they wrote them, escaped: they are no stranger's.
    browser.post("/policy/target", {"target": BAD.encode("ascii", "ignore").decode(), "do": "keep"})
    for path in (
        *PAGES,
        f"/people/{number}",
        f"/people/{number}/forget",
        f"/note/{number}",
        f"/note/{person(browser.site, LISTED)}",
        f"/people?q={BAD.replace(' ', '%20')}",
    ):
        html = browser.get(path).text
        assert "<script>alert" not in html, path
        assert "<img src=x" not in html, path
        assert "1343433" not in html, path
        assert "\u202e" not in html, path
        assert "\u200b" not in html, path


def test_a_suggestion_is_a_strangers_text_too(site):
    """Lists come from whoever made them: cards, events and drafts show them harmless, and hide them when asked."""
    with open_member(site.path) as store:
        fill_more(store)
        poison_inviting(store, "Directora de marketing B2B ")
    browser = Client(site)
    paths = ("/suggest", f"/note/{person(site, LISTED)}", "/sent")
    for path in paths:
        html = settled(browser, path)
        assert "Mala" in html, path
        assert "<script>alert" not in html, path
        assert "\u202e" not in html, path
    browser.post("/settings", {"web.hide": "yes"})
    for path in paths:
        html = settled(browser, path).lower()
        assert not [w for w in ("mala", "alert", "gnp", "belda", "alborada", "feria") if w in html], path


def test_what_turns_letters_round_is_shown(poisoned):
    """A name that reads as another is an attack on the reader, not on the machine."""
    browser, number = poisoned
    assert "⟨U+202E⟩" in browser.get(f"/people/{number}").text


def test_links_lead_to_linkedin_alone(site):
    """A slug is a stranger's text too."""
    with open_member(site.path) as store:
        take(
            store,
            {
                "invitations": [
                    invitation("Rara", "2026-11-20T10:00:00")._replace(
                        slug='x"onmouseover="alert(1)//evil.example'
                    )
                ]
            },
        )
    browser = Client(site)
    html = browser.get(f"/people/{person(site, 'Rara')}").text
    assert 'href="https://www.linkedin.com/in/x%22onmouseover%3D%22alert%281%29%2F%2Fevil.example"' in html


def test_a_note_of_ten_megabytes(site):
    """It is cut on the page and stops neither the queue nor the person's own page."""
    with open_member(site.path) as store:
        take(
            store, {"invitations": [invitation("Larga Nota", "2026-11-22T10:00:00", "palabra " * 1_300_000)]}
        )
    browser = Client(site)
    queue, own = browser.get("/"), browser.get(f"/people/{person(site, 'Larga Nota')}")
    assert (queue.status, own.status) == (200, 200)
    assert len(queue.text) < 150_000
    assert len(own.text) < 150_000


def test_hidden_names_hide_every_text_of_others(poisoned):
    """Names, slugs, headlines, firms, notes, messages, file names: none may be read off a shown screen."""
    browser, number = poisoned
    browser.post("/settings", {"web.hide": "yes"})
    browser.post("/decide", {"id": number, "choice": "accept"})
    note = f"/note/{person(browser.site, LISTED)}"
    for path in (*PAGES, f"/people/{number}", f"/people/{number}/forget", f"/note/{number}", note):
        html = browser.get(path).text.lower()
        for word in (
            "alert",
            "gnp.exe",
            SLUG,
            "salgueiro",
            "outeiro",
            "ladrones",
            "denunciar",
            "whatsapp",
            "faro",
        ):
            assert word not in html, (path, word)


def test_a_poisoned_paste_is_read_and_shown_as_text(site):
    """The list of the day comes from a page that strangers write on."""
    page = clipboard([("<b>Ana</b> <script>alert(1)</script>", BAD, BAD)])
    with open_member(site.path) as store:
        take_in(store, find([Path("-")], stdin=page.encode()))
    html = Client(site).get("/").text
    assert "<script>alert" not in html
    assert "Ana" in html


@pytest.mark.parametrize("page", ["/people/{}", "/note/{}", "/due/{}", "/funnel/{}", "/people/{}/linkedin"])
@pytest.mark.parametrize("digits", [18, 19, 5_000])
def test_a_number_nobody_can_have_is_a_page_that_is_not_there(site, page, digits):
    """A number too long for the store, or for Python to read, would else end in an error of the desk."""
    assert Client(site).get(page.format("9" * digits)).status == 404
