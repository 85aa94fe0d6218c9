"""The commands about one's own network, run as a person runs them, on a small archive of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, invitation, message, take

from calabazas.store import open_member, settings

RUN = "import sys; from calabazas.cli import main; sys.argv[0] = 'calabazas'; main()"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EVIL = "Evil \x1b[2J<b>Name</b>"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("network") / "home"
    with open_member(folder / "member.sqlite") as store:
        settings.put(store, "target", "Busco agrónomos y responsables de riego.", NOW)
        off = {"company": "Notaría", "position": "Notario"}
        take(
            store,
            {
                "connections": [connection(EVIL, "2015-01-01", **off), *(connection(f"Notary {c}x", "2015-01-01", **off) for c in "ABC"), connection("Ana Agro", "2015-01-01", company="Hidroagro", position="Agrónoma"), connection("Asks Me", "2015-01-01")],
                "invitations": [invitation("Ana Agro", "2026-06-01T10:00:00", incoming=False), invitation("Notary Ax", "2014-12-01T10:00:00")],
                "messages": [message("Asks Me", "2026-11-20T10:00:00", "¿Me pasas el informe?")],
            },
        )  # fmt: skip
    return folder


def run(home, *words, day="2026-11-23", fails=False):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("CALABAZAS", "LC_", "LANG"))}
    env |= {
        "COLUMNS": "80",
        "LANG": "es_ES.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(home),
        "OMP_NUM_THREADS": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--home", str(home), "--today", day, *words],
        capture_output=True, text=True, encoding="utf-8", env=env, check=False, timeout=300,
    )  # fmt: skip
    assert (done.returncode != 0) is fails, done.stdout + done.stderr
    return done.stderr if fails else done.stdout


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["purge"], "para conservar"),
        (["mirror"], "no pasarían hoy tu criterio"),
        (["funnel"], "Invitadas"),
        (["due"], "Te toca contestar"),
        (["policy", "backtest"], "invitación pasada"),
        (["policy", "learn"], "No se aprende nada antes de tener diez"),
        (["due", "Asks Me"], "¿Me pasas el informe?"),
    ],
)
def test_every_command_speaks_spanish_and_no_stranger_drives_the_screen(home, command, words):
    said = run(home, *command)
    assert words in said
    assert "\x1b[2J" not in said


@pytest.mark.parametrize(
    "command", [["purge"], ["mirror"], ["funnel"], ["due"], ["policy", "backtest"], ["policy", "learn"]]
)
def test_every_command_speaks_to_machines(home, command):
    assert isinstance(json.loads(run(home, *command, "--json")), dict)


def test_the_contract_of_the_purge(home):
    contacts = json.loads(run(home, "purge", "--json"))["contacts"]
    assert {c["verdict"] for c in contacts} <= {"keep", "reconnect", "unfollow", "let_go"}
    assert all(
        {"profile_url", "name", "verdict", "axes", "protections", "findings"} <= c.keys() for c in contacts
    )
    assert not [c for c in contacts if c["verdict"] == "let_go" and c["protections"]]


def test_decided_rested_exported_done(home, tmp_path):
    """The whole way of one contact, with the words that say where it stands."""
    assert "30 días" in run(home, "purge", "decide", "Notary Bx", "let_go")
    assert "reposa hasta el 23 dic 2026" in run(home, "purge", "done", "Notary Bx", fails=True)
    late = {"day": "2026-12-24"}
    assert "Primero guarda" in run(home, "purge", "done", "Notary Bx", **late, fails=True)
    file = tmp_path / "out.csv"
    assert "1 contacto escrito" in run(home, "purge", "export", str(file), **late)
    assert "Notary Bx" in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0
    assert "ya" in run(home, "purge", "export", str(file), **late, fails=True)
    assert "Hecho" in run(home, "purge", "done", "Notary Bx", **late)
    assert "lo confirmará el próximo archivo" in run(home, "purge", "done", **late)


def test_the_report_is_private_and_nameless(home, tmp_path):
    file = tmp_path / "mirror.html"
    run(home, "mirror", "--report", str(file))
    page = file.read_text("utf-8")
    assert "coleccionista" in page
    assert "Notary" not in page
    assert file.stat().st_mode & 0o077 == 0
    run(home, "mirror", "--report", str(file), "--names")
    assert "&lt;b&gt;Name&lt;/b&gt;" in file.read_text("utf-8")


def test_nothing_handed_over_yet(tmp_path):
    for command in (["purge"], ["mirror"], ["funnel"], ["due"], ["policy", "backtest"]):
        assert run(tmp_path / "empty", *command).strip()
