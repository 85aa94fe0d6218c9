"""From nothing to the first decision, by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import expect
from web_kit import TARGET, clipboard

from conftest import paste

PEOPLE = [
    (
        "Berta Salgueiro",
        "Directora de marketing B2B en Faro",
        "Hola Noa, leí tu artículo sobre ferias y me gustó",
    ),
    ("Xan Outeiro", "Trader de cripto | Ingresos pasivos desde casa", ""),
    ("Marta Ibarra", "Responsable de comunicación", ""),
]


def test_first_decision_in_under_forty_keys(empty_desk, visit):
    """A newcomer who must fight the first page never sees the second."""
    with visit(empty_desk, locale="en-GB") as page:
        pressed = 0

        def press(*keys):
            nonlocal pressed
            for key in keys:
                page.keyboard.press(key)
                pressed += 1

        page.wait_for_url("**/welcome")
        page.keyboard.insert_text(TARGET)  # pasted or dictated: the words are the member's, not keys of ours
        press("Tab")
        page.keyboard.insert_text("marketing que se mide")
        press("Enter")
        page.wait_for_selector(".notice")
        paste(page, clipboard(PEOPLE))
        pressed += 2  # Ctrl+V
        page.wait_for_selector(".job.done")
        press("g", "i")
        page.wait_for_selector("article[data-card]")
        assert page.locator("article[data-card]").count() == 3
        press("j", "k", "a")
        expect(page.locator("article[data-card]")).to_have_count(2)
        assert pressed < 40
    empty_desk.walked(
        "GET /welcome", "POST /welcome", "POST /take-in/paste", "GET /take-in", "GET /", "POST /decide"
    )
