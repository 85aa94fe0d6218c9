"""Writes the member's archive as LinkedIn hands it out: its files, headings, orders and forms of date."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING, Final, Literal

from calabazas.demo import network
from calabazas.demo.shapes import clock, month_of, padded, parts, unix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from calabazas.demo.cast import Cast

_PREAMBLE: Final = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing. '
    "You will only see email addresses for connections who have allowed their connections to see or download "
    "their email address using this setting https://www.linkedin.com/psettings/privacy/email. "
    'You can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)


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
        network.connections(cast),
    )
    yield (
        "Invitations",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        network.invitations(cast),
    )
    yield (
        "messages",
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER",
        network.messages(cast),
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
            [p["company"], p["title"], p["text"], "", month_of(days.moved(p["start"])), month_of(days.moved(p.get("end", "")))]
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
        [[profile["mail"], "Yes", "Yes", clock(datetime.combine(since, time(10, 12)))]],
    )
    yield (
        "Registration",
        "Registered At,Registration Ip,Subscription Types",
        [[clock(datetime.combine(since, time(10, 10))), "", ""]],
    )


def _ties(cast: Cast) -> Iterator[tuple[str, str, Iterable[Sequence[str]]]]:
    me, ago = cast.member, cast.days.ago
    dice = cast.chance("ties")
    in_book = [
        {"name": c.name, "company": c.company, "title": c.title, "mail": c.mail}
        for c in cast.contacts
        if dice.random() < 0.1
    ]
    clicked = [
        {
            "way": dice.choice(("received", "received", "given")),
            "name": c.name,
            "skill": dice.choice(me["skills"]["names"]),
            "days": dice.randrange(4, c.days),
        }
        for c in cast.contacts
        if c.days > 100 and dice.random() < 0.1
    ]
    yield (
        "ImportedContacts",
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles",
        [
            ["MOBILE_CONTACTS", *parts(a["name"]), a["company"], a["title"], a["mail"], "", clock(datetime.combine(ago(1500), time(20, 6))), "", "", "", a["name"], "", "", "", ""]
            for a in (*me["address"], *in_book)
        ],
    )  # fmt: skip
    for way, name in (("received", "Received"), ("given", "Given")):
        yield (
            f"Recommendations_{name}",
            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
            [
                [*parts(r["name"]), r["company"], r["title"], r["text"], padded(ago(r["days"])), "VISIBLE"]
                for r in me["recommendation"]
                if r["way"] == way
            ],
        )
        who = "Endorser" if way == "received" else "Endorsee"
        yield (
            f"Endorsement_{name}_Info",
            f"Endorsement Date,Skill Name,{who} First Name,{who} Last Name,{who} Public Url,Endorsement Status",
            [
                [f"{ago(e['days']):%Y/%m/%d} 20:30:00 UTC", e["skill"], *parts(e["name"]), cast.url_of(e["name"])[8:], "ACCEPTED"]
                for e in (*me["endorsement"], *clicked)
                if e["way"] == way
            ],
        )  # fmt: skip
    yield (
        "Notes",
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On",
        [[*parts(n["name"]), cast.url_of(n["name"]), n["text"], f"{ago(n['days'])} 09:15:00", ""] for n in me["private_note"]],
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
            [e["name"], clock(datetime.combine(ago(e["days"]), time(9, 30))), "ATTENDING", ""]
            for e in me["event"]
        ],
    )
    yield (
        "Company Follows",
        "Organization,Followed On",
        [[name, unix(ago(300 + 97 * i))] for i, name in enumerate(me["follows"]["companies"])],
    )
    yield (
        "Member_Follows",
        "Date,Status,FullName",
        [
            [f"{ago(500 + 61 * i)} 12:00:00", "Active", name]
            for i, name in enumerate(me["follows"]["members"])
        ],
    )
