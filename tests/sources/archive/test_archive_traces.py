"""Traces: everything else that ties somebody to the member, each from the sheet that LinkedIn writes."""

from __future__ import annotations

import pytest

from calabazas.people.records import Trace


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Recommendations_Received.csv",
            Trace(2, "recommendation_received", "Marta Iriarte", "", "Quercus", "2022-08-30T17:51:00",
                  "Trabaja con rigor,\nsiempre a tiempo.", {"position": "CEO", "status": "VISIBLE"}),
        ),
        (
            "Recommendations_Given.csv",
            Trace(2, "recommendation_given", "Ravi Rao", "", "Kestrel", "2022-08-03T17:51:00", "Gran compañero.",
                  {"position": "Data Engineer", "status": "HIDDEN"}),
        ),
        (
            "Endorsement_Received_Info.csv",
            Trace(2, "endorsement_received", "Ricardo Bouzas", "ricardo-bouzas", "", "2025-07-11T20:30:00", "Marketing B2B",
                  {"status": "ACCEPTED"}),
        ),
        (
            "Endorsement_Given_Info.csv",
            Trace(2, "endorsement_given", "Ravi Rao", "ravi-rao", "", "2024-01-02T03:04:05", "Python", {"status": "PENDING"}),
        ),
        (
            "Notes.csv",
            Trace(2, "private_note", "Marta Iriarte", "marta-iriarte", "", "2026-02-09T01:21:47", "La conocí en Vigo; seria.",
                  {"edited_on": ""}),
        ),
        (
            "Reactions.csv",
            Trace(2, "reaction", "", "", "", "2026-02-09T01:21:47", "",
                  {"type": "PRAISE", "link": "https://www.linkedin.com/feed/update/urn:li:activity:1"}),
        ),
        (
            "Shares.csv",
            Trace(2, "share", "", "", "", "2026-02-09T01:21:47", "Tres ideas\nLa primera",
                  {"link": "https://www.linkedin.com/feed/update/urn:li:share:7", "shared_url": "", "media_url": "",
                   "visibility": "MEMBER_NETWORK"}),
        ),
        ("Company Follows.csv", Trace(2, "company_follow", "", "", "Navantia", "2025-08-03T10:11:12", "", {})),
        ("Member_Follows.csv", Trace(2, "member_follow", "Mei Chen", "", "", "2026-02-09T01:21:47", "", {"status": "Active"})),
        (
            "Events.csv",
            Trace(2, "event", "", "", "", "2024-05-21T09:00:00", "Feria Navalia",
                  {"status": "ATTENDING", "link": "https://navalia.example"}),
        ),
    ],
)  # fmt: skip
def test_each_sheet_reads_to_the_letter(sample, name: str, expected: Trace) -> None:
    """Who, when and what, from the columns that LinkedIn writes."""
    kind, good, problems = sample(name)
    assert kind == expected.kind
    assert good == [expected]
    assert not problems


def test_the_address_book_keeps_mails_and_no_telephones(sample) -> None:
    """Mails tell who is known already; telephones are of no use here and stay in the archive."""
    _, good, problems = sample("ImportedContacts.csv")
    assert not problems
    assert [(row.name, row.slug, row.company, row.detail["emails"]) for row in good] == [
        ("Manuel Gómez", "", "Telefónica", "manuel.gomez@example.net, mgomez@example.org"),
        ("", "solo-mail", "", "solo@example.net"),
    ]
    assert "600000000" not in repr(good)


def test_an_address_book_with_few_columns_reads(sheet) -> None:
    """Older archives have spaces in the names of columns, and fewer of them."""
    kind, good, _ = sheet(
        'Source,First Name,Last Name,Emails,Created At\nX,Ana,Gil,ana@example.net,"1/2/19, 3:04 PM"\n'
    )
    assert kind == "address_book"
    assert (good[0].name, good[0].on, good[0].detail["emails"]) == (
        "Ana Gil",
        "2019-01-02T15:04:00",
        "ana@example.net",
    )


def test_recommendations_of_neither_name_are_not_guessed(sheet) -> None:
    """Given and received have one heading; a guess would turn the praise round."""
    head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    assert sheet(head, "download.csv")[0] == ""
    assert sheet(head, "Recommendations Given.csv")[0] == "recommendation_given"
    assert sheet(head, "recommendations_received_12345.csv")[0] == "recommendation_received"


def test_a_date_that_nobody_quoted_is_put_together_again(sheet) -> None:
    """Copies written by hand leave the quotes out, and the comma of the date makes a cell too many."""
    row = "Marta,Iriarte,Quercus,CEO,Trabaja con rigor.,08/30/22, 05:51 PM,VISIBLE\n"
    head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    _, [trace], problems = sheet(head + row, "Recommendations_Received.csv")
    assert (trace.on, trace.detail["status"]) == ("2022-08-30T17:51:00", "VISIBLE")
    assert not problems


def test_endorsements_before_2023_have_no_addresses(sheet) -> None:
    """The column came later."""
    head = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status\n"
    _, good, problems = sheet(head + "2021/07/11 20:30:00 UTC,SEO,Ana,Gil,ACCEPTED\n")
    assert (good[0].name, good[0].slug) == ("Ana Gil", "")
    assert not problems


def test_comments_escape_quotes_with_a_backslash(sample) -> None:
    """Against the custom of CSV, and multi-line besides."""
    _, good, problems = sample("Comments_622594202.csv")
    assert [row.text for row in good] == [
        'Como decía Ortega, "yo soy yo", y ya',
        "Dos\nlíneas",
        "Enhorabuena",
    ]
    assert [row.row for row in good] == [2, 3, 5]
    assert not problems


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (r'"\"Hola\""', '"Hola"'),
        (r'"Acaba en barra \"', "Acaba en barra \\"),
        (r'"C:\temp y ¯\_(ツ)_/¯"', r"C:\temp y ¯\_(ツ)_/¯"),
        ('"Dijo \\"hola\\"\ny se fue"', 'Dijo "hola"\ny se fue'),
        ('"Con ""dobles"" también"', 'Con "dobles" también'),
        (r"sin comillas", "sin comillas"),
    ],
)
@pytest.mark.parametrize("followed", [True, False])
def test_backslashes_in_comments(sheet, cell: str, text: str, followed: bool) -> None:
    """Only before a quote does a backslash escape; at the end of a comment it is itself."""
    rest = "2026-02-08 01:21:47,https://b,Otra\n" if followed else ""
    _, good, problems = sheet(f"Date,Link,Message\n2026-02-09 01:21:47,https://a,{cell}\n{rest}")
    assert [row.text for row in good] == [text, *["Otra"] * followed]
    assert not problems
