"""An employer that is a mere word, one not named, and the head of a world-known house with hardly a contact."""

from __future__ import annotations

import pytest

from calabazas.evidence.employer import find
from kit import dossier, heard, role


def names(readers, **seen):
    return heard(find, dossier(**seen), readers).names


@pytest.mark.parametrize("company", ["Marketing", "Hospital", "Consulting Agency", "Empresa", "Banco"])
def test_a_mere_word_is_no_employer(readers, company):
    """Nobody works at Hospital."""
    assert names(readers, experience=(role("Director", company, "2019"),)) == {"employer.only_a_word"}
    assert names(readers, position="Director", company=company) == {"employer.only_a_word"}


@pytest.mark.parametrize(
    "company",
    [
        "Hospital Virgen de la Arrixaca",
        "Marketing4eCommerce",
        "Universidad de Murcia",
        "Banco de Alimentos",
        "",
        "华为技术",
    ],
)
def test_named_houses_are_named(readers, company):
    """A word inside a name is part of the name; no employer at all says nothing."""
    assert names(readers, experience=(role("Técnica", company, "2019"),)) == set()


@pytest.mark.parametrize(
    "company",
    ["Confidential", "Empresa líder del sector".replace("í", "i"), "Stealth startup", "Fortune 500 company"],
)
def test_an_employer_not_named_is_said(readers, company):
    """It is common among honest people too, so it weighs little."""
    assert names(readers, experience=(role("Director", company, "2019"),)) == {"employer.not_named"}


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("CEO", "Google"),
        ("Founder & CEO", "Coca-Cola Company"),
        ("Director General", "Iberdrola España"),
        ("Secretary General", "UN"),
    ],
)
def test_the_head_of_a_world_known_house_has_more_contacts(readers, title, company):
    """A house of that size with 40 contacts at its head."""
    assert names(readers, experience=(role(title, company, "2019"),), connections=40) == {"employer.beyond"}


def test_a_headline_is_enough_where_no_experience_is_seen(readers):
    """The list shows a headline only."""
    assert names(readers, headline="CEO at Google", connections=40) == {"employer.beyond"}


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Engineer", "Google"),
        ("CEO", "Regadíos del Segura"),
        ("Fundadora", "Zara Ahmed Studio"),
        ("Owner", "Panadería Santander"),
        ("CEO", "Bayer & Hijos"),
        ("Fundador", "Un Mundo Verde"),
        ("Founder", "Meta Logística"),
        ("Owner", "Alimentos Bank"),
    ],
)
def test_others_there_and_houses_of_like_names_lose_nothing(readers, title, company):
    """Firms called after somebody named Bayer or Zara are their own houses."""
    assert names(readers, experience=(role(title, company, "2019"),), connections=40) == set()


@pytest.mark.parametrize("seen", [{"connections": 500, "connections_open": True}, {"connections": 4_000}, {}])
def test_without_a_small_number_nothing_is_said(readers, seen):
    """Unseen contacts, and "500+", are no few contacts."""
    assert names(readers, experience=(role("CEO", "Google", "2019"),), **seen) == set()


def test_who_shows_no_employer_loses_nothing(readers):
    """Unseen is silent."""
    assert heard(find, dossier(headline="Ingeniera de riego"), readers).silent
    assert heard(find, dossier(), readers).silent


@pytest.mark.parametrize(
    ("title", "company", "text", "about"),
    [
        ("Consultora", "Autónoma", "Auditorías internas.", ""),
        ("QA & RA", "Contractor", "Various clients.", ""),
        ("Asesora", "Independiente", "", ""),
    ],
)
def test_for_whom_one_works_is_asked_where_nothing_tells(readers, title, company, text, about):
    """Somebody on their own account may be anything: that is a question, never a doubt."""
    said = heard(find, dossier(experience=(role(title, company, "2018", text=text),), about=about), readers)
    assert said.names == {"employer.own_account"}


def test_who_tells_what_they_do_is_not_asked(readers):
    """Clients, products, places: once told, there is nothing to ask."""
    told = role(
        "Consultora",
        "Autónoma",
        "2018",
        text="Planes de seguridad alimentaria en conserveras y lonjas de Murcia.",
    )
    assert heard(find, dossier(experience=(told,)), readers).silent
    assert heard(find, dossier(experience=(role("Dircom", "Eléctrica Mandeo", "1998"),)), readers).silent


def test_a_high_post_there_with_hardly_a_contact(readers):
    """Six contacts: not the very top only, no high position of such a house is likely."""
    seen = {"position": "Chief Judge", "company": "United Nations", "experience": ()}
    assert heard(find, dossier(connections=6, **seen), readers).names == {"employer.beyond"}
    assert heard(find, dossier(connections=260, **seen), readers).silent


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("President, Google, Apple and Nestlé", True),
        ("CEO de Siemens y Repsol", True),
        ("CEO de Siemens", False),
        ("Coach of CEOs | Google, Apple, Nestlé", False),
        ("CEO | I have trained people of Google and Apple", False),
        ("Director de cuentas: Google, Meta, Amazon", False),
        ("President, ex-Google, ex-Apple", False),
    ],
)
def test_the_top_of_several_great_houses_at_once(readers, headline, said):
    """One stretch, the very top, two world-known houses: whoever serves them or was there says it otherwise."""
    assert ("employer.several_tops" in heard(find, dossier(headline=headline), readers).names) is said
