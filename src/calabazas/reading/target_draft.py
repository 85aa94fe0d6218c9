"""Drafts a target from what the member's own data says of them, for the member to correct."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calabazas.words import Sentence, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.reading.fields import Fields

_FIELDS: Final = 4
_NOW, _BEFORE, _SKILL, _POST, _HEADLINE = 3.0, 1.5, 0.5, 0.3, 2.0
_ENOUGH: Final = 0.9
_SKILLS_READ, _POSTS_READ = 30, 40


def main_fields(
    fields: Fields,
    positions: Sequence[str],
    *,
    skills: Sequence[str] = (),
    posts: Sequence[str] = (),
    headline: str = "",
) -> list[str]:
    """The fields that the member's titles (the present one first), headline, skills and posts speak of most."""
    said = [(headline, _HEADLINE)]
    said += [(title, _NOW if at == 0 else _BEFORE) for at, title in enumerate(positions[:4])]
    said += [(skill, _SKILL) for skill in skills[:_SKILLS_READ]] + [
        (post, _POST) for post in posts[:_POSTS_READ]
    ]
    total: dict[str, float] = {}
    for text, weight in said:
        for id, value in fields.read(text).values.items():
            if fields.all[id].kind in {"role", "domain"} and value == 1:
                total[id] = total.get(id, 0.0) + weight
    ranked = sorted(total, key=lambda each: -total[each])
    return [id for id in ranked if total[id] >= _ENOUGH][:_FIELDS]


def draft_target(
    fields: Fields,
    language: str,
    positions: Sequence[str],
    *,
    skills: Sequence[str] = (),
    posts: Sequence[str] = (),
    headline: str = "",
) -> str:
    """A first target in Spanish ("es") or English, or "" where the data says too little."""
    found = main_fields(fields, positions, skills=skills, posts=posts, headline=headline)
    if not found:
        return ""
    names = [fields.all[id].es if language == "es" else fields.all[id].en for id in found]
    if language == "es":
        return (
            f"Quiero en mi red a gente {_joined(names, 'de', 'y')}. Los periodistas que cubren el sector me interesan. "
            "Me da igual el nivel. No quiero a quien solo colecciona contactos, ni discursos de venta, ni multinivel, "
            "ni cripto. Reclutadores y estudiantes, solo si lo suyo es este sector."
        )
    return (
        f"I want people who work {_joined(names, 'in', 'and')}. Journalists who cover our field too. Any level. "
        "I do not want people who collect contacts, sales pitches, multi-level marketing or crypto. "
        "Recruiters and students only if they work in this field."
    )


def _joined(names: Sequence[str], preposition: str, word: str) -> str:
    """The names as a list; with an "and" inside one of them each gets its own preposition."""
    if len(names) == 1:
        return f"{preposition} {names[0]}"
    if any(f" {word} " in name for name in names):
        each = [f"{preposition} {name}" for name in names]
        return f"{', '.join(each[:-1])}, {word} {each[-1]}"
    last = (
        f"e {names[-1]}"
        if word == "y" and names[-1].lower().startswith(("i", "hi"))
        else f"{word} {names[-1]}"
    )
    return f"{preposition} {', '.join(names[:-1])} {last}"


def offered() -> Sentence:
    """What stands above a draft."""
    return say("A draft from your positions, skills and posts. Correct it: only you know whom you look for.")


__all__ = ["draft_target", "main_fields", "offered"]
