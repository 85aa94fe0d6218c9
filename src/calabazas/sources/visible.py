"""What a person sees of a page: its lines of text with their links and controls, from HTML or plain text.

Class names of LinkedIn change by the week, so nothing here looks at one: only text, links,
labels and the order of things. Pages are hostile: scripts are dropped, nothing is fetched,
and marks that turn text around are taken out.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MARKS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SPACE = re.compile(r"[ \t\u00a0\u2007\u202f\u3000]+")
_UNSEEN = frozenset(
    "aside script style noscript template head title meta link svg code object embed iframe select textarea".split()
)
_INLINE = frozenset(
    "a abbr b bdi bdo big cite data del dfn em font i ins kbd label mark q s small span strong sub sup time tt u var wbr".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item)", re.IGNORECASE)
_TAG = re.compile(
    rb"<(?:!doctype html|html|body|div|ul|li|p|a|span|section|main|table|meta)[\s>]", re.IGNORECASE
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_MARKUP = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")
_SCRIPT = re.compile(r"<(script|style|noscript|template|svg)\b")
_NOT_NESTING = frozenset("p li td th tr br img input meta link hr wbr source path option dt dd".split())
_DEEPEST = 1500
_SNAPSHOT = re.compile(
    rb"^(?:Snapshot-Content-Location|Content-Type:\s*multipart/related)", re.IGNORECASE | re.MULTILINE
)


class Line(NamedTuple):
    """A line as seen: `kind` is text, heading, control (a button) or image (its description)."""

    text: str
    href: str = ""
    label: str = ""
    kind: str = "text"


def clean(text: str, limit: int = 4000) -> str:
    """Drop control and text-turning marks, fold spaces, keep line breaks; cut at `limit` characters."""
    text = _MARKS.sub("", text[: limit * 4].replace("\r\n", "\n").replace("\r", "\n"))
    lines = [_SPACE.sub(" ", line).strip() for line in text.split("\n")]
    return "\n".join(lines).strip()[:limit].rstrip()


def decode(data: bytes) -> str:
    """Decode a page: byte order mark, UTF-8, what the page declares, and last Windows-1252."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as broken:
        # A head cut at 64 kB may end in half a character: that is still UTF-8.
        if broken.start > 0 and broken.reason == "unexpected end of data":
            return data.decode("utf-8", "replace")
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode(declared[1].decode() if declared else "cp1252", "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def is_html(head: bytes) -> bool:
    """Tell whether the first bytes look like HTML, a clipboard fragment or a page saved as one file."""
    if _SNAPSHOT.search(head[:2000]):
        return b"text/html" in head
    start = head[:4000].replace(b"\x00", b"")
    return b"StartFragment" in start or len(_TAG.findall(start)) >= 2


def lines_of(data: bytes) -> list[Line]:
    """Give the visible lines of a page, in reading order, HTML or plain text."""
    if not is_html(data[:65536]):
        return [Line(text) for raw in decode(data).splitlines() if (text := clean(raw))]
    if _SNAPSHOT.search(data[:2000]):
        data = _unpacked(data)
    return html_lines(decode(data))


def _unpacked(data: bytes) -> bytes:
    """Take the page out of a "web page, single file" (MHTML)."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    return b""


def html_lines(page: str) -> list[Line]:
    """Give the visible lines of an HTML text."""
    page = _without_scripts(_fragment(page))
    if _too_deep(page):
        plain = unescape(_ANY_TAG.sub("\n", page))  # what was hidden shows: better than to read nothing
        return [Line(text) for raw in plain.splitlines() if (text := clean(raw))]
    tree = LexborHTMLParser(page)
    walker = _Walker()
    if tree.body is not None:
        walker.walk(tree.body)
    return walker.lines


def _fragment(page: str) -> str:
    """Take what the clipboard marks as selected; the whole page when it marks nothing."""
    start, end = page.find("<!--StartFragment-->"), page.rfind("<!--EndFragment-->")
    return page[start:end] if 0 <= start < end else page


def _without_scripts(page: str) -> str:
    """Cut scripts and styles out before parsing; one that never closes takes the rest with it."""
    kept, at, low = [], 0, page.lower()
    if len(low) != len(page):  # a few capitals grow when lowered: then positions would not agree
        return page
    while (found := _SCRIPT.search(low, at)) is not None:
        kept.append(page[at : found.start()])
        end = low.find(f"</{found[1]}", found.end())
        at = end if end >= 0 else len(page)
    return "".join([*kept, page[at:]])


def _too_deep(page: str) -> bool:
    """Tell whether tags nest deeper than any real page (LinkedIn: under 100): parsing would take quadratic time."""
    open_tags: dict[str, int] = {}
    depth = 0
    for found in _MARKUP.finditer(page):
        tag = found[2].lower()
        if tag in _NOT_NESTING:
            continue
        if not found[1]:
            open_tags[tag] = open_tags.get(tag, 0) + 1
            depth += 1
            if depth > _DEEPEST:
                return True
        elif open_tags.get(tag):
            open_tags[tag] -= 1
            depth -= 1
    return False


class _Open(NamedTuple):
    block: bool
    control: bool
    link: bool
    heading: bool


class _Walker:
    """Walks the page with its own stack, so that no depth of nesting can exhaust Python's."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._runs: list[str] = []
        self._href = ""
        self._links: list[str] = []
        self._headings = 0
        self._control: list[str] = []

    def walk(self, body: LexborNode) -> None:
        stack: list[tuple[LexborNode, _Open | None]] = [(body, None)]
        while stack:
            node, opened = stack.pop()
            if opened is not None:
                self._leave(opened)
            elif node.is_text_node:
                self._text(node.text_content or "")
            elif node.is_element_node and (entered := self._enter(node)) is not None:
                stack.append((node, entered))
                children = []
                child = node.child
                while child is not None:
                    children.append(child)
                    child = child.next
                stack.extend((each, None) for each in reversed(children))
        self._break()

    def _enter(self, node: LexborNode) -> _Open | None:
        """Open an element; None for one that is not seen, or holds nothing but itself."""
        tag = node.tag or ""
        if tag in _UNSEEN:
            return None
        held = node.attributes
        style = held.get("style") or ""
        if "hidden" in held or _HIDDEN.search(style):
            return None
        link = self._links[-1] if self._links else ""
        if tag in ("br", "img", "input"):
            self._break()
            text = clean(held.get("alt" if tag == "img" else "value") or "", 300)
            if tag == "img" and (text or link):
                self.lines.append(Line(text, link, "", "image"))
            elif tag == "input" and held.get("type") in ("button", "submit"):
                self.lines.append(Line(text, "", clean(held.get("aria-label") or "", 300), "control"))
            return None
        role = held.get("role")
        opened = _Open(
            tag not in _INLINE or bool(style and _BLOCK.search(style)),
            tag == "button" or role == "button",
            tag == "a",
            tag in _HEADINGS or role == "heading",
        )
        if opened.block or opened.control:
            self._break()
        if opened.control:
            self._control.append(clean(held.get("aria-label") or "", 300))
        if opened.link:
            self._links.append((held.get("href") or "").strip())
        self._headings += opened.heading
        return opened

    def _leave(self, opened: _Open) -> None:
        if opened.block or opened.control:
            self._break(always=opened.control)
        if opened.control:
            self._control.pop()
        if opened.link:
            self._links.pop()
        self._headings -= opened.heading

    def _text(self, raw: str) -> None:
        if raw.strip():
            self._href = self._href or (self._links[-1] if self._links else "")
        if raw:
            self._runs.append(raw)

    def _break(self, *, always: bool = False) -> None:
        if not self._runs and not always:
            return
        text = clean(_once(self._runs).replace("\n", " "))
        control = self._control[-1] if self._control else ""
        if text or (always and control):
            kind = "control" if self._control else "heading" if self._headings else "text"
            self.lines.append(
                Line(text, self._href or (self._links[-1] if self._links else ""), control, kind)
            )
        self._runs = []
        self._href = ""


def _once(runs: list[str]) -> str:
    """Join the runs of a line; a text said twice, once for eyes and once for screen readers, stays once."""
    whole = "".join(runs)
    said = [" ".join(run.split()) for run in runs]
    said = [run for run in said if run]
    half = len(said) // 2
    if half and len(said) % 2 == 0 and said[:half] == said[half:] and len("".join(said[:half])) > 1:
        return " ".join(said[:half]) if half > 1 else said[0]
    return whole
