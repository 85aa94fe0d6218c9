"""Every screen, whoever adds it: guarded, in Spanish, walked by a journey, its keys said once."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from web_kit import LURE, Client, person

from calabazas.language import catalogue
from calabazas.web.screen import menu, screens

JOURNEYS = Path(__file__).resolve().parents[1] / "journeys"
NAMES = [s.name for s in screens()]


def _path(screen, site):
    return screen.path.replace("{id:int}", str(person(site, LURE)))


def _walked():
    """The screens that journeys claim to use; `Desk.walked` fails the journey that did not."""
    found = set()
    for file in JOURNEYS.glob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "walked"
            ):
                found |= {a.value for a in node.args if isinstance(a, ast.Constant)}
    return found


@pytest.mark.parametrize("screen", screens(), ids=NAMES)
def test_it_is_guarded(screen, site):
    """A route that somebody forgets to guard is the way in."""
    browser, path = Client(site), _path(screen, site)
    if screen.method == "GET":
        assert browser.get(path, cookie="").status == 403
        assert Client(site, host="evil.example").get(path).status == 421
    else:
        assert browser.post(path, {}, cookie="").status == 403
        assert browser.post(path, {}, sec_fetch_site="cross-site").status == 403
        assert Client(site, host="evil.example").post(path, {}).status == 421
        assert browser.get(path).status in (200, 404), "an action must not answer to a link"


@pytest.mark.parametrize("screen", [s for s in screens() if s.method == "GET"], ids=lambda s: s.name)
def test_it_speaks_spanish(screen, site, monkeypatch):
    """One English word on a Spanish page tells the reader that they were an afterthought."""
    missing = []
    spanish = catalogue("es")
    real, real_n = spanish.gettext, spanish.ngettext

    def gettext(id):
        if id and not re.search(r"^\W*$|^[\w.-]+$", id) and id not in spanish._catalog:
            missing.append(id)
        return real(id)

    def ngettext(one, many, n):
        if (one, 0) not in spanish._catalog:
            missing.append(one)
        return real_n(one, many, n)

    monkeypatch.setattr(spanish, "gettext", gettext)
    monkeypatch.setattr(spanish, "ngettext", ngettext)
    site.language = "es"
    answer = Client(site).get(_path(screen, site))
    assert answer.status in (200, 303)
    assert missing == []
    if answer.status == 200:
        assert '<html lang="es"' in answer.text


@pytest.mark.parametrize("name", NAMES)
def test_it_has_a_journey(name):
    """What nobody walks breaks unseen."""
    assert name in _walked()


def test_journeys_walk_only_what_there_is():
    """A journey through a screen that was removed proves nothing."""
    assert _walked() <= set(NAMES)


@pytest.mark.parametrize("screen", [s for s in screens() if s.method == "GET"], ids=lambda s: s.name)
def test_a_key_means_one_thing(screen, site):
    """Two meanings of one key on one page: the member presses it and does not know what happens."""
    html = Client(site).get(_path(screen, site)).text
    card = re.compile(r"<(article|li)[^>]*data-card.*?</\1>", re.DOTALL)
    cards = [m[0] for m in card.finditer(html)]
    for scope in [*cards[:2], card.sub("", html)]:
        keys = re.findall(r'data-key="([^"]+)"', scope)
        assert sorted(set(keys)) == sorted(keys)


def test_the_menu():
    """Two pages on one key, or in one place, cannot both be found."""
    keys = [s.nav.keys for s in menu()]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("g [a-z]", k) for k in keys)
    assert "g s" not in keys, "the settings have it"
    assert len({s.nav.order for s in menu()}) == len(keys)


def test_no_page_holds_script_or_style_of_its_own(site):
    """The policy would refuse them; a page that needs them is broken for everybody."""
    for screen in screens():
        if screen.method == "GET":
            answer = Client(site).get(_path(screen, site))
            if "content-disposition" in answer.headers:
                continue  # a file to keep, held to its own policy where it is made
            html = answer.text
            assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|href=\"javascript", html), (
                screen.name
            )
            for address in re.findall(r'(?:src|href)="(https?:[^"]+)"', html):
                assert address.startswith("https://www.linkedin.com/"), address
