"""A gap left open in one's own text."""

from __future__ import annotations

import pytest

from calabazas.evidence.template_text import find
from kit import dossier, heard


@pytest.mark.parametrize(
    "about",
    ["Passionate about [your industry]", "Hola, soy {{nombre}}", "Lorem ipsum dolor", "Trabajo en <empresa>"],
)
def test_a_gap_nobody_filled_in(readers, about):
    """Shown with its words."""
    said = heard(find, dossier(about=about), readers)
    assert said.names == {"template_text.unfilled"}
    assert said.findings["template_text.unfilled"].facts["words"] in about


@pytest.mark.parametrize(
    "about",
    [
        None,
        "",
        "XXX Congreso Nacional de Riegos",
        "Escribo C<T> y if (x[0]) { return }",
        "20 % más de agua, 30 % menos",
    ],
)
def test_ordinary_texts_have_no_gaps(readers, about):
    """Roman numbers, code and percentages are no gaps."""
    assert heard(find, dossier(about=about), readers).silent
