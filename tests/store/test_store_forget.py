"""Forgetting erases a person from the very bytes of the file, and from what is imported later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store_rows import NOON, connection, invitation, message, observed, take, trace

from calabazas.people.records import Problem
from calabazas.store import acts, backup, dossiers, open_member, people, readings
from calabazas.store.acts import Act
from calabazas.store.forget import forget
from calabazas.words import say

if TYPE_CHECKING:
    from datetime import datetime

    from calabazas.store import Store

NAME, SLUG = "Zuleika Quintanar", "zuleika-quintanar"
WORDS = (
    b"Zuleika",
    b"Quintanar",
    b"quintanar",
    b"Xanadu",
    b"zq@example",
    b"secret sentence",
    b"owes me",
    b"her headline",
)


def everything() -> dict[str, list[object]]:
    said = [
        message(
            NAME, f"2025-01-{1 + n % 28:02}T10:{n // 28:02}:00", f"secret sentence {n} " * 30, mine=n % 2 == 0
        )
        for n in range(300)
    ]
    return {
        "connections": [connection(NAME, company="Xanadu", email="zq@example.net"), connection("Ada One")],
        "invitations": [invitation(NAME, "2026-10-01T10:00:00", "a secret sentence for a note")],
        "messages": [*said, message("Ada One", "2025-02-01T10:00:00", "kept")],
        "address_book": [trace("address_book", NAME, "Xanadu", emails="zq@example.net")],
        "profile": [
            observed(NAME, "2026-10-02", headline="her headline"),
            observed("Ada One", "2026-10-02", mutual_names=[NAME, "Bo Two"], headline="x"),
        ],
        "mail": [
            Problem(
                "a.eml",
                3,
                say("{url} is not the address of a LinkedIn profile.", url=f"linkedin.com/in/{SLUG}"),
            )
        ],
    }


def raw(store: Store) -> bytes:
    return b"".join(path.read_bytes() for path in store.path.parent.iterdir())


def forget_her(store: Store) -> None:
    (person,) = people.find(store, NAME)
    assert forget(store, person.id, NOON)


def test_nothing_of_the_person_is_left_in_the_bytes(store: Store, at: datetime) -> None:
    """File, journal and lock are searched as bytes: deleted rows live on in free pages if nobody sees to it."""
    take(store, everything())
    (person,) = people.find(store, NAME)
    acts.record(
        store,
        [
            Act(person.id, "noted", "owes me money"),
            Act(person.id, "decided", "ignore", {"said": f"{NAME} writes"}),
        ],
        at,
    )
    readings.put(store, "1", {"key": b"a secret sentence"})
    assert all(word in raw(store) for word in WORDS)
    forget_her(store)
    assert [word for word in WORDS if word in raw(store)] == []
    assert people.find(store, NAME) == []
    assert b"Ada One" in raw(store)
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_others_keep_what_is_theirs(store: Store) -> None:
    take(store, everything())
    forget_her(store)
    (ada,) = people.find(store, "Ada One")
    (d,) = dossiers.dossiers(store, date(2026, 11, 23), [ada.id])
    assert d.conversation is not None
    assert [one.text for one in d.conversation.said] == ["kept"]
    assert d.profile.mutual_names == ("Bo Two",)


def test_no_later_import_brings_them_back(store: Store) -> None:
    """Neither under the address nor by the bare name; the counts say that rows were left out."""
    take(store, everything())
    forget_her(store)
    later = {
        **everything(),
        "trace": [trace("recommendation_received", NAME, "Elsewhere", text="a secret sentence")],
    }
    take(store, later, "2026-11-24")
    assert people.find(store, NAME) == []
    assert [word for word in WORDS if word in raw(store)] == []
    left = dict(store.db.execute("SELECT kind, left_out FROM intake_file WHERE as_of = '2026-11-24'"))
    assert left["connections"] == '{"forgotten": 1}'
    assert left["messages"] == '{"forgotten": 300}'


def test_the_ledger_keeps_that_something_was_decided_but_not_about_whom(store: Store, at: datetime) -> None:
    """How often the advice was followed can still be counted."""
    take(store, everything())
    (person,) = people.find(store, NAME)
    acts.record(
        store, [Act(person.id, "decided", "ignore", {"said": "x"}), Act(person.id, "tagged", "rude")], at
    )
    forget_her(store)
    assert [
        (kept.act.person, kept.act.kind, kept.act.value, kept.act.shown) for kept in acts.journal(store)
    ] == [
        (None, "decided", "ignore", {}),
        (None, "tagged", "", {}),
    ]


def test_the_hashes_do_not_tell_who_it_was(store: Store) -> None:
    """Salted: somebody with the file cannot look a known address up without the file's own salt."""
    from hashlib import sha256

    take(store, everything())
    forget_her(store)
    digests = {row[0] for row in store.db.execute("SELECT digest FROM forgotten")}
    assert len(digests) == 2
    assert sha256(SLUG.encode()).digest() not in digests
    assert not any(
        table == "forgotten" or "forgotten" in str(row.get("key")) for table, row in backup.everything(store)
    )


def test_somebody_still_reading_is_told(store: Store) -> None:
    """Another process in the middle of reading keeps the old pages alive; the caller hears of it."""
    take(store, everything())
    (person,) = people.find(store, NAME)
    with open_member(store.path) as other:
        store.db.execute("PRAGMA busy_timeout = 200")
        other.db.execute("BEGIN")
        other.db.execute("SELECT count(*) FROM person").fetchone()
        assert forget(store, person.id, NOON) is False
        other.db.execute("COMMIT")
    assert people.find(store, NAME) == []
