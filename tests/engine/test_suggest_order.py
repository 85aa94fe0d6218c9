"""In which order candidates come, how many of one company, and how to go about each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from calabazas.engine.allowance import ways
from calabazas.engine.answers import answer
from calabazas.engine.readings import hang_on
from calabazas.engine.suggest import Suggestion, _order, carded, chosen, suggestion
from calabazas.store.candidates import Candidates, Perhaps
from kit import TODAY, dossier, invited, link, role, said, talk

POOL = Candidates({}, {}, {}, 0, 0)


@pytest.fixture(scope="module")
def judged(readers, shipped_policy):
    """Judge dossiers as the question does, whatever they hold."""

    def judge(*found, pool: Candidates = POOL) -> list[Suggestion]:
        read = hang_on([carded(d) for d in found], readers)
        return [suggestion(a, pool) for a in answer(read, shipped_policy)]

    return judge


def fitting(name: str, company: str = "", **more):
    return dossier(
        name, question="suggest", headline="Responsable de riego y agronomía", company=company or name, **more
    )


def card(title: str, company: str, **detail: str):
    return link("address_book", title=title, told_company=company, **detail)


def test_whom_the_policy_would_invite(judged):
    """Fitting, or known and not from another field; never somebody with whom it ended badly, never a seller."""
    fit, other, known, friend, quarrel, seller = judged(
        fitting("Ana Fit"),
        dossier("Bea Other", question="suggest", headline="Notaria"),
        dossier("Cai Card", question="suggest", links=[card("Notario", "Notaría Paz")]),
        dossier("Dia Friend", question="suggest", known=True, headline="Notaria"),
        fitting("Eva Quarrel", talk=talk(said(40, "Eres un sinvergüenza, no me vuelvas a escribir", mine=True), said(39, "Te voy a denunciar"))),
        dossier("Fin Coach", question="suggest", headline="Gana dinero desde casa, ingresos pasivos | Libertad financiera"),
    )  # fmt: skip
    advice = [s.answer.verdict.advice for s in (fit, other, known, friend, quarrel, seller)]
    assert advice == ["invite", "not_now", "not_now", "invite", "not_now", "not_now"]


def test_a_card_tells_what_no_profile_did(judged):
    """An address book knows titles: without them nobody in it could be judged; what was seen goes first."""
    (one,) = judged(dossier("Ana Card", question="suggest", links=[card("Jefa de riego", "Hidroagro")]))
    assert one.answer.dossier.profile.position == "Jefa de riego"
    assert one.answer.verdict.advice == "invite"
    seen = carded(
        dossier(
            "Ana Card", question="suggest", headline="Notaria", links=[card("Jefa de riego", "Hidroagro")]
        )
    )
    assert (seen.profile.headline, seen.profile.position) == ("Notaria", None)


def test_at_most_two_of_one_company_and_as_many_as_asked(judged):
    """A list of five colleagues adds one firm; freelances are no firm."""
    same = judged(*(fitting(f"Ana {x}", "Aguas Norte") for x in "ABCD"), fitting("Bea Else"))
    taken = [s.answer.dossier.person.name for s in chosen(same, 5)]
    assert len(taken) == 3
    assert "Bea Else" in taken
    free = judged(*(fitting(f"Ana {x}", "Freelance") for x in "ABCD"))
    assert len(chosen(free, 5)) == 4
    assert len(chosen(free, 2)) == 2
    assert chosen(free, 0) == []


def test_who_can_be_written_to_comes_first(judged):
    """The more so the better the note can lean; without an anchor somebody waits, however well they fit."""
    bare, post, event = judged(
        fitting("Ana Bare"),
        fitting("Bea Book", links=[card("Jefa de riego", "Acme")]),
        fitting("Cai Event", links=[link("listed", "FIMA 2026", there="yes")]),
    )
    assert [s.answer.dossier.person.name for s in chosen([bare, post, event], 3)] == [
        "Cai Event",
        "Bea Book",
        "Ana Bare",
    ]
    assert bare.look == "activity"
    assert event.look == ""


def test_who_may_be_a_contact_already_comes_later(judged):
    """A doubt about who it is costs something, never everything."""
    pool = Candidates({}, {}, {1: Perhaps("Ana Fit Paz", 0.2, invited=False)}, 0, 0)
    (sure,), (unsure,) = judged(fitting("Ana Fit")), judged(fitting("Ana Fit"), pool=pool)
    assert sure.value - unsure.value == pytest.approx(2.0)


def test_notes_go_to_the_best_and_mail_to_the_rest(judged):
    """A note is spent where nothing else reaches; one that nobody needs is better spent on a mail's best than lost."""
    people = judged(
        fitting("Ana Event", links=[link("listed", "FIMA 2026", there="yes")]),
        fitting("Bea Mail", links=[link("listed", "FIMA 2026", there="yes", emails="bea@acme.example")]),
        fitting("Cai Bare"),
        fitting("Dia Event", links=[link("listed", "FIMA 2026", there="yes")]),
    )
    people = [
        replace(
            s,
            answer=replace(
                s.answer, dossier=replace(s.answer.dossier, person=replace(s.answer.dossier.person, id=n))
            ),
        )
        for n, s in enumerate(people, 1)
    ]
    assert dict(ways(people, 1)) == {1: "note", 2: "mail", 3: "look", 4: "queue"}
    assert dict(ways(people, 3)) == {1: "note", 2: "note", 3: "look", 4: "note"}
    assert dict(ways(people, 0)) == {1: "queue", 2: "mail", 3: "look", 4: "queue"}


def test_of_two_alike_the_newer_comes_first(judged):
    """Nobody is ranked by the alphabet; what is old may no longer hold."""
    old, new = (
        replace(card("Jefa de riego", "Acme"), on=TODAY - timedelta(days=days)) for days in (2000, 20)
    )
    a, b = judged(
        dossier("Ana Old", question="suggest", links=[old]),
        dossier("Zoe New", question="suggest", links=[new]),
    )
    assert a.value == b.value
    assert min([a, b], key=_order) is b


def test_triage_knows_nothing_of_it(judged, readers, shipped_policy):
    """What is asked of candidates must not move the advice on inviters."""
    d = dossier(
        "Ana Fit",
        headline="Responsable de riego",
        company="Aguas Norte",
        experience=(role("Jefa", "Hidroagro", "2019"),),
    )
    (one,) = answer(hang_on([d], readers), shipped_policy)
    assert not {"rarity", "shared_firm"} & {w.finding.code for w in one.verdict.weighed}
    assert invited().incoming
