"""Every other tie in the archive: address book, recommendations, endorsements, notes, follows, and what the member did."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from calabazas.people.identity import slug_of
from calabazas.people.records import Trace
from calabazas.sources.archive import columns as c
from calabazas.sources.archive.markup import plain
from calabazas.sources.archive.sheets import Layout, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Reader = Callable[[Table], Iterator[Trace]]

_ROW_STARTS: Final = re.compile(r'"?\d{4}-\d\d-\d\d ')
_BETWEEN_MAILS: Final = re.compile(r"[\s,;]+")


def traces(kind: str, details: tuple[str, ...] = ()) -> Reader:
    """Make the reader of a sheet of traces; the columns in `details` are kept beside who, when and what.

    A row that names nobody and says nothing is passed over.
    """

    def read(table: Table) -> Iterator[Trace]:
        at = table.at
        first, last, full, url = at("first"), at("last"), at("full"), at("url")
        company, on, text = at("company"), at("on"), at("text")
        rest = [(key, at(key)) for key in details]
        for line, row in table.rows():
            if not any(row):
                continue
            name = row[full].strip() or f"{row[first]} {row[last]}".strip()
            said = row[text].strip()
            if "<" in said or "&" in said:
                said = plain(said)
            detail = {key: row[place].strip() for key, place in rest}
            slug = table.slug(row[url], line)
            yield Trace(line, kind, name, slug, row[company].strip(), table.when(row[on], line), said, detail)

    return read


def _address_book(table: Table) -> Iterator[Trace]:
    """Read the imported contacts; addresses of mail are in lower case, joined by ", "; telephones stay out."""
    for trace in traces("address_book", ("title", "emails", "location", "profiles", "sites"))(table):
        detail = dict(trace.detail)
        slugs = (
            slug_of(part) for key in ("profiles", "sites") for part in _BETWEEN_MAILS.split(detail.pop(key))
        )
        mails = [mail for mail in _BETWEEN_MAILS.split(detail["emails"].lower()) if "@" in mail]
        slug = next((found for found in slugs if found), "")
        if trace.name or mails or slug:
            yield trace._replace(slug=slug, detail={**detail, "emails": ", ".join(dict.fromkeys(mails))})


def _shares(table: Table) -> Iterator[Trace]:
    """Read the member's posts; the doubled quotes that stand at each line's end and start are LinkedIn's, not theirs."""
    for trace in traces("share", ("link", "shared_url", "media_url", "visibility"))(table):
        yield trace._replace(text=trace.text.replace('"\n"', "\n")) if '"\n"' in trace.text else trace


def _events(table: Table) -> Iterator[Trace]:
    """Read the events; a span counts from its start."""
    on = table.at("on")
    for line, row in table.rows():
        if any(row):
            detail = {"status": row[table.at("status")].strip(), "link": row[table.at("link")].strip()}
            when = table.when(row[on].split(" - ")[0], line)
            yield Trace(line, "event", "", "", "", when, row[table.at("text")].strip(), detail)


def backslashes(lines: Iterable[str]) -> Iterator[str]:
    r"""Turn the `\"` of Comments.csv into the `""` of CSV.

    At the end of a line it closes the last cell (a comment that ends in a backslash) if the next line is a new row.
    """
    for line, following in pairwise(chain(lines, [""])):
        if '\\"' not in line:
            yield line
            continue
        body = line.rstrip("\r\n")
        ends = body.endswith('\\"') and (not following or _ROW_STARTS.match(following) is not None)
        if ends and (body.count('"') - body[:-2].count('\\"')) % 2 == 0:
            yield body[:-2].replace('\\"', '""') + "\\" + '"' + line[len(body) :]
        else:
            yield line.replace('\\"', '""')


def _endorsements(kind: str, who: str) -> Layout:
    return Layout(
        kind,
        {
            "on": ("endorsementdate",),
            "text": ("skillname",),
            "first": (f"{who}firstname",),
            "last": (f"{who}lastname",),
            "url": (f"{who}publicurl",),
            "status": ("endorsementstatus",),
        },
        ("on", "text", "first", "last"),
        traces(kind, ("status",)),
    )


def _recommendations(kind: str, part: str) -> Layout:
    return Layout(
        kind,
        {
            "first": c.FIRST,
            "last": c.LAST,
            "company": c.COMPANY,
            "position": c.TITLE,
            "text": c.TEXT,
            "on": ("creationdate", "fechadecreacion", "erstellungsdatum", "datedecreation"),
            "status": c.STATUS,
        },
        ("first", "last", "text", "on"),
        traces(kind, ("position", "status")),
        part=part,
    )


LAYOUTS = (
    Layout(
        "address_book",
        {
            "first": c.FIRST,
            "last": c.LAST,
            "full": ("fullname",),
            "company": c.COMPANY,
            "title": c.TITLE,
            "emails": ("emails",),
            "on": ("createdat",),
            "sites": ("sites",),
            "location": c.PLACE,
            "profiles": ("profiles",),
        },
        ("first", "last", "emails"),
        _address_book,
    ),
    _recommendations("recommendation_received", "received"),
    _recommendations("recommendation_given", "given"),
    _endorsements("endorsement_received", "endorser"),
    _endorsements("endorsement_given", "endorsee"),
    Layout(
        "private_note",
        {
            "first": ("connectionfirstname",),
            "last": ("connectionlastname",),
            "url": ("connectionprofileurl",),
            "text": ("note", "nota", "notiz"),
            "on": ("createdon",),
            "edited_on": ("editedon",),
        },
        ("first", "last", "text"),
        traces("private_note", ("edited_on",)),
    ),
    Layout(
        "comment",
        {"on": c.DATE, "link": c.LINK, "text": c.TEXT},
        ("on", "link", "text"),
        traces("comment", ("link",)),
        only=True,
        repair=backslashes,
    ),
    Layout(
        "reaction",
        {"on": c.DATE, "type": ("type", "tipo", "typ"), "link": c.LINK},
        ("on", "type", "link"),
        traces("reaction", ("type", "link")),
        only=True,
    ),
    Layout(
        "share",
        {
            "on": c.DATE,
            "link": ("sharelink",),
            "text": ("sharecommentary",),
            "shared_url": ("sharedurl",),
            "media_url": ("mediaurl",),
            "visibility": ("visibility",),
        },
        ("on", "link", "text"),
        _shares,
    ),
    Layout(
        "company_follow",
        {
            "company": ("organization", "organizacion", "organisation"),
            "on": ("followedon", "seguidodesde", "gefolgtam", "suividepuis"),
        },
        ("company", "on"),
        traces("company_follow"),
    ),
    Layout(
        "member_follow",
        {"on": c.DATE, "status": c.STATUS, "full": ("fullname", "nombrecompleto", "nomcomplet")},
        ("on", "status", "full"),
        traces("member_follow", ("status",)),
        only=True,
    ),
    Layout(
        "event",
        {
            "text": ("eventname",),
            "on": ("eventtime",),
            "status": c.STATUS,
            "link": ("externalurl",),
        },
        ("text", "on"),
        _events,
    ),
)
