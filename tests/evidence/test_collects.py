"""Collecting shows in words, in numbers with nothing behind them, and in posts; an audience is no collection."""

from __future__ import annotations

import pytest

from calabazas.evidence.collects import find
from kit import dossier, heard, post

WORK = (
    "Tres años midiendo la humedad del suelo en almendros: las sondas mal puestas engañan más que las baratas",
    "Cuarenta tensiómetros después: purgar el aire antes de instalar evita la mitad de los errores",
)
CHASE = "Acepto a todos, comenta y te agrego"


def names(readers, **seen):
    return heard(find, dossier(**seen), readers).names


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("LION | 25K contactos | Acepto a todos", "collects.declared"),
        ("Consultora y open networker", "collects.hinted"),
        ("Ingeniera | +25.000 contactos", "collects.counted"),
    ],
)
def test_what_they_say_of_themselves(readers, headline, name):
    """Said more than once, once, or only counted."""
    assert names(readers, headline=headline) == {name}


def test_the_words_are_shown(readers):
    """The member judges the words, not a label."""
    said = heard(find, dossier(headline="LION | Acepto a todos"), readers)
    assert "LION" in said.findings["collects.declared"].facts["words"]


@pytest.mark.parametrize(("number", "name"), [(5_000, "collects.hoard"), (10_000, "collects.hoard_large")])
def test_thousands_with_nothing_of_their_own(readers, number, name):
    """The activity was looked at, and nothing of their own stands there."""
    assert names(readers, connections=number, activity=()) == {name}
    assert names(readers, followers=number, activity=()) == {name}


def test_an_audience_with_work_behind_it_is_no_collection(readers):
    """A name of the sector is wanted, however many follow it."""
    assert names(readers, followers=80_000, activity=tuple(map(post, WORK))) == {"collects.audience"}


@pytest.mark.parametrize("number", [0, 57, 4_999])
def test_ordinary_numbers_say_nothing(readers, number):
    """Few contacts are nobody's fault here, and many are not thousands."""
    assert names(readers, connections=number, activity=()) == set()


def test_a_number_alone_proves_nothing(readers):
    """As long as nobody has looked at what stands behind it."""
    said = heard(find, dossier(connections=30_000), readers)
    assert said.names == set()
    assert said.unseen == {"collects:activity"}
    assert heard(find, dossier(connections=30_000, question="purge"), readers).silent


def test_posts_that_ask_for_contacts(readers):
    """A third of what they publish is enough; one in five is a bad day."""
    assert names(readers, activity=(post(CHASE), post(WORK[0]), post(WORK[1]))) == {"collects.chases"}
    assert names(readers, activity=(post(CHASE), *(post(f"{WORK[0]} {n}") for n in range(4)))) == set()


def test_a_surname_or_an_animal_is_no_open_networker(readers):
    """León, Lion and the lions of the zoo collect nothing."""
    for headline in ("Keeper of the lion house", "Estudio León, arquitectura", "Leonor Leão, agrónoma"):
        assert names(readers, headline=headline) == set()


def test_a_crowd_without_a_word_of_the_sector_is_a_collection(readers):
    """Tens of thousands and busy posts: what counts is whether anything of the trade stands behind them."""
    busy = tuple(
        post(text)
        for text in (
            "Lunes de sol, café cargado y 300 kilómetros de carretera por delante hasta casa",
            "Hoy cumplo 40 años y lo celebro con doce amigos del barrio en la playa",
        )
    )
    assert "collects.hoard_large" in heard(find, dossier(followers=38_900, activity=busy), readers).names
    assert (
        "collects.audience"
        in heard(find, dossier(followers=38_900, activity=busy, verified=True), readers).names
    )
