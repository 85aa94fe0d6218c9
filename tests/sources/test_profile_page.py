"""A page is full of other people: what leaks in from a side panel would be held against, or for, the wrong one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from mutations import mutated

from calabazas.people.records import Problem
from calabazas.sources import profile_page

TODAY = date(2026, 11, 23)
PAGES = Path(__file__).parent.parent / "data" / "pages"


def read(data: bytes | str, as_of: date | None = TODAY):
    (row,) = profile_page.read(data.encode() if isinstance(data, str) else data, "p.html", as_of)
    return row


def test_every_field_of_a_spanish_page_is_read_exactly() -> None:
    """An HTML page with screen-reader repeats, scripts, a panel in the main column and one beside it."""
    seen = read((PAGES / "profile_es.html").read_bytes())
    assert (seen.name, seen.slug, seen.observed_on, seen.source) == (
        "Ainara Otamendi Leiza",
        "ainara-otamendi-leiza",
        "2026-11-23",
        "profile",
    )
    assert seen.facts == {
        "headline": "Responsable de mantenimiento predictivo en Forjas Urkiola | Vibraciones, termografía y paciencia",
        "location": "Tolosa, País Vasco, España",
        "followers": 1204,
        "connections": 500,
        "connections_open": True,
        "mutual_connections": 9,
        "mutual_names": ["Gorka Iztueta", "Nerea Salaberria"],
        "about": "Escucho máquinas. Cuando una prensa va a fallar, suele avisar tres semanas antes.",
        "activity": [
            {
                "kind": "post",
                "text": "Hemos cambiado el rodamiento antes de que rompiera: 11 horas de parada que no fueron.",
                "on": "2026-11-19",
            },
            {
                "kind": "comment",
                "text": "Nosotras medimos en tres ejes y el fallo se veía en el axial.",
                "on": "2026-11-09",
            },
        ],
        "experience": [
            {
                "title": "Responsable de mantenimiento predictivo",
                "company": "Forjas Urkiola",
                "start": "2022-01",
                "end": None,
                "text": "Cinco personas y 140 máquinas.",
            },
            {
                "title": "Técnica de vibraciones",
                "company": "Forjas Urkiola",
                "start": "2019-01",
                "end": "2022-01",
                "text": "",
            },
            {
                "title": "Operaria de mantenimiento",
                "company": "Talleres Behobia",
                "start": "2014-09",
                "end": "2018-12",
                "text": "Turno de noche.",
            },
        ],
        "position": "Responsable de mantenimiento predictivo",
        "company": "Forjas Urkiola",
        "education": [
            {
                "school": "Mondragon Unibertsitatea",
                "degree": "Grado, Ingeniería Mecánica",
                "start": "2010",
                "end": "2014",
            },
            {"school": "IES Tolosaldea", "degree": "Ciclo superior, Mecatrónica", "start": "", "end": ""},
        ],
        "skills": ["Análisis de vibraciones", "Termografía"],
        "recommendations": 2,
    }


def test_every_field_of_an_english_text_is_read_exactly() -> None:
    """Plain text says everything twice, and holds "About this profile" under somebody else's card."""
    seen = read((PAGES / "profile_en.txt").read_bytes())
    assert (seen.name, seen.slug) == ("Declan Mulgrew-Invented", "declan-mulgrew-invented")
    assert seen.facts == {
        "headline": "Payments platform lead | Ledgers, ISO 20022, on-call",
        "location": "Cork, County Cork, Ireland",
        "followers": 8812,
        "connections": 340,
        "connections_open": False,
        "about": "I move money slowly and exactly.\nAsk me about reconciliation.",
        "activity": [
            {"kind": "post", "text": "Draft two of the settlement runbook is public.", "on": "2026-11-19"},
            {"kind": "share", "text": "Someone else's words", "on": "2026-09-24"},
        ],
        "experience": [
            {
                "title": "Platform Lead",
                "company": "Quartzbridge Bank",
                "start": "2019-06",
                "end": None,
                "text": "Ledger, settlement and the pager.",
            },
            {
                "title": "Backend Developer",
                "company": "Shandon Softworks",
                "start": "2015",
                "end": "2019",
                "text": "",
            },
        ],
        "position": "Platform Lead",
        "company": "Quartzbridge Bank",
        "education": [
            {
                "school": "Munster Technical University",
                "degree": "BSc, Computing",
                "start": "2011",
                "end": "2015",
            }
        ],
        "skills": ["ISO 20022", "Kafka"],
        "joined": 2012,
        "updated": "Updated over 1 year ago",
        "verified": True,
    }


def test_roles_of_one_employer_end_where_its_total_ends() -> None:
    """In plain text only the total under an employer tells whose the next role is."""
    text = """Ana Rey
· 2nd
CTO
Contact info
40 connections
Experience
Faro Digital
Full-time · 5 yrs 2 mos
CTO
Jan 2022 - Present · 4 yrs 11 mos
Leads.
Engineer
Oct 2021 - Jan 2022 · 4 mos
Clerk
Banco Inventado
2010 - 2014 · 4 yrs"""
    assert [(r["title"], r["company"]) for r in read(text).facts["experience"]] == [
        ("CTO", "Faro Digital"),
        ("Engineer", "Faro Digital"),
        ("Clerk", "Banco Inventado"),
    ]


@pytest.mark.parametrize(
    ("panel", "facts"),
    [
        ("Acerca de este perfil\nSe unió\nmarzo de 2016\nInformación de contacto\nActualizada hace más de 1 año\nSin verificaciones",
         {"joined": 2016, "updated": "Actualizada hace más de 1 año", "verified": False}),
        ("About this profile\nJoined\nMay 2024\nVerifications\nIdentity\nVerified using Persona", {"joined": 2024, "verified": True}),
        ("About this profile\nJoined: 2009", {"joined": 2009}),
    ],
)  # fmt: skip
def test_the_panel_about_a_profile_is_read_alone(panel: str, facts: dict[str, object]) -> None:
    """It takes ten seconds to open and speaks for most people; what it does not say stays unseen."""
    assert read("Ana Rey\n· 2nd\n" + panel).facts == facts


@pytest.mark.parametrize(
    "said", ["Ana Rey no ha publicado nada últimamente", "Ana hasn’t posted yet", "Nothing to see for now"]
)
def test_no_activity_is_seen_only_when_the_page_says_so(said: str) -> None:
    """An activity section that did not load is not an idle person."""
    top = "Ana Rey\n· 2nd\nCTO\nContact info\n40 followers\n"
    assert read(f"{top}Activity\n40 followers\n{said}\nExperience\n").facts["activity"] == []
    assert "activity" not in read(f"{top}Activity\n40 followers\nExperience\n").facts
    assert "activity" not in read(f"{top}Experience\n").facts


def test_a_panel_between_sections_does_not_leak() -> None:
    """On narrow screens panels stand in the middle; a headline there may be any word."""
    page = (
        "<html><body><h1>Ana Rey</h1><div>CTO</div><h2>Experience</h2><div>CTO</div><div>Faro</div><div>2019 - Present</div>"
        "<h2>People also viewed</h2><div>Leo Sanz</div><div>Skills</div><div>Crypto</div>"
        "<h2>Skills</h2><div>Kafka</div></body></html>"
    )
    facts = read(page).facts
    assert facts["skills"] == ["Kafka"]
    assert len(facts["experience"]) == 1
    assert "Leo" not in str(facts) + str(facts["experience"])


@pytest.mark.parametrize(
    ("shown", "followers"),
    [
        ("15.850 seguidores", 15850),
        ("1,2 mil seguidores", 1200),
        ("12K followers", 12000),
        ("1.5M followers", 1_500_000),
    ],
)
def test_counts_are_read_as_the_page_writes_them(shown: str, followers: int) -> None:
    """Thousands are points in Spanish and commas in English, and large ones are rounded in words."""
    assert (
        read(f"Ana Rey\n· 2nd\nCTO\nVigo, España\nContact info\n{shown}\nExperience").facts["followers"]
        == followers
    )


def test_hostile_html_is_only_text() -> None:
    """Scripts, hidden elements and marks that turn text around."""
    page = (
        "<html><body><h1>Eve\u202e Rey</h1><script>'<h2>Experience</h2>'</script><div style='display:none'>hidden</div>"
        "<div>CTO &lt;img src=x onerror=alert(1)&gt;</div><div hidden>also</div><h2>Skills</h2>"
    )
    seen = read(page)
    assert "\u202e" not in seen.name
    assert seen.facts == {"headline": "CTO <img src=x onerror=alert(1)>"}


def test_a_page_of_nobody_is_reported() -> None:
    """No name and no address: nothing to keep."""
    assert isinstance(read("Experience\nEducation"), Problem)


def test_it_claims_profiles_and_nothing_else() -> None:
    """Lists and other pages belong to others."""
    for name in ("profile_es.html", "profile_en.txt"):
        assert profile_page.claims("x", (PAGES / name).read_bytes()[:65536])
    assert profile_page.claims(
        "x", b"<!-- saved from url=(0040)https://www.linkedin.com/in/ana-rey/ --><html><head><script>"
    )
    for data in (
        b"%PDF-1.4",
        b"Experience\nEducation\nA curriculum",
        b"",
        b'{"name": "x"}',
        b"<html><body><h2>About</h2>40 followers",
    ):
        assert not profile_page.claims("x", data)


def test_a_page_saved_as_one_file_is_unpacked() -> None:
    """That is what browsers save by default; its address stands in the file."""
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://www.linkedin.com/in/ana-rey/\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
    )
    data = head + "<html><body><h1>Ana Rey</h1><div>CTO</div></body></html>\n--b--\n"
    assert profile_page.claims("x", data.encode())
    seen = read(data)
    assert (seen.name, seen.slug, seen.facts) == ("Ana Rey", "ana-rey", {"headline": "CTO"})


@pytest.mark.parametrize("name", ["profile_es.html", "profile_en.txt"])
def test_nothing_that_is_damaged_makes_it_fail(name: str) -> None:
    """2,000 damaged copies of each form."""
    for copy in mutated((PAGES / name).read_bytes(), 2000, 11):
        profile_page.claims("x", copy[:65536])
        list(profile_page.read(copy, "x", TODAY))


def test_ten_megabytes_are_read() -> None:
    """A saved page holds much that nobody sees."""
    page = (PAGES / "profile_es.html").read_text()
    stuffed = (
        page.replace("</head>", "<script>" + "x" * 5_000_000 + "</script></head>") + "<p>zz</p>" * 500_000
    )
    assert len(stuffed) > 9_000_000
    assert read(stuffed).facts["recommendations"] == 2
