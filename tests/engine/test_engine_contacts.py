"""The short way through a network must give what the long way gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.engine import contacts
from calabazas.engine.readings import hang_on
from calabazas.evidence.catalogue import gather, pieces
from calabazas.evidence.dossier import Connected
from calabazas.people.profile import EMPTY, Observation, Profile
from calabazas.verdict.verdict import judge
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
SIGHTS = (Profile(known=True), Profile(known=False), Profile(event="Feria"), Profile(shared_employer="Agro"))
THERE = {
    "nothing": [{}],
    "links": [{"links": [link("address_book"), link("listed", "Feria", there="yes"), link("private_note", "x")]}],
    "deeds": [{"deeds": [deed(kind, "closed") for kind in ("starred", "tagged", "met", "gone", "forgotten_who")]}],
    "talk": [{"talk": talk(said(40, "Hola"), said(30, "Hola", mine=True))}],
    "echoes": [{"echoes": [echo("twin"), echo("note"), echo("picture"), echo("text")]}],
    "sights": [
        {"observations": [Observation(TODAY, "look", p)], "known": p.known, "event": p.event, "shared_employer": p.shared_employer}
        for p in SIGHTS
    ],
}  # fmt: skip
"""What a contact without a page may have beside a position, by the name that `SPEAKS_OF` has for it."""
CASES = [(what, facts) for what, some in THERE.items() for facts in some]


def archive_only(title, **facts):
    d = dossier(question="purge", company="Hidroagro", **({"position": title} if title else {}), **facts)
    tie = Connected(TODAY.replace(year=2018), "Hidroagro", title, "", still=True, source=SOURCE)
    return replace(d, invitation=None, connection=tie)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(("what", "facts"), CASES)
def test_evidence_is_silent_without_what_it_speaks_of(title, what, facts, readers):
    """What is not asked would have kept silent: a piece that learns to speak of more must say so in the list."""
    (d,) = hang_on([archive_only(title, **facts)], readers)
    find = dict(pieces())
    for name, needs in contacts.SPEAKS_OF.items():
        if what not in needs:
            assert list(find[name](d)) == [], name


@pytest.mark.parametrize(("what", "facts"), CASES)
def test_judged_as_the_long_way_would(what, facts, readers, shipped_policy):
    """Whatever is there, leaving out who would keep silent changes no word of the verdict."""
    (d,) = hang_on([archive_only("Notario", **facts)], readers)
    assert contacts.answered(d, shipped_policy).verdict == judge(d, gather(d), shipped_policy), what


@pytest.mark.parametrize("title", TITLES)
def test_what_is_heard_of_a_text_hangs_on_the_text_alone(title, readers):
    """It is told of one person and believed of all who share the text, so nothing else may colour it."""
    (plain,) = hang_on([archive_only(title)], readers)
    for _, facts in CASES:
        other = replace(archive_only(title, **facts), readings=plain.readings)
        for name in contacts.TEXT_ONLY:
            find = dict(pieces())[name]
            assert list(find(other)) == list(find(plain)), name


def test_every_name_in_the_lists_is_a_piece_of_evidence_and_in_one_of_them():
    named = contacts.SPEAKS_OF.keys() | contacts.TEXT_ONLY
    assert {name for name, _ in pieces()} >= named
    assert not contacts.SPEAKS_OF.keys() & contacts.TEXT_ONLY


def test_the_archives_position_never_hides_a_profile_that_was_seen():
    d = archive_only("Notario")
    seen = replace(d, profile=replace(EMPTY, headline="Agrónoma"))
    assert contacts._told(seen, {}).headline == "Agrónoma"
    assert contacts._told(replace(d, profile=EMPTY), {}).position == "Notario"
