"""What a note claims is held against the facts, stretch by stretch."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.people.facts import Fact
from calabazas.reading.claims import ClaimReader
from calabazas.reading.note_facts import FactReader, KnownFacts
from calabazas.reading.note_text import clean
from calabazas.reading.note_words import NoteWords

WORDS = NoteWords.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
CLAIMS, FACTS = ClaimReader(WORDS), FactReader(WORDS)


def unsupported(note: str, *facts: str) -> list[str]:
    """Give the unsupported stretches of a note under facts told in words."""
    known = KnownFacts(
        FACTS.read(Fact(f"f{i}", text) for i, text in enumerate(("Nombre: Pilar Abellán", *facts)))
    )
    return [c.text for c in CLAIMS.read(clean(note), known) if not c.supported]


EVENT = "Ambas asistieron a la mesa de mediación de Murcia, 15/11/2024"
POST = "Artículo de Pilar sobre cláusulas de inicio, 02/12/2024; la remitente confirma haberlo leído"


@pytest.mark.parametrize(
    ("note", "facts"),
    [
        ("Hola Pilar, coincidimos en la mesa de mediación de Murcia de noviembre.", [EVENT]),
        ("Pilar, leí tu artículo sobre cláusulas de inicio.", [POST]),
        ("Hola Pilar, he visto tu perfil y me parece estupendo.", []),
        (
            "Pilar, Teresa Funes me dijo que medias en vecindades.",
            ["Contacto en común: Teresa Funes, dice que media en vecindades"],
        ),
        (
            "Pilar, trabajamos juntas en Bufete Miralrío.",
            ["Empresa compartida: Bufete Miralrío (Pilar 2015-2020, remitente 2018-2021)"],
        ),
        (
            "Pilar, te debo respuesta desde mayo.",
            ["Mensaje de Pilar del 06/05/2024: preguntaba por plazos; sin responder"],
        ),
        ("Preparo un protocolo para comunidades de vecinos.", []),
        ("¿Te dieron al final aquel premio?", []),
    ],
)
def test_what_a_fact_bears_out_is_left_alone(note: str, facts: list[str]) -> None:
    """A checker that cries at true sentences would be switched off."""
    assert unsupported(note, *facts) == []


@pytest.mark.parametrize(
    ("note", "facts", "found"),
    [
        ("Coincidimos en la mesa de mediación de Murcia y luego comimos juntas.", [EVENT], "comimos juntas"),
        ("Coincidimos en la mesa de mediación de Murcia de 2022.", [EVENT], "de 2022"),
        ("Coincidimos en la mesa de mediación de Oviedo.", [EVENT], "Oviedo"),
        ("Leí tu libro entero.", [EVENT], "Leí tu libro entero"),
        (
            "Me encantó tu artículo sobre cláusulas.",
            ["Artículo de Pilar sobre cláusulas; la remitente no ha confirmado haberlo leído"],
            "artículo",
        ),
        (
            "Teresa Funes me habló muy bien de ti.",
            ["Contacto en común: Teresa Funes"],
            "Teresa Funes me habló",
        ),
        ("Un amigo común me dijo que te escribiera.", [EVENT], "me dijo"),
        (
            "Trabajamos juntas en Bufete Miralrío.",
            ["Bufete Miralrío: remitente 2015-2017, Pilar 2019-2022"],
            "Trabajamos juntas",
        ),
        ("Enhorabuena, te acaban de ascender.", [EVENT], "te acaban de ascender"),
        ("Tenemos varios contactos en común.", [], "contactos en común"),
        ("¡Cuánto tiempo sin hablar!", ["Entrada de agenda: «Pilar cole»"], "Cuánto tiempo sin hablar"),
        ("You doubled the opens and won the state award.", [EVENT], "You doubled the opens"),
        ("We sat together on the train back from Brick Day.", [EVENT], "We sat together on the train"),
        ("Before you moved to Murcia for your daughter.", ["Pilar moved to Murcia in 2018"], "your daughter"),
        ("Hola Javier, sigo tu blog.", [], "Javier"),
        ("Trabajé a tus órdenes en Correos.", ["Cargo: mediadora en Correos"], "Trabajé a tus órdenes"),
    ],
)
def test_what_no_fact_bears_out_is_shown(note: str, facts: list[str], found: str) -> None:
    """Each way of inventing a shared past: wrong year, wrong place, unread, unsaid, never together."""
    assert any(found in told or told in found for told in unsupported(note, *facts)), unsupported(
        note, *facts
    )


def test_a_short_name_is_not_another_persons() -> None:
    """Lola is Dolores, and Flor is Florencia; Javier is neither."""
    for name, called in (
        ("Dolores Arjona", "Lola"),
        ("Florencia Baigorria", "Flor"),
        ("William Pike", "Bill"),
    ):
        known = KnownFacts(FACTS.read([Fact("n", name, "name")]))
        assert not CLAIMS.read(f"Hola {called}, ¿qué tal?", known)
        assert [c.kind for c in CLAIMS.read("Hola Javier, ¿qué tal?", known)] == ["name"]


def test_dates_in_figures_hold_dates_in_words() -> None:
    """The archive says 07/02/2025; people write "el 7 de febrero"."""
    fact = "Ponente en la jornada de Valladolid, 07/02/2025; la remitente asistió"
    assert unsupported("Estuve en la jornada de Valladolid del 7 de febrero.", fact) == []
    assert unsupported("Estuve en la jornada de Valladolid del 9 de febrero.", fact) == ["del 9"]


def test_hostile_texts_end_quickly_and_quietly() -> None:
    """A note is a stranger's: lengths, controls and brackets must not hang or break the reading."""
    for text in (
        "a" * 50_000,
        "¿" * 3000,
        "(" * 3000,
        "tu " * 3000,
        "nos conocimos " * 500,
        "\x00\u202e{{}}",
        "1/1/1" * 900,
    ):
        unsupported(text, EVENT)
