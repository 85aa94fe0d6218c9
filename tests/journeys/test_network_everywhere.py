"""What holds on every page of the network: axe finds nothing, it fits 390 pixels, speaks one language, works without script."""

from __future__ import annotations

from datetime import timedelta

import pytest
from network_kit import NOTARIES, OLD_FRIEND, OWED, TALKER, decided_before
from playwright.sync_api import expect
from web_kit import TODAY, person

from calabazas.store import open_member
from conftest import axe


def pages(desk):
    return (
        "/purge", "/purge?show=reconnect", "/purge/under-way", "/mirror", "/mirror?names=yes", "/funnel",
        f"/funnel/{person(desk.site, TALKER)}", "/due", f"/due/{person(desk.site, OWED)}",
        f"/people/{person(desk.site, OLD_FRIEND)}", "/policy/backtest?against=shipped&positions=yes", "/policy/learn",
    )  # fmt: skip


@pytest.fixture
def full_desk(network_desk):
    """A desk with something on every page: decisions under way in every state, and enough to learn from."""
    desk = network_desk
    with open_member(desk.path) as store:
        decided_before(store, 40)
    return desk


def decide(page, desk, name, choice):
    page.goto(f"{desk.base}/people/{person(desk.site, name)}")
    page.locator(f"#verdict button[value={choice}]").click()
    expect(page.locator(".notice")).to_be_visible()


@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "es")])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(full_desk, visit, scheme, lang, width):
    """A page that some cannot read is not finished; one that scrolls sideways is not either."""
    desk = full_desk
    desk.site.language = lang
    desk.site.network.works.patience = 60
    wrong = []
    with visit(desk, color_scheme=scheme, viewport={"width": width, "height": 844}) as page:
        for name, choice in ((NOTARIES[3], "let_go"), (NOTARIES[4], "unfollow"), (OLD_FRIEND, "reconnect")):
            decide(page, desk, name, choice)
        for path in pages(desk):
            page.goto(desk.base + path)
            if path == "/purge":
                page.locator("article details.why summary").first.click()
            for folded in page.locator("details.table summary").all():
                folded.click()
            assert page.locator("html").get_attribute("lang") == lang
            assert page.locator("h1").count() == 1, path
            wrong += [f"{path}: {w}" for w in axe(page)]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{path}: wider than the screen")
        if width == 390:
            page.locator(".more-pages summary").click()
            expect(page.locator(".more-pages a[href='/purge']")).to_be_visible()
            wrong += [f"menu: {w}" for w in axe(page)]
    assert wrong == []


def test_a_page_that_waits_comes_by_itself(network_desk, visit):
    """Nobody reloads: with script the page asks again, and axe has nothing against it meanwhile."""
    desk = network_desk
    desk.site.network.works.patience = 0
    with visit(desk) as page:
        page.goto(f"{desk.base}/purge")
        expect(page.locator("article[data-card]").first).to_be_visible()
        page.goto(f"{desk.base}/mirror")
        expect(page.locator("svg.plot").first).to_be_visible()
    desk.walked("GET /purge", "GET /mirror")


def test_everything_works_without_script(network_desk, visit):
    """Every action is a plain form, the waiting page included."""
    desk = network_desk
    desk.site.network.works.patience = 0
    with visit(desk, java_script_enabled=False) as page:
        page.goto(f"{desk.base}/purge")
        expect(page.locator("article")).to_have_count(20)
        desk.site.network.works.patience = 60
        name = page.locator("article h2").first.inner_text()
        page.locator("article").first.get_by_role("button", name="Let go").click()
        expect(page.locator("article")).to_have_count(19)
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator("article")).to_have_count(20)
        page.locator("article").first.get_by_role("button", name="Let go").click()
        page.locator("article").nth(2).locator("input[type=checkbox]").check()
        page.locator("#several button[value=unfollow]").click()
        expect(page.locator("article")).to_have_count(18)
        desk.today = TODAY + timedelta(days=30)
        page.goto(f"{desk.base}/purge/under-way")
        with page.expect_download() as kept:
            page.get_by_role("button", name="Write the file").click()
        assert name in kept.value.path().read_text("utf-8-sig")
        page.locator("li", has_text=name).get_by_role("button", name="I did it").click()
        expect(page.locator("main")).to_contain_text("Done, not yet confirmed")
        page.goto(f"{desk.base}/funnel/{person(desk.site, TALKER)}")
        page.locator("#outcome").fill("un encargo")
        page.locator("#outcome").press("Enter")
        expect(page.locator(".talk")).to_contain_text("un encargo")
    desk.walked(
        "POST /purge/decide", "POST /purge/export", "POST /purge/done", "POST /people/{id:int}/remark"
    )
