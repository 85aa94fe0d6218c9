"""How well people fit a target: traps, neighbours, places, two languages, and headline against deeper text.

The targets here are this file's own, in sectors of their own: nothing of them was used in fitting.
"""

import pytest
from fit_readers import FIELDS, TARGETS, encoder, fit_of, fit_reader
from hypothesis import given, settings
from hypothesis import strategies as st

from calabazas.people.target import Target
from calabazas.reading.fit import FEATURES, FitReader, PersonTexts, Weights
from calabazas.reading.goals import goals
from calabazas.shipped import read

BOOKS = (
    "Quiero editores, traductores literarios, libreros, ilustradores y periodistas culturales. Barcelona y Madrid "
    "primero. No quiero agencias de marketing ni coaches. Estudiantes, solo si traducen."
)
MARKETING = (
    "Quiero gente de marketing y comunicación, especialistas en SEO y marca. No quiero cripto ni multinivel."
)
DATA = "I want data engineers, database people and researchers in databases. No recruiters, no crypto."
HEALTH = "Busco enfermeras, matronas y directoras de enfermería. No quiero vendedores."
OT = "Quiero responsables de ciberseguridad industrial y de sistemas de control OT, e ingenieros de automatización."
DEVICES = "I want regulatory affairs people in medical devices: MDR, notified bodies, QA/RA managers."
ORDER = {"exact": 3, "useful": 2, "weak": 1, "nothing": 0}


def grade(target, headline, **more):
    return fit_of(target, headline, **more).grade


@pytest.mark.parametrize(
    ("target", "headline"),
    [
        (MARKETING, "Guía de aves en SEO/BirdLife"),
        (MARKETING, "Marketing multinivel, gana desde casa"),
        (MARKETING, "Responsable de comunicaciones y redes de radio"),
        (MARKETING, "Marcas y patentes, agente de la propiedad industrial"),
        (MARKETING, "Fisioterapeuta"),
        (DATA, "Data entry specialist, 80 wpm"),
        (DATA, "Kafka scholar: novels, letters, diaries"),
        (DATA, "Gas pipeline welder"),
        (DATA, "Stream restoration and salmon habitat"),
        (OT, "OT, paediatric sensory integration"),
        (OT, "Terapeuta ocupacional"),
        (DEVICES, "MDR/XDR analyst, managed detection, SOC"),
        (BOOKS, "Coach de vida"),
        (HEALTH, "Ingeniero de caminos"),
    ],
)
def test_words_that_only_look_like_the_sector_are_nothing_or_weak(target, headline):
    """The reason a member would stop believing the product."""
    assert ORDER[grade(target, headline)] <= 1


@pytest.mark.parametrize(
    ("target", "headline"),
    [
        (MARKETING, "SEO técnico en una agencia de Vigo"),
        (MARKETING, "Dircom"),
        (DATA, "Postgres DBA at a bank"),
        (DATA, "Ingeniera de datos | Spark, dbt"),
        (OT, "OT Security Lead, IEC 62443"),
        (DEVICES, "Regulatory Affairs Manager, class III implants"),
        (BOOKS, "Traductora literaria del húngaro"),
        (HEALTH, "Matrona en un centro de salud"),
    ],
)
def test_whom_the_member_wants_is_exact_or_useful(target, headline):
    """And it says which words carried it and which wish they meet."""
    fit = fit_of(target, headline)
    assert ORDER[fit.grade] >= 2
    assert fit.carried_by
    assert fit.carried_by[0].words
    assert fit.carried_by[0].wish in {wish.phrase for wish in TARGETS.read(target).wanted}


def test_next_door_stands_between_the_house_and_the_street():
    """Adjacent is not equal."""
    scores = [fit_of(HEALTH, text).score for text in ("Enfermera de quirófano", "Cirujana", "Soldador")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[1] > 0.1
    assert scores[1] - scores[2] > 0.05


def test_a_carrier_needs_what_it_carries():
    """«Periodistas culturales» are not all journalists."""
    culture = fit_of(BOOKS, "Periodista cultural").score
    sports = fit_of(BOOKS, "Periodista de motor y Fórmula 1").score
    assert culture > sports


def test_a_place_only_adds():
    """Where somebody lives never takes anything away."""
    near = fit_of(BOOKS, "Librera", location="Barcelona, España")
    far = fit_of(BOOKS, "Librera", location="Osaka, Japan")
    unseen = fit_of(BOOKS, "Librera")
    assert near.score == far.score == unseen.score
    assert near.place_match == 1
    assert far.place_match == unseen.place_match == 0


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Enfermero jefe de planta", "Enfermera jefa de planta"),
        ("Director de enfermería", "Directora de enfermería"),
        ("Traductor literario", "Traductora literaria"),
        ("Ilustrador de libros infantiles", "Ilustradora de libros infantiles"),
        ("Librero en Gràcia", "Librera en Gràcia"),
        ("Editor de mesa", "Editora de mesa"),
        ("Abogado", "Abogada"),
        ("Ingeniero técnico", "Ingeniera técnica"),
    ],
)
@pytest.mark.parametrize("target", [BOOKS, HEALTH, OT])
def test_gender_changes_neither_grade_nor_score(target, one, two):
    """The sex that a title shows weighs nothing."""
    first, second = fit_of(target, one), fit_of(target, two)
    assert first.grade == second.grade
    assert abs(first.score - second.score) <= 0.02


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("Enfermera", "Nurse"),
        ("Matrona", "Midwife"),
        ("Traductora literaria", "Literary translator"),
        ("Ilustradora", "Illustrator"),
        ("Ingeniero de automatización", "Automation engineer"),
        ("Bombero", "Firefighter"),
        ("Contable", "Accountant"),
        ("Ingeniera de datos", "Data engineer"),
    ],
)
@pytest.mark.parametrize("target", [BOOKS, HEALTH, OT, DATA])
def test_language_changes_no_grade(target, spanish, english):
    """The same post in two languages is the same post."""
    assert abs(ORDER[grade(target, spanish)] - ORDER[grade(target, english)]) <= 0


def test_what_is_refused_is_named_and_lowers():
    """A refusal is shown with the words that met it."""
    fit = fit_of(BOOKS, "Directora de marketing, agencia de publicidad")
    assert fit.unwanted
    assert "marketing" in fit.unwanted[0].wish
    assert ORDER[fit.grade] <= 1


def test_a_refusal_of_other_branches_spares_the_wanted_one():
    """«No lawyers of other branches» must not hit the branch that is wanted."""
    target = "Quiero abogados laboralistas. No quiero abogados de otras ramas."
    wanted, other = fit_of(target, "Abogada laboralista"), fit_of(target, "Abogado penalista")
    assert ORDER[wanted.grade] >= 2
    assert not wanted.unwanted
    assert other.score < wanted.score - 0.3


def test_experience_raises_a_bland_headline():
    """Thin is not false: people write their name of employer, or nothing, and do the very thing wanted."""
    bland = fit_of(OT, "Haciendo que funcione")
    told = fit_of(
        OT,
        "Haciendo que funcione",
        experience=(
            ("Jefa de control y automatización", "Papelera", "PLC, SCADA, segmentación de la red de planta"),
        ),
    )
    assert ORDER[bland.grade] == 0
    assert ORDER[told.grade] >= 2
    assert told.deeper is not None
    assert told.deeper.carried_by


def test_experience_lowers_a_headline_that_only_sounds_right():
    """And the two stories are told apart, for a look or a question."""
    only = fit_of(OT, "OT Lead, safety and control")
    told = fit_of(
        OT,
        "Ciberseguridad industrial OT",
        experience=(
            ("Vendedora de coches", "Concesionario", "Venta de vehículos de ocasión, cartera de clientes"),
        ),
        activity=("¿Buscas coche de ocasión? Escríbeme", "Nuevas ofertas en vehículos"),
    )
    assert told.headline is not None
    assert told.deeper is not None
    assert told.headline.score > told.deeper.score + 0.4
    assert told.disagree
    assert told.score < told.headline.score
    assert only.deeper is None


def test_silence_is_not_a_low_grade():
    """Unseen weighs nothing."""
    fit = fit_of(BOOKS, "")
    assert fit.grade is None
    assert fit.uncertainty == 1
    assert not fit.carried_by


def test_headline_alone_and_everything_agree_where_nothing_is_deeper():
    """Both views are one computation."""
    person = PersonTexts("Librera", company="Librería del Mar")
    reader = fit_reader(BOOKS)
    assert reader.fit([person]) == reader.fit_headline([person])


def test_a_batch_is_its_people_one_by_one():
    """Caching by text depends on it."""
    people = [PersonTexts(text) for text in ("Librera", "", "Soldador", "Traductora", "Librera")]
    reader = fit_reader(BOOKS)
    together = reader.fit(people)
    assert [fit.grade for fit in together] == [reader.fit([person])[0].grade for person in people]
    assert together[0] == together[4]


def test_the_version_changes_with_target_and_weights():
    """A kept fit must not survive a corrected target."""
    assert fit_reader(BOOKS).version != fit_reader(HEALTH).version
    again = FitReader(TARGETS.read(BOOKS), FIELDS, Weights.read(read("fit.toml")), encoder=encoder())
    other = FitReader(TARGETS.read(BOOKS), FIELDS, Weights.read(read("fit.toml"), "es1"), encoder=encoder())
    assert again.version == fit_reader(BOOKS).version
    assert other.version != again.version


def test_it_works_without_an_encoder_and_without_a_target():
    """Parts may be missing; nothing breaks and nobody is wanted by an empty target."""
    weights = Weights.read(read("fit.toml"))
    bare = FitReader(TARGETS.read(HEALTH), FIELDS, weights)
    assert bare.fit([PersonTexts("Enfermera")])[0].score > bare.fit([PersonTexts("Soldador")])[0].score
    empty = FitReader(Target(), FIELDS, weights, encoder=encoder())
    assert empty.fit([PersonTexts("Enfermera")])[0].grade in {"nothing", "weak"}


def test_wishes_become_goals_with_their_parts():
    """Two things asked for at once must both be there."""
    wanted, refused, _ = goals(TARGETS.read("Quiero profesores de música. No quiero discotecas."), FIELDS)
    assert wanted[0].carriers == ("teaching",)
    assert wanted[0].domains == ("music",)
    assert refused[0].domains == ("leisure",)


def test_weights_have_the_signs_they_were_given():
    """A weight with the wrong sign would praise what the target refuses."""
    weights = dict(zip(FEATURES, Weights.read(read("fit.toml")).weights, strict=True))
    assert all(weights[name] <= 0 for name in ("foreign", "unwanted", "excluded", "bare"))
    assert all(weights[name] >= 0 for name in ("goal", "exact", "meaning", "words", "function", "loose"))


@given(st.text(max_size=150), st.text(max_size=150))
@settings(max_examples=40, deadline=None)
def test_any_words_give_a_bounded_fit(headline, about):
    """What strangers write is hostile."""
    fit = fit_of(BOOKS, headline, about=about)
    assert 0 <= fit.score <= 1
    assert 0 <= fit.uncertainty <= 1


def test_a_page_that_shows_more_than_its_headline_is_surer_than_one_that_shows_less():
    """Modesty is common and costs nobody anything; a headline without its page is what one should look at twice."""
    nurse = (
        (
            "Supervisora de enfermería",
            "Hospital",
            "Coordino a las enfermeras y matronas de la planta de maternidad",
        ),
    )
    florist = (("Florista", "Flores Ana", "Ramos de novia, floristería y tienda de plantas"),)
    modest = fit_of(HEALTH, "Florista", experience=nurse)
    promising = fit_of(HEALTH, "Enfermera y matrona", experience=florist)
    assert modest.disagree
    assert promising.disagree
    assert modest.uncertainty < promising.uncertainty


def test_a_title_of_two_trades_is_read_by_the_work_under_it():
    """An architect of servers builds no houses, whatever the headline shares with one who does."""
    building = "Busco arquitectos, jefes de obra y aparejadores."
    servers = (("Arquitecto sénior", "Pagos SA", "Kubernetes, Terraform y despliegues en la nube"),)
    houses = (("Arquitecta", "Estudio Sur", "Vivienda y reforma de edificios, dirección de obra"),)
    assert ORDER[grade(building, "Arquitecto sénior", experience=servers)] < 2
    assert ORDER[grade(building, "Arquitecta", experience=houses)] == 3
