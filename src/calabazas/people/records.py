"""What sources read: one `NamedTuple` a kind of row, and the row that would not read.

Bulk rows are tuples because an archive holds hundreds of thousands of them.
Dates are ISO text (`YYYY-MM-DD`, with `THH:MM:SS` where the file knows it; "" unknown);
`slug` is the key of `people.identity`; `row` is the 1-based line or item in its file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calabazas.words import Sentence


class Problem(NamedTuple):
    """A row that would not read; the good rows around it are kept."""

    file: str
    row: int
    reason: Sentence


class Connection(NamedTuple):
    """A first-degree contact as of the archive; hidden members have only a date and are not made people."""

    row: int
    name: str
    slug: str
    email: str
    company: str
    position: str
    connected_on: str


class Invitation(NamedTuple):
    """An invitation in either direction; `sent_at` is exact or, from a list, coarse (`exact` False)."""

    row: int
    incoming: bool
    name: str
    slug: str
    sent_at: str
    exact: bool
    note: str
    member_slug: str
    member_name: str


class Message(NamedTuple):
    """One message; `kind` is `personal`, `sponsored`, `closed` (LinkedIn Member), `group` or `draft`."""

    row: int
    conversation: str
    sender_name: str
    sender_slug: str
    recipient_names: str
    recipient_slugs: tuple[str, ...]
    at: str
    subject: str
    text: str
    folder: str
    kind: str


class Trace(NamedTuple):
    """Any other link between the member and somebody, or something the member did.

    `kind`: address_book, recommendation_received, recommendation_given, endorsement_received,
    endorsement_given, private_note, member_follow, comment, reaction, share, company_follow,
    event, listed (in a list of people that the member handed over; `text` its event). `slug`, `name`, `company` say who, where the file knows; `detail` holds the rest.
    """

    row: int
    kind: str
    name: str
    slug: str
    company: str
    on: str
    text: str
    detail: Mapping[str, str]


class MemberFact(NamedTuple):
    """Something about the member: kind profile, position, education, skill, email or registration."""

    row: int
    kind: str
    detail: Mapping[str, str]


class Observed(NamedTuple):
    """What was seen of a profile on a date; absent keys were not seen, empty ones were seen to be empty.

    `facts` follows the keys of `people.profile.Profile`; `source` is list, mail, profile, pdf, look or picture.
    """

    row: int
    name: str
    slug: str
    observed_on: str
    source: str
    facts: Mapping[str, object]


class ListTaken(NamedTuple):
    """A whole page of invitations was read: who is missing from a newer complete one no longer waits.

    `kind`: received, sent or suggested (people you may know); `left_out` counts invitations to other things.
    """

    kind: str
    as_of: str
    slugs: frozenset[str]
    complete: bool
    left_out: int


class Skipped(NamedTuple):
    """Rows that hold nobody and are no problem, counted at the end of their file.

    `kind`: hidden_connection (a date only: closed or hidden members).
    """

    kind: str
    rows: int


Record = Connection | Invitation | Message | Trace | MemberFact | Observed | ListTaken | Skipped
