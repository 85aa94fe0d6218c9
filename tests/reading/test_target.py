"""What a target says, in the ways people say it: what is refused must never be read as wished."""

import pytest
from fit_readers import FIELDS, TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

from calabazas.reading.goals import goals
from calabazas.reading.target_draft import draft_target
from calabazas.reading.target_words import EXCLUDED, describe


def wished(text):
    return [wish.phrase.lower() for wish in TARGETS.read(text).wanted]


def refused(text):
    return [wish.phrase.lower() for wish in TARGETS.read(text).unwanted]


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        (
            "Quiero enólogos y sumilleres. No quiero agencias de publicidad.",
            "enólogos",
            "agencias de publicidad",
        ),
        ("Busco arquitectas, pero no promotoras inmobiliarias.", "arquitectas", "promotoras inmobiliarias"),
        ("Me interesan los veterinarios; ni criadores ni tiendas de mascotas.", "veterinarios", "criadores"),
        ("Directores de hotel, excepto franquicias.", "directores de hotel", "franquicias"),
        ("I want nurses and midwives (not their agencies).", "nurses", "agencies"),
        ("Looking for: potters, weavers. Not for: gift shops.", "potters", "gift shops"),
        (
            "I'd love to meet geologists. Please no drilling contractors.",
            "geologists",
            "drilling contractors",
        ),
        (
            "Busco:\n- bibliotecarias\n- archiveros\nNo:\n- vendedores de software",
            "archiveros",
            "vendedores de software",
        ),
        ("Illustrators yes. Printers: no.", "illustrators", "printers"),
        ("Ni criptomonedas ni loterías. Quiero actuarios.", "actuarios", "loterías"),
        ("I would rather not hear from brokers. I want actuaries.", "actuaries", "brokers"),
        ("Nada de gurús. Sí a docentes rurales.", "docentes rurales", "gurús"),
    ],
)
def test_a_refusal_is_not_a_wish(text, yes, no):
    """The scope of a "no" is the heart of it: read the wrong way round it accepts the unwanted."""
    assert yes in wished(text)
    assert any(no in phrase for phrase in refused(text))
    assert not any(no in phrase for phrase in wished(text))
    assert yes not in refused(text)


def test_ni_carries_on_what_no_began():
    """In Spanish one "no quiero" governs every "ni" that follows."""
    target = TARGETS.read("Quiero apicultores. No quiero coaches, ni multinivel, ni gente que vende leads.")
    assert [wish.phrase for wish in target.wanted] == ["apicultores"]
    assert {"coaching", "mlm", "leads"} <= set(target.excluded)


@pytest.mark.parametrize(
    ("text", "who", "condition"),
    [
        ("Quiero geólogos. Reclutadores, solo con un puesto concreto.", "Reclutadores", "un puesto concreto"),
        ("Estudiantes de enología, si van en serio.", "Estudiantes de enología", "van en serio"),
        ("Recruiters only if they name the role.", "Recruiters", "they name the role"),
        ("Students are welcome if they ask a real question.", "Students", "they ask a real question"),
        ("I do not want recruiters without a concrete role.", "recruiters", "a concrete role"),
    ],
)
def test_exceptions_are_kept_as_conditions(text, who, condition):
    """«Only if» is neither a wish nor a refusal."""
    conditions = TARGETS.read(text).conditions
    assert any(who in item.who and condition in item.only_if for item in conditions)


def test_the_head_of_a_list_reaches_its_members():
    """«Data» alone is anybody; "data engineers" are whom the member means."""
    assert "data engineers" in wished("I want data, analytics and platform engineers.")
    assert "directores de enfermería" in wished("Quiero directores y supervisoras de enfermería.")
    assert "especialistas en cata" in wished("Quiero especialistas en viñedo, cata y crianza.")


def test_places_levels_houses_and_the_wish_to_follow():
    """Each goes to its own room: a place must not become a sector, nor a level a refusal."""
    target = TARGETS.read(
        "Quiero economistas. Primero Galicia, luego Portugal. Me da igual que sea junior. "
        "Quien ya conozco de Talleres Miño o de Banco Norte entra. A la gente maja de otros sectores prefiero seguirla."
    )
    assert [wish.phrase for wish in target.wanted] == ["economistas"]
    assert target.places[:2] == ("Galicia", "Portugal")
    assert target.any_seniority
    assert target.known_orgs == ("Talleres Miño", "Banco Norte")
    assert target.follow_others
    assert not target.unwanted


def test_what_one_wants_to_be_known_for_is_no_wish():
    """It says what the rest leans on, not whom to accept."""
    target = TARGETS.read("Quiero que se me conozca como referente en vidrio soplado. Quiero galeristas.")
    assert any("vidrio soplado" in item for item in target.known_as)
    assert [wish.phrase for wish in target.wanted] == ["galeristas"]
    assert TARGETS.read("I'd like to be known for slow bread. I want millers.").known_as == ("slow bread",)


def test_less_is_less():
    """A lesser wish stays a wish."""
    target = TARGETS.read("Quiero notarios. El derecho de otros países me interesa menos.")
    assert {wish.weight for wish in target.wanted} == {1.0, 0.4}


def test_reasons_and_generalities_are_no_wishes():
    """«Because» and "people" name nobody."""
    found = wished("Quiero gente de seguros, porque son la otra mitad de mi trabajo, y peritos.")
    assert found == ["seguros", "peritos"]


def test_it_is_shown_back_in_sentences_that_name_every_part():
    """The member corrects what was understood; a part not shown cannot be corrected."""
    target = TARGETS.read(
        "Quiero notarios y registradores. No quiero cripto. Estudiantes, solo si opositan. Primero Asturias."
    )
    ids = [row.id for row in describe(target)]
    assert ids[0] == "You look for: {list}."
    assert any(row.startswith("Only under a condition") for row in ids)
    assert any(row.startswith("Places that add") for row in ids)
    assert any(row.args.get("list") == "notarios, registradores" for row in describe(target))
    assert len(describe(TARGETS.read(""))) == 1
    assert set(TARGETS.cues.excluded) <= set(EXCLUDED)


def test_a_draft_reads_back_as_the_sector_it_was_drafted_from():
    """A draft that its own reader misreads would start the member off wrongly."""
    for language in ("es", "en"):
        text = draft_target(
            FIELDS, language, ["Enóloga", "Ayudante de bodega"], skills=["Cata", "Viticultura"]
        )
        target = TARGETS.read(text)
        assert "wine" in FIELDS.read(" | ".join(wish.phrase for wish in target.wanted)).values
        assert {"crypto", "mlm", "collector"} <= set(target.excluded)
        assert target.any_seniority
        assert target.conditions
    assert draft_target(FIELDS, "es", []) == ""


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text):
    """Members paste anything."""
    target = TARGETS.read(text)
    assert describe(target)


@pytest.mark.parametrize(
    ("text", "first", "me"),
    [
        (
            "Directora de un museo. Quisiera conectar con conservadores.",
            "conservadores",
            "Directora de un museo",
        ),
        ("Baker turned miller, Cork. I'm building a network of farmers.", "farmers", "Baker turned miller"),
        ("CFOs and treasurers of hospitals. I'd like to be known for calm.", "CFOs of hospitals", ""),
        ("Jefes de cocina y maîtres: esos son los contactos que me sirven.", "Jefes de cocina", ""),
    ],
)
def test_who_the_member_is_differs_from_whom_they_want(text, first, me):
    """A first sentence without a verb is either; several people are wished for, one person is the member."""
    target = TARGETS.read(text)
    assert target.wanted[0].phrase == first
    assert (target.about_me[0] if target.about_me else "") == me


def test_other_ways_to_refuse():
    """People refuse politely and in passing."""
    assert refused("I want hydrologists. I can do without bottlers.") == ["bottlers"]
    assert refused("Quiero queseros. No me hacen falta diseñadores de etiquetas.") == [
        "diseñadores de etiquetas"
    ]
    assert wished("I want fewer, better contacts: hydrologists, river engineers.") == [
        "hydrologists",
        "river engineers",
    ]


def test_a_draft_of_several_fields_can_be_read_aloud():
    """Fields have an "and" in their names: each gets its own preposition, and is read back as its own wish."""
    titles = ["Directora de marketing", "Responsable de comunicación"]
    spanish, english = (draft_target(FIELDS, language, titles) for language in ("es", "en"))
    assert spanish.startswith("Quiero en mi red a gente de ")
    assert ", y de " in spanish
    assert english.startswith("I want people who work in ")
    assert ", and in " in english
    for text in (spanish, english):
        read = FIELDS.read(" | ".join(wish.phrase for wish in TARGETS.read(text).wanted)).values
        assert {"marketing", "communication"} <= set(read)


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        (
            "Busco cartógrafas. Pet shops, influencers y peluquerías no, por favor.",
            "cartógrafas",
            "pet shops",
        ),
        ("Want: potters, glaziers.\nDon't want: galleries, coaching.", "glaziers", "galleries"),
        ("- potters\n- glaziers\nNope: galleries, resin art.", "glaziers", "resin art"),
        ("Fuera: palés usados; franquicias; criptos. Quiero estibadores.", "estibadores", "franquicias"),
        (
            "Me interesan: notarios; peritos.\nNo me interesan: divisas, coaches.\nOpositores, con mucho gusto.",
            "opositores",
            "divisas",
        ),
        ("Keen to know: bakers. Not so keen: planners, brokers.", "bakers", "planners"),
        (
            "Me interesan catadores. Los vendedores de abono que no, gracias; lo mismo para los de drones.",
            "catadores",
            "drones",
        ),
        (
            "I'd love to meet millers. I'll pass on agencies touting shifts.",
            "millers",
            "agencies touting shifts",
        ),
        (
            "No ando buscando tiempos compartidos. Me encantaría conocer a chefs.",
            "chefs",
            "tiempos compartidos",
        ),
        (
            "Estoy abierto a toneleros. Los que ofrecen etiquetas pueden seguir de largo.",
            "toneleros",
            "etiquetas",
        ),
    ],
)
def test_refusals_of_many_countries(text, yes, no):
    """Headings, semicolons, verdicts behind a list, Mexican, Chilean and Australian ways of saying no."""
    assert any(yes in phrase for phrase in wished(text))
    assert any(no in phrase for phrase in refused(text))
    assert not any(no in phrase for phrase in wished(text))
    assert not any(yes in phrase for phrase in refused(text))


@pytest.mark.parametrize(
    "text",
    [
        "To be honest I accept too many invitations. From now on: etchers, lithographers.",
        "La verdad es que esta red me sirve para una sola cosa: encontrar equipo. Busco montajistas.",
        "Ours is a small village and I would like to know etchers.",
        "¡Hola! Me interesan:\n- tejedores",
        "I keep presses going and teach it, so I want the ones who do the same: etchers.",
    ],
)
def test_talk_is_no_wish(text):
    """A digression matched by nobody would look like a misunderstanding, and its letters would match somebody."""
    said = wished(text)
    assert len(said) <= 2
    assert all(
        phrase.split()[-1] in {"etchers", "lithographers", "montajistas", "tejedores"} for phrase in said
    )


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Quisiera que se me ubicara por los blancos de clima frío. Quiero enólogos.",
            "blancos de clima frío",
        ),
        (
            "Quiero tejedores. Me gustaría que me conocieran por la educación en museos.",
            "educación en museos",
        ),
        ("I want brokers. I'd like to be the name people think of for salvage.", "salvage"),
        ("I want coders. Want to be known for accessible games.", "accessible games"),
    ],
)
def test_what_one_wants_to_be_known_for_in_many_ways(text, known):
    """It is the member's own line, not a wish."""
    target = TARGETS.read(text)
    assert any(known in said for said in target.known_as)
    assert not any(known in wish.phrase for wish in target.wanted)


@pytest.mark.parametrize(
    "text",
    [
        (
            "¿Para qué uso esta red? Para hablar de edificios.\n\n¿A quién sí? Arquitectas y jefes de obra. También quien restaura.\n\n"
            "¿De dónde? Rosario primero; después Chile.\n\n¿Y los conocidos? Un exalumno entra.\n\n"
            "¿A quién no? Inmobiliarias, coaches.\n\n¿Y los demás? Los sigo con gusto."
        ),
        (
            "Why am I here? To talk about buildings.\n\nWho do I want? Architects and site managers.\n\nWhere? Rosario first, then Chile.\n\n"
            "Who not? Estate agents, coaches.\n\nAnybody else? I follow them gladly."
        ),
    ],
)
def test_a_target_of_questions_and_answers(text):
    """Somebody who asks themselves is read by their questions: what follows «¿A quién no?» is refused."""
    read = TARGETS.read(text)
    wanted = " | ".join(wish.phrase.lower() for wish in read.wanted)
    refused = " | ".join(wish.phrase.lower() for wish in read.unwanted)
    assert "arqui" in wanted or "archi" in wanted
    assert not any(
        word in wanted for word in ("coach", "inmob", "estate", "demás", "dónde", "talk", "hablar")
    )
    assert "coach" in refused
    assert any("ros" in place.lower() for place in read.places)


def test_who_teaches_or_writes_does_so_about_the_rest():
    """Teachers ("docentes") and the press ("prensa") are wanted for the target's own world, not for schools or newspapers as such."""
    found, _, _ = goals(
        TARGETS.read("Busco arquitectos, jefes de obra, docentes y prensa inmobiliaria."), FIELDS
    )
    teaching = next(goal for goal in found if "teaching" in goal.carriers)
    assert "school" not in teaching.domains
    assert set(teaching.fields) & {"architecture", "construction"}
    assert any("journalism" in goal.carriers for goal in found)


@pytest.mark.parametrize(
    "text", ["y " * 3000, "x and " * 2000, "(" * 3000, "sí, " * 800, "de " * 1500, "x: " * 800]
)
def test_a_text_of_nothing_but_joints_is_read(text):
    """Members paste anything; nothing may run out of depth, nor take one step more for each letter squared."""
    assert describe(TARGETS.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Busco a quien instala los sistemas (reservas, tarifas) sin venir a vendérmelos, oficinas de turismo y maestros.",
        "I want those who install the systems (bookings, rates) without trying to sell me one, tourist offices and teachers.",
    ],
)
def test_a_manner_refuses_nobody_behind_it(text):
    """“Without selling me anything” is how they should come; what follows is still wanted."""
    assert not refused(text)
    assert any("turis" in wish or "tourist" in wish for wish in wished(text))


@pytest.mark.parametrize(
    "text",
    [
        "I want nurses. Anyone from Marsh Clinic or a patient of mine whom I once worked with, whatever they do.",
        "Quiero enfermeras. Al que conozco lo acepto, salvo que hayamos quedado mal.",
        "Quiero enfermeras. Los proveedores míos de siempre entran, hagan lo que hagan.",
    ],
)
def test_people_of_ones_past_are_no_trade(text):
    """Some "client of mine" once named miners; whom one knows is known, whatever they do."""
    target = TARGETS.read(text)
    assert [wish.phrase.lower() for wish in target.wanted] in (["nurses"], ["enfermeras"])
    assert not target.conditions


def test_a_list_closed_by_or_stands_under_one_condition():
    """In "A, B or C, only if" none of the three is wished for outright."""
    target = TARGETS.read("Quiero enólogos. Publicidad, logística o envases, solo si tocan el vino.")
    assert wished("Quiero enólogos. Publicidad, logística o envases, solo si tocan el vino.") == ["enólogos"]
    assert [c.only_if for c in target.conditions] == ["tocan el vino"]


def test_a_condition_before_its_people():
    """In "at the margin, when ...: whom" it says last who it is about."""
    target = TARGETS.read("I want brewers. At the margin, when they touch beer: coopers, label printers.")
    assert [wish.phrase for wish in target.wanted] == ["brewers"]
    assert [(c.who, c.only_if) for c in target.conditions] == [("coopers, label printers", "they touch beer")]


def test_a_word_that_begins_like_an_and():
    """E-learning is no "e" (and) with something behind it."""
    assert "e-learning" in wished("Busco formadores, e-learning, guionistas.")


def test_known_for_with_a_place_between():
    """The place is a place, and what one is known for no wish."""
    target = TARGETS.read(
        "I'd like to be known, in Wales first, as somebody who makes mills run. Yes to millers."
    )
    assert target.places == ("Wales",)
    assert any("mills run" in said for said in target.known_as)
    assert [wish.phrase for wish in target.wanted] == ["millers"]


def test_what_is_behind_nor_and_before_are_not_is_refused():
    """Refusals read as wishes turn the whole desk upside down."""
    text = "I want brewers. Those only here to sell (barrels, trips) are not, nor coaches, crypto or fakes."
    assert wished(text) == ["brewers"]
    assert {"barrels", "trips", "coaches", "crypto"} <= set(refused(text))


def test_two_conditions_side_by_side():
    """Each of the two has its own "only with" or "if"."""
    target = TARGETS.read(
        "I want brewers. Agency recruiters only with a real post, students if serious about beer."
    )
    assert [(c.who, c.only_if) for c in target.conditions] == [
        ("Agency recruiters", "a real post"), ("students", "serious about beer"),
    ]  # fmt: skip
