"""Turns the wishes of a target into goals made of fields, and says how far a reading of a person meets them.

A wish such as "periodistas jurídicos" asks for two things at once: a carrier (journalism) and what
it carries (law). "Gente de marketing" asks for one. What is asked for must all be there; what lies
next door counts less than the thing itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calabazas.people.target import Target, Wish
    from calabazas.reading.fields import Fields, Reading

_MEANT: Final = 0.55
"""From this value on a field of a wish's words is meant by it."""
_MAY_MEAN: Final = 0.35
_UNSAID: Final = 0.4
"""What a second asked-for part counts when the person's words say nothing about it."""
_UNSAID_OBJECT: Final = 0.25
_TOPIC: Final = 0.35
"""Share of the wishes that must turn around a field for it to be the topic of the target."""
_APART: Final = 0.3
_FLOOR: Final = 0.3
"""What is left of a fit when one of two asked-for parts is plainly another one."""
# A carrier that was not asked for works beside the field rather than in it.
_FOREIGN: Final[Mapping[str, float]] = {
    "recruiting": 0.5, "sales": 0.5, "business_development": 0.55, "journalism": 0.5,
    "teaching": 0.75, "university": 0.9, "research": 0.95, "student": 0.85, "consulting": 1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Goal:
    """One wish as fields: every group that is not empty must be met."""

    wish: Wish
    carriers: tuple[str, ...]
    roles: tuple[str, ...]
    domains: tuple[str, ...]
    leads: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields it asks for."""
        return (*self.carriers, *self.roles, *self.domains, *self.leads)


@dataclass(frozen=True, slots=True)
class Met:
    """How far a goal is met, 0..1, and the person's field that met it best."""

    value: float
    goal: Goal | None
    field: str


UNMET: Final = Met(0.0, None, "")


def _narrow(ids: Sequence[str], fields: Fields) -> list[str]:
    """Without the wider field of one that is there too."""
    return [id for id in ids if not any(id in fields.all[other].wider for other in ids)]


def goals(target: Target, fields: Fields) -> tuple[tuple[Goal, ...], tuple[Goal, ...], tuple[str, ...]]:
    """Wanted and unwanted goals of a target, and its main fields (what "our field" means in it)."""
    said = " | ".join([*(wish.phrase for wish in target.wanted), *target.known_as, *target.about_me])
    strong = fields.read(said)
    main = tuple(
        id for id in _narrow([id for id, value in strong.values.items() if value == 1], fields)
        if fields.all[id].kind in {"role", "domain"}
    )  # fmt: skip
    wanted = tuple(_goal(wish, fields, main) for wish in target.wanted)
    topical = tuple(
        dict.fromkeys(id for goal in wanted if not goal.wish.context for id in (*goal.roles, *goal.domains))
    )
    context = topical or main
    topic = _topic(wanted, [id for id in main if id not in topical], fields)
    wanted = tuple(_leaning(goal, context, topic, fields) for goal in wanted)
    return wanted, tuple(_goal(wish, fields, ()) for wish in target.unwanted), context


def _topic(wanted: Sequence[Goal], said: Sequence[str], fields: Fields) -> tuple[str, ...]:
    """The fields that a good part of the wishes turn around; empty for a target of many worlds."""
    groups = [(*goal.roles, *goal.domains) for goal in wanted if goal.roles or goal.domains]
    groups += [(id,) for id in said]
    support = {
        id: sum(max(fields.close(id, other) for other in group) for group in groups)
        for id in dict.fromkeys(id for group in groups for id in group)
    }
    enough = max(_TOPIC * len(groups), 1.5)
    return tuple(id for id, value in support.items() if value >= enough)


def _leaning(goal: Goal, context: Sequence[str], topic: Sequence[str], fields: Fields) -> Goal:
    """A wish that leans on the rest, in words ("of our field") or because it names no field of its own."""
    if goal.wish.context:
        return _with_context(goal, context, fields)
    if not topic:
        return goal
    if not (goal.roles or goal.domains):
        return _with_context(goal, topic, fields) if goal.carriers else goal
    near = max(fields.close(id, own) for id in topic for own in (*goal.roles, *goal.domains))
    # A buyer, a banker or a lawyer wanted by people of one world is wanted for that world.
    if goal.roles and not goal.domains and not goal.carriers and near < _APART:
        return Goal(goal.wish, goal.carriers, goal.roles, tuple(topic), goal.leads)
    return goal


def _goal(wish: Wish, fields: Fields, context: Sequence[str]) -> Goal:
    reading = fields.read(wish.phrase, context)
    sure = any(
        value == 1 and fields.all[id].kind in {"role", "domain"} for id, value in reading.values.items()
    )
    meant = _narrow([id for id, value in reading.values.items() if value >= (1 if sure else _MEANT)], fields)
    if not meant:
        # A wish is said on purpose: what its words may mean is meant when nothing surer is.
        meant = _narrow([id for id, value in reading.values.items() if value >= _MAY_MEAN], fields)
    groups = {
        kind: tuple(id for id in meant if fields.all[id].kind == kind)
        for kind in ("carrier", "role", "domain", "lead")
    }
    return Goal(wish, groups["carrier"], groups["role"], groups["domain"], groups["lead"])


def _with_context(goal: Goal, context: Sequence[str], fields: Fields) -> Goal:
    """Give a wish that leans on the rest ("periodistas que cubren el sector") what the rest is about."""
    own = set(goal.fields)
    add = tuple(id for id in context if id not in own)
    if goal.roles:
        # Technical writers *of our field*: the field is where the role is done.
        return Goal(goal.wish, goal.carriers, goal.roles, (*goal.domains, *add), goal.leads)
    roles = tuple(id for id in add if fields.all[id].kind == "role")
    domains = tuple(id for id in add if fields.all[id].kind == "domain")
    return Goal(goal.wish, goal.carriers, roles, domains, goal.leads)


def best(found: Sequence[Goal], reading: Reading, fields: Fields) -> Met:
    """The goal that a reading meets best."""
    winner = UNMET
    for goal in found:
        value, field = _meets(goal, reading, fields)
        value *= goal.wish.weight
        if value > winner.value:
            winner = Met(value, goal, field)
    return winner


def _closest(wanted: Sequence[str], reading: Reading, fields: Fields) -> tuple[float, str]:
    value, field = 0.0, ""
    for id, strength in reading.values.items():
        for want in wanted:
            near = fields.close(want, id) * strength
            if near > value:
                value, field = near, id
    return value, field


def _meets(goal: Goal, reading: Reading, fields: Fields) -> tuple[float, str]:
    if not reading.values or not goal.fields:
        return 0.0, ""
    carried, carrier = _closest(goal.carriers, reading, fields)
    role, role_field = _closest(goal.roles, reading, fields)
    domain, domain_field = _closest(goal.domains, reading, fields)
    lead, lead_field = _closest(goal.leads, reading, fields)
    others = any(
        strength >= _MEANT
        and fields.all[id].kind in {"role", "domain"}
        and id not in {role_field, domain_field}
        for id, strength in reading.values.items()
    )
    if goal.roles and goal.domains and not goal.carriers:
        unsaid = max(
            domain, 0.0 if any(_is(id, "domain", s, fields) for id, s in reading.values.items()) else _UNSAID
        )
        value, field = role * (_FLOOR + (1 - _FLOOR) * unsaid), role_field
    elif goal.roles or goal.domains:
        value, field = (role, role_field) if role >= domain else (domain, domain_field)
    elif goal.carriers:
        value, field = carried, carrier
    else:
        value, field = 0.8 * lead, lead_field
    if goal.carriers and (goal.roles or goal.domains):
        unsaid = max(value, 0.0 if others else _UNSAID_OBJECT)
        value, field = carried * (_FLOOR * 0.5 + (1 - _FLOOR * 0.5) * unsaid), carrier
    if goal.leads and (goal.roles or goal.domains or goal.carriers):
        value *= 0.7 + 0.3 * lead if goal.domains else 0.9 + 0.1 * lead
    if field and not goal.carriers:
        for id, strength in reading.values.items():
            if strength == 1 and id in _FOREIGN and id not in goal.roles:
                value *= _FOREIGN[id] if fields.all[field].kind != "carrier" else 1.0
                break
    return value, field


def _is(id: str, kind: str, strength: float, fields: Fields) -> bool:
    return strength >= _MEANT and fields.all[id].kind == kind


def foreign(reading: Reading, met: Met, wanted: Sequence[Goal], fields: Fields) -> tuple[float, str]:
    """How strongly a reading speaks of something that has nothing to do with any wish, and of what.

    It counts where it competes: marketing in the timber trade is marketing, but a second role beside a
    wanted role (or a second world beside a wanted world) says that the words may mean something else.
    """
    ids = {id for goal in wanted for id in goal.fields}
    kind = fields.all[met.field].kind if met.field else ""
    value, which = 0.0, ""
    for id, strength in reading.values.items():
        own = fields.all[id].kind
        if own not in {"role", "domain"} or id == met.field:
            continue
        near = max((fields.close(want, id) for want in ids), default=0.0)
        competes = 1.0 if not kind or own == kind or kind in {"carrier", "lead"} else 0.3
        if near < 0.25 and strength * (1 - near) * competes > value:
            value, which = strength * (1 - near) * competes, id
    return value, which
