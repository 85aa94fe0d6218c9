"""Nobody protected is ever let go: each protection stands alone here, and its test fails when it is taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from calabazas.evidence import protections
from calabazas.evidence.catalogue import gather
from calabazas.evidence.dossier import Connected
from calabazas.evidence.finding import Finding
from calabazas.evidence.protections import PROTECTIONS, find
from calabazas.reading.fit import Fit
from calabazas.reading.readings import Readings, TalkReading
from calabazas.verdict.verdict import judge
from kit import ME, SOURCE, TODAY, deed, dossier, link, said, talk

OFF = Readings(fit=Fit(score=0.02, grade="nothing", uncertainty=0.1))
WANTED = Readings(fit=Fit(score=0.9, grade="useful", uncertainty=0.1))
FOLLOWS = replace(ME, followed_companies=frozenset({"riegos lorca"}), companies={"riegos lorca": 4})


def contact(*, years=9, readings=OFF, company="Notaría Pérez", member=ME, **facts):
    """Somebody of another field, connected for long, with nothing between them: the plainest case for parting."""
    d = dossier(question="purge", position="Notario", company=company, member=member, **facts)
    on = TODAY - timedelta(days=round(years * 365.25))
    return replace(
        d,
        invitation=None,
        connection=Connected(on, company, "Notario", "", still=True, source=SOURCE),
        readings=readings,
    )


def protected(d):
    return {x.level for x in find(d) if isinstance(x, Finding)}


OLD = 4 * 365
CASES = {
    "starred": {"deeds": [deed("starred")]},
    "tagged": {"deeds": [deed("tagged", "familia")]},
    "known": {"deeds": [deed("met")]},
    "noted": {"links": [link("private_note", "Me ayudó con la beca")]},
    "exchange": {"talk": talk(said(900, "¿Qué tal?"), said(899, "Bien", mine=True))},
    "once_strong": {"talk": talk(*(said(OLD + n, "Sí", mine=not n % 2) for n in range(6)))},
    "recommended": {"links": [link("recommendation_received", "Gran profesional")]},
    "address_book": {"links": [link("address_book")]},
    "role": {"readings": WANTED},
    "company": {"company": "Riegos Lorca", "member": FOLLOWS},
    "sole": {"company": "Riegos Lorca", "member": replace(FOLLOWS, companies={"riegos lorca": 1})},
    "young": {"years": 0.4},
    "owed": {"talk": talk(said(400, "¿Me pasas aquel informe?"))},
}


def test_every_protection_has_its_case():
    """A new protection without a case here would not be held by anything."""
    assert set(CASES) == set(PROTECTIONS)


@pytest.mark.parametrize("level", CASES)
def test_each_protection_alone_keeps(level, shipped_policy):
    """It is found, it is the only one, and the table never lets such a person go."""
    d = contact(**CASES[level])
    assert protected(d) == {level}
    assert judge(d, gather(d), shipped_policy).advice in ("keep", "reconnect")


@pytest.mark.parametrize("level", CASES)
def test_taken_out_nothing_protects_any_more(level, monkeypatch):
    """Each case rests on one protection: taken out, the person stands bare."""
    monkeypatch.delitem(protections.PROTECTIONS, level)
    assert protected(contact(**CASES[level])) == set()


def test_the_plainest_case_is_let_go(shipped_policy):
    """Another field, nine years, never a word: this is what the purge is for."""
    d = contact()
    assert protected(d) == set()
    assert judge(d, gather(d), shipped_policy).advice == "let_go"


@pytest.mark.parametrize(
    ("field", "sentence"), [({"readings": None}, "nothing known"), ({"readings": Readings()}, "no target")]
)
def test_silence_alone_is_no_reason(field, sentence, shipped_policy):
    """Of whom nothing is known, or without a target, nobody is let go for having kept quiet."""
    d = contact(**field)
    assert judge(d, gather(d), shipped_policy).advice == "keep", sentence


def test_an_offer_is_owed_nothing():
    """Whoever only offers something waits for no answer."""
    read = replace(OFF, talk=TalkReading(offers=1, last_offers=True))
    assert protected(contact(talk=talk(said(200, "Tengo una oferta")), readings=read)) == set()


def test_an_old_word_that_asked_nothing_is_owed_nothing():
    """A thank-you of four years ago is no debt; a question of then still is one."""
    line = talk(said(OLD, "Gracias"))
    assert protected(contact(talk=line, readings=replace(OFF, talk=TalkReading()))) == set()
    assert protected(contact(talk=line, readings=replace(OFF, talk=TalkReading(last_asks=True)))) == {"owed"}
    assert protected(contact(talk=line)) == {"owed"}, "unread texts protect"


def test_the_last_word_of_one_day_is_told_by_the_texts():
    """Two messages of one day stand in order only in the conversation itself."""
    answered = talk(said(400, "¿Y eso?"), said(400, "Ya está", mine=True))
    assert not protections.last_word_theirs(contact(talk=answered))
    assert not protections.last_word_theirs(contact(talk=replace(answered, said=())))


def test_a_firm_is_told_by_whole_words():
    """The name Marea protects Marea Digital, not Mareal."""
    named = replace(ME, known_orgs=("Marea",), companies={"marea digital": 1, "mareal": 1})
    assert protected(contact(company="Marea Digital", member=named)) == {"sole"}
    assert protected(contact(company="Mareal", member=named)) == set()


def test_protections_speak_in_the_purge_only():
    """Whoever knocks at the door needs no protection."""
    assert not list(find(dossier(deeds=[deed("starred")])))
