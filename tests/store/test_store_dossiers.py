"""A dossier holds all that is known of one person, at the same few queries for ten and for thousands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store_rows import MY_NAME, connection, invitation, message, observed, slug, take, trace

from calabazas.people.records import MemberFact, Message, Skipped, Trace
from calabazas.store import dossiers, people, settings
from calabazas.store.messages import KEPT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from calabazas.evidence.dossier import Dossier
    from calabazas.store import Store

TODAY = date(2026, 11, 23)


def dossier(store: Store, name: str, *, texts: bool = True) -> Dossier:
    (person,) = people.find(store, name)
    return dossiers.dossiers(store, TODAY, [person.id], texts=texts)[0]


def busy(count: int) -> dict[str, list[object]]:
    """An archive with something of every kind about everybody."""
    names = [f"Person Number{n}" for n in range(count)]
    return {
        "invitations": [
            invitation(name, "2026-10-01T10:00:00", "Hola, quería saludarte y contarte algo")
            for name in names
        ],
        "messages": [
            message(name, f"2026-0{1 + n % 8}-11T10:00:00", f"Hola {n}", mine=n % 2 == 0)
            for name in names
            for n in range(2)
        ],
        "address_book": [trace("address_book", name) for name in names],
        "profile": [observed(name, "2026-11-01", about="palabra " * 20) for name in names],
        "connections": [connection(f"Contact Number{n}", company=f"Firm {n}") for n in range(count)],
    }


@pytest.mark.parametrize("question", [dossiers.open_invitations, dossiers.all_contacts])
def test_as_many_queries_for_ten_as_for_two_thousand(
    store: Store, question: Callable[[Store, date], list[Dossier]]
) -> None:
    """What costs a query a person is quick in every test and unusable in life."""
    asked: list[int] = []
    for count in (10, 2000):
        take(store, busy(count), f"2026-11-{10 + len(asked)}")
        queries: list[str] = []
        store.db.set_trace_callback(queries.append)
        found = question(store, TODAY)
        store.db.set_trace_callback(None)
        assert len(found) == count
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert asked[0] < 50


def test_a_conversation_is_counted_both_ways(store: Store) -> None:
    said = [
        message("Ada One", "2024-05-01T10:00:00", "Hola"),
        message("Ada One", "2024-05-01T12:00:00", "Qué tal", mine=True),
        message("Ada One", "2025-11-23T09:00:00", "Sigues ahí?"),
    ]
    take(store, {"messages": said, "connections": [connection("Ada One")]})
    talk = dossier(store, "Ada One").conversation
    assert talk is not None
    assert (talk.incoming, talk.outgoing, talk.days, talk.two_way) == (2, 1, 2, True)
    assert (talk.first, talk.last) == (date(2024, 5, 1), date(2025, 11, 23))
    assert (talk.last_incoming, talk.last_outgoing) == (date(2025, 11, 23), date(2024, 5, 1))
    assert [(one.mine, one.text) for one in talk.said] == [
        (False, "Hola"),
        (True, "Qué tal"),
        (False, "Sigues ahí?"),
    ]
    assert talk.said[2].source.file == "messages.csv"
    assert talk.said[2].source.row == 4


def test_texts_come_only_when_asked_for_and_the_newest_of_many(store: Store) -> None:
    first = date(2024, 1, 1)
    said = [message("Ada One", f"{first + timedelta(days=n)}T10:00:00", f"n{n}") for n in range(KEPT + 5)]
    take(store, {"messages": said, "connections": [connection("Ada One")]})
    talk = dossier(store, "Ada One").conversation
    assert talk is not None
    assert (talk.incoming, len(talk.said), talk.said[0].text, talk.said[-1].text) == (
        KEPT + 5,
        KEPT,
        "n5",
        f"n{KEPT + 4}",
    )
    (contact,) = dossiers.all_contacts(store, TODAY)
    assert contact.conversation is not None
    assert (contact.conversation.incoming, contact.conversation.said) == (KEPT + 5, ())


@pytest.mark.parametrize("kind", ["sponsored", "closed", "group", "draft"])
def test_only_personal_messages_are_a_conversation(store: Store, kind: str) -> None:
    take(
        store,
        {
            "messages": [message("Ada One", "2025-01-01T10:00:00", "x", kind=kind)],
            "connections": [connection("Ada One")],
        },
    )
    assert dossier(store, "Ada One").conversation is None
    file = store.db.execute("SELECT read, new, left_out FROM intake_file WHERE kind = 'messages'").fetchone()
    assert file == (1, 0, f'{{"{kind}": 1}}')


@pytest.mark.parametrize("incoming", [True, False])
def test_a_note_that_reappears_as_a_message_is_no_conversation(store: Store, incoming: bool) -> None:
    """Most archives repeat the note in messages.csv, with other spaces; it was sent once."""
    note = "Hola Noa,  soy Ada:\nnos vimos en Vigo."
    files = {
        "invitations": [invitation("Ada One", "2026-10-01T10:00:00", note, incoming=incoming)],
        "messages": [
            message(
                "Ada One", "2026-10-02T08:00:00", "Hola Noa, soy Ada: nos vimos en Vigo", mine=not incoming
            )
        ],
    }
    take(store, files)
    assert dossier(store, "Ada One").conversation is None
    take(
        store,
        {"messages": [*files["messages"], message("Ada One", "2026-10-03T08:00:00", "Y otra cosa")]},
        "2026-11-24",
    )
    talk = dossiers.dossiers(store, date(2026, 11, 24), [people.find(store, "Ada One")[0].id])[0].conversation
    assert talk is not None
    assert [one.text for one in talk.said] == ["Y otra cosa"]


def test_the_same_message_with_other_line_breaks_is_one(store: Store) -> None:
    """Archives before 2026 wrote a space where newer ones have the line break."""
    take(
        store,
        {"messages": [message("Ada One", "2025-01-01T10:00:00", "Hola Noa, te cuento una cosa")]},
        "2025-06-01",
    )
    take(store, {"messages": [message("Ada One", "2025-01-01T10:00:00", "Hola Noa,\n\nte cuento una cosa")]})
    talk = dossier(store, "Ada One").conversation
    assert talk is not None
    assert talk.incoming == 1


def test_the_same_message_twice_in_one_file_is_one(store: Store) -> None:
    """Pages of the portability interface overlap."""
    twice = message("Ada One", "2025-01-01T10:00:00", "Hola")
    take(store, {"messages": [twice, message("Ada One", "2025-01-01T10:00:00", "Otra"), twice]})
    talk = dossier(store, "Ada One").conversation
    assert talk is not None
    assert sorted(one.text for one in talk.said) == ["Hola", "Otra"]
    assert store.db.execute("SELECT count(*) FROM body").fetchone() == (2,)


def test_a_message_without_addresses_finds_its_person_by_name(store: Store) -> None:
    """Archives before 2023 name the recipients and give no address."""
    row = Message(
        2, "c", MY_NAME, "", "Ada One", (), "2022-01-01T10:00:00", "", "Hola Ada", "INBOX", "personal"
    )
    take(store, {"connections": [connection("Ada One")], "messages": [row]})
    talk = dossier(store, "Ada One").conversation
    assert talk is not None
    assert (talk.outgoing, talk.incoming) == (1, 0)


def test_links_say_what_the_match_rests_on(store: Store) -> None:
    rows = [
        trace("address_book", "Ada One", "Faro", text="", emails="ada@example.net"),
        trace("recommendation_received", "Ada One", "Faro", text="A pleasure", row=3),
    ]
    take(store, {"connections": [connection("Ada One", email="ada@example.net")], "traces": rows})
    links = dossier(store, "Ada One").links
    assert [(link.kind, link.detail["match"], link.detail["told_company"]) for link in links] == [
        ("address_book", "mail", "Faro"),
        ("recommendation_received", "mail", "Faro"),
    ]
    assert links[1].text == "A pleasure"
    assert links[0].on == date(2025, 1, 1)
    assert (links[1].source.file, links[1].source.row) == ("traces.csv", 3)


def test_sights_are_put_together_newest_first_for_each_fact(store: Store) -> None:
    take(
        store,
        {"received_list": [observed("Ada One", "2026-11-20", source="list", headline="New")]},
        "2026-11-20",
    )
    take(store, {"profile": [observed("Ada One", "2026-10-01", headline="Old", followers=12)]}, "2026-10-01")
    d = dossier(store, "Ada One")
    assert (d.profile.headline, d.profile.followers) == ("New", 12)
    assert [one.source for one in d.observations] == ["profile", "list"]


def test_the_members_own_context(store: Store) -> None:
    facts = [
        MemberFact(2, "profile", {"name": MY_NAME, "headline": "Helps people"}),
        MemberFact(
            2, "position", {"company": "Marea", "title": "Lead", "start": "2014-01", "end": "2019-12"}
        ),
        MemberFact(2, "education", {"school": "UDC", "start": "1999", "end": "2004"}),
        MemberFact(2, "skill", {"name": "SEO"}),
    ]
    own = [
        Trace(2, "share", "", "", "", "2026-01-05T10:00:00", "My post", {}),
        Trace(3, "event", "", "", "", "2026-02-05", "The fair", {}),
        Trace(4, "company_follow", "", "", "Faro S.L.", "2026-02-05", "", {}),
    ]
    take(
        store,
        {
            "connections": [
                connection("Ada One", company="Faro"),
                connection("Bo Two", company="FARO"),
                Skipped("hidden_connection", 3),
            ],
            "messages": [
                message("Ada One", "2025-01-01T10:00:00", "a"),
                message("Ada One", "2025-01-02T10:00:00", "b", mine=True),
                message("Bo Two", "2025-01-02T10:00:00", "c"),
            ],
            "profile": facts,
            "shares": own,
        },
    )
    member = dossier(store, "Ada One").member
    assert (member.name, member.slug, member.headline) == (MY_NAME, "noa-member", "Helps people")
    assert [(job.company, job.end) for job in member.positions] == [("Marea", "2019-12")]
    assert member.schools == (("UDC", "1999", "2004"),)
    assert member.skills == ("SEO",)
    assert member.posts == (("2026-01-05", "My post"),)
    assert member.events == (("2026-02-05", "The fair"),)
    assert member.companies == {"faro": 2}
    assert member.followed_companies == frozenset({"faro s l"})
    assert (member.contacts, member.talked_with, member.contact_names) == (
        5,
        frozenset({"ada one"}),
        frozenset({"ada one", "bo two"}),
    )


def test_what_left_the_members_profile_is_no_longer_said(store: Store) -> None:
    take(
        store,
        {"skills": [MemberFact(2, "skill", {"name": "Fax"}), MemberFact(3, "skill", {"name": "SEO"})]},
        "2025-01-01",
    )
    take(store, {"skills": [MemberFact(2, "skill", {"name": "SEO"})], "connections": [connection("Ada One")]})
    assert dossier(store, "Ada One").member.skills == ("SEO",)


def test_the_target_reaches_the_dossier(store: Store, at: datetime) -> None:
    take(store, {"connections": [connection("Ada One")]})
    settings.put(store, "target", "people who build ships", at)
    settings.put(store, "target", "people who build boats", at)
    assert dossier(store, "Ada One").member.target_text == "people who build boats"


NOTE = "Hola {}, ayudo a empresas como la tuya a conseguir 20 clientes al mes. ¿Hablamos el martes 12?"


def test_the_same_note_from_three_people_is_an_echo(store: Store) -> None:
    """Names and numbers in a template differ; the template does not. Two alike may be chance."""
    notes = [invitation(name, "2026-10-01T10:00:00", NOTE.format("Noa")) for name in ("Ada One", "Bo Two")]
    take(store, {"invitations": notes}, "2026-11-01")
    assert dossier(store, "Ada One").echoes == ()
    third = invitation(
        "Cy Three", "2026-10-02T10:00:00", NOTE.format("NOA").replace("12", "14").replace("20", "35")
    )
    take(store, {"invitations": [third]}, "2026-11-02")
    echoes = dossier(store, "Ada One").echoes
    assert [(echo.kind, echo.other) for echo in echoes] == [("note", "Bo Two"), ("note", "Cy Three")]
    assert echoes[1].source.file == "invitations.csv"


def test_the_same_text_or_picture_under_one_other_name_is_an_echo(store: Store) -> None:
    about = "En el dinámico panorama actual, las marcas deben adaptarse a los cambios."
    sights = [
        observed("Ada One", "2026-11-01", about=about, picture="a1b2"),
        observed(
            "Bo Two", "2026-11-01", activity=[{"kind": "post", "text": about.upper(), "on": "2026-01-01"}]
        ),
        observed("Cy Three", "2026-11-01", about="SEO", picture="a1b2"),
        observed("Di Four", "2026-11-01", about="SEO"),
    ]
    take(store, {"profile": sights})
    assert {(echo.kind, echo.other) for echo in dossier(store, "Ada One").echoes} == {
        ("text", "Bo Two"),
        ("picture", "Cy Three"),
    }
    assert dossier(store, "Di Four").echoes == (), "short texts are alike by chance"


def test_two_profiles_of_one_name_do_not_echo_each_other(store: Store) -> None:
    about = "Una frase larga y bastante personal que nadie más escribiría así, creo yo."
    one = observed("Ada One", "2026-11-01", about=about)
    take(store, {"profile": [one, one._replace(slug="ada-one-2")]})
    assert [
        d.echoes
        for d in dossiers.dossiers(store, TODAY, [person.id for person in people.find(store, "Ada One")])
    ] == [(), ()]


def test_people_are_found_by_address_slug_and_name(store: Store) -> None:
    take(
        store,
        {
            "connections": [
                connection("Ángela Núñez Ruiz"),
                connection("Ángel Núñez"),
                connection("Zoe 100%_sure"),
            ]
        },
    )
    assert [
        p.name for p in people.find(store, "https://www.linkedin.com/in/%C3%A1ngel-n%C3%BA%C3%B1ez/")
    ] == ["Ángel Núñez"]
    assert [p.slug for p in people.find(store, slug("Ángel Núñez"))] == ["ángel-núñez"]
    assert [p.name for p in people.find(store, "angel nunez")] == ["Ángel Núñez"], (
        "an exact name is not ambiguous"
    )
    assert [p.name for p in people.find(store, "nunez ang")] == ["Ángel Núñez", "Ángela Núñez Ruiz"]
    assert people.find(store, "https://www.linkedin.com/in/nobody") == []
    assert people.find(store, "%") == []
    assert people.find(store, "") == []
    assert people.find(store, "1_0 zoe") == [], "the joker of the query language is a sign like any other"
