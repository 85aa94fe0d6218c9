"""JSON lines are how other tools, and the member's own notes, hand profiles over: seen, empty and unseen must differ."""

from __future__ import annotations

import json
from datetime import date

import pytest
from mutations import mutated

from calabazas.people.records import Observed, Problem
from calabazas.sources import profile_lines

WHOLE = {
    "profile_url": "https://www.linkedin.com/in/Ainara-Otamendi/?trk=x",
    "name": "Ainara Otamendi Leiza",
    "observed_on": "2026-11-20",
    "headline": "Vibraciones",
    "position": "Técnica",
    "company": "Forjas Urkiola",
    "location": "Tolosa",
    "mutual_connections": 8,
    "connections": "500+",
    "followers": 1204,
    "joined": 2014,
    "verified": True,
    "photo": "face",
    "about": "Escucho máquinas.",
    "experience": [
        {"title": "Técnica", "company": "Forjas Urkiola", "start": 2019, "end": None, "text": None},
        {"title": "Operaria", "company": "Behobia", "start": "2014-09", "end": "2018-12", "text": "Noches."},
    ],
    "education": [{"school": "MU", "degree": "Grado", "start": None, "end": 2014}],
    "skills": ["Termografía"],
    "activity": [
        {"days_ago": 4, "kind": "post", "text": "Un rodamiento."},
        {"days_ago": 40, "kind": "comment", "text": "x"},
    ],
    "member_notes": {"commented_owner_posts": 2, "event": "BIEMH 2026", "shared_employer": "Behobia (2015)"},
    "something_new": 1,
}


def rows(*lines: object, as_of: date | None = None):
    data = "\n".join(
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    )
    return list(profile_lines.read(data.encode(), "p.jsonl", as_of))


def test_every_key_is_read_exactly() -> None:
    """Evidence leans on each of these."""
    (seen,) = rows(WHOLE)
    assert seen == Observed(
        1,
        "Ainara Otamendi Leiza",
        "ainara-otamendi",
        "2026-11-20",
        "profile",
        {
            "headline": "Vibraciones",
            "position": "Técnica",
            "company": "Forjas Urkiola",
            "location": "Tolosa",
            "mutual_connections": 8,
            "connections": 500,
            "connections_open": True,
            "followers": 1204,
            "joined": 2014,
            "verified": True,
            "photo": "face",
            "about": "Escucho máquinas.",
            "experience": [
                {"title": "Técnica", "company": "Forjas Urkiola", "start": "2019", "end": None, "text": ""},
                {
                    "title": "Operaria",
                    "company": "Behobia",
                    "start": "2014-09",
                    "end": "2018-12",
                    "text": "Noches.",
                },
            ],
            "education": [{"school": "MU", "degree": "Grado", "start": "", "end": "2014"}],
            "skills": ["Termografía"],
            "activity": [
                {"kind": "post", "text": "Un rodamiento.", "on": "2026-11-16"},
                {"kind": "comment", "text": "x", "on": "2026-10-11"},
            ],
            "commented_posts": 2,
            "event": "BIEMH 2026",
            "shared_employer": "Behobia (2015)",
        },
    )
    json.dumps(seen.facts)


def test_absent_is_unseen_and_empty_is_seen_empty() -> None:
    """What was not looked at must never count against anybody."""
    (seen,) = rows(
        {"profile_url": WHOLE["profile_url"], "name": "A", "activity": [], "about": "", "verified": None}
    )
    assert seen.facts == {"activity": [], "about": ""}


def test_a_number_of_connections_is_not_open() -> None:
    """12 contacts are 12, "500+" are at least 500."""
    (seen,) = rows({"name": "A", "headline": "x", "connections": 12})
    assert seen.facts == {"headline": "x", "connections": 12}


def test_a_line_without_date_takes_the_day_given() -> None:
    """Activity days count back from it too."""
    (seen,) = rows(
        {"name": "A", "activity": [{"days_ago": 1, "kind": "odd", "text": "t"}]}, as_of=date(2026, 3, 1)
    )
    assert seen.observed_on == "2026-03-01"
    assert seen.facts["activity"] == [{"kind": "post", "text": "t", "on": "2026-02-28"}]


@pytest.mark.parametrize(
    "line",
    [
        "{broken",
        "[1]",
        '"text"',
        {"headline": "nobody"},
        {"name": "A", "profile_url": "https://evil.example/in/a"},
    ],
)
def test_a_bad_line_is_reported_and_the_good_ones_are_kept(line: object) -> None:
    """One slip in a file must not cost the rest."""
    problem, seen = rows(line, WHOLE)
    assert isinstance(problem, Problem)
    assert (problem.file, problem.row, seen.row) == ("p.jsonl", 1, 2)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("followers", "many"), ("followers", -1), ("followers", True), ("verified", "yes"), ("photo", "pretty"),
        ("experience", "long"), ("skills", [1]), ("activity", {"a": 1}), ("joined", "long ago"), ("headline", 7),
        ("member_notes", "x"), ("observed_on", "yesterday"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_form_is_reported_and_left_out(key: str, value: object) -> None:
    """Guessing at a value would make up a fact."""
    problem, seen = rows({**WHOLE, key: value})
    assert problem.reason.args["keys"] == key
    assert key not in seen.facts


def test_one_object_over_several_lines_is_one_profile() -> None:
    """People open such files and save them prettier."""
    (seen,) = rows(json.dumps(WHOLE, indent=2))
    assert seen.slug == "ainara-otamendi"


def test_it_claims_profiles_and_nothing_else() -> None:
    """Other JSON is not ours."""
    assert profile_lines.claims("x", json.dumps(WHOLE).encode())
    assert profile_lines.claims("x", json.dumps(WHOLE, indent=1).encode())
    for data in (b'{"a": 1}', b"[]", b"", b"text", b'{"name": "package", "version": "1"}'):
        assert not profile_lines.claims("x", data)


def test_nothing_that_is_damaged_makes_it_fail() -> None:
    """2,000 damaged copies, and nesting without end."""
    data = "\n".join([json.dumps(WHOLE)] * 3).encode()
    for copy in mutated(data, 2000, 5):
        profile_lines.claims("x", copy)
        list(profile_lines.read(copy, "x", None))
    assert isinstance(rows('{"name":' + "[" * 200_000)[0], Problem)


def test_ten_megabytes_are_read() -> None:
    """As many lines as there are people."""
    line = json.dumps(WHOLE)
    assert len(rows(*[line] * (10_000_000 // len(line)))) == 10_000_000 // len(line)
