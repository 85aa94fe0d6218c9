"""Invitations.csv: those of about the last six months, in both directions, whatever became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.people.identity import slug_of
from calabazas.people.records import Invitation
from calabazas.sources.archive.sheets import Layout, Table, folded
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

_INCOMING = {"incoming", "received", "entrante", "recibida", "eingehend", "erhalten", "recue"}
_OUTGOING = {"outgoing", "sent", "saliente", "enviada", "ausgehend", "gesendet", "sortante", "envoyee"}


def read(table: Table) -> Iterator[Invitation]:
    """Read the invitations; the member is the invitee of incoming ones and the inviter of the others."""
    at = table.at
    sender, target, sent, note = at("from"), at("to"), at("sent"), at("note")
    direction, inviter, invitee = at("direction"), at("inviter"), at("invitee")
    for line, row in table.rows():
        if not any(row):
            continue
        way = folded(row[direction])
        if way not in _INCOMING and way not in _OUTGOING:
            table.fail(line, say("{text} is neither incoming nor outgoing.", text=row[direction][:40]))
            continue
        incoming = way in _INCOMING
        from_slug, to_slug = slug_of(row[inviter]), slug_of(row[invitee])
        if (row[inviter] and not from_slug) or (row[invitee] and not to_slug):
            table.fail(
                line, say("The address is not that of a LinkedIn profile; the row is kept without it.")
            )
        name, slug = (row[sender], from_slug) if incoming else (row[target], to_slug)
        if not name.strip() and not slug:
            table.fail(line, say("The invitation names nobody."))
            continue
        me, my_slug = (row[target], to_slug) if incoming else (row[sender], from_slug)
        at_ = table.when(row[sent], line)
        yield Invitation(
            line, incoming, name.strip() or slug, slug, at_, True, row[note].strip(), my_slug, me.strip()
        )


LAYOUT = Layout(
    "invitations",
    {
        "from": ("from", "von", "de", "expediteur", "remitente"),
        "to": ("to", "an", "para", "a", "destinataire", "destinatario"),
        "sent": ("sentat", "gesendetam", "enviadoel", "enviadael", "fechadeenvio", "envoyele", "datedenvoi"),
        "note": ("message", "nachricht", "mensaje"),
        "direction": ("direction", "richtung", "direccion"),
        "inviter": ("inviterprofileurl",),
        "invitee": ("inviteeprofileurl",),
    },
    ("from", "to", "sent", "direction"),
    read,
)
