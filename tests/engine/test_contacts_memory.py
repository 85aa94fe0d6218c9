"""What is held of the contacts after an act is what judging everybody anew would give; anything more is made anew."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, message, observed, take

from calabazas.engine import contacts
from calabazas.engine.contacts_memory import HeldContacts
from calabazas.engine.engine import Engine
from calabazas.store import acts, changes, open_member, people, settings
from calabazas.store.acts import Act

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OFF = {"company": "Notaría Pérez", "position": "Notario"}
NAMES = ("Starred One", "Forgotten One", "Kept One", "Old Friend", "Plain One")


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        settings.put(opened, "target", "Busco responsables de riego y agrónomos.", NOW)
        said = [
            message("Old Friend", f"2019-0{n}-05T10:00:00", "Te cuento", mine=bool(n % 2), row=n)
            for n in range(1, 8)
        ]
        rows = [connection(n, "2016-03-04", **OFF) for n in NAMES]
        take(opened, {"connections": rows, "messages": said})
        yield opened


def held(store):
    return HeldContacts(contacts.judge(Engine(store), TODAY), changes.stamp(store), TODAY)


def the(store, name):
    return people.find(store, name)[0].id


def verdicts(answers):
    return {a.dossier.person.name: (a.verdict.advice, a.verdict.row, dict(a.verdict.axes)) for a in answers}


def test_an_act_touches_its_person_alone_and_as_if_all_were_judged(store):
    """The page after a key press must say what the command line would say."""
    before = held(store)
    acts.record(
        store,
        [
            Act(the(store, "Starred One"), "starred"),
            Act(the(store, "Forgotten One"), "forgotten_who"),
            Act(the(store, "Old Friend"), "forgotten_who"),
        ],
        NOW,
    )
    after = before.refreshed(Engine(store), changes.stamp(store), TODAY)
    assert verdicts(after.answers()) == verdicts(contacts.judge(Engine(store), TODAY))
    assert verdicts(after.answers())["Starred One"][0] == "keep"
    assert after.get(the(store, "Plain One")) is before.get(the(store, "Plain One"))
    assert verdicts(before.answers())["Starred One"][0] == "let_go", "what was handed out stays as it was"


def test_undo_brings_the_advice_back(store):
    before = held(store)
    acts.record(store, [Act(the(store, "Starred One"), "starred")], NOW)
    starred = before.refreshed(Engine(store), changes.stamp(store), TODAY)
    acts.undo(store, NOW)
    again = starred.refreshed(Engine(store), changes.stamp(store), TODAY)
    assert verdicts(again.answers()) == verdicts(before.answers())


def test_nothing_new_is_nothing_to_do(store):
    one = held(store)
    assert one.refreshed(Engine(store), changes.stamp(store), TODAY) is one


def test_whatever_may_touch_everybody_is_judged_anew(store):
    """Another day, archive, target or look: what is held says nothing about it any more."""
    one = held(store)
    assert one.refreshed(Engine(store), changes.stamp(store), date(2026, 11, 24)) is None
    take(store, {"connections": [connection("New One")]})
    assert one.refreshed(Engine(store), changes.stamp(store), TODAY) is None
    one = held(store)
    take(store, {"look": [observed("Plain One", "2026-11-23", known=True, source="look")]})
    acts.record(store, [Act(the(store, "Plain One"), "noted", "x")], NOW)
    assert one.refreshed(Engine(store), changes.stamp(store), TODAY) is None
    one = held(store)
    settings.put(store, "target", "Busco notarios.", NOW)
    assert one.refreshed(Engine(store), changes.stamp(store), TODAY) is None


def test_an_act_about_somebody_who_is_not_in_changes_nothing(store):
    """Deciding on an invitation does not judge the network again."""
    one = held(store)
    take(store, {})
    one = held(store)
    acts.record(store, [Act(None, "noted", "about nobody")], NOW)
    after = one.refreshed(Engine(store), changes.stamp(store), TODAY)
    assert verdicts(after.answers()) == verdicts(one.answers())
