"""The same note under several names is found, and only that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from calabazas.reading.notes import likeness, note_signature


def test_names_numbers_and_dress_do_not_hide_an_echo() -> None:
    """A text sent to many differs by the name, the emoji and the link."""
    one = note_signature("Hola Lucía 👋, ya soy 14.800. Mira https://a.example/x", ["Lucía Ferreiro"])
    two = note_signature("HOLA  tomás, ya soy 15200! Mira https://b.example", ["Tomás Iriarte"])
    assert one == two == "hola _ ya soy 0 mira"


def test_nothing_echoes_nothing() -> None:
    """Two notes of emoji alone are not therefore the same sender's."""
    assert note_signature("👋 👋") == ""
    assert likeness("", "") == 0.0


def test_likeness_falls_with_difference() -> None:
    """A changed word leaves it near, another note far."""
    text = "hola _ escuche tu charla de gruas y tengo una duda"
    assert likeness(text, text) == 1.0
    assert likeness(text, text.replace("gruas", "barcos")) > 0.7
    assert likeness(text, "me gustaria unirme a tu red de linkedin") < 0.3


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_likeness(one: str, two: str) -> None:
    """Between 0 and 1, the same both ways, whatever strangers wrote."""
    a, b = note_signature(one), note_signature(two)
    assert 0.0 <= likeness(a, b) == likeness(b, a) <= 1.0
