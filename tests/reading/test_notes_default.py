"""LinkedIn's own text is recognised in six languages, and one concrete clause is enough not to be it."""

from __future__ import annotations

import tomllib
from itertools import product

import pytest

from calabazas import shipped
from calabazas.reading.notes import NoteReader

READER = NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))
TEXTS = tomllib.loads(shipped.read("notes/defaults.toml").decode())["text"]
SIX = ("es", "en", "fr", "de", "pt", "it")
CLAUSES = {
    "es": [
        "Coincidimos en la mesa de PyConES.",
        "Leí tu artículo sobre el turrón y discrepo.",
        "Soy Karla, la de aduanas de Caldera.",
        "Tu charla de Kafka me dejó una duda.",
        "Busco traductora de vasco para un folleto.",
        "Trabajamos a la vez en Transnorte en 2014.",
        "Nieves Arana dice que sabes de Flink.",
        "¿Sigues llevando la ruta de Irún?",
        "Preparo una tesis sobre riego por goteo.",
        "Gracias por el modelo de recurso, lo gané.",
    ],
    "en": [
        "We shared a table at DataNorth.",
        "I read your thread on late events and disagree.",
        "It's Tash from the Leeds pop-up.",
        "Your Kafka talk left me with a question.",
        "I am looking for a bridge engineer in Goole.",
        "We overlapped at Harrowfield in 2019.",
        "Marcus Teo says you moved a bank off Teradata.",
        "Do you still run the Tuesday chess club?",
        "My thesis is about drip irrigation.",
        "Thanks for the culvert spreadsheet, it worked.",
    ],
    "fr": [
        "Nous étions à la même table au Salon de Lyon.",
        "Votre article sur les haies m'a fait changer d'avis.",
        "C'est Loïc, le Breton du dîner des orateurs.",
        "Cherchez-vous toujours un tourneur à Nantes ?",
    ],
    "de": [
        "Wir saßen beim Stammtisch in Kassel nebeneinander.",
        "Ihr Vortrag über Deiche in Emden war großartig.",
        "Suchen Sie noch einen Dreher in Fürth?",
        "Erinnern Sie sich an die Messe in Essen?",
    ],
    "pt": [
        "Estivemos na mesma mesa da feira de Braga.",
        "Li o seu artigo sobre azulejos de Aveiro.",
        "Sou a Rita da tipografia de Valença.",
        "Ainda procura um torneiro em Viseu?",
    ],
    "it": [
        "Eravamo allo stesso tavolo alla fiera di Rimini.",
        "Ho letto il suo articolo sui muretti a secco.",
        "Sono Marta della tipografia di Lucca.",
        "Cercate ancora un tornitore a Biella?",
    ],
}


@pytest.mark.parametrize("entry", TEXTS, ids=lambda e: f"{e['lang']}-{e['text'][:30]}")
def test_every_shipped_text_is_recognised(entry: dict[str, str]) -> None:
    """Also with a name in its place, a greeting, a signature and the apostrophes that mail makes of them."""
    text = entry["text"].replace("NAME", "Lucía Ferreiro")
    names = ["Lucía Ferreiro", "Óscar Lillo"]
    for form in (text, text.replace("'", "&#39;"), f"{text}\n- Óscar Lillo", text.upper(), f"  {text}  "):
        assert READER.is_default(form, names), form


@pytest.mark.parametrize(
    "note",
    [
        "Me gustaria añadirte a mi red profesinal d linkedin",
        "Hola Rubén, te envío esta invitación para que formes parte de mi red de contactos en LinkedIn. ¡Gracias!",
        "Dear Mr Ashdown, please accept my invitation to connect on LinkedIn. Kind regards, Fiona",
        "Quisiera incluirla en mi red de contactos profesionales. Atentamente, Leo Paz, abogado",
        "Guten Tag Frau Weber, ich möchte Sie gern zu meinem Netzwerk hinzufügen. Viele Grüße",
        "Olá Ana, gostaria de adicioná-la à minha rede profissional. Cumprimentos",
        "Bonjour, je souhaiterais vous ajouter à mon réseau. Cordialement",
        "Buongiorno, vorrei aggiungerla alla mia rete. Cordiali saluti",
        "Hi 👋 I'd love to connect with you on LinkedIn 🙂",
    ],
)
def test_variants_that_nobody_attested(note: str) -> None:
    """People retype it, on a phone too; it says no more for that."""
    assert READER.is_default(note, ["Rubén", "Ashdown", "Leo Paz", "Weber", "Ana"])


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (entry["text"].replace("NAME", "Ana"), clause)
        for lang in SIX
        for entry, clause in product((e for e in TEXTS if e["lang"] == lang), CLAUSES[lang])
    ],
)
def test_a_default_and_one_concrete_clause_is_no_default(text: str, clause: str) -> None:
    """Somebody who keeps the text and adds the tie has written a note."""
    assert not READER.is_default(f"{text} {clause}", ["Ana"])
    assert not READER.is_default(f"{clause} {text}", ["Ana"])


@pytest.mark.parametrize(
    "note", ["", "   ", "👋", "Hola", "¿Conectamos?", "Yo también trabajo en marketing."]
)
def test_what_is_short_is_not_therefore_the_default(note: str) -> None:
    """The recogniser answers one question; empty and generic notes have their own names."""
    assert not READER.is_default(note)


def test_whom_the_text_names_does_not_matter() -> None:
    """Names are nobody's content: renamed people read the same."""
    for name in ("Lucía", "Oumaima", "Xiaoming", "Þórður"):
        assert READER.is_default(f"Hi {name}, I'd like to join your LinkedIn network.", [name])
