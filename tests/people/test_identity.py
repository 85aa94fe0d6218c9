"""The same person compares equal however an address or a name is written."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calabazas.people.identity import fold_name, profile_url, slug_of

SLUGS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/?#"), min_size=1, max_size=40)


@given(SLUGS)
def test_an_address_is_quoted_as_the_standard_has_it(slug):
    """Letter by letter and remembered must be what quoting the whole would give."""
    assert profile_url(slug) == "https://www.linkedin.com/in/" + quote(slug, safe="-_.~")


@pytest.mark.parametrize("slug", ["ana-lopez", "iñaki-muñoz-00a1", "陳-大文", "zoë_b.c~d"])
def test_an_address_leads_back_to_its_key(slug):
    """What is written out for the member must be known again when they paste it."""
    assert slug_of(profile_url(slug)) == slug


def test_nobody_has_no_address():
    assert profile_url("") == ""


def test_names_fold_alike_with_and_without_accents_and_signs():
    assert fold_name("  Núria  Serra-Pons 🚀 ") == fold_name("NURIA SERRA PONS") == "nuria serra pons"


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/"), max_size=20)
    | st.lists(st.sampled_from(["%C3%B1", "%", "%zz", "%ff", "ñ", "A", "-", "/", "?x", " "]), max_size=6).map(
        "".join
    )
)
def test_the_usual_form_is_read_as_every_other(end):
    """The short way for a hundred thousand addresses must give the key that the long way gives."""
    usual = f"https://www.linkedin.com/in/{end}"
    found = re.match(r"[^/?#\s]+", end.rstrip())
    long = unicodedata.normalize("NFC", unquote(found[0])).lower() if found else ""
    assert slug_of(usual) == slug_of(f" {usual}") == slug_of(usual.replace("www.", "es.")) == long
