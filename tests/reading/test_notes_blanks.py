"""Blanks left to fill in are seen whatever brackets, words or gaps the tool that made the note used."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.people.facts import Fact
from calabazas.reading.notes import NoteReader

READER = NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
FACTS = [
    Fact("n", "Nombre: Marta Oñate"),
    Fact("r", "Cargo: jefa de planta, Quesos La Encartada, Palencia"),
    Fact("w", "Remitente: Jorge Sanz, consultor"),
]


@pytest.mark.parametrize(
    "note",
    [
        "Hola {first_name, me gustaría conectar contigo",
        "Hola Marta }, un placer",
        "Hi %FIRST%, nice to meet you",
        "Hola Sr./Sra. ______, le saludo",
        "Hola $NOMBRE, vi tu perfil",
        "Hola «Nombre», qué tal por «Empresa»",
        "Hola *NOMBRE*, me gusta lo que hacéis en *EMPRESA*",
        "Hi ~name~, loved what you do at ~company~",
        "Hi |FNAME|, your work at |COMPANY| is great",
        "Hola (NOMBRE), un saludo",
        "Dear (first name), as a fellow {industry} professional I would welcome the chance to connect.",
        "Hola ..., he visto que trabajas en ...",
        "Hola …, me gusta lo que hacéis en …",
        "Hi FIRSTNAME, great work at COMPANYNAME!",
        "Hi [First Name], saw your post about [topic].",
        "Hola nombre, he visto tu perfil",
        "Hola Marta, vi que llevas X años en la empresa",
        "Hola Marta, ¡enhorabuena por tus XX años en Quesos La Encartada!",
        "Hi Marta, congrats on your work anniversary at #company!",
        "Hola Marta (poner aquí algo personal), me gustaría conectar",
        "Hi Marta, <add something personal here>. Let's connect!",
        "Hola Marta, vi tu publicación sobre TEMA y me encantó",
        "Hi Marta, I really enjoyed your post about XYZ.",
        "Hola Marta, aquí tienes un borrador del mensaje: me gustaría conectar",
        "Hola%20Marta, me%20gustaría conectar",
        "Hola Marta,\\n\\nMe gustaría conectar",
        "Asunto: Conectar. Hola Marta",
        "Hola Nombre_Contacto, saludos",
        "Hello {{ user.name }}, glad to see you",
        "Hallo [Vorname], schön",
    ],
)
def test_a_blank_is_seen(note: str) -> None:
    """No list of tools would be whole, so the making is looked at: a field's name between marks, or a gap."""
    told = READER.check_note(note, FACTS, max_chars=300)
    assert told.label == "template"
    assert "fix_placeholder" in told.missing


@pytest.mark.parametrize(
    "note",
    [
        "Estimad@ profesional, un saludo",
        "Apreciado(a) colega: un saludo",
        "Hola a tod@s, un saludo",
        "Querido/a amigo/a, un abrazo",
        "Dear Mr/Ms, I would like to connect with you",
        "Dear Sir or Madam, I'd value your contact",
        "Hola Patricia, me gusta rodearme de gente constante. ¿Te apetece que conectemos?",
    ],
)
def test_marks_of_copying_make_a_template(note: str) -> None:
    """Both sexes at once, everybody at once, or somebody else's name."""
    assert READER.check_note(note, FACTS, max_chars=300).label == "template"


@pytest.mark.parametrize(
    "note",
    [
        "Marta, ¿a cuánto está el kilo (sin IVA) en origen?",
        "Marta, nos vimos en el XX Congreso de Queserías",
        "Marta (la de los quesos), te debo una cena",
        "Marta, te espero a la entrada de la sala B2, segundo piso",
        "Hola Marta, mi madre (empresa familiar) hacía queso",
        "Marta... cuánto tiempo... ¿sigues en la quesería?",
        "Hi Marta, the role (title aside) is mostly cheese",
        "Marta, tu post #queso me hizo reír",
        "Marta, lo del 5% de sal ¿es en masa o en salmuera?",
        "Hola Marta, *muy* bueno lo de la salmuera",
        "Marta, soy Jorge. En la empresa me llaman «el plasta»",
        "Marta :} qué risa lo del cuajo",
    ],
)
def test_what_people_put_between_marks_is_no_blank(note: str) -> None:
    """Brackets, stars and Roman numbers are also how people write."""
    told = READER.check_note(note, FACTS, max_chars=300)
    assert told.placeholders == ()
    assert told.label != "template"
