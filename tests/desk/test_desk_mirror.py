"""The mirror counts honestly: what is not known is left out and said, names never slip into what is shown round."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "store"))

from store_rows import connection, invitation, message, take

from calabazas.desk.mirror import document, mirror, report
from calabazas.desk.status import status_of
from calabazas.language import Language
from calabazas.outputs.report import render
from calabazas.store import open_member, settings

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
AGRO = {"company": "Hidroagro", "position": "Ingeniera agrónoma de riego"}
OFF = {"company": "Notaría", "position": "Notario"}


@pytest.fixture
def store(tmp_path):
    with open_member(tmp_path / "home" / "member.sqlite") as opened:
        settings.put(opened, "target", "Busco responsables de riego y agrónomos.", NOW)
        yield opened


def network(store):
    take(
        store,
        {
            "connections": [
                *(connection(f"Agro {c}x", "2020-05-01", **AGRO) for c in "ABCDEFGHIJKL"),
                *(connection(f"Notary {c}x", "2026-05-01", **OFF) for c in "ABCDEFGHIJKL"),
                connection("No Position", "2021-05-01"),
                connection("In Time", "2026-09-05", **AGRO),
                connection("Too Late", "2026-10-20", **AGRO),
            ],
            "messages": [
                message("Notary Ax", "2026-06-01T10:00:00", "Hola"),
                message("Notary Ax", "2026-06-02T10:00:00", "Hola", mine=True),
            ],
            "invitations": [
                invitation("In Time", "2026-09-01T10:00:00"),
                invitation("Too Late", "2026-09-01T10:00:00"),
                invitation("Still Waits", "2026-09-01T10:00:00"),
                invitation("Came Today", "2026-11-22T10:00:00"),
                invitation(
                    "Asked One",
                    "2026-09-01T10:00:00",
                    "Leí tu artículo sobre los pozos de Lorca.",
                    incoming=False,
                ),
                invitation("Asked Two", "2026-09-01T10:00:00", incoming=False),
            ],
        },
    )


def test_the_shares(store):
    network(store)
    m = mirror(store, TODAY)
    assert (m.sector.k, m.sector.n, m.unknown) == (14, 26, 1)
    assert (m.talked.k, m.talked.n) == (1, 27)
    assert (len(m.failing), m.failing_talked) == (12, 1)
    assert (m.answered.k, m.answered.n) == (1, 3), "who came yesterday has time yet"
    assert (m.personalised.k, m.personalised.n) == (1, 2)


def test_the_first_line_in_both_languages(store):
    network(store)
    m = mirror(store, TODAY)
    assert (
        Language("es").say(m.first)
        == "12 de tus contactos no pasarían hoy tu criterio; con 1 acabaste hablando."
    )
    assert Language("en").say(m.first).startswith("12 of your contacts would not pass")


def test_whom_one_knows_is_judged_by_position_all_the_same(store):
    """The question is whom the policy would take, not whom the member knows already."""
    network(store)
    assert "Notary Ax" in {s.person.name for s in mirror(store, TODAY).failing}


def test_growth_is_told_only_as_far_as_it_carries(store):
    network(store)
    m = mirror(store, TODAY)
    assert (m.recent.k, m.recent.n, m.before.k, m.before.n) == (3, 14, 12, 13)
    assert Language("en").say(m.growth).startswith("The count grows faster than what matters")
    assert [(y.year, y.gained, y.total, y.matter) for y in m.years] == [
        (2020, 12, 12, 12), (2021, 1, 13, 12), (2026, 14, 27, 15),
    ]  # fmt: skip


def test_an_empty_file_and_a_member_without_target(store, tmp_path):
    assert "nothing to hold up" in Language("en").say(mirror(store, TODAY).first)
    with open_member(tmp_path / "other" / "member.sqlite") as other:
        network(other)
        m = mirror(other, TODAY)
        assert "Without a target" in Language("en").say(m.first)
        assert (m.passes.n, len(m.failing)) == (0, 0)


def test_nobody_is_named_unless_asked(store):
    """A consultant shows this to a client."""
    network(store)
    m = mirror(store, TODAY)
    for language in (Language("es"), Language("en")):
        assert "Notary" not in render(report(m), language)
        assert "Notary Ax" in render(report(m, names=True), language)
        assert "Notary" not in str(document(m, language))


def test_status_tells_the_last_look(store):
    network(store)
    assert status_of(store, TODAY).mirror is None
    mirror(store, TODAY)
    glance = status_of(store, TODAY).mirror
    assert glance is not None
    assert (glance.on, glance.failing, glance.talked) == (TODAY, 12, 1)
