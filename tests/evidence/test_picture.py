"""The member's own remark on a picture, and the same picture under another name; no picture weighs nothing."""

from __future__ import annotations

import pytest

from calabazas.evidence.picture import find
from kit import SOURCE, dossier, echo, heard


@pytest.mark.parametrize(
    ("photo", "name"),
    [
        ("stock_suspect", "picture.stock"),
        ("ai_suspect", "picture.generated"),
        ("elsewhere", "same_picture.elsewhere"),
    ],
)
def test_what_the_member_ticked(photo, name):
    """Their eyes, not a machine's."""
    assert heard(find, dossier(photo=photo)).names == {name}


@pytest.mark.parametrize("photo", [None, "face", "none", "logo", "group", "", "a cat"])
def test_no_picture_a_logo_or_a_group_is_nothing_against_anybody(photo):
    """Many have reasons not to show a face."""
    assert heard(find, dossier(photo=photo)).silent


def test_the_same_picture_under_another_name():
    """With whose, and where; said once."""
    said = heard(
        find, dossier(echoes=[echo("note"), echo("picture", "Iria Rey"), echo("picture", "Ana Paz")])
    )
    assert said.names == {"same_picture.echo"}
    finding = said.findings["same_picture.echo"]
    assert finding.facts == {"other": "Iria Rey"}
    assert finding.sources == (SOURCE,)
