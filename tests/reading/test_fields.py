"""Which fields a text speaks of: the same word in two trades must not become the same trade."""

import pytest
from fit_readers import FIELDS
from hypothesis import given
from hypothesis import strategies as st

from calabazas.reading.fields import tokens


def strong(text):
    return {id for id, value in FIELDS.read(text).values.items() if value >= 0.55}


@pytest.mark.parametrize(
    ("text", "is_field", "is_not"),
    [
        ("Técnica de campo en SEO/BirdLife", "ecology", "seo"),
        ("SEO técnico para comercio electrónico", "seo", "ecology"),
        ("Asesora de marketing multinivel", "mlm", "marketing"),
        ("Data entry clerk", "virtual_assistance", "data_engineering"),
        ("Ingeniera de datos, Kafka y Flink", "data_engineering", "publishing"),
        ("Traductora de Kafka al gallego", "translation", "data_engineering"),
        ("Editora de literatura, especialista en Kafka", "publishing", "data_engineering"),
        ("Terapeuta ocupacional infantil", "therapy", "ot_security"),
        ("Paediatric OT, sensory integration", "therapy", "ot_security"),
        ("OT security engineer, IEC 62443", "ot_security", "therapy"),
        ("MDR and XDR analyst in a SOC", "cybersecurity", "regulatory_affairs"),
        ("Regulatory affairs: MDR, technical files", "regulatory_affairs", "cybersecurity"),
        ("Agente de marcas y patentes", "ip_law", "marketing"),
        ("Responsable de comunicaciones y redes, radioenlaces", "networks", "communication"),
        ("Logopeda, comunicación aumentativa", "therapy", "communication"),
        ("Arquitecta de software en la nube", "software", "architecture"),
        ("Arquitecta técnica, rehabilitación de edificios", "construction", "software"),
        ("Wind farm developer", "wind", "software"),
        ("Air traffic controller", "aviation", "finance"),
        ("Confederación Hidrográfica: recursos hídricos", "water", "human_resources"),
        ("Banco de alimentos del Bierzo", "ngo", "banking"),
        ("Farmacéutica de hospital", "pharmacy", "agriculture"),
        ("Coach de baloncesto infantil", "sport", "marketing"),
    ],
)
def test_words_that_look_alike_are_told_apart(text, is_field, is_not):
    """The reason for the lists: these pairs share words and nothing else."""
    found = strong(text)
    assert is_field in found
    assert is_not not in found


@pytest.mark.parametrize(
    ("text", "is_field"),
    [
        ("Licensed aircraft engineer, B1 and Part-145", "airworthiness"),
        ("Estibadora, trincaje y grúas STS", "ports"),
        ("Agente de aduanas: levante, DUA de importación y aranceles", "customs"),
        ("Topógrafa: estación total y GNSS RTK", "surveying"),
        ("Piling and ground investigation, CPT rigs", "geotechnics"),
        ("Maquinista de offset y preimpresión", "printing"),
        ("Lift engineer, EN 81-20 and stairlifts", "elevators"),
        ("Embalmer at a funeral home", "funeral"),
        ("Reserving, IFRS 17 and Solvency II", "actuarial"),
        ("Defined benefit pensions administrator", "pensions"),
        ("Logopeda: disfagia y afasia", "speech_therapy"),
        ("CT and MRI radiographer", "radiology"),
        ("Apicultora, colmenas y varroa", "livestock"),
        ("Traductora jurada e intérprete judicial", "legal_translation"),
        ("Cerrajería: apertura de puertas y bombines", "locksmith"),
    ],
)
def test_a_trade_is_known_by_its_own_jargon(text, is_field):
    """Members of any trade are judged: what they say among themselves has to carry the field without its plain name."""
    assert FIELDS.read(text).values[is_field] == 1


@pytest.mark.parametrize(
    ("text", "is_not"),
    [
        ("Custom software for small firms", "customs"),
        ("Supply chain planner", "crypto"),
        ("Learning from the sea, every day", "edtech"),
        ("Health and hope", "digital_health"),
        ("Hotel chain revenue", "crypto"),
        ("Experta en marketing para mayor impacto", "politics"),
        ("Fibra óptica y redes", "optics"),
        ("Industry veteran in sales", "military"),
        ("Universidad Católica, profesora", "religion"),
        ("TCP/IP and routing", "flight"),
        ("Match officials and referees", "coffee"),
    ],
)
def test_words_of_all_trades_carry_none(text, is_not):
    """A term of one trade must not be met in the small change of language."""
    assert FIELDS.read(text).values.get(is_not, 0) < 0.55


def test_electronic_things_are_words_of_their_own():
    """The letter e is a small word: without care e-learning would be any learning."""
    assert tokens("e-learning, E-commerce y e health") == ["elearning", "|", "ecommerce", "ehealth"]


def test_a_plural_finds_its_word_where_a_longer_term_begins_with_it():
    """Otherwise one more term of two words ("aulas ...") would hide "aula" from everybody."""
    assert FIELDS.read("Aulas rurales").values == FIELDS.read("Aula rural").values


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Director de comunicación", "Directora de comunicación"),
        ("Enfermero de quirófano", "Enfermera de quirófano"),
        ("Abogado laboralista", "Abogada laboralista"),
        ("Ingeniero agrónomo", "Ingeniera agrónoma"),
        ("Encargado de obra", "Encargada de obra"),
        ("Técnico de prevención", "Técnica de prevención"),
        ("Médico del trabajo", "Médic@ del trabajo"),
        ("Graduado social", "Graduada social"),
        ("Asesor fiscal", "Asesora fiscal"),
        ("Camarero", "Camarera"),
        ("Maestro de infantil", "Maestra de infantil"),
    ],
)
def test_gender_changes_nothing(one, two):
    """A field read from one form and not from the other would weigh a person's sex."""
    assert FIELDS.read(one).values == FIELDS.read(two).values
    assert FIELDS.read(one).values


def test_what_is_denied_is_not_read_and_what_was_fades():
    """People joke about what they are not, and tell what they used to be."""
    assert "data_engineering" not in strong("Gas pipelines, not data engineering")
    now = FIELDS.read("Periodista. Antes, enfermera").values
    assert now["journalism"] > now["nursing"]
    only_past = FIELDS.read("Ex enfermera").values
    assert only_past["nursing"] > 0.8


def test_next_door_is_nearer_than_a_stranger_and_never_the_same():
    """Adjacent is not equal."""
    near, far = FIELDS.close("labour_law", "labour_relations"), FIELDS.close("labour_law", "nursing")
    assert far < 0.2 < near < 1
    assert FIELDS.close("law", "labour_law") > FIELDS.close("labour_law", "law")
    assert FIELDS.close("labour_law", "criminal_law") < 0.5


def test_every_neighbour_named_exists():
    """A slip in the files would silently be no neighbour at all."""
    for item in FIELDS.all.values():
        assert item.kind in {"role", "domain", "carrier", "lead"}
        assert item.es
        assert item.en
        for other in (*item.near, *item.wider):
            assert other in FIELDS.all, f"{item.id} names {other}"


def test_ampersands_join_and_numbers_stay():
    """R&D is a word; a number may be a norm."""
    assert tokens("R&D, 23 empleados, IEC 62443") == ["rd", "|", "23", "empleados", "|", "iec", "62443"]
    assert tokens("") == []


def test_any_number_counts_people():
    """Whether somebody has 12 or 1.230 employees is the same news."""
    assert FIELDS.read("12 empleados").values == FIELDS.read("1.230 empleados").values


@given(st.text(max_size=200))
def test_any_text_is_read_within_bounds(text):
    """What strangers write is hostile: nothing breaks, nothing leaves 0..1."""
    assert all(0 <= value <= 1 for value in FIELDS.read(text).values.values())


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("CISO | IEC 62443", "ot_security"),
        ("Ventas B2B", "b2b_sales"),
        ("Lead auditor ISO 13485", "medical_devices"),
        ("Captain A320", "aviation"),
        ("Tienda familiar con 25 empleados", "small_business"),
        ("Web3 builder", "crypto"),
    ],
)
def test_norms_and_numbered_words_are_words(text, field):
    """A norm's number says more of a trade than most words: it must not be read as just any number."""
    assert FIELDS.read(text).values[field] == 1


def test_a_norm_with_another_number_is_another_norm():
    """ISO 13485 is about devices, ISO 37001 about bribes."""
    assert "medical_devices" not in FIELDS.read("Lead auditor ISO 37001").values


@pytest.mark.parametrize(
    ("text", "is_not"),
    [
        ("técnico de fábrica", "fashion"),
        ("control de costos", "hydrography"),
        ("puertas y ventanas", "maritime"),
    ],
)
def test_words_that_only_look_like_two_genders(text, is_not):
    """A port is no door and a fabric no factory, though -a and -o are mostly one word."""
    assert is_not not in strong(text)
