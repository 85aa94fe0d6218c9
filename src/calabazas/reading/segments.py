"""Where a headline falls apart: bars, bullets, emoji, brackets, sentences, commas, `en`, `at` and `@`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from calabazas.reading.fold import fold

_EMOJI: Final = "\U0001f000-\U0001faff☀-➿⬀-⯿←-⇿⌀-⏿️\U000e0020-\U000e007f⃣"
_BARS: Final = rf"|•·–—◦●▪■►▶»«~¦‖§★☆✓✔;()\[\]\n\t\\\u200d{_EMOJI}"
# The sign comes first and is told afterwards which one it was: a search then skips all letters at once.
_BREAK: Final = re.compile(
    rf"[{_BARS}.!?…,\s/<](?:(?<=[{_BARS}])[{_BARS}]*|(?<=/)/+|(?<=<)>"
    r"|(?<=[.!?…])[.!?…]*(?P<dot>)(?=\s|$)"
    r"|(?<=,)(?P<comma>)(?=\s)"
    r"|(?<=\s)(?:(?P<at>@|(?:at|bei|chez|presso)(?=\s))|(?P<en>(?:en|EN|En|na|no|em)(?=\s\S))|[-/*>+_<]+(?=\s)))"
)
# A dot after these ends no sentence.
_SHORT: Final = frozenset(
    "dir resp ing lic dr dra tec sup coord prof profa sr sra jr adm admin advo univ dpto depto arq abog cd mkt mktg "
    "com comm st mr mrs ms mtro mtra gte ger jal ed ccia cia rr hh ll pp mm aa ee uu ss dept eng asst assoc sen exec "
    "gral gen nal reg intl inc ltd co vs aux esp ped psic enf fis farm vet econ cont cdor tte cap sgto cmdt ctra avda "
    "no num aprox i r d u a s c v".split()
)
# After these, `en` goes on with the trade instead of naming a company.
_TRADE_BEFORE_EN: Final = frozenset(
    "especialista especialistas especializado especializada experto experta graduado graduada grado master doctor "
    "doctora licenciado licenciada tecnico tecnica ingeniero ingeniera ing consultor consultora asesor asesora lic "
    "diplomado diplomada perito perita formador formadora profesor profesora profesional analista mediador mediadora "
    "auxiliar tsu bachiller interesado interesada enfocado enfocada centrado centrada maestria posgrado experiencia "
    "anos practicas beca mba abogado abogada especializacion mestre licenciatura titulado titulada tecn gestion".split()
)
_NO_COMPANY_AFTER_EN: Final = frozenset(
    "excedencia busqueda busca practicas remoto construccion formacion activo paro proceso marcha general linea casa "
    "obra campana transicion plantilla nomina cristiano accion directo exclusiva vivo ello mi tu su el la los las "
    "ventas marketing datos particular especial total constante the".split()
)


_ARTICLES: Final = frozenset(("el", "la", "los", "las", "the", "un", "una", "o", "a", "os", "as"))


_EDGES: Final = " -:,.'\"“”‘’*_/<>="
_JOINTS: Final = {name: name for name in ("dot", "comma", "at", "en")}


class Piece(NamedTuple):
    """A stretch of a headline and how it was joined to what went before.

    `joint` is "start", "bar", "dot", "comma", "at" (what follows is an employer) or "en" (it may be).
    """

    text: str
    joint: str


def split(text: str) -> list[Piece]:
    """The pieces of a text that went through `tokens.plain`, in order, none empty."""
    pieces: list[Piece] = []
    joint = "start"
    begin = 0
    for match in _BREAK.finditer(text):
        kind = _JOINTS.get(match.lastgroup or "", "bar")
        before = text[begin : match.start()]
        if kind == "dot" and _abbreviated(before, text, match):
            continue
        if kind == "en" and not _names_employer(match["en"], before, text[match.end() :]):
            continue
        _add(pieces, before, joint)
        joint = kind
        begin = match.end()
    _add(pieces, text[begin:], joint)
    return pieces


def _add(pieces: list[Piece], text: str, joint: str) -> None:
    text = text.strip().strip(_EDGES).lstrip("+").strip()
    if text:
        pieces.append(Piece(text, joint))


def _abbreviated(before: str, text: str, match: re.Match[str]) -> bool:
    if match[0] != "." or match.end() == len(text):
        return False
    last = fold(before.rsplit(maxsplit=1)[-1]) if before.strip() else ""
    return last.rsplit(".", 1)[-1].lstrip("(") in _SHORT


def _names_employer(link: str, before: str, after: str) -> bool:
    left = before.rsplit(maxsplit=1)
    right = after.split(maxsplit=2)
    if not left or fold(left[-1]).strip(".,:;") in _TRADE_BEFORE_EN:
        return False
    if right[0][:1].isupper() or (right[0] in _ARTICLES and len(right) > 1 and right[1][:1].isupper()):
        return True
    first = fold(right[0]).strip(".,:;")
    # In small letters `no`, `na` and `em` are too many other words; `en una neobanca` names an employer well enough.
    return link.strip() == "en" and first not in _NO_COMPANY_AFTER_EN and first.isalpha()
