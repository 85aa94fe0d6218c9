"""Reads the official ESCO download (CSV, Spanish and English) into what training needs."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from calabazas.reading.fold import canonical

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en", "es")
# One occupation in this many is never shown to training, so that the shipped encoder can be tested on it.
KEPT_OUT_OF = 25


@dataclass
class Node:
    """An occupation or an ISCO-08 group with its labels and descriptions per language."""

    id: str
    code: str
    unit: str
    preferred: dict[str, str] = field(default_factory=dict)
    labels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    descriptions: list[str] = field(default_factory=list)


@dataclass
class Esco:
    """Occupations, groups, and which occupation is broader than which (places in `occupations`)."""

    occupations: list[Node]
    groups: list[Node]
    broader: list[tuple[int, int]]


def kept_out(node_id: str) -> bool:
    """Whether an occupation is kept out of training (by its id alone, so every run keeps out the same)."""
    return int(hashlib.sha256(node_id.encode()).hexdigest(), 16) % KEPT_OUT_OF == 0


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _labels(row: dict[str, str]) -> list[str]:
    """Distinct labels of a row; a pair of genders is one label, as the canonical form has no gender."""
    written = [row["preferredLabel"]]
    for column in ("altLabels", "hiddenLabels"):
        written += (row.get(column) or "").split("\n")
    kept: dict[str, str] = {}
    for label in written:
        if form := canonical(label):
            kept.setdefault(form, label.strip())
    return list(kept.values())


def load(folder: Path) -> Esco:
    """Read `occupations_*.csv`, `ISCOGroups_*.csv` and `broaderRelationsOccPillar_en.csv` of a folder."""
    occupations: dict[str, Node] = {}
    groups: dict[str, Node] = {}
    for language in LANGUAGES:
        for row in _rows(folder / f"occupations_{language}.csv"):
            address = row["conceptUri"]
            node = occupations.setdefault(
                address, Node(address.rpartition("/")[2], row["code"], row["iscoGroup"])
            )
            node.preferred[language] = row["preferredLabel"]
            node.labels[language] = _labels(row)
            node.descriptions.append(f"{row['description']} {row['definition']}")
        for row in _rows(folder / f"ISCOGroups_{language}.csv"):
            node = groups.setdefault(row["code"], Node(row["code"], row["code"], row["code"]))
            node.preferred[language] = row["preferredLabel"]
            node.labels[language] = [row["preferredLabel"]]
            node.descriptions.append(row["description"] or row["preferredLabel"])
    places = {address: place for place, address in enumerate(occupations)}
    broader = [
        (places[row["conceptUri"]], places[row["broaderUri"]])
        for row in _rows(folder / "broaderRelationsOccPillar_en.csv")
        if row["conceptUri"] in places and row["broaderUri"] in places
    ]
    return Esco(list(occupations.values()), list(groups.values()), broader)
