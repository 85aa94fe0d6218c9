"""Cuts the lines of a list into one card a person, by its buttons or by the addresses in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from calabazas.people.identity import fold_name, slug_of
from calabazas.sources.ages import days_ago
from calabazas.sources.mutuals import mutual_facts
from calabazas.sources.visible import Line, clean

_BUTTONS = {
    "accept": re.compile(r"(?:aceptar|accept)", re.IGNORECASE),
    "ignore": re.compile(r"(?:ignorar|ignore|rechazar|decline)", re.IGNORECASE),
    "withdraw": re.compile(r"(?:retirar(?: invitaci[oó]n)?|withdraw(?: invitation)?)", re.IGNORECASE),
    "connect": re.compile(r"(?:conectar|connect)", re.IGNORECASE),
}
_LABELS = {
    "accept": re.compile(r"(?:aceptar|accept)\b", re.IGNORECASE),
    "ignore": re.compile(r"(?:ignorar|ignore|rechazar|decline)\b", re.IGNORECASE),
    "withdraw": re.compile(r"(?:retirar|withdraw|withdrawn)\b", re.IGNORECASE),
    "connect": re.compile(
        r"(?:conectar con|connect with|invitar a .* a conectar|invita a .* a conectar|invite .* to connect)",
        re.IGNORECASE,
    ),
}
_LISTS = {"accept": "received", "withdraw": "sent", "connect": "suggested"}
_OTHER_PATH = re.compile(
    r"linkedin\.com/(?:newsletters?|company|showcase|school|events?|groups?|learning|pages?)/", re.IGNORECASE
)
_INVITED = re.compile(
    r".{1,120}\b(?:te ha invitado|te invit[aó]|invited you|has invited you|is inviting you|invites you)\s+(?:a|to)\s+"
    r"(?:suscribirte|seguir|asistir|unirte|participar|subscribe|follow|attend|join|like)\b.*",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"(?:[…\.\s]*(?:ver|mostrar|see|show)\s+(?:m[aá]s|menos|more|less))"
    r"|(?:responder|reply|enviar mensaje|message|mensaje|seguir|follow|descartar|dismiss|cerrar|close)(?:\s+(?:a|to)\s+.*)?"
    r"|(?:enviar mensaje|message)\s+.{1,60}"
    r"|(?:invitaciones|gestionar invitaciones|invitations|manage invitations|manage all|received|recibidas|sent|enviadas"
    r"|people you may know|gente que podr[ií]as conocer|personas que quiz[aá]s? conozcas|mi red|my network|pendiente|pending"
    r"|boletines|newsletters?|eventos?|events?|p[aá]ginas|pages|grupos|groups|empresas|companies)(?:\s*\(\s*[\d.,+]+\s*\))?"
    r"|(?:todas|todos|all|personas|people)(?:\s*\(\s*[\d.,+]+\s*\))?"
    r"|(?:inicio|home|empleos|jobs|mensajes|messaging|notificaciones|notifications|yo|me|para negocios|for business|try premium.*)"
    r"|\d{1,3} (?:notificaci[oó]n(?:es)?|notifications?)(?: .{0,40})?|\d{1,3}"
    r"|(?:premium|verificad[oa]|verified|miembro premium.*|premium member.*|influencer|top voice)"
    r"|(?:[·•]\s*)?(?:(?:1|2|3)(?:\.?(?:er|º|o|ª)|st|nd|rd|\+)?\+?\s*(?:grado|degree)?(?: connection)?[·•\s]*){1,2}"
    r"|(?:te sigue|follows you|est[aá] en l[ií]nea|status is .*|el estado es .*)"
    r"|(?:[·•|]+)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?:foto de perfil de|foto de|imagen de|ver (?:el )?perfil de|ver a|view|photo of)\s+(?P<a>.{2,120}?)(?:[’']s? (?:profile|photo).*)?(?:,? (?:est[aá]|is|en b[uú]squeda).*)?"
    r"|(?P<b>.{2,120}?)[’']s?\s+(?:profile picture|profile photo|photo|profile)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\s*,?\s+(?:est[aá] (?:en b[uú]squeda|buscando|contratando)|is (?:open to|hiring|looking)|en b[uú]squeda activa).*",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\s*[·•]\s*(?:\d\S{0,4}|fuera de tu red|out of network)(?:\s+(?:grado|degree).*)?\s*$", re.IGNORECASE
)
_NOTHING = frozenset({"--", "-", "—", "–"})


@dataclass(frozen=True, slots=True)
class Card:
    """One card: `headline` None was not shown, "" was shown to be empty; `mutual` is its line as it stood."""

    name: str
    slug: str
    headline: str | None
    mutual: str
    days: int | None
    note: str
    lines: tuple[Line, ...]


def button(line: Line, *, anywhere: bool = False) -> str:
    """Tell which of a card's buttons a line is: accept, ignore, withdraw, connect, or "".

    `anywhere` takes a bare line for one, as in plain text; a page has real buttons, so that
    the words of a note can never pass for one.
    """
    if line.kind != "control" and not anywhere:
        return ""
    if len(line.text) > 60:
        return ""
    for name, pattern in _BUTTONS.items():
        if pattern.fullmatch(line.text):
            return name
    if line.label and line.kind == "control":
        for name, pattern in _LABELS.items():
            if pattern.match(line.label):
                return name
    return ""


def after_buttons(lines: list[Line]) -> tuple[str, list[Card], list[Line]]:
    """Cut after each run of buttons; give the list's kind, its cards, and the lines outside of them."""
    html = any(line.kind != "text" for line in lines)
    named = [button(line) for line in lines]
    if not any(name in _LISTS for name in named):
        # Copied without its buttons' markup, or LinkedIn's "Withdraw", which is not always a button.
        named = [button(line, anywhere=True) for line in lines]
    counts = {name: named.count(name) for name in _LISTS}
    ending = next((name for name in ("accept", "withdraw", "connect") if counts[name]), "")
    if not ending:
        return "received", [], lines
    ends = {"accept", "ignore"} if ending == "accept" else {ending}
    cards: list[Card] = []
    start = 0
    run = [index for index, name in enumerate(named) if name in ends]
    for index, following in pairwise([*run, len(lines)]):
        if following == index + 1 < len(lines) and named[following] != named[index]:
            continue
        body = [line for line, name in zip(lines[start:index], named[start:index], strict=True) if not name]
        cards.append(card(body, lines[index], html=html))
        start = index + 1
    rest = [line for line in lines[start:] if not button(line, anywhere=True)]
    return _LISTS[ending], [one for one in cards if one.lines], rest


def by_address(lines: list[Line]) -> tuple[str, list[Card], list[Line]]:
    """Cut where the address of another profile begins, for pages whose buttons were not copied."""
    starts: list[int] = []
    current = ""
    for index, line in enumerate(lines):
        found = slug_of(line.href)
        if found and found != current and not mutual_facts(line.text):
            starts.append(index)
            current = found
    if not starts:
        return "received", [], lines
    cards = [card(lines[a:b], None, html=True) for a, b in pairwise([*starts, len(lines)])]
    cards = [one for one in cards if one.days is not None]
    sent = sum(bool(re.match(r"(?:enviad|sent)", line.text, re.IGNORECASE)) for line in lines)
    return ("sent" if sent > len(cards) / 2 else "received"), cards, []


def is_other(one: Card) -> bool:
    """Tell an invitation to a newsletter, page, event or group from one of a person."""
    links = [line.href for line in one.lines if line.href and "linkedin.com/" in line.href]
    if links and _OTHER_PATH.search(links[0]):
        return True
    texts = [
        line.text
        for line in one.lines
        if line.text and line.kind != "image" and not _CHROME.fullmatch(line.text)
    ]
    # A card of a person begins with the name alone; only text without addresses leaves the second line in doubt.
    within = texts[:1] if links else texts[:2] if len({fold_name(text) for text in texts[:2]}) > 1 else []
    return any(_INVITED.fullmatch(text) for text in within)


def card(lines: list[Line], end: Line | None, *, html: bool) -> Card:
    """Read one card from its lines; `end` is its first button, whose label often names the person."""
    named = next((line for line in lines if slug_of(line.href) and not mutual_facts(line.text)), None)
    slug = slug_of(named.href) if named else ""
    start, name = _name(lines, slug, end, html=html)
    body = [
        line
        for line in lines[start:]
        if line.text and line.kind != "image" and not _CHROME.fullmatch(line.text)
    ]
    body = [line for line in body if not _says_name(line.text, name)]
    headline, mutual, days, note = _body([line.text for line in body if line.kind != "control"])
    return Card(name, slug, headline, mutual, days, note, tuple(lines))


def _name(lines: list[Line], slug: str, end: Line | None, *, html: bool) -> tuple[int, str]:
    """Find the name and the line after which the card goes on."""
    if slug:
        at = [i for i, line in enumerate(lines) if slug_of(line.href) == slug]
        texts = [
            i for i in at if lines[i].kind != "image" and lines[i].text and not mutual_facts(lines[i].text)
        ]
        for i in [*texts, *at]:
            name = _tidy(lines[i].text)
            if name:
                return i + 1, name
        return at[0] + 1, _labelled(end)
    plain = [(i, line.text) for i, line in enumerate(lines) if line.text and not _CHROME.fullmatch(line.text)]
    if not html:
        # LinkedIn writes a name twice, for eyes and for screen readers: the surest sign in plain text.
        dated = next((k for k, (_, text) in enumerate(plain) if days_ago(text) is not None), len(plain))
        for (_, first), (i, second) in reversed(list(pairwise(plain[: dated + 1]))):
            if fold_name(_tidy(first)) == fold_name(_tidy(second)) != "" and days_ago(second) is None:
                return i + 1, _tidy(second)
    if plain:
        return plain[0][0] + 1, _tidy(plain[0][1]) or _labelled(end)
    return 0, _labelled(end)


def _tidy(text: str) -> str:
    """Take the name out of what a screen reader is told, without degree or badges."""
    found = _PICTURE.fullmatch(text)
    if found:
        text = found["a"] or found["b"] or ""
    text = _OPEN.sub("", _DEGREE.sub("", text))
    return clean(text, 200).replace("\n", " ").strip(" ,·•")


def _labelled(end: Line | None) -> str:
    label = end.label if end else ""
    found = re.match(
        r"(?:aceptar|accept|ignorar|ignore|retirar|withdraw|conectar con|connect with|invitar a|invite)\s+"
        r"(?:(?:la |an )?(?:invitaci[oó]n|invitation)\s+(?:de|from|sent to|enviada a)\s+|a\s+)?"
        r"(?P<name>.{2,120}?)(?:[’']s? invitation| a conectar| to connect)?$",
        label,
        re.IGNORECASE,
    )
    return _tidy(found["name"]) if found else ""


def _says_name(text: str, name: str) -> bool:
    return bool(name) and fold_name(_tidy(text)) == fold_name(name)


def _body(texts: list[str]) -> tuple[str | None, str, int | None, str]:
    """Sort what stands under the name: headline, contacts in common, age, and the note, which comes last."""
    headline: str | None = None
    mutual = ""
    days: int | None = None
    note: list[str] = []
    for place, text in enumerate(texts):
        age = days_ago(text)
        common = bool(mutual_facts(text))
        if note:
            note.append(text)
        # Whoever writes "hace 2 días" as a headline is read as such when the real age follows.
        elif (
            headline is None
            and not (mutual or days is not None)
            and (
                not (age is not None or common) or _again(texts[place + 1 : place + 3], aged=age is not None)
            )
        ):
            headline = "" if text in _NOTHING else clean(text, 600)
        elif common and not mutual:
            mutual = text
        elif age is not None and days is None:
            days = age
        elif mutual or days is not None or (headline is not None and place > 0):
            note.append(text)
    return headline, mutual, days, clean("\n".join(note), 2000)


def _again(texts: list[str], *, aged: bool) -> bool:
    return any((days_ago(text) is not None) if aged else bool(mutual_facts(text)) for text in texts)
