"""The house keeps its shape: layers, sizes, one file a piece of evidence with its weights and its test."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from calabazas import shipped
from calabazas.evidence.catalogue import pieces
from calabazas.verdict.policy import load

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "calabazas").rglob("*.py"))


def test_imports_go_down_only():
    """The order of rooms is the design; an import upwards is the first crack."""
    linter = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_outgrows_its_room(path):
    """A file past 500 lines wants two rooms."""
    assert len(path.read_text("utf-8").splitlines()) <= 500


def test_sql_lives_in_the_store_alone():
    """Whoever looks for a query looks in one place."""
    statement = re.compile(r"""["'](?:SELECT|INSERT|UPDATE|DELETE|CREATE)\s""")
    astray = [p for p in SOURCES if "store" not in p.parts and statement.search(p.read_text("utf-8"))]
    assert astray == []


@pytest.mark.parametrize("room", ["evidence", "reading", "verdict", "people", "measure"])
def test_pure_rooms_read_no_clock_and_no_files(room):
    """Evidence that looked at the clock could not be replayed."""
    forbidden = re.compile(
        r"\b(open\(|Path\(|time\.time|datetime\.now|date\.today|import sqlite3|import os\b|urllib\.request)"
    )
    for path in SOURCES:
        if path.parts[-2] == room or room in path.parts[len(ROOT.parts) + 2 : -1]:
            assert not forbidden.search(path.read_text("utf-8")), path


def test_every_code_that_evidence_yields_has_weights():
    """A finding that the policy does not know would silently weigh nothing."""
    policy = load(shipped.read("policy.toml"))
    for name, _ in pieces():
        text = (ROOT / "src/calabazas/evidence" / f"{name}.py").read_text("utf-8")
        for code in re.findall(r'^[A-Z_]+ = "([a-z_]+)"$', text, re.MULTILINE):
            assert code in policy.file.evidence, f"{name}: {code}"


def test_every_level_in_the_policy_can_be_found():
    """A weight for a level that no evidence gives is a number nobody can ever see at work."""
    text = "\n".join(p.read_text("utf-8") for p in (ROOT / "src/calabazas/evidence").glob("*.py"))
    policy = load(shipped.read("policy.toml"))
    for code, evidence in policy.file.evidence.items():
        for level in evidence.levels:
            assert f'"{level}"' in text or f"{code}.{level}" in text, f"{code}.{level}"


@pytest.mark.parametrize("name", [name for name, _ in pieces()])
def test_every_piece_of_evidence_has_its_test(name):
    """One file, its test, its lines in the policy."""
    assert (ROOT / "tests/evidence" / f"test_{name}.py").exists()
