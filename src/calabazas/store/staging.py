"""Takes in the rows of one import, out of everybody's sight, until `publish` shows them all at once.

Rows gather in temporary tables, which vanish with the process. Only the texts of messages, the
bulk of an archive, go to their place at once, in short transactions: nothing refers to them until
the end, and what a killed import left there is swept by the next one.
"""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from calabazas.people import records
from calabazas.people.identity import fold_name, slug_of
from calabazas.store import forgotten, imprints, publish
from calabazas.store.forget import without
from calabazas.store.lock import one_at_a_time

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from calabazas.people.records import Problem, Record
    from calabazas.store.engine import Store

JOURNAL_PAGES = 6000
"""Pages (24 MB) after which an import's journal is copied into the file; SQLite's own 1000 copies six times as often."""
KEPT_PROBLEMS = 1000
"""Problems of a file that are kept with their reason; beyond, they are only counted."""
_WITH_MAIL = ("address_book", "listed")
"""Kinds of trace whose mail addresses tell who it is."""
_FOLD = fold_name.__wrapped__  # each name comes here once: a cache would only cost memory


@dataclass(slots=True)
class FileTaken:
    """One file of an import: where from, and what its rows came to."""

    name: str
    kind: str
    digest: str = ""
    as_of: str = ""
    as_of_from: str = "file"
    """archive or file (told by the source), member (`--as-of`), rows (the newest one), today."""
    complete: bool = False
    id: int = 0
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    kept_problems: list[Problem] = field(default_factory=list)
    newest: str = ""
    lists: list[records.ListTaken] = field(default_factory=list)

    messages: int = 0
    """Messages staged."""
    again: bool = False
    """An earlier file said all of this; it was not kept."""

    def leave(self, kind: str, count: int = 1) -> None:
        """Count rows that were read and are not kept."""
        self.read += count
        self.left_out[kind] = self.left_out.get(kind, 0) + count


@dataclass(slots=True)
class Whose:
    """Whose archive this is, as far as its rows tell."""

    slugs: set[str]
    name: str = ""
    told: str = ""
    """The address that this archive itself gave; "" when it gave none."""


@contextmanager
def _at_full_speed(db: sqlite3.Connection) -> Iterator[None]:
    """Copy the journal back less often, and spare the collector: rows form no cycles (a tenth of the time each)."""
    collects = gc.isenabled()
    gc.disable()
    db.execute(f"PRAGMA wal_autocheckpoint = {JOURNAL_PAGES}")
    try:
        yield
    finally:
        db.execute("PRAGMA wal_autocheckpoint = 1000")
        if collects:
            gc.enable()


@contextmanager
def staging(
    store: Store, made_at: str, whose: Whose, waiting: Callable[[], None] = lambda: None
) -> Iterator[Staging]:
    """Hold the member's import lock and an empty staging; leaving without `publish` stores nothing."""
    with one_at_a_time(store.path, waiting), _at_full_speed(store.db):
        work = Staging(store, made_at, whose)
        try:
            yield work
        finally:
            work.clear()


class Staging:
    """The import at work. Made by `staging`, which holds the lock that its counters rely on."""

    def __init__(self, store: Store, made_at: str, whose: Whose) -> None:
        db = store.db
        self.store = store
        self.made_at = made_at
        self.whose = whose
        self.files: list[FileTaken] = []
        publish.make_tables(db)
        last_fact = db.execute("SELECT coalesce(max(fact), 0) FROM sighting").fetchone()[0]
        with store.write():
            db.execute("DELETE FROM body WHERE id > ?", (last_fact,))
        self._fact: int = last_fact
        self._file: int = db.execute("SELECT coalesce(max(id), 0) FROM intake_file").fetchone()[0]
        self._person: int = db.execute("SELECT coalesce(max(id), 0) FROM person").fetchone()[0]
        self._by_slug: dict[str, int] = dict(db.execute("SELECT slug, id FROM person WHERE slug IS NOT NULL"))
        self._by_name: dict[tuple[str, str], int] = {
            (folded, company): id
            for folded, company, id in db.execute("SELECT folded, company, id FROM person WHERE slug IS NULL")
        }
        self._hides = forgotten.hider(db)
        self._arrivals: list[tuple[int, str, str, str | None, str]] = []
        self._has_messages = db.execute("SELECT EXISTS (SELECT 1 FROM message)").fetchone()[0]
        self.now: FileTaken | None = None

    def begin(self, file: FileTaken) -> None:
        """Start a file; the rows that follow are its own."""
        self._file += 1
        file.id = self._file
        self.files.append(file)
        self.now = file

    def drop(self) -> None:
        """Forget the file begun last, with all its rows."""
        file = self.files.pop()
        publish.drop_file(self.store.db, file.id)
        self.now = None

    def add(self, rows: Sequence[Record | Problem]) -> None:
        """Take rows in; a few thousand at a time is best."""
        file = self.now
        if file is None:
            raise RuntimeError("rows without a file")
        kinds = {type(row) for row in rows}
        db = self.store.db
        bodies: list[tuple[int, str]] = []
        db.execute("BEGIN")
        try:
            for kind in kinds:
                of_kind = rows if len(kinds) == 1 else [row for row in rows if type(row) is kind]
                if kind is records.Message:
                    bodies = self._messages(file, of_kind)  # type: ignore[arg-type]
                else:
                    getattr(self, _HANDLERS[kind])(file, of_kind)
            if self._arrivals:
                db.executemany("INSERT INTO temp.in_person VALUES (?, ?, ?, ?, ?)", self._arrivals)
                self._arrivals.clear()
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        if bodies:
            self._write_bodies(bodies)

    def publish(self) -> int | None:
        """Show everything at once, in one short transaction; give the intake's id."""
        return publish.publish(self.store, self.made_at, self.whose, self.files, self._by_slug)

    def clear(self) -> None:
        """Leave no staged row behind."""
        publish.drop_tables(self.store.db)

    def person(self, name: str, slug: str, company: str = "") -> int:
        """Give the id of somebody, new or known; 0 for one whom the member had erased."""
        if slug:
            known = self._by_slug.get(slug)
            if known is None:
                known = self._by_slug[slug] = self._arrive(name, slug, _FOLD(name), "")
            return known
        key = (_FOLD(name), _FOLD(company))
        if not key[0]:
            return 0
        known = self._by_name.get(key)
        if known is None:
            known = self._by_name[key] = self._arrive(name, "", *key)
        return known

    def meant(self, name: str, person: int) -> None:
        """Say whom a bare name means in this intake: somebody of a list has a name and a company, and a look names neither."""
        self._by_name[_FOLD(name), ""] = person

    def _arrive(self, name: str, slug: str, folded: str, company: str) -> int:
        if self._hides is not None and self._hides(slug, folded):
            return 0
        self._person += 1
        self._arrivals.append((self._person, name, folded, slug or None, company))
        return self._person

    def _next(self) -> int:
        self._fact += 1
        return self._fact

    def _connections(self, file: FileTaken, rows: Sequence[records.Connection]) -> None:
        out, mails = [], []
        for row in rows:
            person = self.person(row.name, row.slug, "" if row.slug else row.company)
            if not person:
                file.leave("forgotten" if row.name else "nameless")
                continue
            content = row[1:2] + row[3:]
            out.append((self._next(), file.id, row.row, _digest("c", person, content), person, *content))
            if row.email:
                mails.append(("mail", row.email.strip().casefold(), person))
            file.newest = max(file.newest, row.connected_on)
        db = self.store.db
        db.executemany("INSERT INTO temp.in_connection VALUES (?,?,?,?,?,?,?,?,?,?)", out)
        db.executemany("INSERT INTO temp.in_alias VALUES (?,?,?)", mails)

    def _invitations(self, file: FileTaken, rows: Sequence[records.Invitation]) -> None:
        out, prints = [], []
        for row in rows:
            person = self.person(row.name, row.slug)
            if not person:
                file.leave("forgotten" if row.name else "nameless")
                continue
            fact = self._next()
            content = (int(row.incoming), row.name, row.sent_at, int(row.exact), row.note)
            out.append((fact, file.id, row.row, _digest("i", person, content), person, *content))
            if row.note and row.incoming:
                shared = imprints.signature(row.note, row.name, row.member_name or self.whose.name)
                if shared:
                    prints.append(("note", imprints.digest(shared), fact, person))
            if row.exact and row.sent_at > file.newest:
                file.newest = row.sent_at
        db = self.store.db
        db.executemany("INSERT INTO temp.in_invitation VALUES (?,?,?,?,?,?,?,?,?,?)", out)
        db.executemany("INSERT INTO temp.in_imprint VALUES (?,?,?,?)", prints)

    def _messages(self, file: FileTaken, rows: Sequence[records.Message]) -> list[tuple[int, str]]:
        """Stage who, when and in which direction; give the texts with their ids."""
        mine_slugs, my_name = self.whose.slugs, _FOLD(self.whose.name)
        by_slug, crc32, id, taken = self._by_slug, zlib.crc32, file.id, file.newest
        out, bodies, fact = [], [], self._fact
        for number, _, sender, slug, names, others, at, _, text, _, kind in rows:
            if kind != "personal":
                file.leave(kind)
                continue
            if slug in mine_slugs or (not slug and _FOLD(sender) == my_name):
                mine, name, slug = 1, names, others[0] if others else ""  # noqa: PLW2901 - the counterpart's from here
            else:
                mine, name = 0, sender
            person = by_slug.get(slug) or self.person(name, slug)
            if not person:
                file.leave("forgotten" if name else "nameless")
                continue
            fact += 1
            opening = crc32(text[:32].replace(" ", "").replace("\n", "")[:20].encode("utf-8", "replace"))
            out.append((fact, id, number, person, at, mine, opening))
            bodies.append((fact, text))
            taken = max(taken, at)
        self._fact, file.newest = fact, taken
        db = self.store.db
        file.messages += len(out)
        db.executemany("INSERT INTO temp.in_message VALUES (?,?,?,?,?,?,?,NULL)", out)
        if self._has_messages and out:
            known = publish.find_known(db, out[0][0])
            bodies = [body for body in bodies if body[0] not in known]
        return bodies

    def _write_bodies(self, bodies: list[tuple[int, str]]) -> None:
        with self.store.write() as db:
            db.executemany("INSERT INTO body VALUES (?, ?)", bodies)

    def _traces(self, file: FileTaken, rows: Sequence[records.Trace]) -> None:
        out, mails = [], []
        for row in rows:
            person: int | None = None
            name = row.name
            if row.kind in _WITH_MAIL:
                found = list(dict.fromkeys(_mails(row.detail)))
                # A card without a name is its mail address, which may yet be somebody's.
                name = name or next(iter(found), "")
            if row.slug or name:
                person = self.person(name, row.slug, "" if row.slug else row.company)
                if not person:
                    file.leave("forgotten")
                    continue
            content = (row.kind, row.name, row.company, row.on, row.text, _json(row.detail))
            out.append((self._next(), file.id, row.row, _digest("t", person or 0, content), person, *content))
            if person and row.kind in _WITH_MAIL:
                mails += [("mail", mail, person) for mail in found]
            file.newest = max(file.newest, row.on)
        db = self.store.db
        db.executemany("INSERT INTO temp.in_trace VALUES (?,?,?,?,?,?,?,?,?,?,?)", out)
        db.executemany("INSERT INTO temp.in_alias VALUES (?,?,?)", mails)

    def _member_facts(self, file: FileTaken, rows: Sequence[records.MemberFact]) -> None:
        out = []
        for row in rows:
            detail = _json(row.detail)
            out.append(
                (self._next(), file.id, row.row, _digest("m", 0, (row.kind, detail)), row.kind, detail)
            )
        self.store.db.executemany("INSERT INTO temp.in_member_fact VALUES (?,?,?,?,?,?)", out)

    def _observed(self, file: FileTaken, rows: Sequence[records.Observed]) -> None:
        out, prints = [], []
        for row in rows:
            person = self.person(row.name, row.slug)
            if not person:
                file.leave("forgotten" if row.name else "nameless")
                continue
            fact = self._next()
            seen_on = row.observed_on or file.as_of or self.made_at[:10]
            content = (row.name, seen_on, row.source, _json(self._seen(row.facts)))
            out.append((fact, file.id, row.row, _digest("o", person, content), person, *content))
            prints += [(kind, value, fact, person) for kind, value in imprints.of_profile(row.facts)]
            file.newest = max(file.newest, seen_on)
        db = self.store.db
        db.executemany("INSERT INTO temp.in_observation VALUES (?,?,?,?,?,?,?,?,?)", out)
        db.executemany("INSERT INTO temp.in_imprint VALUES (?,?,?,?)", prints)

    def _seen(self, facts: Mapping[str, object]) -> Mapping[str, object]:
        """Give what was seen without the names of erased people among the mutual contacts."""
        hides = self._hides
        if hides is None or "mutual_names" not in facts:
            return facts
        return {**facts, "mutual_names": without(facts["mutual_names"], lambda name: hides("", name))}

    def _lists(self, file: FileTaken, rows: Sequence[records.ListTaken]) -> None:
        for row in rows:
            file.lists.append(row)
            if row.left_out:
                file.leave("other", row.left_out)
            file.newest = max(file.newest, row.as_of)

    def _skipped(self, file: FileTaken, rows: Sequence[records.Skipped]) -> None:
        for row in rows:
            if row.rows:
                file.leave(row.kind, row.rows)

    def _problems(self, file: FileTaken, rows: Sequence[Problem]) -> None:
        file.read += len(rows)
        file.problems += len(rows)
        room = max(0, KEPT_PROBLEMS - len(file.kept_problems))
        file.kept_problems += [row for row in rows[:room] if not self._tells_of_erased(row)]

    def _tells_of_erased(self, problem: Problem) -> bool:
        """Tell whether a reason quotes somebody whom the member had erased; it is counted, not kept."""
        hides = self._hides
        return hides is not None and any(
            isinstance(value, str) and (hides("", _FOLD(value)) or hides(slug_of(value) or "-", ""))
            for value in problem.reason.args.values()
        )


def _digest(kind: str, person: int, content: tuple[object, ...]) -> int:
    return imprints.digest("\x1f".join((kind, str(person), *map(str, content))))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return sorted(value) if isinstance(value, (set, frozenset)) else str(value)


def _mails(detail: Mapping[str, str]) -> Iterator[str]:
    """Find the addresses in an address book entry, whatever the columns are called."""
    for value in detail.values():
        for word in str(value).replace(";", " ").replace(",", " ").split():
            if "@" in word and "." in word.rpartition("@")[2]:
                yield word.strip("<>").casefold()


_HANDLERS: dict[type, str] = {
    records.Connection: "_connections",
    records.Invitation: "_invitations",
    records.Trace: "_traces",
    records.MemberFact: "_member_facts",
    records.Observed: "_observed",
    records.ListTaken: "_lists",
    records.Skipped: "_skipped",
    records.Problem: "_problems",
}
