"""What columns of people's lists are called, and how a line of text names somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from calabazas.people.identity import slug_of
from calabazas.sources.archive import columns as c
from calabazas.sources.visible import clean
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Final = ("first", "last", "name", "url", "title", "company", "mail", "event")
"""What a column may be; a first and a last name stand for a name."""
NAMES: Final[Mapping[str, str]] = {
    "name": mark("Name"),
    "first": mark("First name"),
    "last": mark("Last name"),
    "url": mark("Profile"),
    "title": mark("Position"),
    "company": mark("Company"),
    "mail": mark("Mail"),
    "event": mark("Event"),
}
"""The same in words (marked), as the member is shown them."""
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "first": (*c.FIRST, "givenname", "first", "nombredepila"),
    "last": (*c.LAST, "surname", "familyname", "last", "primerapellido"),
    "name": (
        "fullname", "name", "nombrecompleto", "nombreyapellidos", "nombreyapellido", "nombreapellidos", "attendee", "attendeename",
        "asistente", "asistentes", "participante", "participant", "participants", "speaker", "ponente", "contact", "contacto",
        "contactname", "persona", "person", "lead", "leadname", "invitado", "invitada", "guest", "visitante", "nombre",
    ),
    "url": (
        "profileurl", "linkedinurl", "linkedinprofile", "linkedinprofileurl", "publicprofileurl", "linkedin", "perfildelinkedin",
        "perfillinkedin", "urldelperfil", "urldeperfil", "perfil", "profile", "url", "enlace", "link",
    ),
    "title": (*c.TITLE, "role", "rol", "headline", "titular", "funcion", "currentposition", "cargoactual", "profesion"),
    "company": (
        *c.COMPANY, "organization", "organisation", "organizacion", "account", "accountname", "employer", "currentcompany", "entidad",
        "institucion", "affiliation",
    ),
    "mail": ("email", "mail", "emailaddress", "emails", "correo", "correoelectronico", "direcciondecorreo", "workemail"),
    "event": ("event", "evento", "eventname", "congreso", "conference", "feria", "jornada", "source", "origen", "fuente"),
}  # fmt: skip
_MAIL = re.compile(r"<?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})>?")
_URL = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/\S{1,300}", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,4}[.)])\s+")
_PARTS = re.compile(r"\t|\s*[;|·•]\s*|\s+[-–—]\s+|,\s+|\s*\(\s*|\s*\)\s*")
_AT = re.compile(r"\s+(?:@|en|at)\s+(?=[A-ZÁÉÍÓÚÑÜÇ0-9])")
_SMALL = frozenset("de del la las los da das do dos di du e y i van von der den bin al ibn mac san".split())
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:['’.\-][^\W\d_'’.\-]*)*")
_LONGEST_LINE = 240


def looks_like_name(text: str) -> bool:
    """Tell whether a text has the form of a person's name: two to six words of letters, written large."""
    words = text.split()
    large = [w for w in words if w.casefold() not in _SMALL]
    return (
        2 <= len(words) <= 6
        and len(text) <= 60
        and len(large) >= 2
        and all(_WORD.fullmatch(w) for w in words)
        and all(w[0].isupper() or not w[0].islower() for w in large)
    )


def of_line(line: str) -> dict[str, str] | None:
    """Read "Ana Ruiz, Directora, Acme", "Ana Ruiz - Directora en Acme <ana@acme.es>" and the like; None when no name leads."""
    if len(line) > 4 * _LONGEST_LINE:
        return None
    text = _BULLET.sub("", clean(line.replace("\t", " ; "), _LONGEST_LINE).replace("\n", " "))
    mail, url = _MAIL.search(text), _URL.search(text)
    for taken in (mail, url):
        text = text.replace(taken[0], " ; ") if taken else text
    parts = [part.strip(" .,;:") for part in _PARTS.split(text)]
    parts = [part for part in parts if part]
    if not parts or not looks_like_name(parts[0]):
        return None
    title = parts[1] if len(parts) > 1 else ""
    company = parts[2] if len(parts) > 2 else ""
    if not company and (split := _AT.split(title, maxsplit=1))[1:]:
        title, company = split
    return {
        "name": parts[0],
        "title": title,
        "company": company,
        "mail": mail[1] if mail else "",
        "slug": slug_of(url[0]) if url else "",
    }
