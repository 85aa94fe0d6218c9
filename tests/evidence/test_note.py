"""A note is read four ways; none, or LinkedIn's own text, says nothing for or against anybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.evidence.note import find
from calabazas.reading.notes import AimMark, Anchor, NoteReading
from calabazas.reading.readings import Readings
from kit import dossier, heard


def names(readers, note, **more):
    return heard(find, dossier(note=note, **more), readers).names


@pytest.mark.parametrize(
    "note",
    [
        "",
        "   ",
        "I'd like to join your LinkedIn network.",
        "Me gustaría añadirte a mi red profesional en LinkedIn.",
        "Ich würde Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
        "Hola",
    ],
)
def test_no_word_of_their_own_says_nothing(readers, note):
    """Nine in ten invitations have none."""
    assert names(readers, note) == set()


@pytest.mark.parametrize(
    ("note", "name"),
    [
        (
            "Ayudo a empresas como la tuya a conseguir 30 leads cualificados al mes. ¿Agendamos una llamada de 15 minutos?",
            "note_aim.pitch",
        ),
        (
            "We help companies like yours book 30 qualified meetings a month. Open to a quick 15 min call?",
            "note_aim.pitch",
        ),
        ("Hola {{nombre}}, me encantaría conectar", "note_aim.unfilled"),
        ("Sumando contactos: ¡acepto a todos! 25.000 conexiones y subiendo", "note_aim.collects"),
    ],
)
def test_what_they_are_after(readers, note, name):
    """Selling, collecting, a template with its gaps."""
    assert name in names(readers, note)


def test_a_lure_leads_elsewhere(readers):
    """The words are shown, and the kinds for machines."""
    note = "Hello dear, I have a business proposal for you, contact me on Telegram"
    found = heard(find, dossier(note=note), readers)
    assert found.names == {"note_aim.lure"}
    assert found.findings["note_aim.lure"].facts["kinds"]


def test_something_shared_that_the_members_data_confirm(readers):
    """A contact of the member's by name: strangers' notes seldom have one that is true."""
    assert "note_anchor.confirmed" in names(
        readers, "Me dio tu contacto Ana Ruiz, que trabaja con nosotros en Lorca"
    )
    assert "note_anchor.confirmed" not in names(
        readers, "Me dio tu contacto Eva Gil, que trabaja con nosotros en Lorca"
    )


def test_a_public_past_can_be_named_by_anybody(readers):
    """Where the member worked stands in their profile: the claim is worth asking about, no more."""
    found = names(readers, "Trabajamos juntas en Regadíos del Segura entre 2013 y 2015, ¿te acuerdas?")
    assert "note_anchor.claimed_past" in found
    assert "note_anchor.confirmed" not in found


def test_a_meeting_that_cannot_be_checked(readers):
    """Claimed, not confirmed."""
    found = names(readers, "Nos conocimos en la feria de Zaragoza y hablamos de goteros")
    assert "note_anchor.claimed" in found


def test_a_past_that_the_members_dates_contradict(readers):
    """Years that exclude each other."""
    found = names(readers, "Trabajamos juntos en Regadíos del Segura en 2003")
    assert found == {"note_claim.contradicted"}


def test_a_note_about_the_members_own_work(readers):
    """It speaks of something the member wrote, and about the sector from inside it."""
    note = "Leí tu artículo sobre los tensiómetros en almendro y las sondas mal enterradas; nos pasó igual en dos fincas. ¿Qué profundidad usas?"
    found = heard(find, dossier(note=note), readers)
    assert found.names & {"note_interest.your_work", "note_interest.in_sector"}
    for finding in found.findings.values():
        assert finding.sources, finding.code


def test_a_personal_note_from_another_field_is_personal(readers):
    """Kind words are kind words."""
    note = "Tu charla del instituto convenció a mi hija de estudiar ciencias; quería agradecértelo yo, que soy su madre y panadera. ¿Darás otra?"
    assert names(readers, note) & {"note_interest.personal", "note_interest.your_work"}


@pytest.mark.parametrize(("strong", "level"), [(False, "perhaps_pitch"), (True, "pitch")])
def test_one_weak_word_beside_ones_own_work_is_no_pitch_yet(strong, level):
    """A word such as our app, in thanks for a post, is not yet an offer; a guarantee is."""
    reading = NoteReading(
        "pitch",
        (Anchor("post", "your thread", "unchecked"),),
        aims=(AimMark("pitch", ("our app",), 1, strong),),
    )
    judged = replace(dossier(note="Your thread saved our app."), readings=Readings(note=reading))
    assert [f.level for f in find(judged) if f.code == "note_aim"] == [level]
