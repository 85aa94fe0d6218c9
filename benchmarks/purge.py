"""How often would letting go have been regretted? Generated networks frozen, judged, and followed for a year.

Usage: `uv run python benchmarks/purge.py [--json] [--members 200] [--size 600]`. Each member's contacts are
judged on the freezing day by the shipped policy, through evidence and table as the product does; a proposal is
regretted when the two are in touch within the twelve months that follow. Beside it stand three common ways
of cleaning up, each proposing as many people: the longest connected, those never written to (the longest
connected of them first), and anybody. The generator (`generator.py`, assumptions and all) knows the truth.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from generator import AS_OF, network

from calabazas import shipped
from calabazas.engine.answers import answer
from calabazas.evidence.dossier import Connected, Conversation, Deed, Dossier, Link, Member, Person
from calabazas.evidence.finding import SourceRef
from calabazas.measure.intervals import Share
from calabazas.people.profile import EMPTY
from calabazas.reading.fit import Fit
from calabazas.reading.readings import Readings, TalkReading
from calabazas.verdict.policy import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator import Contact

    from calabazas.verdict.policy import Policy

TODAY = date.fromordinal(AS_OF)
NOWHERE = SourceRef("generated")
WAYS = ("ours", "oldest first", "never written to", "anybody")
IN_SECTOR = Fit(score=0.9, grade="useful", uncertainty=0.2)
OUTSIDE = Fit(score=0.1, grade="nothing", uncertainty=0.2)


def dossier(number: int, contact: Contact, member: Member) -> Dossier:
    """Give what the product would hold of a generated contact on the freezing day."""
    links = []
    if contact.recommended:
        links.append(Link("recommendation_received", None, "", {}, NOWHERE))
    if contact.in_address_book:
        links.append(Link("address_book", None, "", {}, NOWHERE))
    return Dossier(
        person=Person(number, f"contact {number}", f"contact-{number}"),
        today=TODAY,
        question="purge",
        connection=Connected(
            date.fromordinal(contact.connected_on),
            contact.company,
            "position",
            "",
            still=True,
            source=NOWHERE,
        ),
        conversation=_talk(contact),
        links=tuple(links),
        profile=replace(EMPTY, position="position", company=contact.company),
        deeds=(Deed(1, TODAY, "starred", ""),) if contact.starred else (),
        member=member,
        readings=Readings(
            fit=IN_SECTOR if contact.in_sector else OUTSIDE,
            talk=TalkReading(
                len(contact.pitched),
                last_offers=bool(contact.pitched)
                and (not contact.received or contact.pitched[-1] >= contact.received[-1]),
                last_asks=True,
            ),
        ),
    )


def _talk(contact: Contact) -> Conversation | None:
    theirs = sorted((*contact.received, *contact.pitched))
    mine = contact.sent
    if not (theirs or mine):
        return None
    every = sorted((*theirs, *mine))
    return Conversation(
        incoming=len(theirs),
        outgoing=len(mine),
        days=len(set(every)),
        first=date.fromordinal(every[0]),
        last=date.fromordinal(every[-1]),
        last_incoming=date.fromordinal(theirs[-1]) if theirs else None,
        last_outgoing=date.fromordinal(mine[-1]) if mine else None,
    )


def proposals(contacts: Sequence[Contact], policy: Policy) -> list[tuple[int, str]]:
    """Give the places of those whom the product proposes to let go, with the row that did."""
    member = Member(companies=Counter(c.company for c in contacts), contacts=len(contacts))
    judged = answer([dossier(i, c, member) for i, c in enumerate(contacts)], policy)
    return [(a.dossier.person.id, a.verdict.row) for a in judged if a.verdict.advice == "let_go"]


def others(contacts: Sequence[Contact], count: int, seed: int, number: int) -> dict[str, list[int]]:
    """Choose as many people in the three common ways."""
    oldest = sorted(range(len(contacts)), key=lambda i: contacts[i].connected_on)
    never = [i for i in oldest if not contacts[i].sent and not contacts[i].received]
    dice = np.random.default_rng([seed, number, 9])
    return {
        "oldest first": oldest[:count],
        "never written to": never[:count],
        "anybody": [int(i) for i in dice.permutation(len(contacts))[:count]],
    }


def regretted(contacts: Sequence[Contact], chosen: Iterable[int]) -> Share:
    """Count the chosen with whom there is contact within the year."""
    picked = list(chosen)
    return Share(sum(contacts[i].later_contact for i in picked), len(picked))


def measure(members: int, size: int, seed: int, policy: Policy) -> tuple[dict[str, Share], Counter[str], int]:
    """Regret of each way over all members, the rows that proposed, and the contacts judged."""
    total = dict.fromkeys(WAYS, Share(0, 0))
    rows: Counter[str] = Counter()
    seen = 0
    for number in range(members):
        contacts = network(seed, number, size=size)
        seen += len(contacts)
        chosen = proposals(contacts, policy)
        rows.update(row for _, row in chosen)
        total["ours"] += regretted(contacts, (i for i, _ in chosen))
        for way, picked in others(contacts, len(chosen), seed, number).items():
            total[way] += regretted(contacts, picked)
    return total, rows, seen


def main() -> None:
    """Print the table, or the figures as JSON on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--members", type=int, default=200)
    parser.add_argument("--size", type=int, default=600)
    parser.add_argument("--seed", type=int, default=20261123)
    asked = parser.parse_args()
    policy = load(shipped.read("policy.toml"))
    total, rows, seen = measure(asked.members, asked.size, asked.seed, policy)
    print(
        f"{asked.members} members, {seen} contacts, {total['ours'].n} proposals ({total['ours'].n / seen:.0%})"
    )
    print("regretted within twelve months           k of n            %   Wilson 95 %")
    for way, share in total.items():
        low, high = share.interval.low, share.interval.high
        print(f"  {way:<30}{share.k:>8} of {share.n:<8}{(share.rate or 0):8.2%}   {low:.2%}-{high:.2%}")
    print("by row: " + ", ".join(f"{name} {count}" for name, count in rows.most_common()))
    if asked.json:
        figures = {
            way.replace(" ", "_"): {"k": s.k, "n": s.n, "low": s.interval.low, "high": s.interval.high}
            for way, s in total.items()
        }
        print(json.dumps({"members": asked.members, "contacts": seen, "regret": figures, "rows": rows}))


if __name__ == "__main__":
    main()
