"""From a list of people to a note that hooks, sent and followed: by keyboard, in both languages, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from web_kit import ATTENDEES, EVENT, KNOWN, STALE, TARGET, UNKNOWN, fill_more, person

from calabazas.desk.target import set_target
from calabazas.store import open_member
from conftest import paste

SAYS = {
    "en": {"hooks": "It hooks", "default": "Default", "left": "4 personal notes left", "invited": "you invited Nuria Belda"},
    "es": {"hooks": "Engancha", "default": "Por defecto", "left": "4 notas personales", "invited": "Nuria Belda"},
}  # fmt: skip


def cards(page):
    return page.locator("article.invite")


@pytest.fixture
def inviting(desk):
    """A desk with people to invite."""
    with open_member(desk.path) as store:
        fill_more(store)
    return desk


@pytest.mark.parametrize("lang", sorted(SAYS))
def test_from_an_attendee_list_to_a_note_that_hooks(desk, visit, lang):
    """The whole way by keyboard: paste, confirm, choose, write, copy, say that it was sent, take it back."""
    desk.site.language = lang
    says = SAYS[lang]
    with open_member(desk.path) as store:
        set_target(store, TARGET)
    with visit(desk) as page:
        paste(page, "", ATTENDEES)
        page.wait_for_url("**/suggest/list")
        expect(page.locator("tbody tr")).to_have_count(4)
        expect(page.locator("tbody tr").first).to_contain_text("Horno Alborada")
        expect(page.locator("#event")).to_be_focused()
        page.keyboard.type(EVENT)
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_url("**/suggest?event=*")
        expect(cards(page)).to_have_count(3)
        assert "Eva Contacto" not in " ".join(cards(page).all_inner_texts())
        while "Nuria" not in page.locator('[aria-current="true"][data-card]').inner_text():
            page.keyboard.press("j")
        expect(page.locator('[aria-current="true"][data-card] .anchor')).to_contain_text(EVENT)
        page.keyboard.press("n")
        page.wait_for_url("**/note/*")
        expect(page.locator("#check .badge")).to_have_text(says["hooks"])
        assert EVENT in page.locator("#text").input_value()
        page.keyboard.press("2")
        expect(page.locator(".drafts li").nth(1)).to_contain_class("chosen")
        page.keyboard.press("e")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("Hola, me gustaría añadirte a mi red profesional en LinkedIn.")
        expect(page.locator("#check .badge")).to_have_text(says["default"])
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(f"Hola, Nuria: coincidimos en la {EVENT}. ¿Qué te llevaste de allí?")
        expect(page.locator("#check .badge")).to_have_text(says["hooks"])
        page.keyboard.press("Escape")
        page.keyboard.press("c")
        assert page.evaluate("navigator.clipboard.readText()").startswith("Hola, Nuria: coincidimos")
        page.keyboard.press("d")
        page.wait_for_url("**/suggest")
        expect(page.locator(".notice")).to_contain_text(says["invited"])
        expect(page.locator(".budget")).to_contain_text(says["left"])
        expect(cards(page)).to_have_count(2)
        page.keyboard.press("u")
        expect(cards(page)).to_have_count(3)
    desk.walked(
        "POST /take-in/paste", "GET /suggest/list", "POST /suggest/list/keep", "GET /suggest", "GET /note/{id:int}",
        "POST /note/{id:int}",
    )  # fmt: skip


def test_the_note_is_kept_as_sent(inviting, visit):
    """What was sent stands among the invitations with its words, and its person is not suggested again."""
    with visit(inviting) as page:
        page.goto(f"{inviting.base}/note/{person(inviting.site, 'Nuria Belda')}")
        page.locator("#text").fill("Hola, Nuria: coincidimos en la Feria de Vigo 2026. ¿Qué te llevaste?")
        page.get_by_role("button", name="I have sent it").click()
        page.wait_for_url("**/suggest")
        assert "Nuria" not in page.locator("main").inner_text().replace("invited Nuria", "")
        page.goto(f"{inviting.base}/sent?from=0")
        expect(page.locator("li", has_text="Nuria Belda")).to_contain_text("¿Qué te llevaste?")
    inviting.walked("GET /sent", "POST /note/{id:int}")


def test_drafts_follow_what_is_wanted_and_own_words_stay(inviting, visit):
    """Another language or a reason writes the untouched draft anew; what somebody typed is theirs."""
    with visit(inviting) as page:
        page.goto(f"{inviting.base}/note/{person(inviting.site, 'Nuria Belda')}")
        text = page.locator("#text")
        expect(text).to_have_value(re.compile("^Hi Nuria"))
        page.get_by_label("Español").check()
        expect(text).to_have_value(
            f"Hola, Nuria: coincidimos en la {EVENT}. ¿Con qué te quedaste tú de aquello?"
        )
        page.get_by_label("Formal", exact=True).check()
        expect(page.locator(".drafts li").first).to_contain_text("Buenos días, Nuria Belda")
        expect(text).to_have_value(
            f"Buenos días, Nuria Belda: coincidimos en la {EVENT}. ¿Con qué se quedó usted de aquello?"
        )
        page.locator("#reason").fill("Preparo un taller en Sabadell")
        page.keyboard.press("Enter")
        expect(page.locator(".drafts li").first).to_contain_text("Preparo un taller en Sabadell.")
        assert page.url.endswith(str(person(inviting.site, "Nuria Belda"))), (
            "Enter in a field must never say that it was sent"
        )
        text.fill("Mis palabras sobre la Feria")
        page.get_by_label("Informal").check()
        expect(page.locator(".drafts li").first).to_contain_text("Hola, Nuria")
        expect(text).to_have_value("Mis palabras sobre la Feria")
    inviting.walked("POST /note/{id:int}")


def test_what_nobody_knows_is_named(inviting, visit):
    """A claim that no file bears out is told while it is typed, before anybody reads it."""
    with visit(inviting) as page:
        page.goto(f"{inviting.base}/note/{person(inviting.site, 'Teo Castro')}")
        expect(page.locator("main")).to_contain_text("One look may give it")
        page.locator("#text").fill("")
        page.locator("#text").press_sequentially("Hola, Teo: nos conocimos en Berlín en 2019.", delay=4)
        expect(page.locator("#check")).to_contain_text("Nothing that you know supports")
        expect(page.locator("#check")).to_contain_text("43 of 200")
    inviting.walked("POST /note/{id:int}")


def test_where_nothing_is_known_the_member_tells(inviting, visit):
    """What one has read of them, or where one met, is the way from nothing to a note."""
    with visit(inviting) as page:
        page.goto(f"{inviting.base}/note/{person(inviting.site, 'Teo Castro')}")
        expect(page.locator("#check .badge")).to_have_text("No note")
        page.locator("#about").fill("medir visitas en ferias")
        page.keyboard.press("Enter")
        expect(page.locator(".drafts li").first).to_contain_text(
            "what you said about medir visitas en ferias"
        )
        expect(page.locator("#check .badge")).to_have_text("It hooks")
        page.locator("#about").fill("")
        page.keyboard.press("Enter")
        expect(page.locator(".drafts")).to_have_count(0)
        page.get_by_label("You met").fill("la cena de Vigo")
        page.keyboard.press("Enter")
        expect(page.locator(".drafts li").first).to_contain_text("we met at la cena de Vigo")
    inviting.walked("POST /note/{id:int}", "POST /people/{id:int}/remark")


def test_not_now_never_and_back(inviting, visit):
    """A no is kept and costs one key to take back; the account's numbers are the member's to say."""
    with visit(inviting) as page:
        page.goto(f"{inviting.base}/suggest")
        expect(cards(page)).to_have_count(2)
        page.keyboard.press("l")
        expect(cards(page)).to_have_count(1)
        page.keyboard.press("u")
        expect(cards(page)).to_have_count(2)
        page.keyboard.press("i")
        expect(page.locator(".notice")).to_contain_text("will not be suggested again")
        expect(cards(page)).to_have_count(1)
        page.keyboard.press("d")
        expect(cards(page)).to_have_count(0)
        page.keyboard.press("u")
        expect(cards(page)).to_have_count(1)
        page.get_by_text("What your account allows").click()
        page.get_by_label("Notes a month").fill("3")
        page.get_by_role("button", name="Save").click()
        expect(page.locator(".budget")).to_contain_text("3 personal notes left")
    inviting.walked("POST /suggest/decline", "POST /suggest/allowance")


def test_a_column_that_was_taken_for_another(desk, visit):
    """A heading may mislead: the member says which column is what before anybody is taken in."""
    sheet = "Nombre,Empresa,Cargo\nAna Uno,Directora de marketing,Faro Norte\nLuis Dos,Redactor B2B,Vinagres Sur\n"
    with visit(desk) as page:
        page.goto(f"{desk.base}/suggest")
        page.get_by_label("Paste the list").fill(sheet)
        page.get_by_role("button", name="Read the list").click()
        expect(page.locator("tbody tr").first).to_contain_text("Faro Norte")
        page.get_by_text("A column is another thing").click()
        page.locator("select[name=company]").select_option(label="Cargo")
        page.locator("select[name=title]").select_option(label="Empresa")
        page.get_by_role("button", name="Read it so").click()
        expect(page.locator("tbody tr").first.locator("td").first).to_have_text("Directora de marketing")
        page.get_by_role("button", name="That is right").click()
        page.wait_for_url("**/suggest")
        expect(page.locator(".notice")).to_contain_text("a list of 2 people")
        expect(page.locator("main")).to_contain_text("of 2 looked at")
    desk.walked("POST /suggest/list", "GET /suggest/list", "POST /suggest/list/keep")


def test_first_words_for_those_who_wait(desk, visit):
    """Whoever invited the member gets no invitation, but a question, a greeting, and when it is late an apology."""
    with visit(desk) as page:
        page.locator("article", has_text=UNKNOWN).click(position={"x": 4, "y": 4})
        page.keyboard.press("n")
        page.wait_for_url("**/note/*")
        expect(page.locator("main")).to_contain_text("What brings you here?")
        expect(page.locator("#text")).to_have_count(0)
        page.get_by_label("Español").check()
        expect(page.locator("main")).to_contain_text("¿Qué te trae por aquí?")
        page.locator(".copy").first.get_by_role("button", name="Copy").click()
        assert "Hola, Xan" in page.evaluate("navigator.clipboard.readText()")
        page.goto(f"{desk.base}/note/{person(desk.site, STALE[0])}")
        expect(page.locator("main")).to_contain_text("Sorry it took me")
        page.goto(f"{desk.base}/people/{person(desk.site, KNOWN)}")
        page.keyboard.press("n")
        page.wait_for_url("**/note/*")
    desk.walked("GET /note/{id:int}", "POST /note/{id:int}")


def test_waiting_and_withdrawing(inviting, visit):
    """Until when waiting pays is drawn and told; a withdrawal is noted in one key and taken back in another."""
    with visit(inviting) as page:
        page.keyboard.press("g")
        page.keyboard.press("e")
        page.wait_for_url("**/sent")
        expect(page.locator("figure.curve svg")).to_be_visible()
        expect(page.locator(".title")).to_contain_text("24 invitations sent · accepted 12 · waiting 12")
        page.get_by_text("The same as a table").click()
        expect(page.locator("table tbody tr").first).to_be_visible()
        page.keyboard.press("d")
        expect(page.locator(".title")).to_contain_text("waiting 11 · withdrawn 1")
        expect(page.locator(".notice")).to_contain_text("three weeks")
        page.keyboard.press("u")
        expect(page.locator(".title")).to_contain_text("waiting 12")
    inviting.walked("GET /sent", "POST /sent/withdrawn")


def test_all_of_it_without_script(desk, visit):
    """A list, a note and a withdrawal are plain forms."""
    with open_member(desk.path) as store:
        set_target(store, TARGET)
    with visit(desk, java_script_enabled=False) as page:
        page.goto(f"{desk.base}/suggest")
        page.get_by_label("Paste the list").fill(ATTENDEES)
        page.get_by_role("button", name="Read the list").click()
        page.get_by_label("Of which event").fill(EVENT)
        page.get_by_label("I was there too").check()
        page.get_by_role("button", name="That is right").click()
        expect(cards(page)).to_have_count(3)
        cards(page).filter(has_text="Nuria").get_by_role("link", name="Write the note").click()
        page.get_by_label("Your note").last.fill("Hola")
        page.get_by_role("button", name="Check it").last.click()
        expect(page.locator("#check .badge")).to_have_text("Generic")
        page.get_by_role("button", name="Take this one").first.click()
        expect(page.locator("#check .badge")).to_have_text("It hooks")
        page.get_by_label("Formal", exact=True).check()
        page.get_by_role("button", name="Draft again").click()
        expect(page.locator(".drafts li").first).to_contain_text("Dear Nuria Belda")
        page.get_by_role("button", name="I have sent it").click()
        expect(cards(page)).to_have_count(2)
        page.goto(f"{desk.base}/sent")
        page.get_by_role("button", name="I have withdrawn it").click()
        expect(page.locator(".title")).to_contain_text("withdrawn 1")
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator(".title")).to_contain_text("waiting 1")
    desk.walked("POST /suggest/list", "POST /note/{id:int}", "POST /sent/withdrawn", "POST /undo")
