"""Back-test and learning on the web: what can be claimed and what not, and nothing taken that was not offered."""

from __future__ import annotations

import pytest
from network_kit import decided_before, fill_network
from web_kit import KNOWN, Client, a_site, invitation, person, slug, take

from calabazas.people.records import Connection
from calabazas.store import open_member, settings

LATE = ("Acepté Tarde", "Acepté Luego", "Acepté Entonces")


@pytest.fixture
def desk(site):
    with open_member(site.path) as store:
        fill_network(store)
        pitch = "Hola, ofrecemos leads cualificados garantizados. ¿Agendamos una llamada de 15 minutos?"
        rows = {
            "invitations": [invitation(n, "2026-06-01T10:00:00", pitch) for n in LATE],
            "more": [Connection(1, n, slug(n), "", "Leads SL", "Ventas", "2026-06-03") for n in LATE],
        }
        take(store, rows)
    return Client(site)


@pytest.fixture
def learned(desk):
    with open_member(desk.site.path) as store:
        decided_before(store)
    return desk


def policy(desk):
    with open_member(desk.site.path) as store:
        return settings.get(store, "policy")


def test_what_cannot_be_claimed_stands_first(desk):
    """A table of hits without that would be read as proof."""
    html = desk.get("/policy/backtest").text
    assert html.index("What you declined on LinkedIn is not told by any archive") < html.index("<table")


def test_reasons_have_names_and_no_percentage_below_ten(desk):
    html = desk.get("/policy/backtest?positions=yes").text
    assert "Which reasons decide" in html
    assert "sells.presents" not in html, "a code is no name"
    assert "100 %" not in html.split("Which reasons decide")[1]


def test_two_policies_side_by_side(desk):
    """Whoever changes a weight sees at once on whom the two would part; nothing is put in force."""
    assert desk.get("/policy/backtest?against=shipped").text.count("<caption>") == 2
    assert "They part on 0 invitations" in desk.get("/policy/backtest?against=shipped").text
    other = "[evidence.note_aim.levels.pitch]\ndecibans = -40\n"
    answer = desk.post("/policy/backtest", {"policy": other})
    assert answer.headers["location"] == "/policy/backtest?against=own"
    html = desk.get("/policy/backtest?against=own").text
    assert "The policy you pasted" in html
    assert policy(desk) == ""


@pytest.mark.parametrize(
    "text", ["[[[", "[evidence.nothing_such]\nx = 1", "[evidence.sells.levels.presents]\ndecibans = 900"]
)
def test_a_policy_that_does_not_hold_together_is_refused(desk, text):
    desk.post("/policy/backtest", {"policy": text})
    assert "does not hold together" in desk.get("/policy/backtest").text
    assert "The policy you pasted" not in desk.get("/policy/backtest?against=own").text


def test_nothing_is_learned_from_a_handful(desk):
    desk.post("/decide", {"id": person(desk.site, KNOWN), "choice": "accept"})
    html = desk.get("/policy/learn").text
    assert "Nothing is learned before ten of each kind: so far 1 yes and 0 no." in html
    assert 'value="take"' not in html
    desk.post("/policy/learn", {"do": "take"})
    assert policy(desk) == "", "a form alone changes nothing"


def test_offered_with_its_proof_taken_and_taken_back(learned):
    html = learned.get("/policy/learn").text
    assert "+12.0" in html
    assert "weighs less with you" in html
    assert "−0.0" not in html
    assert html.count('<svg class="plot"') == 1
    assert "The same as a table" in html
    assert policy(learned) == "", "looking adopts nothing"
    learned.post("/policy/learn", {"do": "take"})
    assert "own decisions" in policy(learned)
    assert "Weights learned from your decisions are in force" in learned.get("/policy/learn").text
    learned.post("/policy/learn", {"do": "back"})
    assert policy(learned).strip() == ""
    learned.post("/policy/learn", {"do": "back"})
    assert "There is nothing to take back." in learned.get("/policy/learn").text


def test_the_offer_can_be_seen_beside_ones_own_first(learned):
    html = learned.get("/policy/backtest?against=offered").text
    assert "What your decisions suggest" in html
    assert policy(learned) == ""


def test_spanish_numbers(learned):
    learned.site.language = "es"
    html = learned.get("/policy/learn").text
    assert "+12,0" in html
    assert "+12.0" not in html


def test_people_like_this_lately_on_the_card_of_somebody_who_waits(desk):
    """«A dos personas así las ignoraste»: a mirror held up kindly, where one decides."""
    with open_member(desk.site.path) as store:
        some = [f"Vende Mucho {n}xx" for n in range(3)]
        take(
            store,
            {"pitches": [invitation(n, "2026-11-18T10:00:00", "Ofrecemos leads cualificados garantizados. ¿Agendamos una llamada?") for n in some]},
        )  # fmt: skip
    for name in some[:2]:
        desk.post("/decide", {"id": person(desk.site, name), "choice": "ignore"})
    html = desk.get(f"/people/{person(desk.site, some[2])}").text
    assert "You ignored 2 people like this in the last month." in html


def test_empty_and_while_it_is_worked_out(tmp_path, desk):
    with a_site(tmp_path / "other" / "member.sqlite", filled=False) as site:
        assert "No past invitation is known yet" in Client(site).get("/policy/backtest").text
    desk.site.network.works.patience = 0
    assert "judged again" in desk.get("/policy/backtest").text
    assert "<progress" in desk.get("/policy/learn").text
