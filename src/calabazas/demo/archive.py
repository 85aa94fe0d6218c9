"""Writes the member's archive as LinkedIn hands it out: its files, headings, orders and forms of date."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from calabazas.demo.cast import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from calabazas.demo.cast import Cast, Contact

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PREAMBLE: Final = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing. '
    "You will only see email addresses for connections who have allowed their connections to see or download "
    "their email address using this setting https://www.linkedin.com/psettings/privacy/email. "
    'You can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
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


def write(cast: Cast, folder: Path) -> Path:
    """Write the zip; the same cast gives the same bytes."""
    day = cast.days.ago(cast.member["archive_age"])
    path = folder / f"Complete_LinkedInDataExport_{day:%m-%d-%Y}.zip"
    # Stored and not deflated: what deflating gives differs between versions of zlib.
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as pack:
        for name, heading, rows in _sheets(cast):
            quoting: Literal[0, 1] = csv.QUOTE_ALL if name == "messages" else csv.QUOTE_MINIMAL
            text = io.StringIO(_PREAMBLE if name == "Connections" else "", newline="")
            text.seek(0, io.SEEK_END)
            out = csv.writer(text, quoting=quoting, lineterminator="\n")
            out.writerow(heading.split(","))
            out.writerows(rows)
            when = (max(day.year, 1980), day.month, day.day, 8, 0, 0)
            pack.writestr(zipfile.ZipInfo(f"{name}.csv", when), text.getvalue().encode())
    return path


def _sheets(cast: Cast) -> Iterator[tuple[str, str, Iterable[Sequence[str]]]]:
    yield (
        "Connections",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        _connections(cast),
    )
    yield (
        "Invitations",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        [*_sent(cast), *_received(cast)],
    )
    yield (
        "messages",
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER",
        _messages(cast),
    )
    yield from _own(cast)
    yield from _ties(cast)
    yield from _doings(cast)


def _own(cast: Cast) -> Iterator[tuple[str, str, Iterable[Sequence[str]]]]:
    me, profile, days = cast.member, cast.member["profile"], cast.days
    yield (
        "Profile",
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers",
        [[profile["first"], profile["last"], "", "", "", profile["headline"], profile["summary"], profile["industry"], "", profile["place"], "", "", ""]],
    )  # fmt: skip
    yield (
        "Positions",
        "Company Name,Title,Description,Location,Started On,Finished On",
        [
            [p["company"], p["title"], p["text"], "", _month(days.moved(p["start"])), _month(days.moved(p.get("end", "")))]
            for p in me["position"]
        ],
    )  # fmt: skip
    yield (
        "Education",
        "School Name,Start Date,End Date,Notes,Degree Name,Activities",
        [
            [s["name"], days.moved(s["start"]), days.moved(s["end"]), "", s["degree"], ""]
            for s in me["school"]
        ],
    )
    yield "Skills", "Name", [[name] for name in me["skills"]["names"]]
    yield "Languages", "Name,Proficiency", [["Español", "Native or bilingual proficiency"]]
    since = days.ago(profile["joined_days"])
    yield (
        "Email Addresses",
        "Email Address,Confirmed,Primary,Updated On",
        [[profile["mail"], "Yes", "Yes", _clock(datetime.combine(since, time(10, 12)))]],
    )
    yield (
        "Registration",
        "Registered At,Registration Ip,Subscription Types",
        [[_clock(datetime.combine(since, time(10, 10))), "", ""]],
    )


def _ties(cast: Cast) -> Iterator[tuple[str, str, Iterable[Sequence[str]]]]:
    me, ago = cast.member, cast.days.ago
    yield (
        "ImportedContacts",
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles",
        [
            ["MOBILE_CONTACTS", *_parts(a["name"]), a["company"], a["title"], a["mail"], "", _clock(datetime.combine(ago(1500), time(20, 6))), "", "", "", a["name"], "", "", "", ""]
            for a in me["address"]
        ],
    )  # fmt: skip
    for way, name in (("received", "Received"), ("given", "Given")):
        yield (
            f"Recommendations_{name}",
            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
            [
                [*_parts(r["name"]), r["company"], r["title"], r["text"], _padded(ago(r["days"])), "VISIBLE"]
                for r in me["recommendation"]
                if r["way"] == way
            ],
        )
        who = "Endorser" if way == "received" else "Endorsee"
        yield (
            f"Endorsement_{name}_Info",
            f"Endorsement Date,Skill Name,{who} First Name,{who} Last Name,{who} Public Url,Endorsement Status",
            [
                [f"{ago(e['days']):%Y/%m/%d} 20:30:00 UTC", e["skill"], *_parts(e["name"]), cast.url_of(e["name"])[8:], "ACCEPTED"]
                for e in me["endorsement"]
                if e["way"] == way
            ],
        )  # fmt: skip
    yield (
        "Notes",
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On",
        [[*_parts(n["name"]), cast.url_of(n["name"]), n["text"], f"{ago(n['days'])} 09:15:00", ""] for n in me["private_note"]],
    )  # fmt: skip


def _doings(cast: Cast) -> Iterator[tuple[str, str, Iterable[Sequence[str]]]]:
    me, ago, dice = cast.member, cast.days.ago, cast.chance("doings")
    post = "https://www.linkedin.com/feed/update/urn:li:share:70000000000000"
    yield (
        "Shares",
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
        [[f"{ago(p['days'])} 08:05:11", f"{post}{i:05}", p["text"], "", "", "MEMBER_NETWORK"] for i, p in enumerate(me["post"])],
    )  # fmt: skip
    yield (
        "Comments",
        "Date,Link,Message",
        [
            [f"{ago(c['days'])} 19:41:02", f"{post}{i:05}", c["text"]]
            for i, c in enumerate(me["comment"], 500)
        ],
    )
    kinds = ("LIKE", "LIKE", "LIKE", "PRAISE", "EMPATHY", "INTEREST")
    yield (
        "Reactions",
        "Date,Type,Link",
        [[f"{ago(4 + 3 * i)} 07:52:30", dice.choice(kinds), f"{post}{i:05}"] for i in range(1000, 1090)],
    )
    yield (
        "Events",
        "Event Name,Event Time,Status,External Url",
        [
            [e["name"], _clock(datetime.combine(ago(e["days"]), time(9, 30))), "ATTENDING", ""]
            for e in me["event"]
        ],
    )
    yield (
        "Company Follows",
        "Organization,Followed On",
        [[name, _unix(ago(300 + 97 * i))] for i, name in enumerate(me["follows"]["companies"])],
    )
    yield (
        "Member_Follows",
        "Date,Status,FullName",
        [
            [f"{ago(500 + 61 * i)} 12:00:00", "Active", name]
            for i, name in enumerate(me["follows"]["members"])
        ],
    )


def _connections(cast: Cast) -> list[list[str]]:
    rows = [
        (c.days, [*_parts(c.name), c.url, c.mail, c.company, c.title, _day(cast.days.ago(c.days))])
        for c in cast.contacts
    ]
    dice = cast.chance("hidden")
    for _ in range(cast.people["hidden"]):
        days = dice.randrange(30, 3000)
        rows.append((days, ["", "", "", "", "", "", _day(cast.days.ago(days))]))
    return [row for _, row in sorted(rows, key=lambda each: each[0])]


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
        [cast.name, name, _clock(_moment(cast, days, name)), note, "OUTGOING", cast.url, url]
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
        [name, cast.name, _clock(_moment(cast, days, name)), note, "INCOMING", url, cast.url]
        for name, url, days, note in rows
    ]


def _messages(cast: Cast) -> Iterator[list[str]]:
    for name, url, lines in _talks(cast):
        mine, theirs = (cast.name, cast.url), (name, url)
        for line in sorted(lines, key=lambda each: each.at, reverse=True):
            sender, other = (mine, theirs) if line.mine else (theirs, mine)
            yield [_thread(name), "", *sender, *other, _utc(line.at), "", line.text, "INBOX"]
    for i, each in enumerate(cast.people["sponsored"] * 6):
        at = datetime.combine(cast.days.ago(12 + 31 * i), time(11, 0))
        yield [_thread(f"sponsored {i}"), "Sponsored Conversation", "LinkedIn Member", "", cast.name, cast.url, _utc(at), "", each["text"], "INBOX"]  # fmt: skip


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


def _parts(name: str) -> list[str]:
    first, _, last = name.partition(" ")
    return [first, last]


def _thread(name: str) -> str:
    return "2-" + base64.b64encode(hashlib.sha256(name.encode()).digest()).decode()


def _moment(cast: Cast, days: int, who: str) -> datetime:
    """Give each person an hour of their own, by day."""
    minutes = hashlib.sha256(who.encode()).digest()[0] * 2
    return datetime.combine(cast.days.ago(days), time(10, 0)) + timedelta(minutes=minutes)


def _clock(at: datetime) -> str:
    half = "AM" if at.hour < 12 else "PM"
    return f"{at.month}/{at.day}/{at:%y}, {at.hour % 12 or 12}:{at:%M} {half}"


def _padded(day: date) -> str:
    return f"{day:%m/%d/%y}, 05:51 PM"


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"


def _month(text: str) -> str:
    year, _, month = text.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year


def _utc(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _unix(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {_MONTHS[day.month - 1]} {day.day:02} 10:11:12 UTC {day.year}"
