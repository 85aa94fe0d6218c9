"""Conditions of a target are held: met where it is read, weak where nothing shows it, never asked of the wanted."""

import pytest
from fit_readers import TARGETS, fit_of

DEVICES = (
    "I want regulatory affairs people in medical devices. Pharma regulatory people only if combination products or "
    "devices come with it."
)
BOARDS = "Quiero técnicos de contratación e interventores. Consultores, solo si han estado en un museo."
LOOMS = "Quiero ingenieros textiles. Becarios: solo del IPN o del Tec."
NURSES = "I want nurses. Only connect with architects if we've met. Students no, unless they come from Leeds."
ORDER = {"exact": 3, "useful": 2, "weak": 1, "bland": 1, "nothing": 0}


@pytest.mark.parametrize(
    ("text", "who", "only_if"),
    [
        ("Quiero buzos. Estudiantes: sí, si ya bucean.", "Estudiantes", "ya bucean"),
        ("I want divers. Cadets yes, provided they're at sea.", "Cadets", "they're at sea"),
        ("I want divers. Students? Only from Leeds or Hull.", "Students", "from Leeds or Hull"),
        ("I want divers. Recruiters OK w/ an actual role.", "Recruiters", "an actual role"),
        ("I want divers. Undergrads no, unless they come from ASU.", "Undergrads", "they come from ASU"),
        ("I want divers. Only connect with pharma reps if we've met.", "pharma reps", "we've met"),
        ("Quiero buzos. Artistas, depende: solo si pintan barcos.", "Artistas", "pintan barcos"),
        ("Quiero buzos. Reclutadores nomás si traen una vacante.", "Reclutadores", "traen una vacante"),
        (
            "Quiero buzos. Muchachos del SENA: claro, con tal de que estén en el agua.",
            "Muchachos del SENA",
            "estén en el agua",
        ),
        (
            "I want divers, not recruiters unless the role is offshore, and no crypto.",
            "recruiters",
            "the role is offshore",
        ),
        (
            "Quiero buzos. Proveedores de gas si tienen algo concreto.",
            "Proveedores de gas",
            "tienen algo concreto",
        ),
        (
            "Pharma folk are lovely, but tablets are no pumps: only if devices come with it. I want engineers.",
            "Pharma folk",
            "devices come with it",
        ),
    ],
)
def test_conditions_are_read_in_the_ways_people_put_them(text, who, only_if):
    """With a yes or a no before them, in the middle of a list, in brackets of another sentence."""
    found = [(item.who, item.only_if) for item in TARGETS.read(text).conditions]
    assert (who, only_if) in found


@pytest.mark.parametrize(
    "text",
    [
        "Quiero buzos. Alumnos en práctica: sí, salvo que vengan por la foto.",
        "Quiero laboratorios de ensayo, mientras no me quieran vender por acá.",
        "Me da igual que sea junior si trabaja de verdad en esto. Quiero buzos.",
    ],
)
def test_a_caution_is_no_condition(text):
    """Who is welcome stays welcome."""
    assert not TARGETS.read(text).conditions


def test_what_stands_before_a_condition_in_a_refusal_stays_refused():
    """The list before "unless" was once read as wished."""
    target = TARGETS.read(
        "I want actuaries. I don't want brokers, planners, recruiters unless the role is actuarial."
    )
    assert {"brokers", "planners"} <= {wish.phrase for wish in target.unwanted}
    assert [wish.phrase for wish in target.wanted] == ["actuaries"]


@pytest.mark.parametrize(
    ("target", "headline", "lowest", "highest", "met"),
    [
        (DEVICES, "Regulatory affairs manager, tablets, pharma", 1, 1, None),
        (LOOMS, "Estudiante de ingeniería textil, IPN", 2, 3, True),
        (LOOMS, "Estudiante de ingeniería textil, UNAM", 1, 1, False),
        (NURSES, "Nursing student, Leeds", 2, 3, True),
        (NURSES, "Nursing student, Hull", 1, 1, False),
        (NURSES, "Architect", 1, 1, None),
        (BOARDS, "Consultora de estrategia", 0, 1, False),
        (BOARDS, "Consultora de museos", 2, 3, True),
    ],
)
def test_conditions_are_held(target, headline, lowest, highest, met):
    """A condition shown but not held is a promise broken."""
    fit = fit_of(target, headline)
    assert lowest <= ORDER[fit.grade] <= highest
    assert fit.condition
    assert fit.condition_met is met


def test_the_experience_may_meet_a_condition():
    """Headlines are short; what lies below counts."""
    post = ("Asesora", "Museo del Mar", "Consultoría para el museo y sus colecciones")
    assert fit_of(BOARDS, "Consultora", experience=(post,)).condition_met is True


def test_whom_the_member_wants_outright_is_asked_for_nothing():
    """The condition is for the others."""
    fit = fit_of(DEVICES, "Regulatory affairs manager, MDR class III implants")
    assert fit.grade == "exact"
    assert fit.condition == ""
