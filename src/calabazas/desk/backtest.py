"""Would the policy have advised what the member did? Past invitations judged on what was known when they came."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from calabazas.engine.engine import Engine
from calabazas.engine.queue import NOBODY
from calabazas.evidence.catalogue import gather
from calabazas.evidence.finding import Finding, Unseen
from calabazas.measure.intervals import Share
from calabazas.measure.told import document as share_document
from calabazas.measure.told import told
from calabazas.store import acts, dossiers, replay
from calabazas.verdict.verdict import judge
from calabazas.words import mark, say, say_n

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from calabazas.evidence.dossier import Dossier
    from calabazas.language import Language
    from calabazas.store.engine import Store
    from calabazas.store.exchanged import Exchanged
    from calabazas.verdict.policy import Policy
    from calabazas.verdict.verdict import Verdict
    from calabazas.words import Sentence

    Progress = Callable[[int, int], None]

ADVICE = ("accept", "follow", "study", "ignore")
DID: tuple[tuple[str, str], ...] = (
    ("accepted", mark("you accepted")),
    ("declined", mark("you declined here")),
    ("left", mark("left unanswered for two weeks")),
)
RIPE_DAYS = 14
_TOLD_EVERY = 20


@dataclass(frozen=True, slots=True)
class Case:
    """One past invitation: what the policy would have said that day, what the member did, what came of it."""

    dossier: Dossier
    verdict: Verdict
    did: str
    """`accepted`, `declined` (logged here) or `left` (unanswered after two weeks)."""
    talked: bool
    """Whether both wrote after the yes."""
    bare: bool
    """Whether only a name was known that day."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One finding over all cases: how often it stood on each side, and how many verdicts it alone decided."""

    name: str
    hits: int
    accepted: Share
    others: Share
    alone: int


@dataclass(frozen=True, slots=True)
class Backtest:
    """One policy replayed."""

    policy_version: str
    cases: tuple[Case, ...]
    table: Mapping[tuple[str, str], int]
    """(advice, what the member did) → cases."""
    findings: tuple[Weight, ...]
    positions: bool = False
    """Whether the position of a later archive stood in for the headline of the day."""

    def count(self, advice: str, did: str) -> int:
        """Count the cases with this advice and this deed."""
        return self.table.get((advice, did), 0)

    @property
    def agreed(self) -> Share:
        """Of the accepted and declined that the policy settled, those where it says the same."""
        settled = [c for c in self.cases if c.did in ("accepted", "declined") and c.verdict.advice != "study"]
        same = sum((c.verdict.advice == "accept") == (c.did == "accepted") for c in settled)
        return Share(same, len(settled))

    def talked(self, *, taken: bool) -> Share:
        """Of the accepted whom the policy would take (or not), those with whom both came to write."""
        of = [
            c
            for c in self.cases
            if c.did == "accepted" and c.verdict.advice != "study" and (c.verdict.advice == "accept") is taken
        ]
        return Share(sum(c.talked for c in of), len(of))

    @property
    def claims(self) -> tuple[Sentence, ...]:
        """What can be claimed from this, and what cannot."""
        did = Counter(c.did for c in self.cases)
        bare = sum(c.bare for c in self.cases)
        said = [
            say_n(
                "{n} past invitation was judged on what was known the day it came.",
                "{n} past invitations were judged on what was known the day they came.",
                len(self.cases),
            )
        ]
        if self.positions:
            said.append(
                say(
                    "Where no headline of that day is known, the position of your newest archive stands in for it: it may have been another one then."
                )
            )
        if bare:
            said.append(
                say_n(
                    "Of {n} only a name was known then: the archive keeps no headline of those days, so nothing can be said of how the policy would have done.",
                    "Of {n} only a name was known then: the archive keeps no headline of those days, so nothing can be said of how the policy would have done.",
                    bare,
                )
            )
        if not did["declined"]:
            said.append(
                say(
                    "What you declined on LinkedIn is not told by any archive; only what you decide here is known. So this can show whom the policy would have lost you, not whom it would have spared you."
                )
            )
        if did["left"]:
            said.append(
                say(
                    "{n} were left unanswered for two weeks: that may be a no, or not yet looked at, and counts as neither.",
                    n=did["left"],
                )
            )
        lost = self.talked(taken=False)
        if lost.n:
            said.append(
                say(
                    "Of the accepted whom the policy would have left outside you came to talk with {share}.",
                    share=told(lost),
                )
            )
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Beside:
    """Two policies on the same cases, and where they part."""

    one: Backtest
    other: Backtest

    @property
    def parted(self) -> tuple[tuple[Case, Case], ...]:
        """The cases on which they advise differently."""
        pairs = zip(self.one.cases, self.other.cases, strict=True)
        return tuple((a, b) for a, b in pairs if a.verdict.advice != b.verdict.advice)


def backtest(
    store: Store,
    today: date,
    policy: Policy | None = None,
    engine: Engine | None = None,
    *,
    positions: bool = False,
    progress: Progress | None = None,
) -> Backtest:
    """Replay triage over every past invitation, each as of the day it came; `progress` hears (done, of)."""
    ((used, cases),) = _replayed(store, today, engine or Engine(store), (policy,), positions=positions)
    return _judged(used, cases, positions=positions, progress=progress)


def beside(
    store: Store,
    today: date,
    other: Policy,
    engine: Engine | None = None,
    *,
    positions: bool = False,
    progress: Progress | None = None,
) -> Beside:
    """Replay the policy in force and another one on the same cases; `progress` hears (done, of) of each."""
    both = _replayed(store, today, engine or Engine(store), (None, other), positions=positions)
    one, two = (_judged(policy, cases, positions=positions, progress=progress) for policy, cases in both)
    return Beside(one, two)


def _replayed(
    store: Store, today: date, engine: Engine, policies: Sequence[Policy | None], *, positions: bool
) -> list[tuple[Policy, list[tuple[Dossier, str, bool]]]]:
    """Read each case once, whatever the number of policies."""
    logged = _logged(store, today)
    past = replay.past_invitations(store, today)
    deeds = {x.person: _did(x, today, logged) for x in past}
    past = [x for x in past if deeds[x.person]]
    talked = _talked(store, today, [x for x in past if deeds[x.person] == "accepted"])
    # Who came later is not known yet, nor what words they would use: each is read as the only one.
    read = engine.read(list(replay.as_they_came(store, past, today, positions=positions)), NOBODY)
    cases = [(d, deeds[d.person.id], d.person.id in talked) for d in read]
    return [(policy or engine.policy, cases) for policy in policies]


def _did(x: Exchanged, today: date, logged: Mapping[int, str]) -> str:
    """Tell what the member did; "" while two weeks have not passed."""
    if x.connected_on is not None:
        return "accepted"
    if logged.get(x.person) in ("ignore", "follow"):
        return "declined"
    return "left" if (today - x.on).days > RIPE_DAYS else ""


def _logged(store: Store, today: date) -> dict[int, str]:
    """Give the last decision of each person that stands, made by `today`."""
    return {
        k.act.person: k.act.value
        for k in acts.journal(store)
        if k.act.kind == "decided"
        and not k.undone
        and k.act.person is not None
        and datetime.fromisoformat(k.at).date() <= today
    }


def _talked(store: Store, today: date, accepted: Sequence[Exchanged]) -> set[int]:
    since = {x.person: x.connected_on for x in accepted}
    if not since:
        return set()
    found = set()
    for d in dossiers.dossiers(store, today, since, texts=False):
        talk, yes = d.conversation, since.get(d.person.id)
        if (
            talk
            and yes
            and talk.last_incoming
            and talk.last_outgoing
            and min(talk.last_incoming, talk.last_outgoing) >= yes
        ):
            found.add(d.person.id)
    return found


def _judged(
    policy: Policy,
    read: Sequence[tuple[Dossier, str, bool]],
    *,
    positions: bool,
    progress: Progress | None = None,
) -> Backtest:
    cases: list[Case] = []
    alone: Counter[str] = Counter()
    for number, (d, did, talked) in enumerate(read):
        if progress and number % _TOLD_EVERY == 0:
            progress(number, len(read))
        says = tuple(gather(d))
        verdict = judge(d, says, policy, looks_left=False)
        cases.append(Case(d, verdict, did, talked, _bare(d)))
        for name in {_name(s) for s in says if isinstance(s, Finding)}:
            without = [s for s in says if isinstance(s, Unseen) or _name(s) != name]
            alone[name] += judge(d, without, policy, looks_left=False).advice != verdict.advice
    return Backtest(
        policy.version,
        tuple(cases),
        Counter((c.verdict.advice, c.did) for c in cases),
        _weights(cases, alone),
        positions,
    )


def _name(finding: Finding) -> str:
    return f"{finding.code}.{finding.level}"


def _bare(d: Dossier) -> bool:
    p = d.profile
    note = d.invitation.note.strip() if d.invitation else ""
    return not (p.headline or p.position or p.experience or p.about or note or d.conversation or d.links)


def _weights(cases: Sequence[Case], alone: Mapping[str, int]) -> tuple[Weight, ...]:
    sides: dict[bool, list[Case]] = defaultdict(list)
    for c in cases:
        sides[c.did == "accepted"].append(c)
    hits: dict[bool, Counter[str]] = {
        side: Counter(n for c in some for n in {_name(w.finding) for w in c.verdict.weighed})
        for side, some in sides.items()
    }
    yes, no = hits.get(True, Counter()), hits.get(False, Counter())
    return tuple(
        Weight(
            name,
            yes[name] + no[name],
            Share(yes[name], len(sides[True])),
            Share(no[name], len(sides[False])),
            alone.get(name, 0),
        )
        for name in sorted({*yes, *no}, key=lambda n: (-alone.get(n, 0), -(yes[n] + no[n]), n))
    )


def document(b: Backtest, language: Language, other: Backtest | None = None) -> dict[str, Any]:
    """Give a replay for machines, with another policy beside it when there is one."""
    doc: dict[str, Any] = {
        "format": 1,
        "policy_version": b.policy_version,
        "cases": len(b.cases),
        "table": {did: {advice: b.count(advice, did) for advice in ADVICE} for did, _ in DID},
        "agreed": share_document(b.agreed),
        "talked_of_taken": share_document(b.talked(taken=True)),
        "talked_of_left_outside": share_document(b.talked(taken=False)),
        "claims": [language.say(c) for c in b.claims],
        "findings": [
            {
                "name": w.name,
                "hits": w.hits,
                "accepted": share_document(w.accepted),
                "others": share_document(w.others),
                "alone": w.alone,
            }
            for w in b.findings
        ],
    }
    if other is not None:
        doc["other"] = document(other, language)
        doc["parted"] = [
            {"profile_url": a.dossier.person.url, "name": a.dossier.person.name, "one": a.verdict.advice, "other": o.verdict.advice, "did": a.did}
            for a, o in Beside(b, other).parted
        ]  # fmt: skip
    return doc
