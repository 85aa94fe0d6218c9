"""Profile prose word for word under another name."""

from __future__ import annotations

from calabazas.evidence.same_text import find
from kit import SOURCE, dossier, echo, heard


def test_said_once_with_whose_it_is():
    """The member can look at both."""
    said = heard(find, dossier(echoes=[echo("note"), echo("text", "Iria Rey"), echo("text", "Ana Paz")]))
    assert said.names == {"same_text.profile"}
    assert said.findings["same_text.profile"].facts == {"other": "Iria Rey"}
    assert said.findings["same_text.profile"].sources == (SOURCE,)


def test_no_echo_no_word():
    """Prose of their own, or none seen."""
    assert heard(find, dossier(about="Mido suelos", echoes=[echo("picture")])).silent
