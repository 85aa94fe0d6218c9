"""The data files of reading speak LinkedIn's names and our fields; a typo in one would be silence."""

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

from calabazas import shipped
from calabazas.reading import tokens
from calabazas.reading.headlines import HeadlineReader
from calabazas.reading.modern import read_modern_titles
from calabazas.reading.phrases import listed
from calabazas.shipped import FIELDS, read

LEVELS = set("unpaid training entry senior manager director vp cxo partner owner".split())
FUNCTIONS = set(
    "accounting administrative arts_and_design business_development community_and_social_services consulting "
    "customer_success_and_support education engineering entrepreneurship finance healthcare_services human_resources "
    "information_technology legal marketing media_and_communication military_and_protective_services operations "
    "product_management program_and_project_management purchasing quality_assurance real_estate research sales".split()
)
FLAGS = set("job_seeker recruiter pitch mlm_crypto student freelance open_networker".split())
TITLES = read_modern_titles(read("modern_titles.toml"))


def rules(name):
    return tomllib.loads(read(f"{name}.toml").decode())["rule"]


def test_every_family_of_fields_is_loaded_and_every_field_stands_in_one():
    """A file that the list forgets would be silence, and a field that stands twice half forgotten."""
    assert {f"{name}.toml" for name in FIELDS} == {
        x.name for x in files(shipped).joinpath("fields").iterdir()
    }
    held = [id for name in FIELDS for id in tomllib.loads(read(f"fields/{name}.toml").decode())]
    assert sorted(held) == sorted(set(held))


def test_names_are_linkedins():
    """Other parts compare these names with what LinkedIn shows."""
    assert {rule["level"] for rule in rules("seniority")} - {""} == LEVELS
    assert {rule["function"] for rule in rules("functions")} - {""} == FUNCTIONS
    assert {rule["flag"] for rule in rules("flags")} - {""} == FLAGS
    assert {rule["function"] for rule in rules("trades")} <= FUNCTIONS


def test_modern_titles_have_functions_and_fields():
    """Each modern title leads somewhere, in both languages."""
    fields = set()
    for part in FIELDS:
        fields |= set(tomllib.loads(read(f"fields/{part}.toml").decode()))
    assert len(TITLES) >= 400
    assert len({title.sectors[0] for title in TITLES}) >= 60
    for title in TITLES:
        assert title.function in FUNCTIONS
        assert set(title.sectors) <= fields
        assert title.en
        assert title.es


def test_both_labels_of_a_modern_title_read_the_same():
    """Whoever writes it in Spanish has the same trade as whoever writes it in English."""
    reader = HeadlineReader(
        **{
            name: read(f"{name}.toml")
            for name in ("seniority", "functions", "flags", "modern_titles", "cues", "trades")
        }
    )
    other = [
        (title.en[0], title.es[0])
        for title in TITLES
        if reader.read(title.en[0]).function != reader.read(title.es[0]).function
    ]
    assert len(other) <= 0.05 * len(TITLES), other


def test_no_phrase_has_two_functions_at_one_rank():
    """Such a tie would be decided by the alphabet; what depends on the sector says so with `near` or `far`."""
    said = defaultdict(set)
    for rule in rules("functions"):
        if not rule.keys() & {"near", "far"}:
            for phrase in listed(rule["words"]):
                exact = "*" in phrase or "=" in phrase
                words = phrase if exact else " ".join(map(tokens.key, tokens.words(tokens.plain(phrase))))
                said[words, rule["rank"]].add(rule["function"])
    assert {phrase: names for phrase, names in said.items() if len(names) > 1} == {}


@pytest.mark.parametrize("row", ["no counterpart > marketing", "a = b"])
def test_a_broken_row_is_named(row):
    """A data file that is wrong must not load quietly."""
    with pytest.raises(ValueError, match=row.split(" >")[0].split(" =")[0]):
        read_modern_titles(f'[[sector]]\ncode = "x"\nrows = """\n{row}\n"""\n'.encode())
