"""Writes lists of people as LinkedIn's pages show them, in two languages and two layouts, invented people only."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

WORDS = {
    "es": {
        "title": "Invitaciones", "received": "Recibidas", "sent": "Enviadas", "all": "Todas", "ignore": "Ignorar",
        "accept": "Aceptar", "withdraw": "Retirar", "connect": "Conectar", "more": "… Ver más", "reply": "Responder a",
        "ignore_label": "Ignorar la invitación de {}", "accept_label": "Aceptar la invitación de {}",
    },
    "en": {
        "title": "Manage invitations", "received": "Received", "sent": "Sent", "all": "All", "ignore": "Ignore",
        "accept": "Accept", "withdraw": "Withdraw", "connect": "Connect", "more": "…see more", "reply": "Reply to",
        "ignore_label": "Ignore an invitation from {}", "accept_label": "Accept {}’s invitation",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """One card, as text that the page would show."""

    name: str
    slug: str
    headline: str
    mutual: str
    age: str
    note: str = ""


def buttons(kind: str, words: dict[str, str], name: str) -> str:
    """Give the buttons of a card."""
    if kind == "received":
        return (
            f'<button aria-label="{escape(words["ignore_label"].format(name))}"><span>{words["ignore"]}</span></button>'
            f'<button aria-label="{escape(words["accept_label"].format(name))}"><span>{words["accept"]}</span></button>'
        )
    return f"<button><span>{words['withdraw' if kind == 'sent' else 'connect']}</span></button>"


def page(
    people: list[Person], lang: str, *, kind: str = "received", total: int | None = None, extra: str = ""
) -> bytes:
    """Give the page as the clipboard holds it."""
    words = WORDS[lang]
    cards = []
    for one in people:
        link = f"https://www.linkedin.com/in/{one.slug}"
        mutual = f'<div><a href="https://www.linkedin.com/search/results/people/?x=1">{escape(one.mutual)}</a></div>'
        note = f"<blockquote><span>{escape(one.note)}</span> <button>{words['more']}</button></blockquote>"
        cards.append(
            f'<li><div><a href="{link}?miniProfileUrn=urn"><img alt="{escape(one.name)}" src="data:,"></a><div>'
            f'<a href="{link}/"><span aria-hidden="true"><strong>{escape(one.name)}</strong></span>'
            f'<span class="visually-hidden">{escape(one.name)}</span></a><div>{escape(one.headline)}</div>'
            f"{mutual if one.mutual else ''}<p>{escape(one.age)}</p>{note if one.note else ''}</div>"
            f"{buttons(kind, words, one.name)}</div></li>"
        )
    shown = len(people) if total is None else total
    return (
        f"<html><body><!--StartFragment--><h1>{words['title']}</h1><nav><button>{words['received']}</button>"
        f"<button>{words['sent']}</button><button>{words['all']} ({shown})</button></nav><ul>{extra}"
        f"{''.join(cards)}</ul><!--EndFragment--></body></html>"
    ).encode()


def text(people: list[Person], lang: str, *, doubled: bool = True) -> bytes:
    """Give the same page as plain text, which knows no addresses."""
    words = WORDS[lang]
    lines = [words["title"], words["received"], words["sent"], words["all"]]
    for one in people:
        lines += [one.name, one.name] if doubled else [one.name]
        lines += [part for part in (one.headline, one.mutual, one.age) if part]
        if one.note:
            lines += [one.note, words["more"], f"{words['reply']} {one.name.split()[0]}"]
        lines += [words["ignore"], words["accept"]]
    return "\n".join(lines).encode()
