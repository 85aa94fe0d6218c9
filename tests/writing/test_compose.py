"""Drafts say what their facts say, hook, and pass both the judge and the verifier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calabazas import shipped
from calabazas.engine.anchors import facts_for
from calabazas.people.facts import Fact
from calabazas.reading.notes import NoteReader
from calabazas.writing.compose import ORDER, REGISTERS, Composer, Wishes, first_name, formal_name
from calabazas.writing.verify import Verifier
from kit import TODAY, dossier, link

if TYPE_CHECKING:
    from datetime import date

READER = NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
COMPOSERS = {lang: Composer(shipped.read(f"notes/drafts_{lang}.toml")) for lang in ("es", "en")}
VERIFIER = Verifier(READER)
FACTS = (
    Fact("f1", "Nombre: Nuria Belda", "name"),
    Fact("f2", "Los dos en la lista", "event", what="Marca y Territorio", where="Castellón", on="2024-03-14"),
    Fact("f3", "Contacto en común: Teresa Funes", "mutual"),
    Fact("f4", "Empresa compartida: Horno Alborada, 2015-2018", "employer", 2015, 2018),
    Fact("f5", "Artículo «Pan sin prisa»", "post", on="2025-01"),
)
TOLD_OTHERWISE = frozenset({"address", "recommended", "recommends", "endorsed"})
"""Kinds whose fact's own text bears the draft out, as the desk writes it, not the name of a thing."""
NAMES = st.sampled_from(
    ["Nuria Belda", "Oumaima Benchekroun", "José Mª Pérez", "Xiaoming Li", "Þórður Ní Dhálaigh", "ANA REY"]
)
THINGS = st.sampled_from(
    [
        "Marca y Territorio",
        "Foro de la Última Milla",
        "Vinagres Arjona",
        "DataNorth Leeds",
        "Teresa Funes",
        "IES Alcor",
        "Brick Day",
        "Taller de Iceberg",
        "Mott Hale",
    ]
)
PLACES = st.sampled_from(["", "Castellón", "A Coruña", "Hull", "Ciudad de Panamá"])
DATES = st.sampled_from(["", "2019", "2024-03", "2025-11-02"])
YEARS = st.sampled_from([(None, None), (2009, 2011), (2015, 2018)])
REASONS = {
    "es": st.sampled_from(["", "Preparo un taller en Sabadell.", "Busco quien conozca la ruta de Irún"]),
    "en": st.sampled_from(["", "I am writing on hedges for the parish.", "We start ours in August"]),
}


@st.composite
def facts(draw: st.DrawFn) -> tuple[Fact, ...]:
    """A closed list of facts of any kinds, as the desk would gather them."""
    kinds = draw(
        st.lists(st.sampled_from([k for k in ORDER if k not in TOLD_OTHERWISE]), min_size=1, max_size=4)
    )
    made = [Fact("name", "Nombre", "name"), Fact("role", "Cargo: jefa de compras, Muebles Tejo", "role")]
    for position, kind in enumerate(kinds):
        since, until = draw(YEARS)
        made.append(
            Fact(
                f"f{position}", "", kind, since, until, what=draw(THINGS), where=draw(PLACES), on=draw(DATES)
            )
        )
    return tuple(made)


@settings(max_examples=120, deadline=None)
@given(
    facts(),
    NAMES,
    st.sampled_from(sorted(COMPOSERS)),
    st.sampled_from(REGISTERS),
    st.sampled_from([200, 300]),
    st.data(),
)
def test_every_draft_is_good_and_true(
    known: tuple[Fact, ...], name: str, lang: str, register: str, limit: int, data: st.DataObject
) -> None:
    """Whatever the facts, names, languages: a note that hooks, that nothing objects to, within the limit."""
    wishes = Wishes(name, lang, register, "Iván Lar", limit, data.draw(REASONS[lang]))
    drafts = COMPOSERS[lang].notes(known, wishes)
    assert drafts
    for draft in drafts:
        told = READER.check_note(
            draft.text, [*known, Fact("n", name, "name"), Fact("w", wishes.reason, "writer")], max_chars=limit
        )
        assert (told.label, told.unsupported) == ("good", ()), draft.text
        assert VERIFIER.verify(draft, known, wishes) == (), draft.text
        assert draft.length <= limit
        assert set(draft.used_fact_ids) <= {f.id for f in known}
        assert draft.text.endswith("?")


@pytest.mark.parametrize("lang", sorted(COMPOSERS))
@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("on", [None, TODAY])
@pytest.mark.parametrize(
    "told",
    [
        ("recommendation_received", "Great colleague, found out why our billing was wrong"),
        ("recommendation_given", "Trabaja muy bien"),
        ("endorsement_received", "Riego por goteo"),
    ],
)
def test_praise_is_something_to_hold_on_to(
    lang: str, register: str, on: date | None, told: tuple[str, str]
) -> None:
    """Who praised whom is in the archive: out of each such trace, dated or not, comes a note that hooks."""
    person = dossier("Nuria Belda", question="suggest", links=[replace(link(*told), on=on)])
    known = facts_for(person)
    wishes = Wishes("Nuria Belda", lang, register, "Sabela Otero")
    drafts = COMPOSERS[lang].notes(known, wishes)
    assert drafts
    for draft in drafts:
        assert READER.check_note(draft.text, known).label == "good", draft.text
        assert VERIFIER.verify(draft, known, wishes) == (), draft.text


@pytest.mark.parametrize(
    ("kind", "what", "said"),
    [
        ("event", "Feria de Vigo", "en la Feria de Vigo"),
        ("event", "Jornadas de Riego", "en las Jornadas de Riego"),
        ("event", "Congreso del Agua", "en el Congreso del Agua"),
        ("school", "Universidad de Murcia", "en la Universidad de Murcia"),
        ("event", "PyConES", "en PyConES"),
        ("employer", "Grupo Norte", "por Grupo Norte"),
        ("event", "la Feria de Vigo", "en la Feria de Vigo"),
    ],
)
def test_a_place_is_named_as_people_name_it(kind: str, what: str, said: str) -> None:
    """Nobody who writes Spanish writes "coincidimos en Feria": a draft that does betrays the machine."""
    drafts = COMPOSERS["es"].notes([Fact("f", what, kind, what=what)], Wishes("Nuria Belda"))
    assert all(said in d.text for d in drafts), drafts
    greeting = COMPOSERS["es"].greeting("Nuria Belda", [Fact("f", what, kind, what=what)])
    assert said in greeting


def test_the_same_facts_give_the_same_drafts() -> None:
    """Deterministic: nothing is drawn, whatever the order facts come in."""
    wishes = Wishes("Nuria Belda")
    forth = COMPOSERS["es"].notes(FACTS, wishes)
    assert forth == COMPOSERS["es"].notes(tuple(reversed(FACTS)), wishes)
    assert len({d.text for d in forth}) == len(forth) >= 4


def test_alternatives_lean_on_different_things_first() -> None:
    """Three ways to say the same tie are no choice: each anchor comes once before any comes twice."""
    kinds = [d.kind for d in COMPOSERS["es"].notes(FACTS, Wishes("Nuria Belda"))]
    assert kinds[:4] == ["event", "post", "employer", "mutual"]


def test_the_hook_begins_what_a_preview_shows() -> None:
    """The first sixty characters are all that a list shows."""
    for lang, composer in COMPOSERS.items():
        for draft in composer.notes(FACTS, Wishes("Nuria Belda", lang)):
            told = READER.check_note(draft.text, FACTS, max_chars=300)
            assert any(a.start < 60 for a in told.anchors), draft.text


def test_golden_texts() -> None:
    """Read these aloud: they are what a member copies."""
    es = COMPOSERS["es"].notes(FACTS, Wishes("Nuria Belda", reason="Preparo una guía de panaderías."))
    assert es[0].text == (
        "Hola, Nuria: coincidimos en Marca y Territorio (Castellón) en marzo de 2024. "
        "Preparo una guía de panaderías. ¿Con qué te quedaste tú de aquello?"
    )
    usted = COMPOSERS["es"].notes(FACTS, Wishes("Nuria Belda", register="usted"))
    assert usted[2].text == (
        "Buenos días, Nuria Belda: usted y yo pasamos por Horno Alborada (2015-2018). "
        "¿Qué de lo que aprendió allí sigue usando?"
    )
    en = COMPOSERS["en"].notes(FACTS, Wishes("Nuria Belda", "en"))
    assert en[3].text == "Hi Nuria, we both know Teresa Funes. How did you get to know each other?"


def test_no_fact_no_draft() -> None:
    """Without an anchor nothing is written: a note that could go to anybody is not offered."""
    assert COMPOSERS["es"].notes(FACTS[:1], Wishes("Nuria Belda")) == ()
    unread = Fact("p", "Artículo «Pan sin prisa»", "post", confirmed=False)
    assert COMPOSERS["es"].notes([unread], Wishes("Nuria Belda")) == ()


@pytest.mark.parametrize(
    "what",
    [
        "https://evil.example",
        "{{nombre}}",
        "<b>hola</b>",
        "x" * 200,
        "call 600123456",
        "a@b.example",
        "\u202e\u200b",
        "[Nombre]",
        "",
    ],
)
def test_odd_words_of_strangers_are_not_put_in_the_members_mouth(what: str) -> None:
    """A headline or an event's title may hold anything; what is odd yields no draft."""
    assert COMPOSERS["es"].notes([Fact("e", "", "event", what=what)], Wishes("Nuria Belda")) == ()


def test_a_reason_too_long_is_left_out_and_an_anchor_too_long_gives_no_draft() -> None:
    """The limit is LinkedIn's: nothing is cut in the middle."""
    short = COMPOSERS["es"].notes(FACTS[1:2], Wishes("Nuria Belda", reason="Muy largo. " * 30))
    assert short[0].length <= 200
    assert "Muy largo" not in short[0].text
    assert COMPOSERS["es"].notes(FACTS[1:2], Wishes("Nuria Belda", max_chars=40)) == ()


def test_names_to_greet_by() -> None:
    """As people write theirs on LinkedIn: titles, emoji and shouting do not greet."""
    assert first_name("Dra. Marisa Bertoni") == "Marisa"
    assert first_name("ANA REY") == "Ana"
    assert first_name("🦁 Leopoldo Granda") == "Leopoldo"
    assert first_name("123 {{x}}") == ""
    assert formal_name("Ana Rey | CEO (ella)") == "Ana Rey"
    assert COMPOSERS["es"].notes(FACTS, Wishes("🦁 99")) == ()


def test_the_other_lines() -> None:
    """Apology, the question to a stranger, the first greeting, a word to somebody long silent."""
    es, en = COMPOSERS["es"], COMPOSERS["en"]
    assert es.apology(20) == "Perdona que haya tardado 20 días en contestar."
    assert "¿Qué te trae por aquí?" in es.ask_inviter("Nuria Belda")
    assert "¿Qué le trae por aquí?" in es.ask_inviter("Nuria Belda", "usted")
    assert es.greeting("Nuria Belda", FACTS) == (
        "Hola, Nuria, ya estamos en contacto. Coincidimos en Marca y Territorio. ¿En qué andas ahora?"
    )
    assert "¿Qué te trae por aquí?" in es.greeting("Nuria Belda")
    assert es.reconnect("Nuria Belda", "2021", "el catálogo de Oslo") == (
        "Hola, Nuria. No hablábamos desde 2021 y me acordé del catálogo de Oslo. ¿Cómo acabó aquello?"
    )
    assert "http" not in es.reconnect("Nuria Belda", "2021", "https://evil.example")
    assert en.ask_inviter("Nuria Belda").endswith("What brings you here?")
    assert en.apology(20, "usted").startswith("My apologies")


def test_no_draft_guesses_whether_somebody_is_a_man_or_a_woman() -> None:
    """No participle, adjective or "los dos" in any Spanish text."""
    text = shipped.read("notes/drafts_es.toml").decode().casefold()
    for word in (
        "los dos",
        "encantado",
        "encantada",
        "juntos",
        "juntas",
        "bienvenid",
        "estimado",
        "estimada",
        "señor",
    ):
        assert word not in text
