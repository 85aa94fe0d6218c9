"""A quarter of an hour a week: who no longer belongs, the mirror, what became of the invited, whose turn it is."""

from __future__ import annotations

from datetime import timedelta

from network_kit import NOTARIES, OLD_FRIEND, OWED, TALKER, decided_before, fill_network
from playwright.sync_api import expect
from web_kit import TODAY

from calabazas.store import open_member


def cards(page):
    return page.locator("article[data-card]")


def go(page, *keys):
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def test_purge_from_the_proposal_to_the_archive_that_confirms_it(network_desk, visit):
    """Looked at one by one, thirty days of rest, the file, the click, and the next archive says it by itself."""
    desk = network_desk
    with visit(desk) as page:
        go(page, "g", "c")
        expect(page.locator("h1")).to_have_text("Purge")
        expect(cards(page)).to_have_count(20)
        assert page.locator("input:checked").count() == 0
        name = cards(page).first.locator("h2").inner_text()
        go(page, "w")
        expect(cards(page).first.locator(".axes")).to_be_visible()
        go(page, "i")
        expect(cards(page)).to_have_count(19)
        go(page, "u")
        expect(cards(page)).to_have_count(20)
        go(page, "i")
        expect(cards(page)).to_have_count(19)
        go(page, "m")
        expect(page.locator(".notice")).to_contain_text("you remember nothing")
        go(page, "*")
        expect(page.locator(".notice")).to_contain_text("star")
        go(page, "g", "y")
        expect(page.locator("h1")).to_have_text("Under way")
        expect(page.locator("li[data-card]", has_text=name)).to_contain_text("until 23 Dec 2026")
    desk.today = TODAY + timedelta(days=30)
    with visit(desk) as page:
        page.goto(f"{desk.base}/purge/under-way")
        expect(page.locator("li[data-card]")).to_contain_text("Write the file first.")
        with page.expect_download() as kept:
            go(page, "e")
        assert name in kept.value.path().read_text("utf-8-sig")
        expect(page.locator("li[data-card]")).to_contain_text("Remove connection")
        go(page, "d")
        expect(page.locator("main")).to_contain_text("Done, not yet confirmed")
        with open_member(desk.path) as store:
            fill_network(store, TODAY + timedelta(days=31), gone={name})
        desk.today = TODAY + timedelta(days=32)
        page.reload()
        expect(page.locator("main")).to_contain_text("1 decision is done and confirmed")
    desk.walked(
        "GET /purge", "POST /purge/decide", "POST /purge/forgot", "GET /purge/under-way", "POST /purge/export",
        "GET /purge/export.csv", "POST /purge/done", "POST /people/{id:int}/remark",
    )  # fmt: skip


def test_a_tie_is_taken_up_again_in_spanish(network_desk, visit):
    """Whoever once mattered is not cleaned away: there are words to begin with, and only what is known stands in them."""
    desk = network_desk
    desk.site.language = "es"
    with visit(desk) as page:
        page.goto(f"{desk.base}/purge?show=reconnect")
        card = cards(page).filter(has_text=OLD_FRIEND)
        expect(card).to_contain_text("No hablábamos desde 2019")
        go(page, "r")
        expect(page.locator(".notice")).to_contain_text("Apuntado")
        page.goto(f"{desk.base}/purge/under-way")
        row = page.locator("li[data-card]", has_text=OLD_FRIEND)
        row.get_by_role("button", name="Copiar").click()
        assert "2019" in page.evaluate("navigator.clipboard.readText()")
        row.get_by_role("button", name="Ya está hecho").click()
        expect(page.locator("main")).to_contain_text("Hecho, falta confirmar")
    desk.walked("POST /purge/decide", "POST /purge/done")


def test_several_and_a_closed_account(network_desk, visit):
    """Several at once are those the member ticked; a closed account is said with one click."""
    desk = network_desk
    with visit(desk) as page:
        page.goto(f"{desk.base}/purge")
        expect(cards(page)).to_have_count(20)
        go(page, "x", "j", "x")
        page.locator("#several button[value=unfollow]").click()
        expect(cards(page)).to_have_count(18)
        expect(page.locator(".notice")).to_contain_text("2 contacts")
        go(page, "w")
        card = page.locator("article[aria-current=true]")
        card.get_by_role("button", name="The account is closed").click()
        expect(page.locator(".notice")).to_contain_text("is closed")
        expect(cards(page).first).to_contain_text("nobody behind this account")
        assert NOTARIES[0] not in page.content()
    desk.walked("POST /purge/gone", "POST /purge/decide")


def test_the_mirror_from_the_menu_to_the_paper(network_desk, visit):
    """One page to show a client: the numbers, the drawings with their tables, and a file that names nobody."""
    desk = network_desk
    with visit(desk) as page:
        go(page, "g", "m")
        expect(page.locator("h1")).to_have_text("The mirror: professional or collector?")
        expect(page.locator(".say")).to_contain_text("would not pass your own criterion today")
        expect(page.locator("svg.plot")).to_have_count(4)
        page.locator("figure summary").first.click()
        expect(page.locator("figure table").first).to_be_visible()
        assert NOTARIES[2] not in page.content()
        with page.expect_download() as kept:
            go(page, "e")
        report = kept.value.path()
        assert NOTARIES[2] not in report.read_text("utf-8")
        page.get_by_role("link", name="Show the names").click()
        expect(page.locator("ol.names")).to_contain_text(NOTARIES[2])
        page.get_by_role("link", name="Hide the names").click()
        expect(page.locator("ol.names")).to_have_count(0)
    desk.walked("GET /mirror", "GET /mirror/report")


def test_from_the_funnel_to_what_came_of_it(network_desk, visit):
    """Note, yes, words, meeting, outcome: one thread whole, and marking what came of it moves the stages."""
    desk = network_desk
    with visit(desk) as page:
        go(page, "g", "f")
        expect(page.locator("h1")).to_have_text("What became of whom you invited")
        expect(page.locator(".say")).to_contain_text("nothing can be concluded")
        expect(page.locator("li[data-card][aria-current=true]")).to_be_visible()
        go(page, "Enter")
        expect(page.locator("h1")).to_have_text(TALKER)
        expect(page.locator(".talk")).to_contain_text("riego por goteo")
        go(page, "y")
        expect(page.locator(".talk")).to_contain_text("You have met")
        go(page, "n")
        page.keyboard.insert_text("un encargo")
        go(page, "Enter")
        expect(page.locator(".talk")).to_contain_text("It came to this: un encargo")
        # Escape leaves the field; then letters are keys again.
        go(page, "Escape", "u")
        expect(page.locator(".talk")).not_to_contain_text("un encargo")
        go(page, "Escape")
        expect(page.get_by_role("row", name="Met 1")).to_be_visible()
    desk.walked("GET /funnel", "GET /funnel/{id:int}", "POST /people/{id:int}/remark")


def test_whose_turn_it_is_and_a_page_before_the_meeting(network_desk, visit):
    """Who waits for an answer comes first; before meeting somebody one page says what one should know."""
    desk = network_desk
    with visit(desk, locale="es-ES") as page:
        go(page, "g", "r")
        expect(page.locator("h1")).to_have_text("Te toca")
        expect(page.locator("li[data-card][aria-current=true]")).to_contain_text("datos de 2024")
        go(page, "d")
        expect(page.locator("main")).not_to_contain_text("datos de 2024")
        go(page, "u")
        expect(page.locator("li[data-card][aria-current=true]")).to_contain_text("datos de 2024")
        go(page, "Enter")
        expect(page.locator("h1")).to_have_text(f"Antes de verte con {OWED}")
        expect(page.locator("main")).to_contain_text("Lo que quedó pendiente")
        go(page, "n")
        page.keyboard.insert_text("Llevar el mapa de los pozos")
        page.locator("form", has=page.locator("#noted")).get_by_role("button").click()
        expect(page.locator("main")).to_contain_text("mapa de los pozos")
    desk.walked("GET /due", "GET /due/{id:int}", "POST /people/{id:int}/remark")


def test_the_policy_is_put_to_the_test(network_desk, visit):
    """What it would have said, what can be claimed of that, and another policy beside it, in the browser."""
    desk = network_desk
    with visit(desk) as page:
        go(page, "g", "p")
        expect(page.locator("h1")).to_have_text("Your policy")
        go(page, "g", "b")
        expect(page.locator("h1")).to_have_text("Your policy put to the test")
        expect(page.locator("main")).to_contain_text("What can be claimed, and what cannot")
        page.get_by_role("link", name="The shipped policy").click()
        expect(page.locator("caption")).to_have_count(2)
        page.locator("summary", has_text="Another one").click()
        page.locator("#policy").fill("[evidence.sells.levels.presents]\ndecibans = 6")
        page.get_by_role("button", name="Compare").click()
        expect(page.locator("caption").nth(1)).to_contain_text("The policy you pasted")
        page.locator("summary", has_text="Another one").click()
        page.locator("#policy").fill("[[")
        page.get_by_role("button", name="Compare").click()
        expect(page.locator(".notice")).to_contain_text("does not hold together")
    desk.walked("GET /policy", "GET /policy/backtest", "POST /policy/backtest")


def test_what_decisions_teach_is_offered_taken_and_taken_back(network_desk, visit):
    """Never silently: offered in words with its proof, one key to take it, one to have the old weights back."""
    desk = network_desk
    with open_member(desk.path) as store:
        decided_before(store)
    with visit(desk, locale="es-ES") as page:
        page.goto(f"{desk.base}/policy/learn")
        expect(page.locator("h1")).to_have_text("Lo que enseñan tus decisiones")
        expect(page.locator("main")).to_contain_text("para ti pesa menos")
        page.locator("figure summary").click()
        expect(page.locator("figure table")).to_be_visible()
        go(page, "a")
        expect(page.locator(".gentle")).to_contain_text("Están en vigor pesos aprendidos")
        go(page, "z")
        expect(page.locator(".gentle")).to_have_count(0)
    desk.walked("GET /policy/learn", "POST /policy/learn")
