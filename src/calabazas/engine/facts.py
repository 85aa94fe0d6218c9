"""The closed list of facts that a note from or to somebody may lean on, out of the member's own data."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from calabazas.people.facts import Fact
from calabazas.people.identity import fold_name

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier, Member

_DAYS, _RECENT = 5, 3 * 365
"""A few lines years ago confirm nothing: it takes days of contact, or a conversation of these years."""
_POSTS = 40
"""Own posts held against a note, the newest ones."""


def about_member(member: Member) -> tuple[Fact, ...]:
    """The member's own past and work: what strangers may truly say they share or have read."""
    return _about_member(
        member.headline,
        member.positions_key,
        member.schools,
        member.skills,
        member.posts[-_POSTS:],
        member.events,
    )


@lru_cache(maxsize=8)
def _about_member(
    headline: str,
    positions: tuple[tuple[str, str, str, str], ...],
    schools: tuple[tuple[str, str, str], ...],
    skills: tuple[str, ...],
    posts: tuple[tuple[str, str], ...],
    events: tuple[tuple[str, str], ...],
) -> tuple[Fact, ...]:
    facts = [
        Fact(f"position{i}", f"{title}, {company}", "employer", _year(start), _year(end))
        for i, (company, title, start, end) in enumerate(positions)
    ]
    facts += [Fact(f"school{i}", s, "school", _year(a), _year(b)) for i, (s, a, b) in enumerate(schools)]
    facts += [Fact(f"post{i}", text, "post") for i, (_, text) in enumerate(posts)]
    facts += [Fact(f"event{i}", name, "event", _year(on), _year(on)) for i, (on, name) in enumerate(events)]
    if headline:
        facts.append(Fact("headline", headline, "other"))
    if skills:
        facts.append(Fact("skills", ", ".join(skills), "other"))
    return tuple(facts)


def about_both(d: Dossier) -> tuple[Fact, ...]:
    """What the member's data hold of the two together."""
    facts: list[Fact] = []
    if d.profile.event:
        facts.append(Fact("both_event", d.profile.event, "event"))
    if d.profile.shared_employer:
        facts.append(Fact("both_employer", d.profile.shared_employer, "employer"))
    talk = d.conversation
    if talk and talk.two_way and (talk.days >= _DAYS or (d.today - talk.last).days <= _RECENT):
        text = " ".join(s.text for s in talk.said[-5:])[:600]
        facts.append(Fact("both_messages", text or d.person.name, "message"))
    if any(x.kind == "address_book" for x in d.links):
        facts.append(Fact("both_address", d.person.name, "address"))
    for i, name in enumerate((*(d.profile.mutual_names or ()), *_named(d))):
        facts.append(Fact(f"mutual{i}", name, "mutual"))
    return tuple(facts)


def _named(d: Dossier) -> list[str]:
    """Contacts whose full name stands in the note."""
    note = fold_name(d.invitation.note) if d.invitation else ""
    words = note.split()
    runs = {" ".join(words[i : i + n]) for n in (2, 3) for i in range(len(words) - n + 1)}
    return sorted(runs & d.member.contact_names)


def _year(text: str) -> int | None:
    found = re.match(r"\d{4}", text or "")
    return int(found[0]) if found else None
