"""The weights of the policy as rows to read and change, with names for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calabazas.verdict import explain
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calabazas.verdict.policy import Policy

SOURCES = {
    "published": mark("published"),
    "fitted": mark("fitted on labelled cases"),
    "own decisions": mark("your own word"),
    "judgement": mark("judgement"),
}
NAMES = {
    "account": mark("The account's age"),
    "activity": mark("What they publish"),
    "activity_in_sector": mark("What they publish about your sector"),
    "address_book": mark("Your address book"),
    "career": mark("Dates of the career"),
    "collects": mark("Collecting contacts"),
    "comments": mark("Comments on your posts"),
    "conversation": mark("Messages between you"),
    "declared": mark("What you said yourself"),
    "dormant": mark("Ties gone quiet"),
    "employer": mark("The employer told"),
    "endorsement": mark("Skills endorsed"),
    "few_contacts": mark("Few contacts"),
    "fit": mark("Fit with your target"),
    "forgotten_who": mark("A name that says nothing any more"),
    "formulas": mark("Formulas instead of activity"),
    "gone": mark("A closed or second account"),
    "lures": mark("Quick money"),
    "mutuals": mark("Contacts in common"),
    "nobody_knows": mark("Nobody in common where somebody should be"),
    "not_wanted": mark("What your target refuses"),
    "note_aim": mark("What the note is after"),
    "note_anchor": mark("What the note recalls"),
    "note_claim": mark("What the note claims"),
    "note_interest": mark("The note's interest in you"),
    "picture": mark("The picture, as you saw it"),
    "pitches": mark("Offers without an answer"),
    "place": mark("The place"),
    "private_note": mark("Your private notes"),
    "protected": mark("Whom you marked to keep"),
    "quiet": mark("Silence"),
    "rarity": mark("Doors that few open"),
    "recommendation": mark("Recommendations"),
    "recruits": mark("Selecting staff"),
    "recruits_here": mark("Selecting staff in your sector"),
    "same_note": mark("The same note under other names"),
    "same_picture": mark("The same picture under other names"),
    "same_text": mark("The same text under other names"),
    "sells": mark("Selling"),
    "shared_event": mark("An event you both attended"),
    "shared_firm": mark("A firm in common"),
    "shared_past": mark("A shared past"),
    "shared_words": mark("Words of your trade"),
    "sought": mark("Whom you invited yourself"),
    "steady_career": mark("A career that hangs together"),
    "student": mark("Students"),
    "template_text": mark("A text made for many"),
    "verified": mark("Verified"),
    "work_shown": mark("Work that can be seen"),
}
"""What each piece of evidence is called on the page; a new one shows its code until it has a name here."""


class Weight(NamedTuple):
    """One level of one piece of evidence."""

    code: str
    level: str
    name: str
    why: str
    source: str
    decibans: float
    shown: str
    """The number in the field: the one tried, or the one in force."""
    own: bool
    word: str


def rows(policy: Policy, axis: str, tried: Mapping[str, object]) -> list[Weight]:
    """List the weights of an axis, evidence by evidence."""
    own = policy.overrides.get("evidence", {})
    return [
        Weight(
            code,
            name,
            NAMES.get(code, code),
            level.why,
            level.source,
            level.decibans,
            _first(tried.get(f"w.{code}.{name}")) or f"{level.decibans:g}",
            name in own.get(code, {}).get("levels", {}),
            explain.weight_word(level.decibans),
        )
        for code, evidence in sorted(policy.file.evidence.items())
        if evidence.axis == axis
        for name, level in evidence.levels.items()
    ]


def _first(values: object) -> str:
    return str(values[0])[:12] if isinstance(values, list) and values else ""
