"""Incoming notes: what they are, what they lean on, and whether the member's own past agrees."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.people.facts import Fact
from calabazas.reading.note_incoming import KINDS, NO_NOTE
from calabazas.reading.notes import NoteReader, NoteReading

READER = NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
PAST = (
    Fact("p1", "Astilleros Nodales, jefa de obra", "employer", 2011, 2016),
    Fact("p2", "Grúas Ferrol", "employer", 2016, None),
    Fact("e1", "Jornada de Soldadura, Vigo", "event"),
    Fact("t1", "Charla sobre grúas y viento lateral", "post"),
    Fact("m1", "Teresa Funes", "mutual"),
)


def read(note: str, facts: tuple[Fact, ...] = PAST) -> NoteReading:
    """Read a note to somebody with the past above."""
    return READER.read_incoming(note, recipient=["Berta Loureiro"], sender_name="Nico Paz", facts=facts)


@pytest.mark.parametrize(
    ("note", "kind", "aims"),
    [
        ("", "none", set()),
        ("Hola, Berta: Me gustaría unirme a tu red de LinkedIn.", "default", set()),
        ("Chcę dodać Cię do mojej sieci zawodowej w serwisie LinkedIn.", "default", set()),
        ("Hola {{firstName}}, he visto que trabajas en {{company}}.", "template", set()),
        ("Estimado/a profesional: estoy contactando con empresas para mis prácticas.", "template", {"mass"}),
        (
            "Ayudamos a talleres a conseguir 30 reuniones cualificadas al mes o no pagas.",
            "pitch",
            {"pitch", "leads", "appointments"},
        ),
        ("My bot trades crypto, 4% a week, fully automated. You in?", "pitch", {"crypto"}),
        ("Te cuento un proyecto, 2da fuente de ingreso desde el celular.", "pitch", {"multilevel"}),
        (
            "Hola querida, tienes una energía muy elegante 🌹 ¿tienes WhatsApp?",
            "lure",
            {"lure", "other_messenger"},
        ),
        (
            "May I send the draft? You only need to sign in with your work account to comment.",
            "lure",
            {"lure"},
        ),
        (
            "Linda noche. Vi tu foto y quise saber de ti. Casi no abro esta red, ¿Telegram?",
            "lure",
            {"lure", "other_messenger"},
        ),
        (
            "¿Quién lleva en la nave la renovación de las carretillas? Estoy visitando clientes de tu zona.",
            "pitch",
            {"pitch"},
        ),
        ("Busco a dos personas que quieran un segundo sueldo sin dejar la oficina.", "pitch", {"multilevel"}),
        ("Voy rumbo a los 20 mil, dale aceptar.", "generic", {"collector"}),
        ("Open networker, 18.400 contactos y acepto SIEMPRE. Sumemos redes.", "generic", {"collector"}),
        ("Hola Berta, estoy ampliando mi red, ya soy 14.800.", "generic", {"collector"}),
        (
            "Berta, coincidimos en la Jornada de Soldadura de Vigo, yo preguntaba por el argón.",
            "personal",
            set(),
        ),
    ],
)
def test_kinds_and_aims(note: str, kind: str, aims: set[str]) -> None:
    """What the note is, and the marks of what its writer is after."""
    told = read(note)
    assert told.kind == kind
    assert aims <= {a.aim for a in told.aims}
    assert kind in KINDS


def test_marks_carry_the_exact_words() -> None:
    """The member reads the words that made the mark, as they were written."""
    told = read("Te ofrezco ingresos pasivos y GARANTIZADOS con cripto.")
    shown = {w for a in told.aims for w in a.words}
    assert "GARANTIZADOS" in shown
    assert all(w in "Te ofrezco ingresos pasivos y GARANTIZADOS con cripto." for w in shown)


@pytest.mark.parametrize(
    ("note", "kind", "state"),
    [
        ("¿Te acuerdas? Coincidimos en Astilleros Nodales en 2014, yo llevaba pintura.", "met", "confirmed"),
        ("Coincidimos en Astilleros Nodales por 2021, en la cuenta de la naviera.", "met", "contradicted"),
        ("Trabajamos juntos en Astilleros Nodales de 2017 a 2020.", "overlap", "contradicted"),
        ("Trabajamos juntos en Grúas Ferrol de 2017 a 2020.", "overlap", "confirmed"),
        ("Coincidimos en un congreso de quesos en Arzúa.", "met", "unchecked"),
        ("Escuché tu charla sobre grúas y viento lateral y aún la uso.", "post", "confirmed"),
        ("Leí tu artículo sobre el queso de tetilla.", "post", "unchecked"),
        ("Teresa Funes me recomendó escribirte.", "mutual", "confirmed"),
        ("Lucía, soy Margarida, la de la imprenta de Valença.", "met", "unchecked"),
    ],
)
def test_what_it_leans_on_is_held_against_the_members_past(note: str, kind: str, state: str) -> None:
    """Years that exclude each other contradict; what cannot be checked is left open, never false."""
    assert (kind, state) in {(a.kind, a.state) for a in read(note).anchors}


def test_without_facts_nothing_is_contradicted() -> None:
    """Not knowing is not knowing better."""
    for note in ("Coincidimos en Astilleros Nodales en 2030.", "We worked together at Stripewell 2017-2020."):
        assert {a.state for a in read(note, ()).anchors} == {"unchecked"}


def test_what_is_denied_is_not_after_it() -> None:
    """Who writes "no vendo nada" sells nothing; "no pitch" is no pitch."""
    for note in (
        "Non vendo nada, era por dar as grazas polo consello.",
        "Would like to compare notes on cranes. No pitch, promise.",
    ):
        assert not read(note).aims


@pytest.mark.parametrize(
    ("note", "ask"),
    [
        ("¿Te va bien el jueves a las 10? Son 15 min.", "meeting"),
        ("Te dejo mi agenda: calendly.com/nico", "calendar"),
        ("Pásame tu número y te escribo por WhatsApp.", "messenger"),
        ("Adjunto mi CV, disponibilidad inmediata.", "job"),
        ("You only need to sign in with your account.", "sign_in"),
        ("¿Con qué viento paráis la grúa?", "question"),
    ],
)
def test_what_is_asked(note: str, ask: str) -> None:
    """What the reader would have to do is told apart."""
    assert ask in read(note).ask


def test_an_empty_note_is_one_object() -> None:
    """Most invitations carry none: they cost nothing."""
    assert read(" \n") is NO_NOTE


def test_who_writes_does_not_change_the_reading() -> None:
    """Names, of either side, weigh nothing."""
    note = "Hola {}, escuché tu charla sobre grúas y viento lateral. Un saludo, {}"
    told = [
        READER.read_incoming(note.format(a, b), recipient=[a], sender_name=b, facts=PAST)
        for a, b in (("Berta", "Nico"), ("Oumaima", "Xiaoming"), ("José", "Þórður"))
    ]
    assert len({(t.kind, t.warmth, t.ask) for t in told}) == 1


def test_hostile_notes_are_read_like_any_other() -> None:
    """Controls, endless brackets and invisible letters are a stranger's privilege."""
    for note in (
        "\u202e" * 400,
        "{" * 5000,
        "a\u200bb" * 900,
        "💸" * 800,
        "<script>alert(1)</script>",
        "\x00",
    ):
        assert read(note).kind in KINDS


def test_words_of_any_house_are_no_shared_past():
    """Words like "hospital" stand in many a name: whoever writes them has not said where they were."""
    house = (Fact("p1", "Hospital de Guadamar, farmacia de ensayos", "employer", 2015, None),)
    assert not read("Llevo la farmacia de otro hospital y me gustó tu artículo.", house).anchors[1:]
    assert all(a.kind != "overlap" for a in read("Llevo la farmacia de otro hospital.", house).anchors)
    named = read("Llevé la farmacia en Guadamar antes que tú.", house)
    assert any(a.kind == "overlap" for a in named.anchors)


@pytest.mark.parametrize(
    "note",
    [
        "Bonjour Berta, nous avons lu votre chronique sur les grues et le vent, deux apprentis en ont ri. Merci.",
        "Olá Berta! A minha irmã mostrou-me o seu texto sobre soldadura, imprimi-o e está colado na parede da oficina desde segunda. Obrigado.",
        "Guten Tag Berta, Ihr Beitrag über Kräne und Seitenwind hängt bei uns in der Werkstatt. Danke dafür.",
    ],
)
def test_a_note_in_another_language_is_as_personal(note):
    """The language of a note is no reason to take it for everybody's."""
    assert read(note).kind == "personal"


def test_a_letter_from_an_office_with_a_deadline_and_a_link_is_a_lure():
    """No office serves its papers in an invitation."""
    note = "Estimada: consta una sanción a su nombre. Acceda en un plazo de 48 horas con su certificado en avisos-multas.example para evitar el recargo."
    assert read(note).kind == "lure"
    assert read("Llevo recursos contra sanciones de tráfico, ¿y tú las de costas?").kind != "lure"


def test_a_sale_disclaimed_is_none():
    """Who says that no demo will follow is not read as offering one."""
    note = "Berta, your thread on side wind made us redo a page. Thank you, and this is not going to end in a demo."
    assert read(note).kind == "personal"
