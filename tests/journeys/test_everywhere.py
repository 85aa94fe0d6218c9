"""What holds on every page: axe finds nothing, it fits 390 pixels, speaks one language, works without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from web_kit import ATTENDEES, KNOWN, QUARREL, UNKNOWN, fill_more, person

from calabazas.store import open_member
from calabazas.web.lists import handed
from conftest import axe

PAGES = (
    "/",
    "/suggest",
    "/suggest/list",
    "/sent",
    "/clicks",
    "/take-in",
    "/policy",
    "/welcome",
    "/settings",
    "/people?q=a",
    "/out-of-time",
    "/nowhere",
)


def pages(desk):
    number = person(desk.site, QUARREL)
    with open_member(desk.path) as store:
        fill_more(store)
    desk.site.handed = handed(ATTENDEES.encode())
    notes = [f"/note/{person(desk.site, name)}" for name in ("Nuria Belda", UNKNOWN)]
    return [*notes, *PAGES, f"/people/{number}", f"/people/{number}/forget"]


@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "es")])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(desk, visit, scheme, lang, width):
    """A page that some cannot read is not finished; one that scrolls sideways is not either."""
    desk.site.language = lang
    wrong = []
    with visit(desk, color_scheme=scheme, viewport={"width": width, "height": 844}) as page:
        page.keyboard.press("a")
        expect(page.locator("article[data-card]")).to_have_count(7)
        for path in pages(desk):
            if path != "/nowhere":
                page.goto(desk.base + path)
            assert page.locator("html").get_attribute("lang") == lang
            wrong += [f"{path}: {w}" for w in axe(page)]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{path}: wider than the screen")
        page.goto(f"{desk.base}/")
        if width > 1000:
            page.keyboard.press("?")
            expect(page.locator("#help")).to_be_visible()
            wrong += [f"help: {w}" for w in axe(page)]
    assert wrong == []


def test_help_is_what_the_page_declares(desk, visit):
    """A list of keys kept by hand is wrong from the second week on."""
    with visit(desk) as page:
        page.keyboard.press("?")
        told = page.locator("#help dt").all_inner_texts()
        declared = page.evaluate(
            "[...new Set([...document.querySelectorAll('[data-key]')].map(e => e.dataset.key))]"
        )
        assert [t.split() for t in told] == [d.split() for d in declared]
        assert {"a", "i", "f", "l", "s", "c", "n", "w", "o", "x", "u", "j", "k", "/", "?", "Enter"} <= set(
            declared
        )
        assert all(page.locator("#help dd").all_inner_texts())
        page.keyboard.press("Escape")
        expect(page.locator("#help")).not_to_be_visible()


def test_keys_of_one_letter_can_be_switched_off(desk, visit):
    """Who dictates or has a cat on the desk must not accept people by accident (WCAG 2.1.4)."""
    with visit(desk) as page:
        page.goto(f"{desk.base}/settings")
        page.get_by_label("Off: only").check()
        page.get_by_role("button", name="Save").click()
        expect(page.locator("html")).to_have_attribute("data-keys", "off")
        page.goto(f"{desk.base}/")
        page.keyboard.press("a")
        page.keyboard.press("i")
        page.wait_for_timeout(200)
        expect(page.locator("article[data-card]")).to_have_count(8)
    desk.walked("GET /settings", "POST /settings")


def test_both_languages_and_themes_by_choice(desk, visit):
    """What the member chose goes before what the system says."""
    with visit(desk, color_scheme="light") as page:
        page.goto(f"{desk.base}/settings")
        page.get_by_label("Español").check()
        page.get_by_role("radio").nth(4).check()
        page.locator("form.settings button").click()
        expect(page.locator("h1")).to_have_text("Ajustes")
        expect(page.locator("body")).to_have_css("background-color", "rgb(27, 23, 20)")
        page.goto(f"{desk.base}/")
        expect(page.locator("article", has_text=KNOWN)).to_contain_text("Día 3 de 14")
    desk.walked("POST /settings")


def test_hidden_names_are_nowhere(desk, visit):
    """Who shows their screen shows nobody else's name, address or words."""
    with visit(desk) as page:
        page.get_by_role("button", name="Hide names").click()
        expect(page.locator("article", has_text=KNOWN)).to_have_count(0)
        for path in [*pages(desk)[:-3], f"/people/{person(desk.site, QUARREL)}"]:
            page.goto(desk.base + path)
            html = page.content().lower()
            for word in ("salgueiro", "outeiro", "quintas", "ladrones", "faro", "whatsapp"):
                assert word not in html, (path, word)
        page.goto(f"{desk.base}/people/{person(desk.site, KNOWN)}")
        answer = page.request.get(f"{desk.base}/people/{person(desk.site, KNOWN)}/linkedin", max_redirects=0)
        assert answer.headers["location"] == "https://www.linkedin.com/in/berta-salgueiro"
    desk.walked("GET /people/{id:int}/linkedin")


def test_everything_works_without_script(desk, visit):
    """Every action is a plain form: a script that fails to load takes nothing away."""
    with visit(desk, java_script_enabled=False) as page:
        page.locator("article", has_text=KNOWN).get_by_role("button", name="Accept").click()
        expect(page.locator("article[data-card]")).to_have_count(7)
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator("article[data-card]")).to_have_count(8)
        page.locator("article", has_text=UNKNOWN).get_by_role("link", name="Study").click()
        page.locator("input[name=known][value=yes]").check()
        page.locator("form.look", has=page.locator("input[name=known]")).get_by_role(
            "button", name="Save"
        ).click()
        expect(page.locator("#verdict .badge")).to_have_text("Accept")
        page.goto(f"{desk.base}/take-in")
        page.locator("#paste-here").fill("nothing of LinkedIn's")
        page.get_by_role("button", name="Hand over").first.click()
        # While it reads, the page without script reloads itself: only then may one go elsewhere.
        expect(page.locator(".job.done, .job.failed")).to_have_count(1)
        for path in pages(desk)[:-3]:
            page.goto(desk.base + path)
            assert page.locator("h1").first.is_visible()


def test_moves_nothing_for_who_asks_for_stillness(desk, visit):
    """Motion makes some people ill; the system knows who they are."""
    with visit(desk, reduced_motion="reduce") as page:
        page.keyboard.press("i")
        expect(page.locator(".notice")).to_be_visible()
        assert page.locator(".notice").evaluate("e => getComputedStyle(e).animationName") == "none"
