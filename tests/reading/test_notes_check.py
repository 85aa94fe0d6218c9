"""A note about to be sent gets one label, the things it lacks and one sentence of advice."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from calabazas import shipped
from calabazas.people.facts import Fact
from calabazas.reading.note_advice import LABELS
from calabazas.reading.notes import NoteReader, length_of

if TYPE_CHECKING:
    from calabazas.reading.note_check import NoteCheck

READER = NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
HERE = Path(__file__).resolve().parent
FACTS = [
    Fact("n", "Nombre: Ruth Palmer"),
    Fact("r", "Cargo: ingeniera de drenaje, Diputación de Lugo"),
    Fact("e", "Ambas asistieron al Día del Agua, Ourense, 04/03/2025; hicieron cola juntas para el café"),
    Fact("s", "Remitente: Iria Lema, bombera"),
]
GOOD = "Hola, Ruth: hicimos cola juntas en el Día del Agua de Ourense. ¿Vuestro dron ve debajo de la hiedra?"


def check(note: str, **rest: object) -> NoteCheck:
    """Judge a note under the facts above."""
    return READER.check_note(note, FACTS, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("note", "label", "missing"),
    [
        ("", "none", {"anchor", "reason"}),
        ("  \n ", "none", {"anchor", "reason"}),
        ("Me gustaría añadirte a mi red profesional en LinkedIn.", "default", {"anchor", "reason"}),
        ("Hola {{nombre}}, ¿conectamos?", "template", {"fix_placeholder", "anchor", "reason"}),
        (
            "Hola Ruth, veo que eres ingeniera de drenaje en la Diputación de Lugo. Sería un placer conectar.",
            "template",
            {"anchor", "reason"},
        ),
        (
            "Hola Ruth, ofrecemos bombas con un 20 % de descuento hasta el viernes.",
            "pitch",
            {"no_pitch", "anchor"},
        ),
        ("Hola Ruth, el agua es vida. ¡Un abrazo!", "generic", {"anchor", "reason"}),
        ("Hola Ruth, las dos estuvimos en el Día del Agua de Ourense. Conectemos.", "generic", {"reason"}),
        (GOOD, "good", set()),
    ],
)
def test_each_label(note: str, label: str, missing: set[str]) -> None:
    """The six names a note can have, and what an editor would ask for."""
    told = check(note)
    assert (told.label, set(told.missing)) == (label, missing)
    assert told.sentence.id
    assert label in LABELS


def test_a_note_may_hook_and_still_be_too_long_or_untrue() -> None:
    """The label is about the note; the limit and the truth are said beside it."""
    long = (
        GOOD
        + " Lo pregunto porque en el parque de bomberos llevamos dos inviernos con la misma alcantarilla atascada y nadie se aclara con los planos viejos."
    )
    assert "shorter" in check(long, max_chars=200).missing
    assert "shorter" not in check(long, max_chars=300).missing
    lied = check(GOOD + " Luego cenamos juntas.")
    assert lied.label == "good"
    assert lied.unsupported == ("Luego cenamos juntas",)
    assert lied.sentence.args["words"] == "Luego cenamos juntas"


def test_the_same_words_prove_nothing_without_their_fact() -> None:
    """The swap test: what hooks one reader must not hook another."""
    other = [Fact("n", "Nombre: Ruth Palmer"), Fact("r", "Cargo: ingeniera de drenaje, Diputación de Lugo")]
    told = READER.check_note(GOOD, other)
    assert told.label == "generic"
    assert "anchor" in told.missing
    assert told.unsupported


def test_a_fact_not_confirmed_anchors_no_reading() -> None:
    """That she gave a talk is known; that the member heard it is not."""
    talk = Fact("t", "Charla sobre drones y hiedra, Ourense", "post", confirmed=False)
    told = READER.check_note(
        "Hola Ruth, escuché tu charla sobre drones y hiedra. ¿Qué dron usas?", [*FACTS[:2], talk]
    )
    assert told.unsupported
    heard = READER.check_note(
        "Hola Ruth, escuché tu charla sobre drones y hiedra. ¿Qué dron usas?",
        [*FACTS[:2], Fact("t", talk.text, "post")],
    )
    assert (heard.label, heard.unsupported) == ("good", ())


def test_a_note_sent_before_is_a_template() -> None:
    """With the name changed it is the same note, however well it read the first time."""
    again = check(GOOD, earlier_notes=[GOOD.replace("Ruth", "Marta")])
    assert again.label == "template"
    assert again.parts["alike"] < -0.2
    assert check(GOOD, earlier_notes=["Hola, Marta: ¿sigues en el puerto?"]).label == "good"


def test_the_score_is_the_sum_of_its_parts() -> None:
    """A number that cannot be taken apart would not be believed."""
    told = check(GOOD)
    assert told.score == pytest.approx(sum(told.parts.values()), abs=0.002)
    assert told.score > check("Hola Ruth, el agua es vida.").score
    assert {"anchor", "reason", "question", "hook", "length"} <= set(told.parts)


def test_length_counts_the_stricter_way() -> None:
    """Nobody knows how LinkedIn counts an emoji, so the dearer count holds."""
    assert length_of("ñ") == 1
    assert length_of("👩‍🚒") == 5


def test_names_do_not_weigh() -> None:
    """The same note to and from people of any name reads the same."""
    seen = set()
    for first, last in (
        ("Ruth", "Palmer"),
        ("Oumaima", "Benchekroun"),
        ("Xiaoming", "Li"),
        ("José", "Pérez"),
    ):
        facts = [Fact("n", f"Nombre: {first} {last}"), *FACTS[1:]]
        told = READER.check_note(GOOD.replace("Ruth", first), facts)
        seen.add((told.label, told.missing, told.score, told.unsupported))
    assert len(seen) == 1


@pytest.mark.parametrize("name", ["own", "own2", "own3", "own4", "own5", "own6", "own7"])
def test_our_own_graded_notes_stay_well_judged(name: str) -> None:
    """A floor under 320 notes of our own; the bars proper are measured by the benchmark on others' notes."""
    sys.path.insert(0, str(HERE.parents[1] / "benchmarks"))
    try:
        import notes as bench
    finally:
        sys.path.pop(0)
    path = HERE.parent / "data" / "notes" / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    checks = [READER.check_note(r["note"], bench.facts_of(r), max_chars=300) for r in rows]
    told = bench.scores(rows, checks)
    assert told["macro_f1"] >= 0.9
    assert told["good_f1"] >= 0.93
    assert told["unsupported_found"] >= 0.8
    assert told["unsupported_precision"] >= 0.8
