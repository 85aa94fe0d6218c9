"""Recent work of their own speaks for somebody; to publish nothing weighs nothing."""

from __future__ import annotations

from calabazas.evidence.activity import find
from kit import dossier, heard, post

FIELD = (
    "Tres años midiendo la humedad del suelo en almendros: las sondas mal puestas engañan más que las baratas",
    "Cuarenta tensiómetros después: purgar el aire antes de instalar evita la mitad de los errores de riego",
    "El riego deficitario controlado en viña gastó un tercio menos de agua y apenas perdimos calibre",
)
OTHER = "Restaurando una mandolina napolitana: el barniz antiguo pide paciencia, alcohol suave y mucha ventana abierta"


def test_activity_not_looked_at_is_asked_for(readers):
    """Unseen is silent."""
    said = heard(find, dossier(headline="Agrónoma"), readers)
    assert said.names == set()
    assert said.unseen == {"activity:activity"}
    assert heard(find, dossier(question="suggest"), readers).silent


def test_to_publish_nothing_says_nothing(readers):
    """Most good people never post."""
    assert heard(find, dossier(activity=()), readers).silent


def test_the_levels_follow_how_much_is_their_own(readers):
    """One piece, two, three and more."""
    one = heard(find, dossier(activity=(post(OTHER),)), readers)
    assert one.names == {"activity.specific_one"}
    two = heard(find, dossier(activity=(post(FIELD[0]), post(OTHER))), readers)
    assert {"activity.specific", "work_shown.specific"} <= two.names
    three = heard(find, dossier(activity=tuple(map(post, FIELD))), readers)
    assert {"activity.rich", "work_shown.specific", "activity_in_sector.several"} <= three.names
    assert three.findings["activity.rich"].facts["pieces"] == 3


def test_short_words_of_ones_own_are_something(readers):
    """A line that is nobody's formula counts a little."""
    assert heard(find, dossier(activity=(post("Hoy poda"),)), readers).names == {"activity.own"}


def test_only_what_is_recent_is_activity(readers):
    """Posts of three years ago show no present interest; undated ones get the benefit."""
    old = heard(find, dossier(activity=(post(OTHER, days=400),)), readers)
    assert old.names == set()
    assert heard(find, dossier(activity=(post(OTHER, days=None),)), readers).names == {
        "activity.specific_one"
    }


def test_the_sector_counts_only_in_words_of_their_own(readers):
    """A formula under somebody's post about irrigation shows no irrigation."""
    assert "activity_in_sector.one" in heard(find, dossier(activity=(post(FIELD[1]),)), readers).names
    hollow = heard(
        find,
        dossier(activity=(post("Gran aporte sobre el riego, gracias por compartir", kind="comment"),)),
        readers,
    )
    assert hollow.names == set()
    shared = heard(find, dossier(activity=(post(FIELD[1], kind="share"),)), readers)
    assert shared.names == set()


def test_work_in_another_field_is_work_all_the_same(readers):
    """It makes somebody real and active; it does not make them of the sector."""
    said = heard(find, dossier(activity=(post(OTHER),)), readers)
    assert not any(n.startswith("activity_in_sector") for n in said.names)


def test_without_a_target_there_is_no_sector(aimless):
    """Who has not said whom they look for still sees who is active."""
    said = heard(find, dossier(activity=tuple(map(post, FIELD))), aimless)
    assert "activity.rich" in said.names
    assert not any(n.startswith("activity_in_sector") for n in said.names)
