"""How sheets come: marks, separators, preambles, broken rows. Good rows around a bad one must survive it."""

from __future__ import annotations

import csv
import io

import pytest

from calabazas.sources import limits
from calabazas.sources.archive import sheets, table
from calabazas.sources.blob import of_bytes
from calabazas.sources.found import UnusableError

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "Ana,Gil,https://www.linkedin.com/in/ana-gil,,Faro,Jefa de planta,08 Feb 2026\n"
NEXT = "José,Núñez,https://www.linkedin.com/in/jose,,Día,Técnico,09 Feb 2026\n"


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + ROW + NEXT).encode(),
        (HEAD + ROW + NEXT).encode("utf-8-sig"),
        (HEAD + ROW + NEXT).encode("cp1252"),
        (HEAD + ROW + NEXT).encode("utf-16"),
        (HEAD + ROW + NEXT).replace("\n", "\r\n").encode(),
        (HEAD + ROW + NEXT).replace(",", ";").encode("cp1252"),
        (HEAD + ROW + NEXT).replace(",", "\t").encode("utf-16"),
        (HEAD + ROW + NEXT).rstrip("\n").encode(),
        (HEAD + ROW + "\n\n" + NEXT).encode(),
        (HEAD + ROW + ",,,,,,\n" + NEXT + ",,,,,,\n").encode(),
        ("\n" * 3 + HEAD + ROW + NEXT).encode(),
        (HEAD.rstrip() + ",,\n" + ROW.rstrip() + ",,\n" + NEXT.rstrip() + ",,\n").encode(),
    ],
)
def test_re_saved_copies_read_alike(sheet, data: bytes) -> None:
    """People open the file in a spreadsheet and save it; marks, separators and ends of lines change, people do not."""
    kind, good, problems = sheet(data)
    assert kind == "connections"
    assert [(row.name, row.company, row.connected_on) for row in good] == [
        ("Ana Gil", "Faro", "2026-02-08"),
        ("José Núñez", "Día", "2026-02-09"),
    ]
    assert not problems


def test_windows_letters_far_into_the_file_read(sheet) -> None:
    """The first letter that is not ASCII may stand long after the part that recognises the file."""
    data = (HEAD + ROW * 2000 + NEXT).encode("cp1252")
    assert sheet(data)[1][-1].name == "José Núñez"


def test_rows_tell_the_physical_line_on_which_they_start(sheet) -> None:
    """Member and tests look a row up in the file by its line, multi-line cells and preamble notwithstanding."""
    preamble = 'Notes:\n"One\ntwo"\n\n'
    many = ROW.replace("Jefa de planta", '"Jefa\nde\nplanta"')
    _, good, _ = sheet(preamble + HEAD + many + NEXT)
    assert [row.row for row in good] == [6, 9]


@pytest.mark.parametrize(
    ("bad", "lost"),
    [
        ("Ana,Gil,https://www.linkedin.com/in/ana-gil\n", [3]),
        ("a,b,c,d,e,f,g,h,i\n", [3]),
        (f"Ana,Gil,,,{'x' * (limits.FIELD_CHARACTERS + 5)},,08 Feb 2026\n", [3]),
        ('Ana,"Gil,,,,,08 Feb 2026\n', [3]),
    ],
)
def test_a_bad_row_is_told_and_costs_no_other(sheet, bad: str, lost: list[int]) -> None:
    """Wrong widths, endless fields, a quote that never closes: one problem with its line, all neighbours kept."""
    _, good, problems = sheet(HEAD + ROW + bad + NEXT + ROW)
    assert [row.name for row in good] == ["Ana Gil", "José Núñez", "Ana Gil"]
    assert [row.row for row in good] == [2, 4, 5]
    assert [problem.row for problem in problems] == lost
    assert {problem.file for problem in problems} == {"whatever.csv"}


def test_an_open_quote_in_the_last_cell_does_not_swallow_the_rest(sheet) -> None:
    """The row would have the right width, and everything behind it would be gone without a word."""
    text = 'Date,Type,Link\n2026-02-09 01:21:47,LIKE,"https://a\n2026-02-08 01:21:47,LIKE,https://b\n2026-02-07 01:21:47,LIKE,https://c\n'
    kind, good, problems = sheet(text)
    assert kind == "reaction"
    assert [row.detail["link"] for row in good] == ["https://b", "https://c"]
    assert [problem.row for problem in problems] == [2]


def test_many_open_quotes_end(sheet) -> None:
    """Each one means starting over a line later; a file full of them must not take for ever."""
    _, _, problems = sheet(HEAD + 'Ana,"Gil\n' * 3000)
    assert 1 <= len(problems) <= sheets.PROBLEMS + 1


def test_problems_are_told_one_by_one_up_to_a_number(sheet) -> None:
    """A file of a million bad rows must not fill the report; their number is still told."""
    _, good, problems = sheet(HEAD + "a,b\n" * (sheets.PROBLEMS + 7) + ROW)
    assert len(good) == 1
    assert len(problems) == sheets.PROBLEMS + 1
    assert problems[-1].reason.args == {"n": 7}


@pytest.mark.parametrize(
    ("dates", "read"),
    [
        (("05/08/2026", "13/08/2026"), ["2026-08-05", "2026-08-13"]),
        (("05/08/2026", "08/13/2026"), ["2026-05-08", "2026-08-13"]),
        (("05/08/2026", "06/08/2026"), ["2026-05-08", "2026-06-08"]),
    ],
)
def test_the_order_of_day_and_month_is_the_files(sheet, dates: tuple[str, str], read: list[str]) -> None:
    """A spreadsheet writes dates its own way; one date that can be read one way only settles it for all."""
    rows = "".join(ROW.replace("08 Feb 2026", date) for date in dates)
    assert [row.connected_on for row in sheet(HEAD + rows)[1]] == read
    reactions = "".join(f"{date} 1:21,LIKE,https://a\n" for date in dates)
    assert [row.on[:10] for row in sheet("Date,Type,Link\n" + reactions)[1]] == read


def test_short_rows_are_filled_when_nothing_needed_is_missing(sheet) -> None:
    """Some programs leave out empty cells at the end of a row."""
    _, good, problems = sheet(
        "Company Name,Title,Description,Location,Started On,Finished On\nMarea,Jefa,,,Jan 2014\n"
    )
    assert good[0].detail["end"] == ""
    assert not problems


def test_the_first_of_two_columns_of_one_name_counts(sheet) -> None:
    """LinkedIn has sheets with doubled names; a dictionary by name would take the last."""
    _, good, _ = sheet("Name\nPython\n")
    assert good[0].detail == {"name": "Python"}
    _, good, _ = sheet("First Name,Last Name,Company,Company,Connected On\nAna,Gil,Faro,Brisa,08 Feb 2026\n")
    assert good[0].company == "Faro"


def test_a_word_within_a_text_is_no_heading(sheet) -> None:
    """The word "Name" on a line of its own makes a sheet of skills only at the very top."""
    assert sheet("Dear all,\n\nName\nPython\n")[0] == ""


def test_a_heading_stands_near_the_top_or_not_at_all(sheet) -> None:
    """A quoted table deep in a text must not turn the text into an archive."""
    assert sheet("line, one\n" * 40 + HEAD + ROW)[0] == ""


def test_more_lines_than_any_archive_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit on rows, since a file of empty rows costs time and no bytes."""
    monkeypatch.setattr(limits, "LINES", 50)
    data = (HEAD + ROW * 60).encode()
    layout, heading = table.recognise(data, "x")
    with pytest.raises(UnusableError, match="lines"):
        list(table.read(of_bytes("x", data), "x", layout, heading, b""))


def test_sheets_are_streamed() -> None:
    """An archive may be larger than memory: the first rows come before the last are read."""

    class Endless(io.RawIOBase):
        """Rows without end."""

        def __init__(self) -> None:
            self.left = (HEAD + ROW).encode()

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            piece = (self.left or ROW.encode())[: len(buffer)]
            self.left = self.left[len(piece) :]
            buffer[: len(piece)] = piece
            return len(piece)

    layout, heading = table.recognise(HEAD.encode(), "x")
    rows = sheets.records(
        sheets.Table(
            "x", lambda: io.BufferedReader(Endless()), layout.places(heading.names), heading, layout.need
        ),
        layout.read,
    )
    assert [next(rows).name for _ in range(1000)] == ["Ana Gil"] * 1000


def test_the_limit_of_a_field_is_set_for_all() -> None:
    """The standard 131,072 characters are too few for a long letter with pictures in it."""
    assert csv.field_size_limit() == limits.FIELD_CHARACTERS
