"""One number says how alike two trades are; the fit of every inviter starts from it."""

import numpy as np
import pytest

from calabazas import shipped
from calabazas.reading.concepts import Concepts
from calabazas.reading.encoder import Encoder
from calabazas.reading.similarity import Similarity


@pytest.fixture(scope="module")
def similarity():
    encoder = Encoder(shipped.read("encoder.bin"))
    return Similarity(encoder, Concepts(shipped.read("concepts.bin"), encoder))


TEXTS = ["Directora de Marketing", "abogado laboralista", "nurse", "", "🚀", "jefe de obra", "banana anana"]


def test_the_same_words_reach_one_and_nothing_reaches_zero(similarity):
    """Grades are cut on this scale, so its ends must stand still."""
    scores = similarity.matrix(TEXTS, TEXTS)
    known = [0, 1, 2, 5, 6]
    assert scores[known, known] == pytest.approx(1, abs=0.01)
    assert not scores[[3, 4]].any()
    assert not scores[:, [3, 4]].any()
    assert scores.max() < 1.001


def test_comparing_is_symmetric(similarity):
    """Who asks must not matter."""
    scores = similarity.matrix(TEXTS, TEXTS)
    assert scores == pytest.approx(scores.T, abs=1e-5)


def test_a_pair_does_not_depend_on_the_batch(similarity):
    """A headline's fit must be the same today alone as yesterday among thousands."""
    crowd = [f"jefa de sección {n} de logística" for n in range(700)]
    together = similarity.matrix(TEXTS, [*crowd, "ingeniera de caminos"])[:, -1]
    assert together == pytest.approx(similarity.matrix(TEXTS, ["ingeniera de caminos"])[:, 0], abs=1e-5)


def test_prepared_texts_are_scored_as_the_texts(similarity):
    """The cache may keep what was prepared."""
    ready = similarity.prepare(TEXTS)
    assert similarity.matrix(ready, ready) == pytest.approx(similarity.matrix(TEXTS, TEXTS), abs=1e-5)
    assert len(ready) == len(TEXTS)


def test_nothing_compared_with_nothing_is_an_empty_table(similarity):
    """A member without invitations is no error."""
    assert similarity.matrix([], TEXTS).shape == (0, len(TEXTS))
    assert similarity.matrix(TEXTS, []).shape == (len(TEXTS), 0)
    assert not similarity.matrix(["abogada"], ["", ""]).any()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Director de Marketing Digital", "Directora de Marketing Digital"),
        ("Abogado", "Abogad@"),
        ("Jefes de obra", "jefa de obra"),
        ("Consejero Delegado", "Consejera delegada"),
    ],
)
def test_regular_gender_pairs_score_exactly_alike(similarity, one, other):
    """Zero, not small: a person's sex is never weighed."""
    targets = ["responsables de marketing", "construction managers", "derecho laboral"]
    scores = similarity.matrix(targets, [one, other])
    assert np.array_equal(scores[:, 0], scores[:, 1])


def test_a_trade_beats_a_look_alike_word(similarity):
    """Letters alone would put the wrong one first."""
    scores = similarity.matrix(["abogados laboralistas"], ["employment lawyer", "laboratorista", "albañil"])[
        0
    ]
    assert scores.argmax() == 0
