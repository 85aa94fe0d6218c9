"""Somebody's own name is taken out of what is read of them, and nothing else."""

from __future__ import annotations

import pytest

from calabazas.engine.own_name import without_name, without_names


@pytest.mark.parametrize(
    ("name", "text", "rest"),
    [
        ("Ana Ruiz", "Soy Ana Ruiz y mido suelos", "Soy  y mido suelos"),
        ("Ana Ruiz", "RUIZ Consulting", " Consulting"),
        ("Ana Ruiz", "Ana, 20 años en riego. Firmado: Ana", ", 20 años en riego. Firmado: "),
        ("Maria da Conceição Dos Santos", "Maria da Conceição dos Santos, agrónoma", ", agrónoma"),
        ("Sean O'Brien", "Sean O'Brien & Sons", " & Sons"),
        ("伟 张", "大家好,我是张伟,做土壤研究", "大家好,我是,做土壤研究"),
        ("أحمد بنعلي", "أنا أحمد بنعلي مهندس ري", "أنا  مهندس ري"),
    ],
)
def test_the_name_goes(name, text, rest):
    """Whole, in part, turned round, in any script."""
    assert without_name(text, name) == rest


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Rosa Campo", "Jefa de campo en una cooperativa"),
        ("Ana Ruiz", "Analista de banana"),
        ("Maria de la O", "Directora de la cooperativa"),
        ("Fabián Echeverri LION", "LION | 25K contactos"),
        ("", "Agrónoma"),
        ("🦁", "Agrónoma"),
        ("1234", "1234 hectáreas"),
    ],
)
def test_what_is_no_name_stays(name, text):
    """Words of the language, parts of words, particles, and what is shouted behind a name."""
    assert without_name(text, name) == text


def test_a_hostile_name_is_no_pattern():
    """Strangers choose their names."""
    assert without_name("Agrónoma (.*)+ en Lorca", "(.*)+ [a-z]{9999}") == "Agrónoma (.*)+ en Lorca"
    assert without_name("a" * 5000, "a " * 5000)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Me dio tu contacto Sri Wahyuni, con quien trabajo", "Me dio tu contacto , con quien trabajo"),
        ("Hablé con D'Angelo Jr. de riego", "Hablé con  de riego"),
        ("Riego por goteo en la vega", "Riego por goteo en la vega"),
    ],
)
def test_names_of_others_go_from_notes(text, rest):
    """Who introduced whom says no trade, and no name may carry weight."""
    assert without_names(text, {"sri wahyuni", "d angelo jr"}) == rest


def test_an_elided_name_goes_whole():
    """The letter before the apostrophe is part of the name."""
    assert without_name("Gracias, D'Angelo", "D'Angelo Jr") == "Gracias, "
