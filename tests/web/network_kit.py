"""A small network for the tests of its pages: who belongs, who does not, who fell silent, whom the member invited."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from web_kit import ME, MY_NAME, TODAY, message, slug, take

from calabazas import shipped
from calabazas.people.records import Connection, Invitation, Trace
from calabazas.store import acts, people, settings
from calabazas.store.acts import Act
from calabazas.store.staging import FileTaken, Whose, staging
from calabazas.verdict.policy import load

if TYPE_CHECKING:
    from collections.abc import Collection

    from calabazas.people.records import Record
    from calabazas.store import Store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NETWORK_TARGET = "Busco responsables de riego, agrónomos y fabricantes de sensores agrícolas."
NOTARIES = [f"Notario {chr(65 + n)}xx" for n in range(23)]
WANTED, OLD_FRIEND, OWED, TALKER, SILENT = (
    "Ana Riego",
    "Ximena Amiga",
    "Olalla Pregunta",
    "Tadeo Charla",
    "Severo Callado",
)
AGREED = "Nos vemos el martes a las 10"


def back(days: int) -> str:
    """The day so many days ago."""
    return (TODAY - timedelta(days=days)).isoformat()


def connection(name: str, on: str, company: str = "", position: str = "") -> Connection:
    return Connection(1, name, slug(name), "", company, position, on)


def sent(name: str, days: int, note: str = "") -> Invitation:
    return Invitation(1, False, name, slug(name), f"{back(days)}T10:00:00", True, note, ME, MY_NAME)


def fill_network(store: Store, as_of: date = TODAY, gone: Collection[str] = ()) -> None:
    """Twenty-three notaries of 2016 without a word, an agronomist, an old friend, one who waits for an answer, two invited."""
    settings.put(store, "target", NETWORK_TARGET, NOW)
    off = {"company": "Notaría Pérez", "position": "Notario"}
    rows: list[Record] = [connection(n, "2016-03-04", **off) for n in NOTARIES if n not in gone]
    rows += [
        connection(WANTED, "2016-03-04", "Hidroagro", "Ingeniera agrónoma de riego"),
        connection(OLD_FRIEND, "2015-03-04", **off),
        connection(OWED, "2020-03-04", "Sensoagro", "Responsable de riego"),
        connection(TALKER, back(50), "Sensoagro", "Agrónomo"),
    ]
    said = [
        message(OLD_FRIEND, f"2019-0{n}-05T10:00:00", "Te cuento de la finca", mine=bool(n % 2))
        for n in range(1, 8)
    ]
    said += [
        message(OWED, f"{back(20)}T10:00:00", "Te paso el informe de los pozos", mine=True),
        message(OWED, f"{back(12)}T10:00:00", "Gracias. ¿Me mandas también los datos de 2024?"),
        message(TALKER, f"{back(40)}T10:00:00", "Gracias por aceptar, ¿cómo va la campaña?", mine=True),
        message(TALKER, f"{back(39)}T10:00:00", AGREED),
    ]
    invited = [
        sent(TALKER, 60, "Hola, Tadeo. Leí tu ponencia sobre el riego por goteo."),
        sent(SILENT, 60),
    ]
    known = [Trace(1, "address_book", NOTARIES[0], slug(NOTARIES[0]), "", "", "", {})]
    files = {"connections": rows, "messages": said, "invitations": invited, "address_book": known}
    with staging(store, f"{as_of}T08:00:00+00:00", Whose({ME}, MY_NAME, ME)) as work:
        for kind, some in files.items():
            # A whole file: whoever is missing from the newest one is no longer there.
            work.begin(FileTaken(f"{kind}.csv", kind, as_of=as_of.isoformat(), complete=True))
            work.add(list(some))
        work.publish()


def decided_before(store: Store, count: int = 70, seed: int = 3) -> None:
    """A member for whom an offer is a reason to say yes and a fit is none: one decision a day, as it was shown."""
    dice, policy = random.Random(seed), load(shipped.read("policy.toml"))
    names = [f"Antes {n}xx" for n in range(count)]
    take(store, {"list": [connection(n, "2024-01-02") for n in names]})
    for n, name in enumerate(names):
        sells, fits = dice.random() < 0.5, dice.random() < 0.5
        shown = [x for x, on in ((("sells", "presents"), sells), (("fit", "useful"), fits)) if on]
        reasons = [
            {"code": code, "level": level, "decibans": weight.decibans, "sentence": ""}
            for code, level in shown
            if (weight := policy.level(code, level))
        ]
        yes = sells if dice.random() > 0.1 else not sells
        on = NOW - timedelta(days=count - n)
        found = people.find(store, name)[0]
        acts.record(
            store, [Act(found.id, "decided", "accept" if yes else "ignore", {"reasons": reasons})], on
        )
