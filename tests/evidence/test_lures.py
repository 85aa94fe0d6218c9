"""Quick money, said with the words; a trade of finance is a trade."""

from __future__ import annotations

import pytest

from calabazas.evidence.lures import find
from kit import dossier, heard, post

LURE = "Libertad financiera en 90 días, pregúntame cómo"
WORK = "Tres años midiendo la humedad del suelo en almendros: lo que aprendimos"


@pytest.mark.parametrize(
    "seen",
    [
        {"headline": "Ingresos pasivos para mamás"},
        {"about": "Te enseño a ganar dinero desde casa con criptomonedas"},
    ],
)
def test_the_profile_says_it(readers, seen):
    """In headline or About."""
    said = heard(find, dossier(**seen), readers)
    assert said.names == {"lures.presents"}
    assert said.findings["lures.presents"].facts["words"]


def test_posts_by_their_share(readers):
    """Half of them, or one among many."""
    assert heard(find, dossier(activity=(post(LURE), post(WORK))), readers).names == {"lures.posts"}
    assert heard(find, dossier(activity=(post(LURE), post(WORK), post(WORK + " más"))), readers).names == {
        "lures.one_post"
    }


@pytest.mark.parametrize(
    "about",
    [
        "Energy trader en la mesa de gas",
        "Premio nacional de investigación 2021",
        "Comisaria de patrimonio: herencia cultural de la huerta",
        "Auditora de seguridad: crypto libraries, web3",
        "Trading company de cítricos",
    ],
)
def test_a_trade_is_no_scheme(readers, about):
    """Precision first: each of these would turn somebody honest away."""
    assert heard(find, dossier(about=about), readers).silent


def test_nothing_read_nothing_said(readers):
    """Unseen is silent."""
    assert heard(find, dossier(), readers).silent
    assert heard(find, dossier(headline="Libertad financiera")).silent
