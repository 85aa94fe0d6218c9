"""How many personalised notes the month still has, how long a note may be, and whom to spend the notes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from calabazas.store import settings
from calabazas.writing.budget import MAX_CHARS, PER_MONTH, Candidate, notes_left, plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from calabazas.engine.suggest import Suggestion
    from calabazas.store.engine import Store
    from calabazas.store.outgoing import Outgoing

PER_WEEK = 5
BOUNDS = {"notes_per_month": (0, 200), "max_chars": (80, 300), "invitations_per_week": (1, 50)}
"""The member's settings about notes, each with its least and most."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Notes a month and how many are left of them; characters a note may have; invitations a week and how many are left."""

    per_month: int
    notes_left: int
    max_chars: int
    per_week: int
    week_left: int


def allowance(store: Store, sent: Sequence[Outgoing], today: date) -> Allowance:
    """Reckon what is left, from what was sent in today's month and in the week that began on Monday."""
    per_month = number(store, "notes_per_month", PER_MONTH)
    per_week = number(store, "invitations_per_week", PER_WEEK)
    with_note = [o.on for o in sent if o.note.strip()]
    monday = today - timedelta(days=today.weekday())
    this_week = sum(monday <= o.on <= today for o in sent)
    return Allowance(
        per_month,
        notes_left(with_note, today, per_month),
        number(store, "max_chars", MAX_CHARS),
        per_week,
        max(0, per_week - this_week),
    )


def number(store: Store, key: str, default: int) -> int:
    """Read one of the settings; what does not read is as if it were not set."""
    text = settings.get(store, key)
    return int(text) if text.isdigit() else default


def put(store: Store, key: str, value: int, at: datetime) -> None:
    """Keep one of the settings.

    Raises:
        ValueError: the number is out of its bounds.
    """
    least, most = BOUNDS[key]
    if not least <= value <= most:
        raise ValueError(f"{least}-{most}")
    settings.put(store, key, str(value), at)


def ways(found: Iterable[Suggestion], left: int) -> Mapping[int, str]:
    """Tell how to go about each: `note`, `mail`, `in_person`, `look` or `queue`, by person.

    Whoever can be reached by mail needs no note; but a note that nobody else needs is better spent on them than lost.
    """
    listed = list(found)
    by_key = {str(s.answer.dossier.person.id): s for s in listed}
    planned = plan([_candidate(key, s) for key, s in by_key.items()], left)
    told = {int(p.key): p.way for p in planned}
    spare = left - sum(way == "note" for way in told.values())
    for one in planned:
        if spare > 0 and one.way == "mail" and by_key[one.key].anchored:
            told[int(one.key)] = "note"
            spare -= 1
    return told


def mail_of(s: Suggestion) -> str:
    """Give a mail address by which somebody can be reached; "" when none is known."""
    d = s.answer.dossier
    cards = (x.detail.get("emails", "") for x in reversed(d.links) if x.kind in ("address_book", "listed"))
    return next((mails.split(",")[0].strip() for mails in cards if "@" in mails), "")


def _candidate(key: str, s: Suggestion) -> Candidate:
    return Candidate(key, s.value, s.anchored, bool(mail_of(s)))
