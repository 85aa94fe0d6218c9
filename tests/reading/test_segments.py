"""Headlines are cut where people cut them; a cut too many loses a title, one too few mixes two."""

import pytest

from calabazas.reading.segments import split
from calabazas.reading.tokens import key, plain, words


def texts(headline):
    return [piece.text for piece in split(plain(headline))]


@pytest.mark.parametrize(
    ("headline", "pieces"),
    [
        ("Uno | Dos · Tres • Cuatro – Cinco — Seis", ["Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis"]),
        ("Uno // Dos ~ Tres / Cuatro", ["Uno", "Dos", "Tres", "Cuatro"]),
        ("Uno 🚀 Dos 👩🏽‍💻 Tres", ["Uno", "Dos", "Tres"]),
        ("QA/RA Manager, I+D, C++", ["QA/RA Manager", "I+D", "C++"]),
        ("Jefa de taller (noches)", ["Jefa de taller", "noches"]),
        ("Dir. Mkt. y Com. del metal. Me gusta el mar.", ["Dir. Mkt. y Com. del metal", "Me gusta el mar"]),
        ("Ing. de Datos en Acme", ["Ing. de Datos", "Acme"]),
        ("Engineer @ Acme", ["Engineer", "Acme"]),
        ("Engineer @Acme", ["Engineer", "Acme"]),
        ("Engineer at a bank", ["Engineer", "a bank"]),
        ("Ingénieure chez Acme", ["Ingénieure", "Acme"]),
        ("Graduada en Historia", ["Graduada en Historia"]),
        ("Inspector en excedencia", ["Inspector en excedencia"]),
        ("No hay quien pare", ["No hay quien pare"]),
        ("ex-Klarna", ["ex-Klarna"]),
        ("|||", []),
        ("", []),
    ],
)
def test_where_a_headline_is_cut(headline, pieces):
    """Abbreviations end no sentence, "en" after a trade names no company, slashes inside words stay."""
    assert texts(headline) == pieces


def test_an_employer_is_known_by_its_joint():
    """What follows "@" or "at" is an employer, whatever it looks like."""
    assert [(piece.text, piece.joint) for piece in split("Engineer at Acme, Cork")] == [
        ("Engineer", "start"), ("Acme", "at"), ("Cork", "comma"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "form", ["director@s", "director/a", "director(a)", "Directora/or", "DIRECTOR/A", "directores"]
)
def test_spellings_for_both_genders_are_one_word(form):
    """Inclusive spellings are as old as bars in headlines; mail addresses and n/a are none."""
    assert [key(word) for word in words(plain(form))] == ["director"]
    assert plain("ana@acme.es n/a QA/RA") == "ana@acme.es n/a QA/RA"


@pytest.mark.parametrize(
    "pair", ["jefe jefa", "jefes jefas", "mozo moza", "dueño dueña", "xefe xefa", "juez jueza"]
)
def test_short_words_of_posts_have_both_genders_too(pair):
    """Short words keep their ending, lest «sala» be «sale»; the posts among them must not be read by gender."""
    assert len({key(word) for word in words(plain(pair))}) == 1
    assert key("sala") != key("sale")


def test_numbers_of_contacts_are_one_word():
    """30K+, 29.000 and 22k are the same boast."""
    assert {key(word) for word in words(plain("30K+ 22k"))} == {"0k"}
    assert {key(word) for word in words(plain("29.000 31,500"))} == {"00000"}
    assert key("2024") == "2024"
