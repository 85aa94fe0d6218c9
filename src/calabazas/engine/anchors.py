"""Anchors: the facts that a note to somebody may hold on to, the surest first, each with where it stands.

An anchor is true of this person and of few others. What anybody could have filled in (title, company,
place) is told too, as `role`, so that a note may name it, but it anchors nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calabazas.evidence.careers import fold_place, same_place, year
from calabazas.evidence.shared_event import were_there
from calabazas.evidence.shared_firm import at_own_firms
from calabazas.people.facts import Fact
from calabazas.people.identity import fold_name
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import SourceRef
    from calabazas.people.profile import Role
    from calabazas.words import Sentence

ORDER = (
    "met", "event", "message", "recommended", "recommends", "employer", "school", "mutual", "endorsed", "other", "address", "post",
)  # fmt: skip
"""Kinds of anchor by how surely both remember; a post that nobody said they read comes last."""
_POSTS, _MUTUALS, _RECENT = 3, 3, 365
_OWN_WORK = ("post", "article", "comment")
_PRAISE = {
    "recommendation_received": (
        "recommended",
        "me escribiste una recomendación, you wrote me a recommendation",
        say("They wrote a recommendation for you"),
    ),
    "recommendation_given": (
        "recommends",
        "escribí tu recomendación, I wrote your recommendation",
        say("You wrote a recommendation for them"),
    ),
}
"""Kinds of trace that praise: the kind of fact each is, its words in either language, and how it is told."""


class Anchor(NamedTuple):
    """A fact to lean a note on; `sentence` says it to the member, `sources` where it stands in their files."""

    fact: Fact
    sentence: Sentence
    sources: tuple[SourceRef, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether it may be leant on as it is; a post must first be read."""
        return self.fact.confirmed


def anchors(d: Dossier) -> tuple[Anchor, ...]:
    """Give all anchors that the member's own data hold for a person, the surest first."""
    found = [*_met(d), *_events(d), *_talk(d), *_past(d), *_mutual(d), *_files(d), *_posts(d)]
    return tuple(sorted(found, key=lambda a: (not a.holds, ORDER.index(a.fact.kind))))


def facts_for(d: Dossier) -> tuple[Fact, ...]:
    """Give the closed list of facts for a note to somebody: name, role, the member's own side, and the anchors."""
    p, me = d.profile, d.member
    held = anchors(d)
    # A firm that both share is no mere title any more: told twice, it would count as what any form could fill in.
    shared = [a.fact.what for a in held if a.fact.kind == "employer"]
    facts = [Fact("name", d.person.name, "name")]
    for id, text in (
        ("headline", p.headline),
        ("position", p.position),
        ("company", p.company),
        ("place", p.location),
    ):
        if text and not (id == "company" and any(same_place(text, what) for what in shared)):
            facts.append(Fact(id, text, "role"))
    facts += [
        Fact(f"job{i}", f"{role.title}, {role.company}", "role", _whole(role.start), _whole(role.end or ""))
        for i, role in enumerate((p.experience or ())[:8])
        if not any(same_place(role.company, what) for what in shared)
    ]
    if me.name:
        facts.append(Fact("me", me.name, "writer"))
    if me.headline:
        facts.append(Fact("my_headline", me.headline, "writer"))
    facts += [
        Fact(f"my_job{i}", f"{job.title}, {job.company}", "writer", _whole(job.start), _whole(job.end))
        for i, job in enumerate(me.positions)
    ]
    return (*facts, *(a.fact for a in held))


def look_for_anchor(d: Dossier) -> str:
    """Name the one look that is likeliest to give an anchor, as `study` calls it; "" when all was seen."""
    if d.profile.activity is None:
        return "activity"
    return "page" if d.profile.experience is None or d.profile.mutual_names is None else ""


def _met(d: Dossier) -> Iterator[Anchor]:
    for deed in d.deeds:
        if deed.kind == "met" and deed.value:
            fact = Fact(f"met{deed.id}", deed.value, "met", what=deed.value)
            yield Anchor(fact, say("You met: {where}", where=deed.value))


def _events(d: Dossier) -> Iterator[Anchor]:
    if d.profile.event:
        event = d.profile.event
        yield Anchor(
            Fact("event", event, "event", what=event), say("You were at the same event: {event}", event=event)
        )
    told = {fold_name(name): on for on, name in d.member.events}
    for i, link in enumerate(x for x in d.links if x.kind == "listed" and x.text):
        if were_there(d, link):
            on = told.get(fold_name(link.text), "")
            fact = Fact(f"listed{i}", link.text, "event", what=link.text, on=on[:7])
            yield Anchor(
                fact, say("You were both at {event}: they are on its list", event=link.text), (link.source,)
            )


def _talk(d: Dossier) -> Iterator[Anchor]:
    talk = d.conversation
    if talk is None or not talk.two_way:
        return
    text = " ".join(s.text for s in talk.said[-5:])[:600]
    fact = Fact(
        "messages",
        text or d.person.name,
        "message",
        talk.first.year,
        talk.last.year,
        on=talk.last.isoformat()[:7],
    )
    sources = (talk.said[-1].source,) if talk.said else ()
    quote = " ".join(talk.said[-1].text.split())[:90] if talk.said else ""
    sentence = (
        say("You wrote with each other, last on {day}: “{quote}”", day=talk.last, quote=quote)
        if quote
        else say("You wrote with each other, last on {day}", day=talk.last)
    )
    yield Anchor(fact, sentence, sources)


def _past(d: Dossier) -> Iterator[Anchor]:
    """Shared employers and schools: with the years that both were there, or without years where a card has none."""
    if d.profile.shared_employer:
        words = d.profile.shared_employer
        yield Anchor(
            Fact("worked", words, "employer", what=words),
            say("You remember working together: {words}", words=words),
        )
    seen: set[str] = set()
    for i, role in enumerate(d.profile.experience or ()):
        mine = next((m for m in d.member.positions if same_place(role.company, m.company)), None)
        if mine is None or fold_place(mine.company) in seen:
            continue
        years = _together(role, mine.start, mine.end, d.today.year)
        seen.add(fold_place(mine.company))
        if years:
            fact = Fact(f"employer{i}", role.company, "employer", *years, what=role.company)
            since, until = years
            yield Anchor(
                fact,
                say(
                    "You both worked at {company}, {since}-{until}",
                    company=role.company,
                    since=since,
                    until=until,
                ),
            )
        else:
            yield Anchor(
                Fact(f"employer{i}", role.company, "employer", what=role.company),
                say("You both have worked at {company}, in different years", company=role.company),
            )
    for i, (link, mine) in enumerate(at_own_firms(d)):
        if fold_place(mine.company) not in seen:
            seen.add(fold_place(mine.company))
            yield Anchor(
                Fact(f"firm{i}", mine.company, "employer", what=mine.company),
                say("You have them down at {company}, where you have worked too", company=mine.company),
                (link.source,),
            )
    for i, study in enumerate(d.profile.education or ()):
        if any(same_place(study.school, school) for school, _, _ in d.member.schools):
            yield Anchor(
                Fact(f"school{i}", study.school, "school", what=study.school),
                say("You both studied at {school}", school=study.school),
            )


def _mutual(d: Dossier) -> Iterator[Anchor]:
    names = sorted(d.profile.mutual_names or (), key=lambda n: fold_name(n) not in d.member.talked_with)
    for i, name in enumerate(names[:_MUTUALS]):
        spoken = fold_name(name) in d.member.talked_with
        sentence = (
            say("You both know {name}, with whom you really talk", name=name)
            if spoken
            else say("You both know {name}", name=name)
        )
        yield Anchor(Fact(f"mutual{i}", name, "mutual", what=name), sentence)


def _files(d: Dossier) -> Iterator[Anchor]:
    for i, link in enumerate(d.links):
        if link.kind in _PRAISE:
            kind, words, sentence = _PRAISE[link.kind]
            # What a note says of it must be found in the fact, in whichever language the note is.
            fact = Fact(f"{kind}{i}", f"{words}: {link.text[:200]}", kind, on=_month(link.on))
            yield Anchor(fact, sentence, (link.source,))
        elif link.kind == "endorsement_received" and link.text:
            text = f"validaste mi aptitud, you endorsed me for: {link.text}"
            yield Anchor(
                Fact(f"endorsed{i}", text, "endorsed", what=link.text, on=_month(link.on)),
                say("They endorsed you for “{skill}”", skill=link.text),
                (link.source,),
            )
        elif link.kind == "address_book":
            what = ", ".join(
                t for t in (link.detail.get("title", ""), link.detail.get("told_company", "")) if t
            )
            if not what:
                continue
            sentence = (
                say("In your address book since {day}: “{what}”", day=link.on, what=what)
                if link.on
                else say("In your address book: “{what}”", what=what)
            )
            since = link.on.year if link.on else None
            yield Anchor(Fact(f"address{i}", what, "address", since, what=what), sentence, (link.source,))


def _posts(d: Dossier) -> Iterator[Anchor]:
    recent = [
        x
        for x in d.profile.activity or ()
        if x.kind in _OWN_WORK and x.text.strip() and (x.on is None or (d.today - x.on).days <= _RECENT)
    ]
    for i, piece in enumerate(recent[:_POSTS]):
        quote = " ".join(piece.text.split())[:120]
        on = piece.on.isoformat() if piece.on else ""
        yield Anchor(
            # Seen on a profile is not read: the member must have done that before they may say so.
            Fact(f"post{i}", piece.text[:600], "post", confirmed=False, on=on),
            say("They wrote: “{quote}”. Read it first", quote=quote),
        )


def _together(role: Role, start: str, end: str, now: int) -> tuple[int, int] | None:
    """Give the first and last year in which both were surely there; None when the dates do not say so."""
    starts = (year(role.start), year(start))
    if starts[0] is None or starts[1] is None:
        return None
    first = max(int(starts[0]), int(starts[1]))
    last = min(_whole(role.end or "") or now, _whole(end) or now)
    return (first, last) if first <= last else None


def _month(on: date | None) -> str:
    return on.isoformat()[:7] if on else ""


def _whole(text: str) -> int | None:
    value = year(text)
    return int(value) if value is not None else None
