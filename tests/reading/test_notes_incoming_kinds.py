"""Incoming notes of the kinds that are easily mistaken for one another, each in many wordings and two languages."""

from __future__ import annotations

import pytest

from calabazas import shipped
from calabazas.people.facts import Fact
from calabazas.reading.notes import NoteReader, NoteReading

READER = NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
PAST = (
    Fact("p1", "Hotel Bruma, directora", "employer", 2011, 2016),
    Fact("p2", "Posada Zací, ama de llaves", "employer", 2016, None),
    Fact("about", "Escribo sobre hoteles pequeños, tarifas y camareras de piso. Software médico, Rule 11.", "other"),
    Fact("role", "Consultora de hoteles pequeños", "role"),
)  # fmt: skip
SELLING = {"pitch", "lure", "mass", "begs"}


def read(note: str) -> NoteReading:
    """Read a note to somebody who writes about small hotels."""
    return READER.read_incoming(note, recipient=["Berta Loureiro"], sender_name="Nico Paz", facts=PAST)


@pytest.mark.parametrize(
    "note",
    [
        "Hola Berta: estoy con una serie sobre hoteles chicos y todos me mandan contigo. Cuando tengas veinte minutos te llamo; si no, con leerte aprendo",
        "Berta, preparo un reportaje sobre posadas familiares y tres personas distintas me han dado su nombre. ¿Podría llamarla un cuarto de hora esta semana?",
        "Berta, escribo para un diario de Mérida. ¿Es verdad que las tarifas de domingo no cubren la limpieza? Si prefiere, por escrito.",
        "Hi Berta, I'm a reporter with the Courier working on a piece about small hotels. Two sources pointed me to you. Could I ring you for ten minutes?",
        "Hi Berta, I produce a radio show on night work and would love fifteen minutes of your time about housekeeping shifts. No worries if you'd rather not.",
        "Berta, soy cronista de un suplemento dominical y quiero contar cómo se hace una cama en cuatro minutos. ¿Me recibiría un rato?",
        "Hi Berta, I write for the Sunday supplement and I'm trying to understand split shifts. Everyone says ask Berta. When could I call?",
        "Hi Berta, I'm making a documentary about cleaners. May I phone you for a quarter of an hour, off the record?",
    ],
)
def test_a_reporter_asks_for_minutes_and_sells_nothing(note: str) -> None:
    """Twenty minutes and a call are a salesman's words only beside wares."""
    told = read(note)
    assert told.kind == "personal"
    assert not SELLING & {a.aim for a in told.aims}


@pytest.mark.parametrize(
    "note",
    [
        "Berta, usé su cuento del hotel de diez cuartos en clase para enseñar restas en cuarto grado. Los niños votaron por poner precio a la azotea.",
        "Berta, llevé tu hilo de las camareras a mi clase de formación profesional y las alumnas no paraban de discutir. Gracias.",
        "Berta, tu entrada sobre tarifas nos sirvió: en nuestra posada de seis cuartos quitamos la tarifa plana y este mes cuadramos.",
        "Berta, gracias a su artículo en mi empresa dejamos de contar sábanas a mano. Somos cuatro y nos ahorró dos tardes.",
        "Hi Berta, I used your ten-room hotel puzzle with my fourth graders and they argued for an hour about Sunday rates. Thank you!",
        "Berta, I teach hospitality in Cork and your post about linen counts is now on my syllabus. My students ask when you'll write part two.",
        "Hi Berta, your thread on Rule 11 saved me a month: our app is IIa, not I, and I have started the technical file again. Thanks.",
        "Hi Berta, after reading your piece our little company rewrote its whole cleaning schedule. It works. Just wanted you to know.",
        "Berta, mis alumnos de segundo montaron un hotel de cartón con lo que contaste de las tarifas. Te mando foto si quieres.",
        "Berta, su texto sobre los turnos partidos que nadie quiere me sirvió para quitar el de los sábados. Me gustaría seguir de cerca lo que escribe.",
        "Berta, your checklist got our hostel through inspection. We're still small but nobody shouted this year. Thank you.",
        "Berta, because of your post our start-up dropped the star ratings and customers complain less. Just saying thanks.",
    ],
)
def test_who_tells_what_came_of_ones_work_sells_nothing(note: str) -> None:
    """Their app and their company are the life of who gives thanks; there is no yes to win."""
    told = read(note)
    assert told.kind == "personal"
    assert not SELLING & {a.aim for a in told.aims}


@pytest.mark.parametrize(
    "note",
    [
        "soy Lety la de ama de llaves del Zací, cambié de celular y perdí la cuenta",
        "Berta soy Chuy el de mantenimiento, esta es mi cuenta nueva, la otra me la robaron",
        "Hola, soy Tere, de recepción, perdí mi contraseña y abrí este perfil nuevo. ¿Cómo sigues?",
        "Hi Berta it's Moira from the Bruma front desk, lost my old account so adding everyone again x",
        "Hey Berta, Dave from night shift here. Locked out of my old profile, this is the new me.",
        "Berta!! soy Nacho el de la lavandería, me hackearon el otro perfil, agrégame de nuevo porfa",
        "hola jefa, soy Pilar de pisos, este es mi perfil bueno que el viejo no puedo entrar",
        "Hi Berta, Gus the night porter. Facebook and this thing both kicked me out so here I am again.",
    ],
)
def test_an_old_colleague_under_a_new_account(note: str) -> None:
    """They say whom one should remember; whether it is they, nobody can check here."""
    told = read(note)
    assert told.kind == "personal"
    assert "met" in {a.kind for a in told.anchors}


def test_a_new_account_alone_confirms_nothing() -> None:
    """Clones write so, too: the claim stays open whatever facts there are."""
    told = read("Hola, esta es mi cuenta nueva, agrégame por favor.")
    assert {a.state for a in told.anchors} <= {"unchecked"}


@pytest.mark.parametrize(
    "note",
    [
        "Estimado socio: su alojamiento presenta una reserva pendiente de verificación y su extranet será SUSPENDIDA en 24 h. Confirme su identidad aquí: http://bit.example/x",
        "Aviso: hemos detectado un acceso inusual en su cuenta. Verifique sus datos en el siguiente enlace para evitar el bloqueo: seguro.example/verifica",
        "Estimado usuario, su paquete está retenido en aduanas. Abone 1,99 € aquí para liberarlo: envios.example",
        "Su factura vence hoy, descargue el documento adjunto: docs.example/factura.zip",
        "Somos el departamento de soporte de Booking. Su propiedad será dada de baja si no actualiza su contraseña hoy: soporte.example",
        "Felicidades, su perfil ha sido seleccionado para un premio. Para reclamarlo ingrese aquí: premio.example",
        "Dear partner, your listing has been flagged and payouts are on hold. Confirm your details within 48 hours: partner-check.example",
        "Your LinkedIn account will be restricted. Click the link to validate your identity: lnkd.example/verify",
        "Security notice: unusual sign-in attempt. Please update your password immediately at secure.example",
        "Hello, you have a pending payment of 2,400 EUR. To release it, confirm your bank account here: pay.example",
        "Atención: su tarjeta asociada ha sido rechazada y su anuncio quedará oculto. Actualice el método de pago en pagos-host.example antes de hoy.",
        "Equipo de seguridad: alguien intentó entrar en su perfil. Si no fue usted, pulse aquí y cambie su clave: clave.example",
        "Estimada anfitriona, tiene un cobro retenido de 840 €. Ingrese sus datos bancarios para recibirlo: cobros.example",
        "Dear host, a guest complaint has led to your listing being paused. Appeal here within 24 hours: appeal.example",
        "We could not process your last payout. Re-enter your bank details to avoid delay: payout-fix.example",
        "Your mailbox is full and will stop receiving mail. Click to upgrade storage: mail.example",
    ],
)
def test_a_system_that_threatens_and_names_the_remedy_is_a_lure(note: str) -> None:
    """Phishing is known by its make: what is in danger, what wards it off, and where."""
    told = read(note)
    assert told.kind == "lure"
    assert all(w in note for a in told.aims if a.aim == "lure" for w in a.words)


@pytest.mark.parametrize(
    "note",
    [
        "Berta, su reserva del martes está pendiente: el cliente del Zací no contesta. ¿Le confirmo la diez?",
        "Berta, mi paquete está retenido en aduanas desde el lunes. ¿A quién llamabas tú en el puerto?",
        "Hi Berta, my account at the Bruma was suspended in the floods of 2014. Who kept the ledgers?",
        "Berta, verifiqué las tarifas de tu artículo y falta la del domingo. ¿La tienes?",
    ],
)
def test_colleagues_speak_of_bookings_and_parcels_too(note: str) -> None:
    """Each word of phishing is a word of somebody's trade."""
    assert read(note).kind in ("personal", "generic")


@pytest.mark.parametrize(
    "note",
    [
        "Dear Sir/Madam, I am seeking any job opportunity in your reputed company. Kindly refer me. I can do any work.",
        "Respected sir, I am looking for job in your esteemed organization. Please find my resume. I am hard working.",
        "Hello, I am a fresher with good communication skills. Kindly consider me for any suitable vacancy in your esteemed company.",
        "Sir please help me, I need job urgently, any position, any salary. God bless you.",
        "Hi, I'm a recent graduate eager to join your prestigious firm in any capacity. Please refer me to your HR.",
        "Me permito solicitar la oportunidad de realizar mis prácticas profesionales en su prestigiosa empresa. Quedo atento.",
        "Buenos días, busco trabajo de lo que sea, tengo disponibilidad inmediata. Si sabe de algo, le agradecería. Bendiciones.",
        "Estimados señores: adjunto mi CV para que lo tengan en cuenta en futuros procesos de su prestigiosa institución.",
        "Quisiera formar parte de su reconocida empresa, estoy dispuesto a aprender y a trabajar en cualquier área.",
        "Muy señores míos: les hago llegar mi candidatura espontánea para cualquier vacante que pudiera surgir en su organización.",
        "Hola, necesito trabajar urgente, sé limpiar, cocinar, manejar, lo que usted mande. Dios la bendiga.",
        "Hello Ma'am, I request you to please provide me an opportunity in your organisation. I will give my 100%.",
    ],
)
def test_any_work_from_anybody_is_a_note_for_many(note: str) -> None:
    """Nothing in it is meant for this reader; it is sad, and it is mass mail."""
    assert read(note).kind == "template"


@pytest.mark.parametrize(
    "note",
    [
        "Berta, vi su cartel en el Zací: buscan ama de llaves para los fines de semana. ¿A quién le llevo el papel?",
        "Hi Berta, you said at the Bruma you might need a night porter in spring. I've done four winters at the Anchor. Is it still open?",
    ],
)
def test_who_asks_for_one_post_is_no_beggar(note: str) -> None:
    """One place, one question: that note could go to nobody else."""
    assert read(note).kind == "personal"


@pytest.mark.parametrize(
    "note",
    [
        "Su trayectoria en hospitalidad resulta inspiradora. Estoy segura de que podemos generar valor mutuo para nuestros ecosistemas",
        "Admiro tu liderazgo transformador. Construyamos puentes que potencien el impacto de nuestras comunidades.",
        "Creo en el poder de las conexiones auténticas. Sumemos talentos para impulsar el cambio que el sector necesita.",
        "Me inspira tu recorrido. Juntos podemos crear sinergias y elevar nuestro propósito al siguiente nivel.",
        "Un honor coincidir con una profesional de tu calibre. Segura de que nuestro intercambio será enriquecedor para ambas.",
        "Your journey is truly inspiring. I believe we can unlock synergies and co-create value across our ecosystems.",
        "Hi Berta, as a visionary leader your impact is remarkable. Let's connect to explore meaningful collaboration and mutual growth.",
        "Passionate about people and purpose. I love connecting with changemakers like you to exchange ideas and drive impact.",
        "Me encanta rodearme de personas que vibran alto y transforman realidades. Conectemos desde la abundancia y el propósito.",
        "I'm deeply inspired by your leadership journey. Together we can amplify our impact and shape the future of hospitality.",
    ],
)
def test_big_words_alone_were_written_for_many(note: str) -> None:
    """Take them away and nothing is left that says to whom it was written."""
    told = read(note)
    assert told.kind == "template" or "mass" in {a.aim for a in told.aims}


@pytest.mark.parametrize(
    "note",
    [
        "Berta, el impacto de la tasa turística en las posadas de Mérida no lo mide nadie. ¿Tú cuentas también las noches de domingo?",
        "Hi Berta, leadership is a big word for getting fourteen housekeepers to agree on Sunday rates. How did you do it at the Bruma?",
    ],
)
def test_a_big_word_among_things_is_no_hollow_note(note: str) -> None:
    """Impact is some people's trade, and leadership a real question."""
    assert read(note).kind == "personal"


@pytest.mark.parametrize(
    "note",
    [
        "Berta, our channel manager cuts overbookings to zero. Hotels like yours save two hours a day. Can I show you?",
        "Berta, tu artículo sobre tarifas me encantó. Justo de eso va nuestro software: sube el RevPAR un 18 %. ¿Te hago una demo?",
        "Hola Berta, ¿cuántas horas pierde tu equipo con las sábanas? Lavamos para nueve posadas de la zona. ¿Te paso precios?",
        "Loved your thread on Rule 11! We help startups with their technical files, first review free. Shall we talk Thursday?",
        "Berta, seguro que más de un cliente te pregunta por los colchones. Nosotros regalamos uno a cada casa rural para que lo pruebes. Dime dirección y sale mañana.",
    ],
)
def test_praise_or_a_question_does_not_make_wares_a_talk(note: str) -> None:
    """A pitch behind a compliment or dressed as a question is a pitch."""
    assert read(note).kind == "pitch"


@pytest.mark.parametrize(
    "note",
    [
        "Berta, necesito comprar veinte sábanas como las del Zací. ¿A quién se las encargas y cuánto cobra por juego?",
        "Hi Berta, I'd like to order the linen cupboard you showed at the Bruma. How much is the one with six doors?",
    ],
)
def test_who_buys_does_not_sell(note: str) -> None:
    """The same words of trade are said on both sides of the counter."""
    told = read(note)
    assert told.kind == "personal"
    assert "pitch" not in {a.aim for a in told.aims}
