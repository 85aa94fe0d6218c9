"""Hangs readings on dossiers, in batches: a thousand dossiers cost what their texts cost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from calabazas.engine.facts import about_both, about_member
from calabazas.engine.own_name import without_name, without_names
from calabazas.engine.vocabulary import crowd, rare_words, used_words
from calabazas.people.identity import fold_name
from calabazas.reading.fit_found import PersonTexts
from calabazas.reading.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.engine.readers import Readers
    from calabazas.engine.vocabulary import Crowd
    from calabazas.evidence.dossier import Dossier
    from calabazas.reading.fit_found import Fit
    from calabazas.reading.headlines import Headline
    from calabazas.reading.notes import NoteReading
    from calabazas.reading.prose import ActivityReading, SelfReading
    from calabazas.reading.tone import ToneReading


_RECRUITING = re.compile(
    r"\b(recruit\w*|reclut\w*|headhunt\w*|talent\w*|hiring|hires?|selecci[oó]n\w*|staffing|sourc\w+|rr\.?\s?hh\.?|"
    r"human resources|recursos humanos|executive search|b[uú]squeda de directivos|vacan\w+|job\w*|empleo\w*)\b",
    re.IGNORECASE,
)
"""Words of recruiting itself, taken out to see for whom it is done."""


_LINE, _TEXT = 1_000, 20_000
"""Characters read of a headline or title, and of a longer text: several times what LinkedIn lets anybody write."""


def hang_on(dossiers: Sequence[Dossier], readers: Readers, among: Crowd | None = None) -> list[Dossier]:
    """Read every text of the dossiers and give them back with their readings.

    `among` tells which words are rare; without it these people are the crowd themselves.
    """
    notes = [_note(d, readers) for d in dossiers]
    headlines = _headlines(dossiers, readers)
    activities = [_activity(d, readers) for d in dossiers]
    said = [_note_text(d) for d in dossiers]
    texts = [texts_of(d, n, own) for d, n, own in zip(dossiers, notes, said, strict=True)]
    fits = _Fits(readers)
    whole = [fits.ask(t) for t in texts]
    serving = [
        fits.ask(_without_recruiting(t)) if h and h.has("recruiter") else None
        for t, h in zip(texts, headlines, strict=True)
    ]
    by_note = [
        fits.ask(PersonTexts(about=own)) if n and n.kind == "personal" and own else None
        for n, own in zip(notes, said, strict=True)
    ]
    by_piece = [
        tuple(
            fits.ask(PersonTexts(about=_plain(p.text, d.person.name))) if p.nature == "own" else None
            for p in a.pieces
        )
        if a
        else ()
        for d, a in zip(dossiers, activities, strict=True)
    ]
    fits.read()
    roles = _roles(dossiers, readers)
    used = used_words(dossiers)
    shared = rare_words(used, among or crowd(used))
    return [
        replace(
            d,
            readings=Readings(
                headline=headlines[i],
                fit=fits.of(whole[i]),
                roles=roles[i],
                note=notes[i],
                prospects=_prospects(d, readers),
                shared_words=shared[i],
                note_hires=_hires(d, readers),
                note_fit=fits.of(by_note[i]),
                serves=fits.of(serving[i]),
                pieces=tuple(fits.of(n) for n in by_piece[i]),
                activity=activities[i],
                self_said=_self(d, readers),
                tone=_tone(d, readers),
            ),
        )
        for i, d in enumerate(dossiers)
    ]


class _Fits:
    """Collects texts, reads them in one batch, gives each its fit."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self._texts: list[PersonTexts] = []
        self._known: dict[PersonTexts, int] = {}
        self._fits: list[Fit] = []

    def ask(self, texts: PersonTexts) -> int:
        """Put a text in line; the same text is read once."""
        number = self._known.setdefault(texts, len(self._texts))
        if number == len(self._texts):
            self._texts.append(texts)
        return number

    def read(self) -> None:
        """Read all that stand in line; without a target there is no fit."""
        if self._readers.fit is not None:
            self._fits = self._readers.fit.fit(self._texts)

    def of(self, number: int | None) -> Fit | None:
        """Give the fit of a text."""
        return self._fits[number] if number is not None and self._fits else None


def _without_recruiting(t: PersonTexts) -> PersonTexts:
    return PersonTexts(
        headline=_RECRUITING.sub(" ", t.headline),
        about=_RECRUITING.sub(" ", " | ".join((t.about, *t.activity))),
        location=t.location,
    )


def _note_text(d: Dossier) -> str:
    """Their note without anybody's name: their own, those of others who invited the member, those of contacts.

    Of everybody the member knows of, and not of whoever is asked about just now: one person is read as among many.
    """
    if not d.invitation or not d.invitation.note:
        return ""
    own = _plain(d.invitation.note, d.person.name)
    return without_names(without_names(own, d.member.inviter_names), d.member.contact_names)


def texts_of(d: Dossier, note: NoteReading | None, said: str = "") -> PersonTexts:
    """Everything written about what somebody does; a note of their own (`said`) stands in where nothing else is seen."""
    p = d.profile
    connected = d.connection
    headline, position, company = p.headline or "", p.position or "", p.company or ""
    if not (headline or position) and connected:
        position, company = connected.position, company or connected.company
    now = next((r.title for r in p.experience or () if not r.end), "")
    if now and fold_name(now) not in fold_name(f"{headline} {position}"):
        # A joke or a company's name as headline: the present position says what they do.
        headline = f"{headline} | {now}" if headline else now
    about = p.about or ""
    if not (headline or position or p.experience or about) and note and note.kind == "personal":
        about = said
    name = d.person.name
    return PersonTexts(
        headline=_plain(headline, name, _LINE),
        position=_plain(position, name, _LINE),
        company=_plain(company, name, _LINE),
        location=(p.location or "")[:_LINE],
        about=_plain(about, name),
        experience=tuple(
            (_plain(r.title, name, _LINE), _plain(r.company, name, _LINE), _plain(r.text, name))
            for r in p.experience or ()
        ),
        skills=tuple(s[:_LINE] for s in p.skills or ()),
        activity=tuple(_plain(x.text, name) for x in p.activity or () if x.kind != "reaction"),
    )


def _plain(text: str, name: str, longest: int = _TEXT) -> str:
    """Cut a text to what is read of it, without the name of who wrote it."""
    return without_name(text[:longest], name)


def _headlines(dossiers: Sequence[Dossier], readers: Readers) -> list[Headline | None]:
    wanted = [
        (
            _plain(d.profile.headline or "", d.person.name, _LINE),
            d.profile.position and _plain(d.profile.position, d.person.name, _LINE),
            d.profile.company and _plain(d.profile.company, d.person.name, _LINE),
        )
        if d.profile.headline or d.profile.position
        else None
        for d in dossiers
    ]
    if not any(wanted):
        return [None] * len(dossiers)
    read = iter(readers.headlines.read_all([w for w in wanted if w is not None]))
    return [next(read) if w is not None else None for w in wanted]


def _roles(dossiers: Sequence[Dossier], readers: Readers) -> list[tuple[Headline, ...]]:
    titles = [
        (_plain(r.title, d.person.name, _LINE), None, _plain(r.company, d.person.name, _LINE))
        for d in dossiers
        for r in d.profile.experience or ()
    ]
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


def _prospects(d: Dossier, readers: Readers) -> str:
    now = next((r for r in d.profile.experience or () if not r.end), None)
    marks = readers.prose.find(_plain(now.text, d.person.name), "prospects") if now else ()
    return marks[0].words if marks else ""


def _hires(d: Dossier, readers: Readers) -> bool:
    return d.invitation is not None and bool(readers.prose.find(d.invitation.note, "hires"))


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
