"""The closed list of facts that a note may lean on: the member's own, and what their data hold of the two."""

from __future__ import annotations

from dataclasses import replace

from calabazas.engine.facts import about_both, about_member
from kit import ME, dossier, link, said, talk


def kinds(facts):
    return {(f.id, f.kind) for f in facts}


def test_the_members_own_past_and_work():
    """Positions and schools with their years, posts, and nothing invented."""
    facts = {
        f.id: f
        for f in about_member(
            replace(ME, headline="Ingeniera", skills=("Riego", "Suelos"), events=(("2024-02-10", "FIMA"),))
        )
    }
    assert facts["position0"].text == "Ingeniera agrónoma, Regadíos del Segura S.L."
    assert (facts["position0"].since, facts["position0"].until) == (2012, 2018)
    assert facts["position1"].until is None
    assert facts["school0"].kind == "school"
    assert facts["post0"].text.startswith("Tensiómetros")
    assert facts["event0"].since == facts["event0"].until == 2024
    assert facts["skills"].text == "Riego, Suelos"
    assert facts["headline"].kind == "other"


def test_an_empty_member_has_no_facts():
    """Nobody can lean on nothing."""
    assert about_member(type(ME)()) == ()


def test_only_the_newest_posts_are_held_against_a_note():
    """Old posts are many, and everybody shares words with them."""
    many = replace(ME, posts=tuple((f"2020-01-{n % 28 + 1:02}", f"post {n}") for n in range(100)))
    texts = [f.text for f in about_member(many) if f.kind == "post"]
    assert len(texts) == 40
    assert texts[-1] == "post 99"


def test_what_the_two_share():
    """The member's own word, messages of both, the address book, contacts in common."""
    d = dossier(
        event="FIMA 2024",
        shared_employer="la beca",
        mutual_names=("Lois Vidal",),
        talk=talk(said(9, "¿Vienes a Lorca?"), said(8, "Sí", mine=True)),
        links=[link("address_book")],
    )
    assert kinds(about_both(d)) == {
        ("both_event", "event"),
        ("both_employer", "employer"),
        ("both_messages", "message"),
        ("both_address", "address"),
        ("mutual0", "mutual"),
    }


def test_messages_without_an_answer_are_nothing_shared():
    """Who writes ten times has not talked with the member."""
    assert about_both(dossier(talk=talk(said(9, "Hola"), said(8, "¿Hola?")))) == ()


def test_a_contact_named_in_full_in_the_note():
    """In any case and accents; a first name alone names anybody."""
    named = dossier(note="Me dio tu contacto ANA  RUÍZ, de la cooperativa")
    assert [(f.kind, f.text) for f in about_both(named)] == [("mutual", "ana ruiz")]
    assert about_both(dossier(note="Me dio tu contacto Ana, de la cooperativa")) == ()
    assert about_both(dossier(note="")) == ()
