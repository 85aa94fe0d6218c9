"""Invitations: who asks whom, and when; the deadline of every piece of advice hangs on it."""

from __future__ import annotations

import pytest

from calabazas.people.records import Invitation

ME, MY = "Lucía Ferreiro Castro", "lucia-ferreiro-castro"
HEAD = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"


def test_the_sample_reads_to_the_letter(sample) -> None:
    """The other person is the invitee of outgoing rows and the inviter of incoming ones; the member the reverse."""
    kind, good, problems = sample("Invitations.csv")
    assert kind == "invitations"
    assert not problems
    assert good == [
        Invitation(2, False, "Omar Haddad", "omar-haddad", "2026-08-05T10:12:00", True, "Hola, Omar: nos vimos en Vigo.", MY, ME),
        Invitation(3, True, "Åsa Lindqvist", "åsa-lindqvist", "2026-11-20T00:05:00", True, "", MY, ME),
        Invitation(4, True, "Tomás Silva", "tomas-silva", "2026-01-02T12:30:00", True, "Me gustaría añadirte\na mi red", MY, ME),
    ]  # fmt: skip


def test_archives_before_2024_have_no_addresses(sheet) -> None:
    """Then the names are all there is."""
    _, good, problems = sheet('From,To,Sent At,Message,Direction\nAna Gil,Me,"8/5/22, 10:12 AM",,INCOMING\n')
    assert good == [Invitation(2, True, "Ana Gil", "", "2022-08-05T10:12:00", True, "", "", "Me")]
    assert not problems


@pytest.mark.parametrize(
    ("head", "way"),
    [
        ("Von,An,Gesendet am,Nachricht,Richtung,inviterProfileUrl,inviteeProfileUrl", "EINGEHEND"),
        ("De,Para,Fecha de envío,Mensaje,Dirección,inviterProfileUrl,inviteeProfileUrl", "Entrante"),
        ("De,À,Envoyé le,Message,Direction,inviterProfileUrl,inviteeProfileUrl", "ENTRANTE"),
    ],
)
def test_headings_of_other_languages_read(sheet, head: str, way: str) -> None:
    """Insurance against a translated archive."""
    row = f'Ana Gil,Me,"8/5/26, 10:12 AM",Hola,{way},https://www.linkedin.com/in/ana-gil,https://www.linkedin.com/in/me\n'
    _, good, problems = sheet(f"{head}\n{row}")
    assert good == [
        Invitation(2, True, "Ana Gil", "ana-gil", "2026-08-05T10:12:00", True, "Hola", "me", "Me")
    ]
    assert not problems


def test_a_file_that_can_only_be_day_first_is_read_so_as_a_whole(sheet) -> None:
    """A re-saved copy may turn the dates round: row by row, the fifth of August would become the eighth of May."""
    _, good, _ = sheet(HEAD + 'Ana,Me,"5/8/25, 10:12",,INCOMING,,\nLuis,Me,"13/8/25, 10:12",,INCOMING,,\n')
    assert [row.sent_at[:10] for row in good] == ["2025-08-05", "2025-08-13"]


def test_one_impossible_date_does_not_turn_the_others_round(sheet) -> None:
    """With evidence for both orders the measured one holds, and the impossible row is told."""
    _, good, problems = sheet(
        HEAD + 'Ana,Me,"5/28/25, 10:12 AM",,INCOMING,,\nLuis,Me,"13/8/25, 10:12 AM",,INCOMING,,\n'
    )
    assert [row.sent_at[:10] for row in good] == ["2025-05-28", ""]
    assert [problem.row for problem in problems] == [3]


def test_rows_without_a_way_or_a_person_are_told(sheet) -> None:
    """Such a row cannot be an open invitation of anybody."""
    _, good, problems = sheet(
        HEAD
        + 'Ana,Me,"8/5/25, 10:12 AM",,SIDEWAYS,,\n,Me,"8/5/25, 10:12 AM",,INCOMING,,\n,,,,,,\n'
        + "Luis,Me,soon,,INCOMING,https://evil.example/in/luis,\n"
    )
    assert [(row.name, row.slug, row.sent_at) for row in good] == [("Luis", "", "")]
    assert [problem.row for problem in problems] == [2, 3, 5, 5]
    assert problems[0].reason.args == {"text": "SIDEWAYS"}
