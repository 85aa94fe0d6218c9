"""Anchors: what the member's own data hold, the surest first, and nothing that they do not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.engine.anchors import anchors, facts_for, look_for_anchor
from calabazas.people.facts import KINDS
from kit import ME, TODAY, deed, dossier, link, post, role, said, study, talk


def kinds(d) -> list[str]:
    return [a.fact.kind for a in anchors(d)]


def test_the_surest_comes_first():
    """What both remember before what only one of them wrote down; a post that nobody said they read comes last."""
    d = dossier(
        question="suggest",
        deeds=[deed("met", "la feria de Lorca")],
        links=[
            link("listed", "FIMA 2026", there="yes"),
            link("address_book", title="Jefa de riego", told_company="Acme"),
            link("endorsement_received", "Riego"),
        ],
        talk=talk(said(40, "¿Qué sonda usas?"), said(39, "La de siempre", mine=True)),
        experience=(role("Técnica", "Hidroagro", "2019", "2021"),),
        education=(study("Universidad Politécnica de Cartagena"),),
        mutual_names=("Ana Ruiz",),
        activity=(post("Cuarenta sondas y ninguna donde debía"),),
    )
    assert kinds(d) == [
        "met",
        "event",
        "message",
        "employer",
        "school",
        "mutual",
        "endorsed",
        "address",
        "post",
    ]


def test_nothing_known_gives_nothing():
    """An anchor is never made up, not even out of a title or a place."""
    d = dossier(question="suggest", headline="Jefa de riego", location="Murcia", mutual_connections=12)
    assert anchors(d) == ()
    assert {f.kind for f in facts_for(d)} == {"name", "role", "writer"}


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2019", "2021", (2019, 2021)),
        ("2010", "2015", None),
        ("2020-05", None, (2020, TODAY.year)),
        ("", "2019", None),
    ],
)
def test_years_at_one_firm(start, end, years):
    """Years are told only when both careers say so; the firm is shared either way."""
    d = dossier(question="suggest", experience=(role("Técnica", "Hidroagro", start, end),))
    (one,) = anchors(d)
    assert one.fact.what == "Hidroagro"
    assert (one.fact.since, one.fact.until) == (years or (None, None))
    assert ("different years" in one.sentence.id) is (years is None)


def test_a_shared_firm_is_told_once():
    """As a title too it would count as what any form could fill in, and the best anchor would weigh nothing."""
    d = dossier(
        question="suggest",
        position="Técnica",
        company="Hidroagro",
        links=[link("address_book", title="Técnica", told_company="Hidroagro S.L.")],
    )
    assert [f.text for f in facts_for(d) if f.kind == "role"] == ["Técnica"]
    assert kinds(d) == ["employer", "address"]


def test_one_way_messages_are_no_conversation():
    """Whoever never answered has nothing to remember."""
    assert kinds(dossier(question="suggest", talk=talk(said(3, "Hola", mine=True)))) == []


def test_a_list_of_an_event_where_the_member_was_not():
    """They were there; "we were both" would be a lie."""
    assert kinds(dossier(question="suggest", links=[link("listed", "FIMA 2026", there="")])) == []
    own = replace(ME, events=(("2026-03-12", "FIMA 2026"),))
    (one,) = anchors(dossier(question="suggest", links=[link("listed", "FIMA 2026", there="")], member=own))
    assert one.fact.on == "2026-03"


def test_whom_one_talks_with_goes_before_mere_names():
    """Three names at most; the first is the one who could be asked."""
    d = dossier(question="suggest", mutual_names=("Ana Ruiz", "Bea Sanz", "Lois Vidal", "Cai Paz"))
    assert [a.fact.what for a in anchors(d)] == ["Lois Vidal", "Ana Ruiz", "Bea Sanz"]


def test_a_post_must_first_be_read():
    """Seen on a profile is not read; reactions and old pieces are nobody's work."""
    pieces = (post("Viejo", 800), post("Me gusta", kind="reaction"), post("Sondas mal enterradas", 9))
    (one,) = anchors(dossier(question="suggest", activity=pieces))
    assert not one.holds
    assert one.fact.text == "Sondas mal enterradas"


def test_every_fact_is_of_a_known_kind_and_named_once():
    """The checker reads kinds, and drafts name the facts they used."""
    d = dossier(
        question="suggest",
        headline="Jefa de riego",
        links=[link("address_book", title="A", told_company="B"), link("recommendation_given", "Bien")],
        experience=(role("Técnica", "Hidroagro", "2019"), role("Jefa", "Otra", "2021")),
    )
    facts = facts_for(d)
    assert {f.kind for f in facts} <= set(KINDS)
    assert len({f.id for f in facts}) == len(facts)


def test_the_one_look_that_would_give_one():
    """What they write gives most; then the career and whom both know; when all was seen there is none."""
    assert look_for_anchor(dossier(question="suggest")) == "activity"
    assert look_for_anchor(dossier(question="suggest", activity=())) == "page"
    assert look_for_anchor(dossier(question="suggest", activity=(), experience=(), mutual_names=())) == ""
