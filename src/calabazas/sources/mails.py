"""Invitation mails of LinkedIn, any era since 2016, Spanish and English: `.eml`, `.mbox` and Maildir.

Known by `X-LinkedIn-Class`, `X-LinkedIn-Template` or the template's name inside links; tracking is
stripped with the rest of each address. Mails that only claim to be LinkedIn's are reported, never read.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.records import Invitation, Observed, Problem
from calabazas.sources.letters import Letter, opened
from calabazas.sources.links import host_of, is_harmless, is_linkedin
from calabazas.sources.mail_text import Inviter, from_html, from_text
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from calabazas.people.records import Record

KIND = "mail"
"""What `Found.kind` calls this format."""

_MBOX = re.compile(rb"(?:\A|(?<=\n))From [^\r\n]{1,200}\r?\n(?=[A-Za-z>][\w-]{0,60}[: ])")
_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Message-ID|MIME-Version|Return-Path|Delivered-To|X-[\w-]+|Content-Type|DKIM-Signature):",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_TEMPLATE = re.compile(r"(?:email_)?(?:m2m_invite|invite_(?:single|digest|reminder))\w*", re.IGNORECASE)
_NOT_WAITING = re.compile(
    r"accepted|accept_invit|invite_accept(?!ance)|_accepted?_|pymk|guest_accept", re.IGNORECASE
)
_REPEATED = re.compile(r"reminder|digest|pending", re.IGNORECASE)
_ABOUT_INVITING = re.compile(
    r"invita|red (?:profesional )?(?:de|en) linkedin|a tu red|linkedin network|add me|añ[aá]deme|connect|conectar",
    re.IGNORECASE,
)


class _Read(NamedTuple):
    left_out: int
    rows: list[Record | Problem]


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - the door asks every format alike
    """Tell whether the first 64 kB begin a mail or a box of mails; unrelated mails are then left out quietly."""
    if _MBOX.match(head):
        return True
    top = re.split(rb"\r?\n\r?\n", head.lstrip(b"\r\n"), maxsplit=1)[0]
    if not re.match(rb"[A-Za-z][\w-]{0,60}:", top) or b"Snapshot-Content-Location" in top:
        return False
    names = {found.split(b":")[0].lower() for found in _HEADER.findall(top)}
    return b"from" in names and len(names) >= 3


def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:  # noqa: ARG001 - likewise
    """Give the invitation and what the mail shows of each inviter, or why a mail was not believed.

    Dates are the mails' own, in UTC; `as_of` is not needed.
    """
    for row, raw in enumerate(_each(data), start=1):
        yield from _one(raw, name, row).rows


def left_out(data: bytes) -> int:
    """Count the mails of LinkedIn's in here that are no invitations: acceptances, messages, digests of jobs."""
    return sum(_one(raw, "", row).left_out for row, raw in enumerate(_each(data), start=1))


def maildir(folder: Path) -> list[Path]:
    """List the mails of a Maildir, read and unread, oldest name first; empty when it is none."""
    if not ((folder / "cur").is_dir() and (folder / "new").is_dir()):
        return []
    found = [path for part in ("cur", "new") for path in (folder / part).iterdir()]
    return sorted(path for path in found if path.is_file() and not path.is_symlink() and path.name[0] != ".")


def _each(data: bytes) -> Iterator[bytes]:
    """Cut a box into its mails; a single mail is a box of one."""
    if not _MBOX.match(data):
        yield data
        return
    starts = [found.span() for found in _MBOX.finditer(data)]
    # A "From " line only opens a mail after a blank line; others belong to the text before.
    starts = [
        at
        for at in starts
        if at[0] == 0 or data[: at[0]][-2:] == b"\n\n" or data[: at[0]][-4:] == b"\r\n\r\n"
    ]
    ends = [start for start, _ in starts[1:]] + [len(data)]
    for (_, body), end in zip(starts, ends, strict=True):
        yield _QUOTED.sub(rb"\1", data[body:end])


def _one(raw: bytes, name: str, row: int) -> _Read:
    letters = opened(message_from_bytes(raw))
    rows: list[Record | Problem] = []
    others = 0
    for letter in letters:
        if not _claims_linkedin(letter):
            continue
        template = _template(letter)
        inviting = bool(template) or letter.kind.upper().startswith("INVITE")
        if _NOT_WAITING.search(f"{letter.template} {letter.kind}"):
            inviting = False
        suspect = _suspect(letter, name, row)
        if suspect is not None and (inviting or _ABOUT_INVITING.search(letter.subject)):
            rows.append(suspect)
        elif not inviting:
            others += 1
        elif suspect is None:
            rows.extend(_invitation(letter, template, name, row))
    return _Read(others, rows)


def _claims_linkedin(letter: Letter) -> bool:
    """Say so if the sender, the headers or the template in a link pretend to be LinkedIn's."""
    folded = letter.sender_name.casefold().replace(" ", "")
    return (
        is_linkedin(letter.sender_host)
        or bool(letter.kind or letter.template)
        or folded.startswith("linkedin")
        or "linkedin" in letter.sender_host
        or any("email_m2m_invite" in link for link in letter.links)
    )


def _template(letter: Letter) -> str:
    for text in (letter.template, *letter.links):
        found = _TEMPLATE.search(text)
        if found:
            return found[0]
    return ""


def _suspect(letter: Letter, name: str, row: int) -> Problem | None:
    """Give why a mail is not believed: its sender or a link lies outside of LinkedIn."""
    for link in letter.links:
        host = host_of(link)
        if host and not is_linkedin(host) and not is_harmless(host):
            return Problem(
                name,
                row,
                say(
                    "This mail claims to come from LinkedIn, but a link in it leads to {host}: it was not read, "
                    "and it is safer not to click in it.",
                    host=host[:120],
                ),
            )
    if letter.sender_host and not is_linkedin(letter.sender_host):
        return Problem(
            name,
            row,
            say(
                "This mail claims to be LinkedIn's but was sent from {host}: it was not read.",
                host=letter.sender_host[:120],
            ),
        )
    return None


def _invitation(letter: Letter, template: str, name: str, row: int) -> Iterator[Record | Problem]:
    sent = _sent(letter.date)
    sender = "" if letter.sender_name.casefold().startswith("linkedin") else letter.sender_name
    several = "digest" in template
    inviters = _together(
        from_text(letter.text, sender, several=several), from_html(letter.html, sender, several=several)
    )
    if not inviters and sender:
        inviters = [Inviter(sender, "", "", "", "")]
    if not inviters:
        yield Problem(name, row, say("This invitation mail does not say who sent the invitation."))
        return
    for each in inviters:
        # A reminder comes days later: its date is not that of the invitation.
        exact = bool(sent) and not _REPEATED.search(template)
        yield Invitation(row, True, each.name, each.slug, sent, exact, each.note, "", letter.recipient)
        facts: dict[str, object] = {}
        if each.headline:
            facts["headline"] = each.headline
        if each.place:
            facts["location"] = each.place
        if facts:
            yield Observed(row, each.name, each.slug, sent[:10], "mail", facts)


def _together(texts: list[Inviter], pages: list[Inviter]) -> list[Inviter]:
    """Fill what one form of the mail lacks from the other: each era left out something else."""
    if not texts or not pages:
        return texts or pages
    by_name = {page.name.casefold(): page for page in pages}
    joined = []
    for text in texts:
        page = by_name.get(text.name.casefold()) or (pages[0] if len(texts) == len(pages) == 1 else None)
        joined.append(
            text
            if page is None or (page.slug and text.slug and page.slug != text.slug)
            else Inviter(
                text.name,
                text.slug or page.slug,
                text.headline or page.headline,
                text.place or page.place,
                text.note or page.note,
            )
        )
    return joined


def _sent(header: str) -> str:
    """Give the moment of a Date header in UTC, "" when it does not read."""
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return ""
    return (
        moment.replace(tzinfo=None, microsecond=0).isoformat()
        if moment > datetime(2003, 1, 1, tzinfo=UTC)
        else ""
    )
