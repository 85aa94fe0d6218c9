"""A person's page: ticks that turn the advice, what only the member knows, and forgetting."""

from __future__ import annotations

from playwright.sync_api import expect
from web_kit import KNOWN, QUARREL, UNKNOWN, person


def test_a_tick_turns_the_advice_in_place(desk, visit):
    """The whole point of a look is what it changes: one sees it at the tick."""
    with visit(desk) as page:
        page.locator("article", has_text=UNKNOWN).click(position={"x": 4, "y": 4})
        page.keyboard.press("s")
        page.wait_for_url("**/people/*")
        expect(page.locator("#verdict .badge")).to_have_text("Study")
        page.locator("input[name=known][value=yes]").check()
        expect(page.locator("#verdict .badge")).to_have_text("Accept")
        expect(page.locator(".turned")).to_have_text("With this the advice moves: Study → Accept")
        assert page.locator("input[name=known][value=yes]").is_checked()
        page.locator("input[name=joined]").fill("1999")
        page.locator("input[name=joined]").press("Tab")
        expect(page.locator(".turned")).to_contain_text("from 2003 on")
        page.reload()
        expect(page.locator("#verdict .badge")).to_have_text("Accept")
    desk.walked("GET /people/{id:int}", "POST /people/{id:int}/look")


def test_you_know_each_other_in_one_key(desk, visit):
    """The member knows at a glance what no file tells."""
    with visit(desk) as page:
        page.locator("article", has_text=UNKNOWN).click(position={"x": 4, "y": 4})
        page.keyboard.press("c")
        expect(page.locator("article", has_text=UNKNOWN).locator(".badge")).to_have_text("Accept")
    desk.walked("POST /people/{id:int}/look")


def test_a_quarrel_is_quoted_and_can_be_denied(desk, visit):
    """A machine that reads a quarrel where there was none must be corrected with one click."""
    with visit(desk) as page:
        page.goto(f"{desk.base}/people/{person(desk.site, QUARREL)}")
        expect(page.locator("#verdict .badge")).to_have_text("Ignore")
        expect(page.locator("#why")).to_contain_text("no me volváis a escribir")
        page.get_by_role("button", name="It was not so").click()
        expect(page.locator("#verdict .badge")).not_to_have_text("Ignore")
        page.keyboard.press("u")
        expect(page.locator("#why")).to_contain_text("no me volváis a escribir")
    desk.walked("POST /people/{id:int}/remark")


def test_what_only_the_member_knows(desk, visit):
    """A note, a meeting, a star: kept, shown, and taken back like everything else."""
    with visit(desk) as page:
        page.goto(f"{desk.base}/people/{person(desk.site, UNKNOWN)}")
        page.locator("#noted").fill("Coincidimos en la feria de Vigo")
        page.locator("form", has=page.locator("#noted")).get_by_role("button").click()
        expect(page.locator(".deeds")).to_contain_text("feria de Vigo")
        page.locator("#met").fill("Vigo, 2025")
        page.keyboard.press("Enter")
        expect(page.locator("#verdict .badge")).to_have_text("Accept")
        page.get_by_role("button", name="Put a star").click()
        expect(page.locator(".deeds li")).to_have_count(3)
        page.get_by_role("button", name="I have asked them").click()
        expect(page.locator(".notice")).to_contain_text("The clock stands still")
    desk.walked("POST /people/{id:int}/remark")


def test_neighbours_and_search(desk, visit):
    """From one to the next without going back to the list; to anybody by name."""
    with visit(desk) as page:
        page.keyboard.press("Enter")
        page.wait_for_url("**/people/*")
        first = page.locator("h1").inner_text()
        page.keyboard.press("]")
        expect(page.locator("h1")).not_to_have_text(first)
        page.keyboard.press("[")
        expect(page.locator("h1")).to_have_text(first)
        page.keyboard.press("/")
        page.keyboard.insert_text("berta")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(KNOWN)
        page.goto(f"{desk.base}/people?q=o")
        assert page.locator("ol.names li").count() > 1
    desk.walked("GET /people")


def test_forgetting(desk, visit):
    """Whoever is erased is nowhere: not in the queue, not in the search."""
    number = person(desk.site, UNKNOWN)
    with visit(desk) as page:
        page.goto(f"{desk.base}/people/{number}")
        page.get_by_role("link", name="Erase everything about them").click()
        page.get_by_role("button", name="Erase").click()
        expect(page.locator("article[data-card]")).to_have_count(7)
        expect(page.locator("article", has_text=UNKNOWN)).to_have_count(0)
    desk.walked("GET /people/{id:int}/forget", "POST /people/{id:int}/forget")
