"""Reads headlines as people write them; the traps of public title lists are held here one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calabazas.reading.headlines import HeadlineReader
from calabazas.shipped import read

FILES = ("seniority", "functions", "flags", "modern_titles", "cues", "trades")
READER = HeadlineReader(**{name: read(f"{name}.toml") for name in FILES})


def kinds(headline, **given):
    return [(segment.kind, segment.text) for segment in READER.read(headline, **given).segments]


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Line cook", "senior"),
        ("Cook", "senior"),
        ("Assistant to the CEO", "senior"),
        ("Asistente de Dirección", "senior"),
        ("Senior Manager", "manager"),
        ("Chief of Staff", "director"),
        ("Associate Director", "director"),
        ("Product Owner", "senior"),
        ("Global Process Owner", "senior"),
        ("Sales Executive", "senior"),
        ("Account Executive", "senior"),
        ("Ejecutivo de cuentas", "senior"),
        ("Director de cine", "senior"),
        ("Directora de orquesta", "senior"),
        ("Partner Manager", "senior"),
        ("HR Business Partner", "senior"),
        ("Socio de auditoría", "partner"),
        ("Subdirectora de sucursales", "director"),
        ("Gerente de operaciones", "manager"),
        ("Doctora en un centro de salud", "senior"),
        ("Consumo responsable", None),
        ("Lead generation specialist", "senior"),
        ("Growth Lead", "manager"),
        ("VP Engineering", "vp"),
        ("SVP Sales", "vp"),
        ("Vicepresidenta Legal", "vp"),
        ("CTO y cofundadora", "cxo"),
        ("Consejera delegada", "cxo"),
        ("Directora general", "cxo"),
        ("Propietario de dos bares", "owner"),
        ("Becaria de comunicación", "training"),
        ("Doctoranda en historia", "training"),
        ("Ingeniera junior", "entry"),
        ("Mozo de almacén", "entry"),
        ("Voluntaria en un comedor", "unpaid"),
        ("Maestra jubilada", "unpaid"),
        ("Jefa de prensa", "senior"),
        ("Responsable de compras", "manager"),
        ("Head of Sales", "director"),
        ("Headhunter", "senior"),
        ("Cap de vendes", "manager"),
        ("Diretora de Comunicação", "director"),
        ("Leiterin Einkauf", "director"),
    ],
)
def test_seniority_of_a_title(title, level):
    """Each is a bug of a published list, or a rank as Spanish, Latin American or English titles say it."""
    assert READER.read(title).seniority == level


def test_a_club_has_members_not_partners():
    """«Socio» of a football club owns a scarf, not a firm."""
    assert READER.read("Panadero. Socio del Betis desde niño").seniority == "senior"
    assert READER.read("Abogado. Lo contable lo lleva mi socia").seniority == "senior"


def test_whom_somebody_serves_is_not_who_they_are():
    """A trainer of directors is no director, and what one was is past."""
    assert READER.read("Trainer for CEOs and founders").seniority == "senior"
    assert READER.read("Contable, ex director de sucursal").seniority == "senior"


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Abogada laboralista", "legal"),
        ("Periodista de marketing digital", "media_and_communication"),
        ("Profesora de comunicación corporativa", "education"),
        ("Software engineer, payroll", "engineering"),
        ("Employment law lecturer", "education"),
        ("Dir. Mkt", "marketing"),
        ("Resp. RRHH", "human_resources"),
        ("Jefe de RR. LL.", "human_resources"),
        ("QA/RA Manager", "quality_assurance"),
        ("Educador ambiental en SEO/BirdLife", "education"),
        ("SEO técnico", "marketing"),
        ("Distribuidora de marketing multinivel", "sales"),
        ("Data entry clerk", "administrative"),
        ("Data Engineer", "engineering"),
        ("Revenue Operations Manager", "sales"),
        ("DBT therapist (dialectical behavior therapy)", "healthcare_services"),
        ("dbt · Analytics Engineer", "engineering"),
        ("Community Association Manager", "real_estate"),
        ("Community manager", "marketing"),
        ("Graduada social", "legal"),
        ("Trabajadora social", "community_and_social_services"),
        ("Técnico de seguridad industrial e higiene", "operations"),
        ("OT security engineer", "information_technology"),
        ("Occupational therapist, OT", "healthcare_services"),
        ("Agente de marcas y patentes", "legal"),
        ("Redeira", "operations"),
        ("Operador de prensa hidráulica", "operations"),
        ("CMO, Chief Medical Officer", "healthcare_services"),
        ("CMO", "marketing"),
        ("Responsable de Comunicaciones (radioenlaces, fibra)", "engineering"),
        ("Head of Communications", "media_and_communication"),
        ("Ingénieure data", "engineering"),
        ("Krankenpflegerin", "healthcare_services"),
        ("Avvocata", "legal"),
        ("Enxeñeira de camiños", "engineering"),
        ("Irakaslea", "education"),
        ("Hidrogeóloga", "research"),
    ],
)
def test_function_of_a_title(title, function):
    """A trade beats the field it is practised in, and the same word means other things in other sectors."""
    assert READER.read(title).function == function


@pytest.mark.parametrize(
    ("headline", "position", "function"),
    [
        ("Biólogo. Hospital de Cabueñes", "Biólogo", "healthcare_services"),
        ("Biólogo. Aves marinas y radares", "Biólogo", "research"),
        ("Técnico de laboratorio. Hormigones y suelos", "Técnico de laboratorio", "quality_assurance"),
        ("Registrar, loans, county museum", "Registrar", "arts_and_design"),
        ("CRO, life & annuities", "CRO", "finance"),
        ("CRO, SaaS", "CRO", "sales"),
        ("Restauradora de retablos", "Restauradora", "arts_and_design"),
        ("Restauradora. Dos tabernas en Haro", "Restauradora", "operations"),
        ("Head of Culture & Engagement", None, "human_resources"),
        ("Técnica de cultura, ayuntamiento", None, "arts_and_design"),
        ("Broker, dry cargo vessels", "Broker", "operations"),
        ("DevOps: Docker, harbour registries", "DevOps engineer", "engineering"),
        ("Marine biologist", None, "research"),
        ("Software engineer, freight", None, "engineering"),
        ("Jefe de Sección | Hematología", "Jefe de Sección", "healthcare_services"),
    ],
)
def test_the_sector_decides_what_a_word_alone_does_not(headline, position, function):
    """A registrar keeps loans or deeds, a restorer paintings or taverns: the rest of the line tells which."""
    assert READER.read(headline, position).function == function


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Community manager jr", "entry"),
        ("Entrenador de porteros", "senior"),
        ("Comisaria de exposiciones", "senior"),
        ("Comisario de policía", "manager"),
        ("Directora de un colegio de 400 alumnos", "director"),
        ("Marketingleiterin", "manager"),
        ("Peluquera, salón propio", "owner"),
        ("Deck cadet", "training"),
        ("Physician assistant", "senior"),
    ],
)
def test_words_inside_other_words_tell_no_rank(title, level):
    """Goalkeepers are no porters, pupils counted are no studies, and a junior stays one under any title."""
    assert READER.read(title).seniority == level


@pytest.mark.parametrize(
    "form",
    ["Directora de Marketing", "Director de Marketing", "Director@ de Marketing", "Directorx de Marketing",
     "Directore de Marketing", "Director/a de Marketing", "Directora/or de Marketing", "DIRECTOR(A) DE MARKETING",
     "𝗗𝗶𝗿𝗲𝗰𝘁𝗼𝗿𝗮 𝗱𝗲 𝗠𝗮𝗿𝗸𝗲𝘁𝗶𝗻𝗴"],
)  # fmt: skip
def test_gender_and_style_of_letters_change_nothing(form):
    """Who is read must not weigh, nor the letters they like."""
    found = READER.read(form)
    assert (found.seniority, found.function) == ("director", "marketing")


@pytest.mark.parametrize(
    ("headline", "code", "words"),
    [
        ("Camarera en búsqueda activa de empleo", "job_seeker", "en búsqueda activa"),
        ("Welder, open to work, Leeds", "job_seeker", "open to work"),
        ("Tech Recruiter", "recruiter", "Recruiter"),
        ("Técnica de selección en consultora", "recruiter", "Técnica de selección"),
        ("Te ayudo a vender más con LinkedIn", "pitch", "Te ayudo"),
        ("Ayudo a empresas a vender más", "pitch", "Ayudo"),
        ("I help SaaS founders get qualified leads | Book a call", "pitch", "qualified leads"),
        ("Libertad financiera | Trading", "mlm_crypto", "Libertad financiera"),
        ("Distribuidor independiente Herbalife", "mlm_crypto", "Herbalife"),
        ("Estudiante de Derecho", "student", "Estudiante"),
        ("Periodista freelance", "freelance", "freelance"),
        ("Traductora autónoma", "freelance", "autónoma"),
        ("LION | +29.000 contactos | acepto todas las invitaciones", "open_networker", "LION"),
        ("6.º semestre de Química", "student", "semestre de"),
        ("Deck cadet, phase 2", "student", "Deck cadet"),
        ("Placas desde 39 €/mes, pide estudio gratis", "pitch", "pide estudio"),
        ("Comercial | Reactivos con 30 % dto, pídeme catálogo", "pitch", "pídeme catálogo"),
        ("En desempleo desde junio. Administrativo", "job_seeker", "En desempleo"),
        ("L.I.O.N. 15K+ connections", "open_networker", "15K+ connections"),
    ],
)
def test_flags_come_with_their_words(headline, code, words):
    """A flag is shown as a reason, so it carries what was read."""
    found = {flag.code: flag.words for flag in READER.read(headline).flags}
    assert words in found[code]


@pytest.mark.parametrize(
    ("headline", "code"),
    [
        ("Data Engineer @ Acme", "pitch"),
        ("Abogada laboralista | Ayudo a empresas con sus convenios", "pitch"),
        ("Gluten free baker", "pitch"),
        ("Energy trader at a power utility, gas and electricity", "mlm_crypto"),
        ("Trading standards officer", "mlm_crypto"),
        ("Cryptography engineer", "mlm_crypto"),
        ("Profesor de estudiantes con talento", "student"),
        ("Jefa de comunicación interna", "student"),
        ("Eterna estudiante y arquitecta", "student"),
        ("Asesora de autónomos y pymes", "freelance"),
        ("Investigadora, Universidad Autónoma de Madrid", "freelance"),
        ("Conducción autónoma, ingeniero", "freelance"),
        ("No recruiters, please. Backend developer", "recruiter"),
        ("Orientadora: ayudo a quien está en búsqueda activa", "job_seeker"),
        ("Vecino de León", "open_networker"),
        ("IT presales technician", "mlm_crypto"),
        ("Wholesale timber trader", "mlm_crypto"),
        ("Letting agent, student flats", "student"),
        ("Directora de un instituto de 1.100 alumnos", "student"),
        ("Técnico de atracciones de feria", "recruiter"),
        ("Bibliothécaire jeunesse", "mlm_crypto"),
        ("Physiotherapist, Lions Club", "open_networker"),
    ],
)
def test_what_only_looks_like_a_flag_is_none(headline, code):
    """Precision first: an innocent reading wins."""
    assert not READER.read(headline).has(code)


def test_segments_have_kinds():
    """What fits is read from titles; skills weigh less, places only add, slogans nothing."""
    assert kinds("Directora de RRHH en Grupo Oliva | Nóminas | Sevilla | PMP | #liderazgo") == [
        ("title", "Directora de RRHH"),
        ("company", "Grupo Oliva"),
        ("skill", "Nóminas"),
        ("place", "Sevilla"),
        ("credential", "PMP"),
        ("hashtag", "#liderazgo"),
    ]
    assert kinds("Te ayudo a dormir mejor 😴")[0][0] == "claim"
    assert ("company", "Acme") in kinds("Data Engineer @ Acme")
    assert ("company", "Acme") in kinds("Data Engineer at Acme")


def test_en_goes_on_with_a_trade_before_it_names_an_employer():
    """«Especialista en marketing» works in marketing, not at it; abbreviations end no sentence."""
    assert kinds("Especialista en Marketing") == [("title", "Especialista en Marketing")]
    assert kinds("Resp. Mkt. en Acme")[0] == ("title", "Resp. Mkt")


def test_the_given_position_comes_first_and_once():
    """A position beside the headline is what they do now; said twice it is one title."""
    found = READER.read("Contable | Cuentas claras", position="Contable")
    assert found.titles == ("Contable",)
    mixed = READER.read("Ilusión, café y plantas", position="Directora de Calidad", company="Acme")
    assert (mixed.titles, mixed.seniority, mixed.function, mixed.company) == (
        ("Directora de Calidad",), "director", "quality_assurance", "Acme",
    )  # fmt: skip


def test_nothing_is_read_into_nothing():
    """Unknown is not bad: no rank, no function, no flag is made up."""
    for text in ("", "🚀🚀", "---", "Ilusión y plantas", "…"):
        found = READER.read(text)
        assert (found.seniority, found.function, found.flags) == (None, None, ())


def test_a_batch_reads_as_one_by_one():
    """The batch only saves work."""
    rows = [("Contable", None, None), ("LION", "CEO", "Acme"), ("Contable", None, None)]
    assert READER.read_all(rows) == [READER.read(*row) for row in rows]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.none() | st.text(max_size=60), st.none() | st.text(max_size=40))
def test_whatever_strangers_write_is_read(headline, position, company):
    """Headlines are hostile: no input stops the reading, and segments are never empty."""
    found = READER.read(headline, position, company)
    assert found.text == headline
    assert all(segment.text.strip() for segment in found.segments)
