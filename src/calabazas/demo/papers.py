"""Writes what the member kept besides her archive: the list of invitations, some mails, the pages she looked at, who came to an event."""

from __future__ import annotations

import json
from datetime import datetime, time
from email.header import Header
from html import escape
from typing import TYPE_CHECKING, Any

from calabazas.demo.shapes import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from pathlib import Path

    from calabazas.demo.cast import Cast, Days, Inviter


def write(cast: Cast, folder: Path) -> list[Path]:
    """Write the list, the mails and the profiles; the same cast gives the same bytes."""
    lists = folder / "received.html"
    lists.write_bytes(_list(cast).encode())
    pages = folder / "profiles.jsonl"
    lines = [
        json.dumps(_page(each, cast.days), ensure_ascii=False)
        for each in cast.inviters
        if each.page is not None
    ]
    pages.write_bytes("".join(line + "\n" for line in lines).encode())
    mails = []
    for number, each in enumerate(cast.inviters):
        if each.mail or each.only == "mail":
            path = folder / f"invitation-{number:02}.eml"
            path.write_bytes(_mail(cast, each, number))
            mails.append(path)
    attendees = folder / "asistentes.csv"
    attendees.write_bytes(_attendees(cast).encode())
    return [lists, pages, attendees, *mails]


def _attendees(cast: Cast) -> str:
    """The list of an event, as a spreadsheet writes it."""
    told = cast.member["attendees"]
    rows = [";".join((*person, told["event"])) for person in told["people"]]
    return "\n".join(("Nombre;Cargo;Empresa;Correo;Evento", *rows, ""))


def _list(cast: Cast) -> str:
    """The copied page: newest first, and not all of it, as one leaves a page after some scrolling."""
    shown = sorted((each for each in cast.inviters if not each.only), key=lambda each: each.days)
    cards = "\n".join(_card(each) for each in shown)
    return (
        "<html><body><!--StartFragment--><h1>Invitaciones</h1><nav><button>Recibidas</button><button>Enviadas</button>"
        f"<button>Todas ({len(cast.inviters)})</button></nav><ul>{cards}</ul><button>Mostrar más</button>"
        "<!--EndFragment--></body></html>\n"
    )


def _card(each: Inviter) -> str:
    name, first = escape(each.name), escape(each.name.split()[0])
    note = (
        f"<blockquote><span>{escape(each.note)}</span> <button>… Ver más</button></blockquote>"
        f'<a href="https://www.linkedin.com/messaging/compose/">Responder a {first}</a>'
        if each.note
        else ""
    )
    common = (
        f"<div><a href='https://www.linkedin.com/search/results/people/'>{escape(_common(each))}</a></div>"
    )
    return (
        f'<li><div><a href="{each.url}/"><span aria-hidden="true"><strong>{name}</strong></span>'
        f'<span class="visually-hidden">{name}</span></a><div>{escape(each.headline or "--")}</div>'
        f"{common if each.mutual_count else ''}<p>{_ago(each.days)}</p>{note}</div>"
        f'<button aria-label="Ignorar {name}"><span>Ignorar</span></button>'
        f'<button aria-label="Aceptar {name}"><span>Aceptar</span></button></li>'
    )


def _common(each: Inviter) -> str:
    rest = each.mutual_count - len(each.mutual)
    names = ", ".join(each.mutual)
    if not names:
        return f"{rest} contactos en común" if rest > 1 else "1 contacto en común"
    if rest:
        return (
            f"{names} y {rest} contactos más en común" if rest > 1 else f"{names} y 1 contacto más en común"
        )
    return (
        f"{' y '.join(each.mutual)} son contactos en común"
        if len(each.mutual) > 1
        else f"{names} es un contacto en común"
    )


def _ago(days: int) -> str:
    """Say an age as LinkedIn does: rounded down."""
    if days < 2:
        return "Ayer" if days else "Hoy"
    for size, one, many in ((30, "mes", "meses"), (7, "semana", "semanas")):
        if days >= size:
            return f"hace {days // size} {one if days // size == 1 else many}"
    return f"hace {days} días"


def _page(each: Inviter, days: Days) -> dict[str, Any]:
    """The profile as she saw it on the day, its years moved."""
    page = dict(each.page or {})
    if "joined" in page:
        page["joined"] = int(days.moved(str(page["joined"])))
    for part in ("experience", "education"):
        if part in page:
            page[part] = [_moved(role, days) for role in page[part]]
    seen = {
        "profile_url": each.url,
        "name": each.name,
        "observed_on": days.today.isoformat(),
        "headline": each.headline,
    }
    if each.mutual:
        page["mutual_names"] = list(each.mutual)
    return {**seen, "mutual_connections": each.mutual_count, **page}


def _moved(role: dict[str, Any], days: Days) -> dict[str, Any]:
    return {
        **role,
        "start": days.moved(str(role["start"])),
        "end": days.moved(str(role["end"])) if "end" in role else None,
    }


def _mail(cast: Cast, each: Inviter, number: int) -> bytes:
    at = datetime.combine(cast.days.ago(each.days), time(18, 39))
    profile = cast.member["profile"]
    head = (
        f"From: {_header(each.name)} <invitations@linkedin.com>\n"
        f"To: {_header(cast.name)} <{profile['mail']}>\n"
        f"Subject: {_header(f'{cast.name}, añádeme a tu red de LinkedIn')}\n"
        f"Date: {WEEKDAYS[at.weekday()]}, {at.day:02} {MONTHS[at.month - 1]} {at:%Y %H:%M:%S} +0000\n"
        f"Message-ID: <demo.{number}.{at:%Y%m%d}@example.linkedin.com>\n"
        "X-LinkedIn-Class: INVITE-MBR\nX-LinkedIn-Template: email_m2m_invite_single_01\n"
        'MIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n'
    )
    link = each.url.replace("/in/", "/comm/in/")
    note = f"{each.note}\n\n" if each.note else ""
    body = (
        f"Hola, {profile['first']}:\n\n{note}{each.name}\n{each.headline or ''}\n{each.place}\n\n"
        f"Ver perfil: {link}?midToken=AQ&trk=eml-email_m2m_invite_single_01-hero-3-prof%7Ecta\n\n"
        f"Aceptar: https://www.linkedin.com/comm/mynetwork/invite-accept/invitationId/64000000000000{number:05}/sharedKey/x\n\n"
        ".....................................\n\n"
        f"Este correo está dirigido a {cast.name} ({profile['headline']}).\n"
    )
    return (head + "\n" + body).encode()


def _header(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=10_000).encode()
