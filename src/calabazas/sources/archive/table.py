"""Which sheets of the archive there are, and which of them are known but of no use here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.sources.archive import connections, invitations, member, messages, traces
from calabazas.sources.archive.sheets import Heading, Layout, Table, folded, headings, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calabazas.people.records import Problem, Record
    from calabazas.sources.blob import Blob

LAYOUTS: tuple[Layout, ...] = (
    connections.LAYOUT,
    invitations.LAYOUT,
    messages.LAYOUT,
    *traces.LAYOUTS,
    *member.LAYOUTS,
)


def recognise(head: bytes, name: str) -> tuple[Layout, Heading] | None:
    """Find the kind of a sheet by its heading; `name` decides only where two kinds have the same."""
    plain = folded(name)
    for heading in headings(head):
        for layout in LAYOUTS:
            if layout.places(heading.names) is not None and layout.part in plain:
                return layout, heading
    return None


def read(blob: Blob, shown: str, layout: Layout, heading: Heading, mark: bytes) -> Iterator[Record | Problem]:
    """Read a sheet whose kind is known; `mark` is its first bytes, which tell its encoding."""
    place = layout.places(heading.names) or {}
    table = Table(shown, blob.open, place, heading, layout.need, mark, layout.repair)
    return records(table, layout.read)
