"""An offer in the headline or a stream of offers; to work in sales is not to sell to the member."""

from __future__ import annotations

import pytest

from calabazas.evidence.sells import find
from kit import dossier, heard, post

OFFER = "🔥 Oferta limitada: 50 % de descuento en goteros, últimas plazas"
WORK = "Tres años midiendo la humedad del suelo en almendros: las sondas mal puestas engañan más"


def names(readers, **seen):
    return heard(find, dossier(**seen), readers).names


def test_an_offer_by_way_of_introduction(readers):
    """Said in two ways, or in one."""
    assert "sells.presents" in names(readers, headline="Te ayudo a vender más | Agenda tu llamada gratis")
    assert names(readers, about="Vivo en Lorca. Te ayudo a vender tu cosecha.") == {"sells.hinted"}


@pytest.mark.parametrize(
    "headline",
    [
        "Key Account Manager en Hidroagro",
        "Comercial de fertilizantes",
        "Sales Director, Irrigation",
        "Ingeniera técnico comercial",
    ],
)
def test_sales_is_a_trade(readers, headline):
    """The sector has people who sell, and they are colleagues."""
    assert names(readers, headline=headline) == set()


def test_a_stream_of_offers(readers):
    """Half of what they publish, or all of it."""
    assert names(readers, activity=(post(OFFER), post(WORK))) == {"sells.posts"}
    assert names(readers, activity=(post(OFFER), post(OFFER + " hoy"))) == {"sells.posts_only"}
    assert names(readers, activity=(post(OFFER), post(WORK), post(WORK + " más"))) == set()


@pytest.mark.parametrize(
    "about",
    [
        "Nuestra plataforma mide la humedad del suelo en 12 países",
        "We build irrigation controllers",
        "Presenté la oferta a la cooperativa",
    ],
)
def test_to_say_what_one_makes_is_no_pitch(readers, about):
    """Makers say what they make."""
    assert names(readers, about=about) == set()


def test_nothing_seen_nothing_said(readers):
    """Unseen is silent."""
    assert heard(find, dossier(), readers).silent
    assert heard(find, dossier(headline="Te ayudo a vender más")).silent
    assert heard(find, dossier(activity=()), readers).silent
