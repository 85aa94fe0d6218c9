"""Two minutes a day: decide, take back, click on LinkedIn, be confirmed, be done."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect
from web_kit import KNOWN, LURE, TODAY, UNKNOWN, list_without

from calabazas.store import open_member


def cards(page):
    return page.locator("article[data-card]")


def test_decide_and_take_back_by_keys(desk, visit):
    """A slip of the finger must cost one key, in whichever way people are used to."""
    with visit(desk) as page:
        expect(cards(page)).to_have_count(8)
        page.keyboard.press("j")
        assert page.locator('[aria-current="true"] h2').first.inner_text() != ""
        first = page.locator('article[aria-current="true"]').get_attribute("id")
        page.keyboard.press("i")
        expect(cards(page)).to_have_count(7)
        expect(page.locator(f"#{first}")).to_have_count(0)
        expect(page.locator('article[aria-current="true"]')).to_have_count(1)
        page.keyboard.press("u")
        expect(cards(page)).to_have_count(8)
        page.keyboard.press("f")
        expect(cards(page)).to_have_count(7)
        page.keyboard.press("Control+z")
        expect(cards(page)).to_have_count(8)
        page.keyboard.press("l")
        expect(cards(page)).to_have_count(7)
        expect(page.locator(".title")).to_contain_text("1 put off")
    desk.walked("GET /", "POST /decide", "POST /undo")


def test_undo_across_a_restart(desk, visit):
    """What was decided yesterday is taken back today: the ledger, not the page, remembers."""
    with visit(desk) as page:
        page.keyboard.press("a")
        expect(cards(page)).to_have_count(7)
    desk.stop()
    desk.start()
    with visit(desk) as page:
        expect(cards(page)).to_have_count(7)
        page.keyboard.press("u")
        expect(cards(page)).to_have_count(8)
    desk.walked("POST /undo")


def test_several_at_once_and_nothing_chosen_beforehand(desk, visit):
    """Bulk is for those the member chose, never for those a page chose for them."""
    with visit(desk) as page:
        assert page.locator("input:checked").count() == 0
        page.keyboard.press("x")
        page.keyboard.press("j")
        page.keyboard.press("x")
        page.locator("#several button[value=ignore]").click()
        expect(cards(page)).to_have_count(6)
        expect(page.locator(".notice")).to_contain_text("2 people")
        page.keyboard.press("u")
        expect(cards(page)).to_have_count(8)
    desk.walked("POST /decide")


def test_what_is_out_of_time_goes_in_one_confirmed_step(desk, visit):
    """Old debts are settled in one breath, seen by name first, and come back in one key."""
    with visit(desk) as page:
        page.get_by_role("link", name="Leave them in one step").click()
        expect(page.locator("ol.names li")).to_have_count(3)
        page.get_by_role("button", name="Leave all 3").click()
        expect(cards(page)).to_have_count(5)
        page.keyboard.press("u")
        expect(cards(page)).to_have_count(8)
    desk.walked("GET /out-of-time", "POST /out-of-time")


def test_decided_done_and_confirmed_by_the_next_list(desk, visit):
    """The click is made on LinkedIn: by hand one says so, and the next list says it by itself."""
    with visit(desk) as page:
        for name, key in ((KNOWN, "a"), (LURE, "i"), (UNKNOWN, "f")):
            page.locator("article", has_text=name).click(position={"x": 4, "y": 4})
            page.keyboard.press(key)
            expect(page.locator("article", has_text=name)).to_have_count(0)
        page.keyboard.press("g")
        page.keyboard.press("d")
        expect(page.locator("h1")).to_have_text("You have 4 clicks left")
        row = page.locator("li[data-card]", has_text=KNOWN)
        expect(row).to_contain_text("Hello, Berta")
        row.get_by_role("button", name="Copy").click()
        assert "Berta" in page.evaluate("navigator.clipboard.readText()")
        assert (
            row.get_by_role("link", name="Open on LinkedIn")
            .get_attribute("href")
            .startswith("https://www.linkedin.com/in/")
        )
        page.keyboard.press("d")
        expect(page.locator("h1")).to_have_text("You have 3 clicks left")
        page.keyboard.press("u")
        expect(page.locator("h1")).to_have_text("You have 4 clicks left")
        with open_member(desk.path) as store:
            list_without(store, [UNKNOWN], TODAY + timedelta(days=0))
        page.reload()
        expect(page.locator("h1")).to_have_text("You have 2 clicks left")
    desk.walked("GET /clicks", "POST /clicks/done")


def test_an_empty_queue_is_a_moment_of_joy(desk, visit):
    """Whoever has emptied it is told so, and what is left to do."""
    with visit(desk) as page:
        for left in range(7, -1, -1):
            page.keyboard.press("i")
            expect(cards(page)).to_have_count(left)
        expect(page.locator("h1")).to_have_text("Nobody waits for you.")
        expect(page.locator(".joy")).to_contain_text("You decided on 8 people today.")
        page.get_by_role("link", name="8 clicks left").click()
        page.get_by_role("button", name="All of these are done").click()
        expect(page.locator("h1")).to_have_text("Nothing is left to click.")
    desk.walked("POST /clicks/done")
