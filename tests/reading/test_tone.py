"""A conversation that ended in a quarrel or over money is told from one that only had a hard moment."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.reading.tone import ToneReader


@pytest.fixture(scope="module")
def tone():
    return ToneReader(shipped.read("tone.toml"))


@pytest.mark.parametrize(
    "words",
    [
        "No pienso pagarte ni un euro",
        "No me vuelvas a escribir",
        "Eres una farsante",
        "Me has estafado",
        "Do not contact me again",
        "You lied to me and to my team",
        "We will sue you",
        "Leave me alone",
        "No me llames más",
        "No más correos por acá",
        "Yo también sé cosas de ti",
    ],
)
def test_hard_words_end_it_badly_and_are_quoted(tone, words):
    """The member sees the very words, and in which message they stand."""
    read = tone.read(["Hola, ¿qué tal?", f"Mira. {words}, de verdad."])
    assert read.hostile
    index, quote = read.quotes[0]
    assert index == 1
    assert quote in f"Mira. {words}, de verdad."


@pytest.mark.parametrize(
    "words",
    [
        "Te escribo para pagar la factura, perdona el retraso",
        "No voy a poder ir, ¡me has dejado con las ganas!",
        "Mi abogado te manda un abrazo",
        "Thanks for the final version",
        "Nos vemos en la feria",
        "Te llamo y lo hablamos",
        "I never work on Fridays",
        "No quiero saber nada de Excel hoy",
    ],
)
def test_ordinary_words_are_no_quarrel(tone, words):
    """A client who pays late and says sorry has not ended anything badly."""
    read = tone.read([words])
    assert not read.hostile
    assert not read.strained


def test_a_quarrel_made_up_afterwards_has_not_ended_badly(tone):
    """How it ended counts, not how it went in between."""
    lines = [
        "No me vuelvas a escribir",
        "Perdona, tuve un mal día",
        "Nada, gracias por decirlo, un abrazo",
        "¡Abrazo!",
    ]
    read = tone.read(lines)
    assert not read.hostile
    assert read.quotes == ()
    assert read.cordial


def test_thanks_before_the_quarrel_make_nothing_good(tone):
    """All those years of thanks end with the last word."""
    assert tone.read(["Gracias, un abrazo", "Genial", "Me has mentido. No me vuelvas a llamar"]).hostile


def test_a_polite_word_right_behind_the_quarrel_is_not_making_up(tone):
    """A regard under a threat is a manner of closing."""
    assert tone.read(["Os voy a denunciar", "Saludos"]).hostile


def test_money_owed_wants_two_signs(tone):
    """One unpaid invoice is a matter of days; a second notice with lawyers in it is not."""
    assert not tone.read(["Te queda una factura pendiente"]).strained
    read = tone.read(["Te queda una factura pendiente", "Es el segundo aviso: hablaré con un abogado"])
    assert read.strained
    assert not read.hostile
    assert read.quotes


def test_only_the_end_of_a_long_conversation_is_read(tone):
    """Hard words buried under a year of messages are history."""
    assert not tone.read(["No me vuelvas a escribir", *["Vale"] * 12]).hostile


def test_an_empty_conversation_says_nothing(tone):
    """No texts, no tone."""
    read = tone.read([])
    assert not read.hostile
    assert not read.strained
    assert not read.cordial


def test_cordial_in_several_languages(tone):
    """Warmth is not a matter of Spanish or English."""
    for words in (
        "Moitas grazas!",
        "Obrigada pela ajuda",
        "Merci beaucoup",
        "Danke dir",
        "Eskerrik asko",
        "Cheers",
    ):
        assert tone.read([words]).cordial, words
