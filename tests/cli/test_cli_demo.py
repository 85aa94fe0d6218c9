"""`calabazas demo` is the first thing that anybody sees: run as they would, and every word of it read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date

import pytest

from calabazas.demo.cast import gather
from calabazas.demo.prepare import introduce
from calabazas.language.visible import visible

RUN = "import sys; from calabazas.cli import main; sys.argv[0] = 'calabazas'; main()"
DAY = "2026-11-23"
TODAY = date.fromisoformat(DAY)


def run(home, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the real command with an empty environment but for what a terminal gives."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("CALABAZAS", "LC_", "LANG"))}
    env |= {
        "COLUMNS": "80",
        "LANG": "es_ES.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(home),
        "OMP_NUM_THREADS": "1",
    }
    return subprocess.run(
        [sys.executable, "-c", RUN, "--home", str(home), "--today", DAY, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def spoken(tmp_path_factory) -> dict[str, str]:
    """What the command says in both languages, each in a home of its own."""
    told = {}
    for language in ("es", "en"):
        result = run(tmp_path_factory.mktemp(language) / "home", "--lang", language, "demo")
        assert (result.returncode, result.stderr) == (0, "")
        told[language] = result.stdout
    return told


@pytest.mark.parametrize("language", ["es", "en"])
def test_it_reads_at_80_columns(spoken, language):
    """A line that wraps by itself breaks in the middle of a word."""
    assert [line for line in spoken[language].splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_everybody_is_named_once_as_a_heading(spoken, language):
    """Forty wait; forty are listed, and nobody twice."""
    lines = spoken[language].splitlines()
    for each in gather(TODAY).inviters:
        assert sum(line.startswith(f"{each.name} · ") for line in lines) == 1, each.name


@pytest.mark.parametrize("language", ["es", "en"])
def test_nothing_of_the_machine_shows(spoken, language):
    """Placeholders, codes, None and escapes are ours; none of them belongs on a screen."""
    text = spoken[language]
    assert not re.search(r"\{[a-z_]*\}|%\(|\bNone\b|\bTrue\b|\x1b|Traceback|\b[a-z]+_[a-z_]+\b", text)
    assert [line for line in text.splitlines() if visible(line) != line] == []


def test_it_says_who_this_is_and_whom_she_looks_for(spoken):
    """Without that, forty pieces of advice hang in the air."""
    who = introduce(TODAY)
    for text in spoken.values():
        top = " ".join(text.split("──")[0].split())
        assert who.name in top
        assert who.headline in top
        assert "«Quiero en mi red a gente de calidad" in top
        assert "400" in top
    assert spoken["es"].startswith("Esto es una demostración")
    assert spoken["en"].startswith("This is a demo")


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("es", ["Aceptar", "Seguir", "Estudiar", "Ignorar", "Ahora, con lo tuyo:", "calabazas import", "no toca tus datos"]),
        ("en", ["Accept", "Follow", "Study", "Ignore", "Now with yours:", "calabazas import", "never touches your data"]),
    ],
)  # fmt: skip
def test_it_goes_from_who_to_what_to_do_next(spoken, language, titles):
    """The triage in its order, and at the end how to go on with one's own."""
    text = " ".join(spoken[language].split())
    sections = re.findall(r"^── (\w+)", spoken[language], re.MULTILINE)
    assert sections == titles[:4]
    tail = text[text.rindex(titles[4]) :]
    assert all(words in tail for words in titles[4:])


def test_the_frame_is_in_the_language_asked_for(spoken):
    """The people write Spanish; what the product says of them follows --lang."""
    framed = {"es": (" · día ", "pesa mucho"), "en": (" · day ", "weighs much")}
    for language, words in framed.items():
        other = framed["en" if language == "es" else "es"]
        assert all(word in spoken[language] for word in words[:1])
        assert not any(word in spoken[language] for word in other[:1])


def test_json_is_the_same_document_as_of_triage(tmp_path):
    """Whoever writes a program against `triage --json` can try it on the demo."""
    result = run(tmp_path, "demo", "--json")
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["demo"] is True
    assert {
        "format",
        "member",
        "today",
        "data_as_of",
        "policy_version",
        "invitations",
        "looks",
    } <= told.keys()
    assert len(told["invitations"]) == 40
    assert told["today"] == DAY
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["demo"]
    own = json.loads(run(tmp_path, "triage", "--json").stdout)
    assert own["invitations"] == []


def test_brief_is_one_or_two_lines_each(tmp_path):
    """Forty people on one screen or two."""
    brief = run(tmp_path, "demo", "--brief")
    assert brief.returncode == 0
    assert len(brief.stdout.splitlines()) < 150
    assert "pesa" not in brief.stdout


def test_a_home_that_cannot_be_written_is_said(tmp_path):
    """One sentence and exit code 1, not a page of Python."""
    blocked = tmp_path / "file"
    blocked.write_text("a file where a folder should be")
    result = run(blocked, "--lang", "es", "demo")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith("La demostración no se ha podido preparar")
    assert "Traceback" not in result.stderr
