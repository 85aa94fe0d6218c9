"""Train the encoder and its concept index from the official ESCO download, reproducibly.

    uv run --group training python training/train_encoder.py --esco DIR --out src/calabazas/shipped

DIR holds the CSV files of ESCO's download in Spanish and English (occupations, ISCO groups, broader
relations). Several runs with different seeds are joined and reduced to the shipped size. `--seeds`
trains whole encoders from further seeds into folders of their own, for benchmarks.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import contrast
import esco as download
import numpy as np

from calabazas.reading import concepts, encoder
from calabazas.reading.concepts import Concepts
from calabazas.reading.encoder import Encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

FACTS = re.compile(r"<!-- facts -->.*<!-- /facts -->", re.DOTALL)
SAMPLE = 3  # every third label decides the directions that are kept


def _raw(texts: NDArray[np.float32]) -> NDArray[np.float32]:
    return texts / np.maximum(np.linalg.norm(texts, axis=1, keepdims=True), 1e-9)


def _label_words(corpus: contrast.Corpus) -> contrast.sparse.csr_matrix:
    texts = [text for labels in corpus.labels for found in labels.values() for text in found][::SAMPLE]
    starts = np.cumsum([0, *(len(text) for text in texts)])
    rows = np.concatenate(texts)
    shape = (len(texts), corpus.words.shape[0])
    of_words = contrast.sparse.csr_matrix((np.ones(len(rows), np.float32), rows, starts), shape=shape)
    plain = corpus.words.copy()
    plain.data = np.ones_like(plain.data)  # the vectors have rarity multiplied in already
    return of_words @ plain


def join(runs: list[NDArray[np.float32]], corpus: contrast.Corpus, size: int) -> NDArray[np.float32]:
    """Lay runs side by side and keep the `size` directions in which the labels' vectors vary most."""
    texts = _label_words(corpus)
    scaled = [run / np.linalg.norm(texts @ run, axis=1).mean() for run in runs]
    wide = np.hstack(scaled).astype(np.float32)
    unit = _raw(texts @ wide)
    _, directions = np.linalg.eigh((unit.T @ unit).astype(np.float64))
    # Signs of eigenvectors are arbitrary: fix them, so that two machines write the same numbers.
    kept = directions[:, ::-1][:, :size]
    kept = kept * np.sign(kept[np.abs(kept).argmax(axis=0), np.arange(size)])
    return (wide @ kept).astype(np.float32)


def index(esco: download.Esco, trained: Encoder, facts: dict[str, object]) -> bytes:
    """The concept index: a vector per occupation, the mean of its labels, both languages alike."""
    vectors = np.zeros((len(esco.occupations), trained.dimensions), np.float32)
    for language in download.LANGUAGES:
        texts = [node.labels[language] or [node.preferred[language]] for node in esco.occupations]
        encoded = trained.encode([text for labels in texts for text in labels])
        starts = np.cumsum([0, *(len(labels) for labels in texts)])[:-1]
        vectors += _raw(np.add.reduceat(encoded, starts, axis=0))
    names = {
        "id": [node.id for node in esco.occupations],
        "code": [node.code for node in esco.occupations],
        "isco": [node.unit for node in esco.occupations],
        "es": [node.preferred["es"] for node in esco.occupations],
        "en": [node.preferred["en"] for node in esco.occupations],
    }
    groups = {node.code: (node.preferred["es"], node.preferred["en"]) for node in esco.groups}
    return concepts.pack(names, groups, vectors, facts)


def train(
    esco: download.Esco, settings: contrast.Settings, seed: int, out: Path, *, members: int, size: int
) -> None:
    """Train one encoder and its index and write them below `out`."""
    trained = [not download.kept_out(node.id) for node in esco.occupations]
    corpus = contrast.Corpus(esco, trained, settings.least)
    print(f"seed {seed}: {sum(trained)} occupations, {len(corpus.grams)} n-grams", flush=True)
    runs = [contrast.Trainer(corpus, settings, seed * 100 + member).run() for member in range(members)]
    facts: dict[str, object] = {
        "data": "ESCO occupations and ISCO-08 groups, Spanish and English (v1.2-era download)",
        "seed": seed,
        "members": members,
        "settings": asdict(settings),
    }
    packed = encoder.pack(corpus.grams, join(runs, corpus, size), corpus.rarity, facts)
    checksum = hashlib.sha256(packed).hexdigest()
    kept_out = [node.id for node, kept in zip(esco.occupations, trained, strict=True) if not kept]
    out.mkdir(parents=True, exist_ok=True)
    (out / "encoder.bin").write_bytes(packed)
    indexed = index(esco, Encoder(packed), {"encoder": checksum, "kept_out": kept_out})
    (out / "concepts.bin").write_bytes(indexed)
    if (out / "encoder.md").exists():
        write_card(out)


def write_card(folder: Path) -> None:
    """Bring the facts of the card in a folder up to date with the files beside it."""
    packed, indexed = ((folder / name).read_bytes() for name in ("encoder.bin", "concepts.bin"))
    trained = Encoder(packed)
    known = Concepts(indexed, trained)
    facts: Any = trained.facts
    settings = ", ".join(f"{name} {value}" for name, value in facts["settings"].items())
    size = f"{len(trained.vocabulary):,} n-grams x {trained.dimensions} numbers of one byte"
    lines = [
        "<!-- facts -->",
        f"- data: {facts['data']}",
        f"- seed {facts['seed']}, {facts['members']} runs joined, {size}",
        f"- settings of a run: {settings}",
        f"- {len(known) - len(known.kept_out):,} occupations trained on, {len(known.kept_out)} kept out",
        f"- encoder.bin: {len(packed):,} bytes, SHA-256 `{hashlib.sha256(packed).hexdigest()}`",
        f"- concepts.bin: {len(indexed):,} bytes, SHA-256 `{hashlib.sha256(indexed).hexdigest()}`",
        "<!-- /facts -->",
    ]
    written = "\n".join(lines)
    card = folder / "encoder.md"
    card.write_text(FACTS.sub(lambda _: written, card.read_text("utf-8")), "utf-8")


def main() -> None:
    """Read the options and train."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--esco", type=Path, required=True, help="folder of ESCO's CSV files")
    options.add_argument("--out", type=Path, required=True, help="folder for encoder.bin and concepts.bin")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--seeds", type=int, default=0, help="train this many seeds into OUT/seed-N instead")
    options.add_argument("--members", type=int, default=2, help="runs joined into one encoder")
    options.add_argument("--size", type=int, default=192, help="numbers of a vector that ship")
    options.add_argument("--steps", type=int, default=contrast.Settings.steps)
    given = options.parse_args()
    began = time.monotonic()
    esco = download.load(given.esco)
    settings = contrast.Settings(steps=given.steps)
    if given.seeds:
        for seed in range(1, given.seeds + 1):
            train(esco, settings, seed, given.out / f"seed-{seed}", members=given.members, size=given.size)
    else:
        train(esco, settings, given.seed, given.out, members=given.members, size=given.size)
    print(f"done in {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
