"""The short way through a network must give what the long way gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.engine import contacts
from calabazas.engine.readings import hang_on
from calabazas.evidence.catalogue import gather, pieces
from calabazas.evidence.dossier import Connected
from calabazas.people.profile import EMPTY
from kit import SOURCE, TODAY, deed, dossier, echo, link, said, talk

TITLES = (
    "Ingeniera agrónoma de riego",
    "Notario",
    "CEO",
    "Recruiter IT",
    "Coach de vida",
    "Estudiante de ADE",
    "",
)
PLAIN = [
    {},
    {"links": [link("address_book"), link("endorsement_given", "riego")]},
    {"deeds": [deed("starred"), deed("tagged", "x")]},
    {"talk": talk(said(40, "Hola"), said(30, "Hola", mine=True))},
    {"echoes": [echo("twin"), echo("note"), echo("picture"), echo("text")]},
]


def archive_only(title, **facts):
    d = dossier(question="purge", company="Hidroagro", **({"position": title} if title else {}), **facts)
    tie = Connected(TODAY.replace(year=2018), "Hidroagro", title, "", still=True, source=SOURCE)
    return replace(d, invitation=None, connection=tie)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("facts", PLAIN[:4])
def test_left_out_evidence_has_nothing_to_say_of_a_position(title, facts, readers):
    """What is not asked would have kept silent: a piece that learns to speak of a position must leave the list."""
    (d,) = hang_on([archive_only(title, **facts)], readers)
    silent = dict(pieces())
    for name in contacts.PAGE_ONLY:
        assert list(silent[name](d)) == [], name


@pytest.mark.parametrize("facts", PLAIN[:4])
def test_judged_as_the_long_way_would(facts, readers, shipped_policy):
    from calabazas.verdict.verdict import judge

    (d,) = hang_on([archive_only("Notario", **facts)], readers)
    assert contacts.answered(d, shipped_policy).verdict == judge(d, gather(d), shipped_policy)


def test_evidence_of_links_deeds_and_talk_is_silent_without_them(readers):
    """What is not asked about whoever has none of them would have kept silent."""
    (d,) = hang_on([archive_only("Notario")], readers)
    for name in contacts.LINKS_ONLY | contacts.DEEDS_ONLY | contacts.TALK_ONLY:
        assert list(dict(pieces())[name](d)) == [], name


@pytest.mark.parametrize("title", TITLES)
def test_what_is_heard_of_a_text_hangs_on_the_text_alone(title, readers):
    """It is told of one person and believed of all who share the text, so nothing else may colour it."""
    (plain,) = hang_on([archive_only(title)], readers)
    for facts in PLAIN:
        other = replace(archive_only(title, **facts), readings=plain.readings)
        for name in contacts.TEXT_ONLY:
            find = dict(pieces())[name]
            assert list(find(other)) == list(find(plain)), name


def test_every_name_left_out_is_a_piece_of_evidence():
    named = (
        contacts.PAGE_ONLY
        | contacts.LINKS_ONLY
        | contacts.DEEDS_ONLY
        | contacts.TALK_ONLY
        | contacts.TEXT_ONLY
    )
    assert {name for name, _ in pieces()} >= named


@pytest.mark.parametrize("title", TITLES[:-1])
def test_a_kept_reading_comes_back_as_it_went(title, readers):
    """Bytes in the member's file stand for the reading itself."""
    (d,) = hang_on([archive_only(title)], readers)
    back = contacts._thawed(contacts._frozen(d.readings))
    assert (back.fit.grade, back.fit.score, back.fit.carried_by) == (
        d.readings.fit.grade, d.readings.fit.score, d.readings.fit.carried_by,
    )  # fmt: skip
    assert back.headline.flags == d.readings.headline.flags
    assert back.fit.unwanted == d.readings.fit.unwanted


def test_the_archives_position_never_hides_a_profile_that_was_seen():
    d = archive_only("Notario")
    seen = replace(d, profile=replace(EMPTY, headline="Agrónoma"))
    assert contacts._told(seen).headline == "Agrónoma"
    assert contacts._told(replace(d, profile=EMPTY)).position == "Notario"
