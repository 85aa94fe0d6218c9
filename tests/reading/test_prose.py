"""What people publish and say of themselves: their own work, or bait, formula, selling, collecting, luring.

Precision comes first: each of these words taken for a sign of something turns somebody honest away.
"""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.reading.prose import ProseReader


@pytest.fixture(scope="module")
def prose():
    return ProseReader(shipped.read("prose.toml"))


def nature(prose, text, kind="post"):
    return prose.activity([(kind, text)]).pieces[0].nature


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comenta GUÍA y te paso el PDF", "bait"),
        ("Agree? Repost if you do ♻️", "bait"),
        ("Dale like si tú también madrugas", "bait"),
        ("10 hábitos de la gente eficaz", "bait"),
        ("7 lessons in leadership I wish I knew", "bait"),
        ("¡Gran reflexión! Totalmente de acuerdo", "formula"),
        ("Great insights, thanks for sharing", "formula"),
        ("Obrigada por partilhar", "formula"),
        ("Feliz lunes. El éxito no es un destino", "motivation"),
        ("Your salary is the bribe they give you to forget your dreams", "motivation"),
        ("🔥 Oferta limitada: 50 % de descuento, últimas plazas", "sells"),
        ("Book a free call and we help companies scale", "sells"),
        ("Black Friday de cortafuegos: 25 % en renovaciones", "sells"),
        ("Webinar de riego en 3 clics. Regístrate.", "sells"),
        ("Libertad financiera en 90 días", "lures"),
        ("Aprende a invertir en bitcoin conmigo", "lures"),
        ("Señales de forex gratis por Telegram", "lures"),
        ("Acepto a todos, ¡seguimos creciendo juntos!", "collects"),
        ("LION aquí, 20K y subiendo", "collects"),
        ("Camino de los 20.000 contactos", "collects"),
        ("Ronda de seguidores del martes: pon un corazón y nos agregamos entre todos", "collects"),
        ("Mutual support list no. 7 is open, write your name and your city", "collects"),
        ("12,400 lovely people in this family. Say hello and add three others.", "collects"),
        (
            "My folder of 30 reports is free for anyone in my network. Send me an invitation first!",
            "collects",
        ),
        ("Síganme y los sigo, empieza el tren de contactos", "collects"),
        ("Cadena de los lunes: agrega a los dos de abajo y nadie se queda fuera", "collects"),
        ("LinkedIn will not let me send more requests this week, so send me yours and I approve", "collects"),
        ("Shall I call your office? Our Gold tier was made for this.", "sells"),
        ("Launch price until Friday, link to book in my profile", "sells"),
        ("Si alguien tiene ahorros parados, le cuento un proyecto por privado", "sells"),
        ("My uncle taught me how money can work for you. Ask me.", "lures"),
    ],
)
def test_what_asks_for_something_is_told_by_its_kind(prose, text, expected):
    """Each nature weighs differently, so each must be told apart."""
    assert nature(prose, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Presenté la oferta de la cooperativa en la asamblea y costó dos meses de números",
        "Publicamos una oferta de trabajo para técnico de riego en Lorca",
        "Nuestra plataforma se cayó el lunes por un certificado caducado; así lo arreglamos",
        "We moved our platform to Iceberg: what broke, partition by partition",
        "We build small tools for hydrologists; here is the code and what it gets wrong",
        "5 lessons from moving 40 pipelines off cron",
        "3 lecciones de un año midiendo salinidad en Lorca",
        "How the discount rate changes the value of a well",
        "Lead generation in B2B: why our own forms failed",
        "Trading water rights: the case of the Murray-Darling basin",
        "Premio a la mejor tesis para nuestra compañera Ana",
        "Why crypto libraries should never roll their own random numbers",
        "The train below ran with 12,400 people and nobody added a coach",
        "Añadimos 3 sensores a la cadena y aceptamos 1.200 muestras",
        "El perfil de mi red de riego, del tramo de arriba al de abajo",
        "The offshore team finished the jacket two weeks early",
        "Objetivo 2030: lo que falta por medir en los acuíferos",
        "Llegar a 2.000 hectáreas con riego medido nos ha costado seis campañas",
        "El piloto automático del tractor perdió la señal en el barranco",
        "¿Y si mañana no llueve? Tres comunidades de regantes cuentan su plan",
        "La mentalidad del regante cambió con la sequía: tres comunidades comparadas",
        "Escribe sobre vinos y te hace viajar: gracias, maestra",
        "Publicamos la lista de invitados al congreso de regantes",
        "Write your name on the tool tag before you leave the hangar",
        "La ronda de consultas de mañana empieza por la planta tercera",
    ],
)
def test_words_of_work_are_nobodys_pitch(prose, text):
    """The same words in a sentence about one's work are work."""
    assert nature(prose, text) == "own"


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("Hoy la sonda marcaba ochenta centibares y la parcela estaba encharcada: tenía aire dentro", True),
        ("Buen día a todos", False),
        ("42 sondas, tres fincas, cuatro errores nuestros", True),
        ("Ich habe drei Jahre lang Bodenfeuchte gemessen und dabei ziemlich viel gelernt", True),
        ("我们用三年时间测量了葡萄园的土壤湿度,发现传感器的深度比品牌重要得多", True),
        ("三年間、果樹園の土壌水分を測定して分かったこと：センサーの深さが重要です", True),
        ("삼 년 동안 과수원의 토양 수분을 측정하면서 배운 것들을 정리했습니다", True),
        ("قسنا رطوبة التربة ثلاث سنوات واكتشفنا أخطاء كثيرة في تركيب أجهزة الاستشعار", True),
        ("Trzy lata mierzyliśmy wilgotność gleby i najwięcej błędów było przy montażu czujników", True),
        ("你好", False),
    ],
)
def test_a_piece_with_substance_is_specific_in_any_script(prose, text, specific):
    """What counts in favour must not hang on writing with spaces and Latin letters."""
    (piece,) = prose.activity([("post", text)]).pieces
    assert piece.nature == "own"
    assert piece.specific is specific


def test_what_is_passed_on_or_reacted_to_is_not_their_own(prose):
    """A share of somebody else's work shows no work."""
    read = prose.activity(
        [("share", "Informe de suelos de la comarca, tercera edición")] * 2 + [("reaction", "Celebra esto")]
    )
    assert [p.nature for p in read.pieces] == ["passed_on", "passed_on", "slight"]
    assert read.specific == ()
    assert read.count("passed_on", "slight") == 3


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("LION | 20K contactos", "collects", "LION"),
        ("L.I.O.N. open to all", "collects", "L.I.O.N."),
        ("Open Networker", "collects", "Open Networker"),
        ("+25.000 contactos en LinkedIn", "counts", "+25.000 contactos"),
        ("Te ayudo a vender más", "sells", "Te ayudo a vender"),
        ("Ingresos pasivos para mamás", "lures", "Ingresos pasivos"),
        ("Passionate about [your industry]", "placeholder", "[your industry]"),
        ("Hola, soy {{name}}", "placeholder", "{{name}}"),
    ],
)
def test_what_they_say_of_themselves_is_quoted(prose, text, kind, words):
    """The member judges the words, so the words are shown as they stand."""
    assert words in prose.about_self(text).words(kind)


@pytest.mark.parametrize(
    "text",
    [
        "Keeper of the lion enclosure at the zoo",
        "Me llamo León Cash y mido suelos",
        "Premio Nacional de Investigación 2021",
        "Gestión de la herencia cultural de la comarca",
        "Energy trader, power desk",
        "International Trading Company, logistics",
        "Security engineer: web3 audits and crypto libraries",
        "Nuestra plataforma mide la humedad del suelo",
        "We build irrigation controllers",
        "Agenda 2030, objetivo 2030",
        "Always happy to connect",
        "XXX Congreso Nacional de Riegos",
        "Oferta formativa de la escuela",
    ],
)
def test_trades_names_and_courtesies_are_no_sign(prose, text):
    """Traders, prize-winners and people called León are as welcome as anybody."""
    assert prose.about_self(text).marks == ()


def test_any_text_can_be_asked_for_one_kind(prose):
    """Notes are asked whether they speak of a post to fill."""
    assert prose.find("Buscamos un ingeniero de riego", "hires")
    assert not prose.find("Busco a mi perro", "hires")
