"""The weights as the member reads and changes them."""

from __future__ import annotations

import pytest
from web_kit import Client, person

from calabazas import shipped
from calabazas.store import open_member, settings
from calabazas.verdict.policy import load, parse_overrides
from calabazas.web.weights import NAMES, SOURCES, rows

POLICY = load(shipped.read("policy.toml"))


@pytest.mark.parametrize("code", sorted(POLICY.file.evidence))
def test_every_piece_of_evidence_has_a_name_for_people(code):
    """A code on the page is a door closed to whoever did not write it."""
    assert code in NAMES


def test_every_weight_stands_once_on_the_page_with_its_origin(site):
    """A number that decides and cannot be found cannot be doubted."""
    html = Client(site).get("/policy").text
    shown = [w for axis in ("tie", "worth", "doubt", "aim") for w in rows(POLICY, axis, {})]
    assert len(shown) == sum(len(e.levels) for e in POLICY.file.evidence.values())
    for w in shown:
        assert html.count(f'name="w.{w.code}.{w.level}"') == 1
        assert w.source in SOURCES


def test_only_what_was_changed_is_kept(site):
    """The form holds every number; the member's own are those they touched."""
    fields = {
        f"w.{w.code}.{w.level}": w.shown
        for axis in ("tie", "worth", "doubt", "aim")
        for w in rows(POLICY, axis, {})
    }
    fields |= {"w.verified.yes": "−3,5", "do": "keep"}
    assert Client(site).post("/policy/weights", fields).status == 303
    with open_member(site.path) as store:
        kept = parse_overrides(settings.get(store, "policy"))
    assert kept == {
        "evidence": {"verified": {"levels": {"yes": {"decibans": -3.5, "source": "own decisions"}}}}
    }
    assert (
        "is another now" in Client(site).get("/policy").text
        or "0 invitations" in Client(site).get("/policy").text
    )


def test_what_is_no_number_changes_nothing(site):
    """The page comes back with what was written, and says what is wrong."""
    for wrong in ("much", "nan", "inf", "41", "-40.5", "1e9"):
        answer = Client(site).post("/policy/weights", {"w.verified.yes": wrong, "do": "keep"})
        assert answer.status == 200
        assert "from −40 to 40" in answer.text
        assert f'value="{wrong}"' in answer.text
    with open_member(site.path) as store:
        assert settings.get(store, "policy") == ""


def test_a_preview_names_who_would_turn(site):
    """Before anything is kept."""
    answer = Client(site).post("/policy/weights", {"w.conversation.recent": "0", "do": "try"})
    assert f'/people/{person(site, "Berta Salgueiro")}"' in answer.text
    assert "Nothing is kept yet." in answer.text
