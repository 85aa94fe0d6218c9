"""The saved PDF tells things apart by size and grey alone; the known mistakes of other readers are each held off here."""

from __future__ import annotations

from datetime import date

import pytest
from mutations import mutated
from pdf_maker import PALE, Maker

from calabazas.people.records import Observed, Problem
from calabazas.sources import profile_pdf

WORDS = {
    "en": {
        "contact": "Contact", "skills": "Top Skills", "languages": "Languages", "summary": "Summary", "page": "Page {n} of {m}",
        "experience": "Experience", "education": "Education", "total": "5 years 2 months",
        "now": "January 2022\u00a0-\u00a0Present\u00a0(4 years 11 months)", "then": "October 2021\u00a0-\u00a0January 2022\u00a0(4 months)",
    },
    "es": {
        "contact": "Contactar", "skills": "Aptitudes principales", "languages": "Languages", "summary": "Extracto", "page": "Página {n} de {m}",
        "experience": "Experiencia", "education": "Educación", "total": "5 años 2 meses",
        "now": "enero de 2022\u00a0-\u00a0Present\u00a0(4 años 11 meses)", "then": "octubre de 2021\u00a0-\u00a0enero de 2022\u00a0(4 meses)",
    },
}  # fmt: skip


def profile(lang: str, *, broken: bool = True, link: bool = True) -> bytes:
    """Make one of two pages: an employer with two roles over the break, a wrapped slug, a headline of two lines."""
    words, maker = WORDS[lang], Maker()
    uri = "https://www.linkedin.com/in/ines-barreiro-castelao-4b12" if link else ""
    maker.side(words["contact"], 13)
    maker.side("www.linkedin.com/in/ines-barreiro-", 11, uri=uri)
    maker.side("castelao-4b12 (LinkedIn)", 11)
    maker.side(words["skills"], 13)
    maker.side("Kafka")
    maker.side("PostgreSQL")
    maker.side(words["languages"], 13)
    maker.side("Galego (Native or Bilingual)")
    maker.line("Inés Barreiro Castelao", 26)
    maker.line("Head of Data at Faro | Postgres,", 12)
    maker.line("Kafka & ledgers", 12)
    maker.line("A Coruña, Galicia, España", 12, PALE)
    maker.line(words["summary"], 15.75)
    maker.line("I build boring ledgers.", 12)
    maker.line(words["experience"], 15.75)
    maker.line("Faro Digital", 12)
    maker.line(words["total"], 10.5)
    maker.line("Head of Data", 11.5)
    maker.line(words["now"], 10.5)
    maker.line("A Coruña", 10.5, PALE)
    maker.line("Leads twelve people.", 10.5)
    if broken:
        maker.new_page()
    maker.line("Experience of many kinds.", 10.5)
    maker.line("Data Engineer", 11.5)
    maker.line(words["then"], 10.5)
    maker.line("Banco Inventado", 12)
    maker.line("DBA", 11.5)
    maker.line("2015 - 2021", 10.5)
    maker.line(words["education"], 15.75)
    maker.line("Universidade da Coruña", 12)
    maker.line("Grao, Informática\u00a0·\u00a0(2003\u00a0-\u00a02007)", 10.5)
    maker.line("Escola Inventada", 12)
    return maker.pdf(footer=words["page"])


def read(data: bytes, as_of: date | None = None) -> Observed | Problem:
    (row,) = profile_pdf.read(data, "Profile.pdf", as_of)
    return row  # type: ignore[return-value]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("broken", [True, False])
def test_every_field_is_read_exactly(lang: str, broken: bool) -> None:
    """All roles of an employer, across a page break, in either language."""
    assert read(profile(lang, broken=broken)) == Observed(
        1,
        "Inés Barreiro Castelao",
        "ines-barreiro-castelao-4b12",
        "2026-11-02",
        "pdf",
        {
            "headline": "Head of Data at Faro | Postgres, Kafka & ledgers",
            "location": "A Coruña, Galicia, España",
            "about": "I build boring ledgers.",
            "experience": [
                {
                    "title": "Head of Data",
                    "company": "Faro Digital",
                    "start": "2022-01",
                    "end": None,
                    "text": "Leads twelve people.\nExperience of many kinds.",
                },
                {
                    "title": "Data Engineer",
                    "company": "Faro Digital",
                    "start": "2021-10",
                    "end": "2022-01",
                    "text": "",
                },
                {"title": "DBA", "company": "Banco Inventado", "start": "2015", "end": "2021", "text": ""},
            ],
            "position": "Head of Data",
            "company": "Faro Digital",
            "education": [
                {
                    "school": "Universidade da Coruña",
                    "degree": "Grao, Informática",
                    "start": "2003",
                    "end": "2007",
                },
                {"school": "Escola Inventada", "degree": "", "start": "", "end": ""},
            ],
            "skills": ["Kafka", "PostgreSQL"],
        },
    )


def test_a_wrapped_address_without_a_link_is_joined_again() -> None:
    """Printing to PDF by other means loses the links."""
    assert read(profile("en", link=False)).slug == "ines-barreiro-castelao-4b12"


def test_what_the_file_cannot_hold_stays_unseen() -> None:
    """A short profile must not look like an empty one: no section, no fact."""
    maker = Maker()
    maker.side("Contact", 13)
    maker.line("Ana Rey", 26)
    maker.line("--", 12)
    seen = read(maker.pdf())
    assert seen.facts == {"headline": ""}
    assert seen.slug == ""


@pytest.mark.parametrize(
    ("as_of", "day"),
    [(None, "2026-11-02"), (date(2026, 11, 23), "2026-11-02"), (date(2026, 1, 1), "2026-01-01")],
)
def test_it_holds_on_the_day_it_was_made_at_the_latest(as_of: date | None, day: str) -> None:
    """A PDF found in a drawer tells of then, not of today."""
    assert read(profile("en"), as_of).observed_on == day


def test_other_pdfs_and_broken_ones_are_reported() -> None:
    """A curriculum is no profile; guessing at its layout would make up facts."""
    other = Maker()
    other.line("Curriculum vitae", 14)
    assert isinstance(read(other.pdf()), Problem)
    assert isinstance(read(b"%PDF-1.4 nothing"), Problem)


def test_it_claims_pdfs_and_nothing_else() -> None:
    """By how the file begins."""
    assert profile_pdf.claims("x", profile("en")[:65536])
    assert not profile_pdf.claims("x.pdf", b"<html>%PDF-1.4")


def test_nothing_that_is_damaged_makes_it_fail() -> None:
    """2,000 damaged copies of a small profile."""
    for copy in mutated(profile("es"), 2000, 9):
        profile_pdf.claims("x", copy[:65536])
        list(profile_pdf.read(copy, "x", None))


def test_ten_megabytes_are_read() -> None:
    """A picture in a PDF may be large; what is printed is still found."""
    maker = Maker()
    maker.line("Ana Rey", 26)
    maker.line("CTO", 12)
    data = maker.pdf(padding=10_000_000)
    assert len(data) > 10_000_000
    assert read(data).name == "Ana Rey"
