"""Our own few files, held in memory and addressed by their hash: nothing else of the disk can be asked for."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from starlette.requests import Request

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


@cache
def assets() -> dict[str, tuple[bytes, str]]:
    """Give every served file by its path: its bytes and the short hash in its address."""
    found: dict[str, tuple[bytes, str]] = {}
    _collect(files("calabazas.web").joinpath("static"), "", found)
    return found


def _collect(folder: Traversable, path: str, found: dict[str, tuple[bytes, str]]) -> None:
    for entry in folder.iterdir():
        if entry.is_dir():
            _collect(entry, f"{path}{entry.name}/", found)
        elif entry.name.rpartition(".")[2] in TYPES:
            data = entry.read_bytes()
            found[path + entry.name] = (data, sha256(data).hexdigest()[:12])


def address(name: str) -> str:
    """Give the address of a file, which changes when the file does."""
    return f"/static/{assets()[name][1]}/{name}"


async def serve(request: Request) -> Response:
    """Answer for one file; an old address is gone, not wrong."""
    name = request.path_params["name"]
    data, digest = assets().get(name, (b"", ""))
    if not digest or digest != request.path_params["digest"]:
        return Response("", 404)
    kind = TYPES[name.rpartition(".")[2]]
    return Response(
        data, headers={"cache-control": "private, max-age=31536000, immutable", "content-type": kind}
    )
