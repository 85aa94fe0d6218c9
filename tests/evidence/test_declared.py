"""The member's own word goes before anything the files can show."""

from __future__ import annotations

from calabazas.evidence.declared import find
from kit import deed, dossier, heard, said, talk


def test_do_you_know_each_other():
    """Yes, no, and not asked yet are three answers."""
    assert heard(find, dossier(known=True)).names == {"declared.known"}
    assert heard(find, dossier(known=False)).names == {"declared.unknown"}
    asked = heard(find, dossier())
    assert asked.names == set()
    assert asked.unseen == {"declared:known"}


def test_it_is_not_asked_where_messages_or_another_question_answer_it():
    """Two seconds are two seconds."""
    assert heard(find, dossier(talk=talk(said(5, "Hola")))).silent
    assert heard(find, dossier(question="purge")).silent


def test_stars_meetings_and_tags():
    """What the member marked themselves, with their own words."""
    found = heard(
        find,
        dossier(
            known=True,
            deeds=[deed("starred"), deed("met", "FIMA 2024"), deed("tagged", "riego"), deed("tagged", "")],
        ),
    )
    assert found.names == {"declared.starred", "declared.met", "declared.tagged", "declared.known"}
    assert found.findings["declared.met"].sentence.args == {"where": "FIMA 2024"}
    assert found.findings["declared.tagged"].sentence.args == {"tags": "riego"}


def test_a_meeting_without_a_place():
    """Met is met."""
    assert heard(find, dossier(known=False, deeds=[deed("met")])).names == {
        "declared.met",
        "declared.unknown",
    }
