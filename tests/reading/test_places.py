"""Places lie in wider places and can only add."""

import pytest
from fit_readers import PLACES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Coruña, Galicia, España", "Galicia"),
        ("Guimarães, Portugal", "norte de Portugal"),
        ("Ciudad de México", "Ciudad de México"),
        ("Greater Bilbao Metropolitan Area", "País Vasco"),
        ("empresas andaluzas", "Andalucía"),
        ("Dublin, Ireland", "Irlanda"),
    ],
)
def test_cities_and_people_of_a_place_name_it(text, name):
    """Locations are written as cities, targets as regions."""
    assert name in {place.name for place in PLACES.find(text)}


def test_the_first_place_adds_most_and_elsewhere_adds_nothing():
    """There is no such thing as a minus for a place."""
    wanted = ("Galicia", "España", "Latinoamérica")
    values = [PLACES.match(wanted, text)[0] for text in ("Vigo", "Zaragoza", "Lima, Perú", "Oslo", "")]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1
    assert values[3] == values[4] == 0
    assert PLACES.match((), "Vigo") == (0.0, "")


def test_every_place_lies_in_a_known_one():
    """A slip in the list would cut a city off from its country."""
    for name in PLACES._wider:
        for wider in PLACES.around(name):
            assert PLACES.find(wider), wider
