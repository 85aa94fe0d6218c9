"""Lists of people as people write them: each member must be complete in itself, and nothing may be made up."""

import pytest
from fit_readers import FIELDS, TARGETS

from calabazas.reading.lists import listed


def members(text):
    return listed(text, FIELDS, TARGETS.cues)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "data, analytics and platform engineers",
            ["data engineers", "analytics engineers", "platform engineers"],
        ),
        (
            "mechanical/electrical/structural engineers",
            ["mechanical engineers", "electrical engineers", "structural engineers"],
        ),
        ("glaze & kiln technicians", ["glaze technicians", "kiln technicians"]),
        ("ship brokers and charterers", ["ship brokers", "charterers"]),
        ("no head waits, number chasers", ["no head waits", "number chasers"]),
        ("coaches, crypto, number chasers", ["coaches", "crypto", "number chasers"]),
    ],
)
def test_english_names_the_head_last(text, found):
    """Bare words before it are of that kind; people who have a name of their own are not."""
    assert members(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "ingenieros de minas, geotécnicos y ambientales",
            ["ingenieros de minas", "ingenieros geotécnicos", "ingenieros ambientales"],
        ),
        (
            "registradores de la propiedad y mercantiles",
            ["registradores de la propiedad", "registradores mercantiles"],
        ),
        (
            "abogados de sucesiones, de familia y de empresa",
            ["abogados de sucesiones", "abogados de familia", "abogados de empresa"],
        ),
        (
            "técnicos de la Federación y del Instituto",
            ["técnicos de la Federación", "técnicos del Instituto"],
        ),
        ("especialistas en hormigón y asfalto", ["especialistas en hormigón", "especialistas en asfalto"]),
        ("hilanderos, tejedores y tintoreros", ["hilanderos", "tejedores", "tintoreros"]),
        ("ingenieros de sonido, médicos y químicos", ["ingenieros de sonido", "médicos", "químicos"]),
        (
            "abogados laboralistas, también los de sindicatos",
            ["abogados laboralistas", "abogados de sindicatos"],
        ),
    ],
)
def test_spanish_names_the_head_first(text, found):
    """Adjectives, "de ..." and bare things lean on the noun before them; nouns that look like adjectives do not."""
    assert members(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("directores y responsables de personal", ["directores de personal", "responsables de personal"]),
        (
            "reviewers and auditors at notified bodies",
            ["reviewers at notified bodies", "auditors at notified bodies"],
        ),
        (
            "quality people at pump and valve makers",
            ["quality people at pump makers", "quality people at valve makers"],
        ),
        ("quienes diseñan, operan o vigilan presas", ["vigilan presas"]),
        ("planners and quality managers, at airlines, bush operators or repair shops", None),
        ("gerentes generales y jefas de cocina de hotel", ["gerentes generales", "jefas de cocina de hotel"]),
    ],
)
def test_an_object_is_shared_by_those_who_lack_one(text, found):
    """A place of work behind a list is no group of its own."""
    got = members(text)
    if found is None:
        assert all(not member.startswith("at ") for member in got)
        assert got[-1].endswith("at airlines, bush operators, repair shops")
    else:
        assert got == found


def test_a_fixed_name_is_not_cut_at_its_and():
    """As it is said: "Seguridad y salud" is one trade; "marketing y comunicación" are two."""
    assert members("seguridad y salud en el trabajo") == ["seguridad y salud en el trabajo"]
    assert members("marketing y comunicación") == ["marketing", "comunicación"]


def test_asides_and_reasons_are_left_out():
    """What a relative clause adds behind a comma, "although" and "because" name nobody."""
    assert members("inspectores de obra, aunque la obra sea chica, que son pocos, y calculistas") == [
        "inspectores de obra",
        "calculistas",
    ]
    assert members("bakers, because bread matters") == ["bakers"]
