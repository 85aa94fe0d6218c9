"""A note that others sent too was not written for the member; LinkedIn's own text is nobody's."""

from __future__ import annotations

from calabazas.evidence.same_note import find
from kit import dossier, echo, heard

NOTE = "Hola, veo que compartimos inquietudes y me gustaría que charlemos de oportunidades"


def test_from_one_other_and_from_several(readers):
    """The same name twice is one."""
    one = heard(find, dossier(note=NOTE, echoes=[echo("note", "Iria"), echo("note", "Iria")]), readers)
    assert one.names == {"same_note.one"}
    more = heard(find, dossier(note=NOTE, echoes=[echo("note", "Iria"), echo("note", "Brais")]), readers)
    assert more.names == {"same_note.several"}
    assert more.findings["same_note.several"].facts == {"others": 2}


def test_linkedins_own_text_is_nobodys(readers):
    """Its sameness is its own doing."""
    default = "Me gustaría añadirte a mi red profesional en LinkedIn."
    assert heard(
        find, dossier(note=default, echoes=[echo("note", "Iria"), echo("note", "Brais")]), readers
    ).silent


def test_other_echoes_are_no_note(readers):
    """Texts and pictures have their own evidence."""
    assert heard(find, dossier(note=NOTE, echoes=[echo("text"), echo("picture")]), readers).silent
    assert heard(find, dossier(note=NOTE), readers).silent
