"""What others wrote lies here as they published it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from calabazas.web.static_files import address, assets

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("vendor_script", ROOT / "scripts/vendor.py")
vendor = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(vendor)


def test_every_foreign_file_is_the_one_of_its_manifest():
    """A changed byte in a script that runs in the member's pages must not pass unseen."""
    assert vendor.problems() == []


def test_a_changed_file_is_found(tmp_path, monkeypatch):
    """The check itself must bite."""
    (tmp_path / "manifest.json").write_text(
        '[{"file": "a.js", "sha512": "sha512-x"}, {"file": "b.js", "sha512": ""}]'
    )
    (tmp_path / "a.js").write_text("changed")
    (tmp_path / "c.js").write_text("stray")
    monkeypatch.setattr(vendor, "FOLDERS", (tmp_path,))
    assert vendor.problems() == [
        "c.js: in no manifest",
        "a.js: not the file of the manifest",
        "b.js: missing",
    ]


def test_assets_are_addressed_by_what_they_hold():
    """So a browser may keep them for ever and still never shows an old one."""
    assert {"app.css", "keys.js", "hand-over.js", "vendor/htmx.min.js"} <= assets().keys()
    assert address("app.css").split("/")[2] == assets()["app.css"][1]


def test_tokens_stand_in_one_file():
    """A colour set elsewhere is the one that dark mode forgets."""
    css = (ROOT / "src/calabazas/web/static/app.css").read_text("utf-8")
    rules = css.partition("*, ::before")[2]
    assert "#" not in "".join(
        line for line in rules.splitlines() if "color" in line and not line.strip().startswith(("#", "."))
    )
    assert [p.name for p in (ROOT / "src/calabazas/web/static").glob("*.css")] == ["app.css"]
