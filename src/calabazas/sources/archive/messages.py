"""messages.csv: every conversation; advertising, closed accounts, groups and drafts are marked, not dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.people.identity import slug_of
from calabazas.people.records import Message
from calabazas.sources.archive import dates
from calabazas.sources.archive.markup import plain
from calabazas.sources.archive.sheets import Layout, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSED = frozenset(
    {
        "LinkedIn Member",
        "LinkedIn-Mitglied",
        "LinkedIn Mitglied",
        "Miembro de LinkedIn",
        "Membre de LinkedIn",
        "Membre LinkedIn",
    }
)
SPONSORED = frozenset(
    {
        "Sponsored Conversation", "Sponsored Message", "Conversación patrocinada", "Mensaje patrocinado",
        "Gesponserte Unterhaltung", "Gesponserte Konversation", "Conversation sponsorisée",
    }
)  # fmt: skip
_YES = frozenset({"yes", "true", "ja", "sí", "si", "oui"})


def read(table: Table) -> Iterator[Message]:
    """Read the messages, in the order of the file: by conversation, within it mostly the newest first."""
    at = table.at
    conversation, title, sender, sender_url = at("conversation"), at("title"), at("from"), at("sender_url")
    to, to_urls, sent, subject = at("to"), at("to_urls"), at("date"), at("subject")
    content, folder, draft, unsent = at("content"), at("folder"), at("draft"), at("conversation_draft")
    has_drafts, has_senders = draft >= 0 or unsent >= 0, sender_url >= 0
    stamp = dates.stamp
    for line, row in table.rows():
        name, urls, text = row[sender], row[to_urls], row[content]
        slug = slug_of(row[sender_url])
        # Names hold commas too; only addresses tell how many people were written to.
        if "," in urls:
            slugs = tuple(filter(None, map(slug_of, urls.split(","))))
        else:
            one = slug_of(urls)
            slugs = (one,) if one else ()
        try:
            when = stamp(row[sent])
        except ValueError:
            when = table.when(row[sent], line)
        if has_drafts and (row[draft].lower() in _YES or row[unsent].lower() in _YES):
            kind = "draft"
        elif (
            row[title] in SPONSORED or (has_senders and not slug and name not in CLOSED) or "spinmail" in text
        ):
            kind = "sponsored"
        elif name in CLOSED or row[to] in CLOSED:
            kind = "closed"
        elif len(slugs) > 1:
            kind = "group"
        else:
            kind = "personal"
        if "<" in text or "&" in text:
            text = plain(text)
        if when or name or text:
            yield Message(
                line,
                row[conversation],
                name,
                slug,
                row[to],
                slugs,
                when,
                row[subject],
                text,
                row[folder],
                kind,
            )


LAYOUT = Layout(
    "messages",
    {
        "conversation": (
            "conversationid",
            "konversationsid",
            "iddelaconversacion",
            "iddeconversacion",
            "iddelaconversation",
        ),
        "title": (
            "conversationtitle",
            "konversationstitel",
            "titulodelaconversacion",
            "titredelaconversation",
        ),
        "from": ("from", "von", "de", "expediteur", "remitente"),
        "sender_url": ("senderprofileurl",),
        "to": ("to", "an", "para", "a", "destinataire", "destinatario"),
        "to_urls": ("recipientprofileurls",),
        "date": ("date", "datum", "fecha"),
        "subject": ("subject", "betreff", "asunto", "objet"),
        "content": ("content", "inhalt", "contenido", "contenu"),
        "folder": ("folder", "ordner", "carpeta", "dossier"),
        "draft": ("ismessagedraft",),
        "conversation_draft": ("isconversationdraft",),
    },
    ("conversation", "from", "date", "content"),
    read,
)
