"""Reads what contacts do: most of a network is a position and a company alone, read once and kept in the member's file.

A reading is kept by the text and by everything that could make it read otherwise.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING

from calabazas import shipped
from calabazas.engine.readings import hang_on
from calabazas.evidence.dossier import Dossier, Person
from calabazas.people.profile import Profile
from calabazas.reading.fit_found import VERSION, Carrier, Fit
from calabazas.reading.headlines import Flag, Headline
from calabazas.reading.readings import Readings
from calabazas.store import readings as kept

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from calabazas.engine.readers import Readers
    from calabazas.store.engine import Store

    Text: TypeAlias = tuple[str, str]

_FAMILY = "contacts-"
FORM = f"{_FAMILY}1"
"""Raised whenever what is kept of a reading changes its form."""
_ORGS = "target.known_orgs"
_READ_WITH = (
    "fit.toml", "places.toml", "seniority.toml", "functions.toml", "flags.toml", "modern_titles.toml", "cues.toml",
    "trades.toml", "wishes.toml", "companies.toml", "encoder.bin", *(f"fields/{name}.toml" for name in shipped.FIELDS),
)  # fmt: skip
"""Every file that a reading is made from: one left out, and readings of before it changed would stay (a test holds it)."""


def text_of(p: Profile) -> Text:
    """Give the position and the company of a profile; "" where there is none."""
    return p.position or "", p.company or ""


def readings(store: Store, readers: Readers, texts: Iterable[Text]) -> dict[Text, Readings]:
    """Read each distinct position once, and those of earlier days not at all; a text without a position is left out."""
    wanted = {t for t in texts if t[0]}
    version = _version(readers)
    keys = {t: blake2b("\0".join(t).encode(), digest_size=12).hexdigest() for t in wanted}
    known = kept.get(store, version, keys.values())
    missing = sorted(t for t in wanted if keys[t] not in known)
    if missing:
        fresh = hang_on(
            [replace(_NOBODY, profile=Profile(position=p, company=c or None)) for p, c in missing], readers
        )
        made = {keys[t]: _frozen(d.readings) for t, d in zip(missing, fresh, strict=True) if d.readings}
        # One version is kept: readings under an older target can always be made again.
        kept.forget_others(store, version, _FAMILY)
        kept.put(store, version, made)
        # Thawed like the rest, so that the first answer is the one that is given ever after.
        known |= made
    return {t: _thawed(known[key]) for t, key in keys.items() if key in known}


def known_orgs(store: Store, readers: Readers) -> tuple[str, ...]:
    """Give the organisations that the target names, as once read: reading a target takes longer than all else of it."""
    version = _version(readers)
    held = kept.get(store, version, [_ORGS]).get(_ORGS)
    if held is None:
        held = json.dumps(readers.target.known_orgs if readers.target else ()).encode()
        kept.put(store, version, {_ORGS: held})
    return tuple(json.loads(held))


def _version(readers: Readers) -> str:
    """Name everything a reading rests on, without building the readers themselves."""
    digest = blake2b(digest_size=12)
    for part in (shipped.fingerprint(*_READ_WITH), FORM, VERSION, readers.target_text, readers.target_toml):
        digest.update(part.encode() + b"\0")
    return f"{FORM}.{digest.hexdigest()}"


def _frozen(r: Readings) -> bytes:
    h = r.headline
    head = [h.seniority, list(h.functions), [[f.code, f.words] for f in h.flags], h.company] if h else None
    return json.dumps([head, _fit(r.fit), _fit(r.serves)], ensure_ascii=False, separators=(",", ":")).encode()


def _fit(fit: Fit | None) -> list[object] | None:
    if fit is None:
        return None
    said = [[[c.words, c.field, c.wish] for c in some] for some in (fit.carried_by, fit.unwanted)]
    return [fit.score, fit.grade, fit.uncertainty, *said, fit.role_match, fit.seniority]


def _thawed(value: bytes) -> Readings:
    head, fit, serves = json.loads(value)
    return Readings(
        headline=Headline(
            "", (), head[0], tuple(head[1]), tuple(Flag(code, words) for code, words in head[2]), head[3]
        )
        if head
        else None,
        fit=_unfit(fit),
        serves=_unfit(serves),
    )


def _unfit(v: list[object] | None) -> Fit | None:
    if v is None:
        return None
    score, grade, uncertainty, carried, unwanted, role, seniority = v
    return Fit(
        score=float(str(score)),
        grade=str(grade) if grade is not None else None,
        uncertainty=float(str(uncertainty)),
        carried_by=_carriers(carried),
        role_match=float(str(role)),
        seniority=str(seniority) if seniority is not None else None,
        unwanted=_carriers(unwanted),
    )


def _carriers(rows: object) -> tuple[Carrier, ...]:
    return tuple(Carrier(*map(str, row)) for row in rows) if isinstance(rows, list) else ()


_NOBODY = Dossier(Person(0, ""), date.min, "purge")
"""Carries a text to the readers on behalf of everybody who has it."""
