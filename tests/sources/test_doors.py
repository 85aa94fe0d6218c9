"""The one way in: what is handed over is recognised by what it holds, and everything is accounted for."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from calabazas.people.records import Connection, Problem
from calabazas.sources.doors import find
from calabazas.sources.found import Aside, Found, UnusableError

SAMPLES = Path(__file__).parents[1] / "data" / "archive"
CONNECTIONS = (SAMPLES / "Connections.csv").read_bytes()
KINDS = {
    "address_book", "comment", "company_follow", "connections", "education", "email_addresses", "endorsement_given",
    "endorsement_received", "event", "invitations", "member_follow", "messages", "positions", "private_note", "profile",
    "profile_summary", "reaction", "recommendation_given", "recommendation_received", "registration", "share", "skills",
}  # fmt: skip


def packed(path: Path, *, inside: str = "", day: tuple[int, int, int] = (2026, 11, 23)) -> Path:
    """Zip the sample archive, below a folder if wished."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(SAMPLES.rglob("*.csv")):
            info = zipfile.ZipInfo(inside + file.relative_to(SAMPLES).as_posix(), (*day, 8, 0, 0))
            archive.writestr(info, file.read_bytes())
    return path


def split(found) -> tuple[dict[str, Found], dict[str, Aside]]:
    """Tell the readable from the set aside, by name."""
    every = list(found)
    return (
        {each.name: each for each in every if isinstance(each, Found)},
        {each.name: each for each in every if isinstance(each, Aside)},
    )


@pytest.mark.parametrize("inside", ["", "Complete_LinkedInDataExport_01-02-2026/", "mis datos/"])
@pytest.mark.parametrize(
    "name",
    ["Basic_LinkedInDataExport_08-26-2025.zip.zip", "complete_linkedindataexport_08-26-2025 (1).ZIP", "x"],
)
def test_a_zip_of_any_name_is_read_whole(tmp_path: Path, name: str, inside: str) -> None:
    """Every sheet, without a problem, under its own name; what is of no use is known, what is new is reported."""
    read, aside = split(find([packed(tmp_path / name, inside=inside)]))
    assert {each.kind for each in read.values()} == KINDS
    assert not [row for each in read.values() for row in each.read() if isinstance(row, Problem)]
    assert {each.name for each in aside.values() if not each.known} == {"Brand New Thing.csv"}
    assert {each.name for each in aside.values() if each.known} == {
        "Ad_Targeting.csv", "Jobs/Job Applications.csv", "LearningCoachMessages.csv", "Logins.csv", "guide_messages.csv",
    }  # fmt: skip
    assert all(each.complete and each.size > 0 for each in read.values())


def test_the_members_number_is_never_shown(tmp_path: Path) -> None:
    """LinkedIn adds it to some names; shown, it would stand in every report and screenshot."""
    (tmp_path / "Shares_622594202 (1).csv").write_bytes((SAMPLES / "Shares.csv").read_bytes() + b"2026,x\n")
    (tmp_path / "Unknown_622594202.csv").write_text("a,b\n")
    (tmp_path / "Votes_622594202.csv").write_text("Date,Link,OptionText\n")
    everything = []
    for each in find([tmp_path, SAMPLES]):
        everything += [each, *(each.read() if isinstance(each, Found) else ())]
    assert any(isinstance(each, Problem) and each.file == "Shares (1).csv" for each in everything)
    assert "622594202" not in "".join(f"{e.name}" if isinstance(e, Found) else repr(e) for e in everything)


@pytest.mark.parametrize(
    ("name", "inside", "day", "told", "expected"),
    [
        ("Basic_LinkedInDataExport_08-26-2025.zip", "", 2026, None, date(2025, 8, 26)),
        ("a.zip", "Basic_LinkedInDataExport_08-26-2025/", 2026, None, date(2025, 8, 26)),
        ("a.zip", "", 2026, None, date(2026, 1, 1)),
        ("a.zip", "", 1980, None, None),
        ("Basic_LinkedInDataExport_13-45-2025.zip", "", 2026, None, date(2026, 1, 1)),
        ("Basic_LinkedInDataExport_08-26-2025.zip", "", 2026, date(2024, 5, 5), date(2024, 5, 5)),
    ],
)
def test_when_an_archive_held(
    tmp_path: Path, *, name: str, inside: str, day: int, told: date | None, expected: date | None
) -> None:
    """The member's word, else its name, else the newest time in it, else nothing: an old one must not pass for new."""
    read, _ = split(find([packed(tmp_path / name, inside=inside, day=(day, 1, 1))], as_of=told))
    assert {each.as_of for each in read.values()} == {expected}


@pytest.mark.parametrize("name", ["Complete_LinkedInDataExport_08-26-2025.zip", "unpacked"])
def test_an_unpacked_archive_is_read_alike(tmp_path: Path, name: str) -> None:
    """Some computers unpack without asking, and even call the folder `.zip`."""
    with zipfile.ZipFile(packed(tmp_path / "a.zip")) as archive:
        archive.extractall(tmp_path / name)
    (tmp_path / name / "Articles").mkdir()
    (tmp_path / name / "Articles" / "one.html").write_text("<html><p>Mine</p></html>")
    read, aside = split(find([tmp_path / name]))
    assert {each.kind for each in read.values()} == KINDS
    assert {each.as_of for each in read.values()} == {date(2025, 8, 26) if "LinkedIn" in name else None}
    assert aside["Articles/one.html"].known


@pytest.mark.parametrize("name", ["Connections.csv", "contactos guardados.txt", "x", "messages.csv"])
def test_a_single_sheet_is_known_by_its_heading(tmp_path: Path, name: str) -> None:
    """Downloads get renamed, and names lie."""
    (tmp_path / name).write_bytes(CONNECTIONS)
    [found] = find([tmp_path / name])
    assert isinstance(found, Found)
    assert (found.kind, found.as_of, found.size) == ("connections", None, len(CONNECTIONS))
    assert sum(isinstance(row, Connection) for row in found.read()) == 3


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """The intake may look first and store after."""
    read, _ = split(find([packed(tmp_path / "a.zip")]))
    for each in read.values():
        assert list(each.read()) == list(each.read())


def test_standard_input_is_a_file_too(tmp_path: Path) -> None:
    """A sheet or a whole zip may come through a pipe."""
    [found] = find([Path("-")], stdin=CONNECTIONS)
    assert isinstance(found, Found)
    assert (found.name, found.kind) == ("-", "connections")
    read, _ = split(find([Path("-")], stdin=packed(tmp_path / "a.zip").read_bytes()))
    assert {each.kind for each in read.values()} == KINDS
    [aside] = find([Path("-")], stdin=b"")
    assert isinstance(aside, Aside)


def test_several_paths_come_in_their_order(tmp_path: Path) -> None:
    """Two-part deliveries are handed over together."""
    first, second = packed(tmp_path / "a.zip"), packed(tmp_path / "b.zip", day=(2026, 11, 24))
    days = [each.as_of for each in find([first, second]) if isinstance(each, Found)]
    assert days == [date(2026, 11, 23)] * len(KINDS) + [date(2026, 11, 24)] * len(KINDS)


def test_a_folder_of_anything_tells_what_it_did_not_read(tmp_path: Path) -> None:
    """Nothing is passed over in silence; what the computer itself puts there is."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "Connections.csv").write_bytes(CONNECTIONS)
    (tmp_path / "target.bin").write_bytes(b"\x00\x01\x02")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / ".DS_Store").write_bytes(b"Bud1")
    packed(tmp_path / "Basic_LinkedInDataExport_08-26-2025.zip")
    read, aside = split(find([tmp_path]))
    assert {"sub/Connections.csv", "Connections.csv"} <= set(read)
    assert read["Connections.csv"].as_of == date(2025, 8, 26)
    assert read["sub/Connections.csv"].as_of is None
    assert {"target.bin", "empty.csv"} <= set(aside)
    assert ".DS_Store" not in aside


def test_recommendations_without_a_telling_name_say_what_to_do(tmp_path: Path) -> None:
    """Known, and unused until the member says whose they are."""
    (tmp_path / "r.csv").write_bytes((SAMPLES / "Recommendations_Given.csv").read_bytes())
    [aside] = find([tmp_path / "r.csv"])
    assert isinstance(aside, Aside)
    assert aside.known
    assert "Recommendations_Received.csv" in aside.reason.id


@pytest.mark.parametrize("what", ["missing", "empty folder", "pipe", "link inside", "too deep", "too many"])
def test_what_cannot_be_used_says_so(tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One clear error for the path, before anything is stored."""
    from calabazas.sources import limits

    path = tmp_path / "here"
    match what:
        case "empty folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "link inside":
            path.mkdir()
            (path / "passwords.csv").symlink_to("/etc/passwd")
        case "too deep":
            (path / "/".join("abcdefghij")).mkdir(parents=True)
            (path / "/".join("abcdefghij") / "x.csv").write_text("a,b\n")
        case "too many":
            monkeypatch.setattr(limits, "FOLDER_FILES", 3)
            path.mkdir()
            for number in range(4):
                (path / f"{number}.csv").write_text("a,b\n")
    with pytest.raises(UnusableError):
        list(find([path]))
