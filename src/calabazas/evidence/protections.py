"""Why a contact stays whatever else is said: each protection is one small function, and any one of them protects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.people.identity import fold_name
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says, SourceRef
    from calabazas.words import Sentence

CODE = "protected"
YOUNG_DAYS = 180
"""Days in which a connection has had no time to become anything (reference of section 3.3)."""
EXCHANGE_DAYS = 3 * 365
"""Days for which a two-way exchange protects: three years, after which a tie is dormant (Levin et al. 2011)."""
_STRONG_DAYS, _STRONG_MESSAGES, _STRONG_SHARE = 5, 4, 0.5


def find(d: Dossier) -> Says:
    """Give every protection of a contact, each with what it rests on; they weigh nothing and decide everything."""
    if d.question != "purge":
        return
    for level, protect in PROTECTIONS.items():
        if (held := protect(d)) is not None:
            sentence, sources = held
            yield Finding(CODE, level, sentence, {}, sources)


def once_strong(d: Dossier) -> bool:
    """Tell whether the two wrote on five days, or four messages of which neither side wrote less than a quarter."""
    talk = d.conversation
    if talk is None or not talk.two_way:
        return False
    total = talk.incoming + talk.outgoing
    shared = 2 * min(talk.incoming, talk.outgoing) / total
    return talk.days >= _STRONG_DAYS or (total >= _STRONG_MESSAGES and shared >= _STRONG_SHARE)


def _starred(d: Dossier) -> _Held:
    return (say("You marked them with a star"), ()) if d.did("starred") else None


def _tagged(d: Dossier) -> _Held:
    tags = sorted({x.value for x in d.deeds if x.kind == "tagged" and x.value}) if d.deeds else []
    return (say("Your tags: {tags}", tags=", ".join(tags)), ()) if tags else None


def _known(d: Dossier) -> _Held:
    if d.did("met"):
        return say("You have met"), ()
    return (say("You say that you know each other"), ()) if d.profile.known is True else None


def _noted(d: Dossier) -> _Held:
    for link in d.links:
        if link.kind == "private_note" and link.text.strip():
            return say("You wrote a note about them"), (link.source,)
    return (say("You wrote a note about them"), ()) if d.did("noted") else None


def _exchange(d: Dossier) -> _Held:
    talk = d.conversation
    if talk is None or not talk.two_way or (d.today - talk.last).days > EXCHANGE_DAYS:
        return None
    return say("You wrote with each other within three years, last on {day}", day=talk.last), ()


def _once_strong(d: Dossier) -> _Held:
    talk = d.conversation
    if talk is None or not once_strong(d):
        return None
    return say("You once wrote with each other a lot, last on {day}", day=talk.last), ()


def _recommended(d: Dossier) -> _Held:
    for link in d.links:
        if link.kind == "recommendation_received":
            return say("They wrote a recommendation for you"), (link.source,)
        if link.kind == "recommendation_given":
            return say("You wrote a recommendation for them"), (link.source,)
    return None


def _address_book(d: Dossier) -> _Held:
    for link in d.links:
        if link.kind == "address_book":
            return say("They are in your address book"), (link.source,)
    return None


def _role(d: Dossier) -> _Held:
    readings = d.readings
    for fit in (readings.fit, readings.serves) if readings else ():
        if fit is not None and fit.grade in ("exact", "useful"):
            words = d.profile.position or d.profile.headline or ""
            return (
                say("Somebody you look for: “{words}”", words=words[:100])
                if words
                else say("Somebody you look for")
            ), ()
    return None


def _company(d: Dossier) -> _Held:
    company, others = _wanted_company(d)
    return (
        (say("They work at {company}, which matters to you", company=company), ())
        if company and others
        else None
    )


def _sole(d: Dossier) -> _Held:
    company, others = _wanted_company(d)
    return (say("Your only contact at {company}", company=company), ()) if company and not others else None


def _young(d: Dossier) -> _Held:
    on = d.connection.on if d.connection else None
    if on is None or (d.today - on).days >= YOUNG_DAYS:
        return None
    return say("Connected only since {day}", day=on), ()


def _owed(d: Dossier) -> _Held:
    talk = d.conversation
    if talk is None or talk.last_incoming is None or not last_word_theirs(d):
        return None
    read = d.readings.talk if d.readings else None
    if read is not None and (read.last_offers or (_long_ago(d, talk.last_incoming) and not read.last_asks)):
        # An offer that nobody asked for is owed nothing, and an old word that asked nothing neither.
        return None
    return say("They wrote last, on {day}: it is your turn", day=talk.last_incoming), ()


def _long_ago(d: Dossier, on: date) -> bool:
    return (d.today - on).days > EXCHANGE_DAYS


def last_word_theirs(d: Dossier) -> bool:
    """Tell whether the last message is theirs; two of one day are told apart by the texts, where those are at hand."""
    talk = d.conversation
    if talk is None or talk.last_incoming is None or d.answered(talk.last_incoming):
        return False
    if talk.said:
        return not talk.said[-1].mine
    return talk.last_outgoing is None or talk.last_incoming > talk.last_outgoing


def _wanted_company(d: Dossier) -> tuple[str, int]:
    """Give the employer when the member follows it or names it in the target, and how many others are there."""
    if not (d.member.followed_companies or d.member.known_orgs):
        return "", 0
    company = d.profile.company or (d.connection.company if d.connection else "")
    folded = fold_name(company)
    if not folded:
        return "", 0
    wanted = folded in d.member.followed_companies or any(
        _within(fold_name(name), folded) for name in d.member.known_orgs
    )
    return (company, max(0, d.member.companies.get(folded, 1) - 1)) if wanted else ("", 0)


def _within(name: str, company: str) -> bool:
    """Tell whether a name stands in a company's as whole words: "Marea" in "Marea Digital", not in "Mareal"."""
    return bool(name) and f" {name} " in f" {company} "


if TYPE_CHECKING:
    _Held = tuple[Sentence, tuple[SourceRef, ...]] | None

PROTECTIONS: dict[str, Callable[[Dossier], _Held]] = {
    "starred": _starred,
    "tagged": _tagged,
    "known": _known,
    "noted": _noted,
    "exchange": _exchange,
    "once_strong": _once_strong,
    "recommended": _recommended,
    "address_book": _address_book,
    "role": _role,
    "company": _company,
    "sole": _sole,
    "young": _young,
    "owed": _owed,
}
"""Every protection by its level, in the order in which they are shown."""
