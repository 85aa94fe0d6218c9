"""Words that the member's own work and target share with somebody and that are rare among those who ask.

Lists of trades never hold a whole trade's vocabulary; the member's own skills and target do hold some of it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from calabazas.reading.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calabazas.evidence.dossier import Dossier, Member

_WORD = re.compile(r"[^\W\d_]{4,}|[a-z]+\d+|\d{4,5}")
_STEM = 7
"""Letters compared: endings of gender, number and tense lie behind them in both languages."""
_COMMON = 0.12
"""Share of those asked about from which a word is common and says nothing."""
_FEWEST = 10
"""People in a queue from which it can tell the rare from the common."""
_SAY_NOTHING = frozenset(
    word[:_STEM]
    for word in (
        "quiero busco gente personas empresa empresas trabajo trabajar trabaja equipo mundo sector gestion proyecto proyectos "
        "servicio servicios desarrollo espana ano anos siempre primero mejor buena bueno conozco conocer contactos red perfil "
        "perfiles acepto seguir sigo vendedores clientes cliente consultor consultora responsable director directora jefe jefa "
        "tecnico especialista profesional profesionales experiencia interesan interesa ventas comercial publico publica "
        "administracion centro universidad estudiantes estudiante reclutadores jornada importa porque tambien donde cuando "
        "quien quienes sobre entre desde hasta nada solo otros otras linda despues ahora personal digital social redes sistemas "
        "people company companies work working team teams world project projects service services development manager "
        "management director leader leaders leadership specialist officer professional professionals experience network contacts "
        "connect people student students recruiter recruiters sales business client clients first always best good great small "
        "like please open role roles market staff without build building help know whoever anyone everyone everybody number "
        "cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien ciento miles millones primera primeros segundo segunda "
        "tercero ultima ultimo lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto "
        "septiembre octubre noviembre diciembre esta este estos estas esto aquel aquella cada mismo misma mucho mucha muchos muchas "
        "todo toda todos todas algo alguien nadie ninguno ninguna menos mas poco poca pocos pocas antes luego ademas aunque cuanto "
        "gracias saludo saludos hacer hace hacen hago hacemos tener tiene tienen tengo poder puede pueden puedo venir viene vienen "
        "saber sabe saben decir dice dicen digo llevar lleva llevan llevo pais paises lugar cosa cosas forma parte vida tema temas "
        "only three four five seven eight nine eleven twelve twenty thirty hundred thousand million second third last monday tuesday "
        "wednesday thursday friday saturday sunday january february march april june july august september october november december "
        "this that these those each same much many more most less some every nothing something before after then also even than they "
        "them their there here with from have having been being were would could should will just very really thing things part life "
        "country countries place places whole beyond anyone hello thanks "
        "quality operations operator operators resources person personal house keep document documents"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Among whom a word is rare or common: how many of `size` people use each of the member's words."""

    counts: Mapping[str, int]
    size: int


def used_words(dossiers: Sequence[Dossier]) -> list[dict[str, str]]:
    """Give for each dossier the member's words that they use, as written, by their stem."""
    own = _own(dossiers[0].member) if dossiers else frozenset()
    return [{stem: word for stem, word in _words(_texts(d)).items() if stem in own} for d in dossiers]


def crowd(used: Sequence[Mapping[str, str]]) -> Crowd:
    """Count the member's words among people (their `used_words`)."""
    return Crowd(Counter(stem for words in used for stem in words), len(used))


def rare_words(used: Sequence[Mapping[str, str]], among: Crowd) -> list[tuple[str, ...]]:
    """Give for each person the words that are rare in a crowd, the rarest first."""
    if among.size < _FEWEST:
        return [()] * len(used)
    most = max(2.0, _COMMON * among.size)

    def order(stem: str) -> tuple[float, str]:
        return (-log(among.size / max(1, among.counts.get(stem, 0))), stem)

    return [
        tuple(words[stem] for stem in sorted(words, key=order) if among.counts.get(stem, 0) <= most)
        for words in used
    ]


def _own(member: Member) -> frozenset[str]:
    texts = [member.headline, member.target_text, *member.skills, *(p.title for p in member.positions)]
    return frozenset(_words(" ".join(texts)))


def _texts(d: Dossier) -> str:
    p = d.profile
    roles = [f"{r.title} {r.text}" for r in p.experience or ()]
    posts = [x.text for x in p.activity or () if x.kind != "reaction"]
    return " ".join([p.headline or "", p.position or "", p.about or "", *roles, *(p.skills or ()), *posts])[
        :20_000
    ]


def _words(text: str) -> dict[str, str]:
    found = {word[:_STEM]: word for word in _WORD.findall(fold(text))}
    return {stem: word for stem, word in found.items() if stem not in _SAY_NOTHING}
