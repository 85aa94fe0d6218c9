"""Labelled members for the benchmark: handing their files over in stages, taking looks, scoring the advice."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from calabazas import shipped
from calabazas.desk.take_in import take_in
from calabazas.engine.answers import answer, looks_worth_taking
from calabazas.engine.engine import Engine
from calabazas.engine.readers import Readers
from calabazas.sources.doors import find
from calabazas.store import open_member, settings
from calabazas.verdict.policy import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from calabazas.engine.answers import Answer
    from calabazas.evidence.dossier import Dossier
    from calabazas.store import Store

TODAY = date(2026, 11, 23)
LABELS = ("accept", "ignore", "follow", "study")
HARMFUL = frozenset({"fake", "collector", "sales_pitch", "sales"})
EVERYTHING = ("archive", "list", "mail", "profiles")
_NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Label(NamedTuple):
    """What a careful reader decided about one invitation."""

    id: str
    label: str
    kind: str
    reason: str
    decider: str


@dataclass(frozen=True, slots=True)
class Score:
    """How advice and labels agree; `harms` and `lost` are ids of cases.

    `lost` are people labelled accept and ignored, `needless` those studied although their whole profile was in hand.
    """

    pairs: Mapping[tuple[str, str], int]
    harms: tuple[str, ...]
    lost: tuple[str, ...]
    needless: int

    @property
    def total(self) -> int:
        """Labelled cases."""
        return sum(self.pairs.values())

    @property
    def accuracy(self) -> float:
        """Share of cases in which advice and label agree."""
        return sum(n for (label, said), n in self.pairs.items() if label == said) / self.total

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the four answers; one that nobody gives nor deserves counts as 1."""
        return sum(self._f1(label) for label in LABELS) / len(LABELS)

    @property
    def decided(self) -> int:
        """Cases with an answer other than study."""
        return sum(n for (_, said), n in self.pairs.items() if said in LABELS[:3])

    @property
    def right(self) -> float:
        """Share of the decided that agree with the label; 1 when none is decided."""
        agreed = sum(self.pairs.get((label, label), 0) for label in LABELS[:3])
        return agreed / self.decided if self.decided else 1.0

    def _f1(self, label: str) -> float:
        both = sum(n * ((a == label) + (b == label)) for (a, b), n in self.pairs.items())
        return 2 * self.pairs.get((label, label), 0) / both if both else 1.0


class Case:
    """One labelled member's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = folder.name
        with (folder / "labels.csv").open(encoding="utf-8") as file:
            self.labels = {
                key(r["profile_url"]): Label(
                    r["id"], r["label"], r["kind"], r["reason"], r.get("decider") or ""
                )
                for r in csv.DictReader(file)
            }
        lines = (folder / "profiles.jsonl").read_text("utf-8").splitlines()
        self.profiles = {key(json.loads(line)["profile_url"]): line for line in lines}
        self.target = (folder / "target.txt").read_text("utf-8")

    @cached_property
    def readers(self) -> Readers:
        """Readers for the member's target, whatever is fitted being fitted without this member."""
        return Readers(self.target, fitted_without=self.name)

    def engine(self, home: Path, stages: Iterable[str]) -> Engine:
        """Hand the files of these stages over, through the door that the member uses."""
        stages = tuple(stages)
        store = open_member(home / f"{self.name}-{'-'.join(stages)}" / "member.sqlite")
        take_in(store, find([next(self.folder.glob("*.zip"))]), now=_NOW)
        settings.put(store, "target", self.target, _NOW)
        if "list" in stages:
            take_in(store, find([self.folder / "received.html"], as_of=TODAY), as_of=TODAY, now=_NOW)
        if "mail" in stages and (self.folder / "mail").is_dir():
            take_in(store, find([self.folder / "mail"]), now=_NOW)
        if "profiles" in stages:
            take_in(store, find([self.folder / "profiles.jsonl"]), now=_NOW)
        return self._on(store)

    def look(self, engine: Engine, who: str, home: Path) -> Engine:
        """Take one look: hand over that one profile, where the case has it."""
        if who in self.profiles:
            one = home / f"look-{len(list(home.glob('look-*.jsonl')))}.jsonl"
            one.write_text(self.profiles[who], "utf-8")
            take_in(engine.store, find([one]), now=_NOW)
        return self._on(engine.store)

    def looking(
        self, home: Path, stages: Iterable[str], most: int
    ) -> Iterator[tuple[tuple[str, ...], list[Answer]]]:
        """Take the looks that the product asks for first, one by one; give whose were taken and the answers then."""
        engine, asked = self.engine(home, stages), list[str]()
        answers = engine.triage(TODAY)
        yield (), answers
        while len(asked) < most:
            worth = (key(x.answer.dossier.person.url) for x in looks_worth_taking(answers))
            who = next((k for k in worth if k not in asked), None)
            if who is None:
                return
            asked.append(who)
            engine = self.look(engine, who, home)
            answers = engine.triage(TODAY)
            yield tuple(asked), answers

    def score(self, advice: Mapping[str, str]) -> Score:
        """Compare advice by address with the labels; who is missing counts as wrong."""
        pairs: Counter[tuple[str, str]] = Counter()
        harms, lost, needless = [], [], 0
        for who, label in self.labels.items():
            said = advice.get(who, "missing")
            pairs[label.label, said] += 1
            if said == "accept" != label.label and label.kind in HARMFUL:
                harms.append(label.id)
            if said == "ignore" and label.label == "accept":
                lost.append(label.id)
            needless += said == "study" != label.label and '"experience"' in self.profiles.get(who, "")
        return Score(pairs, tuple(harms), tuple(lost), needless)

    def _on(self, store: Store) -> Engine:
        engine = Engine(store)
        engine.readers = self.readers
        return engine


def key(url: str) -> str:
    """Fold an address for comparing with the labels."""
    return url.rstrip("/").lower()


def advice_of(answers: Iterable[Answer]) -> dict[str, str]:
    """Give what was advised by address."""
    return {key(a.dossier.person.url): a.verdict.advice for a in answers}


class Openings:
    """Profiles opened in any order, without importing anew: each person's dossier before and after the look.

    With `decide` the member has to answer all at once with what is seen; else whoever wants a look waits for it.
    """

    def __init__(self, case: Case, before: Engine, after: Engine, *, decide: bool = False) -> None:
        self.case = case
        none_left = {"asking": {"profiles_share": 0}} if decide else {}
        self.policy = load(shipped.read("policy.toml"), none_left)
        self._before = _by_address(before)
        self._after = _by_address(after)

    def advice(self, opened: Sequence[str]) -> dict[str, str]:
        """Give the advice once these profiles have been opened."""
        names = {self._before[k].person.name for k in opened}
        mixed = [_unheard(self._after[k], names) if k in opened else d for k, d in self._before.items()]
        return advice_of(answer(mixed, self.policy))

    def curve(self, order: Sequence[str], most: int) -> list[float]:
        """Give the accuracy after 0, 1, 2 ... looks taken in this order; when it ends, nothing more is learnt."""
        ends = [min(n, len(order)) for n in range(most + 1)]
        return [self.case.score(self.advice(order[:n])).accuracy for n in ends]

    def mean_of_random(self, most: int, seeds: int) -> list[float]:
        """Give the mean accuracy over orders drawn by chance."""
        curves = []
        for seed in range(seeds):
            order = sorted(self._before)
            random.Random(seed).shuffle(order)  # noqa: S311 - a benchmark's shuffle hides nothing
            curves.append(self.curve(order, most))
        return [sum(column) / len(column) for column in zip(*curves, strict=True)]

    def ordered(self, by: Callable[[Dossier], int]) -> list[str]:
        """Give the addresses in an order of their dossiers."""
        return sorted(self._before, key=lambda k: (by(self._before[k]), k))


def _by_address(engine: Engine) -> dict[str, Dossier]:
    return {key(a.dossier.person.url): a.dossier for a in engine.triage(TODAY)}


def _unheard(d: Dossier, opened: set[str]) -> Dossier:
    """Take out what can be known only by opening somebody else's profile too."""
    return replace(d, echoes=tuple(e for e in d.echoes if e.kind == "note" or e.other in opened))
