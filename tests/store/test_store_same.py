"""Names without an address become somebody only when there is just one whom they can mean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from store_rows import NOON, connection, invitation, take, trace

from calabazas.store import dossiers, intakes, people, same

if TYPE_CHECKING:
    from calabazas.store import Store

TODAY = date(2026, 11, 23)


def links_of(store: Store, slug: str) -> list[tuple[str, str]]:
    (person,) = people.find(store, slug)
    (dossier,) = dossiers.dossiers(store, TODAY, [person.id])
    return [(link.kind, link.detail["match"]) for link in dossier.links]


def test_one_of_the_name_is_meant(store: Store) -> None:
    """Accents and capitals apart: an address book has them as somebody once typed them."""
    take(
        store,
        {
            "address_book": [trace("address_book", "antia FERNANDEZ medina")],
            "connections": [connection("Antía Fernández Medina")],
        },
    )
    assert links_of(store, "antía-fernández-medina") == [("address_book", "name")]


def test_of_two_of_the_name_neither_is_meant(store: Store) -> None:
    one = connection("Ada One")
    take(
        store,
        {
            "connections": [one, one._replace(slug="ada-one-2")],
            "address_book": [trace("address_book", "Ada One")],
        },
    )
    assert links_of(store, "ada-one") == links_of(store, "ada-one-2") == []


def test_a_namesake_who_comes_later_makes_the_guess_void_and_undoing_makes_it_good(store: Store) -> None:
    """The inference is drawn anew with every import, in both directions."""
    take(
        store,
        {"connections": [connection("Ada One")], "address_book": [trace("address_book", "Ada One")]},
        "2026-01-01",
    )
    assert links_of(store, "ada-one") == [("address_book", "name")]
    namesake = take(
        store, {"invitations": [invitation("Ada One", "2026-10-01T10:00:00")._replace(slug="ada-one-2")]}
    )
    assert links_of(store, "ada-one") == []
    intakes.undo(store, namesake, NOON)
    assert links_of(store, "ada-one") == [("address_book", "name")]


def test_a_mail_address_decides_between_namesakes(store: Store) -> None:
    one = connection("Ada One", email="ada@example.net")
    book = trace("address_book", "A. One", emails="other@example.net, ADA@example.net")
    take(store, {"connections": [one, one._replace(slug="ada-one-2", email="")], "address_book": [book]})
    assert links_of(store, "ada-one") == [("address_book", "mail")]
    assert links_of(store, "ada-one-2") == []


def test_a_card_with_nothing_but_a_mail_address_counts(store: Store) -> None:
    take(
        store,
        {
            "connections": [connection("Ada One", email="ada@example.net")],
            "address_book": [trace("address_book", "", emails="ada@example.net")],
        },
    )
    assert links_of(store, "ada-one") == [("address_book", "mail")]


@pytest.mark.parametrize(
    ("company", "expected"), [("Faro, S.L.", [("address_book", "name_company")]), ("Norte", []), ("", [])]
)
def test_a_common_name_needs_the_company_too(
    store: Store, company: str, expected: list[tuple[str, str]]
) -> None:
    """Where a fifth are called García and a fifth Ana, one Ana García in the network is likely not the one meant."""
    crowd = [connection(f"Ana Number{n}") for n in range(10)] + [
        connection(f"Number{n} Garcia") for n in range(10)
    ]
    take(
        store,
        {
            "connections": [*crowd, connection("Ana Garcia", company="Faro S.L.")],
            "address_book": [trace("address_book", "Ana García", company)],
        },
    )
    assert links_of(store, "ana-garcia") == expected


def test_one_word_is_no_name_to_go_by(store: Store) -> None:
    take(store, {"connections": [connection("Mamá")], "address_book": [trace("address_book", "Mamá")]})
    assert links_of(store, "mamá") == []


def test_the_member_joins_and_parts_people(store: Store) -> None:
    """Somebody with two profiles is one person from then on, and two again when that was a mistake."""
    take(
        store,
        {
            "connections": [connection("Ada One"), connection("A Uno")],
            "endorsements": [trace("endorsement_received", "Ada One", text="SEO")._replace(slug="a-uno")],
        },
    )
    first, second = people.find(store, "ada-one")[0].id, people.find(store, "a-uno")[0].id
    number = same.merge(store, second, first, NOON)
    assert links_of(store, "a-uno") == links_of(store, "ada-one") == [("endorsement_received", "member")]
    assert [d.person.slug for d in dossiers.all_contacts(store, TODAY)] == ["ada-one"]
    same.unmerge(store, number, NOON)
    assert links_of(store, "ada-one") == []
    assert len(dossiers.all_contacts(store, TODAY)) == 2


def test_chains_and_circles_of_merges_end(store: Store) -> None:
    take(store, {"connections": [connection(name) for name in ("Ada One", "Bo Two", "Cy Three")]})
    ada, bo, cy = (people.find(store, name)[0].id for name in ("Ada One", "Bo Two", "Cy Three"))
    same.merge(store, ada, bo, NOON)
    same.merge(store, bo, cy, NOON)
    assert {people.find(store, name)[0].id for name in ("Ada One", "Bo Two", "Cy Three")} == {cy}
    same.merge(store, cy, ada, NOON)
    assert len({people.find(store, name)[0].id for name in ("Ada One", "Bo Two", "Cy Three")}) == 1


def test_what_the_member_parted_is_not_joined_again(store: Store) -> None:
    """The next import must not repeat a guess that the member took back."""
    take(
        store,
        {"connections": [connection("Ada One")], "address_book": [trace("address_book", "Ada One")]},
        "2026-01-01",
    )
    (number,) = store.db.execute("SELECT id FROM merge").fetchone()
    same.unmerge(store, number, NOON)
    take(store, {"connections": [connection("Ada One"), connection("Bo Two")]})
    assert links_of(store, "ada-one") == []
