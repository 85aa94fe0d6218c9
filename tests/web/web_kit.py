"""A small member, LinkedIn's clipboard, and a browser without a network, for the tests of the pages."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from calabazas.people.records import Connection, Invitation, ListTaken, Message, Observed, Trace
from calabazas.store import open_member, settings
from calabazas.store.staging import FileTaken, Whose, staging
from calabazas.web.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from calabazas.people.records import Record
    from calabazas.store import Store

TODAY = date(2026, 11, 23)
ME, MY_NAME = "noa-member", "Noa Member"
PORT = 8700
HOST = f"127.0.0.1:{PORT}"

KNOWN, UNKNOWN, LURE, QUARREL, SEEN = (
    "Berta Salgueiro",
    "Xan Outeiro",
    "Iker Ondarra",
    "Saúl Quintas",
    "Marta Ibarra",
)
STALE = ("Olga Prieto", "Luis Ferro", "Ana Vilas")
SEEN_FACTS = {
    "headline": "Responsable de marketing B2B en Faro", "location": "Vigo", "connections": 640, "joined": 2012,
    "verified": True, "photo": "face", "about": "Llevo el marketing de una empresa de equipos para ferias.",
    "experience": [{"title": "Responsable de marketing", "company": "Faro", "start": "2018", "end": None, "text": "Ferias y contenidos"}],
    "education": [{"school": "Universidad de Vigo", "degree": "ADE", "start": "2003", "end": "2008"}],
    "activity": [{"kind": "post", "text": "Qué aprendimos en la feria: medir visitas por tarea", "on": "2026-11-01"}],
}  # fmt: skip
TARGET = "Quiero en mi red a gente de marketing y comunicación B2B. No quiero ventas ni cripto."


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def invitation(name: str, sent: str, note: str = "") -> Invitation:
    return Invitation(1, True, name, slug(name), sent, True, note, ME, MY_NAME)


def take(store: Store, files: Mapping[str, Sequence[Record]], as_of: date = TODAY) -> None:
    """Import rows as one intake, as a source would hand them over."""
    with staging(store, f"{as_of}T08:00:00+00:00", Whose({ME}, MY_NAME, ME)) as work:
        for kind, rows in files.items():
            work.begin(FileTaken(f"{kind}.csv", kind, "", as_of=as_of.isoformat(), as_of_from="file"))
            work.add(list(rows))
        work.publish()


def message(name: str, at: str, text: str, *, mine: bool = False) -> Message:
    them, me = (name, slug(name)), (MY_NAME, ME)
    sender, other = (me, them) if mine else (them, me)
    return Message(1, f"c-{name}", *sender, other[0], (other[1],), at, "", text, "INBOX", "personal")


def fill(store: Store) -> None:
    """Eight who wait: one known, one of whom nothing is known, one with a lure, one after a quarrel, three too late."""
    rows: dict[str, list[Record]] = {
        "invitations": [
            invitation(KNOWN, "2026-11-20T10:00:00"),
            invitation(UNKNOWN, "2026-11-19T10:00:00"),
            invitation(
                LURE,
                "2026-11-18T10:00:00",
                "Gana 5.000 € al mes desde casa, escríbeme por WhatsApp y te cuento",
            ),
            invitation(QUARREL, "2026-11-17T10:00:00"),
            invitation(SEEN, "2026-11-16T10:00:00", "Hola Noa, leí lo que escribiste sobre ferias."),
            *(invitation(name, f"2026-08-0{i + 1}T10:00:00") for i, name in enumerate(STALE)),
        ],
        "connections": [Connection(1, "Eva Contacto", "eva-contacto", "", "Faro", "Directora", "2024-01-02")],
        "messages": [
            message(KNOWN, "2026-09-01T10:00:00", "Gracias por la charla, muy útil"),
            message(KNOWN, "2026-09-02T10:00:00", "Gracias a ti, seguimos hablando", mine=True),
            message(
                QUARREL,
                "2025-03-01T10:00:00",
                "Sois unos ladrones, no me volváis a escribir. Os voy a denunciar.",
            ),
            message(QUARREL, "2025-03-02T10:00:00", "Lo siento, pagaremos.", mine=True),
        ],
        "profile": [Observed(1, SEEN, slug(SEEN), "2026-11-16", "profile", SEEN_FACTS)],
    }
    take(store, rows)


EVENT = "Feria de Vigo 2026"
ATTENDEES = """Nombre;Cargo;Empresa;Correo
Nuria Belda;Directora de marketing B2B;Horno Alborada;nuria@alborada.example
Teo Castro;Responsable de comunicación B2B;Vinagres Arjona;
Iria Souto;Content manager B2B;Astilleros Ría;
Eva Contacto;Directora;Faro;
"""
"""Who came to an event: three to know, and one who is in the network already."""


def outgoing(name: str, sent: str, note: str = "") -> Invitation:
    return Invitation(1, False, name, slug(name), sent, True, note, ME, MY_NAME)


def fill_more(store: Store) -> None:
    """People to invite, with and without something to hold on to, and invitations that were sent."""
    listed = [
        ("Nuria Belda", "Directora de marketing B2B", "Horno Alborada", "yes"),
        ("Teo Castro", "Responsable de comunicación B2B", "Vinagres Arjona", ""),
    ]
    traces: list[Record] = [
        Trace(
            i,
            "listed",
            name,
            "",
            company,
            "2026-11-20",
            EVENT,
            {"title": title, "emails": "", "there": there},
        )
        for i, (name, title, company, there) in enumerate(listed, 1)
    ]
    sent = [
        outgoing(f"Sent Number{i}", f"2026-{8 + i // 8:02}-{1 + 3 * (i % 8):02}T10:00:00", "Hola" * (i % 2))
        for i in range(24)
    ]
    yes = [
        Connection(
            i,
            f"Sent Number{i}",
            slug(f"Sent Number{i}"),
            "",
            "Faro",
            "Directora",
            f"2026-{8 + i // 8:02}-{3 + 3 * (i % 8):02}",
        )
        for i in range(0, 24, 2)
    ]
    eva = Connection(99, "Eva Contacto", "eva-contacto", "", "Faro", "Directora", "2024-01-02")
    take(store, {"people_list": traces, "invitations": sent, "connections": [*yes, eva]})
    settings.put(store, "target", TARGET, datetime(2026, 11, 23, tzinfo=UTC))


def clipboard(people: Sequence[tuple[str, str, str]], ages: str = "Ayer") -> str:
    """Write the page of received invitations as the clipboard gives it: name, headline, note."""
    cards = "".join(
        f'<li><div><a href="https://www.linkedin.com/in/{slug(n)}/"><strong>{escape(n)}</strong></a><div>{escape(h)}</div>'
        f"<p>{ages}</p>"
        + (f"<blockquote><span>{escape(note)}</span></blockquote>" if note else "")
        + f'</div><button aria-label="Ignorar {escape(n)}"><span>Ignorar</span></button>'
        f'<button aria-label="Aceptar {escape(n)}"><span>Aceptar</span></button></li>'
        for n, h, note in people
    )
    return (
        "<html><body><!--StartFragment--><h1>Invitaciones</h1><nav><button>Recibidas</button><button>Enviadas</button>"
        f"<button>Todas ({len(people)})</button></nav><ul>{cards}</ul><!--EndFragment--></body></html>"
    )


def list_without(store: Store, names: Sequence[str], as_of: date) -> None:
    """Take in a complete list in which only these still wait."""
    rows = [
        Invitation(i, True, n, slug(n), "2026-11-20", False, "", ME, MY_NAME) for i, n in enumerate(names)
    ]
    listed = ListTaken("received", as_of.isoformat(), frozenset(map(slug, names)), complete=True, left_out=0)
    take(store, {"received_list": [*rows, listed]}, as_of)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


class Client:
    """Speaks to an application as a browser of the member would; every part of that can be changed."""

    def __init__(self, site: Site, *, host: str = HOST) -> None:
        self.site = site
        self.app = site.application((HOST, f"localhost:{PORT}"))
        self.host = host
        self.cookie = f"calabazas-{PORT}={site.keys.session}"

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.ask("GET", path, b"", headers)

    def post(self, path: str, fields: Mapping[str, object] | None = None, **headers: str) -> Answer:
        """Send a form as one of our own pages does."""
        body = urlencode(fields or {}, doseq=True).encode()
        given = {
            "content_type": "application/x-www-form-urlencoded",
            "origin": f"http://{self.host}",
            "sec_fetch_site": "same-origin",
            **headers,
        }
        return self.ask("POST", path, body, given)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes,
        headers: Mapping[str, str],
        *,
        client: str = "127.0.0.1",
        chunks: int = 1,
    ) -> Answer:
        """Make one request; a header of "" is left out."""
        all_headers = {"host": self.host, "cookie": self.cookie, "content_length": str(len(body)), **headers}
        raw = [(k.replace("_", "-").lower().encode(), v.encode()) for k, v in all_headers.items() if v != ""]
        bare, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": bare,
            "raw_path": bare.encode(), "query_string": query.encode(), "headers": raw, "client": (client, 5000),
            "server": ("127.0.0.1", PORT), "scheme": "http", "root_path": "",
        }  # fmt: skip
        return asyncio.run(self._run(scope, body, chunks))

    async def _run(self, scope: dict[str, object], body: bytes, chunks: int) -> Answer:
        size = max(1, -(-len(body) // chunks))
        parts = [body[i : i + size] for i in range(0, len(body), size)] or [b""]
        sent = iter(
            [
                {"type": "http.request", "body": p, "more_body": i < len(parts) - 1}
                for i, p in enumerate(parts)
            ]
        )
        got: list[dict[str, object]] = []

        async def receive() -> dict[str, object]:
            return next(sent, {"type": "http.disconnect"})

        async def send(message: dict[str, object]) -> None:
            got.append(message)

        await self.app(scope, receive, send)
        start = got[0]
        text = b"".join(bytes(m.get("body", b"")) for m in got[1:]).decode("utf-8", "replace")
        return Answer(int(str(start["status"])), {k.decode(): v.decode() for k, v in start["headers"]}, text)


@contextmanager
def a_site(path: Path, *, filled: bool = True, language: str = "en") -> Iterator[Site]:
    """A member's desk over a real file."""
    with open_member(path) as store:
        if filled:
            fill(store)
    site = Site(path, today=lambda: TODAY, language=language)
    # A page without a browser does not ask again: it waits until what takes longer is there.
    site.network.works.patience = 60
    yield site


def person(site: Site, name: str) -> int:
    """The number of somebody."""
    with open_member(site.path) as store:
        return int(store.db.execute("SELECT id FROM person WHERE name = ?", (name,)).fetchone()[0])
