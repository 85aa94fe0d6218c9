"""Keep the catalogues: `words.py [update|add FILE.json|compile|missing]`.

update   extract every marked text from the code and templates into each `.po`
add      merge a JSON object {english id: translation or [singular, plural]} into es.po
compile  write the `.mo` beside each `.po`
missing  print, as a JSON object ready to fill, what has no Spanish yet (exit 1 if any)
"""

from __future__ import annotations

import fcntl
import io
import json
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent / "src" / "calabazas"
LANGUAGE = ROOT / "language"
KEYWORDS = {"say": None, "say_n": (1, 2), "mark": None, "_": None, "_n": (1, 2), "t": None, "tn": (1, 2)}
METHODS = [("**.py", "python"), ("web/templates/**.html", "jinja2"), ("outputs/templates/**.html", "jinja2")]


def marked() -> Catalog:
    """Collect every marked text of the package."""
    template = Catalog(project="calabazas", charset="utf-8")
    options = {"**.html": {"silent": "false"}}
    for path, _line, message, _comments, _context in extract_from_dir(
        str(ROOT), METHODS, options, keywords=KEYWORDS, comment_tags=()
    ):
        if message and message != ("", ""):
            template.add(message, locations=[(path, None)])
    policy = tomllib.loads((ROOT / "shipped" / "policy.toml").read_text("utf-8"))
    for evidence in policy["evidence"].values():
        for level in evidence["levels"].values():
            if level.get("why"):
                template.add(level["why"], locations=[("shipped/policy.toml", None)])
    return template


def load(path: Path) -> Catalog:
    """Read one catalogue."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    # The same sentences give the same bytes whenever they are compiled.
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    return catalogue


def save(path: Path, catalogue: Catalog) -> None:
    """Write one catalogue, sorted, and its compiled form."""
    text = io.BytesIO()
    write_po(text, catalogue, sort_output=True, omit_header=False, width=100, include_lineno=False)
    lines = text.getvalue().decode().splitlines()
    kept = [
        line
        for line in lines
        if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))
    ]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    compiled(path)


def compiled(path: Path) -> None:
    """Write the `.mo` of one `.po`."""
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, load(path))


def update(path: Path) -> Catalog:
    """Bring one catalogue up to what the code marks now; obsolete texts go."""
    catalogue = load(path)
    catalogue.update(marked(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    save(path, catalogue)
    return catalogue


def add(path: Path, new: dict[str, str | list[str]]) -> None:
    """Put translations into the catalogue, whether or not the code marks them yet."""
    catalogue = load(path)
    by_id = {(m.id[0] if isinstance(m.id, tuple) else m.id): m for m in catalogue if m.id}
    wanted = {(m.id[0] if isinstance(m.id, tuple) else m.id): m.id for m in marked() if m.id}
    for id, translation in new.items():
        key = by_id[id].id if id in by_id else wanted.get(id, id)
        catalogue.add(
            wanted.get(id, key), tuple(translation) if isinstance(translation, list) else translation
        )
        catalogue[wanted.get(id, key)].string = (
            tuple(translation) if isinstance(translation, list) else translation
        )
    save(path, catalogue)


def untranslated(catalogue: Catalog) -> dict[str, object]:
    """List the texts without a translation."""
    missing: dict[str, object] = {}
    for message in catalogue:
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            if not all(message.string):
                missing[message.id[0]] = ["", ""]
        elif not message.string:
            missing[message.id] = ""
    return missing


def main(argv: list[str]) -> int:
    """Do what the command line says."""
    verb = argv[0] if argv else "update"
    with (LANGUAGE / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for path in sorted(LANGUAGE.glob("*.po")):
            if verb == "compile":
                compiled(path)
                continue
            if verb == "add":
                add(path, json.loads(Path(argv[1]).read_text(encoding="utf-8")))
            catalogue = update(path)
            if verb == "missing" and (missing := untranslated(catalogue)):
                print(json.dumps(missing, ensure_ascii=False, indent=1))
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
