"""Mails hold what no archive does, headline, place and the exact moment, and are the easiest thing to forge."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from mail_maker import mail
from mutations import mutated

from calabazas.people.records import Invitation, Observed, Problem
from calabazas.sources import mails

if TYPE_CHECKING:
    from pathlib import Path


def rows(data: bytes):
    return list(mails.read(data, "a.eml", None))


@pytest.mark.parametrize("forms", ["text", "html", "text+html"])
@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("note", ["", "Leí tu artículo sobre bateas. Hablamos?"])
def test_every_field_of_each_form_is_read_exactly(forms: str, lang: str, note: str) -> None:
    """Some mail programs keep the text only, some the page only; each must give the same."""
    invitation, seen = rows(mail(forms=forms, lang=lang, note=note))
    assert invitation == Invitation(
        1,
        True,
        "Ainara Otamendi Leiza",
        "ainara-otamendi-leiza",
        "2026-11-18T17:39:00",
        True,
        note,
        "",
        "Iria Souto",
    )
    assert seen == Observed(
        1,
        "Ainara Otamendi Leiza",
        "ainara-otamendi-leiza",
        "2026-11-18",
        "mail",
        {"headline": "Vibraciones · Forja", "location": "Tolosa, País Vasco, España"},
    )


def test_a_mail_of_2016_has_no_slug_and_no_headers_but_is_known_by_its_links() -> None:
    """Old boxes are worth reading: who asked before, and when."""
    data = mail(
        kind="",
        lang="en",
        place="",
        address="https://www.linkedin.com/comm/profile/view?id=AAsAAAJ&authType=name&{tracking}",
        date="Mon, 2 May 2016 19:34:46 +0000 (UTC)",
    )
    invitation, seen = rows(data)
    assert (invitation.name, invitation.slug, invitation.sent_at) == (
        "Ainara Otamendi Leiza",
        "",
        "2016-05-02T19:34:46",
    )
    assert seen.facts == {"headline": "Vibraciones · Forja"}


def test_a_note_of_several_paragraphs_with_another_address_stays_the_note() -> None:
    """An address inside a note must not change who invites."""
    note = "Hola:\n\nMira mi socia\nCEO\nVer perfil: https://www.linkedin.com/in/otra-persona\n\nUn saludo"
    invitation, _ = rows(mail(note=note))
    assert invitation.slug == "ainara-otamendi-leiza"
    assert "otra-persona" in invitation.note
    assert invitation.note.endswith("Un saludo")


@pytest.mark.parametrize("template", ["email_m2m_invite_reminder_02", "email_m2m_invite_digest_02"])
def test_reminders_date_the_invitation_only_roughly(template: str) -> None:
    """They come days after the invitation, whose exact day may be known from elsewhere."""
    invitation, *_ = rows(mail(template=template, kind="INVITE-MBR"))
    assert invitation.exact is False


def test_a_digest_gives_each_person_once() -> None:
    """One mail, several people."""
    message = EmailMessage()
    message["From"] = "LinkedIn <invitations@linkedin.com>"
    message["X-LinkedIn-Template"] = "email_m2m_invite_digest_02"
    message["Date"] = "Wed, 18 Nov 2026 18:39:00 +0000"
    blocks = [
        f"{name}\n{what}\n\nView profile: https://www.linkedin.com/comm/in/{slug}?trk=eml-email_m2m_invite_digest_02"
        for name, what, slug in (("Ana Rey", "CTO", "ana-rey"), ("Leo Sanz", "CFO", "leo-sanz"))
    ]
    message.set_content("\n\n".join(["You have 2 invitations", *blocks, blocks[0]]))
    found = [row for row in rows(message.as_bytes()) if isinstance(row, Invitation)]
    assert [(one.name, one.slug) for one in found] == [("Ana Rey", "ana-rey"), ("Leo Sanz", "leo-sanz")]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com.evil.example/comm/in/{slug}?{tracking}",
        "https://www.linkedin.com@evil.example/comm/in/{slug}?{tracking}",
        "https://linkedln.example/comm/in/{slug}?{tracking}",
        "https://eu1.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2Fcomm%2Fin%2F{slug}",
        "https://www.google.com/url?q=https://evil.example/comm/in/{slug}",
    ],
)
@pytest.mark.parametrize("forms", ["text", "html", "text+html"])
def test_mails_whose_links_lead_elsewhere_are_reported_and_never_read(address: str, forms: str) -> None:
    """A forged invitation is the usual bait; the member must hear of it and nothing of it may be stored."""
    (problem,) = rows(mail(address=address, forms=forms))
    assert isinstance(problem, Problem)
    assert "evil" in str(problem.reason.args["host"]) or "linkedln" in str(problem.reason.args["host"])


@pytest.mark.parametrize("sender", ["invitations@linkedin.com.evil.example", "x@evil.example"])
def test_a_mail_with_linkedins_marks_from_another_sender_is_reported(sender: str) -> None:
    """Headers are free to write."""
    (problem,) = rows(mail(sender=sender))
    assert isinstance(problem, Problem)


@pytest.mark.parametrize(
    "address",
    [
        "https://eu1.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fcomm%2Fin%2F{slug}%3Ftrk%3Demail_m2m_invite_single_01&data=1",
        "https://urldefense.com/v3/__https://www.linkedin.com/comm/in/{slug}?trk=eml__;Kys!!x",
    ],
)
def test_links_that_a_mail_filter_wrapped_are_read_through(address: str) -> None:
    """Companies' filters rewrite every link; without this no mail at work could be read."""
    invitation, _ = rows(mail(address=address))
    assert invitation.slug == "ainara-otamendi-leiza"


def test_other_mails_of_linkedin_are_left_out_and_counted() -> None:
    """An acceptance is no invitation; unrelated mail is nobody's business."""
    accepted = mail(
        template="email_accept_invite_01", kind="ACCEPTED-INVITE", subject="Ana accepted your invitation"
    )
    jobs = mail(
        template="email_job_alert_digest_01",
        kind="SAVEDSEARCH",
        subject="Jobs",
        address="https://www.linkedin.com/comm/jobs/{slug}",
    )
    unrelated = b"From: Ana <ana@example.org>\nTo: b@example.org\nSubject: Lunch about LinkedIn\n\nHello https://evil.example\n"
    assert [row for data in (accepted, jobs, unrelated) for row in rows(data)] == []
    assert [mails.left_out(data) for data in (accepted, jobs, unrelated)] == [1, 1, 0]


def test_a_box_gives_each_of_its_mails() -> None:
    """The export of a mail program is one file; a "From " inside a text begins no mail."""
    first = mail(note="Uno\n\n>From the heart").replace(b">From the heart", b">From the heart")
    second = mail("Leo Sanz", "leo-sanz", lang="en")
    box = b"".join(b"From x@y Mon Nov 23 10:00:00 2026\n" + each + b"\n" for each in (first, second))
    assert mails.claims("box", box[:65536])
    found = [row for row in rows(box) if isinstance(row, Invitation)]
    assert [(one.row, one.name) for one in found] == [(1, "Ainara Otamendi Leiza"), (2, "Leo Sanz")]


def test_a_forwarded_mail_is_read_from_its_attachment() -> None:
    """That is how people move mails from one box to another."""
    outer = EmailMessage()
    outer["From"] = "Iria <iria@example.org>"
    outer["To"] = "iria@example.com"
    outer["Subject"] = "Fwd"
    outer.set_content("see below")
    inner = EmailMessage()
    for line in mail().decode().split("\n\n")[0].splitlines():
        key, _, value = line.partition(": ")
        if key in ("From", "To", "Subject", "Date", "X-LinkedIn-Class", "X-LinkedIn-Template"):
            inner[key] = value.replace("=?utf-8?", "")
    inner.set_content(
        "Ainara Otamendi Leiza\nForja\n\nVer perfil: https://www.linkedin.com/comm/in/ainara-otamendi-leiza"
    )
    outer.add_attachment(inner)
    assert rows(outer.as_bytes())[0].slug == "ainara-otamendi-leiza"


def test_a_folder_of_mails_lists_them_and_follows_no_links(tmp_path: Path) -> None:
    """A Maildir keeps each mail as a file of its own, read or new."""
    assert mails.maildir(tmp_path) == []
    for part in ("cur", "new", "tmp"):
        (tmp_path / part).mkdir()
    (tmp_path / "cur" / "1.a:2,S").write_bytes(mail())
    (tmp_path / "new" / "2.b").write_bytes(mail())
    (tmp_path / "tmp" / "3.c").write_bytes(mail())
    (tmp_path / "new" / "4.d").symlink_to("/etc/hostname")
    assert [path.name for path in mails.maildir(tmp_path)] == ["1.a:2,S", "2.b"]


def test_it_claims_mails_and_nothing_else() -> None:
    """A text that begins like a header is not yet a mail."""
    assert mails.claims("a.eml", mail()[:65536])
    for data in (
        b"%PDF-1.4",
        b"From here on\n\nnothing",
        b"Subject: only\n\nx",
        b"<html><body>",
        b"name,url\n",
        b"",
    ):
        assert not mails.claims("x", data)


def test_nothing_that_is_damaged_makes_it_fail() -> None:
    """2,000 damaged copies of each form; none may raise."""
    box = b"From a b\n" + mail(note="Hola ¿qué tal?") + b"\n\nFrom c d\n" + mail(lang="en")
    for seed, data in enumerate((mail(forms="text+html"), box)):
        for copy in mutated(data, 2000, seed):
            mails.claims("x", copy[:65536])
            rows(copy)


def test_ten_megabytes_are_read() -> None:
    """A box of years."""
    one = b"From a@b Mon Nov 23 10:00:00 2026\n" + mail(note="n" * 8000) + b"\n"
    box = one * (10_000_000 // len(one) + 1)
    assert len([row for row in rows(box) if isinstance(row, Invitation)]) == 10_000_000 // len(one) + 1
