"""A plain container for numbers and texts that ship: named sections, a version, a checksum, no pickle.

Layout: magic, header length (4 bytes, little endian), JSON header, payload. The header names the
sections with their offsets and carries the SHA-256 of the payload.
"""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC: Final = b"CLBZNUM1"
_LENGTH: Final = struct.Struct("<I")


class NumbersError(ValueError):
    """The bytes are not a container of the expected kind and version, or they were damaged."""


@dataclass(frozen=True, slots=True)
class Container:
    """An opened container: its header's facts and its sections, as views into the given bytes."""

    facts: Mapping[str, Any]
    sections: Mapping[str, memoryview]


def pack(kind: str, version: int, facts: Mapping[str, Any], sections: Mapping[str, bytes]) -> bytes:
    """Write a container; the same input gives the same bytes."""
    payload = b"".join(sections.values())
    places: dict[str, tuple[int, int]] = {}
    start = 0
    for name, content in sections.items():
        places[name] = (start, len(content))
        start += len(content)
    header = json.dumps(
        {
            "kind": kind,
            "version": version,
            "facts": dict(facts),
            "sections": places,
            "sha256": hashlib.sha256(payload).hexdigest(),
        },
        sort_keys=True,
    ).encode()
    return MAGIC + _LENGTH.pack(len(header)) + header + payload


def unpack(data: bytes, kind: str, version: int) -> Container:
    """Open a container after checking kind, version and checksum.

    Raises:
        NumbersError: anything about the bytes is not as written.
    """
    start = len(MAGIC) + _LENGTH.size
    if len(data) < start or not data.startswith(MAGIC):
        raise NumbersError(f"these are not the {kind}'s numbers")
    end = start + _LENGTH.unpack_from(data, len(MAGIC))[0]
    try:
        header = json.loads(data[start:end])
        found, sections = (header["kind"], header["version"]), dict(header["sections"])
        facts, checksum = dict(header["facts"]), str(header["sha256"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise NumbersError(f"the header of the {kind}'s numbers is damaged") from wrong
    if found != (kind, version):
        raise NumbersError(f"expected {kind} numbers of version {version}, found {found[0]} of {found[1]}")
    payload = memoryview(data)[end:]
    if hashlib.sha256(payload).hexdigest() != checksum:
        raise NumbersError(f"the {kind}'s numbers are damaged: their checksum differs")
    return Container(facts, {name: payload[at : at + length] for name, (at, length) in sections.items()})
