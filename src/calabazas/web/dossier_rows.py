"""Everything known of somebody as rows: what, whence and of which day."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.profile import Doing, Profile, Role, Study
from calabazas.verdict import explain
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import SourceRef
    from calabazas.store.acts import Kept

LABELS = {
    "headline": mark("Headline"), "position": mark("Position"), "company": mark("Company"), "location": mark("Place"),
    "mutual_connections": mark("Contacts in common"), "mutual_names": mark("Whom you both know"),
    "connections": mark("Contacts"), "followers": mark("Followers"), "joined": mark("Account opened in"),
    "verified": mark("Verified"), "photo": mark("Picture"), "about": mark("About"), "experience": mark("Experience"),
    "education": mark("Education"), "skills": mark("Skills"), "activity": mark("Activity"),
    "recommendations": mark("Recommendations"), "updated": mark("Contact details updated"), "known": mark("You know each other"),
    "commented_posts": mark("Comments on your posts"), "event": mark("Event you both attended"),
    "shared_employer": mark("Shared employer"), "answer": mark("What they answered"),
}  # fmt: skip
SIGHTS = {
    "list": mark("List of invitations"), "mail": mark("LinkedIn's mail"), "profile": mark("Profile page"),
    "pdf": mark("Profile as PDF"), "look": mark("Your own look"), "picture": mark("Screenshot"),
}  # fmt: skip
LINKS = {
    "address_book": mark("In your address book"), "recommendation_received": mark("Recommends you"),
    "recommendation_given": mark("You recommend them"), "endorsement_received": mark("Endorsed you"),
    "endorsement_given": mark("You endorsed them"), "private_note": mark("Your private note"),
    "member_follow": mark("You follow them"), "comment": mark("A comment of yours"), "reaction": mark("A reaction of yours"),
    "share": mark("A post of yours"), "listed": mark("On a list of people"),
}  # fmt: skip
DEEDS = {
    "decided": mark("Decided"), "done": mark("Done on LinkedIn"), "withdrawn": mark("Withdrawn"), "met": mark("Met"),
    "starred": mark("Star"), "tagged": mark("Tag"), "noted": mark("Your note"), "overruled": mark("Not so"), "asked": mark("Asked"),
    "purged": mark("Decided"), "forgotten_who": mark("You remember nothing"), "gone": mark("Account"), "outcome": mark("What came of it"),
    "sent": mark("You invited them"), "answered": mark("You have written to them"),
}  # fmt: skip
TEXTS = 8
"""Messages and pieces of activity shown of each kind."""


class Row(NamedTuple):
    """One fact: `theirs` when a stranger wrote it."""

    label: str
    text: str
    source: str
    on: date | None
    theirs: bool = True
    row: int = 0


class Act(NamedTuple):
    """One line of the ledger as shown."""

    label: str
    value: str
    choice: str
    at: str
    undone: bool


def facts(d: Dossier) -> list[Row]:
    """What the files tell beside the profile: invitation, connection, talk, traces."""
    rows: list[Row] = []
    if d.invitation:
        rows.append(_row(mark("Invited you"), d.invitation.note, d.invitation.source, d.invitation.sent_on))
    if d.sent:
        rows.append(_row(mark("You invited them"), d.sent.note, d.sent.source, d.sent.sent_on))
    if d.connection:
        work = ", ".join(x for x in (d.connection.position, d.connection.company) if x)
        rows.append(_row(mark("Connected"), work, d.connection.source, d.connection.on))
    rows += [_row(LINKS.get(link.kind, mark("Trace")), link.text, link.source, link.on) for link in d.links]
    if d.conversation:
        for said in d.conversation.said[-TEXTS:]:
            label = mark("You wrote") if said.mine else mark("They wrote")
            rows.append(_row(label, said.text, said.source, said.on))
    other = mark("The same under another name")
    return rows + [_row(other, echo.other, echo.source, None) for echo in d.echoes]


def sights(d: Dossier) -> list[Row]:
    """Every sight of the profile, the newest first, each fact with where it was seen and when."""
    return [
        Row(
            LABELS[item.name],
            _text(value),
            SIGHTS.get(o.source, o.source),
            o.observed_on,
            theirs=True,
            row=o.row,
        )
        for o in sorted(d.observations, key=lambda o: o.observed_on, reverse=True)
        for item in fields(Profile)
        if item.name in LABELS and (value := getattr(o.profile, item.name)) is not None
    ]


def deeds(journal: Iterable[Kept]) -> list[Act]:
    """The member's own acts about them, the newest first."""
    return [
        Act(
            DEEDS.get(k.act.kind, k.act.kind),
            "" if k.act.kind in _CHOICES else k.act.value,
            _CHOICES[k.act.kind].get(k.act.value, LATER) if k.act.kind in _CHOICES else "",
            k.at[:10],
            k.undone,
        )
        for k in reversed(list(journal))
        if k.act.kind != "undone"
    ]


LATER = mark("Later")
_CHOICES = {
    "decided": explain.ADVICE, "purged": explain.ADVICE,
    "gone": {"closed": mark("closed"), "duplicate": mark("a second one")},
}  # fmt: skip
"""Acts whose value is one of ours and is said in the member's language."""


def _row(label: str, text: str, source: SourceRef, on: date | None) -> Row:
    return Row(label, text, source.file, on, theirs=True, row=source.row)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, Role):
        span = "–".join(x for x in (value.start, value.end or "") if x)
        return " · ".join(x for x in (value.title, value.company, span) if x)
    if isinstance(value, Study):
        return " · ".join(x for x in (value.degree, value.school, value.end) if x)
    if isinstance(value, Doing):
        return " · ".join(x for x in (value.on.isoformat() if value.on else "", value.text) if x)
    if isinstance(value, tuple):
        return "\n".join(_text(x) for x in value[:TEXTS]) if value else "–"
    return str(value) or "–"
