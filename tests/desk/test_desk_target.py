"""The target said, shown as understood, and corrected part by part."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

from web_kit import fill

from calabazas.desk.target import as_toml, correct_target, describe, set_target
from calabazas.language import Language
from calabazas.store import open_member

TODAY = date(2026, 11, 23)
TEXT = (
    "Quiero sumilleres, viticultores y periodistas del vino. Becarios: solo de la Escuela de Requena. "
    "Primero A Coruña. No: etiquetas baratas, cripto."
)


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        fill(opened)
        yield opened


def said(store, language):
    return [Language(language).say(sentence) for sentence in describe(store, TODAY, language).understood]


def test_it_is_shown_in_the_members_language(store):
    """In Spanish and in English, with places and names as the member wrote them."""
    set_target(store, TEXT)
    spanish, english = " | ".join(said(store, "es")), " | ".join(said(store, "en"))
    assert "A Coruña" in spanish
    assert "de la Escuela de Requena" in spanish
    assert "Solo con una condición" in spanish
    assert "Only under a condition" in english
    assert "viticultores" in english


def test_long_lists_are_shown_whole(store):
    """What a line cut off could not be corrected."""
    trades = [
        f"maestros de taller {word}"
        for word in "alfa beta gama delta epsilon zeta eta theta iota kappa lambda".split()
    ]
    set_target(store, "Quiero:\n- " + "\n- ".join(trades))
    text = " ".join(said(store, "es"))
    assert all(trade in text for trade in trades)
    assert "…" not in text


def test_corrected_parts_are_kept_and_shown(store):
    """A target corrected in its file is one even without the words it came from; its file is the same again."""
    set_target(store, TEXT)
    once = as_toml(store)
    correct_target(store, once)
    assert as_toml(store) == once
    correct_target(store, 'wanted = "enfermeras"\nplaces = ["Lugo"]')
    shown = describe(store, TODAY, "es")
    assert shown.text == ""
    assert [str(row.args["list"]) for row in shown.understood] == ["enfermeras", "Lugo"]


@pytest.mark.parametrize(
    "toml", ['conditions = ["x"]', 'wanted = [{phrase = "x", weight = "much"}]', "places = [1]", "wanted ="]
)
def test_a_slip_in_the_file_keeps_what_was(store, toml):
    """Half a target would judge people wrongly."""
    set_target(store, TEXT)
    before = as_toml(store)
    with pytest.raises(ValueError, match=r".+"):
        correct_target(store, toml)
    assert as_toml(store) == before
