"""Formula where activity should be; a generated-sounding text is no sign."""

from __future__ import annotations

import pytest

from calabazas.evidence.formulas import find
from kit import dossier, heard, post

HOLLOW = (
    post("Gran reflexión, gracias por compartir", kind="comment"),
    post("Totalmente de acuerdo", kind="comment"),
)


def test_only_formulas_are_said(readers):
    """With the words."""
    said = heard(find, dossier(activity=(*HOLLOW, post("Celebra esto", kind="reaction"))), readers)
    assert said.names == {"formulas.only"}
    assert said.findings["formulas.only"].facts == {"pieces": 2}


@pytest.mark.parametrize(
    "activity",
    [
        None,
        (),
        HOLLOW[:1],
        (post("Celebra esto", kind="reaction"), post("Recomienda esto", kind="reaction")),
        (*HOLLOW, post("La sonda tenía aire dentro")),
        (
            post("In today's rapidly evolving landscape, it is crucial to leverage soil data holistically"),
            post("Delving into the rich tapestry of irrigation unlocks transformative insights for growers"),
        ),
    ],
)
def test_little_silence_and_smooth_prose_are_no_sign(readers, activity):
    """One polite comment, only reactions, a word of their own, prose that sounds generated."""
    assert heard(find, dossier(activity=activity), readers).silent
