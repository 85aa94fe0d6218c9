"""The replay sees only what was known when an invitation came; every trap planted here lies after that day."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, invitation, message, observed, take, trace

from calabazas import shipped
from calabazas.desk.backtest import backtest, beside, document
from calabazas.language import Language
from calabazas.store import acts, open_member, people, replay, settings
from calabazas.store.acts import Act
from calabazas.verdict.policy import load

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CAME = "2026-09-01T10:00:00"
EN = Language("en")


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        settings.put(opened, "target", "Busco responsables de riego y agrónomos.", NOW)
        yield opened


def dossier(store, **options):
    (d,) = replay.as_they_came(store, replay.past_invitations(store, TODAY), TODAY, **options)
    return d


def nothing_known(d):
    return (
        d.conversation is None
        and not (d.links or d.deeds or d.observations or d.echoes)
        and d.connection is None
    )


TRAPS = {
    "message later": {"messages": [message("Ada One", "2026-09-02T10:00:00", "Encantada")]},
    "message of the same day, after the yes": {
        "messages": [message("Ada One", "2026-09-01T18:00:00", "Encantada")]
    },
    "the tie itself": {
        "connections": [connection("Ada One", "2026-09-01", company="Hidroagro", position="Agrónoma")]
    },
    "recommendation later": {
        "recommendations": [trace("recommendation_received", "Ada One", on="2026-10-01")]
    },
    "address book of today": {"address_book": [trace("address_book", "Ada One", on="")]},
    "profile seen later": {"profile": [observed("Ada One", "2026-10-01", headline="Agrónoma")]},
    "the same note from others, later": {
        "invitations": [
            invitation(n, "2026-10-01T10:00:00", "Vendo tensiómetros de segunda mano")
            for n in ("Bo Two", "Cy Three")
        ]
    },
}


@pytest.mark.parametrize("trap", TRAPS)
def test_nothing_of_later_is_seen(store, trap):
    first = invitation("Ada One", CAME, "Vendo tensiómetros de segunda mano")
    files = {k: list(v) for k, v in TRAPS[trap].items()}
    files["invitations"] = [first, *files.get("invitations", [])]
    take(store, files)
    found = {
        d.person.name: d for d in replay.as_they_came(store, replay.past_invitations(store, TODAY), TODAY)
    }
    assert nothing_known(found["Ada One"]), trap
    assert found["Ada One"].today == date(2026, 9, 1)


def test_words_of_those_who_came_later_move_nothing(store):
    """What is rare among all who ever asked was not known the day the first of them did."""
    settings.put(store, "target", "Busco gente que calibre tensiómetros en viñedos", NOW)
    later = [f"Later {chr(97 + n)}" for n in range(14)]
    take(
        store,
        {
            "invitations": [
                invitation("Ada One", CAME, "Hola"),
                *(invitation(n, "2026-10-01T10:00:00", "Hola") for n in later),
            ],
            "profile": [
                observed("Ada One", "2026-09-01", headline="Técnica de tensiómetros en viñedos"),
                *(observed(n, "2026-10-01", headline="Pintor de fachadas") for n in later),
            ],
        },
    )
    cases = {c.dossier.person.name: c for c in backtest(store, TODAY).cases}
    assert len(cases) == 15
    assert cases["Ada One"].dossier.readings.shared_words == ()


def test_a_star_of_later_is_not_seen(store):
    take(store, {"invitations": [invitation("Ada One", CAME)]})
    person = people.find(store, "Ada One")[0].id
    acts.record(store, [Act(person, "starred")], datetime(2026, 9, 1, 18, tzinfo=UTC))
    assert nothing_known(dossier(store))


def test_what_was_known_by_then_is_seen(store):
    """A replay that saw nothing at all would pass every trap."""
    take(
        store,
        {
            "invitations": [invitation("Ada One", CAME, "Hola")],
            "messages": [message("Ada One", "2026-03-02T10:00:00", "¿Cómo va?")],
            "recommendations": [trace("recommendation_received", "Ada One", on="2025-10-01")],
            "profile": [observed("Ada One", "2026-09-01", headline="Agrónoma")],
        },
    )
    take(store, {"imported": [trace("address_book", "Ada One", on="")]}, "2026-05-01")
    d = dossier(store)
    assert d.conversation is not None
    assert {x.kind for x in d.links} == {"recommendation_received", "address_book"}
    assert d.profile.headline == "Agrónoma"
    assert d.invitation.note == "Hola"


def test_positions_of_today_only_when_asked(store):
    take(
        store,
        {
            "invitations": [invitation("Ada One", CAME)],
            "connections": [connection("Ada One", "2026-09-03", position="Agrónoma")],
        },
    )
    assert dossier(store).profile.position is None
    assert dossier(store, positions=True).profile.position == "Agrónoma"


def past(store):
    rows = [
        ("Agro Yes", "Técnica de riego y agrónoma"),
        ("Notary Yes", "Notaria"),
        ("Notary Left", "Notario"),
        ("Agro No", "Agrónomo de riego"),
    ]
    take(
        store,
        {
            "invitations": [*(invitation(n, CAME) for n, _ in rows), invitation("Came Now", "2026-11-20T10:00:00"), invitation("Name Only", CAME)],
            "list": [observed(n, "2026-09-01", headline=h, source="list") for n, h in rows],
            "connections": [connection(n, "2026-09-03") for n in ("Agro Yes", "Notary Yes", "Name Only")],
            "messages": [message("Notary Yes", "2026-09-05T10:00:00", "Hola"), message("Notary Yes", "2026-09-06T10:00:00", "Hola", mine=True)],
        },
    )  # fmt: skip
    acts.record(
        store,
        [Act(people.find(store, "Agro No")[0].id, "decided", "ignore")],
        datetime(2026, 9, 4, tzinfo=UTC),
    )


def test_deeds_outcomes_and_claims(store):
    past(store)
    b = backtest(store, TODAY)
    assert {c.dossier.person.name: (c.did, c.talked, c.bare) for c in b.cases} == {
        "Agro Yes": ("accepted", False, False),
        "Notary Yes": ("accepted", True, False),
        "Notary Left": ("left", False, False),
        "Agro No": ("declined", False, False),
        "Name Only": ("accepted", False, True),
    }
    claims = " ".join(EN.say(c) for c in b.claims)
    assert "5 past invitations" in claims
    assert "Of 1 only a name was known" in claims
    assert "not told by any archive" not in claims, "a decline was logged here"
    assert "came to talk with 1 of 1" in claims
    assert sum(b.table.values()) == 5


def test_what_each_finding_did_alone(store):
    past(store)
    by_name = {w.name: w for w in backtest(store, TODAY).findings}
    assert by_name["fit.nothing"].hits == 2
    assert (by_name["fit.nothing"].accepted.k, by_name["fit.nothing"].accepted.n) == (1, 3)
    assert by_name["fit.exact"].alone >= 1, "without it nothing would speak for them"


def test_two_policies_on_the_same_cases(store):
    past(store)
    strict = load(
        shipped.read("policy.toml"), {"evidence": {"fit": {"levels": {"exact": {"decibans": -20}}}}}
    )
    both = beside(store, TODAY, strict)
    assert {a.dossier.person.name for a, _ in both.parted} <= {"Agro Yes", "Agro No"}
    assert both.parted
    doc = document(both.one, EN, both.other)
    assert doc["other"]["policy_version"] == strict.version
    assert len(doc["parted"]) == len(both.parted)


def test_without_a_past_there_is_nothing_to_prove(store):
    b = backtest(store, TODAY)
    assert (b.cases, b.agreed.n, b.findings) == ((), 0, ())
    assert document(b, EN)["cases"] == 0
