"""Cuts a profile page into its sections and drops what belongs to somebody else: side panels, menus, advertisements."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from calabazas.sources.visible import Line

_COUNT = r"(?:\s*\(\s*\d+\s*\))?"
SECTIONS = {
    "about": r"acerca de|about|extracto|resumen",
    "activity": r"actividad|activity|toda la actividad|all activity",
    "experience": r"experiencia|experience|experiencia laboral",
    "education": r"educaci[oó]n|formaci[oó]n(?: acad[eé]mica)?|education",
    "skills": r"(?:conocimientos y )?aptitudes|skills(?: & endorsements)?",
    "recommendations": r"recomendaciones|recommendations",
    "about_profile": r"acerca de este perfil|sobre este perfil|about this profile",
    "else": r"licencias y certificaciones|licenses (?:&|and) certifications|certificaciones|certifications|idiomas|languages"
    r"|intereses|interests|voluntariado|volunteering|volunteer experience|proyectos|projects|publicaciones acad[eé]micas"
    r"|destacado|featured|cursos|courses|reconocimientos y premios|honors (?:&|and) awards|organizaciones|organizations"
    r"|patentes|patents|aspectos destacados|highlights|servicios|services|causas ben[eé]ficas|causes|resultados de ex[aá]menes"
    r"|test scores|informaci[oó]n de contacto de .*|publicaciones destacadas",
    "panel": r"(?:otros |otras )?(?:perfiles|personas)(?: que)? (?:tambi[eé]n )?(?:vist[oa]s|vieron|has visto).*|people also viewed"
    r"|(?:m[aá]s|more|otros|explora|explore) (?:perfiles|profiles|premium)(?: .*)?|explora perfiles premium|gente tambi[eé]n vista"
    r"|(?:gente|personas) que (?:podr[ií]as|quiz[aá]s?|tal vez) cono(?:cer|zcas).*|people you may know.*|tambi[eé]n se ha visto"
    r"|you (?:might|may) (?:also )?like|te podr[ií]a (?:interesar|gustar)|(?:pages|p[aá]ginas) (?:for you|para ti|que .*)"
    r"|otros perfiles similares|similar profiles|perfiles similares|people similar to .*|promocionado|promoted|anuncios?|ad"
    r"|who your viewers also viewed|idioma del perfil|profile language|perfil p[uú]blico y url|public profile (?:&|and) url"
    r"|linkedin corporation.*|selecciona(?:r)? (?:el )?idioma|select language|accesibilidad|accessibility",
}
_TITLES = {name: re.compile(f"(?:{pattern}){_COUNT}", re.IGNORECASE) for name, pattern in SECTIONS.items()}


class Page(NamedTuple):
    """A page in sections: what stands above the first is its `top`; a section that is absent was not seen."""

    top: list[Line]
    sections: dict[str, list[Line]]


def title(line: Line) -> str:
    """Name the section whose title a line is, "" if it is none."""
    if len(line.text) > 80 or line.kind in ("control", "image"):
        return ""
    return next((name for name, pattern in _TITLES.items() if pattern.fullmatch(line.text)), "")


def cut(lines: list[Line]) -> Page:
    """Cut a page at its titles; text that is said twice in a row, for eyes and for screen readers, stays once.

    Where a page has real headings only those count, so that no line of a text can open a section.
    """
    strict = any(line.kind == "heading" and title(line) for line in lines)
    doubled = {id(a) for a, b in pairwise(lines) if a.text == b.text}
    once: list[Line] = []
    for line in lines:
        # The picture's description is no first saying of the name.
        if not once or line.text != once[-1].text or "image" in (line.kind, once[-1].kind):
            once.append(line)
    top: list[Line] = []
    sections: dict[str, list[Line]] = {}
    current = top
    panel = False
    for line in once:
        name = title(line)
        if name and strict and line.kind != "heading" and name != "panel":
            name = ""
        # In a panel others are shown: only a sure title leads out of it, never a word of their headlines.
        if name and panel and name != "panel" and not (line.kind == "heading" or id(line) in doubled):
            name = ""
        if not name or (name in sections and name not in ("else", "panel")):
            if not (name and name in sections):
                current.append(line)
            continue
        panel = name == "panel"
        current = [] if name in ("else", "panel") else sections.setdefault(name, [])
    return Page(top, sections)
