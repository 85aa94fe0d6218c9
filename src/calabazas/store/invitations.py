"""Invitations in both directions: the one that counts for each person, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from calabazas.evidence.dossier import Invited
from calabazas.evidence.finding import SourceRef
from calabazas.people.standing import Standing
from calabazas.store import known

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from calabazas.evidence.dossier import Connected, Deed

EXPIRES_DAYS = 183
"""LinkedIn lets an invitation go after about six months (reference, section 5)."""
FRESH_DAYS = 14
"""A mail this young speaks of an invitation that can hardly have been dealt with unseen."""


class Seen(NamedTuple):
    """An invitation in one file."""

    incoming: bool
    on: date
    exact: bool
    note: str
    as_of: str
    kind: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Lists:
    """Pages of received invitations that were read: who stood in them, and when the newest complete one was taken.

    When is the day and, within it, the order of taking in: after the clicks of the morning the list of the noon counts.
    """

    seen: Mapping[int, str]
    newest_complete: str
    names: frozenset[str]
    """Folded names in that page without an address: ambiguous ones may be anybody's."""


def of_asked(db: sqlite3.Connection, today: date) -> dict[int, list[Seen]]:
    """Give all that is known of invitations from and to the people asked about, oldest first."""
    found: dict[int, list[Seen]] = {}
    for root, incoming, sent, exact, note, as_of, kind, file, row in db.execute(
        "SELECT a.root, i.incoming, i.sent_at, i.exact, i.note, v.as_of, v.kind, v.name, s.row"
        " FROM temp.asked a CROSS JOIN invitation i ON i.person_id = a.id CROSS JOIN sighting s ON s.fact = i.id"
        " JOIN temp.visible v ON v.file = s.file WHERE substr(i.sent_at, 1, 10) <= ? ORDER BY i.sent_at, v.as_of, v.file",
        (today.isoformat(),),
    ):
        on = known.day(sent) or known.day(as_of) or today
        found.setdefault(root, []).append(
            Seen(bool(incoming), on, bool(exact), note, as_of, kind, SourceRef(file, row))
        )
    return found


def inviters(db: sqlite3.Connection, today: date) -> list[int]:
    """Give the ids of all who ever invited the member, as known."""
    return [
        row[0] for row in db.execute(f"SELECT DISTINCT p.root {_INVITERS} ORDER BY 1", (today.isoformat(),))
    ]


def inviter_names(db: sqlite3.Connection, today: date) -> frozenset[str]:
    """Give the folded names of all who ever invited the member, as known."""
    return frozenset(
        row[0] for row in db.execute(f"SELECT DISTINCT p.folded {_INVITERS}", (today.isoformat(),))
    )


_INVITERS = (
    "FROM invitation i JOIN person p ON p.id = i.person_id"
    " WHERE i.incoming = 1 AND substr(i.sent_at, 1, 10) <= ?"
    " AND EXISTS (SELECT 1 FROM sighting s JOIN temp.visible v ON v.file = s.file WHERE s.fact = i.id)"
)


_TAKEN = "t.as_of || printf('#%09d', t.file_id)"


def lists(db: sqlite3.Connection) -> Lists:
    """Give what the pages of received invitations say."""
    newest = db.execute(
        f"SELECT coalesce(max({_TAKEN}), '') FROM list_taken t JOIN temp.visible v ON v.file = t.file_id"
        " WHERE t.kind = 'received' AND t.complete = 1"
    ).fetchone()[0]
    seen: dict[int, str] = {}
    names: set[str] = set()
    for root, as_of, folded in db.execute(
        f"SELECT p.root, {_TAKEN} AS taken, CASE WHEN p.slug IS NULL THEN p.folded END FROM list_taken t"
        " JOIN temp.visible v ON v.file = t.file_id JOIN list_entry e ON e.list_id = t.id JOIN person p ON p.id = e.person_id"
        " WHERE t.kind = 'received' ORDER BY taken"
    ):
        seen[root] = as_of
        if folded and as_of >= newest:
            names.add(folded)
    return Lists(seen, newest, frozenset(names))


def counting(seen: Sequence[Seen], *, incoming: bool) -> Invited | None:
    """Choose the invitation that counts: the newest, told by its most exact source, with the fullest note.

    A list says "2 weeks ago" of what an archive dates to the minute: both are one invitation
    unless the list's age puts it clearly later, which is a second attempt.
    """
    of_direction = [one for one in seen if one.incoming is incoming]
    if not of_direction:
        return None
    exact = [one for one in of_direction if one.exact]
    coarse = [one for one in of_direction if not one.exact]
    best = exact[-1] if exact else None
    if coarse and (best is None or coarse[-1].on - best.on > _slack(coarse[-1])):
        best = coarse[-1]
    if best is None:
        return None
    slack = max((_slack(one) for one in of_direction if not one.exact), default=timedelta(days=2))
    near = [
        one.note
        for one in of_direction
        if abs(one.on - best.on) <= (slack if not one.exact or not best.exact else timedelta(days=2))
    ]
    return Invited(incoming, best.on, best.exact, max(near, key=len), best.source)


def _slack(one: Seen) -> timedelta:
    """Give how far off a coarse age may be: LinkedIn counts days, then weeks, months and years, rounding down."""
    age = (date.fromisoformat(one.as_of) - one.on).days
    return timedelta(days=2 if age < 7 else 8 if age < 30 else 32 if age < 365 else 366)


def standing(
    root: int,
    folded: str,
    seen: Sequence[Seen],
    *,
    invited: Invited | None,
    connected: Connected | None,
    deeds: Iterable[Deed],
    until: Mapping[int, date],
    pages: Lists,
    today: date,
) -> Standing:
    """Tell where the invitation of one person stands on a day; what only an archive knows stays unclear.

    `invited` is the one that counts; `deeds` in their order; `until` gives the day to which an act numbered so puts it off.
    """
    if invited is None or (connected is not None and connected.still):
        return Standing.DONE
    # What was decided of an earlier attempt says nothing of this one.
    since = invited.sent_on - timedelta(days=0 if invited.exact else 32)
    decided = [deed for deed in deeds if deed.kind in ("decided", "done") and deed.at >= since]
    last = decided[-1] if decided else None
    gone = _is_gone(root, folded, seen, invited, pages)
    if last is not None and last.kind == "done":
        return Standing.DONE
    if last is not None and last.value != "later":
        return Standing.DONE if gone else Standing.DECIDED
    if gone:
        return Standing.GONE
    if (today - invited.sent_on).days > EXPIRES_DAYS:
        return Standing.EXPIRED
    if last is not None and today < until.get(last.id, date.max):
        return Standing.SNOOZED
    return Standing.WAITING if _confirmed(root, seen, pages, today) else Standing.UNCLEAR


def _is_gone(root: int, folded: str, seen: Sequence[Seen], invited: Invited, pages: Lists) -> bool:
    newest = pages.newest_complete
    if not newest or pages.seen.get(root, "") >= newest or folded in pages.names:
        return False
    told = max(one.as_of for one in seen if one.incoming)
    return invited.sent_on.isoformat() < newest[:10] and told <= newest


def _confirmed(root: int, seen: Sequence[Seen], pages: Lists, today: date) -> bool:
    """Tell whether a page, or a mail as new as any archive that knows it, saw it waiting."""
    page = pages.seen.get(root, "")
    if page and page >= pages.newest_complete:
        return True
    archives = max((one.as_of for one in seen if one.incoming and one.kind == "invitations"), default="")
    mails = max((one.as_of for one in seen if one.incoming and one.kind == "mail"), default="")
    return bool(mails) and mails >= archives and (today - date.fromisoformat(mails)).days <= FRESH_DAYS
