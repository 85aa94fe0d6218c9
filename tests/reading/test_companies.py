"""Reads what a company does from its name, as LinkedIn shows it."""

import tomllib

import pytest

from calabazas.reading.companies import Companies
from calabazas.shipped import FIELDS, read


@pytest.fixture(scope="module")
def companies():
    return Companies(read("companies.toml"))


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Clínica Dental San Roque", "dentistry"),
        ("CLINICA VETERINARIA EL ARCA S.L.", "veterinary"),
        ("Ayuntamiento de Betanzos", "public_administration"),
        ("Bufete Ortiz y Ruano, S.L.P.", "law"),
        ("Construcciones Hermanos Vela, S.L.U.", "construction"),
        ("Transportes Arganda S. A. de C. V.", "transport"),
        ("Universidade de Aveiro", "university"),
        ("Rechtsanwaltskanzlei Brandt", "law"),
        ("O'Hara & Sons Estate Agents Ltd.", "real_estate"),
        ("Almazara La Encina, S. Coop.", "olive_oil"),
        ("CCOO Andalucía", "unions"),
        ("Servicio Andaluz de Salud", "hospital_management"),
        ("Marea Comunicación", "communication"),
        ("Fresas del Condado SAT", "horticulture"),
    ],
)
def test_words_of_the_name_tell(companies, name, sector):
    """Most small companies say in their own name what they do."""
    assert sector in companies.sectors(name)


def test_birds_are_no_search_engines(companies):
    """SEO/BirdLife is an ornithological society; its initials look like marketing."""
    assert companies.sectors("SEO/BirdLife") == ("ecology",)


@pytest.mark.parametrize("name", ["Grupo Aral", "The Shell Collector", "", "🚀", "S.L."])
def test_a_name_that_tells_nothing_says_nothing(companies, name):
    """A wrong sector costs more than none: well-known houses count only where the name begins with them."""
    assert companies.sectors(name) == ()


def test_a_well_known_house_is_not_read_by_its_words(companies):
    """Pemex Exploración y Producción produces oil, not films."""
    assert companies.sectors("Pemex Exploración y Producción") == ("oil_gas",)
    assert companies.sectors("Mercadona Tech") == ("software",)


def test_the_legal_form_is_only_an_ending(companies):
    """`Sa` begins other names, and a name of nothing but a form keeps it."""
    assert companies.key("Sa Nostra S.A.") == "sa nostra"
    assert companies.key("Ñandú, S.L.U. (antes Emú)") == "nandu"
    assert companies.key("S.L.") == "sl"


def test_what_the_member_knows_comes_first(companies):
    """Their own list overrules ours, also with an empty answer, and across spellings of the legal form."""
    known = {companies.key("Talleres Ulla S.L."): ("automation",), "banco azul": ()}
    assert companies.sectors("Talleres Ulla, S.A.", known) == ("automation",)
    assert companies.sectors("Banco Azul", known) == ()
    assert companies.sectors("Banco Verde", known) == ("banking",)


def test_every_sector_exists():
    """A code nobody else knows would be silence."""
    fields = set()
    for part in FIELDS:
        fields |= set(tomllib.loads(read(f"fields/{part}.toml").decode()))
    assert {sector["code"] for sector in tomllib.loads(read("companies.toml").decode())["sector"]} <= fields
