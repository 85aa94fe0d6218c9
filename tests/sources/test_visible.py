"""What every page reader stands on: the visible lines, whatever the markup does."""

from __future__ import annotations

import pytest

from calabazas.sources.ages import before, days_ago
from calabazas.sources.links import host_of, is_linkedin, target
from calabazas.sources.mutuals import mutual_facts
from calabazas.sources.spans import Span, length, months_long, span
from calabazas.sources.visible import Line, clean, decode, html_lines, is_html, lines_of


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Ana <b>Rey</b></p><p>CTO", ["Ana Rey", "CTO"]),
        ("<div><span aria-hidden='true'>Ana Rey</span><span>Ana Rey</span></div>", ["Ana Rey"]),
        ("<span aria-hidden=true><strong>Ana</strong><!----></span><span>Ana</span>", ["Ana"]),
        ("<p>papa papa</p>", ["papa papa"]),
        ("a<br>b<script>c</script><style>d</style><p hidden>e</p>", ["a", "b"]),
        ("<span style='display:block'>a</span><span>b</span>", ["a", "b"]),
    ],
)
def test_lines_are_what_eyes_see(page: str, lines: list[str]) -> None:
    """Texts for screen readers repeat the visible ones and must not double a name."""
    assert [line.text for line in html_lines(page)] == lines


def test_links_labels_and_kinds_stay_with_their_line() -> None:
    """They tell whose card it is and where it ends."""
    page = '<h2>T</h2><a href="u"><img alt="i"><p>n</p></a><button aria-label="l"><span>b</span></button>'
    assert html_lines(page) == [
        Line("T", "", "", "heading"),
        Line("i", "u", "", "image"),
        Line("n", "u", "", "text"),
        Line("b", "", "l", "control"),
    ]


def test_single_elements_that_call_themselves_buttons_end_nothing() -> None:
    """A role on an element without content must not close a button that was never opened."""
    page = '<img role="button" alt="i"><input role="button"><br role="button"><input type="submit" value="v"><p>n</p>'
    assert [(line.text, line.kind) for line in html_lines(page)] == [
        ("i", "image"),
        ("v", "control"),
        ("n", "text"),
    ]


def test_a_page_nested_without_end_is_read_as_text() -> None:
    """Parsing it would take hours: nesting costs its square."""
    assert [line.text for line in html_lines("<div>" * 300_000 + "hello <b>you</b>")] == ["hello", "you"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig", "utf-16"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    """Windows saves pages in its own."""
    assert decode("Begoña dé".encode(encoding)) == "Begoña dé"


def test_a_head_that_ends_in_half_a_letter_is_still_utf8() -> None:
    """The door shows the first 64 kB only."""
    assert decode("Begoña é".encode()[:-1]).startswith("Begoña ")


def test_marks_that_hide_or_turn_text_are_taken_out() -> None:
    """They make one name read as another."""
    assert clean("a\u202eb\u200bc\u00a0 d\x00\r\n e ") == "abc d\ne"


def test_text_is_not_taken_for_html() -> None:
    """A headline may hold an angle bracket."""
    assert not is_html(b"I <3 data\nand <p> tags")
    assert [line.text for line in lines_of(b"a < b\n\n c")] == ["a < b", "c"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ayer", 1), ("hoy", 0), ("hace 5 minutos", 0), ("hace 3 h", 0), ("hace 2 semanas", 14), ("1 mes", 30), ("hace un año", 365),
        ("Yesterday", 1), ("3 weeks ago", 21), ("a month ago", 30), ("4d", 4), ("2mo", 60), ("1 sem.", 7), ("Sent 1 week ago", 7),
        ("Enviada ayer", 1), ("4 días • Editado", 4), ("just now", 0), ("last week", 7),
        ("5 m", None), ("2026", None), ("CTO", None), ("4 days of work", None), ("hace frío", None), ("x" * 500, None),
    ],
)  # fmt: skip
def test_ages_are_read_and_nothing_else_is_one(text: str, days: int | None) -> None:
    """A headline taken for an age would lose both."""
    assert days_ago(text) == days


def test_an_age_beyond_the_calendar_gives_no_day() -> None:
    """Damaged pages hold such ages."""
    from datetime import date

    assert before(date(2026, 11, 23), 7) == "2026-11-16"
    assert before(date(2026, 11, 23), 10**9) == before(None, 1) == before(date(2026, 1, 1), None) == ""


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        ("Ana y 5 contactos más en común", 6, ["Ana"]), ("Ana, Leo y 58 contactos más en común", 60, ["Ana", "Leo"]),
        ("Ana es contacto en común", 1, ["Ana"]), ("Ana y Leo son contactos en común", 2, ["Ana", "Leo"]),
        ("X and 58 other mutual connections", 59, ["X"]), ("X and Y are mutual connections", 2, ["X", "Y"]),
        ("X is a mutual connection", 1, ["X"]),
    ],
)  # fmt: skip
def test_contacts_in_common_are_counted_and_named(text: str, count: int, names: list[str]) -> None:
    """The one whose name is shown counts too."""
    assert mutual_facts(text) == {"mutual_connections": count, "mutual_names": names}


@pytest.mark.parametrize(
    ("text", "facts"),
    [("5 mutual connections", {"mutual_connections": 5}), ("Sin contactos en común", {"mutual_connections": 0, "mutual_names": []}),
     ("I like mutual connections", {}), ("CTO", {})],
)  # fmt: skip
def test_a_bare_count_names_nobody(text: str, facts: dict[str, object]) -> None:
    """Absent names were not seen; none at all is seen to be none."""
    assert mutual_facts(text) == facts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ene. 2020 - actualidad · 6 años 11 meses", Span("2020-01", None)),
        ("enero de 2015 - diciembre de 2018 (4 años)", Span("2015-01", "2018-12")),
        ("January 2008\u00a0-\u00a0Present\u00a0(9 years 3 months)", Span("2008-01", None)),
        ("sept. 2014 – dic. 2018", Span("2014-09", "2018-12")), ("2003 - 2007", Span("2003", "2007")),
        ("Jun 2019 - Present · 7 yrs 6 mos", Span("2019-06", None)), ("2014", Span("2014", "2014")),
        ("less than a year", None), ("In 2020 we grew - a lot", None), ("CTO", None),
    ],
)  # fmt: skip
def test_spans_of_time_are_read_and_nothing_else_is_one(text: str, found: Span | None) -> None:
    """They cut a career into its roles."""
    assert span(text) == found


def test_lengths_are_counted_in_months() -> None:
    """An employer's total tells how far back its roles reach."""
    assert [months_long(text) for text in ("5 años 2 meses", "1 yr 1 mo", "8 meses", "less than a year")] == [
        62,
        13,
        8,
        0,
    ]
    assert length("5 years 2 months")
    assert not length("CTO 5 years")


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://www.linkedin.com/in/x", True), ("https://lnkd.in/x", True), ("https://linkedin.com.evil.example/in/x", False),
        ("https://www.linkedin.com@evil.example/", False), ("https://evil.example\\@linkedin.com/", False), ("https://xlinkedin.com/", False),
        ("https://[broken", False), ("mailto:a@b.example", False),
    ],
)  # fmt: skip
def test_look_alikes_of_linkedin_are_told_from_it(url: str, own: bool) -> None:
    """Forged invitations live off them."""
    assert is_linkedin(host_of(url)) is own


def test_the_wrappers_of_mail_filters_are_opened() -> None:
    """What counts is where a click ends."""
    wrapped = "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.linkedin.com_in_x&d=1"
    assert target(wrapped) == "https://www.linkedin.com/in/x"
    assert (
        target("https://www.linkedin.com/in/x?u=https://evil.example")
        == "https://www.linkedin.com/in/x?u=https://evil.example"
    )
