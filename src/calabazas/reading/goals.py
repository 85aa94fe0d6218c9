"""Turns the wishes of a target into goals made of fields, and says how far a reading of a person meets them.

A wish such as "periodistas jurídicos" asks for two things at once: a carrier (journalism) and what
it carries (law). "Gente de marketing" asks for one. What is asked for must all be there; what lies
next door counts less than the thing itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from calabazas.reading.own_words import OWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calabazas.people.target import Target, Wish
    from calabazas.reading.fields import Fields, Reading

_MEANT: Final = 0.55
"""From this value on a field of a wish's words is meant by it."""
_SAID: Final = 0.6
_MAY_MEAN: Final = 0.35
# "Standards people" are no staff of human resources.
_PEOPLE: Final = re.compile(
    r"(?<=\w)\s+(?:people|folks?|persons|guys)\b(?!\s+(?:ops|operations|analytics|and culture|partner|manager|team))",
    re.IGNORECASE,
)
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


_BODIES: Final = frozenset(("role", "domain"))
_WORLDS: Final = frozenset(("domain",))
_EMPTY_KINDS: Final = frozenset(("carrier", "lead"))


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
        if fields.all[id].kind in {"role", "domain"} and not id.startswith(OWN)
    )  # fmt: skip
    wanted = tuple(goal_of(wish, fields, main) for wish in target.wanted)
    topical = tuple(
        dict.fromkeys(
            id
            for goal in wanted
            if not goal.wish.context
            for id in (*goal.roles, *goal.domains)
            if not id.startswith(OWN)
        )
    )
    context = topical or main
    topic = _topic(wanted, [id for id in main if id not in topical], fields)
    wanted = tuple(_leaning(goal, context, topic, fields) for goal in wanted)
    return wanted, tuple(goal_of(wish, fields) for wish in target.unwanted), context


def _topic(wanted: Sequence[Goal], said: Sequence[str], fields: Fields) -> tuple[str, ...]:
    """The fields that a good part of the wishes turn around; empty for a target of many worlds."""
    # Wishes in words of no list say nothing of a topic, for or against.
    bodies = [[id for id in (*goal.roles, *goal.domains) if not id.startswith(OWN)] for goal in wanted]
    groups = [tuple(body) for body in bodies if body]
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
    if goal.carriers and not (goal.roles or goal.domains):
        # Teachers, researchers, journalists: of what the rest of the target is about, whatever else it holds.
        return _with_context(goal, topic or context, fields)
    if not topic or not (goal.roles or goal.domains):
        return goal
    near = max(fields.close(id, own) for id in topic for own in (*goal.roles, *goal.domains))
    # A buyer, a banker or a lawyer wanted by people of one world is wanted for that world.
    if goal.roles and not goal.domains and not goal.carriers and near < _APART:
        return Goal(goal.wish, goal.carriers, goal.roles, tuple(topic), goal.leads)
    return goal


def goal_of(wish: Wish, fields: Fields, context: Sequence[str] = ()) -> Goal:
    """One phrase as what it asks for; `context` are fields already known to be meant."""
    reading = fields.read(_PEOPLE.sub("", wish.phrase), context)
    sure = {fields.all[id].kind for id, value in reading.values.items() if value == 1}
    bodies = bool(sure & _BODIES)
    meant = _narrow(
        [
            id
            for id, value in reading.values.items()
            # "RA in medical devices": where the world is said outright, the role may be said in short.
            if value
            >= (
                1
                if bodies and fields.all[id].kind in (*sure, "domain", "lead")
                else _SAID
                if bodies
                else _MEANT
            )
        ],
        fields,
    )
    if not meant:
        # A wish is said on purpose: what its words may mean is meant when nothing surer is.
        meant = _narrow([id for id, value in reading.values.items() if value >= _MAY_MEAN], fields)
    first = wish.phrase.split(" ", 1)[0]
    meant += [
        # "Prensa agroalimentaria": a word that opens a wish names whom it is about, be it a weak one.
        hit.field
        for hit in fields.read(first).hits
        if fields.all[hit.field].kind == "carrier" and hit.field not in meant
    ]
    meant = _once(meant, reading, fields)
    groups = {
        kind: tuple(id for id in meant if fields.all[id].kind == kind)
        for kind in ("carrier", "role", "domain", "lead")
    }
    return Goal(wish, groups["carrier"], groups["role"], groups["domain"], groups["lead"])


def _once(meant: Sequence[str], reading: Reading, fields: Fields) -> list[str]:
    """Without the world that a carrier's own word names too: "docentes" teach, and of what the rest of the target says."""
    carrying = {
        word
        for hit in reading.hits
        if hit.field in meant and fields.all[hit.field].kind == "carrier"
        for word in hit.words.split()
    }
    if not carrying:
        return list(meant)
    said: dict[str, set[str]] = {}
    for hit in reading.hits:
        said.setdefault(hit.field, set()).update(hit.words.split())
    return [id for id in meant if fields.all[id].kind == "carrier" or not said.get(id, set()) <= carrying]


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


class Aims:
    """Goals to be met, with the nearness of fields to their parts worked out once: `best` is asked of every person."""

    def __init__(self, found: Sequence[Goal], fields: Fields) -> None:
        self._fields = fields
        groups: dict[tuple[str, ...], int] = {}
        rows: dict[tuple[int, int, int, int, float], Goal] = {}
        for goal in found:
            parts = (goal.carriers, goal.roles, goal.domains, goal.leads)
            if goal.fields:
                one, two, three, four = (groups.setdefault(part, len(groups)) for part in parts)
                # Of goals that ask for the same thing the first one is named.
                rows.setdefault((one, two, three, four, goal.wish.weight), goal)
        self._groups = [_Near(group, fields) for group in groups]
        self._rows = [(*key[:4], goal) for key, goal in rows.items()]
        self._any = _Near(tuple(dict.fromkeys(id for goal in found for id in goal.fields)), fields)

    def best(self, reading: Reading) -> Met:
        """The goal that a reading meets best."""
        values = reading.values
        if not values:
            return UNMET
        close = [_closest(group, values) for group in self._groups]
        winner, value = 0.0, UNMET
        for carriers, roles, domains, leads, goal in self._rows:
            met, field = _meets(
                goal, values, (close[carriers], close[roles], close[domains], close[leads]), self._fields
            )
            met *= goal.wish.weight
            if met > winner:
                winner, value = met, Met(met, goal, field)
        return value

    def near(self, id: str) -> float:
        """How near a field is to the nearest one that any goal asks for, 0..1."""
        return self._any[id]

    def foreign(self, reading: Reading, met: Met, beside: frozenset[str] = frozenset()) -> float:
        """How strongly a reading speaks of something that has nothing to do with any wish.

        Fields `beside` (of the employer's name) do not count.

        It counts where it competes: marketing in the timber trade is marketing, but a second role beside a
        wanted role (or a second world beside a wanted world) says that the words may mean something else.
        """
        fields = self._fields.all
        kind = fields[met.field].kind if met.field else ""
        value = 0.0
        for id, strength in reading.values.items():
            own = fields[id].kind
            if own not in _BODIES or id == met.field or id in beside:
                continue
            near = self._any[id]
            competes = 1.0 if not kind or own == kind or kind in _EMPTY_KINDS else 0.3
            if near < 0.25 and strength * (1 - near) * competes > value:
                value = strength * (1 - near) * competes
        return value


class _Near(dict[str, float]):
    """A person's field -> how near it is to the nearest of some wanted ones, filled as fields are met."""

    def __init__(self, wanted: Sequence[str], fields: Fields) -> None:
        super().__init__()
        self._wanted, self._close = wanted, fields.close

    def __missing__(self, id: str) -> float:
        found = self[id] = max((self._close(want, id) for want in self._wanted), default=0.0)
        return found


def _closest(near: _Near, values: Mapping[str, float]) -> tuple[float, str]:
    value, field = 0.0, ""
    for id, strength in values.items():
        nearness = near[id] * strength
        if nearness > value:
            value, field = nearness, id
    return value, field


def _meets(
    goal: Goal, values: Mapping[str, float], close: tuple[tuple[float, str], ...], fields: Fields
) -> tuple[float, str]:
    (carried, carrier), (role, role_field), (domain, domain_field), (lead, lead_field) = close
    if goal.roles and goal.domains and not goal.carriers:
        unsaid = max(domain, 0.0 if _says(values, fields, _WORLDS, "") else _UNSAID)
        value, field = role * (_FLOOR + (1 - _FLOOR) * unsaid), role_field
    elif goal.roles or goal.domains:
        value, field = (role, role_field) if role >= domain else (domain, domain_field)
    elif goal.carriers:
        value, field = carried, carrier
    else:
        value, field = 0.8 * lead, lead_field
    if goal.carriers and (goal.roles or goal.domains):
        others = _says(values, fields, _BODIES, role_field, domain_field)
        unsaid = max(value, 0.0 if others else _UNSAID_OBJECT)
        value, field = carried * (_FLOOR * 0.5 + (1 - _FLOOR * 0.5) * unsaid), carrier
    if goal.leads and (goal.roles or goal.domains or goal.carriers):
        value *= 0.7 + 0.3 * lead if goal.domains else 0.9 + 0.1 * lead
    if field and not goal.carriers and fields.all[field].kind != "carrier":
        for id, strength in values.items():
            if strength == 1 and id in _FOREIGN and id not in goal.roles:
                value *= _FOREIGN[id]
                break
    return value, field


def _says(values: Mapping[str, float], fields: Fields, kinds: frozenset[str], *but: str) -> bool:
    """Whether a field of these kinds is surely said, other than some."""
    return any(
        strength >= _MEANT and fields.all[id].kind in kinds and id not in but
        for id, strength in values.items()
    )
