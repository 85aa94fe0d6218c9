"""Fetch the few foreign files that are served or tested with, pinned and hashed: `vendor.py [check]`.

Each folder with a `manifest.json` names its files: package, version, licence, the file inside the package, npm's
own digest of the package and the digest of the file. `check` compares what lies there; without it, the packages
are fetched from the npm registry (`npm pack`), verified against both digests, and written anew.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "src/calabazas/web/static/vendor", ROOT / "tests/journeys/vendor")


def sha512(data: bytes) -> str:
    """Give a digest as npm writes it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()


def problems() -> list[str]:
    """Compare every file with its manifest: changed, missing, or lying there unnamed."""
    found = []
    for folder in FOLDERS:
        named = {
            entry["file"]: entry["sha512"]
            for entry in json.loads((folder / "manifest.json").read_text("utf-8"))
        }
        there = {path.name for path in folder.iterdir()} - {"manifest.json"}
        found += [f"{name}: in no manifest" for name in sorted(there - named.keys())]
        for name, digest in named.items():
            if name not in there:
                found.append(f"{name}: missing")
            elif sha512((folder / name).read_bytes()) != digest:
                found.append(f"{name}: not the file of the manifest")
    return found


def fetch() -> None:
    """Write every file anew from its package, after checking both digests."""
    for folder in FOLDERS:
        for entry in json.loads((folder / "manifest.json").read_text("utf-8")):
            with tempfile.TemporaryDirectory() as work:
                spec = f"{entry['package']}@{entry['version']}"
                packed = subprocess.run(
                    ["npm", "pack", "--silent", spec], cwd=work, check=True, capture_output=True, text=True
                )
                archive = Path(work) / packed.stdout.split()[-1]
                if sha512(archive.read_bytes()) != entry["integrity"]:
                    raise SystemExit(f"{spec}: not the package of the manifest")
                with tarfile.open(archive) as tar:
                    inside = tar.extractfile(f"package/{entry['inside']}")
                    data = inside.read() if inside else b""
            if sha512(data) != entry["sha512"]:
                raise SystemExit(f"{entry['file']}: not the file of the manifest")
            (folder / entry["file"]).write_bytes(data)
            print(entry["file"], entry["version"])


def main(argv: list[str]) -> int:
    """Do what the command line says."""
    if argv == ["check"]:
        for problem in problems():
            print(problem)
        return bool(problems())
    fetch()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
