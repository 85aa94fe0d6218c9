"""The stamp: equal when nothing moved, and telling whom what moved speaks of."""

from __future__ import annotations

from datetime import UTC, date, datetime

from store_rows import invitation, take

from calabazas.desk.study import looked
from calabazas.store import acts, changes, people, settings
from calabazas.store.acts import Act

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = date(2026, 11, 23)


def ground(store):
    take(
        store,
        {"invitations": [invitation("Ana Uno", "2026-11-20"), invitation("Luis Dos", "2026-11-21", row=2)]},
    )
    return people.find(store, "Ana Uno")[0], changes.stamp(store)


def test_nothing_happened(store):
    """Reading is no change."""
    _, before = ground(store)
    people.find(store, "Luis")
    assert changes.stamp(store) == before
    assert changes.touched(store, before, before) == frozenset()


def test_an_act_and_its_undoing_touch_one(store):
    """The ledger only grows, so taking back is seen as well."""
    ana, before = ground(store)
    acts.record(store, [Act(ana.id, "decided", "accept")], NOW)
    after = changes.stamp(store)
    assert changes.touched(store, before, after) == {ana.id}
    acts.undo(store, NOW)
    assert changes.touched(store, after, changes.stamp(store)) == {ana.id}


def test_a_look_touches_one(store):
    """A tick of the check-list is an import of one row, and must not cost a whole queue."""
    ana, before = ground(store)
    looked(store, ana, {"verified": "yes"}, DAY)
    assert changes.touched(store, before, changes.stamp(store)) == {ana.id}


def test_an_import_or_a_setting_may_touch_anybody(store):
    """When in doubt everybody is judged: slow once, wrong never."""
    _, before = ground(store)
    take(store, {"invitations": [invitation("Eva Tres", "2026-11-22")]})
    after = changes.stamp(store)
    assert changes.touched(store, before, after) is None
    for key in ("target", "target_toml", "policy"):
        settings.put(store, key, f"{key} = 1", NOW)
        now = changes.stamp(store)
        assert changes.touched(store, after, now) is None
        after = now


def test_settings_of_the_pages_touch_nobody(store):
    """Dark or light changes no advice."""
    _, before = ground(store)
    settings.put(store, "web.theme", "dark", NOW)
    assert changes.stamp(store) == before
