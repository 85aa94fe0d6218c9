"""Readings are hung on in one batch: the same text is read once, and alone or among others it reads the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.engine.readers import Readers
from calabazas.engine.readings import hang_on, texts_of
from calabazas.evidence.dossier import Connected
from kit import SOURCE, TARGET, dossier, post, role, said, talk

PEOPLE = [
    dossier("Iria Rey", headline="Ingeniera agrónoma", activity=(post("Hoy poda"),), about="Mido suelos"),
    dossier(
        "Brais Gil",
        headline="Odontólogo",
        experience=(role("Odontólogo", "Clínica Sol"), role("Becario", "Hospital")),
    ),
    dossier("Noa Paz", note="Leí lo tuyo de los tensiómetros en almendro. ¿Qué profundidad usas?"),
    dossier("Uxía Mar"),
    dossier("Anxo Rus", headline="Ingeniera agrónoma", talk=talk(said(5, "Gracias"))),
]


def test_a_batch_reads_as_each_alone(readers):
    """Nobody's reading may hang on who else is in the queue."""
    together = hang_on(PEOPLE, readers)
    alone = [hang_on([d], readers)[0] for d in PEOPLE]
    for one, other in zip(together, alone, strict=True):
        assert one.readings == other.readings
        assert one.person == other.person


def test_a_text_is_read_once(monkeypatch):
    """A thousand same headlines cost one."""
    readers = Readers(TARGET)
    asked: list[int] = []
    fit = readers.fit.fit

    def counting(texts):
        asked.append(len(texts))
        return fit(texts)

    monkeypatch.setattr(readers.fit, "fit", counting)
    crowd = [dossier(f"P {n}", headline="Ingeniera de riego") for n in range(50)]
    read = hang_on(crowd, readers)
    assert asked == [1]
    assert len({d.readings.fit.score for d in read}) == 1


def test_where_nothing_is_seen_nothing_is_read(readers):
    """None is not the empty reading."""
    (bare,) = hang_on([dossier()], readers)
    r = bare.readings
    assert (r.headline, r.note, r.activity, r.self_said, r.tone) == (None,) * 5
    assert r.roles == ()
    assert r.pieces == ()


def test_each_role_is_read_in_its_order(readers):
    """Evidence pairs them by place."""
    d = hang_on(PEOPLE, readers)[1]
    assert [h.text for h in d.readings.roles] == ["Odontólogo", "Becario"]


def test_without_a_target_there_is_no_fit(aimless):
    """Nor an encoder to be loaded."""
    for d in hang_on(PEOPLE, aimless):
        assert d.readings.fit is None
        assert all(p is None for p in d.readings.pieces)
    assert "encoder" not in vars(aimless)


def test_for_whom_a_recruiter_recruits_is_read_without_the_words_of_recruiting(readers):
    """A headhunter of agronomists serves agronomists; who is none serves nobody."""
    headhunter, agronomist = hang_on(
        [dossier(headline="Headhunter de agrónomos"), dossier(headline="Agrónoma")], readers
    )
    assert headhunter.readings.serves.grade in ("exact", "useful")
    assert agronomist.readings.serves is None


def test_only_pieces_of_their_own_are_held_against_the_sector(readers):
    """In the order of the activity."""
    d = dossier(
        activity=(
            post("Gran aporte, gracias por compartir"),
            post("Riego deficitario en viña: tres años de datos"),
        )
    )
    (read,) = hang_on([d], readers)
    assert [p is None for p in read.readings.pieces] == [True, False]


def test_what_stands_in_where_no_headline_is_seen():
    """The newest archive's position for a contact; a note of their own for whom nothing else tells of."""
    connected = Connected(None, "Hidroagro", "Jefa de riego", "", still=True, source=SOURCE)
    texts = texts_of(replace(dossier(), connection=connected), None)
    assert (texts.position, texts.company) == ("Jefa de riego", "Hidroagro")
    shown = texts_of(replace(dossier(headline="Agrónoma"), connection=connected), None)
    assert (shown.headline, shown.position) == ("Agrónoma", "")


def test_reactions_are_nobodys_words():
    """A like under a post about irrigation is not one's own line about it."""
    d = dossier(headline="x", activity=(post("Riego en viña", kind="reaction"), post("Hoy poda")))
    assert texts_of(d, None).activity == ("Hoy poda",)


@pytest.mark.parametrize("note", ["", "   ", "\n"])
def test_an_empty_note_is_no_note(readers, note):
    """Blank is blank."""
    (d,) = hang_on([dossier(note=note)], readers)
    assert d.readings.note is None
    assert not d.readings.note_hires


def test_a_note_with_a_post_to_fill(readers):
    """Somebody may be answering for others."""
    (d,) = hang_on([dossier(note="Buscamos un ingeniero de riego para Lorca, ¿te suena alguien?")], readers)
    assert d.readings.note_hires


def test_the_fit_can_be_fitted_without_a_member():
    """What is shown on a member is fitted without them."""
    whole, without = Readers(TARGET), Readers(TARGET, fitted_without="es1")
    d = dossier(headline="Fabricante de sensores")
    scores = [hang_on([d], r)[0].readings.fit.score for r in (whole, without)]
    assert scores[0] != scores[1]


def test_one_person_is_read_as_among_many(readers):
    """A note that names somebody else who invited the member reads the same, whoever else is asked about."""
    member = replace(dossier().member, inviter_names=frozenset({"sri wahyuni"}))
    note = "Hola, me dio tu contacto Sri Wahyuni; llevo el riego por goteo de doce fincas y quería preguntarte por las sondas."
    asked = replace(dossier(note=note), member=member)
    (alone,) = hang_on([asked], readers)
    among, _ = hang_on([asked, dossier(headline="Enfermera")], readers)
    assert alone.readings.fit == among.readings.fit
    assert alone.readings.note_fit == among.readings.note_fit
    unnamed = replace(dossier(note=note.replace("Sri Wahyuni", "")), member=member)
    (without,) = hang_on([unnamed], readers)
    assert alone.readings.note_fit == without.readings.note_fit
