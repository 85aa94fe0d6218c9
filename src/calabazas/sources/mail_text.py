"""Who invites, as the text and the page of an invitation mail say it: name, headline, place, note.

In the text the person stands in a paragraph right above the address of the profile, after the note
(measured on mails of 2016 to 2026); the page shows them around a link to the profile.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.identity import fold_name, slug_of
from calabazas.sources.visible import clean

if TYPE_CHECKING:
    from calabazas.sources.visible import Line

_PROFILE = re.compile(
    r"https?://[^\s<>]*linkedin\.com/(?:comm/)?(?:in/|pub/|profile/view\?)[^\s<>]*", re.IGNORECASE
)
_GREETING = re.compile(
    r"(?:hola|hi|hello|dear|estimad[oa]|hey|buenos d[ií]as|¡hola)\b[^\n]{0,80}[,:!]\s*", re.IGNORECASE
)
_DEFAULT = re.compile(
    r"(?:i[’']d like to (?:join your linkedin network|add you to my professional network(?: on linkedin)?|connect with you on linkedin)"
    r"|i would like to (?:join your linkedin network|add you to my professional network(?: on linkedin)?)"
    r"|please add me to your linkedin network"
    r"|me gustar[ií]a (?:unirme a tu red (?:de|en) linkedin|a[ñn]adirte a mi red profesional(?: en linkedin)?|que te unas a mi red (?:de|en) linkedin)"
    r"|quiero unirme a tu red (?:de|en) linkedin|a[ñn][aá]deme a tu red (?:de|en) linkedin)\s*[.!]?",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"(?:aceptar|accept|confirmar|confirm)(?: (?:la )?(?:invitaci[oó]n|invitation))?|(?:ver|view)(?: el)? (?:perfil|profile).*"
    r"|(?:ignorar|ignore|responder|reply|message|mensaje|inicio|home|linkedin|conectar|connect)"
    r"|.{0,120}(?:is waiting for your response|wants? to connect|quiere (?:conectar|a[ñn]adirte|formar).*|est[aá] esperando tu respuesta.*"
    r"|has sent you an invitation.*|te ha enviado una invitaci[oó]n.*|would like to join your.*|please add me to your.*|a[ñn][aá]deme a tu red.*)"
    r"|(?:you have|tienes) (?:an?|una|\d+) (?:new |nuevas? |pending )?(?:invitaci[oó]n|invitation).*"
    r"|\d[\d.,]* (?:conexiones|contactos|connections).*|.{0,100}(?:contactos?(?: m[aá]s)? en com[uú]n|mutual connections?|connections? in common)",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:[.\-_=•]{8,}|(?:cancelar (?:la )?suscripci[oó]n|unsubscribe|ayuda|help)\s*:.*"
    r"|(?:this email was intended for|este (?:correo|mensaje)(?: electr[oó]nico)? (?:est[aá] dirigido|va dirigido|iba dirigido)"
    r"|est[aá]s recibiendo|recibes|you are receiving|you received)\b.*|©.*)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…]\s*$")


class Inviter(NamedTuple):
    """What a mail shows of whoever invites; "" is not shown."""

    name: str
    slug: str
    headline: str
    place: str
    note: str


def from_text(text: str, sender: str, *, several: bool) -> list[Inviter]:
    """Read the text form; `sender` is the name in From, which is the inviter's, `several` reads a digest."""
    text = "\n".join(clean(line, 2000) for line in text.splitlines())
    footer = _FOOTER.search(text)
    paragraphs = [
        part.split("\n")
        for part in re.split(r"\n{2,}", text[: footer.start()] if footer else text)
        if part.strip()
    ]
    found: list[tuple[Inviter, int]] = []
    for index, lines in enumerate(paragraphs):
        at = next((i for i, line in enumerate(lines) if _PROFILE.search(line)), None)
        if at is None:
            continue
        # The address closes the person's own paragraph, or stands in the one after it.
        above, note_end = (lines[:at], index) if at else (paragraphs[index - 1] if index else [], index - 1)
        if not above or _PROFILE.search(above[0]):
            continue
        address = _PROFILE.search(lines[at])
        found.append((_person(above, slug_of(address[0]) if address else ""), note_end))
    if several:
        return _distinct([person for person, _ in found])
    # A note may hold an address too: the person is the one that the mail comes from, or the last.
    own = [each for each in found if fold_name(each[0].name) == fold_name(sender)] or found
    if not own:
        return []
    person, end = own[-1]
    return [person._replace(note=_note("\n\n".join("\n".join(lines) for lines in paragraphs[:end])))]


def from_html(lines: list[Line], sender: str, *, several: bool) -> list[Inviter]:
    """Read the page form: the name is a link to the profile, headline and place stand under it."""
    shown = [line for line in lines if line.kind != "image" and line.text]
    # What is said under the last profile and looks like a footer is one; above it may be a note.
    last = max((i for i, line in enumerate(shown) if _PROFILE.match(line.href)), default=0)
    footer = next((i for i in range(last + 1, len(shown)) if _FOOTER.fullmatch(shown[i].text)), len(shown))
    shown = shown[:footer]
    starts: list[int] = []
    for i, line in enumerate(shown):
        if _PROFILE.match(line.href) and not _CHROME.fullmatch(line.text):
            previous = shown[starts[-1]] if starts else None
            if previous is None or slug_of(previous.href) != slug_of(line.href):
                starts.append(i)
    if not several:
        named = [i for i in starts if fold_name(shown[i].text) == fold_name(sender)]
        named = named or [
            i for i, line in enumerate(shown) if sender and fold_name(line.text) == fold_name(sender)
        ]
        starts = (named or starts)[-1:]
    people: list[Inviter] = []
    if not starts:
        return people
    for i, following in zip(starts, [*starts[1:], len(shown)], strict=True):
        own = shown[i]
        address = own.href or next((line.href for line in lines if slug_of(line.href)), "")
        texts = []
        for line in shown[i + 1 : following]:
            same = _PROFILE.match(line.href) and not _CHROME.fullmatch(line.text)
            if line.kind == "control" or (line.href and not same):
                break
            if not _CHROME.fullmatch(line.text) and fold_name(line.text) != fold_name(own.text):
                texts.append(line.text)
        person = _person([own.text, *_under(texts)], slug_of(address))
        before = "\n".join(line.text for line in shown[:i] if not _CHROME.fullmatch(line.text))
        after = "\n".join(texts[len(_under(texts)) :])
        people.append(person if several else person._replace(note=_note(after) or _note(before)))
    return _distinct(people)


def _under(texts: list[str]) -> list[str]:
    """Keep headline and place; what comes after them, or reads as a sentence, is the note."""
    kept = texts[:2]
    if len(kept) == 2 and (len(kept[1]) > 90 or _SENTENCE.search(kept[1])):
        kept = kept[:1]
    return kept


def _person(lines: list[str], slug: str) -> Inviter:
    lines = [line for line in lines if line]
    name = clean(lines[0], 200) if lines else ""
    headline = clean(lines[1], 600) if len(lines) > 1 else ""
    place = clean(lines[2], 200) if len(lines) > 2 else ""
    return Inviter(name, slug, "" if headline == "--" else headline, place, "")


def _note(text: str) -> str:
    """Drop greeting and the sentence that LinkedIn writes for everybody who writes none."""
    text = text.strip().strip('“”"«»').strip()
    rest = _GREETING.match(text)
    # Only LinkedIn's own greeting stands on a line of its own; one inside a note is the writer's.
    if rest and ("\n" in text[rest.start() : rest.end()] or rest.end() == len(text)):
        text = text[rest.end() :].strip()
    whole = _GREETING.sub("", text, count=1) if _GREETING.match(text) else text
    return "" if _DEFAULT.fullmatch(whole.strip()) or _CHROME.fullmatch(whole.strip()) else clean(text, 2000)


def _distinct(people: list[Inviter]) -> list[Inviter]:
    seen: set[tuple[str, str]] = set()
    kept = []
    for person in people:
        key = (person.slug, fold_name(person.name))
        if person.name and key not in seen:
            seen.add(key)
            kept.append(person)
    return kept
