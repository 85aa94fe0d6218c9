"""Places of a target: as the member writes them, also those no list holds, and never the bodies named after them."""

import pytest
from fit_readers import PLACES, TARGETS


def places(text):
    return TARGETS.read(text).places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quiero notarios. Primero A Coruña, luego Portugal.", ("A Coruña", "Portugal")),
        ("I want potters. Britain and the Netherlands above all.", ("Britain", "Netherlands")),
        ("Quiero viveristas.\nDónde: Murcia y Almería; después Chile.", ("Murcia", "Almería", "Chile")),
        (
            "Quiero mineros. Parto por el norte: Antofagasta, Atacama y Tarapacá.",
            ("Antofagasta", "Atacama", "Tarapacá"),
        ),
        (
            "I want millers. Gujarat, Rajasthan and Tamil Nadu first, rest of India next.",
            ("Gujarat", "Rajasthan", "Tamil Nadu", "India"),
        ),
        (
            "Busco maquileros serios de Puebla, Tlaxcala, Hidalgo y tejedores.",
            ("Puebla", "Tlaxcala", "Hidalgo"),
        ),
        ("Quiero economistas. Empresas andaluzas.", ("Andalucía",)),
        (
            "I want bakers. Ireland first, then France because that's where the flour is.",
            ("Ireland", "France"),
        ),
        ("Quiero luthiers. Si es de Aragón, todavía mejor.", ("Aragón",)),
        ("I want divers. Ardnamurchan and Skerryvore first.", ("Ardnamurchan", "Skerryvore")),
    ],
)
def test_places_are_shown_as_written(text, found):
    """The member corrects what is shown: "a coruna" looks like a mistake, and a lost region is one."""
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I want mechanics, Transport Canada and accident investigators.",
        "Quiero geólogos y gente de la Superintendencia del Medio Ambiente.",
        "Quiero catadores, técnicos del ICA y la Universidad de Chile.",
        "I want planners, Infrastructure Ontario, cost consultants.",
        "I want lenders from the Bank of Ireland.",
    ],
)
def test_a_body_named_after_a_place_is_none(text):
    """Otherwise a wish is lost and a whole country is preferred."""
    assert places(text) == ()


def test_a_body_stays_a_wish():
    """It is whom the member wants."""
    found = [
        wish.phrase
        for wish in TARGETS.read("I want mechanics, plus Transport Canada, and inspectors.").wanted
    ]
    assert "Transport Canada" in found


def test_no_place_is_refused_under_a_heading_of_refusals():
    """Places close many targets; behind "No: ..." they are still wishes."""
    target = TARGETS.read("Quiero topógrafos. No: seguros, coaching. Biobío, Ñuble y Araucanía primero")
    assert target.places == ("Biobío", "Ñuble", "Araucanía")
    assert not any("Ñuble" in wish.phrase for wish in target.unwanted)


def test_written_names_match_where_people_are():
    """A place as written, in another language, or unknown to the list finds its people; elsewhere adds nothing."""
    assert PLACES.match(("Britain",), "Leeds, England, United Kingdom") == (1.0, "Britain")
    assert PLACES.match(("A Coruña",), "Vigo, Galicia, España")[0] > 0
    assert PLACES.match(("Skerryvore",), "Skerryvore Lighthouse")[0] > 0
    assert PLACES.match(("Texas",), "Toronto, Ontario, Canada") == (0.0, "")
    assert PLACES.match(("Estados Unidos",), "Austin, Texas")[0] > 0
