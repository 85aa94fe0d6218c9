"""Who may come in: this machine, this address, this browser; and nothing that is written may come from elsewhere.

Any page on the web can make a browser call 127.0.0.1, and any user of the machine can reach the port.
So every request, whatever its route, passes here first:

- it comes from this machine, and to the host name and port that we serve (DNS rebinding makes a stranger's
  page same-origin, and then no other check helps);
- it carries the cookie that a one-use launch token was changed into (another local user has neither);
- what writes is a POST that our own pages sent (`Sec-Fetch-Site`, else `Origin`);
- every answer carries the headers that keep strangers' text from becoming anything but text.
"""

from __future__ import annotations

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 1 << 20
"""Bytes of a request's body, unless its route says more."""
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
ENTER = "/enter"
"""Where the launch token is changed into the cookie."""


class Keys:
    """The launch token, good once, and the session it opens; both live only in this process."""

    def __init__(self) -> None:
        self.session = secrets.token_urlsafe(32)
        self._token = secrets.token_urlsafe(32)
        self.used: Callable[[], None] = lambda: None
        """Called after a token was used, so that the next one can be told to whoever started the program."""

    @property
    def token(self) -> str:
        """The token that opens the next browser."""
        return self._token

    def spend(self, token: str) -> bool:
        """Use a token up; tell whether it was good."""
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            return False
        self._token = secrets.token_urlsafe(32)
        self.used()
        return True


class Guard:
    """ASGI middleware around the whole application; nothing is routed that has not passed it."""

    def __init__(self, app: ASGIApp, keys: Keys, hosts: Iterable[str], largest: Callable[[str], int]) -> None:
        self._app = app
        self._keys = keys
        self._hosts = frozenset(h.lower() for h in hosts)
        self._largest = largest
        # Cookies know no ports: two desks on one machine must not take each other's for theirs.
        port = next(iter(self._hosts)).rpartition(":")[2]
        self.cookie = f"calabazas-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        refused = self._refused(scope, headers)
        if refused:
            await _answer(send, *refused)
        elif scope["path"] == ENTER:
            await self._enter(scope, send)
        elif not self._known(headers.get("cookie", "")):
            await _answer(send, 403, _STRANGER)
        elif int(headers.get("content-length", "0") or 0) > self._largest(scope["path"]):
            await _answer(send, 413, _TOO_LARGE)
        else:
            await self._app(scope, self._counted(receive, self._largest(scope["path"])), _guarded(send))

    def _refused(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        client = scope.get("client")
        if client and not _is_loopback(client[0]):
            return 403, "Only from this machine."
        if [k for k, _ in scope["headers"]].count(b"host") != 1 or headers.get(
            "host", ""
        ).lower() not in self._hosts:
            return 421, "This address is not served here."
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, "GET or POST."
        if not headers.get("content-length", "0").isdigit():
            return 400, "The length is not a number."
        if not self._same_origin(scope["method"], headers):
            return 403, "Nothing is taken from another site."
        return None

    def _same_origin(self, method: str, headers: dict[str, str]) -> bool:
        site = headers.get("sec-fetch-site")
        if method == "POST":
            origin = headers.get("origin", "")
            # Both must agree where both are told; a browser too old to tell either may read, not write.
            return (site == "same-origin" if site else bool(origin)) and (not origin or self._ours(origin))
        # Another page (another port of this machine too) may lead here, but not embed or fetch what is here.
        return site in (None, "same-origin", "none") or headers.get("sec-fetch-mode") == "navigate"

    def _ours(self, origin: str) -> bool:
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc.lower() in self._hosts

    def _known(self, cookies: str) -> bool:
        try:
            jar = SimpleCookie(cookies)
        except CookieError:
            return False
        given = jar[self.cookie].value if self.cookie in jar else ""
        return hmac.compare_digest(given.encode(), self._keys.session.encode())

    async def _enter(self, scope: Scope, send: Send) -> None:
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["method"] != "GET" or not self._keys.spend(token):
            await _answer(send, 403, _STRANGER)
            return
        cookie = f"{self.cookie}={self._keys.session}; Path=/; HttpOnly; SameSite=Strict"
        # Not a redirect: one that began on another page would not carry a strict cookie.
        await _answer(
            send,
            200,
            '<a href="/">Calabazas</a>',
            (b"set-cookie", cookie.encode()),
            (b"refresh", b"0; url=/"),
        )

    def _counted(self, receive: Receive, largest: int) -> Receive:
        """Count the bytes as they come: a length in a header is only a promise."""
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > largest:
                raise TooLargeError
            return message

        return counted


class TooLargeError(Exception):
    """A body went on past what its route takes."""


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {k for k, _ in message["headers"]}
            headers = [*message["headers"], *HEADERS]
            if b"cache-control" not in given:
                headers.append((b"cache-control", b"no-store"))
            message = {**message, "headers": headers}
        await send(message)

    return guarded


async def _answer(send: Send, status: int, text: str, *more: tuple[bytes, bytes]) -> None:
    body = f'<!doctype html><meta charset="utf-8"><title>Calabazas</title><p>{text}</p>'.encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        *more,
    ]
    start = {"type": "http.response.start", "status": status, "headers": headers}
    await _guarded(send)(start)
    await send({"type": "http.response.body", "body": body})


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


_STRANGER = (
    "Esta ventana no ha entrado por la dirección que el programa escribe al arrancar: ábrela desde allí.<br>"
    "This window did not come in by the address that the program prints when it starts: open it from there."
)
_TOO_LARGE = "Es demasiado grande. / That is too large."
