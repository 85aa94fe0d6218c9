"""Whatever a stranger writes, the engine answers, and twice the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calabazas.engine.answers import answer, looks_worth_taking
from calabazas.engine.readings import hang_on
from calabazas.evidence.dossier import Person
from calabazas.people.profile import Doing, Profile, Role, Study
from calabazas.verdict import explain
from kit import ME, TODAY, dossier, echo, link, post, said, talk

NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "",
            " \t\n\x00\x1b[31m\x7f",
            "\u202eDAAH\u202c\u200b\ufeff",
            "{{nombre}} %s {0} {x!r}",
            "'; DROP TABLE person; --",
            "<script>alert(1)</script>",
            "CEO at Google " * 30,
            "🦁" * 50,
            "ᵃᵇᶜ 𝕃𝕀𝕆ℕ ﷺ ﬃ ẞ İ",
            "٢٠١٩-٠٣",
            "LION " * 100,
            "a" * 3000,
            "Busco empleo | Open to work | 99999999999999999999999 contactos",
        ]
    ),
)
WHEN = st.one_of(
    st.sampled_from(
        [
            "",
            "0000",
            "0001",
            "9999-99",
            "2019",
            "2019-00",
            "-5",
            "99999",
            "present",
            "2019-03-02T00:00",
            "٢٠١٩",
        ]
    ),
    st.text(max_size=6),
)
DAY = st.sampled_from([date.min, date.max, TODAY]) | st.dates(date.min, date.max)
NUMBER = st.one_of(st.none(), st.integers(-(10**18), 10**18), st.sampled_from([0, -1, 500, 30_000]))
ROLE = st.builds(Role, NASTY, NASTY, WHEN, st.none() | WHEN, NASTY)
STUDY = st.builds(Study, NASTY, NASTY, WHEN, WHEN)
DOING = st.builds(
    Doing, st.sampled_from(["post", "comment", "reaction", "share", "", "?"]), NASTY, st.none() | DAY
)


def some(of):
    return st.none() | st.lists(of, max_size=3).map(tuple)


PROFILE = st.builds(
    Profile,
    headline=st.none() | NASTY,
    position=st.none() | NASTY,
    company=st.none() | NASTY,
    location=st.none() | NASTY,
    mutual_connections=NUMBER,
    mutual_names=some(NASTY),
    connections=NUMBER,
    connections_open=st.booleans(),
    followers=NUMBER,
    joined=NUMBER,
    verified=st.none() | st.booleans(),
    photo=st.none() | NASTY,
    about=st.none() | NASTY,
    experience=some(ROLE),
    education=some(STUDY),
    skills=some(NASTY),
    activity=some(DOING),
    recommendations=NUMBER,
    known=st.none() | st.booleans(),
    commented_posts=NUMBER,
    event=st.none() | NASTY,
    shared_employer=st.none() | NASTY,
)


def judged(d, readers, policy):
    (answered,) = answer(hang_on([d], readers), policy)
    return answered.verdict


def signature(verdict):
    return (
        verdict.advice,
        verdict.row,
        dict(verdict.axes),
        [(w.finding.code, w.finding.level, w.decibans) for w in verdict.weighed],
        [(a.look, a.chance) for a in verdict.asked],
    )


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    profile=PROFILE,
    name=NASTY,
    note=NASTY,
    sent=DAY,
    lines=st.lists(st.tuples(st.integers(-500, 5000), NASTY, st.booleans()), max_size=4),
    question=st.sampled_from(["triage", "triage", "triage", "purge", "suggest"]),
)
def test_no_dossier_breaks_the_engine(readers, shipped_policy, *, profile, name, note, sent, lines, question):
    """Random profiles, notes, names, days and messages: an answer, finite axes, sentences, and twice the same."""
    base = dossier(
        "Somebody",
        note=note,
        links=[link("address_book", note), link("private_note", note)],
        echoes=[echo("note", name), echo("text", name)],
    )
    d = replace(
        base,
        person=Person(1, name, "", ""),
        profile=profile,
        question=question if question in shipped_policy.tables else "triage",
        invitation=replace(base.invitation, sent_on=sent),
        conversation=talk(*(said(days, text, mine=mine) for days, text, mine in lines)) if lines else None,
    )
    verdict = judged(d, readers, shipped_policy)
    assert all(abs(value) < 1000 for value in verdict.axes.values())
    assert explain.because(verdict).id
    assert all(r.sentence.id for r in explain.reasons(verdict))
    assert signature(verdict) == signature(judged(d, readers, shipped_policy))


def endless(size):
    return ("Ingeniera de riego, 𝗟𝗜𝗢𝗡, oferta, comenta y te agrego; " * (size // 50 + 1))[:size]


@pytest.mark.parametrize(
    "seen",
    [
        {"headline": endless(1_000_000)},
        {"about": endless(1_000_000)},
        {"activity": (post(endless(1_000_000)),)},
        {"experience": (Role(endless(500_000), endless(500_000), "2010", None, endless(500_000)),)},
        {"skills": (endless(1_000_000),)},
        {"location": endless(1_000_000)},
        {"experience": tuple(Role(f"Jefa {n}", f"Empresa {n}", "2010", None, "x") for n in range(400))},
        {"mutual_names": tuple(f"Nombre {n}" for n in range(20_000))},
    ],
    ids=lambda seen: next(iter(seen)),
)
def test_endless_texts_are_answered(readers, shipped_policy, seen):
    """A megabyte of anything costs little and breaks nothing."""
    assert judged(dossier(**seen), readers, shipped_policy).advice


def test_an_endless_note_and_message_are_answered(readers, shipped_policy):
    """Notes and messages are strangers' texts too."""
    long = endless(1_000_000)
    assert judged(
        dossier(note=long, talk=talk(said(4, long), said(3, long, mine=True))), readers, shipped_policy
    ).advice


@pytest.mark.parametrize("today", [date(1, 1, 1), date(9999, 12, 31), TODAY + timedelta(days=40_000)])
def test_any_day_can_be_asked_about(readers, shipped_policy, today):
    """`--today` takes any date."""
    d = dossier(headline="Agrónoma", joined=2010, experience=(Role("Agrónoma", "Coop", "2010"),), today=today)
    verdict = judged(d, readers, shipped_policy)
    assert verdict.due is not None


def test_an_empty_member_and_no_invitation(readers, shipped_policy):
    """Somebody on their first day, asked about somebody who sent nothing."""
    d = replace(dossier(headline="Agrónoma", member=type(ME)()), invitation=None)
    assert judged(d, readers, shipped_policy).due is None


def test_nobody_is_no_question(shipped_policy):
    """An empty queue has no answers and no looks."""
    assert answer([], shipped_policy) == []
    assert looks_worth_taking([]) == []
