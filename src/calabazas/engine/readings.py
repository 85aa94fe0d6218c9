"""Hangs readings on dossiers, in batches: a thousand dossiers cost what their texts cost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calabazas.engine.facts import about_both, about_member
from calabazas.reading.fit import PersonTexts
from calabazas.reading.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.engine.readers import Readers
    from calabazas.evidence.dossier import Dossier
    from calabazas.reading.fit import Fit
    from calabazas.reading.headlines import Headline
    from calabazas.reading.notes import NoteReading
    from calabazas.reading.prose import ActivityReading, SelfReading
    from calabazas.reading.tone import ToneReading


def hang_on(dossiers: Sequence[Dossier], readers: Readers) -> list[Dossier]:
    """Read every text of the dossiers and give them back with their readings."""
    fits = _fits(dossiers, readers)
    headlines = _headlines(dossiers, readers)
    roles = _roles(dossiers, readers)
    return [
        replace(
            d,
            readings=Readings(
                headline=headline,
                fit=fit,
                roles=held,
                note=_note(d, readers),
                activity=_activity(d, readers),
                self_said=_self(d, readers),
                tone=_tone(d, readers),
            ),
        )
        for d, fit, headline, held in zip(dossiers, fits, headlines, roles, strict=True)
    ]


def texts_of(d: Dossier) -> PersonTexts:
    """Everything written about what somebody does; a note stands in where nothing else is seen."""
    p = d.profile
    connected = d.connection
    headline, position, company = p.headline or "", p.position or "", p.company or ""
    if not (headline or position) and connected:
        position, company = connected.position, company or connected.company
    about = p.about or ""
    if not (headline or position or p.experience or about) and d.invitation:
        about = d.invitation.note
    return PersonTexts(
        headline=headline,
        position=position,
        company=company,
        location=p.location or "",
        about=about,
        experience=tuple((r.title, r.company, r.text) for r in p.experience or ()),
        skills=p.skills or (),
        activity=tuple(x.text for x in p.activity or () if x.kind != "reaction"),
    )


def _fits(dossiers: Sequence[Dossier], readers: Readers) -> list[Fit] | list[None]:
    if readers.fit is None:
        return [None] * len(dossiers)
    return readers.fit.fit([texts_of(d) for d in dossiers])


def _headlines(dossiers: Sequence[Dossier], readers: Readers) -> list[Headline | None]:
    wanted = [
        (d.profile.headline or "", d.profile.position, d.profile.company)
        if d.profile.headline or d.profile.position
        else None
        for d in dossiers
    ]
    if not any(wanted):
        return [None] * len(dossiers)
    read = iter(readers.headlines.read_all([w for w in wanted if w is not None]))
    return [next(read) if w is not None else None for w in wanted]


def _roles(dossiers: Sequence[Dossier], readers: Readers) -> list[tuple[Headline, ...]]:
    titles = [(r.title, None, r.company) for d in dossiers for r in d.profile.experience or ()]
    if not titles:
        return [()] * len(dossiers)
    read = iter(readers.headlines.read_all(titles))
    return [tuple(next(read) for _ in d.profile.experience or ()) for d in dossiers]


def _note(d: Dossier, readers: Readers) -> NoteReading | None:
    if d.invitation is None or not d.invitation.note.strip():
        return None
    facts = (*about_member(d.member), *about_both(d))
    return readers.notes.read_incoming(
        d.invitation.note, recipient=d.member.name.split(), sender_name=d.person.name, facts=facts
    )


def _activity(d: Dossier, readers: Readers) -> ActivityReading | None:
    if d.profile.activity is None:
        return None
    return readers.prose.activity([(x.kind, x.text) for x in d.profile.activity])


def _self(d: Dossier, readers: Readers) -> SelfReading | None:
    texts = [t for t in (d.profile.headline, d.profile.about) if t]
    return readers.prose.about_self(*texts) if texts else None


def _tone(d: Dossier, readers: Readers) -> ToneReading | None:
    if d.conversation is None or not d.conversation.said:
        return None
    return readers.tone.read([x.text for x in d.conversation.said])
