"""Messages make a tie by how fresh, how many days and how they ended; a quarrel outweighs all before it."""

from __future__ import annotations

import pytest

from calabazas.evidence.conversation import find
from kit import deed, dossier, heard, said, talk


def names(readers, *lines, deeds=()):
    return heard(find, dossier(talk=talk(*lines), deeds=deeds), readers).names


def test_who_never_wrote_is_not_judged_by_it(readers):
    """No conversation says nothing."""
    assert heard(find, dossier(), readers).silent


@pytest.mark.parametrize(
    ("days", "text", "level"),
    [
        (30, "Te paso el informe", "recent"),
        (500, "Muchas gracias por todo, un abrazo", "cordial"),
        (1500, "Muchas gracias por todo, un abrazo", "cordial_old"),
        (500, "Te paso el informe", "slight"),
        (1500, "Te paso el informe", "slight_old"),
    ],
)
def test_two_way_talk_by_age_and_warmth(readers, days, text, level):
    """Within the year it is alive; old and curt is nearly nothing."""
    lines = said(days + 1, "¿Lo tienes?", mine=True), said(days, text)
    assert names(readers, *lines) == {f"conversation.{level}"}


def test_many_days_make_a_tie_that_lasts(readers):
    """Once strong, a dormant tie stays useful."""
    lines = [said(1500 + n, "Te paso el informe", mine=bool(n % 2)) for n in range(6)]
    assert names(readers, *lines) == {"conversation.cordial"}


@pytest.mark.parametrize(
    ("days", "mine", "level"),
    [
        (30, True, "you_wrote"),
        (800, True, "you_wrote_old"),
        (30, False, "they_wrote"),
        (800, False, "they_wrote"),
    ],
)
def test_one_way_talk(readers, days, mine, level):
    """Whom the member wrote to they wanted; who only writes has no tie yet."""
    assert names(readers, said(days, "Hola, te escribo por el riego", mine=mine)) == {f"conversation.{level}"}


def test_a_quarrel_outweighs_a_fresh_and_long_talk(readers):
    """It is shown with its words, its day and its row, to be overruled."""
    lines = [said(40 - n, "Genial, gracias", mine=bool(n % 2)) for n in range(9)]
    found = heard(find, dossier(talk=talk(*lines, said(5, "No me vuelvas a escribir nunca"))), readers)
    assert found.names == {"conversation.ended_badly"}
    facts = found.findings["conversation.ended_badly"].facts
    assert facts["quote"] == "No me vuelvas a escribir"
    assert facts["on"] == "2026-11-18"
    assert facts["overrule"] == "conversation.ended_badly"


def test_the_member_may_say_that_it_was_not_so(readers):
    """The words were a joke; then the talk counts as any other."""
    lines = said(9, "Gracias"), said(8, "Jaja, no me vuelvas a escribir", mine=True)
    overruled = [deed("overruled", "conversation.ended_badly")]
    assert names(readers, *lines) == {"conversation.ended_badly"}
    assert names(readers, *lines, deeds=overruled) == {"conversation.recent"}


def test_made_up_afterwards_it_has_not_ended_badly(readers):
    """How it ended counts."""
    lines = (
        said(30, "No me vuelvas a escribir"),
        said(20, "Perdona lo de ayer", mine=True),
        said(19, "Nada, gracias por decirlo"),
        said(18, "Un abrazo", mine=True),
    )
    assert names(readers, *lines) == {"conversation.recent"}


def test_money_owed_is_strained_and_quoted_from_its_own_message(readers):
    """Two signs in two messages: the quote stands with the message that holds it."""
    lines = (
        said(60, "Buenos días, ¿cómo va?"),
        said(40, "Te queda una factura pendiente", mine=True),
        said(30, "Es el tercer aviso: lo llevará un abogado", mine=True),
    )
    found = heard(find, dossier(talk=talk(*lines)), readers)
    assert found.names == {"conversation.strained"}
    facts = found.findings["conversation.strained"].facts
    told = {line.on.isoformat(): line.text for line in lines}
    assert str(facts["quote"]) in told[str(facts["on"])]


def test_counts_without_texts_still_tell(readers):
    """All contacts at once are judged without their texts."""
    counted = talk(said(30, "x"), said(31, "y", mine=True))
    bare = dossier(talk=type(counted)(3, 2, 4, counted.first, counted.last, None, None))
    assert heard(find, bare, readers).names == {"conversation.recent"}
