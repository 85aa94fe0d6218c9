"""The ledger only grows: what was taken back stays readable, and taking back is a line of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from store_rows import connection, take

from calabazas.store import acts, dossiers, people
from calabazas.store.acts import Act

if TYPE_CHECKING:
    from calabazas.store import Store

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def ada(store: Store) -> int:
    take(store, {"connections": [connection("Ada One"), connection("Bo Two")]})
    return people.find(store, "Ada One")[0].id


def deeds(store: Store, person: int, today: date = date(2026, 11, 23)) -> list[tuple[str, str]]:
    return [(deed.kind, deed.value) for deed in dossiers.dossiers(store, today, [person])[0].deeds]


def test_what_was_advised_is_kept_as_it_was_shown(store: Store, ada: int) -> None:
    """A later policy must not rewrite what the member saw when they decided."""
    shown = {
        "verdict": "ignore",
        "sentences": ["«15.850 contactos; no se ve nada propio publicado»"],
        "policy": 3,
    }
    acts.record(store, [Act(ada, "decided", "accept", shown)], AT)
    (kept,) = acts.journal(store, ada)
    assert kept.act == Act(ada, "decided", "accept", shown)
    assert (kept.at, kept.undone) == ("2026-11-20T09:00:00+00:00", False)
    assert deeds(store, ada) == [("decided", "accept")]


def test_undo_takes_the_last_batch_back_and_then_the_one_before(store: Store, ada: int) -> None:
    acts.record(store, [Act(ada, "starred")], AT)
    acts.record(store, [Act(ada, "tagged", "fair"), Act(ada, "noted", "met at the fair")], AT)
    assert [kept.act.kind for kept in acts.undo(store, AT)] == ["tagged", "noted"]
    assert deeds(store, ada) == [("starred", "")]
    assert [kept.act.kind for kept in acts.undo(store, AT)] == ["starred"]
    assert acts.undo(store, AT) == ()
    assert deeds(store, ada) == []


def test_after_an_undo_new_acts_can_be_made_and_undone(store: Store, ada: int) -> None:
    for word in ("one", "two"):
        acts.record(store, [Act(ada, "tagged", word)], AT)
        acts.undo(store, AT)
    acts.record(store, [Act(ada, "tagged", "three")], AT)
    assert deeds(store, ada) == [("tagged", "three")]


def test_nothing_is_ever_changed(store: Store, ada: int) -> None:
    """Every line that was there before an act is there, the same, after it."""
    acts.record(store, [Act(ada, "decided", "ignore")], AT)
    before = store.db.execute("SELECT * FROM act").fetchall()
    acts.undo(store, AT)
    acts.record(store, [Act(ada, "done")], AT)
    assert store.db.execute("SELECT * FROM act").fetchall()[: len(before)] == before
    assert [(kept.act.kind, kept.undone) for kept in acts.journal(store)] == [
        ("decided", True),
        ("undone", False),
        ("done", False),
    ]


def test_a_day_knows_the_acts_up_to_it_and_the_undoings_too(store: Store, ada: int) -> None:
    acts.record(store, [Act(ada, "starred")], AT)
    acts.undo(store, AT + timedelta(days=2))
    day = AT.date()
    assert deeds(store, ada, day - timedelta(days=1)) == []
    assert deeds(store, ada, day) == [("starred", "")]
    assert deeds(store, ada, day + timedelta(days=2)) == []


@pytest.mark.parametrize("act", [Act(1, "praised"), Act(1, "undone"), Act(1, "decided", "perhaps")])
def test_only_known_acts_are_written(store: Store, ada: int, act: Act) -> None:
    """One wrong act of a batch, and none of it is written."""
    with pytest.raises(ValueError, match=act.kind):
        acts.record(store, [Act(ada, "starred"), act], AT)
    assert acts.journal(store) == []


def test_acts_outlive_the_files_that_told_of_the_person(store: Store, ada: int) -> None:
    """Undoing the only import takes the facts away, not the member's own words."""
    from calabazas.store import intakes

    acts.record(store, [Act(ada, "noted", "owes me a coffee")], AT)
    intakes.undo(store, None, "now")
    assert deeds(store, ada) == [("noted", "owes me a coffee")]
    assert people.find(store, "Bo Two") == []
