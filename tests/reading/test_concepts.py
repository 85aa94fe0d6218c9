"""The concept index says in words why a headline fits; a wrong neighbour would be a wrong reason."""

import numpy as np
import pytest

from calabazas import shipped
from calabazas.reading import concepts as module
from calabazas.reading.concepts import Concepts
from calabazas.reading.encoder import Encoder
from calabazas.reading.numbers import NumbersError


@pytest.fixture(scope="module")
def encoder():
    return Encoder(shipped.read("encoder.bin"))


@pytest.fixture(scope="module")
def concepts(encoder):
    return Concepts(shipped.read("concepts.bin"), encoder)


@pytest.mark.parametrize(
    ("headline", "isco"),
    [
        ("Directora de Marketing", "1221"),
        ("marketing manager", "1221"),
        ("abogado", "2611"),
        ("lawyer", "2611"),
        ("psicóloga clínica", "2634"),
        ("programador web", "2513"),
        ("electricista", "7411"),
        ("primary school teacher", "2341"),
    ],
)
def test_a_title_finds_its_own_unit_group(concepts, headline, isco):
    """Titles that the taxonomy has by name must come first in either language, whatever their gender."""
    assert concepts.nearest([headline], 1)[0][0].isco == isco


def test_neighbours_come_nearest_first_with_both_labels(concepts):
    """The explanation is rendered in the member's language, so each neighbour carries both."""
    near = concepts.nearest(["responsable de comunicación"], 5)[0]
    assert [concept.score for concept in near] == sorted((concept.score for concept in near), reverse=True)
    assert all(concept.label("es") and concept.label("en") and len(concept.isco) == 4 for concept in near)
    assert len({concept.id for concept in near}) == 5


def test_nothing_readable_has_no_neighbours(concepts):
    """An empty or emoji headline must not be explained as close to whatever comes first in a file."""
    assert concepts.nearest(["", "🚀", "enfermera"], 2)[:2] == [[], []]
    assert not concepts.profiles(np.zeros((1, concepts.vectors.shape[1]), np.float32)).shares.any()


def test_texts_and_their_vectors_are_answered_alike(concepts, encoder):
    """Callers that kept the vectors need not encode again."""
    texts = ["Contable", "Head of Sales"]
    assert concepts.nearest(texts, 3) == concepts.nearest(encoder.encode(texts), 3)


def test_more_neighbours_than_there_are_is_all_of_them(concepts):
    """A careless k must neither fail nor invent."""
    assert len(concepts.nearest(["abogado"], 10**6)[0]) == len(concepts)


def test_profiles_share_out_one_whole(concepts, encoder):
    """Shares are compared between texts, so each text's add up to one, over many parts of a batch."""
    vectors = encoder.encode([f"técnica de laboratorio {n}" for n in range(1_100)])
    profiles = concepts.profiles(vectors)
    assert profiles.shares.sum(axis=1) == pytest.approx(1, abs=1e-4)
    assert profiles.places.shape == (1_100, 30)
    assert np.array_equal(profiles.places[1_099], concepts.profiles(vectors[1_099:]).places[0])


def test_groups_are_named_in_both_languages(concepts):
    """The tree above an occupation explains a fit that no single occupation does."""
    assert concepts.group("1221", "en") == "Sales and marketing managers"
    assert concepts.group("1", "es")
    assert concepts.group("99999", "en") is None


def test_some_occupations_are_kept_out_of_training(concepts):
    """Without them the translation benchmark would only measure memory."""
    assert 60 < len(concepts.kept_out) < 250
    assert set(concepts.kept_out) <= set(concepts.ids)


def test_an_index_of_another_encoder_is_refused(encoder):
    """Its numbers would be read without complaint and mean nothing."""
    names = {"id": ["a"], "code": ["1"], "isco": ["1111"], "es": ["uno"], "en": ["one"]}
    narrow = module.pack(names, {}, np.ones((1, 3), np.float32), {})
    with pytest.raises(NumbersError):
        Concepts(narrow, encoder)
    with pytest.raises(NumbersError):
        Concepts(shipped.read("encoder.bin"), encoder)
