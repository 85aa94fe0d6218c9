"""A mail opened: who says to have sent it, its text, its page, and where its links really lead."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import NamedTuple

from calabazas.sources.links import target
from calabazas.sources.visible import Line, clean, decode, html_lines

_URL = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)
_ACTION = re.compile(
    r"^[^\n:]{2,60}:\s*(https?://\S+)\s*$|^\s*(https?://\S+)\s*$", re.IGNORECASE | re.MULTILINE
)
_PARTS = 60
_BYTES = 4_000_000


class Letter(NamedTuple):
    """One mail; `links` are all that a click could follow, out of the wrappers of mail filters."""

    sender_name: str
    sender_host: str
    recipient: str
    subject: str
    date: str
    kind: str
    template: str
    text: str
    html: list[Line]
    links: tuple[str, ...]


def opened(message: Message) -> list[Letter]:
    """Open a mail, or the mails attached to one that was forwarded; at most 60 parts are looked at."""
    parts = []
    for part in message.walk():
        parts.append(part)
        if len(parts) >= _PARTS:
            break
    attached = [
        inner
        for part in parts
        if part.get_content_type() == "message/rfc822" and isinstance(held := part.get_payload(), list)
        for inner in held[:1]
        if isinstance(inner, Message)
    ]
    if attached and not message.get("X-LinkedIn-Class"):
        return [_letter(inner) for inner in attached]
    return [_letter(message)]


def _letter(message: Message) -> Letter:
    text, page = "", ""
    for count, part in enumerate(message.walk()):
        if count >= _PARTS:
            break
        if part.get_content_type() == "text/plain" and not text:
            text = _content(part)
        elif part.get_content_type() == "text/html" and not page:
            page = _content(part)
    html = [line._replace(href=target(line.href)) for line in html_lines(page)] if page else []
    # In running text a note may hold any address; only a line that offers a click counts.
    offered = [target(found[1] or found[2]) for found in _ACTION.finditer(text)]
    links = [line.href for line in html if line.href] + offered
    name, address = parseaddr(_header(message, "From"))
    return Letter(
        clean(name, 200).replace("\n", " "),
        address.rpartition("@")[2].strip().lower().rstrip("."),
        clean(parseaddr(_header(message, "To"))[0], 200).replace("\n", " "),
        clean(_header(message, "Subject"), 400),
        str(message.get("Date") or ""),
        clean(_header(message, "X-LinkedIn-Class"), 60),
        clean(_header(message, "X-LinkedIn-Template"), 120),
        _unwrapped(text),
        html,
        tuple(links),
    )


def _header(message: Message, name: str) -> str:
    """Decode a header; one that is broken stays as it was written."""
    raw = str(message.get(name) or "").replace("\r", "").replace("\n", " ")
    try:
        return "".join(
            part if isinstance(part, str) else part.decode(charset or "ascii", "replace")
            for part, charset in decode_header(raw)
        )
    except (ValueError, LookupError, MessageError):
        return raw


def _content(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return ""
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_param("charset")
    try:
        return payload[:_BYTES].decode(charset if isinstance(charset, str) else "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(payload[:_BYTES])


def _unwrapped(text: str) -> str:
    return _URL.sub(lambda found: target(found[0]), text)
