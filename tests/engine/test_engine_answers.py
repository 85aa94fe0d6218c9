"""The engine's answers: what is unseen turns nothing, the budget of looks, and the order of looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calabazas.engine.answers import Answer, answer, looks_worth_taking
from calabazas.engine.readings import hang_on
from calabazas.evidence.dossier import Person
from calabazas.verdict.ask import Asked
from calabazas.verdict.policy import load
from calabazas.verdict.verdict import judge
from kit import dossier, post, role, study, with_seen

FIELD = (role("Responsable de riego", "Comunidad de Regantes", "2013", None, "Turnos, presiones y averías."),)
CHASES = (post("Acepto a todos, comenta y te agrego"), post("Camino de los 20.000 contactos"))
OFFERS = (
    post("🔥 Oferta limitada: 50 % de descuento en goteros, últimas plazas"),
    post("Agenda tu llamada gratis y te ayudamos a vender más"),
)
HOLLOW = {
    "experience": (role("Global CEO", "Agri Holdings", "2004"),),
    "education": (),
    "activity": (),
    "joined": 2026,
    "connections": 30,
    "mutual_connections": 0,
    "photo": "stock_suspect",
}


def verdicts(readers, policy, *dossiers):
    """Judge each on its own, all looks still to take: what others are in the queue must not matter here."""
    return [judge(d, _says(d), policy, looks_left=True) for d in hang_on(dossiers, readers)]


def _says(d):
    from calabazas.evidence.catalogue import gather

    return list(gather(d))


PAIRS = [
    # headline that both show, what hides behind one, what hides behind the other
    ("Responsable de riego", {"experience": FIELD, "activity": ()}, {"experience": FIELD, "activity": CHASES}),
    ("Responsable de riego", {"experience": FIELD, "activity": ()}, {"experience": FIELD, "activity": OFFERS}),
    ("Global CEO, irrigation", {"experience": FIELD, "joined": 2012}, HOLLOW),
    ("Gerente", {"experience": FIELD}, {"experience": (role("Gerente", "Clínica dental Sol", "2013", None, "Odontología."),)}),
    ("Ingeniera", {"known": True}, {"known": False}),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "one", "other"), PAIRS)
def test_the_advice_turns_only_when_the_fact_is_seen(readers, shipped_policy, headline, one, other):
    """Two people alike in all that was seen get the same answer, until somebody looks."""
    unseen = dossier("Iria Rey", headline=headline), dossier("Brais Gil", headline=headline)
    before = verdicts(readers, shipped_policy, *unseen)
    assert before[0].advice == before[1].advice
    assert before[0].axes == before[1].axes
    after = verdicts(readers, shipped_policy, with_seen(unseen[0], **one), with_seen(unseen[1], **other))
    assert after[0].advice != after[1].advice


@pytest.mark.parametrize(("headline", "_one", "other"), PAIRS[:3])
def test_nobody_is_turned_away_for_what_was_not_looked_at(readers, shipped_policy, headline, _one, other):
    """The bad news is in the page, so before the page there is none."""
    (before,) = verdicts(readers, shipped_policy, dossier(headline=headline))
    (after,) = verdicts(readers, shipped_policy, dossier(headline=headline, **other))
    assert before.axes["doubt"] <= 0
    assert before.axes["aim"] <= 0
    assert max(after.axes["doubt"], after.axes["aim"]) >= 9


def crowd(opened, count=20):
    """A queue in which some profiles have been opened."""
    people = [
        replace(
            dossier(headline="Gerente"),
            person=Person(n, f"P {n}", f"p-{n:02}", f"https://www.linkedin.com/in/p-{n:02}"),
        )
        for n in range(count)
    ]
    return [with_seen(d, experience=FIELD) if n < opened else d for n, d in enumerate(people)]


@pytest.mark.parametrize(("opened", "looks"), [(0, True), (4, True), (5, False), (9, False)])
def test_a_quarter_of_the_profiles_is_enough(readers, shipped_policy, opened, looks):
    """Then what is seen decides: the member's evening is not spent on opening pages."""
    answers = answer(hang_on(crowd(opened), readers), shipped_policy)
    unopened = {a.verdict.row for a in answers if not a.dossier.page_seen}
    assert ("look_first" in unopened) is looks


def test_the_budget_is_the_policys(readers, shipped_policy):
    """A member with more patience writes another share."""
    from calabazas import shipped

    patient = load(shipped.read("policy.toml"), {"asking": {"profiles_share": 1.0}})
    answers = answer(hang_on(crowd(9), readers), patient)
    assert "look_first" in {a.verdict.row for a in answers if not a.dossier.page_seen}


def test_who_is_in_the_queue_changes_no_weights(readers, shipped_policy):
    """Only whether there is time to look."""
    alone, *_ = answer(hang_on(crowd(0, 1), readers), shipped_policy)
    among, *_ = answer(hang_on(crowd(0, 20), readers), shipped_policy)
    assert alone.verdict.axes == among.verdict.axes


def looked(slug, chance, *, days=2, look="page"):
    """An answer whose one look has this chance."""
    d = replace(dossier(days=days), person=Person(1, slug, slug, ""))
    from calabazas import shipped

    verdict = judge(d, [], load(shipped.read("policy.toml")))
    return Answer(d, replace(verdict, asked=(Asked(look, ("fit",), chance, 30, {}),)))


def test_looks_come_by_their_chance_and_the_stale_behind():
    """Ties in the order of addresses, so that two runs agree."""
    answers = [
        looked("c", 0.3),
        looked("a", 0.3),
        looked("stale", 0.35, days=60),
        looked("best", 0.5),
        looked("none", 0.9, look="ask"),
    ]
    worth = looks_worth_taking(answers)
    assert [x.answer.dossier.person.slug for x in worth] == ["best", "a", "c", "stale"]
    assert worth[0].chance == 0.5


def test_the_page_vouches_for_a_bland_headline(readers, shipped_policy):
    """What the look shows is what it was expected to turn."""
    (before,) = verdicts(readers, shipped_policy, dossier(headline="Gerente", mutual_connections=12))
    page = next(a for a in before.asked if a.look == "page")
    assert "accept" in page.turns_to
    seen = dossier(
        headline="Gerente",
        mutual_connections=12,
        experience=FIELD,
        about="Llevo el riego de dos mil hectáreas.",
        education=(study("UPCT"),),
    )
    (after,) = verdicts(readers, shipped_policy, seen)
    assert after.advice == "accept"
