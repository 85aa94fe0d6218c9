"""The demo is honest: real formats, the ordinary door, forty people whose right answer somebody wrote down first."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from calabazas.demo import archive, cast, papers
from calabazas.demo.prepare import demo_home, introduce, is_demo, prepare, stamp
from calabazas.desk.decide import decide
from calabazas.desk.suggest import week
from calabazas.desk.triage import Queue, queue
from calabazas.language import Language
from calabazas.people.records import Problem
from calabazas.sources.doors import find
from calabazas.sources.found import Aside
from calabazas.store.engine import member_path, members, open_member

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A home that only the demo has used."""
    home = tmp_path_factory.mktemp("demo") / "home"
    prepare(home, TODAY)
    return home


@pytest.fixture(scope="module")
def answers(home) -> Queue:
    """What the product says of the forty."""
    with open_member(member_path(demo_home(home))) as store:
        return queue(store, TODAY)


def written(folder: Path, today: date) -> dict[str, bytes]:
    """Write everything the demo's member hands over."""
    folder.mkdir()
    everybody = cast.gather(today)
    paths = [archive.write(everybody, folder), *papers.write(everybody, folder)]
    return {path.name: path.read_bytes() for path in paths}


def test_the_same_day_gives_the_same_bytes(tmp_path):
    """A demo that changed from run to run could be neither explained nor photographed."""
    assert written(tmp_path / "a", TODAY) == written(tmp_path / "b", TODAY)


def test_another_day_moves_dates_and_nobody():
    """The demo never ages because its days move; who takes part stays the same."""
    now, later = cast.gather(TODAY), cast.gather(TODAY + timedelta(days=700))
    assert now.contacts == later.contacts
    assert [each.name for each in now.inviters] == [each.name for each in later.inviters]
    assert now.days.moved("2019") == "2019"
    assert later.days.moved("2019-04") == "2021-03"
    assert "2022" in next(each.note for each in now.inviters if "coincidimos en Conservas" in each.note)
    assert "2024" in next(each.note for each in later.inviters if "coincidimos en Conservas" in each.note)


@pytest.mark.parametrize("today", [TODAY, date(2027, 1, 1), date(2028, 2, 29)])
def test_nothing_lies_ahead_of_the_day(tmp_path, today):
    """On New Year's Day "this year" must not become a month that has not come yet."""
    everybody = cast.gather(today)
    for line in written(tmp_path / "w", today)["profiles.jsonl"].decode().splitlines():
        page = json.loads(line)
        assert page.get("joined", 0) <= today.year
        for role in page.get("experience", ()):
            assert role["start"] <= today.isoformat()[: len(role["start"])]
            assert role["end"] is None or role["start"] <= role["end"]
    assert all(position.get("end", "9") > position["start"] for position in everybody.member["position"])


def test_every_word_of_it_is_read(tmp_path):
    """The demo goes through the ordinary door: what the door cannot read would be a fault of one of the two."""
    written(tmp_path / "w", TODAY)
    seen = set()
    for each in find([tmp_path / "w"]):
        if isinstance(each, Aside):
            assert each.known, each.name
            continue
        seen.add(each.kind)
        assert [row for row in each.read() if isinstance(row, Problem)] == [], each.name
    assert {
        "connections", "invitations", "messages", "profile", "positions", "education", "skills", "address_book",
        "recommendation_received", "recommendation_given", "endorsement_received", "endorsement_given", "private_note",
        "share", "comment", "reaction", "company_follow", "member_follow", "event", "received_list", "profile_lines", "mail", "people_list",
    } <= seen  # fmt: skip


def test_a_life_of_some_size(home):
    """About four hundred contacts, closed accounts among them, and talk with more than the handful who have a story."""
    with open_member(member_path(demo_home(home))) as store:
        db = store.db
        assert 380 <= db.execute("SELECT count(DISTINCT person_id) FROM connection").fetchone()[0] <= 400
        assert db.execute("SELECT count(*) FROM message").fetchone()[0] > 200
        left = db.execute(
            "SELECT left_out FROM intake_file WHERE kind IN ('connections', 'messages')"
        ).fetchall()
        assert '"hidden_connection": 12' in str(left)
        assert '"sponsored": 12' in str(left)
        assert db.execute("SELECT sum(problems) FROM intake_file").fetchone()[0] == 0


def test_forty_wait_and_forty_are_answered(answers):
    """Nobody is lost between the list, the mails and the archive, each of which knows only some."""
    assert {a.dossier.person.name for a in answers.answers} == {
        each.name for each in cast.gather(TODAY).inviters
    }
    assert len(answers.answers) == 40


def test_each_advice_is_there(answers):
    """Who looks at the demo sees everything that the product can say."""
    assert {
        advice: answers.count(advice) >= least
        for advice, least in (("accept", 3), ("follow", 3), ("study", 3), ("ignore", 10))
    } == dict.fromkeys(("accept", "follow", "study", "ignore"), True)


def disagreements(answers: Queue) -> dict[str, str]:
    """Name those who get another advice than the one written beside them."""
    labels = {each.name: each.label for each in cast.gather(TODAY).inviters}
    told = {a.dossier.person.name: a.verdict.advice for a in answers.answers}
    return {name: f"{labels[name]}, but {advice}" for name, advice in told.items() if labels[name] != advice}


def test_it_says_what_a_careful_person_would(answers):
    """The labels were written with the people, before the product was asked."""
    wrong = disagreements(answers)
    assert len(wrong) <= 6, wrong  # 85 % of forty


def test_it_never_ages(tmp_path, answers):
    """Two years on, whoever tries the demo sees the same people get the same advice."""
    later = date(2028, 2, 29)
    with open_member(prepare(tmp_path, later)) as store:
        then = {a.dossier.person.name: a.verdict.advice for a in queue(store, later).answers}
    assert then == {a.dossier.person.name: a.verdict.advice for a in answers.answers}


def test_no_harm_is_let_in_and_nobody_wanted_is_turned_away(answers):
    """One seller accepted, or one friend ignored, costs more than ten doubts."""
    wrong = disagreements(answers).values()
    assert "ignore, but accept" not in wrong
    assert "accept, but ignore" not in wrong


def test_the_same_note_from_several_is_noticed(answers):
    """Three people wrote one text; each of them must be told so."""
    copied = [a for a in answers.answers if "sinergias" in str(a.dossier.invitation)]
    assert len(copied) == 3
    for answer in copied:
        assert answer.verdict.advice == "ignore"
        assert "same_note" in {w.finding.code for w in answer.verdict.weighed}, answer.dossier.person.name


def test_an_unpaid_invoice_weighs_more_than_the_work_before_it(answers):
    """He once was a client; it ended with money owed, and her own messages say so."""
    anselmo = next(a for a in answers.answers if a.dossier.person.name.startswith("Anselmo"))
    assert ("conversation", "ended_badly") in {
        (w.finding.code, w.finding.level) for w in anselmo.verdict.weighed
    }


def test_the_demo_stays_out_of_the_members_own_file(tmp_path):
    """What is invented must never be mixed with what is real."""
    own = member_path(tmp_path)
    open_member(own).close()
    before = own.read_bytes()
    path = prepare(tmp_path, TODAY)
    assert path.parent == demo_home(tmp_path) != own.parent
    assert own.read_bytes() == before
    assert members(tmp_path) == ("member",)
    with open_member(own) as mine, open_member(path) as invented:
        assert not is_demo(mine)
        assert is_demo(invented)


def test_nobody_else_on_the_machine_reads_the_folder_that_it_makes(tmp_path):
    """The home that the demo makes is the one where the real data will lie."""
    home = tmp_path / "new" / "home"
    prepare(home, TODAY)
    assert home.stat().st_mode & 0o077 == 0
    assert demo_home(home).stat().st_mode & 0o077 == 0


def test_made_once_a_day(tmp_path):
    """What somebody tried in the demo is still there when they come back the same day; the next day begins anew."""
    path = prepare(tmp_path, TODAY)
    with open_member(path) as store:
        decide(
            store,
            queue(store, TODAY).answers[:1],
            "accept",
            Language("es"),
            datetime(2026, 11, 23, 13, tzinfo=UTC),
        )
    heard: list[str] = []
    assert prepare(tmp_path, TODAY, lambda name, _: heard.append(name)) == path
    assert heard == []
    with open_member(path) as store:
        assert len(queue(store, TODAY).answers) == 39
    tomorrow = TODAY + timedelta(days=1)
    prepare(tmp_path, tomorrow, lambda name, _: heard.append(name))
    assert "Connections.csv" in heard
    with open_member(path) as store:
        assert len(queue(store, tomorrow).answers) == 40
    assert [entry.name for entry in demo_home(tmp_path).iterdir()] == ["member.sqlite"]


def test_a_broken_demo_is_made_again(tmp_path):
    """Nothing in it is anybody's, so there is nothing to save."""
    path = prepare(tmp_path, TODAY)
    path.write_bytes(b"not a database, not at all" * 100)
    assert prepare(tmp_path, TODAY) == path
    with open_member(path) as store:
        assert is_demo(store)


def test_the_stamp_follows_the_data(monkeypatch):
    """A new edition of the texts must not hide behind yesterday's file."""
    before = stamp(TODAY)
    real = cast.read
    monkeypatch.setattr(cast, "read", lambda name: real(name) + b"\n# one more line")
    cast.version.cache_clear()
    try:
        assert stamp(TODAY) != before
    finally:
        monkeypatch.undo()
        cast.version.cache_clear()


def test_everybody_is_invented_and_looks_it():
    """No address of the demo may be anybody's page on LinkedIn."""
    everybody = cast.gather(TODAY)
    addresses = [each.url for each in (*everybody.contacts, *everybody.inviters)] + [everybody.url]
    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch(r"https://www\.linkedin\.com/in/[\w%-]+-demo", each) for each in addresses)
    mails = [each.mail for each in everybody.contacts if each.mail] + [everybody.member["profile"]["mail"]]
    assert all(each.endswith(".example") for each in mails)


def test_the_notes_could_have_been_sent():
    """LinkedIn cuts a note at 300 characters; a longer one would be a note of ours, not of life."""
    inviters = cast.gather(TODAY).inviters
    assert [each.name for each in inviters if len(each.note) > 300] == []
    assert all(each.why and each.label in ("accept", "ignore", "follow", "study") for each in inviters)


def test_there_are_people_to_invite(home):
    """The first look at the page of suggestions must show what it is for: notes with something to hold on to."""
    with open_member(member_path(demo_home(home))) as store:
        found = week(store, TODAY)
    assert len(found.suggested) >= 4
    held = [s.suggestion.anchor.fact.kind for s in found.suggested if s.suggestion.anchored]
    assert {"event", "employer"} <= set(held)
    assert "Gaspar Nerín Trallero" not in {s.person.name for s in found.suggested}


def test_the_introduction_says_what_is_there():
    """The first words of the demo count; they must count right."""
    who = introduce(TODAY)
    assert (who.contacts, who.waiting, who.mails, who.pages) == (400, 40, 4, 26)
    assert who.target.startswith("Quiero en mi red")
