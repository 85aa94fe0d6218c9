"""Where an invitation stands: what the archive cannot tell stays unclear, and nothing is claimed that nobody saw."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from store_rows import connection, invitation, slug, take

from calabazas.people.records import ListTaken
from calabazas.people.standing import OPEN, Standing
from calabazas.store import Store, acts, dossiers, people

TODAY = date(2026, 11, 23)
DAYS = {
    name: (TODAY - timedelta(days=ago)).isoformat()
    for name, ago in {"fresh": 3, "old": 60, "edge": 183, "past": 184}.items()
}
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def page(*names: str, as_of: str = "2026-11-23", complete: bool = True) -> ListTaken:
    return ListTaken("received", as_of, frozenset(map(slug, names)), complete, 0)


def standing_of(store: Store, name: str = "Di Four", today: date = TODAY) -> Standing:
    (person,) = people.find(store, name)
    (dossier,) = dossiers.dossiers(store, today, [person.id])
    return dossier.standing


@pytest.mark.parametrize(
    ("sent", "standing"),
    [
        ("fresh", Standing.UNCLEAR),
        ("old", Standing.UNCLEAR),
        ("edge", Standing.UNCLEAR),
        ("past", Standing.EXPIRED),
    ],
)
def test_only_an_archive_knows_it(store: Store, sent: str, standing: Standing) -> None:
    """Waiting, or ignored long ago: an archive keeps both, so that neither can be said."""
    take(store, {"invitations": [invitation("Di Four", DAYS[sent])]})
    assert standing_of(store) is standing
    assert bool(dossiers.open_invitations(store, TODAY)) is (standing in OPEN)


def test_a_page_that_holds_it_says_that_it_waits(store: Store) -> None:
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]})
    take(store, {"received_list": [invitation("Di Four", "2026-09-23", exact=False), page("Di Four")]})
    assert standing_of(store) is Standing.WAITING


def test_missing_from_a_newer_whole_page_is_gone(store: Store) -> None:
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]}, "2026-11-20")
    take(store, {"received_list": [page("Ed Five")]})
    assert standing_of(store) is Standing.GONE


def test_missing_from_part_of_a_page_means_nothing(store: Store) -> None:
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]}, "2026-11-20")
    take(store, {"received_list": [page("Ed Five", complete=False)]})
    assert standing_of(store) is Standing.UNCLEAR


def test_a_page_says_nothing_of_what_came_after_it(store: Store) -> None:
    take(store, {"received_list": [page("Ed Five", as_of="2026-11-19")]}, "2026-11-19")
    take(store, {"invitations": [invitation("Di Four", "2026-11-20T10:00:00")]}, "2026-11-22")
    assert standing_of(store) is Standing.UNCLEAR


def test_an_archive_newer_than_the_page_makes_it_unclear_again(store: Store) -> None:
    """The page lacked it, the later archive has it: one of both is behind, and the member has to look."""
    take(store, {"received_list": [page("Ed Five", as_of="2026-11-10")]}, "2026-11-10")
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]}, "2026-11-22")
    assert standing_of(store) is Standing.UNCLEAR


def test_a_page_by_names_alone_never_makes_a_namesake_gone(store: Store) -> None:
    """Plain text has no addresses; with two of the name, either may be the one in the page."""
    one = invitation("Di Four", DAYS["old"])
    take(store, {"invitations": [one, one._replace(slug="di-four-2")]}, "2026-11-20")
    take(store, {"received_list": [invitation("Di Four", DAYS["old"], exact=False, named_only=True), page()]})
    standings = {d.person.slug: d.standing for d in dossiers.invited(store, TODAY) if d.person.slug}
    assert standings == {"di-four": Standing.UNCLEAR, "di-four-2": Standing.UNCLEAR}


def test_a_page_by_names_alone_confirms_the_one_it_can_mean(store: Store) -> None:
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]}, "2026-11-20")
    take(store, {"received_list": [invitation("Dí FOUR", DAYS["old"], exact=False, named_only=True), page()]})
    assert standing_of(store) is Standing.WAITING
    assert len(dossiers.open_invitations(store, TODAY)) == 1


def test_a_mail_as_new_as_the_archive_confirms(store: Store) -> None:
    take(store, {"mail": [invitation("Di Four", "2026-11-20T08:00:00")]}, "2026-11-20")
    assert standing_of(store) is Standing.WAITING
    take(store, {"invitations": [invitation("Di Four", "2026-11-20T08:00:00")]}, "2026-11-22")
    assert standing_of(store) is Standing.UNCLEAR


def test_an_old_mail_confirms_nothing(store: Store) -> None:
    take(store, {"mail": [invitation("Di Four", DAYS["old"])]}, DAYS["old"])
    assert standing_of(store) is Standing.UNCLEAR


def test_connected_is_done_and_no_longer_open(store: Store) -> None:
    take(
        store,
        {
            "invitations": [invitation("Di Four", DAYS["old"])],
            "connections": [connection("Di Four", DAYS["fresh"])],
        },
    )
    assert standing_of(store) is Standing.DONE
    assert dossiers.open_invitations(store, TODAY) == []


def test_asked_again_after_leaving(store: Store) -> None:
    """Once a contact, removed since, and now another invitation: that one is open."""
    take(store, {"connections": [connection("Di Four", "2025-01-01")]}, "2025-06-01")
    take(
        store, {"connections": [connection("Ed Five")], "invitations": [invitation("Di Four", DAYS["fresh"])]}
    )
    assert standing_of(store) is Standing.UNCLEAR


@pytest.mark.parametrize(
    ("kind", "value", "standing"),
    [
        ("decided", "accept", Standing.DECIDED),
        ("decided", "ignore", Standing.DECIDED),
        ("decided", "follow", Standing.DECIDED),
        ("decided", "later", Standing.SNOOZED),
        ("done", "", Standing.DONE),
        ("met", "", Standing.UNCLEAR),
        ("noted", "look again", Standing.UNCLEAR),
    ],
)
def test_what_the_member_did(store: Store, kind: str, value: str, standing: Standing) -> None:
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]})
    (person,) = people.find(store, "Di Four")
    acts.record(store, [acts.Act(person.id, kind, value)], AT)
    assert standing_of(store) is standing
    assert standing_of(store, today=AT.date() - timedelta(days=1)) is not Standing.DECIDED, (
        "an act is not known before it is made"
    )
    acts.undo(store, AT)
    assert standing_of(store) is Standing.UNCLEAR


def test_later_ends_on_its_day(store: Store) -> None:
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]})
    (person,) = people.find(store, "Di Four")
    acts.record(store, [acts.Act(person.id, "decided", "later", until=date(2026, 11, 23))], AT)
    assert standing_of(store, today=date(2026, 11, 23)) is Standing.UNCLEAR


def test_decided_and_gone_from_the_page_is_done(store: Store) -> None:
    """The click was made on LinkedIn: the newer page is the proof."""
    take(store, {"invitations": [invitation("Di Four", DAYS["old"])]}, "2026-11-20")
    (person,) = people.find(store, "Di Four")
    acts.record(store, [acts.Act(person.id, "decided", "ignore")], AT)
    take(store, {"received_list": [page("Ed Five")]})
    assert standing_of(store) is Standing.DONE


def test_the_second_list_of_a_day_counts(store: Store) -> None:
    """Decided and clicked before noon: the list of noon is as new as the day lets it be, and newer than the first."""
    both = [invitation(name, DAYS["old"], row=i) for i, name in enumerate(("Di Four", "Ed Five"))]
    take(store, {"invitations": both}, "2026-11-20")
    (person,) = people.find(store, "Di Four")
    take(store, {"received_list": [*both, page("Di Four", "Ed Five")]})
    acts.record(store, [acts.Act(person.id, "decided", "ignore")], AT)
    assert standing_of(store) is Standing.DECIDED
    take(store, {"received_list": [both[1], page("Ed Five")]})
    assert standing_of(store) is Standing.DONE


def test_a_decision_about_an_earlier_attempt_says_nothing_of_this_one(store: Store) -> None:
    take(store, {"invitations": [invitation("Di Four", "2026-03-01")]}, "2026-04-01")
    (person,) = people.find(store, "Di Four")
    acts.record(store, [acts.Act(person.id, "decided", "ignore")], datetime(2026, 4, 2, 9, tzinfo=UTC))
    take(store, {"invitations": [invitation("Di Four", DAYS["fresh"])]}, "2026-11-23")
    assert standing_of(store) is Standing.UNCLEAR


@pytest.mark.parametrize(
    ("exact", "coarse", "counts"),
    [
        ("2026-11-20T08:30:00", "2026-11-21", "2026-11-20"),  # "2 days ago"
        ("2026-11-02T08:30:00", "2026-11-09", "2026-11-02"),  # "2 weeks ago", up to six days more
        ("2026-09-25T08:30:00", "2026-10-24", "2026-09-25"),  # "1 month ago" is anything below two
        ("2026-08-01T08:30:00", "2026-11-09", "2026-11-09"),  # too far apart: a second attempt
        (None, "2026-11-09", "2026-11-09"),
    ],
)
def test_the_exact_date_wins_over_a_lists_rounded_one(
    store: Store, exact: str | None, coarse: str, counts: str
) -> None:
    """One invitation, told by two sources: the fullest note and the most exact date are its own."""
    if exact:
        take(store, {"invitations": [invitation("Di Four", exact, "Hello Noa, we met in")]})
    take(
        store,
        {
            "received_list": [
                invitation("Di Four", coarse, "Hello Noa, we met in Vigo", exact=False),
                page("Di Four"),
            ]
        },
    )
    (dossier,) = dossiers.open_invitations(store, TODAY)
    assert dossier.invitation is not None
    assert dossier.invitation.sent_on.isoformat() == counts
    assert dossier.invitation.exact is (exact is not None and counts == exact[:10])
    assert dossier.invitation.note == "Hello Noa, we met in Vigo"


def test_an_invitation_sent_stands_beside(store: Store) -> None:
    take(
        store,
        {
            "invitations": [
                invitation("Di Four", DAYS["old"], "Mine to you", incoming=False),
                invitation("Di Four", DAYS["fresh"]),
            ]
        },
    )
    (dossier,) = dossiers.open_invitations(store, TODAY)
    assert dossier.sent is not None
    assert (dossier.sent.incoming, dossier.sent.note) == (False, "Mine to you")
    take(store, {"invitations": [invitation("Ed Five", DAYS["old"], incoming=False)]}, "2026-11-22")
    assert [d.person.name for d in dossiers.open_invitations(store, TODAY)] == ["Di Four"]
