"""Lists of people from elsewhere: columns guessed, LinkedIn's own sheets never taken for one, nothing hostile gets through."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from calabazas.people.records import Problem, Trace
from calabazas.sources import people_list
from calabazas.sources.doors import find
from calabazas.sources.found import Aside, Found
from calabazas.sources.list_columns import looks_like_name, of_line

ARCHIVE = Path(__file__).parents[1] / "data" / "archive"
DAY = date(2026, 11, 20)
SPANISH = """Nombre;Apellidos;Cargo;Empresa;Correo electrónico;Perfil de LinkedIn
Uxía;Mouriño Paz;Jefa de riego;Hidroagro;uxia@hidroagro.example;https://www.linkedin.com/in/uxia-mourino
Brais;Loureiro;Agrónomo;Cooperativa del Segura;;
"""


def traces(data: bytes | str, **told: object) -> list[Trace]:
    raw = data.encode() if isinstance(data, str) else data
    seen = people_list.guess(raw)
    assert seen is not None
    rows = people_list.people(raw, "x.csv", dataclasses.replace(seen, **told), DAY)
    return [row for row in rows if isinstance(row, Trace)]


def problems(data: str) -> list[Problem]:
    return [row for row in people_list.read(data.encode(), "x.csv", DAY) if isinstance(row, Problem)]


def test_a_spanish_sheet_is_read_by_its_headings():
    """Whoever organises an event here sends semicolons and Spanish headings."""
    uxia, brais = traces(SPANISH)
    assert (uxia.name, uxia.slug, uxia.company) == ("Uxía Mouriño Paz", "uxia-mourino", "Hidroagro")
    assert uxia.detail == {"title": "Jefa de riego", "emails": "uxia@hidroagro.example", "there": ""}
    assert (uxia.kind, uxia.on, brais.slug, brais.detail["emails"]) == ("listed", "2026-11-20", "", "")


@pytest.mark.parametrize(
    ("heading", "row", "name", "title"),
    [
        ("Name,Title,Company", "Ana Ruiz,Agronomist,Acme", "Ana Ruiz", "Agronomist"),
        ("Attendee,Role,Organisation", "Ana Ruiz,Agronomist,Acme", "Ana Ruiz", "Agronomist"),
        ("Nombre completo\tPuesto\tEmpresa", "Ana Ruiz\tAgrónoma\tAcme", "Ana Ruiz", "Agrónoma"),
        ("First Name,Last Name,Email", "Ana,Ruiz,a@acme.example", "Ana Ruiz", ""),
        ("ASISTENTE,EMPRESA", '"Ruiz Pena, Ana",Acme', "Ana Ruiz Pena", ""),
        ("Nombre,Empresa", "Ana Ruiz,Acme", "Ana Ruiz", ""),
    ],
)
def test_columns_go_by_many_names(heading, row, name, title):
    """Nobody agrees on headings; surnames first are turned round."""
    (one,) = traces(f"{heading}\n{row}\n")
    assert (one.name, one.detail["title"]) == (name, title)


def test_a_column_may_tell_of_which_event_each_is():
    """A list gathered over a year names its events row by row; that wins over what is said of the whole."""
    one, two = traces("Name,Event\nAna Ruiz,Feria del Agua\nBea Sanz,\n", event="Congreso X", there=True)
    assert (one.text, two.text) == ("Feria del Agua", "Congreso X")
    assert one.detail["there"] == two.detail["there"] == "yes"


def test_the_member_can_say_which_column_is_which():
    """The guess is only a guess: `Contacto` here is who to ring, not who came."""
    data = b"Contacto,Quien vino,Firma\nCentralita,Ana Ruiz Pena,Acme\n"
    seen = people_list.guess(data)
    assert seen is not None
    seen = people_list.again(data, people_list.corrected(seen, {"name": "Quien vino", "company": "3"}))
    assert seen is not None
    assert [(x.name, x.company) for x in seen.sample] == [("Ana Ruiz Pena", "Acme")]


@pytest.mark.parametrize("told", [{"shoe": "Firma"}, {"name": "Nowhere"}, {"name": "9"}, {"name": ""}])
def test_what_is_no_column_is_told(told):
    """A slip of the pen must not import a list of shoe sizes as names."""
    seen = people_list.guess(b"Contacto,Firma\nAna Ruiz,Acme\n")
    assert seen is not None
    with pytest.raises(ValueError):  # noqa: PT011 - its text is the part not understood, whatever that was
        people_list.corrected(seen, told)


@pytest.mark.parametrize(
    ("line", "name", "title", "company"),
    [
        ("Ana Ruiz, Directora de riego, Hidroagro", "Ana Ruiz", "Directora de riego", "Hidroagro"),
        ("1. Ana Ruiz - Directora de riego en Hidroagro", "Ana Ruiz", "Directora de riego", "Hidroagro"),
        ("• Ana de la Ruiz | Head of Water at Acme Ltd", "Ana de la Ruiz", "Head of Water", "Acme Ltd"),
        ("Ana Ruiz <ana@acme.example>", "Ana Ruiz", "", ""),
        ("ANA RUIZ (Hidroagro)", "ANA RUIZ", "Hidroagro", ""),
    ],
)
def test_lines_of_text_are_read_too(line, name, title, company):
    """Copied from a programme or a chat: a person on each line."""
    told = of_line(line)
    assert told is not None
    assert (told["name"], told["title"], told["company"]) == (name, title, company)


def test_an_address_in_a_line_tells_who_it_is():
    """With the profile's address there is no guessing of namesakes."""
    told = of_line("Ana Ruiz https://www.linkedin.com/in/ana-ruiz-42/ ana@acme.example")
    assert told is not None
    assert (told["slug"], told["mail"]) == ("ana-ruiz-42", "ana@acme.example")


@pytest.mark.parametrize(
    "text",
    [
        "Quiero en mi red a gente de riego.\nNo me interesan coaches.\nNi vendedores, gracias.\n",
        "Hola, Ana: coincidimos en la feria. ¿Te acuerdas?\n\nUn saludo, Bea\n",
        "date,amount\n2026-01-01,3\n2026-01-02,4\n",
        '{"name": "Ana Ruiz", "company": "Acme"}\n',
        "<html><body>Ana Ruiz, Directora, Acme</body></html>",
        "%PDF-1.4 Ana Ruiz, Directora, Acme",
        "Ana Ruiz\n",
    ],
)
def test_what_is_no_list_is_not_claimed(text):
    """The door would else hand letters, targets and tables to this reader."""
    assert not people_list.claims("x.txt", text.encode())


def test_none_of_linkedins_own_sheets_is_claimed():
    """Each has a reader of its own or is known to be of no use; here its strangers would become attendees."""
    claimed = [
        path.name
        for path in sorted(ARCHIVE.rglob("*.csv"))
        if people_list.claims(path.name, path.read_bytes()[:65536])
    ]
    sheets = {
        item.name: item.kind
        for path in sorted(ARCHIVE.rglob("*.csv"))
        for item in find([path])
        if isinstance(item, Found)
    }
    assert not [name for name, kind in sheets.items() if kind == people_list.KIND]
    assert set(claimed) <= {name for name, kind in sheets.items() if kind != people_list.KIND}


def test_recommendations_under_another_name_stay_known(tmp_path):
    """First name, last name, company and title look like a list; their heading says what they are."""
    path = tmp_path / "mine.csv"
    path.write_text(
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAna,Ruiz,Acme,Boss,Hi,1/1/24,VISIBLE\n"
    )
    (item,) = find([path])
    assert isinstance(item, Aside)
    assert item.known


def test_the_door_recognises_a_list(tmp_path):
    """One way in for everything: the reader is found by what the file holds."""
    path = tmp_path / "whatever.dat"
    path.write_text(SPANISH, "utf-16")
    (item,) = find([path], as_of=DAY)
    assert isinstance(item, Found)
    assert item.kind == "people_list"
    assert [row.name for row in item.read() if isinstance(row, Trace)] == [
        "Uxía Mouriño Paz",
        "Brais Loureiro",
    ]


def test_a_row_without_a_name_is_told_and_the_rest_read():
    """A bad row never loses the good ones."""
    data = "Name,Company\nAna Ruiz,Acme\n,Acme\n123,Acme\nBea Sanz,Acme\n"
    assert [x.name for x in traces(data)] == ["Ana Ruiz", "Bea Sanz"]
    assert [p.row for p in problems(data)] == [3, 4]


def test_hostile_cells_come_out_as_harmless_text():
    """Escapes, turned text and line breaks in a stranger's cell must not reach a screen or split a name in two."""
    (one,) = traces(
        'Name,Title,Email,LinkedIn\n"Ana\x1b[31m \u202eRuiz\nPena","=cmd|\'/c calc\'!A0",not-a-mail,javascript:alert(1)\n'
    )
    assert one.name == "Ana[31m Ruiz Pena"
    assert (one.slug, one.detail["emails"]) == ("", "")
    assert "\\x1b" not in repr(one)
    assert "\\u202e" not in repr(one)


def test_a_list_without_end_is_cut_and_says_so(monkeypatch):
    """A file of a million rows is no event; what was read stays."""
    monkeypatch.setattr(people_list, "MOST", 3)
    data = "Name,Company\n" + "".join(f"Ana Ruiz{c},Acme\n" for c in "abcdef")
    assert len(traces(data)) == 3
    assert any("more than" in p.reason.id for p in problems(data))


def test_odd_files_are_survived():
    """Whatever bytes come, the guess answers."""
    for data in (
        b"",
        b"\0" * 500,
        b"\xff\xfe",
        b'"' * 5000,
        b"Name,Company\n" + b'"x' * 3000,
        "ñ,\n".encode("latin-1") * 50,
    ):
        assert people_list.guess(data) is None or people_list.guess(data).people >= 1


@pytest.mark.parametrize(("text", "is_name"), [("Ana Ruiz", True), ("ana ruiz", False), ("Ana", False), ("Ana Ruiz 3", False), ("O'Neill Ana-Mae", True), ("Directora de la Ría del Burgo Norte Sur", False), ("李 小龍", True)])  # fmt: skip
def test_what_looks_like_a_name(text, is_name):
    """Names of any script pass; titles, numbers and single words do not lead a line."""
    assert looks_like_name(text) is is_name
