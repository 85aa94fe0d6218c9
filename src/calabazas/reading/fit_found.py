"""What the fit is made of: a person's texts, the weights, and what is found of one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import rtoml

VERSION: Final = "2"
"""Raised when the same texts come to be read otherwise."""
FEATURES: Final = (
    "goal",
    "exact",
    "meaning",
    "words",
    "function",
    "foreign",
    "unwanted",
    "excluded",
    "bare",
    "loose",
)


@dataclass(frozen=True, slots=True)
class PersonTexts:
    """What a person's pages say; anything may be missing ("" or empty)."""

    headline: str = ""
    position: str = ""
    company: str = ""
    location: str = ""
    about: str = ""
    experience: tuple[tuple[str, str, str], ...] = ()
    """Title, company and text of each post, the present one first."""
    skills: tuple[str, ...] = ()
    activity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """Words of the person that carried the fit, what they are close to and the wish they meet."""

    words: str
    field: str
    wish: str


@dataclass(frozen=True, slots=True)
class Part:
    """The fit of one part of a profile: score 0..1, grade, and what carried it."""

    score: float
    grade: str
    carried_by: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a person fits; `grade` is exact, useful, weak, nothing (another field), bland or None without any text."""

    score: float
    grade: str | None
    uncertainty: float
    carried_by: tuple[Carrier, ...] = ()
    role_match: float = 0.0
    seniority: str | None = None
    seniority_wanted: bool = False
    place_match: float = 0.0
    place: str = ""
    unwanted: tuple[Carrier, ...] = ()
    headline: Part | None = None
    deeper: Part | None = None
    disagree: bool = False
    """Headline and deeper text tell different stories."""
    condition: str = ""
    """Under which condition of the target somebody like this is welcome; "" when none applies."""
    condition_met: bool | None = None
    """Whether the condition is read to be met; None: nothing that was read can tell."""
    bland: bool = False
    """All that was read names no field: a rank, "consultant", "student", a house, a motto."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Numbers of the fit, from fit.toml: one weight a feature, grade bounds, and where they come from."""

    intercept: float
    weights: tuple[float, ...]
    bounds: tuple[float, float, float]

    @staticmethod
    def read(data: bytes, without: str = "") -> Weights:
        """The weights of a fit.toml; `without` takes those fitted without that member where they are kept."""
        rows = rtoml.loads(data.decode("utf-8"))
        row = rows.get("without", {}).get(without) or rows
        return Weights(
            float(row["intercept"]), tuple(float(row["weights"][name]) for name in FEATURES),
            (float(rows["bounds"]["exact"]), float(rows["bounds"]["useful"]), float(rows["bounds"]["weak"])),
        )  # fmt: skip
