"""The guard under attack: each test is somebody who should not get in, or something that should not get out."""

from __future__ import annotations

import pytest
from web_kit import HOST, PORT, Client

from calabazas.web.guard import CSP, LARGEST


def test_a_rebound_name_is_not_served(site):
    """DNS rebinding: a stranger's page resolves its own name to 127.0.0.1 and is then same-origin with itself."""
    for host in (
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        "127.0.0.1:1",
        f"{HOST}.",
        "localhost.evil:8700",
        "",
    ):
        assert Client(site, host=host).get("/").status == 421, host


def test_two_hosts_are_none(browser):
    """What one layer reads first another reads last."""
    raw = browser.ask("GET", "/", b"", {"Host": "evil.example"})
    assert raw.status == 421


def test_only_this_machine(browser):
    """Even if some day it listens elsewhere, nobody from elsewhere is answered."""
    for client in ("192.168.1.20", "10.0.0.1", "fe80::1", "not an address"):
        assert browser.ask("GET", "/", b"", {}, client=client).status == 403
    assert browser.ask("GET", "/", b"", {}, client="::1").status == 200


def test_another_user_of_the_machine(browser):
    """Every user of a machine reaches its ports; only this browser has the cookie."""
    for cookie in (
        "",
        "calabazas-8700=",
        "calabazas-8700=guess",
        f"calabazas-1={browser.site.keys.session}",
        "\xff=;;;",
    ):
        assert browser.get("/", cookie=cookie).status == 403, cookie
        assert "Berta" not in browser.get("/", cookie=cookie).text


def test_the_launch_token_is_good_once(browser):
    """A token read over a shoulder or out of a history must open nothing any more."""
    token = browser.site.keys.token
    told = []
    browser.site.keys.used = lambda: told.append(1)
    entered = browser.get(f"/enter?token={token}", cookie="")
    assert entered.status == 200
    assert "HttpOnly" in entered.headers["set-cookie"]
    assert "SameSite=Strict" in entered.headers["set-cookie"]
    assert entered.headers["refresh"] == "0; url=/"
    cookie = entered.headers["set-cookie"].partition(";")[0]
    assert browser.get("/", cookie=cookie).status == 200
    assert browser.get(f"/enter?token={token}", cookie="").status == 403
    assert told == [1]
    for wrong in ("", "x", "ñ", token[:-1]):
        assert browser.get(f"/enter?token={wrong}", cookie="").status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"sec_fetch_site": "same-origin", "origin": "http://evil.example"},
        {"sec_fetch_site": "", "origin": "http://127.0.0.1:3000"},
        {"sec_fetch_site": "", "origin": "null"},
        {"sec_fetch_site": "", "origin": f"https://{HOST}"},
        {"sec_fetch_site": "", "origin": ""},
    ],
)
def test_nothing_is_written_from_another_site(browser, headers):
    """A strict cookie knows no ports: another port of this machine is the same site and must still not write."""
    assert browser.post("/decide", {"choice": "ignore", "id": "1"}, **headers).status == 403


def test_our_own_forms_are_taken(browser):
    """Old browsers tell the origin alone; that is enough when it is ours."""
    assert browser.post("/undo", {}, sec_fetch_site="").status == 303
    assert browser.post("/undo", {}).status == 303


def test_nothing_is_embedded_elsewhere(browser):
    """A page on another port may lead here by a link, but not pull a page in as an image or a script."""
    assert browser.get("/", sec_fetch_site="same-site", sec_fetch_mode="no-cors").status == 403
    assert browser.get("/", sec_fetch_site="cross-site", sec_fetch_mode="navigate").status == 200


def test_other_methods_and_odd_lengths(browser):
    """What no page of ours sends is not looked at."""
    for method in ("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"):
        assert browser.ask(method, "/", b"", {}).status == 405
    assert browser.get("/", content_length="-5").status == 400
    assert browser.get("/", content_length="1e9").status == 400


def test_a_body_larger_than_its_route_takes(browser):
    """A length in a header is only a promise: the bytes are counted as they come."""
    big = b"note=" + b"x" * (LARGEST + 10)
    headers = {
        "content_type": "application/x-www-form-urlencoded", "origin": f"http://{HOST}", "sec_fetch_site": "same-origin",
    }  # fmt: skip
    assert browser.ask("POST", "/decide", big, headers).status == 413
    assert browser.ask("POST", "/decide", big, {**headers, "content_length": ""}, chunks=9).status == 413
    assert (
        browser.ask("POST", "/take-in/paste", big, {**headers, "content_length": ""}, chunks=9).status == 303
    )


def test_headers_on_every_answer(browser):
    """One answer without them is the one that is attacked."""
    asset = next(p for p in ("/static/x/app.css",))
    for answer in (
        browser.get("/"),
        browser.get("/nowhere"),
        browser.get(asset),
        browser.get("/", cookie=""),
        browser.post("/undo"),
    ):
        assert answer.headers["content-security-policy"] == CSP
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
    assert "unsafe" not in CSP
    assert "frame-ancestors 'none'" in CSP


def test_only_named_files_are_served(browser):
    """An address with a way up in it leads nowhere."""
    for path in (
        "/static/x/../site.py",
        "/static/x/..%2fsite.py",
        "/static/x/%2e%2e/guard.py",
        "/static/0/manifest.json",
    ):
        assert browser.get(path).status == 404


def test_back_leads_only_to_our_own_pages(browser):
    """An open redirect would make this desk vouch for somebody else's page."""
    for back in (
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\r\nset-cookie: a=b",
        "javascript:alert(1)",
    ):
        assert browser.post("/undo", {"back": back}).headers["location"] == "/"
    assert browser.post("/undo", {"back": "/clicks"}).headers["location"] == "/clicks"
