"""Strangers write these files: no bytes may raise anything but the one error that says what is wrong."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from calabazas.people.records import Problem
from calabazas.sources.archive import table
from calabazas.sources.blob import of_bytes
from calabazas.sources.found import UnusableError

SAMPLES = Path(__file__).parents[2] / "data" / "archive"
KINDS = sorted(path.name for path in SAMPLES.glob("*.csv") if table.recognise(path.read_bytes(), path.name))
_NASTY = [
    b'"',
    b'"',
    b",",
    b"\n",
    b"\r",
    b"\x00",
    b"\xff",
    b"\\",
    b";",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"<p",
    b"&#99999999;",
    b"\xf0\x9f",
]


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Break a file in one to five places: bytes turned, cut, doubled, or replaced by what breaks CSV."""
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(data) + 1)
        to = min(len(data), at + dice.choice((1, 1, 2, 10, 200)))
        match dice.randrange(5):
            case 0:
                data = data[:at] + data[to:]
            case 1:
                data = data[:at] + dice.choice(_NASTY) + data[at:]
            case 2:
                data = data[:at] + bytes(dice.randrange(256) for _ in range(to - at)) + data[to:]
            case 3:
                data = data[:to] + data[at:]
            case _:
                data = data[:at] + dice.choice(_NASTY) + data[to:]
    return data


@pytest.mark.parametrize("name", KINDS)
def test_no_mutation_raises(name: str) -> None:
    """Two thousand broken copies of each sheet: rows or problems come out, whatever went in."""
    original = (SAMPLES / name).read_bytes()
    # The long sentence above the connections would take most of the mutations.
    original = original.replace(b"You will only see email addresses for connections who have allowed", b"")
    dice = random.Random(name)
    recognised = 0
    for _ in range(2000):
        data = mutated(original, dice)
        found = table.recognise(data[: 1 << 16], name)
        if found is None:
            continue
        recognised += 1
        for row in table.read(of_bytes(name, data), name, *found, data[:4]):
            assert row.row >= 0 if isinstance(row, Problem) else row
    assert recognised > 200


@pytest.mark.parametrize("name", KINDS)
def test_headings_alone_and_halves_of_files_read(name: str) -> None:
    """A file cut anywhere, as a broken download leaves it, and one that only has its heading."""
    data = (SAMPLES / name).read_bytes()
    found = table.recognise(data, name)
    assert found is not None
    layout, heading = found
    top = b"".join(data.splitlines(keepends=True)[: heading.line])
    assert not [
        row for row in table.read(of_bytes(name, top), name, layout, heading, b"") if isinstance(row, Problem)
    ]
    for cut in range(len(top), len(data), 7):
        list(table.read(of_bytes(name, data[:cut]), name, layout, heading, b""))


def test_every_sheet_of_the_table_has_a_sample() -> None:
    """A layout that nothing exercises may be wrong for years."""
    kinds = {
        found[0].kind
        for path in SAMPLES.glob("*.csv")
        if (found := table.recognise(path.read_bytes(), path.name))
    }
    assert kinds == {layout.kind for layout in table.LAYOUTS}


@pytest.mark.parametrize("size", [1, 3, 1000, 70_000])
def test_noise_is_no_sheet(size: int) -> None:
    """Bytes without sense are recognised as nothing, quickly and quietly."""
    dice = random.Random(size)
    for _ in range(20):
        assert table.recognise(dice.randbytes(size), "noise.csv") is None


def test_an_unusable_error_carries_a_sentence() -> None:
    """What is shown is the sentence, in the member's language; the exception's text is for logs."""
    from calabazas.words import say

    error = UnusableError(say("{name} is empty.", name="x"))
    assert error.sentence.args == {"name": "x"}
