"""The member's own measure, and whose advice it would turn."""

from __future__ import annotations

from playwright.sync_api import expect
from web_kit import KNOWN, SEEN, TARGET


def test_a_weight_tried_kept_and_given_back(desk, visit):
    """A number is only understood by what it does: one sees whom it turns before it is kept."""
    with visit(desk) as page:
        page.keyboard.press("g")
        page.keyboard.press("p")
        field = page.locator('[name="w.conversation.recent"]')
        field.fill("1")
        page.get_by_role("button", name="Whose advice would change?").last.click()
        expect(page.locator("#turns")).to_contain_text(KNOWN)
        expect(field).to_have_value("1")
        page.goto(f"{desk.base}/")
        expect(page.locator("article", has_text=KNOWN).locator(".badge")).to_have_text("Accept")
        page.goto(f"{desk.base}/policy")
        field.fill("1")
        page.get_by_role("button", name="Keep these weights").click()
        expect(page.locator(".notice")).to_contain_text("is another now")
        expect(page.locator(".title")).to_contain_text("+")
        page.get_by_role("button", name="Back to the shipped weights").click()
        expect(field).to_have_value("26")
        field.fill("400")
        page.get_by_role("button", name="Keep these weights").click()
        expect(page.locator(".problem")).to_contain_text("from −40 to 40")
    desk.walked("GET /policy", "POST /policy/weights")


def test_a_target_tried_and_kept(desk, visit):
    """The words are the member's; how they were understood stands beside them."""
    with visit(desk) as page:
        page.goto(f"{desk.base}/policy")
        page.locator("#target").fill(TARGET)
        page.get_by_role("button", name="Whose advice would change?").first.click()
        expect(page.locator("#turns")).to_contain_text(SEEN)
        expect(page.locator("#target")).to_have_value(TARGET)
        page.get_by_role("button", name="Save").first.click()
        expect(page.locator(".notice")).to_contain_text("Kept.")
        expect(
            page.get_by_text("As it is understood").locator("xpath=following-sibling::ul")
        ).to_contain_text("marketing")
    desk.walked("POST /policy/target")
