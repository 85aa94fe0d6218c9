"""Large batches are read without the search for cycles, and what was read is remembered; neither may change an answer."""

import gc

import pytest
from fit_readers import FIELDS, fit_reader

from calabazas.reading.bulk import in_bulk
from calabazas.reading.fit import PersonTexts

TARGET = "Busco directores de marketing en Galicia"


@pytest.mark.parametrize(("size", "searched"), [(3, True), (5_000, False)])
def test_the_search_for_cycles_rests_in_large_batches_only(size, searched):
    """A single headline is no reason to touch what the whole process shares."""
    with in_bulk(size):
        assert gc.isenabled() is searched
    assert gc.isenabled()


def test_the_search_starts_again_after_a_failure():
    """A reading that fails must not leave the desk without it for the rest of the day."""
    with pytest.raises(ValueError, match="no"), in_bulk(5_000):
        raise ValueError("no")
    assert gc.isenabled()


@pytest.mark.parametrize("was", [True, False])
def test_the_search_is_as_it_was_afterwards(was):
    """It is put off for one batch, not for the rest of a server's life, and who had it off keeps it off."""
    (gc.enable if was else gc.disable)()
    try:
        with in_bulk():
            assert not gc.isenabled()
        assert gc.isenabled() is was
    finally:
        gc.enable()


def test_what_is_remembered_is_what_was_read():
    """The second answer comes from memory; one asked for with depth does not come from the bare headline."""
    reader = fit_reader(TARGET)
    people = [PersonTexts("Directora de marketing, Lugo"), PersonTexts("Enfermera"), PersonTexts("Enfermera")]
    assert reader.fit(people) == reader.fit(people) == reader.fit_headline(people)
    deep = PersonTexts("Enfermera", about="Llevo el marketing y la publicidad de una marca de conservas.")
    assert reader.fit([deep])[0].deeper is not None
    assert reader.fit_headline([deep])[0].deeper is None


def test_more_is_no_merger():
    """«Más» is a small word; read as the plural of M&A it made every list of contacts an investor."""
    assert FIELDS.read("17 contactos más en común").values == {}
