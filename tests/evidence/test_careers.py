"""The arithmetic under the evidence of careers: generous where years are whole, silent where they are unknown."""

from __future__ import annotations

import pytest

from calabazas.evidence.careers import first_year, fold_place, months_together, overlap, same_place, year
from kit import role


@pytest.mark.parametrize(
    ("text", "value"),
    [("2019", 2019), ("2019-07", 2019.5), ("", None), (None, None), ("present", None), ("2019-xx", 2019)],
)
def test_years(text, value):
    """ISO text, or unknown."""
    assert year(text) == value


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("2012", "2015"), ("2014", "2018"), 2),
        (("2012-01", "2012-06"), ("2012-07", ""), 0),
        (("2020", None), ("2024", ""), 3),
        (("2010", "2011"), ("2015", "2016"), 0),
        (("", "2015"), ("2014", ""), None),
    ],
)
def test_overlap(one, other, shared):
    """Whole years are generous, an open end is now, an unknown start gives no answer."""
    found = overlap(*one, *other, 2026)
    assert found == shared if shared is None else found == pytest.approx(shared)


def test_months_together_are_sure_ones_only():
    """Against somebody, whole years count from their end."""
    assert months_together(role("", "", "2015", "2016"), role("", "", "2015", "2016"), 2026) < 1
    assert months_together(
        role("", "", "2015-01", "2017-01"), role("", "", "2016-01", None), 2026
    ) == pytest.approx(12)
    assert months_together(role("", "", "", None), role("", "", "2016", None), 2026) == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Regadíos del Segura S.L.", "regadios del segura", True),
        ("Hidroagro", "Hidroagro España", True),
        ("Grupo Hidroagro, S.A.U.", "HIDROAGRO", True),
        ("BP", "BP Solar", False),
        ("Hidroagro", "Agrohidro", False),
        ("", "", False),
        ("S.L.", "S.L.", False),
    ],
)
def test_places_are_compared_by_what_names_them(one, other, same):
    """Legal forms and accents are no difference; two or three letters are no name to begin another with."""
    assert same_place(one, other) is same
    assert same_place(other, one) is same


def test_folding_keeps_other_scripts():
    """A house with a Chinese or Arabic name is a house."""
    assert fold_place("华为技术") == "华为技术"
    assert fold_place("شركة المياه")


def test_the_first_year_of_a_career():
    """Undated posts are passed over."""
    assert first_year([role("", "", ""), role("", "", "2012"), role("", "", "2009-07")]) == 2009.5
    assert first_year([]) is None
