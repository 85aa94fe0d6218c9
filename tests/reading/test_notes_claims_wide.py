"""Claims in many wordings under one set of facts: what is invented is found, what is true or about others is left alone."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.people.facts import Fact
from calabazas.reading.notes import NoteReader

READER = NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
FACTS = [
    Fact("n", "Nombre: Marta Oñate"),
    Fact("r", "Cargo: jefa de planta, Quesos La Encartada, Palencia"),
    Fact("w", "Remitente: Jorge Sanz, transportista"),
    Fact("e", "Ambos estuvieron en la feria de quesos de Trujillo, 03/05/2024; Marta preguntó por la cadena de frío"),
    Fact("p", "Charla de Marta sobre salmueras, Zamora, 2023; el remitente confirma haberla oído"),
    Fact("m", "Contacto en común: Elena Vos, que le dio su nombre al remitente"),
]  # fmt: skip


@pytest.mark.parametrize(
    "note",
    [
        "Marta, cuando estuve de visita en tu fábrica me diste a probar el curado.",
        "Marta, fui alumno tuyo en la escuela de lechería.",
        "Marta, tu marido y yo jugamos al mus los jueves.",
        "Marta, ya sabes que siempre te he leído con devoción.",
        "Marta, llevo meses siguiendo tu trabajo.",
        "Marta, después de nuestra conversación por teléfono del martes, aquí estoy.",
        "Marta, tu último libro lo tengo en la mesilla.",
        "Marta, te vi el otro día en la tele.",
        "Marta, me comentó tu hermana que buscas transportista.",
        "Marta, me han chivado que buscas transportista.",
        "Marta, supe que os sobran camiones por la mañana.",
        "Marta, sé de buena tinta que os vais de Palencia.",
        "Marta, eras la mejor de la clase en el instituto.",
        "Marta, veraneábamos en el mismo camping de Oliva.",
        "Marta, tu equipo me atendió de maravilla la semana pasada.",
        "Marta, nuestro amigo Paco Ruiz insiste en que hablemos.",
        "Marta, tu encargado Moncho me pasó tu contacto.",
        "Marta, aún me río de cuando cerramos los dos la caja a oscuras.",
        "Marta, me alegró mucho verte ayer en el juzgado.",
        "Marta, fuimos a la feria de quesos de Trujillo en 2019.",
        "Marta, usted me felicitó por no vender la furgoneta.",
        "Marta, we used to share an office in Leeds.",
        "Marta, I attended your masterclass on rennet last spring.",
        "Marta, thanks for the reference you wrote me.",
        "Marta, I've been reading your newsletter for years.",
        "Marta, I saw you on TV last week talking about milk prices.",
        "Marta, Bob from accounts tells me you are hiring drivers.",
        "Marta, it's been ages since our days at the dairy.",
        "Marta, everyone at the fair was talking about your award.",
        "Marta, my cousin works with you at the plant.",
        "Marta, I was your driver in 2019.",
        "Marta, I still owe you for covering my shifts when my son was born.",
        "Marta, I understand Encartada has just lost its Rotterdam contract.",
    ],
)
def test_what_no_fact_bears_out_is_found(note: str) -> None:
    """Most inventions are not made with the verbs one thinks of first."""
    assert READER.check_note(note, FACTS, max_chars=300).unsupported


@pytest.mark.parametrize(
    "note",
    [
        "Marta, estuvimos los dos en la feria de quesos de Trujillo. ¿Cómo lleváis el frío?",
        "Marta, en Trujillo preguntaste por la cadena de frío y me quedé pensando.",
        "Marta, escuché tu charla sobre salmueras en Zamora y aún la uso.",
        "Marta, tu charla de salmueras me cambió la cuba.",
        "Marta, Elena Vos me dio tu nombre.",
        "Marta, me habló de ti Elena Vos.",
        "Marta, llevo camiones frigoríficos desde 2009 y nunca he perdido una carga.",
        "Marta, mi camión se quedó tirado en Trujillo el día de la feria de quesos.",
        "Marta, he leído el reglamento de frío tres veces y no lo entiendo.",
        "Marta, ¿seguís en Palencia o ya os habéis mudado?",
        "Marta, me dijeron en el taller que el motor no llega a Navidad.",
        "Marta, me han dicho que en LinkedIn hay que tener quinientos contactos.",
        "Marta, mi hija estudió lechería y ahora no quiere ver un queso.",
        "Marta, si me dices cuándo estás, paso a verte.",
        "Marta, el vino de aquella cena te lo debo.",
        "Marta, we were both at the cheese fair in Trujillo in May 2024.",
        "Marta, Elena Vos gave me your name.",
        "Marta, I drove through Palencia last week and it snowed.",
        "Marta, my boss told me the lorry has to go.",
        "Marta, I can't remember which brine your cheese came out of.",
        "Marta, I hope you are well and that the goats behaved.",
        "Marta, I have read the cold-chain rules twice.",
        "Marta, I wanted to invite you to join my network.",
    ],
)
def test_what_is_true_or_about_others_is_left_alone(note: str) -> None:
    """Their own lorry, a workshop's word and what everybody must do are no claim about the reader."""
    assert READER.check_note(note, FACTS, max_chars=300).unsupported == ()


@pytest.mark.parametrize(
    ("note", "stretch"),
    [
        (
            "Marta, escuché tu charla sobre salmueras, la que ganó el premio nacional de lechería. ¿La grabaron?",
            "la que ganó el premio nacional de lechería",
        ),
        (
            "Marta, I heard your salmueras charla, the one that changed the dairy law. Is it online?",
            "the one that changed the dairy law",
        ),
        (
            "Marta, en la feria de quesos de Trujillo me dijiste que los trenes volverían. ¿Y los martes?",
            "dijiste que los trenes volverían",
        ),
    ],
)
def test_what_is_hung_on_a_truth_must_be_true_too(note: str, stretch: str) -> None:
    """That they spoke, or spoke well, does not bear out what they are said to have said or won."""
    found = READER.check_note(note, FACTS, max_chars=300).unsupported
    assert any(stretch in f or f in stretch for f in found)
