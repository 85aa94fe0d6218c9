"""The member's own context: what people are compared with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calabazas.evidence.dossier import Employment, Member
from calabazas.people.identity import fold_name
from calabazas.store import connections, intakes, invitations, messages, settings, traces

if TYPE_CHECKING:
    from datetime import date

    from calabazas.store.engine import Store


def context(store: Store, today: date) -> Member:
    """Build the member's context as known on a day (`temp.visible` must stand)."""
    db = store.db
    owner = intakes.member(store)
    facts = _facts(store)
    profile: dict[str, str] = {}
    for part in facts.get("profile", ()):
        profile.update({key: value for key, value in part.items() if value})
    own = traces.own(db, today)
    names, companies = _contacts(store, today)
    talked = set(messages.two_way(db, today))
    closed = _closed(store)
    return Member(
        name=owner.name or profile.get("name", ""),
        slug=owner.slug,
        headline=profile.get("headline", ""),
        positions=tuple(
            Employment(p.get("company", ""), p.get("title", ""), p.get("start", ""), p.get("end", ""))
            for p in facts.get("position", ())
        ),
        schools=tuple(
            (s.get("school", ""), s.get("start", ""), s.get("end", "")) for s in facts.get("education", ())
        ),
        skills=tuple(s.get("name", "") for s in facts.get("skill", ())),
        posts=tuple((on[:10], text) for kind, on, text, _, _ in own if kind == "share"),
        events=tuple((on[:10], name or text) for kind, on, text, name, _ in own if kind == "event"),
        target_text=settings.get(store, "target"),
        companies=companies,
        followed_companies=frozenset(
            fold_name(name) for kind, _, _, name, _ in own if kind == "company_follow"
        ),
        contacts=len(names) + closed,
        talked_with=frozenset(names[id] for id in talked & names.keys()),
        contact_names=frozenset(names.values()),
        inviter_names=invitations.inviter_names(db, today),
    )


def _facts(store: Store) -> dict[str, list[dict[str, str]]]:
    """Give each kind of fact from the newest file that holds it: what was deleted on LinkedIn is no longer said."""
    found: dict[str, list[dict[str, str]]] = {}
    for kind, detail in store.db.execute(
        "WITH seen AS (SELECT m.kind, m.detail, s.row, v.file,"
        " first_value(v.file) OVER (PARTITION BY m.kind, v.kind ORDER BY v.as_of DESC, v.file DESC) AS newest"
        " FROM member_fact m JOIN sighting s ON s.fact = m.id JOIN temp.visible v ON v.file = s.file)"
        " SELECT kind, detail FROM seen WHERE file = newest ORDER BY kind, row"
    ):
        found.setdefault(kind, []).append(json.loads(detail))
    return found


def _contacts(store: Store, today: date) -> tuple[dict[int, str], dict[str, int]]:
    """Give the folded name of every contact and how many of them work where."""
    names: dict[int, str] = {}
    where: dict[int, str] = {}
    newest: dict[int, tuple[str, int]] = {}
    for id, folded, company, as_of, file in store.db.execute(
        "SELECT p.id, p.folded, k.company, v.as_of, v.file FROM connection k CROSS JOIN sighting s ON s.fact = k.id"
        " JOIN temp.visible v ON v.file = s.file JOIN person p ON p.id = k.person_id"
        f" WHERE v.as_of >= {connections.NEWEST_COMPLETE} AND k.connected_on <= ?",
        (today.isoformat(),),
    ):
        # Sorted here and not in the query: nearly always there is one file, and nothing to sort.
        if id not in names or (as_of, file) > newest[id]:
            names[id], where[id], newest[id] = folded, company, (as_of, file)
    counts: dict[str, int] = {}
    for company in where.values():
        counts[company] = counts.get(company, 0) + 1
    companies: dict[str, int] = {}
    for company, count in counts.items():
        folded = fold_name(company)
        if folded:
            companies[folded] = companies.get(folded, 0) + count
    return names, companies


def _closed(store: Store) -> int:
    """Count the contacts of whom the newest file gives only a date."""
    row = store.db.execute(
        "SELECT f.left_out FROM temp.visible v JOIN intake_file f ON f.id = v.file WHERE v.kind = 'connections'"
        " ORDER BY v.as_of DESC, v.file DESC LIMIT 1"
    ).fetchone()
    return int(json.loads(row[0]).get("hidden_connection", 0)) if row else 0
