"""Serves the desk on this machine: opens the port, tells the address with its one-use token, opens the browser."""

from __future__ import annotations

import socket
import webbrowser
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Protocol

import uvicorn

from calabazas.web.site import Site
from calabazas.words import mark

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1"


class PortTakenError(OSError):
    """Another program listens there."""


class Say(Protocol):
    """Writes a (marked) line for whoever started the program."""

    def __call__(self, id: str, /, **args: object) -> None:
        """Write it."""


def listen(port: int) -> socket.socket:
    """Open the port on the loopback address alone.

    Raises:
        PortTakenError: somebody else has it.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        # From here on who comes early waits in line, so that the address may be told at once.
        listening.listen()
    except OSError as error:
        listening.close()
        raise PortTakenError(str(error)) from error
    return listening


def hosts(port: int) -> tuple[str, ...]:
    """The host names that the desk answers to."""
    return (f"{HOST}:{port}", f"localhost:{port}")


def run(
    path: Path, *, port: int, browser: bool, demo: bool, language: str, today: date | None, say: Say
) -> None:
    """Serve until interrupted.

    Raises:
        PortTakenError: the port is another program's.
    """
    with closing(listen(port)) as listening:
        port = listening.getsockname()[1]
        site = Site(path, today=(lambda: today) if today else date.today, language=language, demo=demo)

        def address() -> str:
            return f"http://{HOST}:{port}/enter?token={site.keys.token}"

        site.keys.used = lambda: say(mark("For another browser: {address}"), address=address())
        say(mark("Calabazas is at {address}"), address=address())
        say(mark("The address opens one browser, once. Ctrl+C ends."))
        site.warm_up()
        server = uvicorn.Server(
            uvicorn.Config(
                site.application(hosts(port)),
                log_level="warning",
                access_log=False,
                lifespan="off",
                server_header=False,
                date_header=False,
            )
        )
        if browser:
            webbrowser.open(address())
        server.run(sockets=[listening])
