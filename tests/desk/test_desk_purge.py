"""The purge from proposal to confirmation: nothing at once, nothing silently, everything to be taken back."""

from __future__ import annotations

import csv
import io
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, message, take, trace

from calabazas.desk import purge as desk
from calabazas.language import Language
from calabazas.store import acts, open_member, people, settings

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EN, ES = Language("en"), Language("es")
TARGET = "Busco responsables de riego, agrónomos y fabricantes de sensores agrícolas."
OFF = {"company": "Notaría Pérez", "position": "Notario"}


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        settings.put(opened, "target", TARGET, NOW)
        yield opened


def network(store, as_of="2026-11-23", gone=()):
    """Twenty-five notaries of 2016, an agronomist, an old friend, somebody of the address book."""
    rows = [connection(f"Notary {chr(65 + n)}xx", "2016-03-04", **OFF) for n in range(25)]
    rows += [
        connection("Ana Riego", "2016-03-04", company="Hidroagro", position="Ingeniera agrónoma de riego"),
        connection("Old Friend", "2015-03-04", **OFF),
        connection("Book Friend", "2015-03-04", **OFF),
    ]
    said = [
        message("Old Friend", f"2019-0{n}-05T10:00:00", "Te cuento", mine=bool(n % 2), row=n)
        for n in range(1, 8)
    ]
    take(
        store,
        {
            "connections": [r for r in rows if r.name not in gone],
            "messages": said,
            "address_book": [trace("address_book", "Book Friend", "Notaría Pérez", on="")],
        },
        as_of,
    )


def the(p, name):
    return next(a for a in p.answers if a.dossier.person.name == name)


def let_go(store, *names, on=NOW):
    p = desk.purge(store, on.date())
    return desk.decide(store, [the(p, n) for n in names], "let_go", EN, on)


def states(store, today):
    return {d.person.name: d.state for d in desk.purge(store, today).decided}


def test_batches_of_twenty_the_protected_left_out(store):
    network(store)
    p = desk.purge(store, TODAY)
    assert len(p.proposals) == 25
    assert len(p.batch) == desk.BATCH == 20
    assert the(p, "Ana Riego").verdict.advice == "keep"
    assert [level for level, _ in desk.protections(the(p, "Book Friend"))] == ["address_book"]
    assert {a.dossier.person.name for a in p.reconnect} == {"Old Friend"}


def test_a_draft_to_take_a_tie_up_again_says_only_what_is_known(store):
    network(store)
    friend = the(desk.purge(store, TODAY), "Old Friend")
    assert desk.draft(friend, "es").startswith("Hola, Old. No hablábamos desde 2019")
    assert "2019" in desk.draft(friend, "en")
    assert desk.draft(the(desk.purge(store, TODAY), "Ana Riego"), "es") == ""


def test_an_empty_file_has_nothing_to_purge(store):
    p = desk.purge(store, TODAY)
    assert (p.answers, p.batch, p.decided, p.hidden) == ((), (), (), 0)
    assert desk.document(p, EN)["contacts"] == []


def test_thirty_days_rest_then_export_then_click_then_the_archive(store):
    """Decided is not done, and what is about to be lost is kept first."""
    network(store)
    let_go(store, "Notary Axx")
    assert states(store, TODAY) == {"Notary Axx": "cooling"}
    with pytest.raises(desk.NotYetError) as error:
        desk.done(store, desk.purge(store, TODAY).decided, NOW)
    assert (error.value.why, error.value.until) == ("cooling", TODAY + timedelta(days=30))
    later = TODAY + timedelta(days=30)
    assert states(store, later - timedelta(days=1)) == {"Notary Axx": "cooling"}
    assert states(store, later) == {"Notary Axx": "ready"}
    ready = desk.purge(store, later)
    with pytest.raises(desk.NotYetError, match="export"):
        desk.done(store, ready.decided, NOW)
    out = io.StringIO()
    assert desk.export(store, ready.decided, ES, NOW, out) == 1
    row = next(csv.DictReader(io.StringIO(out.getvalue())))
    assert (row["name"], row["company"], row["decision"]) == ("Notary Axx", "Notaría Pérez", "let_go")
    clicked = datetime.combine(later, NOW.time(), UTC)
    desk.done(store, desk.purge(store, later).decided, clicked)
    assert states(store, later) == {"Notary Axx": "done"}
    network(store, (later + timedelta(days=9)).isoformat(), gone=("Notary Axx",))
    assert states(store, later + timedelta(days=10)) == {"Notary Axx": "confirmed"}


def test_an_archive_that_still_has_them_says_so(store):
    network(store)
    let_go(store, "Notary Axx")
    later = TODAY + timedelta(days=31)
    desk.export(store, desk.purge(store, later).decided, ES, NOW, io.StringIO())
    desk.done(store, desk.purge(store, later).decided, datetime.combine(later, NOW.time(), UTC))
    network(store, (later + timedelta(days=9)).isoformat())
    assert states(store, later + timedelta(days=10)) == {"Notary Axx": "still_there"}


def test_who_comes_to_life_while_resting_drops_out(store):
    """Thirty days are there so that a message may save somebody."""
    network(store)
    let_go(store, "Notary Axx")
    take(store, {"messages": [message("Notary Axx", "2026-12-01T10:00:00", "¿Cómo va todo?")]}, "2026-12-02")
    assert states(store, date(2026, 12, 24)) == {"Notary Axx": "woken"}


def test_the_member_may_let_go_whom_the_product_would_keep(store):
    """A protection that was shown with the decision does not wake anybody afterwards."""
    network(store)
    let_go(store, "Book Friend")
    assert states(store, TODAY + timedelta(days=30)) == {"Book Friend": "ready"}


def test_undo_takes_the_whole_batch_back(store):
    network(store)
    let_go(store, "Notary Axx", "Notary Bxx")
    assert len(desk.purge(store, TODAY).proposals) == 23
    acts.undo(store, NOW)
    p = desk.purge(store, TODAY)
    assert (p.decided, len(p.proposals)) == ((), 25)


def test_whom_the_member_keeps_is_left_in_peace_for_a_year(store):
    network(store)
    p = desk.purge(store, TODAY)
    desk.decide(store, [the(p, "Notary Axx")], "keep", EN, NOW)

    def proposed(day):
        return "Notary Axx" in {a.dossier.person.name for a in desk.purge(store, day).proposals}

    assert not proposed(TODAY)
    assert not proposed(TODAY + timedelta(days=364))
    assert proposed(TODAY + timedelta(days=365))


def test_unfollowing_needs_no_rest(store):
    network(store)
    p = desk.purge(store, TODAY)
    desk.decide(store, [the(p, "Notary Axx")], "unfollow", EN, NOW)
    assert states(store, TODAY) == {"Notary Axx": "ready"}


def test_what_was_shown_is_kept_with_the_decision(store):
    network(store)
    let_go(store, "Notary Axx")
    (kept,) = acts.journal(store)
    assert kept.act.shown["advice"] == "let_go"
    assert kept.act.shown["protections"] == []
    assert {r["code"] for r in kept.act.shown["reasons"]} == {"fit", "quiet"}


def test_one_key_for_whom_nothing_is_remembered(store):
    """The member's own word is reason enough; a protection still stands before it."""
    take(
        store,
        {"connections": [connection("Nobody Known", "2024-05-05"), connection("Book Friend", "2024-05-05")]},
    )
    take(store, {"address_book": [trace("address_book", "Book Friend", on="")]})
    ids = [people.find(store, n)[0].id for n in ("Nobody Known", "Book Friend")]
    assert the(desk.purge(store, TODAY), "Nobody Known").verdict.advice == "keep"
    desk.remember_nothing(store, ids, NOW)
    p = desk.purge(store, TODAY)
    assert the(p, "Nobody Known").verdict.row == "forgotten"
    assert the(p, "Book Friend").verdict.advice == "keep"


def test_a_closed_account_is_proposed(store):
    take(store, {"connections": [connection("Closed One", "2024-05-05")]})
    desk.seen_gone(store, people.find(store, "Closed One")[0].id, "closed", NOW)
    assert the(desk.purge(store, TODAY), "Closed One").verdict.row == "gone"
    with pytest.raises(ValueError, match="gone"):
        desk.seen_gone(store, 1, "vanished", NOW)


def test_the_quieter_of_two_accounts_of_one_person(store):
    """Name, employer and position must agree: namesakes at one employer are two people."""
    one = connection("Eva Same", "2024-01-02", company="Clínica", position="Médica")
    take(store, {"connections": [one, one._replace(slug="eva-same-2", connected_on="2025-01-02")]})
    advice = {a.dossier.person.slug: a.verdict.row for a in desk.purge(store, TODAY).answers}
    assert advice["eva-same"] == "gone"
    assert advice["eva-same-2"] != "gone"


def test_repeated_offers_are_read_where_they_decide(store):
    """Two unanswered offers end a tie; two unanswered questions are the member's to answer."""
    pitch = "Hola, ofrecemos leads cualificados garantizados para tu empresa. ¿Agendamos una llamada de 15 minutos?"
    ask = "¿Te acuerdas de aquel informe de los pozos? ¿Me lo pasas cuando puedas?"
    take(
        store,
        {
            "connections": [connection(n, "2016-03-04", **OFF) for n in ("Pitch Er", "Asks Mee")],
            "messages": [
                message(n, f"2025-0{m}-05T10:00:00", text, row=m)
                for n, text in (("Pitch Er", pitch), ("Asks Mee", ask))
                for m in (3, 5)
            ],
        },
    )
    p = desk.purge(store, TODAY)
    assert the(p, "Pitch Er").verdict.advice == "let_go"
    assert the(p, "Asks Mee").verdict.advice == "keep"
    assert [level for level, _ in desk.protections(the(p, "Asks Mee"))] == ["owed"]


def test_a_quarrel_is_not_taken_up_again(store):
    """Nobody is told to write to whom it ended badly with."""
    lines = [
        message("Old Friend", f"2019-0{n}-05T10:00:00", "Te cuento", mine=bool(n % 2), row=n)
        for n in range(1, 8)
    ]
    lines.append(message("Old Friend", "2019-08-05T10:00:00", "No me vuelvas a escribir nunca", row=9))
    take(store, {"connections": [connection("Old Friend", "2015-03-04", **OFF)], "messages": lines})
    assert the(desk.purge(store, TODAY), "Old Friend").verdict.advice == "keep"


def test_the_document_names_protections_and_findings_apart(store):
    network(store)
    doc = desk.document(desk.purge(store, TODAY), ES)
    book = next(c for c in doc["contacts"] if c["name"] == "Book Friend")
    assert book["verdict"] == "keep"
    assert [x["code"] for x in book["protections"]] == ["address_book"]
    assert "protected" not in {f["code"] for f in book["findings"]}
    assert set(book["axes"]) == {"tie", "worth", "doubt", "aim"}
    assert doc["caveat"].startswith("Esto solo ve LinkedIn")
    assert len(doc["batch"]) == 20


def test_a_second_look_says_the_same_from_what_was_kept(store):
    """Readings are kept between questions: the answers must not depend on it."""
    network(store)
    first = [
        (a.dossier.person.name, a.verdict.advice, a.verdict.axes) for a in desk.purge(store, TODAY).answers
    ]
    again = [
        (a.dossier.person.name, a.verdict.advice, a.verdict.axes) for a in desk.purge(store, TODAY).answers
    ]
    assert first == again
    settings.put(store, "target", "Busco notarios y abogados.", NOW)
    assert the(desk.purge(store, TODAY), "Notary Axx").verdict.advice == "keep", "another target is read anew"
