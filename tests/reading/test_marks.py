"""Marks stand at word edges, are folded for finding, and are quoted in the writer's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calabazas.reading.marks import Lexicon, Mark, plain

LEXICON = Lexicon(
    rb"""
[greets]
patterns = ["hola", "buenos dias"]
[hard]
least = 2
patterns = ["unpaid", "final notice|last notice"]
"""
)


def test_the_quote_is_what_stands_in_the_text():
    """A member who reads a quote must find it in the message, accents, case and all."""
    assert LEXICON.find("¡HOLA! Buenos Días.", ["greets"]) == (
        Mark("greets", "HOLA"),
        Mark("greets", "Buenos Días"),
    )


def test_marks_stand_at_word_edges():
    """A caracola is no greeting."""
    assert LEXICON.find("caracolahola holandesa", ["greets"]) == ()


def test_styled_letters_are_letters():
    """Bold and script alphabets of Unicode are an old way past filters."""
    assert LEXICON.find("𝗛𝗼𝗹𝗮 a todos", ["greets"]) == (Mark("greets", "𝗛𝗼𝗹𝗮"),)


def test_a_kind_may_want_several_different_hits():
    """One word said twice is one sign; two signs are two."""
    assert LEXICON.find("unpaid, unpaid, UNPAID", ["hard"]) == ()
    assert len(LEXICON.find("unpaid since May: final notice", ["hard"])) == 2


def test_all_kinds_are_looked_for_unless_some_are_named():
    """Readers ask only for what they use."""
    text = "hola: unpaid, last notice"
    assert {m.kind for m in LEXICON.find(text)} == {"greets", "hard"}
    assert {m.kind for m in LEXICON.find(text, ["hard"])} == {"hard"}


def test_only_the_beginning_of_an_endless_text_is_read():
    """A stranger chose the length."""
    assert LEXICON.find("x " * 20_000 + "hola", ["greets"]) == ()


@given(st.text(max_size=60))
def test_folding_keeps_every_position(text):
    """Were one letter folded to two, every quote after it would be cut in the wrong place."""
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(("written", "folded"), [("ÁÉÑ ß", "aen s"), ("ﬁn", "fn"), ("ＬＩＯＮ", "lion")])
def test_folding(written, folded):
    """Accents, case, ligatures and wide letters go; the length stays."""
    assert plain(written) == folded
