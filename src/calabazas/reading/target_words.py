"""Shows a target back in plain words, so that the member can correct what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calabazas.words import Sentence, mark, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.people.target import Target

EXCLUDED: Final = {
    "collector": mark("people who collect contacts"),
    "pitch": mark("sales talk"),
    "mlm": mark("network marketing"),
    "crypto": mark("crypto and trading"),
    "leads": mark("sellers of leads"),
    "coaching": mark("coaching"),
    "recruiter": mark("recruiters in general"),
    "outsourcing": mark("sellers of outsourced teams"),
    "reseller": mark("resellers"),
    "fake": mark("profiles that are nobody's"),
    "student": mark("students"),
    "job_seeker": mark("requests for a job"),
}
"""Kinds that a target may leave out, as shown."""


_LINE: Final = 240
"""Characters of one shown list: what a line would cut off could not be corrected."""


def _lines(items: Iterable[str]) -> list[str]:
    """The items joined by commas, in as many lines as they need."""
    lines: list[str] = []
    for item in items:
        if lines and len(lines[-1]) + len(item) < _LINE:
            lines[-1] += f", {item}"
        else:
            lines.append(item)
    return lines


def describe(target: Target) -> list[Sentence]:
    """What was understood of a target, a sentence a part; empty parts are left out."""
    rows: list[Sentence] = []
    whole = [wish.phrase for wish in target.wanted if wish.weight >= 1]
    less = [wish.phrase for wish in target.wanted if wish.weight < 1]
    refused = [wish.phrase for wish in target.unwanted]
    rows += [say("You look for: {list}.", list=line) for line in _lines(whole)]
    rows += [say("Of less interest to you: {list}.", list=line) for line in _lines(less)]
    rows += [say("You would rather not have: {list}.", list=line) for line in _lines(refused)]
    rows += [
        say("Only under a condition: {who} (if: {condition}).", who=item.who, condition=item.only_if)
        for item in target.conditions
    ]
    rows += [
        say("Left out: {kind}.", kind=Sentence(EXCLUDED[kind]))
        for kind in target.excluded
        if kind in EXCLUDED
    ]
    rows += [say("You want to be known for: {list}.", list=line) for line in _lines(target.known_as)]
    rows += [
        say("Places that add, the first one most: {list}. No place counts against anybody.", list=line)
        for line in _lines(target.places)
    ]
    if target.any_seniority:
        rows.append(say("Any level is welcome."))
    rows += [say("Familiar to you: people from {list}.", list=line) for line in _lines(target.known_orgs)]
    if target.follow_others:
        rows.append(say("Decent people from other sectors: rather follow than accept."))
    if not rows:
        rows.append(say("Nothing was understood yet: say whom you look for, for instance in a list."))
    return rows
