"""Newcomers, seniors with sparse pages, other languages, no picture, few contacts, new accounts: no loss for that alone.

A bank of dossiers, each beside the same dossier without the trait. None comes near the doubt at which the policy turns
somebody away, and for none does the trait turn the advice against them.
"""

from __future__ import annotations

import itertools

import pytest

from calabazas.engine.answers import answer
from calabazas.engine.readings import hang_on
from kit import dossier, post, role, study, with_seen

NEWCOMERS = [
    {"headline": "Ingeniera agrónoma recién titulada", "joined": 2026, "connections": 23, "experience": (), "activity": ()},
    {"headline": "Técnico de riego en prácticas", "joined": 2026, "connections": 11, "experience": (role("Prácticas", "Coop. La Vega", "2026-03"),)},
    {"headline": "Estudiante de Agronomía", "joined": 2025, "connections": 64, "experience": (), "education": (study("UPCT", "Grado", "2023"),)},
    {"headline": "Junior data analyst, irrigation", "joined": 2026, "connections": 40, "experience": (role("Junior analyst", "Hidroagro", "2025"),)},
    {"headline": "Peona agrícola", "joined": 2026, "connections": 3, "photo": "none", "experience": (role("Peona agrícola", "Coop", "2019"),)},
    {"headline": "Trainee hydrologist", "joined": 2025, "connections": 90, "experience": (role("Trainee", "CHS", "2025"),)},
    {"headline": "Regadora | reinserción laboral", "joined": 2026, "connections": 7, "experience": (role("Regadora", "Finca Alta", "2024"),)},
    {"headline": "Nueva en LinkedIn, agrónoma de toda la vida", "joined": 2026, "connections": 15, "experience": ()},
]  # fmt: skip
SPARSE_SENIORS = [
    {"headline": "Ingeniero agrónomo", "joined": 2010, "experience": (), "activity": (), "about": ""},
    {"headline": "Agronomist", "joined": 2009, "connections": 120, "experience": (role("Agronomist", "FAO", "1994"),)},
    {"headline": "Jefe de riegos", "joined": 2012, "connections": 80, "mutual_connections": 0, "experience": (role("Jefe de riegos", "Regantes", "1998"),), "activity": ()},
    {"headline": "Catedrática de suelos", "joined": 2011, "experience": (role("Catedrática", "UPCT", "1999"),), "education": ()},
    {"headline": "Gerente", "joined": 2013, "experience": (role("Gerente", "Cooperativa La Vega", "2001"),), "activity": ()},
    {"headline": "Presidente de comunidad de regantes", "joined": 2015, "connections": 45, "experience": (role("Presidente", "Regantes de Lorca", "2006"),), "education": ()},
    {"headline": "Owner, family farm", "joined": 2014, "connections": 60, "experience": (role("Owner", "Hillside Farm", "1990"),), "education": ()},
    {"headline": "Retired soil scientist", "joined": 2008, "experience": (), "about": "", "activity": ()},
    {"headline": "Directora técnica", "joined": 2016, "connections": 230, "experience": (role("Directora técnica", "Hidroagro", "2008"), role("Técnica", "Hidroagro", "1999", "2008")), "activity": ()},
    {"headline": "CEO", "joined": 2012, "connections": 310, "experience": (role("CEO", "Goteros del Sur", "2003"),), "education": (study("UPM", "", "1988", "1994"),)},
]  # fmt: skip
LANGUAGES = [
    {"headline": "灌溉工程师 | 土壤水分监测", "about": "我在葡萄园做了十年的灌溉工作。", "experience": (role("灌溉工程师", "绿野农业", "2014"),)},
    {"headline": "مهندسة ري في الوادي", "about": "أعمل في الري منذ عشر سنوات.", "experience": (role("مهندسة ري", "شركة المياه", "2013"),)},
    {"headline": "Inżynier nawadniania", "about": "Od dziesięciu lat zajmuję się glebą.", "experience": (role("Inżynier", "Rolnik Sp. z o.o.", "2012"),)},
    {"headline": "Bewässerungsingenieurin", "experience": (role("Ingenieurin", "Wasserwerk Süd", "2011"),)},
    {"headline": "Инженер-мелиоратор", "experience": (role("Инженер", "Агроводстрой", "2009"),)},
    {"headline": "Agronoma, irrigazione di precisione", "experience": (role("Agronoma", "Consorzio di bonifica", "2015"),)},
    {"headline": "Ingénieure en irrigation", "experience": (role("Ingénieure", "Coopérative du Gard", "2010"),)},
    {"headline": "Nhà nông học", "experience": (role("Kỹ sư tưới tiêu", "Nông trại Xanh", "2016"),)},
    {"headline": "関水エンジニア", "experience": (role("エンジニア", "緑農園", "2017"),)},
    {"headline": "Engenheira agrónoma, rega", "experience": (role("Engenheira", "Cooperativa do Alentejo", "2012"),)},
    {"headline": "Mhandisi wa umwagiliaji", "experience": (role("Mhandisi", "Shamba Bora", "2018"),)},
    {"headline": "סטודנטית לאגרונומיה", "experience": (), "joined": 2026},
]  # fmt: skip
MODEST = [
    {"headline": title, "joined": joined, "connections": contacts, "photo": photo, "experience": (role(title, firm, start),)}
    for (title, firm, start), (joined, contacts, photo) in itertools.product(
        [
            ("Técnica de campo", "Coop. La Vega", "2021"),
            ("Encargado de finca", "Agrícola Ruiz e Hijos", "2016"),
            ("Administrativa en cooperativa", "Frutas Paco", "2012"),
            ("Irrigation technician", "Green Valley", "2019"),
            ("Montador de goteros", "Autónomo", "2008"),
        ],
        [(2026, 18, "none"), (2025, 74, "logo"), (2026, 2, "group"), (2024, 130, "face"), (2026, 51, None)],
    )
]  # fmt: skip
ODD_LIVES = [
    {"headline": "Enfermera y ahora agrónoma", "experience": (role("Enfermera", "Hospital Morales Meseguer", "2001", "2018"), role("Técnica de riego", "Coop", "2022")), "education": (study("UPCT", "Agronomía", "2018", "2022"),)},
    {"headline": "Agrónoma", "experience": (role("Agrónoma", "Coop", "2005", "2012"), role("Agrónoma", "Hidroagro", "2021")), "about": "Ocho años cuidando a mis hijos."},
    {"headline": "Técnico de riego y profesor", "experience": (role("Técnico de riego", "Coop", "2010"), role("Profesor", "IES Lorca", "2012"))},
    {"headline": "Directora de operaciones", "experience": (role("Peona", "Coop", "1998", "2006"), role("Directora de operaciones", "Coop", "2016")), "education": (study("UNED", "ADE", "2010", "2015"),)},
    {"headline": "Consultora independiente", "experience": (role("Consultora", "Varios clientes", "2015"),), "connections": 85},
    {"headline": "Ingeniero", "experience": (role("Ingeniero", "Confidencial", "2012"),), "connections": 340},
]  # fmt: skip
BANK = [*NEWCOMERS, *SPARSE_SENIORS, *LANGUAGES, *MODEST, *ODD_LIVES]

_TRAITS = {
    "photo": ("none", "logo", "group", None),
    "connections": (4, 38, 90),
    "joined": (2026, 2025),
    "about": ("", None),
    "skills": ((), None),
    "verified": (False, None),
    "mutual_connections": (None,),
    "activity": ((),),
    "recommendations": (0, None),
}


def judge(readers, policy, *dossiers):
    return [a.verdict for a in answer(hang_on(dossiers, readers), policy)]


@pytest.fixture(scope="module")
def threshold(shipped_policy):
    """The least doubt at which any row of the table turns somebody away or denies them a yes."""
    bounds = [
        float(str(row.when["doubt"]).split()[-1])
        for row in shipped_policy.file.table["triage"]
        if str(row.when.get("doubt", "")).startswith(">=")
    ]
    assert bounds
    return min(bounds)


def test_the_bank_is_large_enough():
    """Sixty at least, and no two alike."""
    assert len(BANK) >= 60
    assert len({str(sorted(b.items(), key=str)) for b in BANK}) == len(BANK)


@pytest.mark.parametrize(
    "note", ["", "Hola Sabela, leí lo tuyo de los tensiómetros en almendro. ¿Qué profundidad usas?"]
)
def test_nobody_of_the_bank_is_doubted(readers, shipped_policy, threshold, note):
    """Thin is not false, new is not false, foreign is not false."""
    verdicts = judge(readers, shipped_policy, *(dossier(note=note, **seen) for seen in BANK))
    for seen, verdict in zip(BANK, verdicts, strict=True):
        assert verdict.axes["doubt"] < threshold, (seen["headline"], verdict.axes)
        assert verdict.axes["aim"] <= 0, (seen["headline"], verdict.axes)
        assert verdict.row != "doubtful", seen["headline"]


def test_a_language_is_no_loss(readers, shipped_policy):
    """What the reading cannot read is unknown: it never counts as another field with certainty, nor as doubt."""
    foreign = judge(readers, shipped_policy, *(dossier(**seen) for seen in LANGUAGES))
    for seen, verdict in zip(LANGUAGES, foreign, strict=True):
        assert verdict.axes["doubt"] <= 1, seen["headline"]
        assert verdict.advice in {"accept", "study"}, seen["headline"]


GOOD = {
    "headline": "Responsable de riego en Campo de Cartagena",
    "joined": 2014,
    "photo": "face",
    "connections": 420,
    "mutual_connections": 4,
    "about": "Llevo el riego de dos mil hectáreas.",
    "skills": ("Riego", "Suelos"),
    "recommendations": 2,
    "verified": False,
    "experience": (
        role("Responsable de riego", "Comunidad de Regantes", "2019", None, "Turnos y averías."),
        role("Técnica de riego", "Coop. La Vega", "2014", "2019"),
    ),
    "education": (study("UPCT", "Agronomía", "2008", "2013"),),
    "activity": (
        post("Hoy la sonda marcaba ochenta centibares y la parcela estaba encharcada: tenía aire dentro"),
    ),
}


@pytest.mark.parametrize("trait", sorted(_TRAITS))
def test_a_trait_alone_turns_no_yes_into_a_no(readers, shipped_policy, trait):
    """Somebody wanted stays wanted without a picture, with few contacts, with a new account, without an About."""
    base = dossier(**GOOD)
    plain, *with_trait = judge(
        readers, shipped_policy, base, *(with_seen(base, **{trait: value}) for value in _TRAITS[trait])
    )
    assert plain.advice == "accept"
    for value, verdict in zip(_TRAITS[trait], with_trait, strict=True):
        assert verdict.advice == "accept", value
        assert verdict.axes["aim"] <= plain.axes["aim"], value


@pytest.mark.parametrize("photo", ["none", "logo", "group", None])
def test_a_picture_weighs_nothing_at_all(readers, shipped_policy, photo):
    """Not a deciban, for anybody of the bank."""
    with_face = judge(readers, shipped_policy, *(with_seen(dossier(**b), photo="face") for b in BANK))
    without = judge(readers, shipped_policy, *(with_seen(dossier(**b), photo=photo) for b in BANK))
    for seen, one, other in zip(BANK, with_face, without, strict=True):
        assert one.axes == other.axes, seen["headline"]
        assert one.advice == other.advice


@pytest.mark.parametrize(
    "traits", list(itertools.combinations(["photo", "connections", "joined", "about", "activity"], 3))
)
def test_several_traits_together_make_nobody_doubtful(readers, shipped_policy, threshold, traits):
    """A newcomer has them all at once."""
    modest = {
        **GOOD,
        "headline": "Técnica de riego",
        "experience": (role("Técnica de riego", "Coop. La Vega", "2020"),),
        "education": (),
    }
    seen = {**modest, **{t: _TRAITS[t][0] for t in traits}}
    (verdict,) = judge(readers, shipped_policy, dossier(**seen))
    assert verdict.axes["doubt"] < threshold / 2
    assert verdict.row != "doubtful"


def test_smooth_prose_weighs_nothing(readers, shipped_policy):
    """A text that sounds generated is how many write in a language that is not theirs."""
    smooth = "In today's rapidly evolving agricultural landscape, I leverage irrigation data to unlock holistic, sustainable value."
    rough = "i do irrigation 10 years. soil, drip, sensors. my english not so good but my wells are ok"
    one, other = judge(
        readers, shipped_policy, dossier(**{**GOOD, "about": smooth}), dossier(**{**GOOD, "about": rough})
    )
    assert one.axes["doubt"] == other.axes["doubt"]
    assert one.axes["aim"] == other.axes["aim"]
    assert one.advice == other.advice == "accept"
