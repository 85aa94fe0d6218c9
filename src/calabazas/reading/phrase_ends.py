"""What the ending of a word says in a list of people: a person, an adjective that leans on a noun, or a thing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from calabazas.reading.fold import fold


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    folded = fold(letter)
    return folded[0] if folded else (" " if letter.isspace() else letter)


def plain(text: str) -> str:
    """Lower-case letters without accents, one for one, so that positions stay those of the text."""
    return "".join(_letter(letter) for letter in text)


PLURAL_PEOPLE: Final = (
    r"(?:[\w’'-]*(?:eers|ers|ors|ists|ians|ants|ents|ains|aches|nurses|ects|ives|yers|chefs|heads|leads|chiefs|pilots|cadets"
    r"|graduates|associates|advocates|delegates|attorneys|attys|scouts|technicians|fellows|clerks|guides|stewards|officials"
    r"|professionals|principals|reps|crew|staff|faculty|people|ppl|folks?|persons|guys|women|men))"
)
"""English plurals that name people, as an expression."""
_ENGLISH: Final = re.compile(PLURAL_PEOPLE, re.IGNORECASE)
_SPANISH: Final = re.compile(
    r"^(?:[\w-]*(?:ores|oras|eros|eras|istas?|log[oa]s|ad[oa]s|entes|entas|antes|antas|iv[oa]s|ic[oa]s|ari[oa]s|azgos|arcas|iatras?|afos|afas|nomos|nomas)"
    r"|jef[ea]s?|responsables?|gente|gentes|mandos|colegas?|guias?|pilotos?|medicos?|medicas?|chefs?|capitan(?:es|as)?|oficial(?:es|as)?"
    r"|profes|profesor(?:as)?|directiv[oa]s|catedratic[oa]s|titulares|fiscales|jueces|juezas|abogad[oa]|soci[oa]s|dircoms?|ceos?|cisos?"
    r"|alumn[oa]s|dueñ[oa]s|duen[oa]s|sommeliers|sumilleres|contables|interpretes|agentes|consules|ediles|concejal(?:es|as)|personal|equipos?)$"
)
_THINGS: Final = re.compile(
    r"(?:sectores|motores|valores|sensores|ordenadores|tractores|reactores|transformadores|flores|carreteras|maneras|maderas|fronteras|"
    r"materias|carreras|obras|horas|mejoras|compras|quimicos|graficos|plasticos|mercados|privados|estados|cuidados|resultados|"
    r"lacteos|carnicos|publicos|politicas|tecnicas|fabricas|clinicas|electricos|datos|computers|papers|servers|numbers|drivers|"
    r"markets|events|patients|documents|components|grants|investments|payments|plants|restaurants|containers|trailers|boilers|"
    r"newsletters|letters|matters|orders|offers|quarters|waters|rivers|towers|sensors|reactors|motors|sectors|vectors)$"
)
_ADJECTIVE: Final = re.compile(
    r"^[a-z]{3,}(?:ales|iles|[uc]leares|[cl]ulares|olares|icos|icas|ivos|ivas|osos|osas|enses|arios|arias)$"
)
# Nouns that only look like adjectives; they stand for themselves in a list.
_NOUNS: Final = re.compile(
    r"^(?:medic|quimic|fisic|matematic|music|politic|tecnic|mecanic|academic|critic|informatic|grafic|clinic|fabric|farmaceutic|"
    r"logistic|periodist|artist|especialist|analist|electricist|dentist|taxist|economist|activist|estilist|modist|archivist|"
    r"notari|veterinari|funcionari|bibliotecari|comisari|empresari|secretari|becari|voluntari|usuari|propietari|destinatari|"
    r"directiv|ejecutiv|administrativ|profesional|comercial|fiscal|oficial|concejal|corresponsal|industrial|rival|hospital|"
    r"escritor|familiar|militar|titular|curator|auxiliar|escolar|taller|mercad|cirujan|artesan|ciudadan|veteran|decan|human|"
    r"hortelan|fulan|seman|man|ventan|campan|empleo|museo|correo|ide|are|aldea|asamblea|tare|comunidades|bodeg|catedratic|"
    r"robotic|estadistic|ceramic|optic|acustic|genetic|etic|estetic|energetic|domotic|ofimatic|telematic|hidraulic|neumatic|"
    r"electronic|cosmetic|plastic|public|lacte|carnic|residu|partid|comid|bebid|vid|salid|medid|mascot|sanidad|animal|material|"
    r"metal|mineral|cereal|legal|social|materiales|redes)(?:es|os|as|s|o|a)?$"
)


def is_person(phrase: str) -> bool:
    """Whether the first word of a Spanish phrase, or the last one before a preposition in English, names people."""
    words = plain(phrase).split()
    if not words:
        return False
    if _SPANISH.match(words[0]) and not _THINGS.search(words[0]):
        return True
    head = re.split(r"\s(?:at|in|of|for|from|who|with|on|that|to)\s", " ".join(words))[0].split()[-1]
    return _ENGLISH.fullmatch(head) is not None and not _THINGS.search(head)


def is_adjective(word: str) -> bool:
    """Whether a bare Spanish word in the plural leans on a noun said before it ("geotécnicos", "ambientales")."""
    low = plain(word.split(maxsplit=1)[0]) if word.split() else ""
    return word[:1].islower() and _ADJECTIVE.match(low) is not None and _NOUNS.match(low) is None
