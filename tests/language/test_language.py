"""Sentences are rendered at the edges, in the member's language, with days and numbers as people write them."""

from __future__ import annotations

from datetime import date

from calabazas.language import Language
from calabazas.language.visible import one_line, visible
from calabazas.words import say, say_n


def test_english_is_the_id_itself():
    """English needs no catalogue."""
    assert Language("en").say(say("You say that you know each other")) == "You say that you know each other"


def test_spanish_comes_from_the_catalogue():
    """The member's language first."""
    assert Language("es").say(say("You say that you know each other")) != "You say that you know each other"


def test_days_and_large_numbers_follow_the_language():
    """15.850 contacts in Spanish, 15,850 in English; a year stays a year."""
    assert (
        Language("es").say(say("{n} / {y} / {d}", n=15850, y=2026, d=date(2026, 10, 24)))
        == "15.850 / 2026 / 24 oct 2026"
    )
    assert (
        Language("en").say(say("{n} / {y} / {d}", n=15850, y=2026, d=date(2026, 10, 24)))
        == "15,850 / 2026 / 24 Oct 2026"
    )


def test_plurals_choose_their_form():
    """One contact, two contacts."""
    sentence = say_n("You have {n} contact in common", "You have {n} contacts in common", 1)
    assert Language("en").say(sentence) == "You have 1 contact in common"


def test_an_unknown_language_falls_back_to_english():
    """A setting from another version must not take the program down."""
    assert Language("xx").code == "en"


def test_strangers_cannot_drive_the_terminal():
    """An escape sequence in a name is seen, not obeyed."""
    assert "\x1b" not in visible("Ana\x1b[2J")
    assert "␛" in visible("Ana\x1b[2J")


def test_bidi_and_zero_width_are_made_visible():
    """Text that turns direction or hides letters shows what it does; emoji stay whole."""
    assert "⟨U+202E⟩" in visible("abc\u202edef")
    assert "⟨U+200B⟩" in visible("pay\u200bpal")
    assert visible("👩‍💻") == "👩‍💻"


def test_long_text_is_clipped_and_kept_on_one_line():
    """Ten megabytes of note are shown as a line."""
    assert len(one_line("x\n" * 5_000_000, 300)) == 300
