"""Modern titles that taxonomies lack, each with its function, its sectors and its counterpart in the other language."""

from __future__ import annotations

from dataclasses import dataclass

import rtoml


@dataclass(frozen=True, slots=True)
class ModernTitle:
    """One title: its English and its Spanish labels, LinkedIn's function, our sectors."""

    en: tuple[str, ...]
    es: tuple[str, ...]
    function: str
    sectors: tuple[str, ...]


def read_modern_titles(data: bytes) -> list[ModernTitle]:
    """Titles of the data file; a row is `english; english = spanish; spanish > function [> other sectors]`.

    Raises:
        ValueError: a row that is not of that form.
    """
    titles = []
    for block in rtoml.loads(data.decode())["sector"]:
        for line in block["rows"].splitlines():
            row = line.strip()
            if not row or row.startswith("#"):
                continue
            labels, function, *others = (part.strip() for part in row.split(">"))
            english, equals, spanish = labels.partition("=")
            if not equals or not function:
                raise ValueError(f"a modern title without counterpart or function: {row}")
            sectors = (block["code"], *(code for part in others for code in part.split()))
            titles.append(ModernTitle(_labels(english), _labels(spanish), function, sectors))
    return titles


def _labels(text: str) -> tuple[str, ...]:
    return tuple(label.strip() for label in text.split(";") if label.strip())
