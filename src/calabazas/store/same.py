"""Who is the same person as whom: merges, made by the member or inferred, each one a row that can be undone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from calabazas.people.identity import fold_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from calabazas.store.engine import Store

CONFIDENCE = {"mail": 0.98, "name_company": 0.95, "name": 0.8}
"""How sure each inference is; a judgement, shown beside what rests on it."""
CHANCE_NAMESAKES = 0.2
"""A name is common when its words, as often as others bear them, make at least this many more namesakes expected."""


def merge(store: Store, from_id: int, into_id: int, at: str, why: str = "member") -> int:
    """Say that one person is another; give the number to undo it by."""
    with store.write() as db:
        row = db.execute(
            "INSERT INTO merge (from_id, into_id, why, confidence, at) VALUES (?, ?, ?, 1.0, ?) RETURNING id",
            (from_id, into_id, why, at),
        ).fetchone()
        _draw_roots(db)
    return int(row[0])


def unmerge(store: Store, number: int, at: str) -> None:
    """Take a merge back."""
    with store.write() as db:
        db.execute("UPDATE merge SET undone_at = ? WHERE id = ?", (at, number))
        _draw_roots(db)


def infer(db: sqlite3.Connection, at: str) -> None:
    """Find for every name without a profile whose it is, anew: a namesake that arrives makes an old guess unsafe."""
    found = dict(_by_mail(db))
    for id, into, why in _by_name(db):
        found.setdefault(id, (into, why))
    standing = {
        (from_id, into_id, why): id
        for id, from_id, into_id, why in db.execute(
            "SELECT id, from_id, into_id, why FROM merge WHERE undone_at IS NULL AND why IN ('mail','name','name_company')"
        )
    }
    # What the member undid or merged themselves is not inferred again.
    settled = {
        row[0]
        for row in db.execute(
            "SELECT from_id FROM merge WHERE undone_at IS NOT NULL OR why NOT IN ('mail','name','name_company')"
        )
    }
    wanted = {(id, into, why) for id, (into, why) in found.items() if id not in settled}
    gone = [(standing[key],) for key in standing.keys() - wanted]
    news = [(*key, CONFIDENCE[key[2]], at) for key in sorted(wanted - standing.keys())]
    if gone or news:
        db.executemany("DELETE FROM merge WHERE id = ?", gone)
        db.executemany("INSERT INTO merge (from_id, into_id, why, confidence, at) VALUES (?,?,?,?,?)", news)
        _draw_roots(db)


def _by_mail(db: sqlite3.Connection) -> Iterable[tuple[int, tuple[int, str]]]:
    for id, into in db.execute(
        "SELECT n.id, min(p.id) FROM person n JOIN alias a ON a.person_id = n.id AND a.kind = 'mail'"
        " JOIN alias b ON b.kind = 'mail' AND b.value = a.value JOIN person p ON p.id = b.person_id AND p.slug IS NOT NULL"
        " WHERE n.slug IS NULL GROUP BY n.id HAVING count(DISTINCT p.id) = 1"
    ):
        yield id, (into, "mail")


def _by_name(db: sqlite3.Connection) -> Iterable[tuple[int, int, str]]:
    # One word is no name to go by; names that several profiles bear decide nothing, nor do mere namesakes.
    pairs = db.execute(
        "SELECT n.id, n.folded, n.company, min(p.id) FROM person n JOIN person p ON p.folded = n.folded AND p.slug IS NOT NULL"
        " WHERE n.slug IS NULL AND n.folded LIKE '% %' GROUP BY n.id HAVING count(*) = 1"
    ).fetchall()
    if not pairs:
        return
    words: Counter[str] = Counter()
    people = 0
    for (folded,) in db.execute("SELECT folded FROM person WHERE slug IS NOT NULL"):
        people += 1
        words.update(set(folded.split()))
    companies = _companies(db, [pair[3] for pair in pairs])
    for id, folded, company, into in pairs:
        expected = float(people)
        for word in folded.split():
            expected *= (words[word] - 1) / people
        known = companies.get(into, set())
        if company and company in known:
            yield id, into, "name_company"
        elif expected < CHANCE_NAMESAKES:
            yield id, into, "name"


def _companies(db: sqlite3.Connection, people: list[int]) -> dict[int, set[str]]:
    known: dict[int, set[str]] = {}
    marks = "(SELECT value FROM json_each(?))"
    sql = f"SELECT person_id, company FROM connection WHERE company <> '' AND person_id IN {marks}"
    for person, company in db.execute(sql, (str(people),)):
        known.setdefault(person, set()).add(fold_name(company))
    return known


def _draw_roots(db: sqlite3.Connection) -> None:
    """Work out whom each merged person stands for; chains end at the last one, circles at the least."""
    into = dict(db.execute("SELECT from_id, into_id FROM merge WHERE undone_at IS NULL ORDER BY id"))
    db.execute("UPDATE person SET root = id WHERE root <> id")
    roots = []
    for id in into:
        seen, at = [id], id
        while at in into and into[at] not in seen:
            at = into[at]
            seen.append(at)
        roots.append((at if at not in into else min(seen), id))
    db.executemany("UPDATE person SET root = ? WHERE id = ?", roots)


def refresh_names(db: sqlite3.Connection) -> None:
    """Give people the name that the newest source calls them by, where what is staged calls them otherwise."""
    rows = db.execute(
        """
        WITH told (person_id, name) AS (
          SELECT k.person_id, k.name FROM temp.in_connection k UNION SELECT k.person_id, k.name FROM temp.in_invitation k
          UNION SELECT k.person_id, k.name FROM temp.in_observation k
        )
        SELECT DISTINCT p.id FROM told t JOIN person p ON p.id = t.person_id WHERE t.name <> '' AND t.name <> p.name
        """
    ).fetchall()
    rename(db, [row[0] for row in rows])


def rename(db: sqlite3.Connection, people: list[int]) -> None:
    """Set the names of `people` from what their facts say now."""
    if not people:
        return
    newest: dict[int, tuple[str, int, str]] = {}
    for table in ("connection", "invitation", "observation"):
        for person, name, as_of, file in db.execute(
            f"SELECT k.person_id, k.name, f.as_of, f.id FROM {table} k JOIN sighting s ON s.fact = k.id"
            " JOIN intake_file f ON f.id = s.file WHERE k.name <> '' AND k.person_id IN (SELECT value FROM json_each(?))",
            (str(people),),
        ):
            if (as_of, file) > newest.get(person, ("", 0, ""))[:2]:
                newest[person] = (as_of, file, name)
    db.executemany(
        "UPDATE person SET name = ?, folded = ? WHERE id = ? AND slug IS NOT NULL",
        [(name, fold_name(name), id) for id, (_, _, name) in newest.items()],
    )
