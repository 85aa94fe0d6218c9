"""The list is the member's way in of every day: each card must be read exactly, and nobody else's words as theirs."""

from __future__ import annotations

from datetime import date

import pytest
from list_maker import Person, page, text
from mutations import mutated

from calabazas.people.records import Invitation, ListTaken, Observed, Problem
from calabazas.sources import received_list

TODAY = date(2026, 11, 23)
SPANISH = [
    Person("Ainara Otamendi Leiza", "ainara-otamendi", "Forja | Vibraciones", "Gorka Iztueta y 7 contactos más en común", "Ayer"),
    Person("Brais Couto", "brais-couto-9a", "--", "", "hace 2 semanas", "Hola, Iria. Leí tu artículo sobre bateas."),
    Person("Zoë D’Arcy-Müller", "zo%C3%AB-darcy", "C++ · C#", "Nerea Sal es contacto en común", "hace 1 mes"),
    Person("Uxía Rei", "uxia-rei", "hace 2 días que busco equipo", "Ana B y 1 contacto más en común", "hace 5 horas"),
]  # fmt: skip
ENGLISH = [
    Person("Declan Mulgrew", "declan-mulgrew", "Ledgers at Quartzbridge", "Sinead Khan and 12 other mutual connections", "3 weeks ago"),
    Person("Priya Raman", "priya-raman", "--", "", "Today", "Line one.\nAccept"),
    Person("Tom Ó Sé", "tom-o-se", "Poet", "Chen Moreau is a mutual connection", "4 months ago"),
]  # fmt: skip
OTHERS = (
    '<li><a href="https://www.linkedin.com/newsletters/70/"><strong>Boletín</strong></a>'
    "<div>Nico te ha invitado a suscribirte a su newsletter</div><button>Ignorar</button><button>Aceptar</button></li>"
    '<li><a href="https://www.linkedin.com/in/someone/">Someone</a> invited you to follow '
    '<a href="https://www.linkedin.com/company/x/">X</a><button>Ignore</button><button>Accept</button></li>'
)


def taken(data: bytes, as_of: date | None = TODAY):
    rows = list(received_list.read(data, "received.html", as_of))
    assert isinstance(rows[-1], ListTaken)
    return (
        [row for row in rows if isinstance(row, Invitation)],
        {row.name: row for row in rows if isinstance(row, Observed)},
        rows[-1],
    )


def test_every_field_of_a_spanish_card_is_read_exactly() -> None:
    """The headline, the contacts in common and the note decide; a slip in any of them is a wrong verdict."""
    invitations, seen, _ = taken(page(SPANISH, "es"))
    assert [(i.name, i.slug, i.sent_at, i.note, i.exact, i.incoming) for i in invitations] == [
        ("Ainara Otamendi Leiza", "ainara-otamendi", "2026-11-22", "", False, True),
        (
            "Brais Couto",
            "brais-couto-9a",
            "2026-11-09",
            "Hola, Iria. Leí tu artículo sobre bateas.",
            False,
            True,
        ),
        ("Zoë D’Arcy-Müller", "zoë-darcy", "2026-10-24", "", False, True),
        ("Uxía Rei", "uxia-rei", "2026-11-23", "", False, True),
    ]
    assert {name: dict(one.facts) for name, one in seen.items()} == {
        "Ainara Otamendi Leiza": {
            "headline": "Forja | Vibraciones",
            "mutual_connections": 8,
            "mutual_names": ["Gorka Iztueta"],
        },
        "Brais Couto": {"headline": ""},
        "Zoë D’Arcy-Müller": {
            "headline": "C++ · C#",
            "mutual_connections": 1,
            "mutual_names": ["Nerea Sal"],
        },
        "Uxía Rei": {
            "headline": "hace 2 días que busco equipo",
            "mutual_connections": 2,
            "mutual_names": ["Ana B"],
        },
    }
    assert all(one.source == "list" and one.observed_on == "2026-11-23" for one in seen.values())


def test_every_field_of_an_english_card_is_read_exactly() -> None:
    """Also when a note holds a line that is the word of a button: only real buttons end a card."""
    invitations, seen, _ = taken(page(ENGLISH, "en"))
    assert [(i.name, i.slug, i.sent_at, i.note) for i in invitations] == [
        ("Declan Mulgrew", "declan-mulgrew", "2026-11-02", ""),
        ("Priya Raman", "priya-raman", "2026-11-23", "Line one. Accept"),
        ("Tom Ó Sé", "tom-o-se", "2026-07-26", ""),
    ]
    assert seen["Declan Mulgrew"].facts["mutual_connections"] == 13


@pytest.mark.parametrize("doubled", [True, False])
@pytest.mark.parametrize(("people", "lang"), [(SPANISH, "es"), (ENGLISH[:1] + ENGLISH[2:], "en")])
def test_plain_text_gives_the_same_without_addresses(people: list[Person], lang: str, doubled: bool) -> None:
    """Some can only paste text: it must give all but the address, and never make anybody seem gone."""
    invitations, seen, took = taken(text(people, lang, doubled=doubled))
    from_page, seen_on_page, _ = taken(page(people, lang))
    assert [i._replace(slug="") for i in from_page] == invitations
    assert {n: o._replace(slug="") for n, o in seen_on_page.items()} == seen
    assert took.complete is False


def test_invitations_to_other_things_are_left_out_and_counted() -> None:
    """A newsletter is no person; nor is whoever invites to follow a page asking to connect."""
    invitations, _, took = taken(page(SPANISH, "es", extra=OTHERS))
    assert len(invitations) == 4
    assert took.left_out == 2
    assert took.complete is True


@pytest.mark.parametrize(("total", "complete"), [(4, True), (60, False)])
def test_a_list_is_complete_only_when_the_total_shown_was_read(total: int, complete: bool) -> None:
    """Whoever is missing from a complete list is taken as gone, so a half page must never pass for whole."""
    assert taken(page(SPANISH, "es", total=total))[2].complete is complete


def test_a_button_for_more_makes_a_list_without_total_incomplete() -> None:
    """LinkedIn loads lists in pieces."""
    plain = page(SPANISH, "es").replace(b" (4)", b"")
    assert taken(plain)[2].complete is True
    more = plain.replace(b"</ul><!--End", "</ul><button>Mostrar más resultados</button><!--End".encode())
    assert taken(more)[2].complete is False


def test_the_slugs_of_the_list_are_all_there() -> None:
    """They tell who still waits."""
    assert taken(page(SPANISH, "es"))[2].slugs == {
        "ainara-otamendi",
        "brais-couto-9a",
        "zoë-darcy",
        "uxia-rei",
    }


@pytest.mark.parametrize(("lang", "age"), [("es", "Enviada hace 3 semanas"), ("en", "Sent 3 weeks ago")])
def test_sent_invitations_are_read_as_the_members_own(lang: str, age: str) -> None:
    """The same reader takes the other page: what is still open there must not count as received."""
    people = [Person("Ana Rey", "ana-rey", "CTO", "", age), Person("Leo Sanz", "leo-sanz", "CFO", "", age)]
    invitations, _, took = taken(page(people, lang, kind="sent"))
    assert [(i.name, i.incoming, i.sent_at) for i in invitations] == [
        ("Ana Rey", False, "2026-11-02"),
        ("Leo Sanz", False, "2026-11-02"),
    ]
    assert took.kind == "sent"


def test_people_one_may_know_are_seen_without_an_invitation() -> None:
    """They invite nobody: only what is seen of them is kept."""
    people = [Person(p.name, p.slug, p.headline, p.mutual, "") for p in ENGLISH]
    invitations, seen, took = taken(page(people, "en", kind="suggested"))
    assert invitations == []
    assert set(seen) == {p.name for p in people}
    assert took.kind == "suggested"


def test_cards_are_told_apart_by_address_when_buttons_were_not_copied() -> None:
    """Some browsers copy no buttons."""
    bare = b"".join(part.split(b"</button>")[-1] for part in page(SPANISH, "es").split(b"<button"))
    assert [i.name for i in taken(bare)[0]] == [p.name for p in SPANISH]


def test_without_a_day_the_ages_stay_unknown() -> None:
    """A made-up day would be worse than none."""
    assert {i.sent_at for i in taken(page(SPANISH, "es"), None)[0]} == {""}


def test_hostile_marks_and_scripts_do_not_reach_what_is_shown() -> None:
    """Marks that turn text around can make a name read as another; scripts are never text."""
    bad = [
        Person("Eve\u202e nhoJ", "eve", "CEO\u2066\u200b <script>alert(1)</script>", "", "Ayer", "x\u202ey")
    ]
    data = page(bad, "es").replace(
        b"<ul>", b"<ul><script>document.write('<li>Mallory</li>')</script><style>p{}</style>"
    )
    (one,), seen, _ = taken(data)
    assert (one.name, one.note) == ("Eve nhoJ", "xy")
    assert seen["Eve nhoJ"].facts["headline"] == "CEO <script>alert(1)</script>"


def test_a_card_without_a_name_is_reported_and_makes_the_list_incomplete() -> None:
    """It may be anybody."""
    data = page([Person("", "", "x", "", "Ayer"), *SPANISH], "es", total=5).replace(b'/in/"', b'/"')
    rows = list(received_list.read(data, "r.html", TODAY))
    assert any(isinstance(row, (Problem, Invitation)) for row in rows[:2])
    assert len([row for row in rows if isinstance(row, Invitation) and row.slug]) == 4
    assert rows[-1].complete is False


def test_it_claims_lists_and_nothing_else() -> None:
    """The door asks every format: taking somebody else's file would lose it."""
    for data in (page(SPANISH, "es"), text(ENGLISH, "en"), page(SPANISH, "es", kind="suggested")):
        assert received_list.claims("x", data[:65536])
    for data in (
        b"%PDF-1.4",
        b'{"profile_url": "https://www.linkedin.com/in/x"}',
        b"Accept my apologies\nand more",
        b"<html><body><p>hello</p><p>Ignore</p></body></html>",
        b"Experience\nAccept\nIgnore\nYesterday\nEducation",
        b"",
    ):
        assert not received_list.claims("x", data)


def test_nothing_that_is_damaged_makes_it_fail() -> None:
    """2,000 damaged copies of each form: good cards come through, the rest is reported, nothing is raised."""
    people = [*SPANISH, *ENGLISH]
    for seed, data in enumerate((page(people, "es"), text(people, "en"))):
        for copy in mutated(data, 2000, seed):
            received_list.claims("x", copy[:65536])
            list(received_list.read(copy, "x", TODAY))


def test_ten_megabytes_are_read() -> None:
    """Long lists exist; time must grow with their length only."""
    many = [
        Person(
            f"Nombre {n} Apellido",
            f"persona-{n}",
            "Titular " * 8,
            f"Ana y {n} contactos más en común",
            "Ayer",
            "n" * 200,
        )
        for n in range(9000)
    ]
    data = page(many, "es")
    assert len(data) > 8_000_000
    assert len(taken(data)[0]) == 9000


WHOLE_PAGE = """3 notificaciones
Saltar al contenido principal
Inicio
Mi red
Empleos
Mensajes
2
Notificaciones
Yo
Para negocios
Gestionar invitaciones
Recibidas
Enviadas
Todas (2)
Foto de perfil de Ana Rey
Ana Rey
CTO en Faro
Iria Pazos, Leo Gil y 12 contactos más en común
hace 3 días
Ver más
Ignorar
Aceptar
Boletín semanal
Nico Gil te ha invitado a suscribirte a su newsletter
Ignorar
Aceptar
Foto de perfil de Leo Sanz, está en búsqueda de empleo
Leo Sanz
· 2.º
CFO
hace 1 semana
Ignorar
Aceptar
Acerca de
Accesibilidad
LinkedIn Corporation © 2026"""


def test_a_whole_page_selected_as_text_gives_its_people_only() -> None:
    """Ctrl+A takes the menus, a newsletter and the foot of the page along."""
    invitations, seen, took = taken(WHOLE_PAGE.encode())
    assert [(i.name, i.sent_at) for i in invitations] == [
        ("Ana Rey", "2026-11-20"),
        ("Leo Sanz", "2026-11-16"),
    ]
    assert seen["Ana Rey"].facts == {
        "headline": "CTO en Faro",
        "mutual_connections": 14,
        "mutual_names": ["Iria Pazos", "Leo Gil"],
    }
    assert seen["Leo Sanz"].facts == {"headline": "CFO"}
    assert took.left_out == 1


def test_contacts_in_common_that_are_links_to_profiles_are_not_taken_for_the_inviter() -> None:
    """Newer pages link each name; only the first link of a card is the person."""
    card = (
        '<html><body><div><a href="https://www.linkedin.com/in/ana-rey/"><img alt="Ana Rey’s profile picture"></a>'
        '<p><a href="https://www.linkedin.com/in/ana-rey/">Ana Rey</a><span aria-label="Verified"> </span></p><p>CTO</p>'
        '<p><a href="https://www.linkedin.com/in/iria-pazos/">Iria Pazos</a> and <a href="x">12 other mutual connections</a></p>'
        '<p>2 days ago</p><button aria-label="Ignore an invitation from Ana Rey"><span>Ignore</span></button>'
        '<button aria-label="Accept Ana Rey’s invitation"><span>Accept</span></button></div></body></html>'
    )
    (one,), seen, took = taken(card.encode())
    assert (one.name, one.slug) == ("Ana Rey", "ana-rey")
    assert seen["Ana Rey"].facts["mutual_connections"] == 13
    assert took.slugs == {"ana-rey"}
