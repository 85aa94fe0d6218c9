"""One thing that the member's own data hold and that a note may draw on or be checked against."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "name",  # how the other person is called, nicknames too
    "role",  # their title, company, place: what any merge field would fill in
    "writer",  # about whoever writes the note, not about the reader
    "offer",  # what the writer has to give: a vacancy, a service
    "met",  # they met, outside any listed event
    "event",  # both were there, or the reader was
    "employer",  # a shared or own employer
    "school",
    "group",
    "mutual",  # somebody whom both know
    "post",  # something that the reader wrote, said or made
    "message",  # mail or messages between the two
    "address",  # an entry in the writer's address book
    "recommended",  # the reader wrote a recommendation of the writer
    "recommends",  # the writer wrote one of the reader
    "endorsed",  # the reader endorsed a skill of the writer's
    "other",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A checkable fact; `kind` is one of `KINDS`, or "" when only its text tells.

    `since` and `until` are years, both inclusive, None when open or unknown. `confirmed` is False
    when the thing exists but the member has not said that they read, heard or attended it.
    `what`, `where` and `on` (ISO date, also `YYYY-MM` or `YYYY`) are its parts for writing a sentence:
    the event's, firm's or person's name, the topic of a post or message; empty where only `text` is known.
    """

    id: str
    text: str
    kind: str = ""
    since: int | None = None
    until: int | None = None
    confirmed: bool = True
    what: str = ""
    where: str = ""
    on: str = ""
