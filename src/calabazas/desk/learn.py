"""What the member's own decisions say about the weights: offered when it clearly helps, never taken silently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import tomli_w

from calabazas import shipped
from calabazas.engine.engine import Engine
from calabazas.measure import calibration
from calabazas.measure.forward import walk_forward
from calabazas.measure.intervals import Share, newcombe
from calabazas.measure.refit import FEWEST_EACH, Prior, decisions, frozen, moved, refit
from calabazas.measure.told import told
from calabazas.store import acts, settings
from calabazas.verdict import policy as policies
from calabazas.words import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from calabazas.engine.answers import Answer
    from calabazas.language import Language
    from calabazas.measure.calibration import Floats
    from calabazas.measure.forward import WalkForward
    from calabazas.store.engine import Store
    from calabazas.verdict.policy import Policy
    from calabazas.words import Sentence

NATS = float(np.log(10) / 10)
"""Natural log-odds in one deciban."""
PRIOR_SPREAD = 4.0
"""Decibans by which a shipped weight may be off for one member (`benchmarks/learning.py`)."""
LEAST_MOVE = 1.0
"""Decibans from which a change is worth telling; smaller ones are left alone."""
BEFORE = "policy.before_learning"
SIMILAR_DAYS = 31
STRONGEST = 3


class Decision(NamedTuple):
    """One of the member's decisions with the findings that were shown: name → decibans as shown."""

    person: int
    on: date
    choice: str
    shown: dict[str, float]

    @property
    def yes(self) -> bool:
        """Whether it was a yes."""
        return self.choice == "accept"


class Change(NamedTuple):
    """A weight offered: `name` is code.level; decibans now and then."""

    name: str
    before: float
    after: float

    @property
    def sentence(self) -> Sentence:
        """Say it in words."""
        more = abs(self.after) > abs(self.before)
        before, after = round(self.before), round(self.after)
        if more:
            return say(
                "“{name}” weighs more with you than with your policy: {after} instead of {before}",
                name=self.name,
                after=after,
                before=before,
            )
        return say(
            "“{name}” weighs less with you than with your policy: {after} instead of {before}",
            name=self.name,
            after=after,
            before=before,
        )


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether the chances that go with the weights come true; on decisions not yet seen when foretold."""

    brier: float
    ece: float
    curve: tuple[calibration.Bin, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    """What can be learned. `offered` only when the walk forward says that it clearly helps."""

    decided: int
    yes: int
    enough: bool
    walk: WalkForward | None
    offered: tuple[Change, ...]
    drift: Sentence | None
    calibration: Calibration | None
    taken: bool
    """Whether learned weights are in force, so that they can be taken back."""

    @property
    def first(self) -> Sentence:
        """The outcome in one sentence."""
        no = self.decided - self.yes
        if not self.enough:
            return say(
                "Nothing is learned before ten of each kind: so far {yes} yes and {no} no.",
                yes=self.yes,
                no=no,
            )
        if not self.offered:
            return say(
                "Your {n} decisions were looked at one after the other: other weights would not have foretold them clearly better. Yours stay.",
                n=self.decided,
            )
        return say_n(
            "From your {decided} decisions, {n} weight could change; it would have foretold them better, each from those before it.",
            "From your {decided} decisions, {n} weights could change; they would have foretold them better, each from those before it.",
            len(self.offered),
            decided=self.decided,
        )


def own_decisions(store: Store, today: date) -> list[Decision]:
    """Give the decisions that stand, oldest first; only the last about each person, and only those shown with reasons."""
    last: dict[int, Decision] = {}
    for k in acts.journal(store):
        on = date.fromisoformat(k.at[:10])
        if (
            k.undone
            or k.act.kind != "decided"
            or k.act.person is None
            or k.act.value == "later"
            or on > today
        ):
            continue
        reasons = k.act.shown.get("reasons")
        if not isinstance(reasons, list):
            continue
        shown = {
            f"{r['code']}.{r['level']}": float(r["decibans"])
            for r in reasons
            if isinstance(r, dict) and {"code", "level", "decibans"} <= r.keys()
        }
        last.pop(k.act.person, None)
        last[k.act.person] = Decision(k.act.person, on, k.act.value, shown)
    return list(last.values())


def learn(store: Store, today: date, engine: Engine | None = None) -> Learning:
    """Look at the member's decisions; nothing is changed."""
    policy = (engine or Engine(store)).policy
    made = own_decisions(store, today)
    names, weights = _columns(made, policy)
    yes = sum(d.yes for d in made)
    enough = min(yes, len(made) - yes) >= FEWEST_EACH and bool(names)
    taken = bool(settings.get(store, BEFORE))
    if not enough:
        return Learning(len(made), yes, False, None, (), drift(made), None, taken)
    features = np.array([[_part(d, n, policy) for n in names] for d in made])
    prior = Prior(np.array(weights) * NATS, np.full(len(names), PRIOR_SPREAD * NATS))
    seen = decisions(features, [float(d.yes) for d in made])
    walk = walk_forward(prior, seen)
    fit = refit(prior, seen)
    offered: tuple[Change, ...] = ()
    if walk is not None and walk.adopt and fit is not None:
        offered = tuple(
            _change(names[m.place], m.before / NATS, m.after / NATS, policy)
            for m in moved(prior, fit, LEAST_MOVE * NATS)
        )
    chances = np.concatenate(
        [
            frozen(prior, seen.part(0, i)).chances(seen.part(i, i + 1).features)
            for i in range(FEWEST_EACH, len(seen))
        ]
    )
    return Learning(
        len(made),
        yes,
        True,
        walk,
        offered,
        drift(made),
        _calibrated(chances, seen.outcomes[FEWEST_EACH:]),
        taken,
    )


def with_offered(store: Store, offered: Sequence[Change]) -> tuple[Policy, dict[str, Any]]:
    """Lay the offered weights over the member's own; give the policy and its overrides, nothing is written.

    Raises:
        PolicyError: they do not hold together.
    """
    tree: dict[str, Any] = policies.parse_overrides(settings.get(store, "policy"))
    evidence = tree.setdefault("evidence", {})
    for c in offered:
        code, _, level = c.name.partition(".")
        levels = evidence.setdefault(code, {}).setdefault("levels", {})
        levels[level] = {**levels.get(level, {}), "decibans": round(c.after, 1), "source": "own decisions"}
    return policies.load(shipped.read("policy.toml"), tree), tree


def take(store: Store, offered: Sequence[Change], now: datetime) -> Policy:
    """Put the offered weights in force, keeping the member's own text of before; give the policy.

    Raises:
        PolicyError: they do not hold together; nothing changes.
    """
    text = settings.get(store, "policy")
    new, tree = with_offered(store, offered)
    settings.put(store, BEFORE, text or " ", now)
    settings.put(store, "policy", tomli_w.dumps(tree), now)
    return new


def take_back(store: Store, now: datetime) -> bool:
    """Restore the policy of before the last learning; False when there is none to restore."""
    before = settings.get(store, BEFORE)
    if not before:
        return False
    settings.put(store, "policy", before.strip(), now)
    settings.put(store, BEFORE, "", now)
    return True


def drift(made: Sequence[Decision]) -> Sentence | None:
    """Tell whether the member says yes more or less often than before; None while the numbers do not carry it."""
    half = len(made) // 2
    old, new = made[:half], made[half:]
    if min(len(old), len(new)) < FEWEST_EACH:
        return None
    then, now = (Share(sum(d.yes for d in part), len(part)) for part in (old, new))
    gap = newcombe(then, now)
    if gap.low > 0:
        return say(
            "You say yes more often than you used to: {now}, before {then}", now=told(now), then=told(then)
        )
    if gap.high < 0:
        return say(
            "You say yes less often than you used to: {now}, before {then}", now=told(now), then=told(then)
        )
    return None


def similar(store: Store, answer: Answer, today: date) -> Sentence | None:
    """Say how the member decided lately about people with the same strongest reasons; None when it never came up."""
    strongest = {
        f"{w.finding.code}.{w.finding.level}"
        for w in sorted(answer.verdict.weighed, key=lambda w: -abs(w.decibans))[:STRONGEST]
        if abs(w.decibans) >= 1
    }
    if not strongest:
        return None
    since = today - timedelta(days=SIMILAR_DAYS)
    alike = [
        d
        for d in own_decisions(store, today)
        if d.on >= since and d.person != answer.dossier.person.id and strongest <= d.shown.keys()
    ]
    ignored = sum(d.choice == "ignore" for d in alike)
    accepted = sum(d.choice == "accept" for d in alike)
    if len(alike) < 2 or ignored == accepted:
        return None
    if ignored > accepted:
        return say_n(
            "You ignored {n} person like this in the last month",
            "You ignored {n} people like this in the last month",
            ignored,
        )
    return say_n(
        "You accepted {n} person like this in the last month",
        "You accepted {n} people like this in the last month",
        accepted,
    )


def _columns(made: Sequence[Decision], policy: Policy) -> tuple[list[str], list[float]]:
    """Name the findings that may be learned: those shown, whose level weighs something today."""
    names = sorted({n for d in made for n in d.shown})
    weights = {n: _toward(n, policy) for n in names}
    kept = [n for n in names if weights[n]]
    return kept, [weights[n] for n in kept]


def _toward(name: str, policy: Policy) -> float:
    """Give the weight of a level as it speaks for a yes: doubt and aim count the other way."""
    code, _, level = name.partition(".")
    evidence, found = policy.file.evidence.get(code), policy.level(code, level)
    if evidence is None or found is None:
        return 0.0
    return -found.decibans if evidence.axis in ("doubt", "aim") else found.decibans


def _part(d: Decision, name: str, policy: Policy) -> float:
    """Give how far a finding counted when it was shown: 1 in full, less when capped or of degree."""
    if name not in d.shown:
        return 0.0
    code, _, level = name.partition(".")
    found = policy.level(code, level)
    full = found.decibans if found else 0.0
    return min(1.0, max(0.0, d.shown[name] / full)) if full else 0.0


def _change(name: str, before: float, after: float, policy: Policy) -> Change:
    """Turn a learned weight back to its axis; a reason may lose its weight, never turn round."""
    code = name.partition(".")[0]
    sign = -1.0 if policy.file.evidence[code].axis in ("doubt", "aim") else 1.0
    same = max(0.0, after) if before > 0 else min(0.0, after)
    return Change(name, sign * before, max(-40.0, min(40.0, sign * same)))


def _calibrated(chances: Floats, came: Floats) -> Calibration | None:
    if not len(came):
        return None
    return Calibration(
        calibration.brier(chances, came),
        calibration.expected_calibration_error(chances, came),
        calibration.reliability(chances, came, bins=5),
    )


def document(x: Learning, language: Language) -> dict[str, Any]:
    """Give what was learned for machines."""
    return {
        "format": 1,
        "decided": x.decided,
        "yes": x.yes,
        "enough": x.enough,
        "first": language.say(x.first),
        "offered": [{"name": c.name, "before": c.before, "after": round(c.after, 1)} for c in x.offered],
        "drift": language.say(x.drift) if x.drift else None,
        "walk": {
            "judged": x.walk.judged,
            "saved_nats": round(x.walk.saved, 3),
            "auc_frozen": x.walk.frozen.auc,
            "auc_learned": x.walk.learned.auc,
        }
        if x.walk
        else None,
        "calibration": {
            "brier": round(x.calibration.brier, 4),
            "ece": round(x.calibration.ece, 4),
            "curve": [{"said": round(b.said, 4), "k": b.came.k, "n": b.came.n} for b in x.calibration.curve],
        }
        if x.calibration
        else None,
        "taken": x.taken,
    }
