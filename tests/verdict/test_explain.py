"""The advice is said in sentences, the strongest reason first, with words for weights."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.evidence.finding import Finding, SourceRef, Unseen
from calabazas.verdict import explain
from calabazas.verdict.policy import load
from calabazas.verdict.verdict import judge
from calabazas.words import say
from kit import dossier

POLICY = load(shipped.read("policy.toml"))


def found(code, level, **facts):
    return Finding(code, level, say(f"{code} {level}"), facts, (SourceRef("a.csv", 3),))


def test_every_row_that_ships_says_why():
    """A row without a reason would show a bare verb."""
    for question, rows in POLICY.file.table.items():
        for row in rows:
            assert row.name in explain.BECAUSE, (question, row.name)
            assert row.advice in explain.ADVICE, (question, row.advice)


def test_every_look_that_ships_has_words():
    """A look named only in code cannot be taken."""
    assert set(POLICY.file.looks) <= set(explain.LOOKS)


def test_the_advice_in_one_sentence():
    """The verb and the reason."""
    said = explain.because(judge(dossier(), [found("declared", "known")], POLICY))
    assert said.id == "{advice}: {why}"
    assert said.args["advice"].id == "Accept"
    assert said.args["why"].id == explain.BECAUSE["known"]


@pytest.mark.parametrize(
    ("decibans", "word"),
    [
        (0, "for information"),
        (0.9, "for information"),
        (-1, "weighs a little"),
        (4.9, "weighs a little"),
        (5, "weighs fairly"),
        (-9.9, "weighs fairly"),
        (10, "weighs much"),
        (-40, "weighs much"),
    ],
)
def test_weights_are_words(decibans, word):
    """Whichever way they point; numbers are for the policy."""
    assert explain.weight_word(decibans) == word


def test_reasons_speak_for_or_against_by_their_axis():
    """More doubt is against; less doubt, and any tie, is for."""
    verdict = judge(
        dossier(),
        [
            found("verified", "yes"),
            found("career", "bare"),
            found("address_book", "listed"),
            found("fit", "nothing"),
            found("conversation", "they_wrote"),
        ],
        POLICY,
    )
    reasons = {r.code: r for r in explain.reasons(verdict)}
    assert reasons["verified"].speaks_for
    assert reasons["address_book"].speaks_for
    assert not reasons["career"].speaks_for
    assert not reasons["fit"].speaks_for
    assert reasons["conversation"].weight == "for information"
    assert reasons["career"].sources == (SourceRef("a.csv", 3),)
    sizes = [abs(r.decibans) for r in explain.reasons(verdict)]
    assert sizes == sorted(sizes, reverse=True)


def test_the_strongest_point_where_the_advice_points():
    """A yes opens with what speaks for it, though something heavier speaks against."""
    verdict = judge(
        dossier(),
        [
            found("declared", "known"),
            found("fit", "nothing"),
            found("address_book", "listed"),
            found("mutuals", "few"),
        ],
        POLICY,
    )
    assert verdict.advice == "accept"
    assert [r.code for r in explain.strongest(verdict)] == ["declared", "address_book", "fit"]
    assert len(explain.strongest(verdict, 1)) == 1


def test_what_can_be_overruled_says_so():
    """To say that it was not so, one needs to know what."""
    verdict = judge(
        dossier(),
        [found("conversation", "ended_badly", overrule="conversation.ended_badly"), found("mutuals", "few")],
        POLICY,
    )
    assert {r.code: r.overrule for r in explain.reasons(verdict)} == {
        "conversation": "conversation.ended_badly",
        "mutuals": "",
    }


def test_looks_in_words_with_their_chance():
    """Only those that could turn the advice."""
    verdict = judge(
        dossier(headline="Agrónoma"), [Unseen("fit", "page"), Unseen("declared", "known")], POLICY
    )
    said = list(explain.looks(verdict))
    assert {s.id for s, _ in said} <= set(explain.LOOKS.values())
    assert all(0 < chance <= 1 for _, chance in said)
