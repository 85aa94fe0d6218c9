"""The composer beyond what journeys walk: a model's draft is verified, and bad input changes nothing."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from web_kit import EVENT, KNOWN, Client, fill_more, person

from calabazas.store import acts, open_member, settings

NOW = datetime(2026, 11, 23, tzinfo=UTC)
TRUE = f"Hola, Nuria: los dos estuvimos en la {EVENT}. ¿Con qué ponente repetirías?"
INVENTED = f"Hola, Nuria: cenamos en Oslo tras la {EVENT}. ¿Repetimos?"


@pytest.fixture
def inviting(site):
    """A desk with people to invite; and the number of one of them."""
    with open_member(site.path) as store:
        fill_more(store)
    return Client(site), person(site, "Nuria Belda")


@pytest.fixture
def served(inviting):
    """A model on this machine that answers what `says` holds."""
    says: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            facts = json.loads(asked["messages"][1]["content"])["facts"]
            used = [f["id"] for f in facts if f["kind"] == "event"]
            content = json.dumps({"text": says[0], "used_fact_ids": used})
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"choices": [{"message": {"content": content}}]}).encode())

        def log_message(self, *_args: object) -> None:
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open_member(inviting[0].site.path) as store:
        settings.put(store, "model.name", "own-model", NOW)
        settings.put(store, "model.url", f"http://127.0.0.1:{server.server_port}/v1", NOW)
    yield says
    server.shutdown()
    server.server_close()


def test_a_models_draft_that_holds_is_put_into_the_field(inviting, served):
    """The member's own model may write better; it may not know more."""
    browser, number = inviting
    served.append(TRUE)
    html = browser.post(f"/note/{number}", {"do": "model", "language": "es"}).text
    assert f">{TRUE}</textarea>" in html
    assert "The model wrote this one" in html


def test_a_models_invention_is_never_shown(inviting, served):
    """A dinner that never was must not even be seen: somebody would send it."""
    browser, number = inviting
    served.append(INVENTED)
    html = browser.post(f"/note/{number}", {"do": "model", "language": "es"}).text
    assert "Oslo" not in html
    assert "did not hold" in html


def test_another_machine_is_not_asked_without_consent(inviting):
    """Facts about people leave this machine only on the member's word."""
    browser, number = inviting
    with open_member(browser.site.path) as store:
        settings.put(store, "model.name", "far-model", NOW)
        settings.put(store, "model.url", "https://models.example/v1", NOW)
    html = browser.post(f"/note/{number}", {"do": "model", "language": "es"}).text
    assert "models.example is another machine" in html


@pytest.mark.parametrize(
    "form",
    [
        {"do": "use9"}, {"do": "usex"}, {"do": ""}, {"language": "xx", "register": "vos"}, {"text": "a" * 5000},
        {"do": "use²"}, {"do": "use" + "9" * 5000}, {"do": "model"}, {"about": "\u202e" * 30, "reason": "[NAME]"},
    ],
)  # fmt: skip
def test_odd_forms_change_nothing(inviting, form):
    """Whatever is posted, only the word that it was sent writes anything."""
    browser, number = inviting
    assert browser.post(f"/note/{number}", form).status == 200
    with open_member(browser.site.path) as store:
        assert acts.journal(store) == []


def test_nobody_is_nobody(inviting):
    """A number that is nobody's is a page that says so, not a fault."""
    browser, _ = inviting
    assert browser.get("/note/987654").status == 404
    assert browser.post("/note/987654", {"do": "sent"}).status == 404


def test_who_waits_gets_no_drafts_of_invitations(inviting):
    """An invitation to somebody who has invited one is the wrong button."""
    browser, _ = inviting
    html = browser.get(f"/note/{person(browser.site, KNOWN)}").text
    assert '<textarea id="text"' not in html
    assert "What brings you here?" in html


def test_of_somebody_who_asks_for_nothing_it_is_asked_whether_to_invite(inviting):
    """Two pages that disagree about one person are worse than either."""
    browser, number = inviting
    html = browser.get(f"/people/{number}").text
    assert '<span class="badge invite">Invite</span>' in html
    browser.post(f"/people/{number}/look", {"known": "yes"})
    assert '<span class="badge invite">Invite</span>' in browser.get(f"/people/{number}").text
    assert '<span class="badge invite">' not in browser.get(f"/people/{person(browser.site, KNOWN)}").text
