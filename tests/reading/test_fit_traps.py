"""Words that mean one trade in one house and another next door, employers' names, and headlines that say nothing."""

import pytest
from fit_readers import FIELDS, TARGETS, fit_of

MARKETING = "Quiero directoras y responsables de marketing y comunicación. No quiero cripto."
TELECOMS = "Busco ingenieros de telecomunicaciones y responsables de redes de radio y fibra."
NURSES = "Busco enfermeras, matronas y directoras de enfermería. No quiero vendedores."
FOOD = "I want food safety and food quality people. No software vendors."
FILM = "Quiero productores de cine, montadoras, guionistas y directores de fotografía."
FACTORY = "Busco jefes de producción y responsables de planta en la industria."
HOMES = "I want property developers and housing people. No crypto."
CODE = "I want software developers and engineering managers. No recruiters."
GIVING = "I want fundraisers and charity trustees."
SECURITY = "Busco analistas SOC, pentesters y responsables de ciberseguridad. No: seguridad privada."
ORDER = {"exact": 3, "useful": 2, "weak": 1, "nothing": 0, "bland": 0}


@pytest.mark.parametrize(
    "headline",
    [
        "Gerente", "Consultora independiente", "Consultor | Zaragoza", "Researcher", "Directora técnica", "Project manager",
        "Estudiante en Deusto", "Grupo Larrañaga", "Nunca dejes de aprender", "Founder & CEO", "Profesora", "🚀🚀🚀",
    ],
)  # fmt: skip
@pytest.mark.parametrize("target", [MARKETING, NURSES, CODE])
def test_a_headline_without_a_field_is_no_other_field(target, headline):
    """Thin is not foreign: nobody is turned away for "Gerente"."""
    fit = fit_of(target, headline)
    assert fit.bland
    assert fit.grade == "bland"
    assert fit.uncertainty >= 0.85


@pytest.mark.parametrize(
    "headline", ["Soldador", "Air traffic controller", "Notaria en Lugo", "Cocinera | Cádiz"]
)
def test_another_field_really_named_is_nothing_and_sure(headline):
    """The other side: what names a field is graded."""
    fit = fit_of(MARKETING, headline)
    assert not fit.bland
    assert fit.grade == "nothing"
    assert fit.uncertainty < 0.5


def test_a_rank_that_was_asked_for_is_no_blandness():
    """Who wants owners of small firms wants them as such."""
    fit = fit_of("Quiero gerentes y empresarias.", "Gerente")
    assert ORDER[fit.grade] >= 1
    assert not fit.bland


def test_deeper_text_decides_over_a_bland_headline():
    """Both ways: it lifts, and it names the other field."""
    post = ("Enfermera de quirófano", "Hospital", "Turnos, urgencias, enfermería quirúrgica")
    wanted = fit_of(NURSES, "Consultora", experience=(post,))
    other = fit_of(MARKETING, "Consultora", experience=(post,))
    assert ORDER[wanted.grade] >= 2
    assert other.grade == "nothing"
    assert not wanted.bland
    assert not other.bland


@pytest.mark.parametrize("headline", ["Técnica de calidad", "QA engineer", "Jefe de mantenimiento"])
def test_a_trade_of_many_worlds_is_less_sure_than_one_with_its_world(headline):
    """Quality of what? Food, software and steel have little to do with each other."""
    assert fit_of(NURSES, headline).uncertainty >= 0.5
    assert fit_of(NURSES, "Enóloga").uncertainty < 0.5


@pytest.mark.parametrize(
    "employer",
    [
        "en Grupo Ensenada Logística", "en Talleres Romo Maquinaria | Bienes de equipo", "@ Clínica Dental Sur",
        "en Abogados Pena y Lema", "at Northern Rail Engineering", "en Seguros Bidasoa",
    ],
)  # fmt: skip
def test_the_employers_name_is_no_second_trade(employer):
    """A marketing director in logistics is marketing."""
    alone = fit_of(MARKETING, "Directora de Marketing")
    housed = fit_of(MARKETING, f"Directora de Marketing {employer}")
    assert housed.grade == alone.grade == "exact"
    assert housed.score > alone.score - 0.12


def test_the_employers_trade_is_not_the_persons():
    """And an accountant at a marketing agency is an accountant."""
    assert (
        fit_of(MARKETING, "Contable en Agencia de Marketing Rúa").score
        < fit_of(MARKETING, "Marketing").score - 0.2
    )


@pytest.mark.parametrize(
    ("right", "wrong", "headline"),
    [
        (TELECOMS, MARKETING, "Responsable de Comunicaciones | radioenlaces y TETRA"),
        (TELECOMS, MARKETING, "Responsable de Comunicaciones y redes de fibra"),
        (FILM, FACTORY, "Production manager, feature films"),
        (FILM, FACTORY, "Jefe de producción, cortometrajes y series de televisión"),
        (FACTORY, FILM, "Jefa de producción, envasado de conservas"),
        (HOMES, CODE, "Developer: residential development and land acquisition"),
        (CODE, HOMES, "Software development manager"),
        (GIVING, CODE, "Director of Development, museum capital campaign"),
        (SECURITY, FOOD, "Responsable de seguridad, ISO 27001 y ENS"),
        (FOOD, SECURITY, "Responsable de seguridad alimentaria"),
        (FOOD, CODE, "QA manager, frozen food, HACCP and BRCGS"),
        (CODE, FOOD, "QA engineer, Selenium and Cypress"),
    ],
)
def test_a_word_of_two_trades_follows_the_strong_words_beside_it(right, wrong, headline):
    """Communications, production, development, security, quality: what stands beside decides."""
    wanted, other = fit_of(right, headline), fit_of(wrong, headline)
    assert wanted.score > other.score + 0.2
    assert ORDER[other.grade] <= 1


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Structural engineer, foundations and piling", "ngo"),
        ("Mechanical design engineer, gearbox", "ux_design"),
        ("Fashion designer, knitwear", "ux_design"),
        ("Film editor", "publishing"),
        ("Flight safety officer, A320", "health_safety"),
        ("Director of Operations, retail bank", "logistics"),
        ("Naval architect", "architecture"),
        ("Arquitecta de soluciones cloud", "architecture"),
        ("Comandante A320, piloto comercial", "sales"),
        ("Data mining analyst", "mining"),
        ("Calidad del software, Selenium", "quality"),
    ],
)
def test_the_field_that_the_neighbours_rule_out_is_not_read(text, gone):
    """Analogous traps in other sectors."""
    assert FIELDS.read(text).values.get(gone, 0) < 0.4


def wants(text):
    return [wish.phrase for wish in TARGETS.read(text).wanted]


def refuses(text):
    return [wish.phrase for wish in TARGETS.read(text).unwanted]


def test_headings_ask_and_refuse():
    """People answer a form: whom I look for, whom not."""
    text = "A quién busco:\n- Pentesters\n- Analistas de SOC y similares\n\nA quién no:\n- Vendedores de antivirus\n- Alarmas"
    assert wants(text) == ["Pentesters", "Analistas de SOC"]
    assert refuses(text) == ["Vendedores de antivirus", "Alarmas"]


def test_understatement_is_understood():
    """Less keen on, "not for me", "never unwelcome" and "would rather hear from" say yes and no."""
    text = (
        "I would rather hear from other luthiers: violins, cellos. Auctioneers are never unwelcome. I am less keen on "
        "ticket agencies. Crypto art is not for me."
    )
    assert wants(text) == ["luthiers", "violins", "cellos", "Auctioneers"]
    assert refuses(text) == ["ticket agencies", "Crypto art"]


def test_a_remark_wishes_for_nobody():
    """Relative clauses comment on what was said."""
    assert wants("I mend clocks, which is quieter than it sounds. I want watchmakers, by all means.") == [
        "watchmakers"
    ]


def test_neither_do_i_look_for_them_unless_is_a_condition():
    """Latin American and Spanish ways of a refusal with a way out."""
    target = TARGETS.read(
        "Me interesa conectarme con geólogos. Tampoco busco headhunters, salvo que vengan con un cargo en minería."
    )
    assert [wish.phrase for wish in target.wanted] == ["geólogos"]
    assert target.conditions
    assert "headhunters" in target.conditions[0].who
