"""Zips made to harm: each is refused with one clear sentence, before or while it is read, and costs little."""

from __future__ import annotations

import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from calabazas.sources import limits
from calabazas.sources.doors import find
from calabazas.sources.found import Found, UnusableError

SAMPLES = Path(__file__).parents[1] / "data" / "archive"
HEAD = b"First Name,Last Name,Connected On\n"
ROW = b"Ana,Gil,08 Feb 2026\n"


def made(path: Path, files: dict[str, bytes], **how: int) -> Path:
    """Write a zip with these files; `how` sets fields of each entry."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2026, 11, 23, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in how.items():
                setattr(info, key, value)
            archive.writestr(info, data)
    return path


def read_all(path: Path) -> int:
    """Read everything that is found; give the number of rows."""
    return sum(1 for each in find([path]) if isinstance(each, Found) for _ in each.read())


@pytest.mark.parametrize(
    "name",
    ["../Connections.csv", "a/../../Connections.csv", "/etc/Connections.csv", "C:/Connections.csv", "..\\Connections.csv",
     "C:\\Connections.csv", "a\nb.csv", "a\x1b[2Jb.csv", "x" * 600 + ".csv", "/".join("abcdefghijkl")],
)  # fmt: skip
def test_paths_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    """Nothing is ever unpacked to disk; such a name still means that somebody tries."""
    with pytest.raises(UnusableError, match="leads elsewhere"):
        read_all(made(tmp_path / "a.zip", {"Profile.csv": b"x", name: HEAD + ROW}))


def test_packers_of_windows_may_write_backslashes(tmp_path: Path) -> None:
    """Old ones do; that alone is no trick."""
    assert read_all(made(tmp_path / "a.zip", {"Complete\\Connections.csv": HEAD + ROW})) == 1


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK, stat.S_IFSOCK])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    """A link would show what lies elsewhere."""
    with pytest.raises(UnusableError, match="link"):
        read_all(
            made(tmp_path / "a.zip", {"Connections.csv": b"/etc/passwd"}, external_attr=(kind | 0o777) << 16)
        )


@pytest.mark.parametrize("bit", [0x1, 0x40, 0x2000])
def test_protected_archives_say_so(tmp_path: Path, bit: int) -> None:
    """A password cannot be guessed; the member can take it off."""
    path = made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, bit)
    path.write_bytes(data)
    with pytest.raises(UnusableError, match="password"):
        read_all(path)


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, 9, 93])
def test_other_ways_of_packing_are_refused(tmp_path: Path, way: int) -> None:
    """LinkedIn deflates; some other ways let the file choose how much memory it takes."""
    path = made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW})
    data = bytearray(path.read_bytes())
    struct.pack_into("<H", data, data.rfind(b"PK\x01\x02") + 10, way)
    path.write_bytes(data)
    with pytest.raises(UnusableError, match="packed in a way"):
        read_all(path)


def test_the_table_of_contents_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read anew for each of its files, a zip of 20,000 would take an hour."""
    path = made(tmp_path / "a.zip", {f"{n}.csv": HEAD + ROW for n in range(50)})
    opened = []
    real = zipfile.ZipFile
    monkeypatch.setattr(zipfile, "ZipFile", lambda stream: opened.append(1) or real(stream))
    assert read_all(path) == 50
    assert len(opened) == 1


@pytest.mark.parametrize("magic", [b"PK\x03\x04", b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"])
def test_archives_within_the_archive_are_refused(tmp_path: Path, magic: bytes) -> None:
    """A bomb's favourite form; LinkedIn never nests."""
    with pytest.raises(UnusableError, match="another archive"):
        read_all(made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW, "more.csv": magic + b"rest"}))


def test_a_letter_within_the_archive_is_not_an_archive(tmp_path: Path) -> None:
    """Office documents are zips too; they are set aside, not refused."""
    path = made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW, "cv.docx": b"PK\x03\x04 a letter"})
    assert read_all(path) == 1


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """Which of them is shown, and which is read? Programs differ, and so deceive."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("Connections.csv", HEAD)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("Connections.csv", HEAD + ROW)
    with pytest.raises(UnusableError, match="same name"):
        read_all(tmp_path / "a.zip")


def test_a_bomb_is_stopped_while_it_goes_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """6 MB of one row shrink to a few kB: the ratio, measured on what is read, tells before the end."""
    monkeypatch.setattr(limits, "RATIO_FREE", 1_000_000)
    path = made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW * 400_000})
    allowed = limits.RATIO_FREE + limits.RATIO * path.stat().st_size
    assert allowed < len(ROW) * 300_000
    [found] = find([path])
    assert isinstance(found, Found)
    counted = []
    with pytest.raises(UnusableError, match="trap"):
        counted.extend(row.row for row in found.read())
    assert len(counted) * len(ROW) <= allowed


def test_many_small_bombs_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for the archive, not for each file."""
    monkeypatch.setattr(limits, "RATIO_FREE", 1_000_000)
    path = made(tmp_path / "a.zip", {f"{n}.csv": HEAD + ROW * 40_000 for n in range(12)})
    with pytest.raises(UnusableError, match="trap"):
        read_all(path)


def test_sizes_that_lie_are_not_believed(tmp_path: Path) -> None:
    """The table of contents says ten bytes; what comes out is counted, and the lie is told."""
    path = made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW * 5000})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rfind(b"PK\x01\x02") + 24, 10)
    path.write_bytes(data)
    with pytest.raises(UnusableError, match="damaged"):
        read_all(path)


def test_sizes_and_totals_are_limited() -> None:
    """One file, and all together, however well they are packed."""
    budget = limits.Budget(10**6, total=500_000, file=300_000)
    budget.spend("a", 250_000)
    budget.spend("a", 200_000)
    budget.spend("b", 250_000)
    with pytest.raises(UnusableError, match="unpacks to more"):
        budget.spend("c", 1)
    with pytest.raises(UnusableError, match="larger"):
        limits.Budget(10**6, file=300_000).spend("a", 300_001)


def test_too_many_files_are_refused_before_they_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table of contents of millions would fill memory by itself."""
    path = made(tmp_path / "a.zip", {f"{n}.csv": b"" for n in range(30)})
    monkeypatch.setattr(limits, "MEMBERS", 20)
    with pytest.raises(UnusableError, match="more than"):
        read_all(path)
    monkeypatch.setattr(limits, "DIRECTORY_BYTES", 100)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(UnusableError, match="more than"):
        read_all(path)


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_a_download_cut_short_says_so(tmp_path: Path, keep: float) -> None:
    """The most usual damage of all."""
    path = made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW * 50, "b.csv": bytes(range(256)) * 9})
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(UnusableError, match="damaged"):
        read_all(path)


def test_a_flipped_byte_inside_is_noticed(tmp_path: Path) -> None:
    """The checksum fails at the end of the file: nothing of it may be stored."""
    path = made(tmp_path / "a.zip", {"Connections.csv": HEAD + ROW * 5000})
    data = bytearray(path.read_bytes())
    data[80] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(UnusableError, match="damaged"):
        read_all(path)


@pytest.mark.parametrize("files", [{}, {"folder/": b""}, {"__MACOSX/._x": b"x"}])
def test_an_empty_archive_says_so(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Nothing imported must not look like everything imported."""
    with pytest.raises(UnusableError, match="empty"):
        read_all(made(tmp_path / "a.zip", files))


def test_no_mutated_zip_raises_anything_else(tmp_path: Path) -> None:
    """Two thousand broken copies: rows, or the one error."""
    names = ("Skills.csv", "Reactions.csv")
    path = made(tmp_path / "a.zip", {name: (SAMPLES / name).read_bytes() for name in names})
    original = path.read_bytes()
    dice = random.Random(7)
    outcomes = {"read": 0, "refused": 0}
    for _ in range(2000):
        data = bytearray(original)
        # Most of what breaks a zip stands in its headings.
        for _ in range(dice.randint(1, 4)):
            data[dice.choice((dice.randrange(len(data)), len(data) - 1 - dice.randrange(250)))] = (
                dice.randrange(256)
            )
        path.write_bytes(data)
        try:
            read_all(path)
            outcomes["read"] += 1
        except UnusableError:
            outcomes["refused"] += 1
    assert min(outcomes.values()) > 100
