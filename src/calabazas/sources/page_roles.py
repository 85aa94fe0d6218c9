"""Experience and education as a profile page lists them, one employer or several roles of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.sources.spans import Span, length, months_long, span

if TYPE_CHECKING:
    from datetime import date

    from calabazas.sources.visible import Line

_TYPES = (
    r"(?:jornada completa|jornada parcial|media jornada|aut[oó]nomo|aut[oó]noma|profesional independiente|por cuenta propia|contrato(?: temporal)?"
    r"|contrato de (?:pr[aá]cticas|formaci[oó]n)|pr[aá]cticas|aprendiz|temporal|estacional|freelance|full-time|part-time|self-employed"
    r"|contract|internship|apprenticeship|seasonal|temporary|permanent)"
)
_ONLY_TYPE = re.compile(_TYPES, re.IGNORECASE)
_WITH_TYPE = re.compile(rf"(?P<company>.+?)\s*·\s*{_TYPES}(?:\s*·.*)?", re.IGNORECASE)
_TYPE_LENGTH = re.compile(rf"(?:{_TYPES}\s*·\s*)?(?P<length>[^·]+)", re.IGNORECASE)
_MODE = r"(?:en remoto|remoto|remote|h[ií]brido|hybrid|presencial|on-site)"
_PLACE = re.compile(
    rf"[^.!?]{{2,80}}·\s*{_MODE}|{_MODE}|[^.!?:;|·]{{2,40}}(?:,\s*[^.!?:;|·]{{2,40}}){{1,3}}", re.IGNORECASE
)
_CHROME = re.compile(
    r"[…\.\s]*(?:ver|mostrar|show|see)\s+(?:m[aá]s|more|menos|less|tod[oa]s?|all).*|(?:aptitudes|skills)\s*:.*|\+\d+ (?:aptitudes|skills).*"
    r"|(?:logotipo|logo) de .*|.* logo|(?:nota|grade|actividades(?: y (?:grupos|asociaciones))?|activities(?: and societies)?)\s*:.*"
    r"|.{3,60} y \d+ aptitud(?:es)? m[aá]s|.{3,80} and \+?\d+ skills?|[·•]+",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"univers|school|college|escuela|escola|instituto|institute|facultad|academ|lyc[eé]e|hochschule|\bies\b|\buned\b",
    re.IGNORECASE,
)


def roles(lines: list[Line], as_of: date | None) -> list[dict[str, object]]:
    """Read the roles; `as_of` tells how far back an employer's total reaches when a role is current."""
    texts = [
        line.text for line in lines if line.text and line.kind == "text" and not _CHROME.fullmatch(line.text)
    ]
    dated = [i for i, text in enumerate(texts) if span(text) is not None]
    found: list[dict[str, object]] = []
    group, reach, start = "", 0, 0
    for number, at in enumerate(dated):
        period = span(texts[at]) or Span("", "")
        before = texts[start:at]
        title, company, used = "", "", 0
        if before and _ONLY_TYPE.fullmatch(before[-1]):
            before, used = before[:-1], 1
        header = next((i for i in reversed(range(len(before))) if i and _total(before[i]) is not None), None)
        if header is not None:
            group = before[header - 1]
            reach = _month(period.end, as_of) - (_total(before[header]) or 0) - 2
            title, company, used = before[-1], group, used + len(before) - header + 1
        elif before and (typed := _WITH_TYPE.fullmatch(before[-1])):
            title, company, group = (before[-2] if len(before) > 1 else ""), typed["company"], ""
            used += 2
        # Two lines above a date may be role and employer, or the last words of another text and a role:
        # the total that stood under the employer tells how far back its roles can reach.
        elif before and group and _month(period.start, as_of) >= reach:
            title, company, used = before[-1], group, used + 1
        elif len(before) >= 2:
            title, company, group = before[-2], before[-1], ""
            used += 2
        elif before:
            title, group, used = before[-1], "", used + 1
        if number and found:
            found[-1]["text"] = _text(texts[start : max(start, at - used)])
        found.append(
            {"title": title, "company": company, "start": period.start, "end": period.end, "text": ""}
        )
        start = at + 1
    if found:
        found[-1]["text"] = _text(texts[start:])
    return found


def studies(lines: list[Line]) -> list[dict[str, object]]:
    """Read schools; a date closes each, and those without one come in pairs of school and degree."""
    texts = [
        line.text for line in lines if line.text and line.kind == "text" and not _CHROME.fullmatch(line.text)
    ]
    found: list[dict[str, object]] = []
    chunk: list[str] = []
    for text in texts:
        period = span(text)
        if period is None:
            chunk.append(text)
            continue
        found.extend(_schools(chunk, period))
        chunk = []
    # What follows the last date is another school only if it reads like one: it may be a text of the last.
    if chunk and (not found or _SCHOOL.search(chunk[0])):
        found.extend(_schools(chunk, None))
    return found


def _schools(chunk: list[str], period: Span | None) -> list[dict[str, object]]:
    if not chunk:
        return []
    starts = [i for i, text in enumerate(chunk) if _SCHOOL.search(text)]
    if len(chunk) <= 2 or not starts:
        starts = [max(0, len(chunk) - 2)] if period else list(range(0, len(chunk), 2))
    found: list[dict[str, object]] = []
    for i, following in zip(starts, [*starts[1:], len(chunk)], strict=True):
        degree = chunk[i + 1] if i + 1 < following else ""
        found.append({"school": chunk[i], "degree": degree, "start": "", "end": ""})
    if period and found:
        found[-1]["start"], found[-1]["end"] = period.start, period.end or ""
    return [one for one in found if one["school"]]


def _total(text: str) -> int | None:
    """Give the months of an employer's total ("Jornada completa · 6 años 2 meses"), None if it is none."""
    found = _TYPE_LENGTH.fullmatch(text)
    return months_long(found["length"]) if found and length(found["length"]) else None


def _month(point: str | None, as_of: date | None) -> int:
    if point is None:
        return as_of.year * 12 + as_of.month if as_of else 9999 * 12
    return int(point[:4]) * 12 + int(point[5:7] or 12) if point[:4].isdigit() else 0


def _text(lines: list[str]) -> str:
    if lines and _PLACE.fullmatch(lines[0]):
        lines = lines[1:]
    return "\n".join(lines)[:4000]
