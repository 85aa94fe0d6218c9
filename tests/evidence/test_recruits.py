"""A recruiter of the sector is wanted, selection in bulk is not; for whom they recruit is read without recruiting's words."""

from __future__ import annotations

import pytest

from calabazas.evidence.recruits import find
from kit import dossier, heard, post


def test_selection_in_bulk(readers):
    """No position of the sector is seen."""
    assert heard(find, dossier(headline="IT Recruiter | Java, .NET, SAP"), readers).names == {
        "recruits.generic"
    }


def test_a_recruiter_of_the_sector(readers):
    """Whether a post stands behind it, only they can say."""
    said = heard(find, dossier(headline="Headhunter de agrónomos e ingenieros de riego"), readers)
    assert said.names == {"recruits_here.field"}


@pytest.mark.parametrize(
    "more",
    [
        {
            "activity": (
                post(
                    "Buscamos jefa de riego en Lorca: seis fincas, salario publicado, entrevistas con el equipo de campo"
                ),
            )
        },
        {
            "note": "Leí tu artículo sobre los tensiómetros en almendro; ¿conoces a alguien para jefa de riego en Lorca?"
        },
    ],
)
def test_something_concrete_makes_it_concrete(readers, more):
    """A post of their own, or a note written for the member."""
    said = heard(find, dossier(headline="Headhunter de agrónomos e ingenieros de riego", **more), readers)
    assert said.names == {"recruits_here.concrete"}


@pytest.mark.parametrize("headline", [None, "", "Ingeniera de riego", "Directora de personas"])
def test_who_does_not_recruit_is_not_asked(readers, headline):
    """Unseen is silent, and HR is not recruiting."""
    assert heard(find, dossier(headline=headline), readers).silent
