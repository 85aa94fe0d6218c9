"""Everything strangers wrote is hostile: text stays text, tricks become visible, hidden stays hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from web_kit import Client, clipboard, invitation, message, person, take

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


PAGES = ("/", "/clicks", "/take-in", "/policy", "/out-of-time", "/people?q=mala", "/welcome", "/settings")


@pytest.fixture
def poisoned(site):
    with open_member(site.path) as store:
        poison(store)
        number = store.db.execute("SELECT id FROM person WHERE slug = ?", (SLUG,)).fetchone()[0]
    return Client(site), number


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
        f"/people?q={BAD.replace(' ', '%20')}",
    ):
        html = browser.get(path).text
        assert "<script>alert" not in html, path
        assert "<img src=x" not in html, path
        assert "1343433" not in html, path
        assert "\u202e" not in html, path
        assert "\u200b" not in html, path


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
    for path in (*PAGES, f"/people/{number}", f"/people/{number}/forget"):
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
