"""Whom the member could invite: nobody connected, nobody invited, nobody after a no; the doubtful told apart."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from store_rows import ME, MY_NAME, connection, invitation, message, observed, slug, take, trace

from calabazas.people.records import ListTaken, Trace
from calabazas.store import Store, acts, people
from calabazas.store.acts import Act
from calabazas.store.candidates import candidates

TODAY = date(2026, 11, 23)


def card(name: str, company: str = "", address: str = "", **detail: str) -> Trace:
    return Trace(1, "address_book", name, address, company, "2024-01-01", "", detail)


def names(store: Store, today: date = TODAY) -> set[str]:
    found = candidates(store, today)
    return {p.name for id in found.via if (p := people.get(store, id))}


def act(
    store: Store, name: str, kind: str, value: str = "", *, days: int = 0, until: date | None = None
) -> None:
    (person,) = people.find(store, name)
    moment = datetime.combine(TODAY - timedelta(days=days), datetime.min.time(), timezone.utc)  # noqa: UP017 - 3.11 too
    acts.record(store, [Act(person.id, kind, value, until=until)], moment)


def test_everybody_whom_the_member_holds_somewhere(store: Store):
    """Each source brings its people, and is told."""
    take(
        store,
        {
            "address_book": [card("Ana Card")],
            "recommendation_received": [trace("recommendation_received", "Bea Praise")],
            "endorsement_given": [trace("endorsement_given", "Cai Click")],
            "member_follow": [trace("member_follow", "Dia Followed")],
            "people_list": [trace("listed", "Eva Listed", text="Congreso X")],
            "messages": [message("Fin Written", "2025-01-01T10:00:00", "Hola", mine=True)],
            "profile": [observed("Gal Studied", "2026-01-01", headline="Agrónoma")],
            "received_list": [
                observed("Hui Known", "2026-11-01", source="list", headline="Riego"),
                ListTaken("suggested", "2026-11-01", frozenset({slug("Hui Known")}), False, 0),
            ],
            "connections": [connection("Ivo Contact")],
        },
    )
    found = candidates(store, TODAY)
    told = {people.get(store, id).name: via for id, via in found.via.items()}  # type: ignore[union-attr]
    assert told == {
        "Ana Card": {"address_book"},
        "Bea Praise": {"recommendation_received"},
        "Cai Click": {"endorsement_given"},
        "Dia Followed": {"member_follow"},
        "Eva Listed": {"listed"},
        "Fin Written": {"messages"},
        "Gal Studied": {"studied"},
        "Hui Known": {"you_may_know"},
    }


def test_who_only_wrote_to_the_member_is_nobodys_wish(store: Store):
    """A stranger's pitch must not make a candidate of them."""
    take(store, {"messages": [message("Ada Pitch", "2025-01-01T10:00:00", "¡Oferta!")]})
    assert names(store) == set()


@pytest.mark.parametrize("incoming", [True, False])
def test_nobody_connected_or_invited(store: Store, incoming: bool):
    """In either direction: who asked is waited for in triage, who was asked is waited for anyway."""
    take(
        store,
        {
            "address_book": [
                card("Ada One", address=slug("Ada One")),
                card("Di Four", address=slug("Di Four")),
                card("Noa Member", address=ME),
            ],
            "connections": [connection("Ada One")],
            "invitations": [invitation("Di Four", "2026-10-01", incoming=incoming)],
        },
    )
    assert names(store) == set()


def test_the_member_is_no_candidate(store: Store):
    """Everybody stands in their own address book."""
    take(store, {"address_book": [card(MY_NAME), card("Ana Card")]})
    assert names(store) == {"Ana Card"}


def test_a_bare_name_is_matched_by_mail(store: Store):
    """Another spelling, the same mail: it is the contact."""
    take(
        store,
        {
            "connections": [connection("Ada Onesdottir", email="ada@acme.example")],
            "address_book": [card("Adi O.", emails="ada@acme.example")],
        },
    )
    assert names(store) == set()


def test_a_contacts_name_without_an_address_is_left_out(store: Store):
    """Two contacts of one name leave it open whose card it is; either way it is no stranger's."""
    take(
        store,
        {
            "connections": [connection("Ana Ruiz"), connection("Ana Ruiz")._replace(slug="ana-ruiz-2")],
            "address_book": [card("Ana Ruiz", "Acme")],
        },
    )
    found = candidates(store, TODAY)
    assert not found.via
    (perhaps,) = found.left_out.values()
    assert (perhaps.name, perhaps.invited) == ("Ana Ruiz", False)
    assert perhaps.confidence >= 0.5


def test_part_of_a_name_is_shown_and_not_hidden(store: Store):
    """With two surnames everybody is somebody else's namesake in part: told, not decided."""
    take(
        store,
        {
            "connections": [connection("Ana Ruiz Pena", company="Acme")],
            "address_book": [card("Ana Ruiz", "Other")],
        },
    )
    found = candidates(store, TODAY)
    (id,) = found.via
    assert found.perhaps[id].name == "Ana Ruiz Pena"
    assert found.perhaps[id].confidence < 0.5


def test_part_of_a_name_at_the_same_company_is_the_same_person(store: Store):
    """Two likenesses that agree are enough to leave somebody out."""
    take(
        store,
        {
            "connections": [connection("Ana Ruiz Pena", company="Acme")],
            "address_book": [card("Ana Ruiz", "ACME")],
        },
    )
    assert names(store) == set()


def test_a_namesake_with_an_address_of_their_own_stays(store: Store):
    """Two addresses are two people; the likeness is shown all the same."""
    take(
        store,
        {
            "connections": [connection("Ana Ruiz")],
            "address_book": [card("Ana Ruiz", address="ana-ruiz-other")],
        },
    )
    found = candidates(store, TODAY)
    assert len(found.via) == len(found.perhaps) == 1


def test_never_again_after_a_no(store: Store):
    """A no is a no until it is taken back."""
    take(store, {"address_book": [card("Ana Card")]})
    act(store, "Ana Card", "decided", "ignore", days=400)
    assert names(store) == set()
    assert candidates(store, TODAY).refused == 1
    acts.undo(store, datetime(2026, 11, 23, 13, tzinfo=timezone.utc))  # noqa: UP017 - 3.11 too
    assert names(store) == {"Ana Card"}


def test_later_comes_back_on_its_day(store: Store):
    """Not now is not never."""
    take(store, {"address_book": [card("Ana Card")]})
    act(store, "Ana Card", "decided", "later", until=TODAY + timedelta(days=1))
    assert names(store) == set()
    assert names(store, TODAY + timedelta(days=1)) == {"Ana Card"}


@pytest.mark.parametrize(("days", "may"), [(0, False), (20, False), (21, True)])
def test_three_weeks_after_a_withdrawal(store: Store, days: int, may: bool):
    """LinkedIn refuses it before; to suggest it would waste the member's time."""
    take(
        store,
        {
            "address_book": [card("Ana Card", address=slug("Ana Card"))],
            "invitations": [invitation("Ana Card", "2026-09-01", incoming=False)],
        },
    )
    assert names(store) == set()
    act(store, "Ana Card", "withdrawn", days=days)
    assert names(store) == ({"Ana Card"} if may else set())
    assert candidates(store, TODAY).waiting == (0 if may else 1)


def test_whoever_was_invited_by_the_members_word_is_not_suggested(store: Store):
    """The archive tells weeks later; the member knows now."""
    take(store, {"address_book": [card("Ana Card")]})
    act(store, "Ana Card", "sent", "Hola")
    assert names(store) == set()


def test_an_acquaintance_comes_up_when_something_new_is_seen(store: Store):
    """Followed rather than accepted: only another sight of them is a reason to think again."""
    take(
        store,
        {
            "invitations": [invitation("Di Four", "2026-01-01")],
            "profile": [observed("Di Four", "2026-01-05", headline="Otra cosa")],
        },
        as_of="2026-01-06",
    )
    act(store, "Di Four", "decided", "follow", days=300)
    assert names(store) == set()
    take(store, {"profile": [observed("Di Four", "2026-11-20", headline="Jefa de riego")]})
    assert names(store) == {"Di Four"}


def test_what_was_not_known_yet_is_not_told(store: Store):
    """Another day is asked as it stood: no look ahead."""
    take(store, {"people_list": [trace("listed", "Eva Listed", on="2026-11-01")]}, as_of="2026-11-01")
    assert names(store, date(2026, 10, 31)) == set()
    assert names(store, date(2026, 11, 1)) == {"Eva Listed"}
