"""Can the employer named have this position, and is it named at all?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.evidence.careers import fold_place
from calabazas.evidence.finding import Finding, listed
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "employer"
_GIANTS = frozenset(
    "google apple microsoft amazon meta facebook netflix tesla nvidia samsung intel ibm oracle sap siemens toyota "
    "volkswagen bmw nestle unilever cocacola coca_cola pepsico shell bp repsol iberdrola endesa telefonica santander "
    "banco_santander bbva caixabank inditex mercadona zara airbus boeing pfizer bayer novartis roche ikea walmart nato "
    "un onu united_nations naciones_unidas unicef who oms goldman_sachs jpmorgan jp_morgan hsbc deutsche_bank visa "
    "mastercard spacex openai disney walt_disney sony huawei alphabet accenture deloitte pwc kpmg ey mckinsey cemex "
    "bimbo petrobras ecopetrol pemex mercadolibre mercado_libre".split()
)
"""World-known houses by their whole name: a firm called after somebody named Bayer or Santander is another."""
_BRANCH = frozenset(
    "spain espana iberia iberica portugal france francia germany deutschland alemania italy italia uk ireland europe "
    "europa emea usa us america americas latam mexico colombia argentina chile peru brasil brazil asia africa "
    "international internacional global worldwide corporation corp".split()
)
_HEADS = (
    "ceo",
    "chief executive",
    "president",
    "founder",
    "owner",
    "fundador",
    "dueñ",
    "chairman",
    "director general",
    "consejero delegado",
    "consejera delegada",
    "secretary general",
)
_WORDS = frozenset(
    "bank banco university universidad hospital company empresa marketing school colegio office oficina business "
    "consulting consultoria engineering ingenieria design diseño startup agency agencia clinic clinica factory fabrica "
    "hotel trading finance finanzas technology tecnologia media sales ventas security seguridad government gobierno "
    "energy energia health salud education educacion law import export construction construccion restaurant".split()
)
_A_FIRM = frozenset("empresa compania firma negocio company firm business despacho fabrica".split())
"""“Empresa de Veterinaria” is no name: the word for a firm and its trade."""
_NAMELESS = (
    "confidential",
    "confidencial",
    "stealth",
    "undisclosed",
    "fortune 500",
    "fortune500",
    "large corporation",
    "leading company",
    "empresa lider",
    "importante empresa",
    "importante multinacional",
    "top company",
    "global holdings",
)
_HIGH = (
    *_HEADS,
    "chief",
    "director",
    "head of",
    "vice president",
    "vicepresident",
    "ambassador",
    "embajador",
    "judge",
    "juez",
)
_TOP = re.compile(
    r"(?:(?:global|world\w*|senior) )?(?:ceo|president|chairman|chairwoman|chief executive|director general|director-general|"
    r"secretary general|presidente|presidenta|consejero delegado|consejera delegada)\b",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"[|•·;\n]")
_BETWEEN = re.compile(r"[,&/@]|\b(?:and|y|e|at|of|de|en)\b")
_FEW = 500
_HARDLY_ANY = 50
"""Contacts below which no high position at a world-known house is likely, not only its very top."""
_OWN_ACCOUNT = re.compile(
    r"\b(?:aut[oó]nom[oa]|independiente|independent|self[ -]?employed|freelance(?:r)?|contractor|por (?:mi )?cuenta (?:propia)?|"
    r"various|varios|varias|consult\w+|advis\w+|asesor\w*)\b",
    re.IGNORECASE,
)
_TOLD = 50
"""Letters of About and of the present post below which nothing is told of what somebody does; a judgement."""


def find(d: Dossier) -> Says:
    """An employer that is only a word, one not named, a head of a world-known house with few contacts; for whom one works."""
    profile = d.profile
    roles = profile.experience or ()
    named = [(r.title, r.company) for r in roles] or [(profile.position or "", profile.company or "")]
    headline = d.readings.headline if d.readings else None
    told = [] if roles or headline is None else [(headline.text, headline.company or "")]
    for number, (title, company) in enumerate([*named, *told]):
        words = fold_place(company).split()
        kind = len(words) == 2 and words[0] in _A_FIRM
        if words and len(words) <= 2 and (kind or all(w in _WORDS for w in words)) and number < len(named):
            yield Finding(
                CODE,
                "only_a_word",
                say("The employer is given only as “{company}”", company=company),
                {"company": company},
            )
            return
        low = title.lower()
        few = profile.connections is not None and profile.connections < _FEW and not profile.connections_open
        heads = _HIGH if few and (profile.connections or 0) < _HARDLY_ANY else _HEADS
        if _giant(words) and any(h in low.split(" at ")[0].split(" en ")[0] for h in heads) and few:
            yield Finding(
                CODE,
                "beyond",
                say(
                    "“{title}” at {company}, with {count} contacts",
                    title=title,
                    company=company,
                    count=profile.connections or 0,
                ),
                {"title": title, "company": company},
            )
            return
    if several := _tops(profile.headline or ""):
        yield Finding(
            CODE,
            "several_tops",
            say("The headline puts them at the top of {houses} at once", houses=listed(several)),
            {"houses": "; ".join(several)},
        )
        return
    nameless = [c for _, c in named if any(w in c.lower() for w in _NAMELESS)]
    if nameless:
        yield Finding(
            CODE,
            "not_named",
            say("An employer is not named: “{company}”", company=nameless[0]),
            {"company": nameless[0]},
        )
    elif roles and _OWN_ACCOUNT.search(f"{roles[0].title} {roles[0].company} {roles[0].text}"):
        letters = len(roles[0].text.strip()) + len((profile.about or "").strip())
        if letters < _TOLD:
            yield Finding(
                CODE,
                "own_account",
                say(
                    "They work on their own account, and nothing tells for whom: “{title}”",
                    title=roles[0].title,
                ),
                {"letters": letters},
            )


def _tops(headline: str) -> tuple[str, ...]:
    """World-known houses that one stretch of a headline puts somebody at the top of, when there are two or more."""
    for stretch in _STRETCH.split(headline):
        if not _TOP.match(stretch.strip()):
            continue
        parts = (part.strip() for part in _BETWEEN.split(stretch))
        houses = tuple(dict.fromkeys(part for part in parts if _giant(fold_place(part).split())))
        if len(houses) > 1:
            return houses
    return ()


def _giant(words: list[str]) -> bool:
    """Tell whether these words are the name of a world-known house, or of its branch in some part of the world."""
    while words and words[-1] in _BRANCH:
        words = words[:-1]
    return "_".join(words) in _GIANTS
