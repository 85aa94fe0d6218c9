"""What recognising a path yields: a file that can be read, or one that stands aside and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from calabazas.people.records import Problem, Record
    from calabazas.words import Sentence


class UnusableError(Exception):
    """A path that cannot be read at all; nothing of it is stored.

    `sentence` says what, where and what to do.
    """

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.id)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a known kind. `read` streams it once, from the start, at each call.

    `kind` names the format (`connections`, `messages`, `received_list`, `mail`, `profile_pdf`, ...);
    `as_of` is the day its content held as far as the file itself tells (archive name, zip times,
    mail date), None when only its rows or the member can tell; `size` is in bytes, unpacked.
    `complete` tells whether the file lists all there is of its kind on that day; `digest` is the
    hash of its bytes (of a zip's member: of what the zip's directory says of it), "" when nobody computed it.
    """

    name: str
    kind: str
    read: Callable[[], Iterator[Record | Problem]]
    as_of: date | None = None
    size: int = 0
    complete: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that is not read: `known` ones are LinkedIn's but of no use here, the others are reported."""

    name: str
    known: bool
    reason: Sentence
