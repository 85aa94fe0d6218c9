"""Every sentence has its Spanish: none missing, none empty, placeholders and plurals the same."""

from __future__ import annotations

import importlib.util
import io
import string
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("words_script", ROOT / "scripts/words.py")
words = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(words)
PATHS = sorted((ROOT / "src/calabazas/language").glob("*.po"))


def _fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module", params=PATHS, ids=lambda p: p.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def catalogue(path):
    return words.load(path)


def test_every_marked_text_is_translated(catalogue):
    """A member who reads Spanish must never meet an English sentence by surprise."""
    known = {m.id: m.string for m in catalogue if m.id}
    missing = [
        m.id
        for m in words.marked()
        if m.id and not (all(known.get(m.id, "")) if isinstance(m.id, tuple) else known.get(m.id))
    ]
    assert missing == []


def test_nothing_is_translated_that_nobody_says(catalogue):
    """A dead sentence in the catalogue is translated again by the next one who reads it."""
    said = {m.id for m in words.marked()}
    assert [m.id for m in catalogue if m.id and m.id not in said] == []


def test_placeholders_are_the_same(catalogue):
    """A placeholder lost in translation loses the fact; one invented breaks the page."""
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set().union(*map(_fields, ids))
        for text in strings:
            assert _fields(text) <= wanted, text
            # The singular may say "one" instead of {n}.
            assert wanted - _fields(text) <= {"n"}, text


def test_the_compiled_catalogue_is_the_written_one(path, catalogue):
    """`--help` reads the compiled one; an old one would speak yesterday's Spanish."""
    fresh = io.BytesIO()
    write_mo(fresh, catalogue)
    assert fresh.getvalue() == path.with_suffix(".mo").read_bytes()
