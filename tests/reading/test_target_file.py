"""A target kept as TOML: what is written is read back, and a member's plain edits are understood."""

import tomllib

import pytest
from fit_readers import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

from calabazas.people.target import Target, Wish
from calabazas.reading.target_file import from_toml, to_toml

TEXT = (
    "Quiero economistas y «peritos». Primero Galicia. No quiero cripto ni agencias. "
    "Estudiantes, solo si preguntan. El fútbol me interesa menos."
)


def test_a_target_survives_its_file():
    """Every part, with quotes and accents, comes back the same."""
    target = TARGETS.read(TEXT)
    assert from_toml(to_toml(target)) == target


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_survives_its_file(text):
    """A file that its own reader refuses would lock the member out."""
    target = TARGETS.read(text)
    kept = from_toml(to_toml(target))
    assert kept.wanted == target.wanted
    assert kept.conditions == target.conditions


def test_plain_phrases_and_missing_parts_are_enough():
    """Members write a list of words, not tables."""
    assert from_toml('wanted = ["notarios", {phrase = "jueces", weight = 0.5}]') == Target(
        wanted=(Wish("notarios"), Wish("jueces", 0.5))
    )
    assert from_toml("") == Target()


@pytest.mark.parametrize("text", ["wanted = 3 4", "wanted = [3]", "places = [1]"])
def test_what_has_another_form_is_said_so(text):
    """A slip in the file is an error with a name, never a half-read target."""
    with pytest.raises((tomllib.TOMLDecodeError, TypeError)):
        from_toml(text)
