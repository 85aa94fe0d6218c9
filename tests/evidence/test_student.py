"""A student is judged by what they have done or written, once somebody has looked."""

from __future__ import annotations

import pytest

from calabazas.evidence.student import find
from kit import dossier, heard, post, role

HEADLINE = "Estudiante de Ingeniería Agronómica"
WORK = post("Mi trabajo de fin de grado mide la humedad del suelo con cuarenta sondas baratas en almendro")


@pytest.mark.parametrize(
    "more",
    [
        {"activity": (WORK,)},
        {
            "note": "Leí tu artículo sobre los tensiómetros en almendro: ¿qué profundidad usas en suelo arcilloso?"
        },
    ],
)
def test_work_or_a_note_of_their_own(readers, more):
    """A future colleague."""
    assert heard(find, dossier(headline=HEADLINE, **more), readers).names == {"student.work_shown"}


def test_nothing_shown_is_said_only_once_somebody_looked(readers):
    """Unseen is silent."""
    assert heard(find, dossier(headline=HEADLINE), readers).silent
    opened = dossier(headline=HEADLINE, experience=(role("Becaria", "Coop"),), activity=())
    assert heard(find, opened, readers).names == {"student.nothing_shown"}


@pytest.mark.parametrize(
    "headline",
    [
        None,
        "Profesora de universidad",
        "Responsable de atención al estudiante",
        "Eterna estudiante, ingeniera de riego",
    ],
)
def test_who_is_no_student(readers, headline):
    """Who teaches students or likes to learn is none."""
    assert heard(find, dossier(headline=headline, activity=()), readers).silent
