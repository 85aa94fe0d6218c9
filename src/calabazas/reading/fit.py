"""How well a person's words fit the member's target: a score, a grade in words, and what carried it.

Headline, position and company are read first; what lies deeper in a profile (experience, about,
skills, activity) then refines it: it raises a bland headline and lowers one that only sounds right.
"""

from __future__ import annotations

import hashlib
from math import exp
from operator import mul
from threading import RLock
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from calabazas.reading.bulk import in_bulk
from calabazas.reading.conditional import Gate, Gates
from calabazas.reading.fields import STRONG, Reading
from calabazas.reading.fit_found import FEATURES, VERSION, Carrier, Fit, Part, PersonTexts, Weights
from calabazas.reading.fit_said import NOBODY, is_open, of_employer, says_little, with_house, without_employer
from calabazas.reading.goals import UNMET, Aims, Goal, Met, goals
from calabazas.reading.nearness import Background, Encoding, Nearness
from calabazas.reading.own_words import with_own_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from calabazas.people.target import Target
    from calabazas.reading.companies import Companies
    from calabazas.reading.fields import Fields
    from calabazas.reading.headlines import Headline, HeadlineReader
    from calabazas.reading.places import Places

_BARE: Final = FEATURES.index("bare")
_EXACT_MATCH: Final = 0.85
_DOUBT: Final = 0.3
_TOLD: Final = 0.9
_PASSING: Final = 0.4
_ONCE: Final = 0.6
_BACKED: Final = 0.2
_SURELY: Final = 0.75
_POSTS: Final = 2
"""Posts read: the present one and the one before; older ones say little of whom to have near now."""
_ACTS: Final = 8
_UNREAD: Final = 0.3
_FAR: Final = 0.8
"""Spreads above the background, in fours, from which nearness in meaning begins to tell; twice that is as near as it gets."""
_BY_MEANING: Final = 0.7
_REFUSED_BY_NAME: Final = 0.3
_JUST: Final = 0.01
_KEPT: Final = 50_000
_AT_ONCE: Final = 4_096
"""People read in one go: what lies between a text and its fit is held for so many."""
_WISHED: Final = 0.5
"""A wish met so far by a rank or a word alone is met: "gerentes" were asked for."""
_BLAND_DOUBT: Final = 0.85
_OPEN_DOUBT: Final = 0.55
_TRADE: Final = ("lead_sellers", "mlm", "trading")
"""Fields that nobody's sector is made of unless the target names them."""
# Which of the target's excluded kinds show in a headline, as fields or as flags.
_EXCLUDED_FIELDS: Final = {
    "crypto": ("crypto", "trading"), "mlm": ("mlm",), "leads": ("lead_sellers",), "coaching": ("coaching",),
    "outsourcing": ("outsourcing",), "recruiter": ("recruiting",),
}  # fmt: skip
_EXCLUDED_FLAGS: Final = {
    "collector": "open_networker",
    "pitch": "pitch",
    "mlm": "mlm_crypto",
    "crypto": "mlm_crypto",
    "leads": "pitch",
}


class _Text(NamedTuple):
    """One text read: its fields, goal met, refused goal met, flags and its row of features."""

    reading: Reading
    met: Met
    refused: tuple[Carrier, ...]
    head: Headline | None
    row: tuple[float, ...]
    bland: bool = False
    open: bool = False
    """It names only trades of many worlds, or only words that may mean several things."""


class FitReader:
    """Reads fits for one target; the same texts always give the same fit (`version` names the rules)."""

    def __init__(
        self,
        target: Target,
        fields: Fields,
        weights: Weights,
        *,
        encoder: Encoding | None = None,
        background: Sequence[str] = (),
        headlines: HeadlineReader | None = None,
        places: Places | None = None,
        companies: Companies | None = None,
    ) -> None:
        self._companies = companies
        phrases = [wish.phrase for wish in target.wanted]
        # Who is welcome under a condition may be named in words of no list too.
        fields = with_own_words([*phrases, *(item.who for item in target.conditions)], fields)
        self._gates = Gates(target, fields)
        self.target, self.fields, self.weights = target, fields, weights
        self._headlines, self._places = headlines, places
        self.wanted, self.refused, self.main = goals(target, fields)
        self._aims, self._bars = Aims(self.wanted, fields), Aims(self.refused, fields)
        self._ids = tuple(dict.fromkeys(id for goal in self.wanted for id in goal.fields))
        self._carriers = {id for goal in self.wanted for id in goal.carriers}
        self._functions = {
            fields.all[id].function
            for goal in self.wanted
            for id in (*goal.roles, *goal.carriers) or goal.domains
        }
        # The names of all fields are titles of all trades: what a wish has in common with them says nothing.
        names = [name for item in fields.all.values() for name in (item.es, item.en)]
        around = Background(background or names, encoder)
        self._near = Nearness(phrases, around)
        self._far = Nearness([wish.phrase for wish in target.unwanted], around)
        self._excluded = {
            id for kind in target.excluded for id in _EXCLUDED_FIELDS.get(kind, ()) if id not in self._ids
        }
        self._excluded.update(id for id in _TRADE if id not in self._ids)
        self._flags = {_EXCLUDED_FLAGS[kind] for kind in target.excluded if kind in _EXCLUDED_FLAGS}
        self._fits: dict[PersonTexts, Fit] = {}
        self._lock = RLock()
        self._met: dict[
            tuple[tuple[str, ...], tuple[float, ...], frozenset[str]], tuple[Met, float, Met]
        ] = {}
        self.version = self._version()

    def _version(self) -> str:
        parts = (VERSION, repr(self.target), repr(self.weights))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    # --- reading one text -------------------------------------------------------------------------

    def _features(self, texts: Sequence[tuple[str, str, str]]) -> list[_Text]:
        """Headline-like texts (headline, position, company) with their features; the same text is read once."""
        places: dict[tuple[str, str, str], int] = {}
        order = [places.setdefault(text, len(places)) for text in texts]
        read = self._batch(list(places))
        return [read[at] for at in order]

    def _batch(self, texts: Sequence[tuple[str, str, str]]) -> list[_Text]:
        heads = (
            self._headlines.read_all([(a, b or None, c or None) for a, b, c in texts])
            if self._headlines
            else [None] * len(texts)
        )
        pieces: list[str] = []
        starts: list[int] = []
        for (headline, position, _), head in zip(texts, heads, strict=True):
            own = [piece for piece in _pieces(headline, position, head) if piece.strip()] or [" "]
            starts.append(len(pieces))
            pieces += own
        spread = self._near.by_meaning(pieces)
        highest = np.maximum.reduceat(spread.max(axis=1), starts) if starts else ()
        wishes = np.maximum.reduceat(spread, starts, axis=0).argmax(axis=1) if starts else ()
        return [
            self._one(text, head, float(meaning), wish=int(wish))
            for text, head, meaning, wish in zip(texts, heads, highest, wishes, strict=True)
        ]

    def _one(
        self,
        text: tuple[str, str, str],
        head: Headline | None,
        meaning: float,
        body: str | None = None,
        wish: int = 0,
    ) -> _Text:
        whole = " | ".join(part for part in text if part)
        reading = self.fields.read(whole) if body is None else self._deep_reading(whole, body)
        beside = of_employer(text[2], head, reading, self.fields) if body is None else NOBODY
        if beside:
            reading = without_employer(reading, beside, self.fields)
        if body is None and text[2] and self._companies:
            reading = with_house(reading, self._companies.sectors(text[2]), self.fields)
        met, away, hit = self._weighed(reading, beside)
        if body is None and met.value < _UNREAD and not any(v >= _UNREAD for v in reading.values.values()):
            met = self._by_meaning(meaning, wish, met)
        refused, refused_by, outright = self._refusal(whole, reading, met, hit)
        if outright:
            # What is refused by name is not what the wider wish meant: charter, but no yacht charter.
            met = Met(met.value * _REFUSED_BY_NAME, met.goal, met.field)
        against = [strength for id, strength in reading.values.items() if id in self._excluded]
        if head and head.flags and any(flag.code in self._flags for flag in head.flags):
            against.append(1.0)
        excluded = max(against, default=0.0)
        words, _ = self._near.by_words(whole if body is None else f"{whole} | {body}")
        # Shared letters and words are believed as far as the fields agree: homonyms share them too.
        told = max(reading.values.values(), default=0.0) >= _TOLD
        trust = max(met.value, _DOUBT) if told else 1.0
        if body is not None:
            # Long texts mention much in passing: what they refuse or lead away from counts less.
            refused, away = refused * _PASSING, away * _PASSING
        row = (
            met.value,
            float(met.value >= _EXACT_MATCH),
            min(max(meaning / 4, -0.5), 2.0) * (0.5 + 0.5 * trust),
            words * trust,
            float(head is not None and not self._functions.isdisjoint(head.functions[:2])),
            away,
            refused,
            excluded,
            float(not reading.values),
            # Rare words shared where no field is: the only way to meet wishes outside the lists of fields.
            words * (1 - min(met.value / 0.5, 1)) * (1 - 0.5 * away),
        )
        little = says_little(reading, self.fields)
        bland = little and not refused and not excluded and met.value < _WISHED and words < _WISHED
        return _Text(reading, met, refused_by, head, row, bland, is_open(reading, self.fields))

    def _by_meaning(self, meaning: float, wish: int, met: Met) -> Met:
        """Where no list of trades reads a text, the encoder alone tells which wish it is near."""
        value = min(max(meaning / 4 - _FAR, 0.0) / _FAR, 1.0) * _BY_MEANING
        return Met(value, self.wanted[wish], "") if value > met.value and wish < len(self.wanted) else met

    def _deep_reading(self, titles: str, body: str) -> Reading:
        """Fields of titles as they stand; those of running text fully only when several words speak for them."""
        above, below = self.fields.hits(titles), self.fields.hits(body)
        reading = self.fields.weigh([*above, *below])
        sure = {hit.field for hit in above if hit.value == STRONG}
        said: dict[str, set[str]] = {}
        for hit in below:
            said.setdefault(hit.field, set()).add(hit.words)
        return Reading(
            {
                id: value if id in sure or len(said.get(id, ())) > 1 else value * _ONCE
                for id, value in reading.values.items()
            },
            reading.hits,
        )

    def _weighed(self, reading: Reading, beside: frozenset[str]) -> tuple[Met, float, Met]:
        """The wish met best, what speaks of something else, the refusal met best; the same fields are weighed once."""
        values = reading.values
        key = (tuple(values), tuple(values.values()), beside)
        known = self._met.get(key)
        if known is None:
            met = self._aims.best(reading)
            if len(self._met) >= _KEPT:
                self._met.clear()
            known = self._met[key] = (met, self._aims.foreign(reading, met, beside), self._bars.best(reading))
        return known

    def _refusal(
        self, text: str, reading: Reading, met: Met, hit: Met
    ) -> tuple[float, tuple[Carrier, ...], bool]:
        """How far a refused goal is met and whether by name; a wish met outright wins over a wider refusal."""
        if hit.goal is None or hit.value < 0.5:
            return 0.0, (), False
        said, which = self._far.by_words(text)
        named = said >= 0.8 and self.refused[which] is hit.goal
        carrying = bool(set(hit.goal.carriers) - self._carriers)
        apart = not met.field or self.fields.close(hit.field, met.field) < 0.3
        value = hit.value if carrying or apart or named else hit.value * (1 - met.value)
        if value < 0.3:
            return 0.0, (), False
        return value, (Carrier(reading.words(hit.field), hit.field, hit.goal.wish.phrase),), named

    def _score(self, row: Sequence[float]) -> float:
        total = self.weights.intercept + sum(map(mul, self.weights.weights, row))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def grade(self, score: float) -> str:
        """The word for a score."""
        exact, useful, weak = self.weights.bounds
        return (
            "exact"
            if score >= exact
            else "useful"
            if score >= useful
            else "weak"
            if score >= weak
            else "nothing"
        )

    def _carried(self, text: _Text) -> tuple[Carrier, ...]:
        if text.met.goal is None or text.met.value < 0.2:
            return ()
        return (Carrier(text.reading.words(text.met.field), text.met.field, text.met.goal.wish.phrase),)

    # --- whole people -----------------------------------------------------------------------------

    def rows(self, people: Sequence[PersonTexts]) -> NDArray[np.float64]:
        """Features of headlines alone, a row per person (for fitting and measuring)."""
        found = self._features([(p.headline, p.position, p.company) for p in people])
        return np.array([text.row for text in found], np.float64).reshape(len(people), len(FEATURES))

    def fit_headline(self, people: Sequence[PersonTexts]) -> list[Fit]:
        """The fit by headline, position and company alone."""
        return self._remembered(people, deep=False)

    def fit(self, people: Sequence[PersonTexts]) -> list[Fit]:
        """The fit by everything that is there; `headline` and `deeper` keep the two sides apart."""
        return self._remembered(people, deep=True)

    def _remembered(self, people: Sequence[PersonTexts], *, deep: bool) -> list[Fit]:
        """Fits of people, those of mere headlines kept: a network is asked about again and again."""
        with self._lock:  # pages of one desk ask from several threads
            return self._asked(people, deep=deep)

    def _asked(self, people: Sequence[PersonTexts], *, deep: bool) -> list[Fit]:
        known = self._fits
        new = [person for person in dict.fromkeys(people) if person not in known]
        with in_bulk(len(new)):
            fresh = {
                person: fit
                for start in range(0, len(new), _AT_ONCE)
                for person, fit in zip(
                    new[start : start + _AT_ONCE],
                    self._read(new[start : start + _AT_ONCE], deep=deep),
                    strict=True,
                )
            }
        found = (
            [fresh.get(person) or known[person] for person in people]
            if new
            else [*map(known.__getitem__, people)]
        )
        if len(known) + len(new) > _KEPT:
            known.clear()
        known.update((person, fit) for person, fit in fresh.items() if not _has_depth(person))
        return found

    def _read(self, people: Sequence[PersonTexts], *, deep: bool) -> list[Fit]:
        found = self._features([(p.headline, p.position, p.company) for p in people])
        return [
            self._fit(person, text, self._below(person, text) if deep and _has_depth(person) else None)
            for person, text in zip(people, found, strict=True)
        ]

    def _below(self, person: PersonTexts, above: _Text) -> _Text:
        """What lies below the headline `above`: the latest posts, the words about them, skills, activity."""
        posts = person.experience[:_POSTS]
        titles = " | ".join(title for title, _, _ in posts if title.strip())
        rest = [
            *(words for _, _, words in posts),
            person.about,
            ", ".join(person.skills),
            *person.activity[:_ACTS],
        ]
        body = " | ".join(part for part in rest if part.strip())
        pieces = [
            piece for piece in (*(title for title, _, _ in posts), person.about[:200]) if piece.strip()
        ] or [" "]
        if above.met.field and self._tells_another(body, above):
            # The same title in two trades: what they do under it decides, not the title once more.
            titles, pieces = "", [person.about[:200] or " "]
        meaning = float(self._near.by_meaning(pieces).max())
        return self._one((titles, "", ""), None, meaning, body)

    def _tells_another(self, body: str, above: _Text) -> bool:
        """Whether the words below the titles speak surely of another field, and of none near a wanted one.

        Of another of the same kind: marketing in the timber trade is marketing. What the headline calls past is no news.
        """
        told = self.fields.weigh(self.fields.hits(body)).values
        if any(value * self._aims.near(id) >= _BACKED for id, value in told.items()):
            return False
        kinds = self.fields.all
        kind = kinds[above.met.field].kind
        past = {hit.field for hit in above.reading.hits if hit.past}
        return any(
            value >= _SURELY
            and kinds[id].kind == kind
            and not any(self.fields.close(was, id) >= _DOUBT for was in past)
            for id, value in told.items()
        )

    def _part(self, text: _Text) -> Part:
        score = self._score(text.row)
        return Part(score, self._graded(score, bland=text.bland), self._carried(text))

    def _graded(self, score: float, *, bland: bool) -> str:
        grade = self.grade(score)
        return "bland" if bland and grade in ("weak", "nothing") else grade

    def _fit(self, person: PersonTexts, text: _Text, deeper: _Text | None) -> Fit:
        surface = self._part(text) if person.headline.strip() or person.position.strip() else None
        below = self._part(deeper) if deeper is not None else None
        total, apart = _together(surface, below, text, deeper)
        gate = self._gates.judge([part for part in (text, deeper) if part], person) if self._gates else None
        if gate is not None:
            total = self._held(total, gate, refused=bool(text.refused))
        place, where = (
            self._places.match(self.target.places, person.location or person.headline)
            if self._places
            else (0.0, "")
        )
        head = text.head
        level = head.seniority if head else None
        shown = surface if below is None or (surface and surface.score >= below.score) else below
        bland = shown is not None and (surface is None or text.bland) and (deeper is None or deeper.bland)
        return Fit(
            score=total if shown else 0.0,
            grade=self._graded(total, bland=bland) if shown else None,
            # A page that shows more than its headline promises is surer than one that shows less.
            uncertainty=_unsure(
                total, text, shown=shown is not None, apart=apart and _promises(surface, below), bland=bland
            ),
            carried_by=shown.carried_by if shown else (),
            role_match=max(text.met.value, deeper.met.value if deeper else 0.0),
            seniority=level,
            seniority_wanted=level in self.target.seniorities,
            place_match=place,
            place=where,
            unwanted=text.refused or (deeper.refused if deeper else ()),
            headline=surface,
            deeper=below,
            disagree=apart,
            condition=gate.condition.only_if if gate else "",
            condition_met=gate.met if gate else None,
            bland=bland,
        )

    def _held(self, score: float, gate: Gate, *, refused: bool) -> float:
        """A score with a condition of the target applied: useful where it is met, weak where nothing shows it."""
        _, useful, weak = self.weights.bounds
        if gate.flagged:
            # Students and recruiters have evidence of their own: only what is plainly outside is held back.
            return min(score, useful - _JUST) if gate.met is False else score
        if gate.met:
            return max(score, useful + _JUST)
        return min(score if refused else max(score, weak + _JUST), useful - _JUST)


def _pieces(headline: str, position: str, head: Headline | None) -> list[str]:
    if head is None:
        return [headline, position]
    return [position, *(s.text for s in head.segments if s.kind in {"title", "skill"})]


def _has_depth(person: PersonTexts) -> bool:
    return bool(person.about.strip() or person.experience or person.skills or person.activity)


def _together(
    surface: Part | None, below: Part | None, text: _Text, deeper: _Text | None
) -> tuple[float, bool]:
    """Both sides as one score, and whether they tell different stories."""
    if surface is None or below is None or deeper is None:
        part = surface or below
        return (part.score if part else 0.0), False
    apart = abs(surface.score - below.score) > 0.45
    told = sum(value >= 0.55 for value in deeper.reading.values.values())
    if not told:
        return surface.score, False
    other = apart and surface.score > below.score and deeper.row[0] < _DOUBT
    if text.bland or text.row[_BARE] or not surface.carried_by or other:
        # A bland headline says nothing either way: what lies below speaks.
        return 0.25 * surface.score + 0.75 * below.score, apart
    return 0.5 * surface.score + 0.5 * below.score, apart


def _promises(surface: Part | None, below: Part | None) -> bool:
    """Whether the headline says more than the page under it."""
    return surface is None or below is None or surface.score > below.score


def _unsure(score: float, text: _Text, *, shown: bool, apart: bool, bland: bool) -> float:
    """0 sure to 1 unknown: near a bound, bland, a trade of many worlds, or two stories."""
    if not shown:
        return 1.0
    middle = 1 - abs(2 * score - 1)
    doubt = min(1.0, 0.1 + 0.6 * middle + 0.25 * text.row[_BARE] + 0.3 * apart)
    return float(max(doubt, _BLAND_DOUBT if bland else _OPEN_DOUBT if text.open else 0.0))


__all__ = [
    "FEATURES",
    "UNMET",
    "VERSION",
    "Carrier",
    "Fit",
    "FitReader",
    "Goal",
    "Part",
    "PersonTexts",
    "Weights",
]
