"""The question `suggest`: candidates out of the store, judged by the one engine, with what a note to them can hold on to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calabazas.engine.anchors import Anchor, anchors, look_for_anchor
from calabazas.evidence.rarity import firm_of
from calabazas.evidence.shared_firm import CARDS
from calabazas.people.identity import fold_name
from calabazas.store import dossiers
from calabazas.store.candidates import Candidates, candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calabazas.engine.answers import Answer
    from calabazas.engine.engine import Engine
    from calabazas.evidence.dossier import Dossier
    from calabazas.store.candidates import Perhaps

PER_COMPANY = 2
"""People of one company among those suggested at once."""
LEANS = {
    "met": 12.0, "event": 12.0, "message": 12.0, "recommended": 9.0, "recommends": 9.0, "employer": 9.0, "endorsed": 6.0, "school": 6.0, "mutual": 6.0, "other": 6.0, "post": 6.0, "address": 3.0,
}  # fmt: skip
"""Decibans that a note gains by what it can lean on, for the order alone: 44 of 50 tailored notes were accepted where
30 % is the rule (odds ratio 12 dB; reference of section 4.2); the shares of the weaker kinds are a judgement."""
_MISTAKEN = 10.0
"""Decibans taken off for being surely a contact already, in the measure of how likely that is."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who could be invited: the answer on them, the anchors (surest first), and the look that would give one."""

    answer: Answer
    anchors: tuple[Anchor, ...]
    look: str
    via: frozenset[str]
    perhaps: Perhaps | None = None
    """A contact of a like name who this may be after all."""

    @property
    def anchor(self) -> Anchor | None:
        """The surest anchor; a post still to be read only where there is nothing else."""
        return self.anchors[0] if self.anchors else None

    @property
    def anchored(self) -> bool:
        """Tell whether a note can be written now."""
        return bool(self.anchors) and self.anchors[0].holds

    @property
    def value(self) -> float:
        """Chance of a yes times what it is worth: both are logarithms here (decibans), so they add up."""
        axes = self.answer.verdict.axes
        against = max(0.0, axes["doubt"]) + max(0.0, axes["aim"])
        against += _MISTAKEN * (self.perhaps.confidence if self.perhaps else 0.0)
        leans = LEANS[self.anchors[0].fact.kind] if self.anchored else 0.0
        return round(axes["worth"] + min(axes["tie"], 30.0) + leans - against, 2)


def suggestions(engine: Engine, today: date) -> tuple[list[Suggestion], Candidates]:
    """Judge everybody who could be invited, the most worth first."""
    found = candidates(engine.store, today)
    return ordered(judged(engine, found.via, found, today)), found


def judged(engine: Engine, people: Iterable[int], found: Candidates, today: date) -> list[Suggestion]:
    """Judge some of the candidates."""
    return [suggestion(a, found) for a in as_candidates(engine, people, today)]


def ordered(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Put the most worth first."""
    return sorted(found, key=_order)


def as_candidates(engine: Engine, people: Iterable[int], today: date) -> list[Answer]:
    """Judge people for the question `suggest`, their cards read where no profile was seen."""
    context = engine.member(today)
    found = dossiers.dossiers(engine.store, today, people, "suggest", context=context)
    return engine.ask([carded(d) for d in found])


def suggestion(answer: Answer, found: Candidates) -> Suggestion:
    """Hang anchors and origin on an answer."""
    id = answer.dossier.person.id
    held = anchors(answer.dossier)
    look = "" if held and held[0].holds else look_for_anchor(answer.dossier)
    return Suggestion(answer, held, look, found.via.get(id, frozenset()), found.perhaps.get(id))


def carded(d: Dossier) -> Dossier:
    """Let the newest card (address book, list of an event) tell title and company where no sight did."""
    p = d.profile
    if p.headline or p.position:
        return d
    for link in reversed(d.links):
        title, company = link.detail.get("title", ""), link.detail.get("told_company", "")
        if link.kind in CARDS and (title or company):
            # An empty title is not a title seen to be empty.
            return replace(
                d, profile=replace(p, position=title or p.position, company=p.company or company or None)
            )
    return d


def on_list(s: Suggestion, event: str) -> bool:
    """Tell whether somebody stands on a list of an event so called, or partly so."""
    wanted = fold_name(event)
    return any(x.kind == "listed" and wanted in fold_name(x.text) for x in s.answer.dossier.links)


def chosen(found: Sequence[Suggestion], most: int) -> list[Suggestion]:
    """Take the first `most` whom the policy would invite, at most two of one company, those with an anchor first."""
    wanted = [s for s in found if s.answer.verdict.advice == "invite"]
    wanted.sort(key=lambda s: (not s.anchored, *_order(s)))
    taken: list[Suggestion] = []
    at: dict[str, int] = {}
    for one in wanted:
        company = firm_of(one.answer.dossier)
        if company and at.get(company, 0) >= PER_COMPANY:
            continue
        if len(taken) >= most:
            break
        at[company] = at.get(company, 0) + 1
        taken.append(one)
    return taken


def _order(s: Suggestion) -> tuple[bool, float, int, int]:
    d = s.answer.dossier
    days = [x.on for x in d.links if x.on] + [o.observed_on for o in d.observations]
    days += [d.conversation.last] if d.conversation else []
    # Of two alike, the one of whom something is newer: what is old may no longer hold.
    newest = max(days, default=None)
    return (
        s.answer.verdict.advice != "invite",
        -s.value,
        -newest.toordinal() if newest else 0,
        d.person.id,
    )
