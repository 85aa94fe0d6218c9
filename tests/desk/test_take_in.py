"""What the member hands over is taken in whole or not at all, and the summary says what it came to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from calabazas.desk.take_in import AT_ONCE, OtherMemberError, take_in, undo_intake
from calabazas.people.records import Connection, Invitation, Message, Observed, Problem, Skipped
from calabazas.sources.found import Aside, Found, UnusableError
from calabazas.store import Store, dossiers, intakes, open_member
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from calabazas.people.records import Record

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        yield opened


def found(
    kind: str, *rows: Record | Problem, as_of: date | None = DAY, digest: str = "", complete: bool = True
) -> Found:
    return Found(f"{kind}.csv", kind, lambda: iter(rows), as_of, 0, complete, digest)


def contact(name: str = "Ada One", row: int = 2, on: str = "2024-01-02") -> Connection:
    return Connection(row, name, name.lower().replace(" ", "-"), "", "", "", on)


def invite(me: str = "noa", row: int = 2) -> Invitation:
    return Invitation(row, True, "Di Four", "di-four", "2026-11-01T10:00:00", True, "", me, me.title())


def said(sender: str, recipient: str, conversation: str = "c1", row: int = 2) -> Message:
    at = f"2025-01-01T10:00:{row:02}"
    return Message(
        row,
        conversation,
        sender.title(),
        sender,
        recipient.title(),
        (recipient,),
        at,
        "",
        "Hola",
        "INBOX",
        "personal",
    )


def test_the_summary_adds_up(store: Store) -> None:
    """Every row that was read is new, changed, unchanged, left out or a problem: nothing falls between."""
    problem = Problem("connections.csv", 5, say("The date {text} is none.", text="31 Feb"))
    aside = Aside("Logins.csv", known=True, reason=say("Not needed here."))
    heard: list[tuple[str, int]] = []
    summary = take_in(
        store,
        [
            aside,
            found("connections", contact(), contact("Bo Two", 3), problem, Skipped("hidden_connection", 4)),
        ],
        now=NOW,
        progress=lambda name, rows: heard.append((name, rows)),
    )
    assert summary.asides == (aside,)
    assert summary.data_as_of == DAY
    (file,) = summary.files
    assert (file.read, file.new, file.changed, file.unchanged, file.problems, file.left_out) == (
        7,
        2,
        0,
        0,
        1,
        {"hidden_connection": 4},
    )
    assert summary.total("read") == 7
    assert heard[-1] == ("connections.csv", 4)
    kept = store.db.execute("SELECT row, reason, args FROM problem").fetchall()
    assert kept == [(5, "The date {text} is none.", '{"text": "31 Feb"}')]


def test_many_rows_come_in_parts_with_progress(store: Store) -> None:
    heard: list[int] = []
    rows = [contact(f"Person Number{n}", n) for n in range(AT_ONCE + 10)]
    take_in(store, [found("connections", *rows)], now=NOW, progress=lambda _, rows: heard.append(rows))
    assert heard == [AT_ONCE, AT_ONCE + 10]
    assert len(dossiers.all_contacts(store, DAY)) == AT_ONCE + 10


def test_the_same_file_again_is_not_even_read(store: Store) -> None:
    """Known by its digest: nothing changes, and the summary names it."""
    file = found("connections", contact(), digest="abc")
    take_in(store, [file], now=NOW)

    def never() -> Iterator[Record | Problem]:
        raise AssertionError

    again = take_in(store, [Found(file.name, file.kind, never, DAY, 0, complete=True, digest="abc")], now=NOW)
    assert (again.intake, again.files, again.known) == (None, (), ("connections.csv",))
    assert len(intakes.every(store)) == 1


def test_the_same_rows_without_a_digest_change_nothing_either(store: Store) -> None:
    take_in(store, [found("connections", contact()), found("invitations", invite())], now=NOW)
    again = take_in(
        store,
        [found("connections", contact()), found("invitations", invite(), contact("Bo Two", 9))],
        now=NOW,
    )
    assert again.known == ("connections.csv",)
    assert [(file.name, file.new, file.unchanged) for file in again.files] == [("invitations.csv", 1, 1)]


def test_after_undo_the_same_file_is_new_again(store: Store) -> None:
    file = found("connections", contact(), digest="abc")
    first = take_in(store, [file], now=NOW).intake
    assert undo_intake(store, now=NOW) == first
    assert dossiers.all_contacts(store, DAY) == []
    assert undo_intake(store, now=NOW) is None
    assert take_in(store, [file], now=NOW).total("new") == 1


@pytest.mark.parametrize(
    ("told", "file", "expected"),
    [
        (None, DAY, ("2026-11-23", "file")),
        (date(2026, 5, 1), DAY, ("2026-05-01", "member")),
        (None, None, ("2024-01-02", "rows")),
    ],
)
def test_the_day_of_the_data(
    store: Store, told: date | None, file: date | None, expected: tuple[str, str]
) -> None:
    """The member's word, then the file's, then the newest row in it."""
    take_in(store, [found("connections", contact(), as_of=file)], as_of=told, now=NOW)
    assert store.db.execute("SELECT as_of, as_of_from FROM intake_file").fetchone() == expected


def test_without_any_date_the_day_is_today(store: Store) -> None:
    sight = Observed(2, "Ada One", "ada-one", "", "profile", {"headline": "x"})
    take_in(store, [found("profile_lines", sight, as_of=None), found("skills", as_of=None)], now=NOW)
    assert store.db.execute("SELECT as_of FROM intake_file").fetchall() == [("2026-11-23",)] * 2
    assert store.db.execute("SELECT observed_on FROM observation").fetchall() == [("2026-11-23",)]


def test_a_date_in_the_future_does_not_hide_a_file(store: Store) -> None:
    """One mistyped year in a file must not make all of it invisible until then."""
    take_in(
        store, [found("connections", contact(on="2062-01-02"), contact("Bo Two", 3), as_of=None)], now=NOW
    )
    assert [d.person.name for d in dossiers.all_contacts(store, DAY)] == ["Bo Two"]


@pytest.mark.parametrize(
    "first",
    [[found("invitations", invite("noa"))], [found("messages", said("noa", "a"), said("b", "noa", "c2", 3))]],
)
def test_another_members_archive_is_refused(store: Store, first: list[Found]) -> None:
    """One click on the wrong file must not mix two people's networks; nothing of it is stored."""
    take_in(store, first, now=NOW)
    before = "\n".join(store.db.iterdump())
    with pytest.raises(OtherMemberError) as refused:
        take_in(store, [found("connections", contact()), found("invitations", invite("eva"))], now=NOW)
    assert refused.value.sentence.args["other"] == "Eva"
    assert "\n".join(store.db.iterdump()) == before


def test_told_so_it_is_taken_and_both_addresses_are_the_members(store: Store) -> None:
    """People change their address: afterwards both are theirs, and messages from either are their own."""
    take_in(store, [found("invitations", invite("noa"))], now=NOW)
    take_in(
        store,
        [
            found("invitations", invite("noa-2")),
            found("messages", said("noa", "ada-one"), said("noa-2", "ada-one", row=3)),
        ],
        force=True,
        now=NOW,
    )
    assert intakes.member(store).slug == "noa-2"
    (talk,) = [
        d.conversation
        for d in dossiers.dossiers(
            store, DAY, [row[0] for row in store.db.execute("SELECT id FROM person WHERE slug = 'ada-one'")]
        )
    ]
    assert talk is not None
    assert (talk.outgoing, talk.incoming) == (2, 0)
    take_in(store, [found("invitations", invite("noa"), as_of=date(2026, 1, 1))], now=NOW)


def test_messages_alone_tell_whose_they_are(store: Store) -> None:
    """The only one in every conversation is the member."""
    rows = [said("ada-one", "noa"), said("noa", "bo-two", "c2", 3), said("cy", "noa", "c3", 4)]
    take_in(store, [found("messages", *rows)], now=NOW)
    assert intakes.member(store).slug == "noa"
    two = {d.person.slug: d.conversation for d in dossiers.dossiers(store, DAY, [1, 2, 3])}
    assert {slug: (talk.outgoing, talk.incoming) for slug, talk in two.items() if talk} == {
        "ada-one": (0, 1),
        "bo-two": (1, 0),
        "cy": (0, 1),
    }


def test_one_conversation_tells_nothing_about_whose_it_is(store: Store) -> None:
    """Either of the two may be the member: it is not guessed."""
    take_in(store, [found("messages", said("ada-one", "noa"), said("noa", "ada-one", row=3))], now=NOW)
    assert intakes.member(store).slug == ""


def test_an_unusable_file_stores_nothing_of_the_others(store: Store) -> None:
    def damaged() -> Iterator[Record | Problem]:
        yield said("ada-one", "noa")
        raise UnusableError(say("{file} is damaged.", file="messages.csv"))

    files = [found("connections", contact()), Found("messages.csv", "messages", damaged, DAY)]
    with pytest.raises(UnusableError):
        take_in(store, files, now=NOW)
    assert store.db.execute(
        "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM intake) + (SELECT count(*) FROM intake_file)"
    ).fetchone() == (0,)


def test_handing_over_nothing_stores_nothing(store: Store) -> None:
    summary = take_in(store, [], now=NOW)
    assert (summary.intake, summary.files, summary.data_as_of) == (None, (), None)
    assert intakes.every(store) == []
