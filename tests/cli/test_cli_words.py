"""What a command says of what was done is in words, and an undo takes back all that one command did."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from calabazas.demo.prepare import prepare
from calabazas.desk.decide import pending_clicks
from calabazas.store import acts, open_member
from calabazas.store.acts import Act

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
RUN = "import sys; from calabazas.cli import main; sys.argv[0] = 'calabazas'; main()"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented member's folder, prepared once."""
    return prepare(tmp_path_factory.mktemp("words"), TODAY).parent


def run(home: Path, *words: str) -> tuple[int, str]:
    """Run the real command in Spanish on that day; give its exit code and all it said."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("CALABAZAS")}
    env |= {"COLUMNS": "200", "PYTHONIOENCODING": "utf-8", "OMP_NUM_THREADS": "1"}
    options = ["--home", str(home), "--lang", "es", "--today", TODAY.isoformat()]
    done = subprocess.run(
        [sys.executable, "-c", RUN, *options, *words],
        capture_output=True, text=True, encoding="utf-8", env=env, check=False, timeout=300,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_whoever_is_not_to_be_suggested_is_no_click_to_make(home: Path) -> None:
    """They have invited nobody: LinkedIn shows nothing that could be ignored there."""
    from calabazas.desk.suggest import refuse
    from calabazas.store import people

    with open_member(next(home.glob("*.sqlite"))) as store:
        who = people.find(store, "a")[0].id
        before = pending_clicks(store)
        refuse(store, [who], NOW)
        assert pending_clicks(store) == before
        acts.record(store, [Act(who, "decided", "ignore")], NOW)
        assert pending_clicks(store) == [*before, (who, "ignore")]
    code, told = run(home, "undo")
    assert code == 0
    assert "Deshecho: ignorar (" in told
    code, told = run(home, "undo")
    assert "que no se proponga más (" in told


def test_what_a_file_lacks_is_said_in_the_members_language(home: Path, tmp_path: Path) -> None:
    """No error number and no English of the system's in a Spanish sentence."""
    code, told = run(home, "note", "check", "x", "--facts", str(tmp_path / "none"))
    assert code == 1
    assert "ahí no hay nada" in told
    assert "Errno" not in told
    (tmp_path / "facts.json").write_text('{"name": "x"}')
    code, told = run(home, "note", "check", "x", "--facts", str(tmp_path / "facts.json"))
    assert code == 2
    assert "no es una lista de datos" in " ".join(told.split())


def test_a_path_in_place_of_words_is_read(home: Path, tmp_path: Path) -> None:
    """`target mine.txt` used to look for people called "mine.txt"."""
    (tmp_path / "mine.txt").write_text("Busco a gente de logística.")
    code, told = run(home, "target", str(tmp_path / "mine.txt"))
    assert code == 0
    assert "Busco a gente de logística." in told
    assert "mine.txt" not in told


def test_the_reasons_of_the_policy_are_told_in_spanish(home: Path) -> None:
    """The weights are explained to whoever may change them."""
    _, told = run(home, "policy", "show")
    assert "Lee lo que escribes." in told
    assert "judgement" not in told
