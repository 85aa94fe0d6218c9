"""One profile page, copied or saved, as HTML or plain text, Spanish or English; also "About this profile" alone.

Three-valued: a section that is not on the page was not seen; one that says it is empty was seen to be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.people.identity import fold_name, slug_of
from calabazas.people.records import Observed, Problem
from calabazas.sources.page_activity import doings
from calabazas.sources.page_roles import roles, studies
from calabazas.sources.page_sections import Page, cut, title
from calabazas.sources.page_top import count, name_of, top_facts
from calabazas.sources.visible import Line, decode, is_html, lines_of
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from calabazas.people.records import Record

KIND = "profile_page"
"""What `Found.kind` calls this format."""

_SAVED = re.compile(
    rb"(?:saved from url=[^>]{0,20}|Snapshot-Content-Location:\s*|rel=\"?canonical\"?\s+href=\"?)https://[a-z.]*linkedin\.com/in/",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:saved from url=\S{0,20}?|Snapshot-Content-Location:\s*|rel=\"?canonical\"?\s+href=\"?)(https://[a-z.]*linkedin\.com/in/[^\s\"'<>]+)",
    re.IGNORECASE,
)
_OWN_PATH = re.compile(r"linkedin\.com/in/[^/?#]+/(?:overlay|details|recent-activity|edit)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:https?://)?(?:www\.)?linkedin\.com/in/\S+", re.IGNORECASE)
_PROFILE_MARK = re.compile(
    r"informaci[oó]n de contacto|contact info|[\d.,]+\s*(?:mil|k|m)?\+?\s+(?:seguidores|followers|contactos|conexiones|connections)"
    r"|m[aá]s de 500 (?:contactos|conexiones)|[·•]?\s*[123](?:\.?\s?(?:er|º)|st|nd|rd)\+?(?: (?:grado|degree).*)?",
    re.IGNORECASE,
)
_SKILL_CHROME = re.compile(
    r"[…\.\s]*(?:ver|mostrar|show|see)\s+.*|[\d.,]+ (?:validaci[oó]n(?:es)?|endorsements?).*|(?:validad[oa]s?|endorsed) (?:por|by) .*|\d+ (?:experiencias?|experiences?|educational).*"
    r"|.* (?:assessment|evaluaci[oó]n de aptitudes).*|(?:todas|all|aptitudes del sector|industry knowledge|herramientas y tecnolog[ií]as|tools & technologies|interpersonal skills|otras aptitudes|other skills|top skills|aptitudes principales)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"(?:recibidas|received)\s*\(?\s*(\d+)\s*\)?", re.IGNORECASE)
_EMPTY = re.compile(
    r"no hay nada que ver.*|nothing to see.*|.{0,80}(?:no ha recibido|hasn[’']t received|no tiene) (?:ninguna |any )?(?:recomendaci|recommendation).*",
    re.IGNORECASE,
)
_MORE = re.compile(r"[…\.\s]*(?:ver|mostrar|show|see)\s+(?:m[aá]s|more|menos|less)", re.IGNORECASE)
_TOP_SKILLS = re.compile(r"aptitudes principales|top skills", re.IGNORECASE)


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - the door asks every format alike
    """Tell whether the first 64 kB are a profile: its address as saved, or sections and marks that only one has."""
    if _SAVED.search(head[:16000]):
        return True
    if b"\x00\x00" in head[:2000] or head.startswith((b"%PDF", b"{", b"[")):
        return False
    lines = lines_of(head)
    named = {title(line) for line in lines} - {"", "else", "panel"}
    if "about_profile" in named and any(_JOINED.match(line.text) for line in lines):
        return True
    return len(named) >= 2 and any(_PROFILE_MARK.fullmatch(line.text) for line in lines)


def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:
    """Give what the page shows; ages count back from `as_of`, the day it was looked at."""
    lines = lines_of(data)
    page = cut(lines)
    who, start = name_of(page.top, lines)
    slug = _slug(data, lines, who)
    if not (who or slug):
        yield Problem(name, 1, say("This page does not say whose profile it is."))
        return
    facts = top_facts(page.top[start:], who)
    facts.update(_sections(page, who, as_of))
    yield Observed(1, who, slug, as_of.isoformat() if as_of else "", "profile", facts)


def _sections(page: Page, who: str, as_of: date | None) -> dict[str, object]:
    facts: dict[str, object] = {}
    held = page.sections
    # LinkedIn leaves an empty section out: a title with nothing under it has not loaded, and was not seen.
    if about := _about(held.get("about", [])):
        facts["about"] = about
    if found := roles(held.get("experience", []), as_of):
        facts["experience"] = found
        current = next((role for role in found if role["end"] is None), None)
        if current:
            facts["position"], facts["company"] = current["title"], current["company"]
    if schools := studies(held.get("education", [])):
        facts["education"] = schools
    if skills := _skills(held.get("skills", [])):
        facts["skills"] = skills
    if "activity" in held:
        activity = doings(held["activity"], who, as_of)
        if activity is not None:
            facts["activity"] = activity
        followers = next(
            (n for line in held["activity"] if (n := count(line.text, "followers")) is not None), None
        )
        if followers is not None:
            facts["followers"] = followers
    if "recommendations" in held:
        facts.update(_recommendations(held["recommendations"]))
    if "about_profile" in held:
        facts.update(about_profile(held["about_profile"]))
    return facts


def _about(lines: list[Line]) -> str:
    texts: list[str] = []
    for line in lines:
        if _TOP_SKILLS.fullmatch(line.text):
            break
        if line.kind == "text" and line.text and not _MORE.fullmatch(line.text):
            texts.append(line.text)
    return "\n".join(texts)[:10_000]


def _skills(lines: list[Line]) -> list[str]:
    found = dict.fromkeys(
        line.text
        for line in lines
        if line.kind == "text" and 1 < len(line.text) <= 80 and not _SKILL_CHROME.fullmatch(line.text)
    )
    return list(found)[:100]


def _recommendations(lines: list[Line]) -> dict[str, object]:
    for line in lines:
        if found := _RECEIVED.fullmatch(line.text):
            return {"recommendations": int(found[1])}
        if _EMPTY.fullmatch(line.text):
            return {"recommendations": 0}
    return {}


_JOINED = re.compile(
    r"(?:se uni[oó](?: (?:a linkedin|en))?|fecha de (?:alta|registro)|joined(?: linkedin)?)\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:informaci[oó]n de contacto|contact info(?:rmation)?)\s*:?\s*(?P<rest>.*)", re.IGNORECASE
)
_UPDATED = re.compile(
    r".{0,20}(?:actualizad[oa]|updated|se actualiz[oó]|[uú]ltima actualizaci[oó]n).*", re.IGNORECASE
)
_VERIFIED = re.compile(
    r"(?:verificad[oa]s?|verified)\b(?! yet).*|.* (?:verificad[oa]|verified)(?: .*)?", re.IGNORECASE
)
_UNVERIFIED = re.compile(
    r"(?:.{0,80}\b)?(?:no (?:tiene |hay )?(?:ninguna )?verificaci(?:ones|[oó]n).*|sin verificaciones?|sin verificar|not verified.*|no verifications?.*|hasn[’']t (?:added|verified).*|no (?:est[aá] )?verificad[oa].*|no ha (?:a[ñn]adido|verificado).*)",
    re.IGNORECASE,
)


def about_profile(lines: list[Line]) -> dict[str, object]:
    """Read "About this profile": the year of joining, when contact details changed, and whether anything is verified."""
    facts: dict[str, object] = {}
    texts = [line.text for line in lines if line.text]
    for place, text in enumerate(texts):
        following = texts[place + 1] if place + 1 < len(texts) else ""
        if found := _JOINED.fullmatch(text):
            year = re.search(r"\b(20\d{2})\b", found["rest"] or following)
            if year:
                facts.setdefault("joined", int(year[1]))
        elif found := _CONTACT.fullmatch(text):
            said = found["rest"] or following
            if _UPDATED.fullmatch(said):
                facts.setdefault("updated", said)
        elif _UNVERIFIED.fullmatch(text):
            facts.setdefault("verified", False)
        elif _VERIFIED.fullmatch(text):
            facts["verified"] = True
    return facts


def _slug(data: bytes, lines: list[Line], who: str) -> str:
    """Find whose page it is: the saved address, links that only one's own page has, or the name's link."""
    if is_html(data[:65536]):
        found = _ADDRESS.search(decode(data[:65536]))
        if found and slug_of(found[1]):
            return slug_of(found[1])
        for line in lines:
            if _OWN_PATH.search(line.href) and slug_of(line.href):
                return slug_of(line.href)
        named = (slug_of(line.href) for line in lines if who and fold_name(line.text) == fold_name(who))
        return next((slug for slug in named if slug), "")
    plain = (slug_of(line.text) for line in lines if _PLAIN.fullmatch(line.text))
    return next((slug for slug in plain if slug), "")
