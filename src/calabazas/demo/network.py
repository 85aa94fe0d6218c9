"""The rows of the member's network: with whom she is connected, who asked whom, and what they wrote."""

from __future__ import annotations

import base64
import hashlib
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from calabazas.demo.cast import address
from calabazas.demo.shapes import clock, day_of, parts, utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calabazas.demo.cast import Cast, Contact

_KEPT: Final = 175
"""Days for which an accepted invitation stays in the archive (about six months, measured)."""
_THANKS: Final = (
    "Me gustó hablar contigo el otro día, {first}. Te agrego y así seguimos la conversación de la limpieza."
)


class _Line(NamedTuple):
    """One message: whether she wrote it, when, and what."""

    mine: bool
    at: datetime
    text: str


def connections(cast: Cast) -> list[list[str]]:
    """Give the rows of Connections.csv, newest first."""
    rows = [
        (c.days, [*parts(c.name), c.url, c.mail, c.company, c.title, day_of(cast.days.ago(c.days))])
        for c in cast.contacts
    ]
    dice = cast.chance("hidden")
    for _ in range(cast.people["hidden"]):
        days = dice.randrange(30, 3000)
        rows.append((days, ["", "", "", "", "", "", day_of(cast.days.ago(days))]))
    return [row for _, row in sorted(rows, key=lambda each: each[0])]


def invitations(cast: Cast) -> list[list[str]]:
    """Give the rows of Invitations.csv: those she sent, then those she received, accepted ones among them."""
    return [*_sent(cast), *_received(cast)]


def _asked_by_her(cast: Cast) -> list[Contact]:
    """Of the latest contacts, those whom she invited herself."""
    return [c for i, c in enumerate(c for c in cast.contacts if c.days < _KEPT) if i % 3 == 0]


def _sent(cast: Cast) -> list[list[str]]:
    dice = cast.chance("sent")
    rows = []
    for i, contact in enumerate(_asked_by_her(cast)):
        note = _THANKS.format(first=contact.name.split()[0]) if i % 4 == 0 else ""
        rows.append((contact.name, contact.url, contact.days + dice.randrange(6), note))
    people = cast.people
    for _ in range(people["asked_in_vain"]):
        name = f"{dice.choice(people['first'])} {dice.choice(people['last'])} {dice.choice(people['last'])}"
        rows.append((name, address(name), dice.randrange(5, _KEPT), ""))
    return [
        [cast.name, name, clock(_moment(cast, days, name)), note, "OUTGOING", cast.url, url]
        for name, url, days, note in rows
    ]


def _received(cast: Cast) -> list[list[str]]:
    hers = {c.name for c in _asked_by_her(cast)}
    dice = cast.chance("received")
    rows = [
        (c.name, c.url, c.days + dice.randrange(9), "")
        for c in cast.contacts
        if c.days < _KEPT and c.name not in hers
    ]
    rows += [
        (i.name, i.url, i.days, i.note)
        for i in cast.inviters
        if i.days > cast.member["archive_age"] and i.only in ("", "archive")
    ]
    dice.shuffle(rows)
    return [
        [name, cast.name, clock(_moment(cast, days, name)), note, "INCOMING", url, cast.url]
        for name, url, days, note in rows
    ]


def messages(cast: Cast) -> Iterator[list[str]]:
    """Give the rows of messages.csv: by conversation, newest first, advertising at the end."""
    for name, url, lines in _talks(cast):
        mine, theirs = (cast.name, cast.url), (name, url)
        for line in sorted(lines, key=lambda each: each.at, reverse=True):
            sender, other = (mine, theirs) if line.mine else (theirs, mine)
            yield [_thread(name), "", *sender, *other, utc(line.at), "", line.text, "INBOX"]
    for i, each in enumerate(cast.people["sponsored"] * 6):
        at = datetime.combine(cast.days.ago(12 + 31 * i), time(11, 0))
        yield [_thread(f"sponsored {i}"), "Sponsored Conversation", "LinkedIn Member", "", cast.name, cast.url, utc(at), "", each["text"], "INBOX"]  # fmt: skip


def _talks(cast: Cast) -> Iterator[tuple[str, str, list[_Line]]]:
    """Give each conversation: the stories, the notes that became messages, and the talk of the trade."""
    told = set()
    for story in cast.people["story"]:
        told.add(story["with"])
        yield (
            story["with"],
            cast.url_of(story["with"]),
            list(_lines(cast, story["with"], story["lines"], story["last"], story["step"])),
        )
    for i, contact in enumerate(_asked_by_her(cast)):
        if i % 4 == 0 and contact.name not in told:
            told.add(contact.name)
            text = _THANKS.format(first=contact.name.split()[0])
            yield (
                contact.name,
                contact.url,
                [_Line(True, _moment(cast, contact.days + 1, contact.name), text)],
            )
    dice = cast.chance("talks")
    for contact in cast.contacts:
        if contact.name in told or dice.random() > 0.2 or contact.days < 8:
            continue
        lines = dice.choice(cast.people["exchange"])["lines"]
        # Nobody writes before they are connected.
        last = dice.randrange(4, contact.days)
        yield (
            contact.name,
            contact.url,
            list(_lines(cast, contact.name, lines, last, min(2, (contact.days - last) // 6))),
        )


def _lines(cast: Cast, name: str, lines: list[str], last: int, step: int) -> Iterator[_Line]:
    first = name.split(maxsplit=1)[0]
    for back, line in enumerate(reversed(lines)):
        who, _, text = line.partition("|")
        at = _moment(cast, last + back * step, name) - timedelta(minutes=9 * back)
        yield _Line(who == "yo", at, text.replace("{first}", first))


def _thread(name: str) -> str:
    return "2-" + base64.b64encode(hashlib.sha256(name.encode()).digest()).decode()


def _moment(cast: Cast, days: int, who: str) -> datetime:
    """Give each person an hour of their own, by day."""
    minutes = hashlib.sha256(who.encode()).digest()[0] * 2
    return datetime.combine(cast.days.ago(days), time(10, 0)) + timedelta(minutes=minutes)
