"""The fit is graded with the words that carried it; without texts there is nothing to grade."""

from __future__ import annotations

import pytest

from calabazas.evidence.fit import find
from kit import dossier, heard, role


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Ingeniero agrónomo especialista en riego", "fit.exact"),
        ("Odontóloga", "fit.nothing"),
        ("Técnico en cooperativa agraria", "fit.exact"),
    ],
)
def test_the_grade_is_the_readers(readers, headline, name):
    """Evidence adds no opinion of its own."""
    said = heard(find, dossier(headline=headline), readers)
    assert said.names == {name}
    assert set(said.findings[name].facts) >= {"score", "uncertainty"}


def test_it_says_which_words_carried_it(readers):
    """A member who reads only "useful" cannot object."""
    said = heard(find, dossier(headline="Responsable de riego en Campo de Cartagena"), readers)
    args = said.findings["fit.exact"].sentence.args
    assert "iego" in args["words"]
    assert args["wish"]


def test_an_unsure_grade_weighs_less_but_never_less_than_half(readers):
    """Doubt about the reading is no doubt about the person."""
    sure = heard(find, dossier(headline="Ingeniero agrónomo especialista en riego"), readers).findings[
        "fit.exact"
    ]
    unsure = heard(find, dossier(headline="Fabricante de sensores agrícolas"), readers).findings["fit.exact"]
    assert 0.5 <= unsure.part < sure.part <= 1.0


def test_recruiters_are_left_to_their_own_evidence(readers):
    """They name every trade they fill."""
    said = heard(find, dossier(headline="Headhunter de agrónomos e ingenieros de riego"), readers)
    assert said.names == set()


def test_without_text_or_target_there_is_no_grade(readers, aimless):
    """An empty headline is not "another field"."""
    assert heard(find, dossier(), readers).names == set()
    assert heard(find, dossier(headline=""), readers).names == set()
    assert heard(find, dossier(headline="Agrónoma"), aimless).names == set()


def test_what_could_still_be_looked_at(readers):
    """The page until it was opened; the inviter can always be asked."""
    assert heard(find, dossier(headline="Agrónoma"), readers).unseen == {"fit:page", "fit:ask"}
    opened = dossier(headline="Agrónoma", experience=(role("Agrónoma", "Coop"),))
    assert heard(find, opened, readers).unseen == {"fit:ask"}
    assert heard(find, dossier(question="purge", headline="Agrónoma"), readers).unseen == frozenset()


def test_a_post_without_headline_is_shown_with_its_employer(readers):
    """“Self-employed” says nothing of a field: the employer beside it does."""
    said = heard(find, dossier(position="Autónomo", company="Inmobiliaria Coso"), readers)
    (finding,) = [f for name, f in said.findings.items() if name.startswith("fit.")]
    assert "Inmobiliaria Coso" in str(finding.sentence)
