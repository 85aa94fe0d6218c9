"""The top of a profile page: name, headline, place, contacts, followers and contacts in common."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from calabazas.people.identity import fold_name
from calabazas.sources.mutuals import mutual_facts
from calabazas.sources.visible import clean

if TYPE_CHECKING:
    from calabazas.sources.visible import Line

_NUMBER = r"(?P<open>m[aá]s de\s+|over\s+)?(?P<n>\d[\d.,\s]*)(?P<unit>\s*(?:mil(?:l[oó]n(?:es)?)?|k|m)\b)?(?P<plus>\+)?"
_COUNTS = {
    "followers": re.compile(rf"{_NUMBER}\s+(?:seguidor(?:es|as)?|followers?)", re.IGNORECASE),
    "connections": re.compile(rf"{_NUMBER}\s+(?:contactos?|conexi[oó]n(?:es)?|connections?)", re.IGNORECASE),
}
_CONTACT = re.compile(
    r"(?P<place>.*?)\s*[·•]?\s*(?:informaci[oó]n de contacto|contact info(?:rmation)?)", re.IGNORECASE
)
_DEGREE = re.compile(
    r"(?:[·•\s]*(?:[123]\s?(?:\.?\s?(?:er|º|o|ª)|st|nd|rd|th)?\+?)(?:\s+(?:grado|degree)(?: connection)?)?){1,2}|(?:contacto|conexi[oó]n) de [123]\.?\S{0,2} grado"
    r"|fuera de tu red|out of (?:your )?network",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*[·•]\s*(?:[123]\s?\S{0,3}\+?)(?:\s+(?:grado|degree).*)?\s*$", re.IGNORECASE)
_PRONOUNS = re.compile(
    r"\(?\s*(?:[ée]l|ella|elle|she|he|they|ellos|ellas)(?:\s*/\s*\w+){0,3}\s*\)?", re.IGNORECASE
)
_CHROME = re.compile(
    r"(?:inicio|home|mi red|my network|empleos|jobs|mensajes|messaging|notificaciones|notifications|yo|me|para negocios|for business|buscar|search"
    r"|premium|prueba premium.*|try premium.*|reactivar premium.*|linkedin|saltar al contenido.*|skip to .*|\d{1,3}(?: (?:notificaci|notification|new ).*)?"
    r"|conectar|connect|enviar mensaje|message|seguir|follow|siguiendo|following|m[aá]s|more|aceptar|accept|ignorar|ignore|pendiente|pending|guardar en pdf|save to pdf"
    r"|(?:foto|imagen) de (?:perfil|portada|fondo).*|(?:cover|background|profile) (?:photo|image|picture).*|.*[’']s? profile (?:photo|picture)"
    r"|(?:verificad[oa]|verified)(?: profile)?|insignia.*|a[ñn]adir insignia.*|add verification badge|influencer|top voice|open to work|#opentowork|[·•|\s]+)",
    re.IGNORECASE,
)
_VERIFIED = re.compile(
    r"(?:perfil )?verificad[oa]|verified(?: profile)?|insignia de verificaci[oó]n.*|verification badge",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:perfil de|profile of|foto de perfil de|acerca de|about)\s+(?P<name>.{2,120})", re.IGNORECASE
)


def name_of(top: list[Line], lines: list[Line]) -> tuple[str, int]:
    """Give the name and the place in `top` from which the rest of the top goes on."""
    for place, line in enumerate(top):
        if (
            line.kind == "heading"
            and line.text
            and not _CHROME.fullmatch(line.text)
            and not _LABEL.fullmatch(line.text)
        ):
            return _bare(line.text), place + 1
    texts = [
        (place, line)
        for place, line in enumerate(top)
        if line.text
        and line.kind == "text"
        and not _CHROME.fullmatch(line.text)
        and "linkedin.com/" not in line.text
    ]
    # The degree of contact stands right after the name; without it the first line that is no menu is the name.
    for (place, line), (_, after) in pairwise(texts):
        if _DEGREE.fullmatch(after.text) or _PRONOUNS.fullmatch(after.text):
            return _bare(line.text), place + 1
        if line.text != _bare(line.text):
            return _bare(line.text), place + 1
    if texts:
        return _bare(texts[0][1].text), texts[0][0] + 1
    named = (_LABEL.fullmatch(line.text) for line in lines[:40])
    return next((_bare(found["name"]) for found in named if found), ""), len(top)


def top_facts(top: list[Line], who: str) -> dict[str, object]:
    """Read headline, place, contacts, followers, contacts in common and the badge; only what stands there."""
    facts: dict[str, object] = {}
    plain: list[str] = []
    counted = False
    for line in top:
        text = line.text
        if not text:
            continue
        if _VERIFIED.fullmatch(text):
            facts["verified"] = True
            continue
        if line.kind == "image" or _DEGREE.fullmatch(text) or _PRONOUNS.fullmatch(text):
            continue
        if "headline" not in facts and line.kind != "control" and not _known(text, who):
            facts["headline"] = "" if text in ("--", "-") else clean(text, 600)
            continue
        for part in re.split(r"\s+[·•]\s+", text):
            for fact in ("followers", "connections"):
                number = count(part, fact)
                if number is not None and fact not in facts:
                    facts[fact] = number
                    counted = True
                    if fact == "connections":
                        facts["connections_open"] = _open(part)
        found = _CONTACT.fullmatch(text)
        if found and "location" not in facts:
            place = found["place"] or (plain[-1] if plain else "")
            if place:
                facts["location"] = clean(place, 200)
        elif mutual_facts(text) and "mutual_connections" not in facts:
            facts.update(mutual_facts(text))
        elif not counted and line.kind == "text" and not _known(text, who):
            plain.append(text)
    # Without the line for contact details the place is the last plain one above the counts.
    if "location" not in facts and plain and counted:
        facts["location"] = clean(plain[-1], 200)
    return facts


def count(text: str, fact: str) -> int | None:
    """Read "15.850 seguidores", "500+ connections", "1,2 mil seguidores", None when it is something else."""
    found = _COUNTS[fact].fullmatch(text.strip())
    if not found:
        return None
    unit = (found["unit"] or "").strip().lower()
    if not unit:
        return int(re.sub(r"\D", "", found["n"]))
    factor = 1_000_000 if unit == "m" or unit.startswith("mill") else 1000
    try:
        return round(float(found["n"].strip().replace(",", ".")) * factor)
    except ValueError:
        return None


def _open(text: str) -> bool:
    found = _COUNTS["connections"].fullmatch(text.strip())
    return bool(found and (found["open"] or found["plus"]))


def _known(text: str, who: str) -> bool:
    """Tell a line that is neither headline nor place: menus, counts, the name again."""
    return bool(
        _CHROME.fullmatch(text)
        or mutual_facts(text)
        or any(count(text, fact) is not None for fact in _COUNTS)
        or _CONTACT.fullmatch(text)
        or (who and fold_name(text) == fold_name(who))
    )


def _bare(text: str) -> str:
    return clean(_TAIL.sub("", text), 200).replace("\n", " ").strip(" ·•,")
