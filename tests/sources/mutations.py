"""Damages files in the ways that life and malice do: cut, torn, doubled, flipped, stuffed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STUFFING = (
    b"<", b">", b"\x00", b"\xff\xfe", b"\n\n", b"From a\n", b"</div>", b"<li><a href='x'>", b'"', b"{", b"[[", b"%%EOF",
    b"\xe2\x80\xae", b"&#x202e;", b"9" * 40, b"<!--", b"hace 999 meses\n", b"9999999999999999 ", b"=?utf-8?q?=", b"\r",
    b"<script>", b"<b>" * 50, b"Date: 99", b" - ", b"Experience\n", b"endobj", b"stream\n", b"1 0 0 1 ", b"null",
)  # fmt: skip


def mutated(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Give `count` damaged copies, the same for one seed."""
    rng = random.Random(seed)
    for _ in range(count):
        copy = bytearray(data)
        for _ in range(rng.randint(1, 6)):
            at = rng.randrange(len(copy) + 1)
            what = rng.randrange(6)
            if what == 0:
                del copy[at : at + rng.randint(1, 200)]
            elif what == 1:
                copy[at:at] = rng.choice(_STUFFING)
            elif what == 2:
                copy[at:at] = copy[at : at + rng.randint(1, 300)]
            elif what == 3 and copy:
                copy[rng.randrange(len(copy))] = rng.randrange(256)
            elif what == 4:
                end = rng.randrange(len(copy) + 1)
                copy[min(at, end) : max(at, end)] = bytes(reversed(copy[min(at, end) : max(at, end)][:400]))
            elif rng.random() < 0.2:
                del copy[at:]
        yield bytes(copy)
