"""What is current follows the day the data held, never the order in which files came."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest
from store_rows import connection, invitation, message, observed, take, trace

from calabazas.people.standing import Standing
from calabazas.store import dossiers, intakes, open_member

if TYPE_CHECKING:
    from pathlib import Path

    from calabazas.evidence.dossier import Dossier
    from calabazas.store import Store

TODAY = date(2026, 11, 23)
OLD, MIDDLE, NEW = "2025-03-01", "2026-03-01", "2026-11-01"
ARCHIVES = {
    OLD: {
        "connections": [connection("Ada One", company="Faro"), connection("Bo Two")],
        "messages": [message("Ada One", "2025-01-01T10:00:00", "Hola Ada")],
    },
    MIDDLE: {
        "connections": [
            connection("Ada One", company="Norte"),
            connection("Bo Two"),
            connection("Cy Three", "2026-02-01"),
        ]
    },
    NEW: {
        "connections": [connection("Ada One", company="Brisa"), connection("Cy Three", "2026-02-01")],
        "invitations": [invitation("Di Four", "2026-10-20T09:00:00")],
    },
}


def state(store: Store, today: date = TODAY) -> dict[str, tuple[object, ...]]:
    """Everybody known, as evidence sees them, without the numbers of rows in the database."""
    everybody = [row[0] for row in store.db.execute("SELECT id FROM person WHERE root = id")]
    return {d.person.name: shape(d) for d in dossiers.dossiers(store, today, everybody)}


def shape(d: Dossier) -> tuple[object, ...]:
    return (
        d.person.slug,
        d.standing,
        d.invitation,
        d.connection,
        d.conversation,
        d.links,
        d.observations,
        d.member,
    )


@pytest.mark.parametrize("order", list(itertools.permutations(ARCHIVES)))
def test_the_order_of_imports_does_not_matter(store: Store, order: tuple[str, ...]) -> None:
    """An older archive fills in, a newer one rules: six orders, one picture."""
    for as_of in order:
        take(store, ARCHIVES[as_of], as_of)
    seen = state(store)
    ada, bo, cy = (seen[name][3] for name in ("Ada One", "Bo Two", "Cy Three"))
    assert (ada.company, ada.still) == ("Brisa", True)
    assert bo.still is False, "missing from the newest complete file of contacts"
    assert cy.still is True
    assert seen["Ada One"][4].incoming == 1, "a newer archive without messages takes none away"


def test_an_incomplete_file_takes_nobody_away(store: Store) -> None:
    take(store, ARCHIVES[OLD], OLD)
    take(store, {"connections": [connection("Ada One")]}, NEW, complete=False)
    assert state(store)["Bo Two"][3].still is True


@pytest.mark.parametrize("order", list(itertools.permutations(ARCHIVES)))
@pytest.mark.parametrize("gone", list(ARCHIVES))
def test_any_intake_can_be_taken_back(
    store: Store, order: tuple[str, ...], gone: str, tmp_path: Path
) -> None:
    """Importing three and undoing one is importing the other two, whichever it is and in whatever order they came."""
    numbers = {as_of: take(store, ARCHIVES[as_of], as_of) for as_of in order}
    assert intakes.undo(store, numbers[gone], "now") == numbers[gone]
    with open_member(tmp_path / "other" / "member.sqlite") as other:
        for as_of in order:
            if as_of != gone:
                take(other, ARCHIVES[as_of], as_of)
        assert state(store) == state(other)
        assert tables(store) == tables(other)


def tables(store: Store) -> dict[str, int]:
    """Rows of each table that holds what files said."""
    names = (
        "person",
        "alias",
        "sighting",
        "connection",
        "invitation",
        "message",
        "body",
        "trace",
        "observation",
        "imprint",
        "merge",
    )
    return {name: store.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def test_undoing_everything_leaves_nothing(store: Store) -> None:
    for as_of, files in ARCHIVES.items():
        take(
            store,
            {
                **files,
                "address_book": [trace("address_book", "Ada One", emails="ada@example.net")],
                "profile": [observed("Ada One", OLD, about="x" * 80)],
            },
            as_of,
        )
    while intakes.undo(store, None, "now"):
        pass
    assert set(tables(store).values()) == {0}
    assert all(intake.undone for intake in intakes.every(store))
    assert intakes.data_as_of(store) is None


def test_an_undone_file_can_come_again(store: Store) -> None:
    first = take(store, ARCHIVES[NEW], NEW)
    before = state(store)
    intakes.undo(store, first, "now")
    assert take(store, ARCHIVES[NEW], NEW) is not None
    assert state(store) == before


def test_replaying_a_day_knows_nothing_of_later_ones(store: Store, tmp_path: Path) -> None:
    """The back-test is honest only if every part of the dossier forgets what came after."""
    later = {
        **ARCHIVES[NEW],
        "messages": [
            message("Ada One", "2025-02-01T10:00:00", "written before, known after"),
            message("Ada One", "2026-10-01T10:00:00", "later"),
        ],
        "address_book": [trace("address_book", "Ada One", on="2024-01-01")],
        "profile": [observed("Ada One", "2026-10-30", headline="Later")],
    }
    for as_of, files in {**ARCHIVES, NEW: later}.items():
        take(store, files, as_of)
    day = date(2026, 3, 2)
    with open_member(tmp_path / "other" / "member.sqlite") as other:
        for as_of in (OLD, MIDDLE):
            take(other, ARCHIVES[as_of], as_of)
        known_then = state(other, day)
        now = state(store, day)
        assert {name: now[name] for name in known_then} == known_then
        assert dossiers.open_invitations(store, day) == []
        assert [d.person.name for d in dossiers.all_contacts(store, day)] == [
            d.person.name for d in dossiers.all_contacts(other, day)
        ]


def test_within_a_file_later_days_wait_too(store: Store) -> None:
    """A file of a later day is hidden whole; one in force still hides what it dates after the day asked."""
    take(store, {"invitations": [invitation("Di Four", "2026-10-20T09:00:00")]}, "2026-10-01")
    assert dossiers.open_invitations(store, date(2026, 10, 19)) == []
    assert [d.standing for d in dossiers.open_invitations(store, date(2026, 10, 20))] == [Standing.UNCLEAR]


def test_people_are_called_as_the_newest_file_does(store: Store) -> None:
    """Somebody who changes their name is one person, and undoing gives the old name back."""
    first = connection("Ada One")
    take(store, {"connections": [first]}, OLD)
    newest = take(store, {"connections": [first._replace(name="Ada Zwei")]}, NEW)
    take(store, {"connections": [first._replace(name="Ada Middle")]}, MIDDLE)
    assert list(state(store)) == ["Ada Zwei"]
    intakes.undo(store, newest, "now")
    assert list(state(store)) == ["Ada Middle"]


def test_counts_tell_new_changed_and_unchanged(store: Store) -> None:
    take(store, ARCHIVES[OLD], OLD)
    take(store, ARCHIVES[MIDDLE], MIDDLE)
    file = intakes.every(store)[0].files[0]
    assert (file.read, file.new, file.changed, file.unchanged) == (3, 1, 1, 1)


def test_the_same_again_changes_nothing(store: Store) -> None:
    """Not even a row of bookkeeping: the file stays byte for byte, as far as its tables go."""
    take(store, ARCHIVES[NEW], NEW)
    before = "\n".join(store.db.iterdump())
    assert take(store, ARCHIVES[NEW], NEW, made_at="2027-01-01T00:00:00") is None
    assert "\n".join(store.db.iterdump()) == before
    assert take(store, ARCHIVES[NEW], "2026-11-02") is not None, (
        "the same rows on a later day are news of that day"
    )
