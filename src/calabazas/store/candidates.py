"""Whom the member could invite: people in their own data who are neither connected nor invited, and who may be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from calabazas.people.identity import fold_name
from calabazas.store import acts, intakes, known

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from calabazas.store.engine import Store

REINVITE_DAYS = 21
"""LinkedIn lets nobody be invited again within three weeks of a withdrawal."""
SURELY = 0.5
"""Confidence from which somebody who may be a contact already is left out."""
SAME_COMPANY, SAME_NAME, PART_AND_COMPANY, NAMESAKE, PART = 0.95, 0.7, 0.75, 0.3, 0.2
"""How sure a likeness of names is; judgements, shown beside what rests on them."""
_LONGEST_NAME = 7
"""Words of a name that are compared; nobody has more than seven that matter here."""
_VIA = (
    "address_book", "recommendation_received", "recommendation_given", "endorsement_received", "endorsement_given",
    "private_note", "member_follow", "listed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Perhaps:
    """A contact, or somebody invited, whom a candidate may be; `invited` when it is an invitation."""

    name: str
    confidence: float
    invited: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates by id with where they come from; those left out because they may be in the network already.

    `perhaps` holds weaker likenesses of those who stay in.
    """

    via: Mapping[int, frozenset[str]]
    left_out: Mapping[int, Perhaps]
    perhaps: Mapping[int, Perhaps]
    refused: int
    waiting: int
    """Left out after a no, and because an invitation was withdrawn less than three weeks ago."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Everybody whom some file names and who is no contact, whatever the member has done about them since.

    Finding them reads the whole network; what the member does changes only who of them is open.
    """

    via: Mapping[int, frozenset[str]]
    alike: Mapping[int, Perhaps]
    invited: frozenset[int]
    connected: frozenset[int]


class _Known(NamedTuple):
    id: int
    name: str
    folded: str
    company: str
    invited: bool = False
    addressed: bool = False
    """Their profile's address is known."""


class _Standing(NamedTuple):
    choice: str = ""
    on: date | None = None
    withdrawn: date | None = None


def candidates(store: Store, today: date) -> Candidates:
    """Find everybody whom the member could invite on a day, in a handful of set queries."""
    return open_now(store, today, pool(store, today))


def pool(store: Store, today: date) -> Pool:
    """Find everybody whom some file names and who is no contact."""
    with store.look() as db:
        known.see(db, today)
        via = _sources(db, today)
        connected, invited, network = _network(db, today)
        mine = _mine(store)
        names = _names(db, via.keys() - connected - mine)
    me = fold_name(intakes.member(store).name)
    others = {id: sources for id, sources in via.items() if id in names and names[id].folded != me}
    return Pool(
        others,
        _alike(others, names, network),
        frozenset(invited & others.keys()),
        frozenset(connected | mine),
    )


def open_now(store: Store, today: date, found: Pool) -> Candidates:
    """Leave out whom the member said no to, has invited, or must wait for."""
    with store.look() as db:
        known.see(db, today)
        deeds = _deeds(db, found.via, today)
        seen = _last_seen(db, [id for id, deed in deeds.items() if deed.choice == "follow"], today)
    refused = waiting = 0
    open_: dict[int, frozenset[str]] = {}
    for id, sources in found.via.items():
        deed = deeds.get(id, _Standing())
        if deed.choice in ("ignore", "sent") and deed.withdrawn is None:
            refused += deed.choice == "ignore"
            continue
        if deed.withdrawn is not None:
            if (today - deed.withdrawn).days < REINVITE_DAYS:
                waiting += 1
                continue
        elif deed.choice == "follow":
            # Acquaintances come up again when something new was seen of them, not before.
            if deed.on is None or seen.get(id, "") <= deed.on.isoformat():
                continue
        elif id in found.invited:
            continue
        open_[id] = sources
    alike = {id: perhaps for id, perhaps in found.alike.items() if id in open_}
    left_out = {id: perhaps for id, perhaps in alike.items() if perhaps.confidence >= SURELY}
    return Candidates(
        {id: sources for id, sources in open_.items() if id not in left_out},
        left_out,
        {id: perhaps for id, perhaps in alike.items() if id not in left_out},
        refused,
        waiting,
    )


def _sources(db: sqlite3.Connection, today: date) -> dict[int, frozenset[str]]:
    """Give everybody whom some file names, with what brought them; one to whom only they wrote is nobody's wish."""
    end = today.isoformat() + "~"
    seen = "EXISTS (SELECT 1 FROM sighting s JOIN temp.visible v ON v.file = s.file WHERE s.fact = {0}.id)"
    found: dict[int, set[str]] = defaultdict(set)
    traces = (
        "SELECT DISTINCT p.root, t.kind FROM trace t JOIN person p ON p.id = t.person_id"
        f" WHERE t.kind IN ({','.join('?' * len(_VIA))}) AND t.on_day <= ? AND {seen.format('t')}"
    )
    written = (
        "SELECT p.root, 'messages' FROM message m JOIN person p ON p.id = m.person_id"
        f" WHERE m.at < ? AND {seen.format('m')} GROUP BY p.root HAVING max(m.mine) = 1"
    )
    studied = (
        "SELECT DISTINCT p.root, 'studied' FROM observation o JOIN person p ON p.id = o.person_id"
        f" WHERE o.observed_on <= ? AND o.source IN ('profile', 'pdf', 'look') AND {seen.format('o')}"
    )
    # LinkedIn's own "people you may know": those with an address stand in the list, the others only in its cards.
    you_may_know = (
        "SELECT p.root, 'you_may_know' FROM list_taken l JOIN temp.visible v ON v.file = l.file_id"
        " JOIN list_entry e ON e.list_id = l.id JOIN person p ON p.id = e.person_id WHERE l.kind = 'suggested' AND l.as_of <= ?1"
        " UNION SELECT p.root, 'you_may_know' FROM list_taken l JOIN temp.visible v ON v.file = l.file_id"
        " JOIN sighting s ON s.file = v.file JOIN observation o ON o.id = s.fact JOIN person p ON p.id = o.person_id"
        " WHERE l.kind = 'suggested' AND l.as_of <= ?1"
    )
    day = today.isoformat()
    queries = ((traces, (*_VIA, end)), (written, (end,)), (studied, (day,)), (you_may_know, (day,)))
    for sql, args in queries:
        for id, kind in db.execute(sql, args):
            found[id].add(kind)
    return {id: frozenset(kinds) for id, kinds in found.items()}


def _network(db: sqlite3.Connection, today: date) -> tuple[set[int], set[int], list[_Known]]:
    """Give the ids of all who are or were connected, of all who invited or were invited, and what they are called."""
    seen = "EXISTS (SELECT 1 FROM sighting s JOIN temp.visible v ON v.file = s.file WHERE s.fact = k.id)"
    connected: set[int] = set()
    invited: set[int] = set()
    people: list[_Known] = []
    for root, name, company in db.execute(
        f"SELECT p.root, k.name, k.company FROM connection k JOIN person p ON p.id = k.person_id WHERE k.connected_on <= ? AND {seen}",
        (today.isoformat(),),
    ):
        connected.add(root)
        people.append(_Known(root, name, fold_name(name), fold_name(company)))
    for root, name in db.execute(
        f"SELECT p.root, k.name FROM invitation k JOIN person p ON p.id = k.person_id WHERE substr(k.sent_at, 1, 10) <= ? AND {seen}",
        (today.isoformat(),),
    ):
        invited.add(root)
        people.append(_Known(root, name, fold_name(name), "", invited=True))
    return connected, invited, people


def _mine(store: Store) -> set[int]:
    slugs = [slug for slug in intakes.member(store).slugs if slug]
    marks = ",".join("?" * len(slugs))
    return {row[0] for row in store.db.execute(f"SELECT root FROM person WHERE slug IN ({marks})", slugs)}


def _deeds(db: sqlite3.Connection, people: Iterable[int], today: date) -> dict[int, _Standing]:
    """Give each person's standing choice (ignore, follow, sent ...) and the day their last invitation was withdrawn.

    What was put off until a day still to come counts as a no for now.
    """
    known.ask(db, people)
    told = acts.of_asked(db, today)
    found: dict[int, _Standing] = {}
    for id, deeds in told.by_person.items():
        now = _Standing()
        for deed in deeds:
            if deed.kind == "decided":
                later = deed.value == "later"
                over = later and today >= told.until.get(deed.id, date.max)
                now = now._replace(choice="" if over else "ignore" if later else deed.value, on=deed.at)
            elif deed.kind == "sent":
                now = _Standing("sent", deed.at)
            elif deed.kind == "withdrawn":
                now = now._replace(withdrawn=deed.at)
        # A no stays a no, whatever was withdrawn before it.
        found[id] = now._replace(withdrawn=None) if now.choice == "ignore" else now
    return found


def _last_seen(db: sqlite3.Connection, people: Iterable[int], today: date) -> dict[int, str]:
    """Give the day of the newest sight of each of these."""
    known.ask(db, people)
    return dict(
        db.execute(
            "SELECT a.root, max(o.observed_on) FROM temp.asked a JOIN observation o ON o.person_id = a.id"
            " JOIN sighting s ON s.fact = o.id JOIN temp.visible v ON v.file = s.file WHERE o.observed_on <= ? GROUP BY a.root",
            (today.isoformat(),),
        )
    )


def _names(db: sqlite3.Connection, people: Iterable[int]) -> dict[int, _Known]:
    return {
        id: _Known(id, name, folded, fold_name(company), addressed=bool(slug))
        for id, name, folded, company, slug in db.execute(
            "SELECT id, name, folded, company, slug FROM person WHERE id IN (SELECT value FROM json_each(?))",
            (str(list(people)),),
        )
    }


def _alike(
    people: Iterable[int], names: Mapping[int, _Known], network: Iterable[_Known]
) -> dict[int, Perhaps]:
    """Compare names: the same one, or a shorter one whose words all stand in the longer one."""
    whole: dict[frozenset[str], list[_Known]] = defaultdict(list)
    parts: dict[frozenset[str], list[_Known]] = defaultdict(list)
    for one in network:
        for part in _parts(one.folded):
            parts[part].append(one)
        whole[frozenset(one.folded.split())].append(one)
    found: dict[int, Perhaps] = {}
    for id in people:
        own = names[id]
        words = frozenset(own.folded.split())
        longer = parts.get(words, ()) if len(words) > 1 else whole.get(words, ())
        shorter = (other for part in _parts(own.folded) if part != words for other in whole.get(part, ()))
        best: Perhaps | None = None
        for other in (*longer, *shorter):
            sure = _confidence(own, other)
            if other.id != id and sure and (best is None or sure > best.confidence):
                best = Perhaps(other.name, sure, other.invited)
        if best is not None:
            found[id] = best
    return found


def _parts(folded: str) -> Iterator[frozenset[str]]:
    """Give every way to shorten a name to two words or more, the first of which stays: few, and so quick to look up."""
    first, *rest = folded.split()[:_LONGEST_NAME] or [""]
    for count in range(1, len(rest) + 1):
        for kept in combinations(rest, count):
            yield frozenset((first, *kept))


def _confidence(own: _Known, other: _Known) -> float:
    same_company = bool(own.company) and own.company == other.company
    if own.folded == other.folded:
        # Two addresses are two people as a rule; a bare name may well be the contact's.
        return SAME_COMPANY if same_company else NAMESAKE if own.addressed else SAME_NAME
    return PART_AND_COMPANY if same_company else 0.0 if own.addressed else PART
