"""The encoder turns strangers' words into numbers everything else leans on: its promises are pinned here."""

import hashlib
import re

import numpy as np
import pytest

from calabazas import shipped
from calabazas.reading import encoder as module
from calabazas.reading.encoder import Encoder
from calabazas.reading.ngrams import grams, words
from calabazas.reading.numbers import NumbersError


@pytest.fixture(scope="module")
def encoder():
    return Encoder(shipped.read("encoder.bin"))


def small():
    """An encoder of a few n-grams whose vectors are known."""
    known = sorted({gram for word in ("gato", "perr") for gram in grams(word)})
    vectors = np.array([[1.0, 0.5] if "gat" in gram else [0.0, -2.0] for gram in known], np.float32)
    return known, vectors, np.ones(len(known), np.float32)


def test_numbers_survive_being_packed_into_one_byte_each():
    """What training found must be what the product reads, up to the rounding of 1/127 of a row's largest."""
    known, vectors, rarity = small()
    read = Encoder(module.pack(known, vectors, rarity, {"seed": 7}))
    expected = sum(vectors[known.index(gram)] for gram in grams("gato"))
    got = read.encode(["gato"])[0]
    assert got == pytest.approx(expected / np.linalg.norm(expected), abs=0.01)
    assert read.facts["seed"] == 7


def test_the_same_numbers_pack_to_the_same_bytes():
    """A reproducible command must give a reproducible hash."""
    assert module.pack(*small(), {"seed": 7}) == module.pack(*small(), {"seed": 7})


@pytest.mark.parametrize("spoil", ["empty", "magic", "tail", "header", "kind", "length"])
def test_damaged_or_foreign_bytes_are_refused(spoil):
    """A flipped bit would bend every score silently; an older file would read as noise."""
    good = bytearray(module.pack(*small(), {}))
    if spoil == "empty":
        good = bytearray()
    elif spoil == "magic":
        good[0] ^= 1
    elif spoil == "tail":
        good[-1] ^= 1
    elif spoil == "header":
        good[14] = 0xFF
    elif spoil == "length":
        good = good[:40]
    else:
        good = bytearray(bytes(good).replace(b'"encoder"', b'"decoder"'))
    with pytest.raises(NumbersError):
        Encoder(bytes(good))


def test_vectors_have_length_one_or_are_zero(encoder):
    """A headline of emoji or of an unknown script says nothing, and must not look like anything."""
    vectors = encoder.encode(["Directora de Marketing", "", "🚀🚀", "营销总监", "   "])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 0, 0, 0], abs=1e-5)
    assert vectors.dtype == np.float32
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_a_vector_does_not_depend_on_its_batch(encoder):
    """The cached vector of yesterday's batch must serve today's single headline."""
    texts = [f"jefa de proyecto {n}" for n in range(300)] + ["Contable", "", "Nurse"]
    together = encoder.encode(texts)
    alone = np.vstack([encoder.encode([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Directora de Marketing", "director de marketing"),
        ("Enfermero/a", "enfermera"),
        ("técnicas", "técnico"),
    ],
)
def test_gender_and_number_leave_no_trace(encoder, one, other):
    """Nobody's sex may move a score: the vectors are the same, not merely close."""
    assert np.array_equal(encoder.encode([one]), encoder.encode([other]))


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("Responsable de marketing", "marketing manager", "enfermera"),
        ("abogado laboralista", "employment lawyer", "cocinero"),
        ("desarrolladora de software", "programador", "ingeniero de caminos"),
        ("nurse", "enfermero", "camarero"),
        ("profesora de primaria", "primary school teacher", "contable"),
        ("camionero", "lorry driver", "psicóloga"),
    ],
)
def test_trades_lie_near_each_other_across_languages(encoder, text, near, far):
    """The point of training: what shares no letters but a trade is nearer than what shares neither."""
    vector, close, distant = encoder.encode([text, near, far])
    assert vector @ close > vector @ distant + 0.15


def test_endless_words_and_texts_are_bounded():
    """Bait of a megabyte costs no more than a long profile."""
    assert len(words("x" * 1_000_000)[0]) == 40
    assert len(words(" ".join(str(n) for n in range(50_000)))) == 400


def test_a_short_word_still_has_a_gram():
    """HR, QA or C# would otherwise be invisible."""
    assert grams("qa") == ["<qa", "qa>", "<qa>"]
    assert words("C# / C++ y Q.A.") == ["c#", "c++", "y", "q", "a"]


def test_the_card_names_the_files_that_ship():
    """Whoever checks the card must find the file it describes, for both files."""
    card = shipped.read("encoder.md").decode()
    for name in ("encoder.bin", "concepts.bin"):
        found = re.search(rf"{re.escape(name)}: ([\d,]+) bytes, SHA-256 `([0-9a-f]{{64}})`", card)
        assert found, name
        data = shipped.read(name)
        assert (int(found[1].replace(",", "")), found[2]) == (len(data), hashlib.sha256(data).hexdigest())


def test_what_ships_stays_small():
    """The product is installed on people's own machines; 15 MB is the promise, 10 the habit."""
    assert sum(len(shipped.read(name)) for name in ("encoder.bin", "concepts.bin")) < 10_000_000
