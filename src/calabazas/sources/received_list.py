"""Lists of people copied from LinkedIn: invitations received or sent, and people you may know.

Selected and copied (clipboard HTML), saved, or as plain text, which knows no addresses. A person's
card is what stands between two sets of its buttons; where buttons were lost, between two addresses.
Ages are rounded by LinkedIn, so the dates made of them are coarse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.identity import fold_name
from calabazas.people.records import Invitation, ListTaken, Observed, Problem
from calabazas.sources.ages import before
from calabazas.sources.cards import Card, after_buttons, by_address, is_other
from calabazas.sources.mutuals import mutual_facts
from calabazas.sources.visible import Line, lines_of
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from calabazas.people.records import Record

KIND = "received_list"
"""What `Found.kind` calls this format."""

_SAVED = re.compile(
    rb"linkedin\.com/mynetwork/(?:invitation-manager|invite-sent|grow|invitation)", re.IGNORECASE
)
_TITLE = re.compile(
    rb"<title>[^<]{0,20}(?:Invitaciones|Gestionar invitaciones|Invitations|Manage invitations)[^<]{0,40}</title>",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:Todas|Todos|All|Personas|People)\s*\(\s*([\d.,]{1,7})\s*\)", re.IGNORECASE)
_MORE = re.compile(
    r"(?:mostrar|ver|cargar|show|see|load)\s+(?:m[aá]s|more)(?:\s+(?:resultados|invitaciones|results|invitations|personas|people))?"
    r"|siguiente|next|p[aá]gina \d+.*|page \d+.*|anterior|previous",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:experiencia|experience|educaci[oó]n|formaci[oó]n|education)", re.IGNORECASE)
_NOBODY = re.compile(
    r"no (?:tienes|hay) (?:nuevas |m[aá]s )?invitaciones.*|no (?:new|pending) invitations.*|you have no .*invitations.*",
    re.IGNORECASE,
)


class _Page(NamedTuple):
    kind: str
    people: list[Card]
    left_out: int
    complete: bool


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - the door asks every format alike
    """Tell whether the first 64 kB are such a list; a single profile has sections of its own and is not."""
    if _SAVED.search(head[:8000]) or _TITLE.search(head[:8000]):
        return True
    if b"\x00\x00" in head[:2000] or head.startswith((b"%PDF", b"{", b"[")):
        return False
    lines = lines_of(head)
    if any(_SECTION.fullmatch(line.text) for line in lines):
        return False
    page = _page(lines)
    if page.kind == "received":
        return bool(page.people or page.left_out)
    dated = sum(card.days is not None for card in page.people)
    return dated > 0 if page.kind == "sent" else len(page.people) >= 2


def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:
    """Give an invitation and what was seen of each person, and last that the list was taken.

    `as_of` is the day the page was looked at; ages count back from it.
    """
    page = _page(lines_of(data))
    seen_on = as_of.isoformat() if as_of else ""
    slugs = set()
    nameless = 0
    for row, card in enumerate(page.people, start=1):
        if not card.name:
            nameless += 1
            yield Problem(name, row, say("Somebody in this list has no name that could be read."))
            continue
        if card.slug:
            slugs.add(card.slug)
        if page.kind != "suggested":
            yield Invitation(
                row,
                page.kind == "received",
                card.name,
                card.slug,
                before(as_of, card.days),
                False,
                card.note,
                "",
                "",
            )
        facts: dict[str, object] = {}
        if card.headline is not None:
            facts["headline"] = card.headline
        facts.update(mutual_facts(card.mutual))
        if facts:
            yield Observed(row, card.name, card.slug, seen_on, "list", facts)
    # Plain text knows no addresses: it must not make those whom it cannot name seem gone.
    whole = page.complete and not nameless and all(card.slug for card in page.people)
    yield ListTaken(page.kind, seen_on, frozenset(slugs), whole, page.left_out)


def _page(lines: list[Line]) -> _Page:
    """Cut the lines into cards, tell what list it is and whether all of it is here."""
    kind, cards, rest = after_buttons(lines)
    if not cards:
        kind, cards, rest = by_address(lines)
    people: list[Card] = []
    left_out = 0
    known: set[str] = set()
    for card in cards:
        if is_other(card):
            left_out += 1
            continue
        # Somebody may stand twice on a page (a reminder on top): the first card holds.
        key = card.slug or fold_name(card.name)
        if key and key in known:
            continue
        known.add(key)
        people.append(card)
    return _Page(kind, people, left_out, _complete(lines, rest, people, left_out))


def _complete(lines: list[Line], rest: list[Line], people: list[Card], left_out: int) -> bool:
    """All of it: the total that the page shows equals what was read, or nothing hints at more."""
    totals = {
        int(re.sub(r"\D", "", found[1]))
        for line in lines
        if len(line.text) < 40 and (found := _TOTAL.fullmatch(line.text))
    }
    if totals:
        return bool(totals & {len(people), len(people) + left_out})
    if not people and not left_out:
        return any(_NOBODY.fullmatch(line.text) for line in lines)
    return not any(_MORE.fullmatch(line.text) for line in rest)
