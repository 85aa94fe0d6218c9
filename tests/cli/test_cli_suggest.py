"""From a pasted list to a note that hooks, by commands alone, in both languages; and the contract of `note check`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

RUN = "import sys; from calabazas.cli import main; sys.argv[0] = 'calabazas'; main()"
LIST = """Nombre;Cargo;Empresa;Correo
Uxía Mouriño Paz;Jefa de riego;Hidroagro;uxia@hidroagro.example
Brais Loureiro Seco;Agrónomo de riego;Cooperativa del Segura;
Iria Vilar Couto;Investigadora del suelo;Instituto del Agua;iria@agua.example
Xan Notario Real;Notario;Notaría Real;
"""
EVENT = "Jornadas de Riego 2026"
TARGET = "Busco responsables de riego, agrónomos e investigadores del suelo."


def run(home, *words: str, lang: str = "es", stdin: str = "") -> subprocess.CompletedProcess[str]:
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
        [sys.executable, "-c", RUN, "--home", str(home), "--lang", lang, "--today", "2026-11-23", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env,
        input=stdin,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A member with a target and the list of those who came."""
    place = tmp_path_factory.mktemp("suggest")
    (place / "asistentes.csv").write_text(LIST, "utf-8")
    assert run(place, "target", TARGET).returncode == 0
    taken = run(place, "import", str(place / "asistentes.csv"), "--event", EVENT)
    assert taken.returncode == 0, taken.stderr
    shown = " ".join(taken.stdout.split())
    # The guess is shown, so that a wrong one is seen before it matters.
    assert "una lista de 4 personas" in shown
    assert "columna «Cargo»" in shown
    assert "calabazas suggest" in shown
    return place


@pytest.mark.parametrize(
    ("lang", "words"),
    [("es", ["Coincidisteis en", "Merece una de las notas"]), ("en", ["You were both at", "Worth one of"])],
)
def test_the_list_becomes_three_suggestions(home, lang, words):
    """Three fit, the notary does not; the reasons and the next step are in the language asked for."""
    shown = run(home, "suggest", lang=lang)
    assert (shown.returncode, shown.stderr) == (0, "")
    text = " ".join(shown.stdout.split())
    assert all(w in text for w in (*words, "Uxía Mouriño Paz", "Brais Loureiro Seco", "Iria Vilar Couto"))
    assert "Notario" not in text
    assert [line for line in shown.stdout.splitlines() if len(line) > 80] == []
    assert not re.search(r"\{[a-z_]*\}|\bNone\b|\x1b", text)


def test_a_note_that_hooks_and_then_sent(home):
    """Copied whole, checked as good, sent: it is counted, and the person is not suggested again."""
    text = run(home, "note", "Brais Loureiro", "--pick", "1").stdout.strip()
    assert EVENT in text
    told = json.loads(run(home, "note", "check", text, "--to", "Brais Loureiro", "--json").stdout)
    assert (told["label"], told["unsupported"]) == ("good", [])
    assert json.loads(run(home, "note", "settings", "--json").stdout)["notes_left"] == 5
    assert run(home, "note", "Brais Loureiro", "--pick", "1", "--sent").stdout.strip() == text
    assert json.loads(run(home, "note", "settings", "--json").stdout)["notes_left"] == 4
    names = [s["name"] for s in json.loads(run(home, "suggest", "--json").stdout)["suggestions"]]
    assert "Brais Loureiro Seco" not in names
    sent = json.loads(run(home, "sent", "--json").stdout)
    assert [(w["name"], w["note"]) for w in sent["waiting"]] == [("Brais Loureiro Seco", text)]
    assert run(home, "sent", "Brais Loureiro", "--withdrawn").returncode == 0
    after = run(home, "suggest").stdout
    assert "tres semanas" in " ".join(after.split())
    assert run(home, "undo").returncode == 0
    assert run(home, "undo").returncode == 0


def test_a_no_by_name(home):
    """One command, and one to take it back."""
    assert "Iria Vilar Couto" in run(home, "suggest", "--no", "Iria Vilar").stdout
    names = [s["name"] for s in json.loads(run(home, "suggest", "--json").stdout)["suggestions"]]
    assert "Iria Vilar Couto" not in names
    run(home, "undo")
    names = [s["name"] for s in json.loads(run(home, "suggest", "--json").stdout)["suggestions"]]
    assert "Iria Vilar Couto" in names


@pytest.mark.parametrize(
    ("note", "label"),
    [
        ("", "none"),
        ("I'd like to join your LinkedIn network.", "default"),
        ("Hola {{nombre}}, vi tu perfil. ¿Conectamos?", "template"),
        ("Te conseguimos 30 leads al mes garantizados por 99 €. ¿Agendamos una llamada?", "pitch"),
        ("Hola, me interesa el sector y me gustaría estar en contacto.", "generic"),
        ("Hola, Iria: coincidimos en las Jornadas de Lorca. ¿Probaste las sondas?", "good"),
    ],
)
def test_note_check_is_a_contract(tmp_path, note, label):
    """From standing input and a file of facts, without any member at all, and without making one."""
    facts = tmp_path / "facts.json"
    facts.write_text(
        json.dumps([{"id": "a", "text": "Evento: Jornadas de Lorca 2025, asistieron las dos"}]), "utf-8"
    )
    home = tmp_path / "home"
    shown = run(home, "note", "check", "--facts", str(facts), "--json", stdin=note)
    assert (shown.returncode, shown.stderr) == (0, "")
    told = json.loads(shown.stdout)
    assert told["label"] == label
    assert {"label", "missing", "unsupported"} <= told.keys()
    assert not home.exists()


def test_note_check_takes_argument_file_and_lines(tmp_path):
    """Three ways in, one answer."""
    note = "Hola, Iria: coincidimos en las Jornadas de Lorca. ¿Probaste las sondas?"
    (tmp_path / "note.txt").write_text(note, "utf-8")
    (tmp_path / "facts.txt").write_text("- Evento: Jornadas de Lorca 2025\n- Empresa: Hidroagro\n", "utf-8")
    facts = ("--facts", str(tmp_path / "facts.txt"), "--json")
    told = {
        run(tmp_path, "note", "check", note, *facts).stdout,
        run(tmp_path, "note", "check", "--file", str(tmp_path / "note.txt"), *facts).stdout,
        run(tmp_path, "note", "check", "-", *facts, stdin=note).stdout,
    }
    assert len(told) == 1


def test_what_cannot_be_is_said(home, tmp_path):
    """Each slip ends with a sentence and a code, never with a traceback."""
    (tmp_path / "bad.json").write_text("[{", "utf-8")
    (tmp_path / "prose.txt").write_text("Nada de nombres aquí.\nNi aquí tampoco.\n", "utf-8")
    for words, code in (
        (("note", "Nobody Atall"), 1),
        (("note", "Iria Vilar", "--pick", "99"), 1),
        (("note", "Iria Vilar", "--kind", "poem"), 2),
        (("note", "Iria Vilar", "--in", "fr"), 2),
        (("note", "check", "x", "--facts", str(tmp_path / "bad.json")), 2),
        (("note", "check", "--file", str(tmp_path / "none.txt")), 1),
        (("note", "settings", "--max", "999"), 2),
        (("note", "model", "m", "--url", "https://api.example.com/v1"), 1),
        (("suggest", "--weekly", "500"), 2),
        (("import", str(tmp_path / "prose.txt"), "--event", "X"), 1),
        (("import", str(home / "asistentes.csv"), "--event", "X", "--column", "name=Nowhere"), 2),
    ):
        shown = run(home, *words)
        assert shown.returncode == code, (words, shown.stderr)
        assert shown.stderr.strip()
        assert "Traceback" not in shown.stderr
